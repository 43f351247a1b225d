//! One consortium held against many calls: which of them it fits, what each still misses, and which is nearest.
//!
//! What a call asks and the plan does not state is asked, never guessed.

use super::change::Change;
use super::completion::{Additions, Completion, complete};
use super::mandatory;
use crate::engine::rule::Fact;
use crate::engine::{
    Attribute, Call, Consortium, Member, MissingFact, Project, ProjectFact, Reading, Report, Rule, Status, Verdict, evaluate,
};
use std::collections::BTreeMap;

/// What one call makes of the consortium.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// The call's place in the list that was given.
    pub call: usize,
    /// The verdict as things stand.
    pub verdict: Verdict,
    /// The status of each requirement, in call order.
    pub statuses: Vec<Status>,
    /// What is missing.
    pub completion: Completion,
    /// How near the consortium is.
    pub gap: Gap,
    /// Facts that are not stated and that decide a mandatory requirement.
    pub missing_facts: Vec<FactToState>,
}

/// How near a consortium is to a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Gap {
    /// Every mandatory requirement is met.
    Now,
    /// It fits once facts are stated as they have to be; nothing else stands in the way.
    Facts,
    /// It fits with so many more organisations, the fewest, and so many changes of the plan; of these numbers one may be 0, and both
    /// are where facts alone may do beside.
    With {
        /// Organisations, whoever they are.
        organisations: u32,
        /// Changes, such as the duration, the grant or the applicant.
        changes: u32,
    },
    /// Nobody can say exactly how many these requirements take.
    Unclear(Vec<usize>),
    /// It does not fit, whoever is added: these requirements stay unmet.
    Never(Vec<usize>),
}

/// A fact that is not stated and that decides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactToState {
    /// Which.
    pub fact: FactKind,
    /// Of which members; nobody where it is about the project.
    pub members: Vec<u32>,
}

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FactKind {
    /// What an organisation is.
    Kind,
    /// Where it is.
    Country,
    /// Whether it has an attribute.
    Attribute(Attribute),
    /// What it has to show.
    Show(Fact),
    /// A fact of the project.
    Project(ProjectFact),
}

impl Assessment {
    /// How far the call is: calls that fit, then those that may with facts, organisations or changes, then those without an exact answer,
    /// then those that never fit. Within these the fewest organisations, then the fewest changes (of those that never fit, the fewest
    /// requirements in the way), then the fewest facts that are not stated.
    pub fn nearness(&self) -> (u8, u32, u32, u32) {
        let count = |places: &[usize]| places.len() as u32;
        let (rank, organisations, changes) = match &self.gap {
            Gap::Now => (0, 0, 0),
            Gap::Facts => (1, 0, 0),
            Gap::With { organisations, changes } => (1, *organisations, *changes),
            Gap::Unclear(requirements) => (2, 0, count(requirements)),
            Gap::Never(requirements) => (3, 0, count(requirements)),
        };
        (rank, organisations, changes, self.missing_facts.iter().map(|missing| missing.members.len().max(1) as u32).sum())
    }
}

/// What each call makes of the consortium, the nearest first ([`Assessment::nearness`]); those as near as each other in the order given.
pub fn compare<'a>(calls: impl IntoIterator<Item = &'a Call>, members: &[Member], project: &Project, reading: Reading) -> Vec<Assessment> {
    let mut all: Vec<Assessment> =
        calls.into_iter().enumerate().map(|(place, call)| Assessment { call: place, ..assess(call, members, project, reading) }).collect();
    all.sort_by_key(Assessment::nearness);
    all
}

/// What one call makes of the consortium.
pub fn assess(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Assessment {
    let report = evaluate(call, &Consortium::new(members.to_vec(), project.clone()), reading);
    let completion = complete(call, members, project, reading);
    let gap = gap(call, &report, &completion);
    Assessment {
        call: 0,
        verdict: report.verdict,
        statuses: report.findings.iter().map(|finding| finding.status).collect(),
        gap,
        missing_facts: missing_facts(call, &report),
        completion,
    }
}

fn gap(call: &Call, report: &Report, completion: &Completion) -> Gap {
    match report.verdict {
        Verdict::Met => return Gap::Now,
        Verdict::Unknown => return Gap::Facts,
        Verdict::Unmet => {}
    }
    let unmet: Vec<(usize, &Rule)> = mandatory(call.requirements())
        .filter(|(place, _)| report.findings.get(*place).is_some_and(|finding| finding.status == Status::Unmet))
        .map(|(place, one)| (place, one.rule_in(report.reading)))
        .collect();
    let Missing { number, mended, hopeless } = missing(&completion.additions);
    let helped = matches!(completion.additions, Additions::Seats(_));
    let stays = |place: usize| hopeless.contains(&place) || leaves(&completion.changes, place);
    let never: Vec<usize> = unmet.iter().map(|(place, _)| *place).filter(|place| stays(*place)).collect();
    if !never.is_empty() {
        return Gap::Never(never);
    }
    let unclear = |(_, rule): &&(usize, &Rule)| !helped && !is_change(rule);
    let unclear: Vec<usize> = unmet.iter().filter(unclear).map(|(place, _)| *place).collect();
    if !unclear.is_empty() {
        return Gap::Unclear(unclear);
    }
    // Where nobody is missing for certain, facts may do what organisations would.
    let organisations = if unmet.iter().any(|(place, rule)| mended.contains(place) || !is_change(rule)) { number } else { 0 };
    let of_itself = completion.changes.iter().filter(|change| comes_of_itself(change)).count();
    let changes = unmet.iter().filter(|(_, rule)| is_change(rule)).count().saturating_sub(of_itself);
    Gap::With { organisations, changes: changes as u32 }
}

/// What the additions mend and what not.
struct Missing {
    number: u32,
    /// The requirements that miss somebody.
    mended: Vec<usize>,
    /// The requirements that no addition mends.
    hopeless: Vec<usize>,
}

fn missing(additions: &Additions) -> Missing {
    let (number, mended, hopeless) = match additions {
        Additions::Seats(seats) => (seats.number, seats.missing.iter().map(|(place, _)| *place).collect(), Vec::new()),
        Additions::Never(requirements) => (0, Vec::new(), requirements.clone()),
        Additions::Enough | Additions::Open(_) | Additions::TooMuch(_) => (0, Vec::new(), Vec::new()),
    };
    Missing { number, mended, hopeless }
}

/// Whether somebody has to leave for a requirement: no addition mends that.
fn leaves(changes: &[Change], place: usize) -> bool {
    changes.iter().any(|change| matches!(change, Change::Leave { requirement, .. } if *requirement == place))
}

/// Whether an unmet requirement asks for a change of the plan.
fn is_change(rule: &Rule) -> bool {
    matches!(rule, Rule::Coordinator(_) | Rule::EveryMember(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_))
}

/// Whether a change is made by adding somebody: there is no applicant, and one of those who are added becomes it.
fn comes_of_itself(change: &Change) -> bool {
    matches!(change, Change::Applicant { present, candidates } if present.is_empty() && candidates.is_empty())
}

/// The facts that mandatory requirements wait for, each with the members of whom it is not stated.
fn missing_facts(call: &Call, report: &Report) -> Vec<FactToState> {
    let mut missing_facts: BTreeMap<FactKind, Vec<u32>> = BTreeMap::new();
    for finding in mandatory(call.requirements()).filter_map(|(place, _)| report.findings.get(place)) {
        let facts = &finding.missing_facts;
        facts.project.into_iter().for_each(|fact| missing_facts.entry(FactKind::Project(fact)).or_default().clear());
        for MissingFact { member, kind, country, show, attribute } in facts.members.iter().copied() {
            let facts = [kind.then_some(FactKind::Kind), country.then_some(FactKind::Country), show.map(FactKind::Show)];
            let facts = facts.into_iter().flatten().chain(attribute.map(FactKind::Attribute));
            facts.for_each(|fact| missing_facts.entry(fact).or_default().push(member));
        }
    }
    let sorted = |mut members: Vec<u32>| {
        members.sort_unstable();
        members.dedup();
        members
    };
    missing_facts.into_iter().map(|(fact, members)| FactToState { fact, members: sorted(members) }).collect()
}
