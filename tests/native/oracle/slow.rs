//! The rules once more, slow and obvious, for consortia of which every fact is stated. Shares no code with the engine, only its words.

use allians::engine::rule::{Count, Countries, CountryNeed, Duration, EachCountry, Fact, Grant, Only};
use allians::engine::{Call, Cents, Country, Member, OrganisationKind, Outcome, Project, Role, Rule, Selector};
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
        Rule::Duration(rule) => at_least(usize::from(project.duration_months.is_some_and(|months| lasts(rule, months))), 1),
        Rule::AtMost(rule) => judged(units(call, &rule.of, members).len(), |have| have <= rule.at_most as usize),
        Rule::ExactCountries(rule) => judged(where_from(call, &rule.of, members).len(), |have| have == rule.exactly as usize),
        Rule::EachCountry(rule) => each_country(call, rule, members),
        Rule::Compare(rule) => {
            let (have, against) = (units(call, &rule.of, members).len(), units(call, &rule.against, members).len());
            judged(have * rule.times as usize, |have| have >= against)
        }
        Rule::Only(rule) => only(call, rule, members),
        Rule::Grant(rule) => grant(rule, project),
        Rule::EveryMember(_) | Rule::Activities(_) | Rule::Judgement => Answer::Silent,
    }
}

fn at_least(have: usize, need: u32) -> Answer {
    if have >= need as usize { Answer::Met(have as u64) } else { Answer::Unmet(have as u64) }
}

fn grant(rule: &Grant, project: &Project) -> Answer {
    let (Some(grant), Some(months)) = (project.grant.map(Cents::whole), project.duration_months) else { return Answer::Silent };
    let held = |fits: bool| if fits { Answer::Met(grant) } else { Answer::Unmet(grant) };
    match rule {
        Grant::Caps(caps) => caps.iter().find(|cap| cap.months == months).map_or(Answer::Silent, |cap| held(grant <= cap.at_most)),
        Grant::OneOf(sums) => held(sums.contains(&grant)),
        Grant::Range { from, to } => held(grant >= *from && grant <= *to),
        Grant::PerMonth { each, at_most } => held(grant <= each * u64::from(months) && grant <= *at_most),
    }
}

fn count(call: &Call, rule: &Count, members: &[Member]) -> usize {
    units(call, &rule.of, members).len()
}

fn judged(have: usize, holds: impl Fn(usize) -> bool) -> Answer {
    if holds(have) { Answer::Met(have as u64) } else { Answer::Unmet(have as u64) }
}

fn lasts(rule: &Duration, months: u32) -> bool {
    match rule {
        Duration::OneOf(allowed) => allowed.contains(&months),
        Duration::Range { from, to } => months >= *from && months <= *to,
    }
}

/// The independent organisations that count.
fn units<'a>(call: &Call, of: &Selector, members: &'a [Member]) -> BTreeSet<(bool, &'a str)> {
    members.iter().filter(|member| counts(call, of, member)).map(independent).collect()
}

/// The countries of those who count.
fn where_from(call: &Call, of: &Selector, members: &[Member]) -> BTreeSet<Country> {
    members.iter().filter(|member| counts(call, of, member)).filter_map(|member| member.organisation.country).collect()
}

fn each_country(call: &Call, rule: &EachCountry, members: &[Member]) -> Answer {
    let mut good = 0;
    let countries = where_from(call, &rule.of, members);
    for country in &countries {
        let here = |member: &&Member| member.organisation.country == Some(*country) && counts(call, &rule.of, member);
        let brings = |need: &CountryNeed| {
            let of_kind = |member: &&Member| member.organisation.kind.is_some_and(|kind| need.kinds.contains(kind));
            members.iter().filter(here).filter(of_kind).map(independent).collect::<BTreeSet<_>>().len() >= need.at_least as usize
        };
        good += usize::from(rule.needs.iter().all(brings));
    }
    judged(good, |good| good == countries.len())
}

fn only(call: &Call, rule: &Only, members: &[Member]) -> Answer {
    let concerned: Vec<&Member> =
        members.iter().filter(|member| rule.of.roles.contains(member.role) && asks(call, &rule.of, member)).collect();
    let allowed = concerned.iter().filter(|member| asks(call, &rule.allowed, member)).count();
    judged(allowed, |allowed| allowed == concerned.len())
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
    let struck_out = call.requirements().iter().any(|requirement| match &requirement.rule {
        Rule::Only(only) if only.outcome == Outcome::DoesNotCount => {
            only.of.roles.contains(member.role) && asks(call, &only.of, member) && !asks(call, &only.allowed, member)
        }
        _ => false,
    });
    selector.roles.contains(member.role) && asks(call, selector, member) && !lacks_charter && !struck_out
}

/// Whether kind and country are those of the selector.
fn asks(call: &Call, selector: &Selector, member: &Member) -> bool {
    let kind: OrganisationKind = member.organisation.kind.expect("every kind is stated");
    let country: Country = member.organisation.country.expect("every country is stated");
    let in_class = selector.class.is_none_or(|class| call.classes()[usize::from(class)].countries.contains(country));
    let has = selector.attribute.is_none_or(|attribute| member.organisation.attributes.get(attribute) == Some(true));
    in_class && has && selector.kinds.is_none_or(|kinds| kinds.contains(kind))
}
