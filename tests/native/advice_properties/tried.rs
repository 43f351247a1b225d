//! Each answer once more, by trying: whoever leads, leaves, joins, shows or states is made to, and every requirement looked at again.

use super::{Sample, same, with};
use crate::consortia::countries;
use allians::advice::{Question, TippingPoint, confirmed, coordinators, dispensable, lean, questions, tipping_point};
use allians::engine::rule::Fact;
use allians::engine::{Attributes, Commitment, Country, Fit, Measure, Member, Organisation, OrganisationKind, Reading, Role, Rule, Status};
use std::rc::Rc;

pub(super) fn leading_is_as_tried(sample: &Sample) -> Result<(), String> {
    let mut leads = coordinators(&sample.call, &sample.members, &sample.project, sample.reading).into_iter();
    let now = sample.statuses(sample.members.clone());
    for (at, member) in sample.members.iter().enumerate().filter(|(_, member)| matches!(member.role, Role::Applicant | Role::Partner)) {
        let lead = leads.next().ok_or("too few")?;
        let role = |place, role| match (place == at, role) {
            (true, _) => Role::Applicant,
            (false, Role::Applicant) => Role::Partner,
            (false, other) => other,
        };
        let led = sample.members.iter().enumerate().map(|(place, member)| Member { role: role(place, member.role), ..member.clone() });
        let changed = now.iter().zip(sample.statuses(led.collect())).enumerate().filter(|(_, (now, then))| *now != then);
        same("changes", lead.changes, changed.map(|(at, (now, then))| (at, *now, then)).collect())?;
        same("who", (lead.member, lead.is), (at as u32, member.role == Role::Applicant))?;
        let alone = sample.statuses(vec![Member { role: Role::Applicant, ..member.clone() }]);
        let asked = sample.call.requirements().iter().position(|requirement| matches!(requirement.rule, Rule::Coordinator(_)));
        let may = match lead.may {
            Fit::Yes => Status::Met,
            Fit::Maybe(_) => Status::Unknown,
            Fit::No(_) => Status::Unmet,
        };
        same("may", may, asked.map_or(Status::Met, |place| alone[place]))?;
    }
    same("more", leads.next(), None)
}

pub(super) fn confirmed_is_as_tried(sample: &Sample) -> Result<(), String> {
    let has = |member: &&Member| member.organisation.commitment == Commitment::Confirmed;
    let rest: Vec<Member> = sample.members.iter().filter(has).cloned().collect();
    let found = confirmed(&sample.call, &sample.members, &sample.project, sample.reading);
    same("everybody has", found.is_none(), rest.len() == sample.members.len())?;
    let Some(found) = found else { return Ok(()) };
    same("left", found.left.len(), sample.members.len() - rest.len())?;
    same("statuses", found.statuses, sample.statuses(rest))
}

pub(super) fn losing_is_as_tried(sample: &Sample) -> Result<(), String> {
    let mut fewest: Vec<Option<u32>> = vec![None; sample.call.requirements().len()];
    for leaving in 0..1u32 << sample.members.len() {
        for (fewest, status) in fewest.iter_mut().zip(sample.statuses(sample.without(leaving))) {
            if status != Status::Met {
                *fewest = Some(fewest.map_or(leaving.count_ones(), |fewest| fewest.min(leaving.count_ones())));
            }
        }
    }
    for (at, requirement) in sample.call.requirements().iter().enumerate() {
        if !matches!(requirement.rule, Rule::Count(_) | Rule::Countries(_)) {
            continue;
        }
        let found = match tipping_point(&sample.call, &sample.members, &sample.project, sample.reading, at) {
            TippingPoint::Lose { fewest, exact: true, .. } => Some(fewest as u32),
            TippingPoint::Add(_) | TippingPoint::State { .. } => Some(0),
            other => return Err(format!("{}: {other:?}", requirement.id)),
        };
        same(&requirement.id, found, fewest[at])?;
    }
    Ok(())
}

pub(super) fn adding_is_as_tried(sample: &Sample) -> Result<(), String> {
    for (at, requirement) in sample.call.requirements().iter().enumerate() {
        let (TippingPoint::Add(more) | TippingPoint::State { or: more, .. }) =
            tipping_point(&sample.call, &sample.members, &sample.project, sample.reading, at)
        else {
            continue;
        };
        // Where more do not help, or members may turn out to be from further countries, nothing is promised.
        let rule = requirement.rule_in(sample.reading);
        let is_open = sample.members.iter().any(|member| member.organisation.country.is_none() || member.organisation.kind.is_none());
        if more.more == 0 || matches!(rule, Rule::ExactCountries(_)) && is_open {
            continue;
        }
        let in_class =
            |country: &Country| more.of.class.is_none_or(|class| sample.call.classes()[usize::from(class)].countries.contains(*country));
        let new = |country: &Country| sample.members.iter().all(|member| member.organisation.country != Some(*country));
        let opposes = |country: &Country| match rule {
            Rule::Compare(rule) => {
                rule.against.class.is_none_or(|class| sample.call.classes()[usize::from(class)].countries.contains(*country))
            }
            _ => false,
        };
        let mut places = Country::all()
            .filter(|country| in_class(country) && !opposes(country) && (new(country) || more.measure == Measure::Organisations));
        let kind = more.of.kinds.and_then(|kinds| kinds.iter().next()).unwrap_or(OrganisationKind::School);
        let mut larger = sample.members.clone();
        for _ in 0..more.more {
            if sample.statuses(larger.clone())[at] == Status::Met {
                return Err(format!("{}: met before", requirement.id));
            }
            let Some(country) = places.next() else { return Ok(()) };
            let organisation = Organisation {
                id: format!("x{}", larger.len()).into(),
                kind: Some(kind),
                country: Some(country),
                attributes: more.of.attribute.map(|attribute| Attributes::default().with(attribute, Some(true))).unwrap_or_default(),
                ..Organisation::default()
            };
            larger.push(Member { organisation: Rc::new(organisation), role: Role::Partner, affiliated_to: None });
        }
        same(&requirement.id, sample.statuses(larger)[at], Status::Met)?;
    }
    Ok(())
}

pub(super) fn stating_decides(sample: &Sample) -> Result<(), String> {
    let now = sample.statuses(sample.members.clone());
    let strict =
        Sample { call: sample.call.clone(), members: sample.members.clone(), reading: Reading::Strict, project: sample.project.clone() };
    let unknown = strict.statuses(strict.members.clone()).iter().filter(|status| **status == Status::Unknown).count();
    let asked = questions(&sample.call, &sample.members, &sample.project);
    let facts = asked.iter().filter(|question| matches!(question, Question::Facts { .. }));
    same("asked", facts.clone().count(), unknown)?;
    for question in facts {
        let Question::Facts { requirement, facts } = question else { continue };
        if facts.project.is_some() {
            continue;
        }
        let mut stated = sample.members.clone();
        for open in &facts.members {
            let kind = if open.member % 2 == 0 { OrganisationKind::Hei } else { OrganisationKind::Enterprise };
            let country = countries("FI SE DE EE LV US")[open.member as usize % 6];
            let member = &mut stated[open.member as usize];
            *member = with(member, |organisation| {
                organisation.kind = if open.kind { Some(kind) } else { organisation.kind };
                organisation.country = if open.country { Some(country) } else { organisation.country };
                if let Some(attribute) = open.attribute {
                    organisation.attributes = organisation.attributes.with(attribute, Some(open.member % 2 == 0));
                }
                show(organisation, open.show);
            });
        }
        if strict.statuses(stated)[*requirement] == Status::Unknown {
            return Err(format!("{question:?} leaves it unknown; {now:?}"));
        }
    }
    Ok(())
}

fn show(organisation: &mut Organisation, fact: Option<Fact>) {
    match fact {
        Some(Fact::Charter) => organisation.charter = Some(true),
        Some(Fact::AddedValue) => organisation.added_value = Rc::from("labs"),
        Some(Fact::Commitment) => organisation.commitment = Commitment::Confirmed,
        None => {}
    }
}

pub(super) fn showing_meets(sample: &Sample) -> Result<(), String> {
    for (at, requirement) in sample.call.requirements().iter().enumerate() {
        let TippingPoint::Show { members, fact } = tipping_point(&sample.call, &sample.members, &sample.project, sample.reading, at) else {
            continue;
        };
        let mut shown = sample.members.clone();
        for member in &members {
            let member = &mut shown[*member as usize];
            *member = with(member, |organisation| show(organisation, Some(fact)));
        }
        let status = sample.statuses(shown)[at];
        same(&requirement.id, matches!(status, Status::Met | Status::Review) && !members.is_empty(), true)?;
    }
    Ok(())
}

pub(super) fn leaving_alone_is_as_tried(sample: &Sample) -> Result<(), String> {
    let tried: Vec<u32> = (0..sample.members.len() as u32).filter(|member| sample.harmless(1 << member)).collect();
    same("could leave", dispensable(&sample.call, &sample.members, &sample.project, sample.reading), tried)
}

pub(super) fn leaving_together_is_as_tried(sample: &Sample) -> Result<(), String> {
    let found = lean(&sample.call, &sample.members, &sample.project, sample.reading);
    let leaving = found.members.iter().fold(0, |bits, member| bits | 1 << member);
    same("can leave", sample.harmless(leaving), true)?;
    let more = (0..sample.members.len() as u32).find(|member| leaving >> member & 1 == 0 && sample.harmless(leaving | 1 << member));
    same("could leave as well", more, None)?;
    let most = (0..1_u32 << sample.members.len()).filter(|leaving| found.exact && sample.harmless(*leaving)).map(u32::count_ones).max();
    same("no other choice lets more leave", most.unwrap_or(leaving.count_ones()), leaving.count_ones())
}
