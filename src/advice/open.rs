//! Which facts, that are not stated, decide a requirement.

use crate::engine::rule::{Countries, Fact};
use crate::engine::{Call, Finding, Fit, LeftOut, Member, Profile, Rule, Status, group};

/// A member with facts that decide a requirement and are not stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenMember {
    /// Who.
    pub member: u32,
    /// Whether its kind is asked for.
    pub kind: bool,
    /// Whether its country is asked for.
    pub country: bool,
    /// What it has to show, where it has not said.
    pub show: Option<Fact>,
}

/// The members on whose facts an unknown requirement depends, in order of place. Once all of them are stated, it is known.
pub(super) fn open(call: &Call, rule: &Rule, finding: &Finding, members: &[Member]) -> Vec<OpenMember> {
    if finding.status != Status::Unknown {
        return Vec::new();
    }
    match rule {
        Rule::Countries(rule) => of_countries(call, rule, members),
        Rule::EveryMember(rule) => left_out(finding, members, Some(rule.fact)),
        Rule::Count(_) | Rule::Coordinator(_) => left_out(finding, members, None),
        Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => Vec::new(),
    }
}

fn left_out(finding: &Finding, members: &[Member], fact: Option<Fact>) -> Vec<OpenMember> {
    let open = |(place, reason): &(u32, LeftOut)| {
        let (kind, country) = match reason {
            LeftOut::NotStated { kind, country } => (*kind, *country),
            LeftOut::NotShown => (false, false),
            LeftOut::OutsideClass(_)
            | LeftOut::OtherKind
            | LeftOut::Associated
            | LeftOut::Affiliated
            | LeftOut::SameLegalGroup(_)
            | LeftOut::NoCharter
            | LeftOut::NotApplicant
            | LeftOut::SeveralApplicants => return None,
        };
        let member = members.get(*place as usize)?;
        let show = fact.filter(|fact| fact.of(&Profile::of(member)).is_none());
        Some(OpenMember { member: *place, kind, country, show })
    };
    let mut open: Vec<OpenMember> = finding.left_out.iter().filter_map(open).collect();
    open.sort_unstable_by_key(|open| open.member);
    open
}

/// For countries it also matters where a member is that counts in any case, and a member of a legal group in which another
/// counts may bring it a further country. One that can only be where an independent organisation already is brings nothing.
fn of_countries(call: &Call, rule: &Countries, members: &[Member]) -> Vec<OpenMember> {
    let fits = call.fits_counted(&rule.of, members);
    let certain = members.iter().zip(&fits).filter(|(member, fit)| **fit == Fit::Yes && group(member).is_none());
    let covered: Vec<_> = certain.filter_map(|(member, _)| member.organisation.country).collect();
    let mut open = Vec::new();
    for (place, (member, fit)) in (0..).zip(members.iter().zip(&fits)) {
        let kind = match fit {
            Fit::Maybe(LeftOut::NotStated { kind, .. }) => *kind,
            Fit::Yes => false,
            Fit::Maybe(_) | Fit::No(_) => continue,
        };
        let country = member.organisation.country;
        let asked = country.is_none() || kind && country.is_some_and(|country| !covered.contains(&country));
        if asked {
            open.push(OpenMember { member: place, kind, country: country.is_none(), show: None });
        }
    }
    open
}
