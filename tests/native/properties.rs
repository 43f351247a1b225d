//! What holds of every consortium, as a table of named properties.

use crate::consortia::{Choice, check, countries, member, members, named, project, shown};
use crate::notation::{counted, left_out};
use crate::oracle::two_and_three;
use crate::support::call_of;
use allians::engine::{
    Call, Consortium, Country, Finding, LeftOut, Measure, Measured, Member, Organisation, OrganisationKind, Project, Reading, Role, Rule,
    Status, Verdict, evaluate, statuses,
};
use proptest::prelude::{Just, Strategy, any};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Consortia tried for each property and call.
const CASES: u32 = 200;

/// A consortium, the same members in another order, and one more member.
struct Sample {
    call: Call,
    consortium: Consortium,
    shuffled: Consortium,
    more: Member,
    reading: Reading,
}

type Property = fn(&Sample) -> Result<(), String>;

const PROPERTIES: &[(&str, Property)] = &[
    ("adding a member that is eligible never turns a met minimum unmet", adding_keeps_minimums),
    ("the order of members never matters", order_never_matters),
    ("names never matter", names_never_matter),
    ("the ids that were chosen never change a status", ids_never_matter),
    ("who counts and who is left out are all members, each once", counted_and_left_out),
    ("a legal group counts at most once", a_group_counts_once),
    ("no more count than may count", have_is_at_most_possible),
    ("statuses agree with the report", statuses_agree),
    ("what is met strictly is met leniently", strict_implies_lenient),
    ("the other reading says what it says when it is chosen", other_reading_is_true),
    ("stating a fact never contradicts what was certain", stating_never_contradicts),
];

#[test]
fn every_property_holds() {
    let mut failures = Vec::new();
    for call in [call_of(2018), call_of(2020), two_and_three()] {
        for (name, property) in PROPERTIES {
            let result = check(CASES, &samples(), |(members, order, more, project, lenient)| {
                let shuffled = Consortium::new(order, project.clone());
                let reading = if lenient { Reading::Lenient } else { Reading::Strict };
                let sample = Sample {
                    call: call.clone(),
                    consortium: Consortium::new(members, project),
                    shuffled,
                    more: named(more, "more"),
                    reading,
                };
                property(&sample).map_err(|fault| format!("{fault}\n{reading:?} {}", shown(&sample.consortium)))
            });
            failures.extend(result.err().map(|error| format!("{name} ({} {}): {error}", call.id(), call.year())));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn samples() -> impl Strategy<Value = (Vec<Member>, Vec<Member>, Member, Project, bool)> {
    let mixed = Choice {
        kinds: OrganisationKind::ALL.to_vec(),
        countries: countries("FI SE DE EE RS GB GH US CH"),
        unstated: 12,
        grouped: 30,
        groups: 4,
    };
    let groups = Choice { countries: countries("FI SE DE EE"), unstated: 5, grouped: 85, ..mixed.clone() };
    let more = member(&mixed);
    let all = proptest::prop_oneof![members(&mixed, 14), members(&groups, 9)];
    let shuffled = all.prop_flat_map(|members| (Just(members.clone()), Just(members).prop_shuffle()));
    (shuffled, more, project(), any::<bool>())
        .prop_map(|((members, order), more, project, lenient)| (members, order, more, project, lenient))
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, one: T, other: T) -> Result<(), String> {
    if one == other { Ok(()) } else { Err(format!("{what}: {one:?} and {other:?}")) }
}

fn adding_keeps_minimums(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, more, .. } = sample;
    let more = Member { role: Role::Partner, affiliated_to: None, ..more.clone() };
    let larger = Consortium::new(consortium.members().iter().cloned().chain([more]).collect(), consortium.project.clone());
    let (before, after) = (evaluate(call, consortium, *reading), evaluate(call, &larger, *reading));
    for ((before, after), requirement) in before.findings.iter().zip(&after.findings).zip(call.requirements()) {
        let minimum = matches!(requirement.rule, Rule::Count(_) | Rule::Countries(_) | Rule::Coordinator(_));
        if minimum
            && (before.status == Status::Met && after.status != Status::Met
                || have(after) < have(before)
                || possible(after) < possible(before))
        {
            return Err(format!("{}: {before:?}, then {after:?}", requirement.id));
        }
    }
    Ok(())
}

fn have(finding: &Finding) -> u64 {
    finding.measured.figures().0
}

fn possible(finding: &Finding) -> u64 {
    finding.measured.possible()
}

/// Everything a finding says, by id and in an order of its own.
fn said(call: &Call, consortium: &Consortium, reading: Reading) -> Vec<impl PartialEq + std::fmt::Debug> {
    let report = evaluate(call, consortium, reading);
    let all = report.findings.into_iter().map(|finding| {
        let (counted, left_out) = (counted(consortium, &finding), left_out(call, consortium, &finding));
        (finding.requirement, finding.status, (finding.measured, finding.countries, finding.other), counted, left_out)
    });
    all.collect()
}

fn order_never_matters(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, shuffled, reading, .. } = sample;
    said(call, consortium, *reading)
        .into_iter()
        .zip(said(call, shuffled, *reading))
        .try_for_each(|(one, other)| same("in another order", one, other))
}

fn names_never_matter(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let renamed = changed(consortium, |place, organisation| organisation.name = Rc::from(format!("Högskola {}", place % 3)));
    said(call, consortium, *reading)
        .into_iter()
        .zip(said(call, &renamed, *reading))
        .try_for_each(|(one, other)| same("with other names", one, other))
}

fn changed(consortium: &Consortium, change: impl Fn(usize, &mut Organisation)) -> Consortium {
    let members = consortium.members().iter().enumerate().map(|(place, member)| {
        let mut organisation = (*member.organisation).clone();
        change(place, &mut organisation);
        Member { organisation: Rc::new(organisation), ..member.clone() }
    });
    Consortium::new(members.collect(), consortium.project.clone())
}

fn ids_never_matter(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let numbers = |consortium: &Consortium| -> Vec<(Status, Measured, usize)> {
        let findings = evaluate(call, consortium, *reading).findings;
        findings.into_iter().map(|finding| (finding.status, finding.measured, finding.counted.len())).collect()
    };
    let other = changed(consortium, |place, organisation| organisation.id = Rc::from(format!("z{}", 100 - place)));
    same("with other ids", numbers(consortium), numbers(&other))
}

fn counted_and_left_out(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let everyone: Vec<u32> = (0..consortium.members().len() as u32).collect();
    for (finding, requirement) in evaluate(call, consortium, *reading).findings.iter().zip(call.requirements()) {
        let mut named: Vec<u32> = finding.counted.iter().copied().chain(finding.left_out.iter().map(|(place, _)| *place)).collect();
        named.sort_unstable();
        let of_members = matches!(requirement.rule, Rule::Count(_) | Rule::Countries(_) | Rule::Coordinator(_) | Rule::EveryMember(_));
        same(&finding.requirement, named, if of_members { everyone.clone() } else { Vec::new() })?;
        let counts_members = matches!(requirement.rule, Rule::Count(_) | Rule::Coordinator(_) | Rule::EveryMember(_));
        if counts_members {
            same(&format!("{}: have", finding.requirement), finding.counted.len() as u64, have(finding))?;
        }
    }
    Ok(())
}

fn a_group_counts_once(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let group = |place: u32| consortium.members()[place as usize].organisation.group.clone();
    let of_units = |finding: &&Finding| matches!(finding.measured, Measured::AtLeast { .. });
    for finding in evaluate(call, consortium, *reading).findings.iter().filter(of_units) {
        let groups: Vec<_> = finding.counted.iter().filter_map(|place| group(*place)).collect();
        let different: BTreeSet<_> = groups.iter().cloned().collect();
        same(&format!("{}: groups that count", finding.requirement), groups.len(), different.len())?;
        for (place, reason) in &finding.left_out {
            if let LeftOut::SameLegalGroup(other) = reason
                && (group(*place) != group(*other) || !finding.counted.contains(other))
            {
                return Err(format!("{}: {place} is left out for {other}, who does not count for it", finding.requirement));
            }
        }
        stands_for_its_countries(consortium, finding)?;
    }
    Ok(())
}

/// The countries that count are those of members who count.
fn stands_for_its_countries(consortium: &Consortium, finding: &Finding) -> Result<(), String> {
    if !matches!(finding.measured, Measured::AtLeast { of: Measure::Countries, .. }) {
        return Ok(());
    }
    let of_counted: BTreeSet<Country> =
        finding.counted.iter().filter_map(|place| consortium.members()[*place as usize].organisation.country).collect();
    same("countries of those who count", of_counted.into_iter().collect::<Vec<_>>(), finding.countries.clone())?;
    same("countries and have", finding.countries.len() as u64, have(finding))
}

fn have_is_at_most_possible(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let findings = evaluate(call, consortium, *reading).findings;
    let worse = findings.iter().find(|finding| have(finding) > possible(finding));
    worse.map_or(Ok(()), |finding| Err(format!("{finding:?}")))
}

fn statuses_agree(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let report = evaluate(call, consortium, *reading);
    let all: Vec<Status> = report.findings.iter().map(|finding| finding.status).collect();
    same("statuses", (report.verdict, all), statuses(call, consortium, *reading))
}

fn strict_implies_lenient(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, .. } = sample;
    let (strict, lenient) = (evaluate(call, consortium, Reading::Strict), evaluate(call, consortium, Reading::Lenient));
    for ((strict, lenient), requirement) in strict.findings.iter().zip(&lenient.findings).zip(call.requirements()) {
        let minimum = matches!(requirement.rule, Rule::Count(_) | Rule::Countries(_));
        if minimum && (strict.status == Status::Met && lenient.status != Status::Met || have(strict) > have(lenient)) {
            return Err(format!("{}: {strict:?}, leniently {lenient:?}", requirement.id));
        }
    }
    let coordinated = call.requirements().iter().any(|requirement| matches!(requirement.lenient, Some(Rule::Coordinator(_))));
    if strict.verdict == Verdict::Met && lenient.verdict != Verdict::Met && !coordinated {
        Err("the verdict is met strictly and not leniently".to_owned())
    } else {
        Ok(())
    }
}

fn other_reading_is_true(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let (this, other) = (evaluate(call, consortium, *reading), evaluate(call, consortium, reading.other()));
    for (this, other) in this.findings.iter().zip(&other.findings) {
        let differs = (this.status, this.measured.figures()) != (other.status, other.measured.figures());
        let said = this.other.as_ref().map(|other| (other.status, &other.measured));
        same(&this.requirement, said, differs.then_some((other.status, &other.measured)))?;
    }
    Ok(())
}

fn stating_never_contradicts(sample: &Sample) -> Result<(), String> {
    let Sample { call, consortium, reading, .. } = sample;
    let stated = changed(consortium, |place, organisation| {
        let (kind, country) = (OrganisationKind::ALL[place % 3], Country::parse(["FI", "US", "LV", "SE"][place % 4]));
        organisation.kind = organisation.kind.or(Some(kind));
        organisation.country = organisation.country.or(country);
    });
    let (before, after) = (evaluate(call, consortium, *reading), evaluate(call, &stated, *reading));
    for (before, after) in
        before.findings.iter().zip(&after.findings).filter(|(before, _)| !matches!(before.measured, Measured::Shown { .. }))
    {
        if before.status != Status::Unknown {
            same(&before.requirement, before.status, after.status)?;
        }
        if have(after) < have(before) || possible(after) > possible(before) {
            return Err(format!("{before:?}, then {after:?}"));
        }
    }
    Ok(())
}
