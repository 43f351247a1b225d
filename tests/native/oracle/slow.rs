//! The rules once more, slow and obvious, for consortia of which every fact is stated. Shares no code with the engine, only its words.

use allians::engine::rule::{Count, Countries, Fact, Grant};
use allians::engine::{Call, Country, Member, OrganisationKind, Outcome, Project, Role, Rule, Selector};
use std::collections::{BTreeMap, BTreeSet};

/// What the oracle says of one requirement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// With how many count, where something is counted.
    Met(u64),
    Unmet(u64),
    /// Asks nothing, or asks a person.
    Silent,
}

impl Answer {
    pub fn have(self) -> u64 {
        match self {
            Answer::Met(have) | Answer::Unmet(have) => have,
            Answer::Silent => 0,
        }
    }
}

/// The answer to a rule about members and a project whose facts are all stated.
pub fn answer(call: &Call, rule: &Rule, members: &[Member], project: &Project) -> Answer {
    match rule {
        Rule::Count(rule) => at_least(count(call, rule, members), rule.at_least),
        Rule::Countries(rule) => at_least(country_count(call, rule, members), rule.at_least),
        Rule::Coordinator(rule) => {
            let applicants: Vec<&Member> = members.iter().filter(|member| member.role == Role::Applicant).collect();
            at_least(usize::from(applicants.len() == 1 && applicants.iter().all(|member| counts(call, &rule.of, member))), 1)
        }
        Rule::Duration(rule) => at_least(usize::from(project.duration_months.is_some_and(|months| rule.months.contains(&months))), 1),
        Rule::Grant(rule) => grant(rule, project),
        Rule::EveryMember(_) | Rule::Activities(_) | Rule::Judgement => Answer::Silent,
    }
}

fn at_least(have: usize, need: u32) -> Answer {
    if have >= need as usize { Answer::Met(have as u64) } else { Answer::Unmet(have as u64) }
}

fn grant(rule: &Grant, project: &Project) -> Answer {
    let (Some(grant), Some(months)) = (project.grant_eur, project.duration_months) else { return Answer::Silent };
    match rule.caps.iter().find(|cap| cap.months == months) {
        None => Answer::Silent,
        Some(cap) if grant <= cap.at_most => Answer::Met(grant),
        Some(_) => Answer::Unmet(grant),
    }
}

fn count(call: &Call, rule: &Count, members: &[Member]) -> usize {
    members.iter().filter(|member| counts(call, &rule.of, member)).map(independent).collect::<BTreeSet<_>>().len()
}

/// The most different countries that the independent organisations can stand for, each for one: every way is tried.
fn country_count(call: &Call, rule: &Countries, members: &[Member]) -> usize {
    let mut units: BTreeMap<(bool, &str), BTreeSet<Country>> = BTreeMap::new();
    for member in members.iter().filter(|member| counts(call, &rule.of, member)) {
        units.entry(independent(member)).or_default().extend(member.organisation.country);
    }
    let mut ways: BTreeSet<BTreeSet<Country>> = BTreeSet::from([BTreeSet::new()]);
    for countries in units.values() {
        ways = ways.iter().flat_map(|way| countries.iter().map(|country| way.iter().chain([country]).copied().collect())).collect();
    }
    ways.iter().map(BTreeSet::len).max().unwrap_or(0)
}

/// Members with the same answer are one independent organisation.
fn independent(member: &Member) -> (bool, &str) {
    match &member.organisation.group {
        Some(group) => (true, group),
        None => (false, &member.organisation.id),
    }
}

fn counts(call: &Call, selector: &Selector, member: &Member) -> bool {
    let charters = call.requirements().iter().filter_map(|requirement| match &requirement.rule {
        Rule::EveryMember(every) if every.outcome == Outcome::DoesNotCount && every.fact == Fact::Charter => Some(every.of),
        _ => None,
    });
    let lacks_charter = member.organisation.charter == Some(false) && charters.into_iter().any(|of| asks(call, &of, member));
    selector.roles.contains(member.role) && asks(call, selector, member) && !lacks_charter
}

/// Whether kind and country are those of the selector.
fn asks(call: &Call, selector: &Selector, member: &Member) -> bool {
    let kind: OrganisationKind = member.organisation.kind.expect("every kind is stated");
    let country: Country = member.organisation.country.expect("every country is stated");
    let in_class = selector.class.is_none_or(|class| call.classes()[usize::from(class)].countries.contains(country));
    in_class && selector.kinds.is_none_or(|kinds| kinds.contains(kind))
}
