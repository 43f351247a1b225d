//! What has to be shown or checked before applying: proofs that the call asks for, and whether organisations are independent.

use super::names;
use crate::engine::rule::{EveryMember, Fact};
use crate::engine::{Call, Commitment, Fit, Member, OrganisationKind, Profile, Reading, Rule, group};
use std::collections::BTreeMap;

/// Something to show or to check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Evidence {
    /// The member has to hold the charter, or may have to: its kind or country is not stated.
    Charter {
        /// Who.
        member: u32,
        /// Whether it says that it does.
        stated: Option<bool>,
    },
    /// The member has to bring added value, or may have to.
    AddedValue {
        /// Who.
        member: u32,
        /// Whether it says which.
        stated: bool,
    },
    /// The member has not confirmed that it takes part.
    Commitment {
        /// Who.
        member: u32,
        /// How far it has come.
        commitment: Commitment,
    },
    /// A consultancy or an intermediary on the business side has to have pertinent experience.
    Experience {
        /// Who.
        member: u32,
        /// Whether it says which.
        stated: bool,
    },
    /// These are in one legal group, so they count as one; whether that is so is worth a look.
    SharedGroup {
        /// Who, at least two.
        members: Vec<u32>,
    },
    /// Two that are in no common legal group have almost the same name: are they one organisation?
    AlikeNames {
        /// The one with the lower place.
        one: u32,
        /// The other.
        other: u32,
    },
}

/// What has to be shown or checked: charters, added value, commitment and experience, each in order of place; then legal groups
/// and names. Where two readings ask different members, both are asked.
pub fn checklist(call: &Call, members: &[Member]) -> Vec<Evidence> {
    let mut list = Vec::new();
    for fact in Fact::ALL {
        list.extend(
            (0..).zip(members).filter(|(_, member)| asks(call, *fact, member)).filter_map(|(place, member)| show(*fact, place, member)),
        );
    }
    list.extend(
        (0..)
            .zip(members)
            .filter(|(_, member)| on_business_side(call, member))
            .map(|(place, member)| Evidence::Experience { member: place, stated: !member.organisation.experience.is_empty() }),
    );
    list.extend(shared_groups(members).into_iter().map(|members| Evidence::SharedGroup { members }));
    list.extend(names::alike(members).into_iter().map(|(one, other)| Evidence::AlikeNames { one, other }));
    list
}

fn rules(call: &Call) -> impl Iterator<Item = &Rule> {
    call.requirements().iter().flat_map(|requirement| Reading::ALL.iter().map(|reading| requirement.rule_in(*reading)))
}

fn asks(call: &Call, fact: Fact, member: &Member) -> bool {
    rules(call).any(|rule| match rule {
        Rule::EveryMember(EveryMember { of, fact: asked, .. }) => *asked == fact && !matches!(call.fit(of, member), Fit::No(_)),
        Rule::Count(_)
        | Rule::AtMost(_)
        | Rule::Countries(_)
        | Rule::ExactCountries(_)
        | Rule::EachCountry(_)
        | Rule::Compare(_)
        | Rule::Only(_)
        | Rule::Coordinator(_)
        | Rule::Duration(_)
        | Rule::Grant(_)
        | Rule::Activities(_)
        | Rule::Judgement => false,
    })
}

/// A commitment that is confirmed is done; a charter and a statement are still to be proved or judged.
fn show(fact: Fact, member: u32, of: &Member) -> Option<Evidence> {
    let stated = fact.of(&Profile::of(of));
    match fact {
        Fact::Charter => Some(Evidence::Charter { member, stated }),
        Fact::AddedValue => Some(Evidence::AddedValue { member, stated: stated == Some(true) }),
        Fact::Commitment if stated == Some(true) => None,
        Fact::Commitment => Some(Evidence::Commitment { member, commitment: of.organisation.commitment }),
    }
}

/// Whether it is an intermediary that some rule of the call may count among the kinds that it names.
fn on_business_side(call: &Call, member: &Member) -> bool {
    const KIND: OrganisationKind = OrganisationKind::BusinessIntermediary;
    let mut naming = rules(call).filter_map(Rule::selector).filter(|of| of.kinds.is_some_and(|kinds| kinds.contains(KIND)));
    member.organisation.kind == Some(KIND) && naming.any(|of| !matches!(call.fit(of, member), Fit::No(_)))
}

/// The legal groups with at least two members, in order of their first.
fn shared_groups(members: &[Member]) -> Vec<Vec<u32>> {
    let mut groups: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (place, member) in (0..).zip(members) {
        group(member).into_iter().for_each(|group| groups.entry(group).or_default().push(place));
    }
    let mut shared: Vec<Vec<u32>> = groups.into_values().filter(|members| members.len() > 1).collect();
    shared.sort_unstable();
    shared
}
