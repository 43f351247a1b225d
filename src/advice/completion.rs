//! What is missing: the fewest organisations after which every mandatory requirement is met, and all answers with so few.
//!
//! In the abstract ([`complete`]), from the visitor's own pool ([`from_pool`]), and so that nobody's leaving does harm ([`safe`]).
//! What no organisation can mend, such as the duration, is told apart as a [`Change`].

use super::change::{Change, changes};
use super::listing::{Set, list};
use super::need::{Aim, Counting, Need};
use super::pattern::{Answer, answers};
use super::search::{Found, search};
use super::steps::{added, items, unnamed};
use super::supply::Supply;
use super::wide;
use crate::engine::{Call, Consortium, LeftOut, Member, Organisation, Project, Reading, Report, Role, Severity, Status, evaluate};
use std::rc::Rc;

/// What is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What no organisation can mend.
    pub changes: Vec<Change>,
    /// The organisations that are missing.
    pub additions: Additions,
    /// Members whose facts, once stated, may make a mandatory requirement hold without anybody else.
    pub facts: Vec<u32>,
}

/// The organisations that are missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Additions {
    /// None.
    Enough,
    /// So many, in one of these ways.
    Seats(Seats),
    /// However many are added, these requirements stay unmet.
    Never(Vec<usize>),
    /// Facts of members that are not stated decide, whoever is added: of these requirements.
    Open(Vec<usize>),
    /// There is too much to try for an exact answer, such as many legal groups in several countries.
    TooMany,
    /// It is not worked out for such a call.
    NotWorkedOut,
}

/// Seats to be filled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seats {
    /// The fewest.
    pub number: u32,
    /// All answers with so few; the first sixty. Where more members can also do harm (too many, too many countries, countries that then
    /// lack something, others outnumbered): some of them, and at least one.
    pub answers: Vec<Answer>,
    /// The requirements that miss something, and how much.
    pub missing: Vec<(usize, u32)>,
}

/// What the pool can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PoolCompletion {
    /// With organisations of the pool alone.
    pub alone: PoolAdditions,
    /// With as few organisations as possible, as many of them as possible from the pool: these, and who else.
    pub mixed: Option<(Vec<u32>, Seats)>,
}

/// Organisations of the pool that are enough.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PoolAdditions {
    /// None is missing.
    Enough,
    /// Sets of the fewest.
    Sets {
        /// How many organisations are in each.
        number: u32,
        /// How many sets there are; `u128::MAX` stands for at least so many.
        ways: u128,
        /// The first sets, each by places in the pool; those that help no more than is needed come first.
        first: Vec<Vec<u32>>,
    },
    /// The whole pool would not be enough.
    Never,
    /// Facts of members that are not stated decide, whoever is added: of these requirements.
    Open(Vec<usize>),
    /// There is too much to try for an exact answer, such as many legal groups in several countries.
    TooMany,
}

/// The fewest organisations, whoever they are, after which every mandatory requirement is met.
pub fn complete(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Completion {
    let counting = Counting::of(call, reading);
    let report = evaluate(call, &Consortium::new(members.to_vec(), project.clone()), reading);
    Completion { changes: changes(&counting, &report, members), additions: fewest(&counting, members), facts: facts(&report) }
}

fn fewest(counting: &Counting<'_>, members: &[Member]) -> Additions {
    if wide::is_wide(counting.call, counting.reading) {
        return wide::anybody(counting, members);
    }
    anybody(counting, &counting.needs(members, Aim::Met))
}

/// The fewest organisations, whoever they are, after which one member may leave, whoever it is, and every mandatory requirement
/// about the members is still met. Somebody else may then lead. It is not worked out where more members can also do harm. Exact while there is a country that nobody is from yet.
pub fn safe(call: &Call, members: &[Member], reading: Reading) -> Additions {
    if wide::is_wide(call, reading) {
        return Additions::NotWorkedOut;
    }
    let counting = Counting::of(call, reading);
    anybody(&counting, &counting.needs(members, Aim::Safe))
}

/// The fewest organisations of the pool after which every mandatory requirement is met, with the first `most` sets of so few.
pub fn from_pool(call: &Call, members: &[Member], pool: &[Rc<Organisation>], reading: Reading, most: usize) -> PoolCompletion {
    let counting = Counting::of(call, reading);
    if wide::is_wide(call, reading) {
        return wide::from_pool(&counting, members, pool, most);
    }
    let needs = counting.needs(members, Aim::Met);
    if needs.is_empty() {
        return PoolCompletion { alone: PoolAdditions::Enough, mixed: None };
    }
    let alone = alone(&counting, &needs, pool, most);
    PoolCompletion { alone, mixed: mixed(&counting, &needs, members, pool) }
}

fn alone(counting: &Counting<'_>, needs: &[Need], pool: &[Rc<Organisation>], most: usize) -> PoolAdditions {
    let supply = Supply::of(counting, needs, pool, false);
    let Some(items) = items(needs, &supply) else { return PoolAdditions::TooMany };
    match search(needs, &supply, &items, true) {
        Found::Never => PoolAdditions::Never,
        Found::TooMany => PoolAdditions::TooMany,
        Found::Least { cost, ways, runs } => {
            let first = list(&supply, &items, &runs, cost, most).into_iter().map(|set| set.places).collect();
            PoolAdditions::Sets { number: added(cost), ways, first }
        }
    }
}

fn mixed(counting: &Counting<'_>, needs: &[Need], members: &[Member], pool: &[Rc<Organisation>]) -> Option<(Vec<u32>, Seats)> {
    let supply = Supply::of(counting, needs, pool, true);
    let items = items(needs, &supply)?;
    let Found::Least { cost, runs, .. } = search(needs, &supply, &items, false) else { return None };
    let Set { places, .. } = list(&supply, &items, &runs, cost, 1).into_iter().next().filter(|_| unnamed(cost) > 0)?;
    let joined = places.iter().filter_map(|place| pool.get(*place as usize)).cloned();
    let joined = joined.map(|organisation| Member { organisation, role: Role::Partner, affiliated_to: None });
    let with: Vec<Member> = members.iter().cloned().chain(joined).collect();
    match anybody(counting, &counting.needs(&with, Aim::Met)) {
        Additions::Seats(seats) if !places.is_empty() => Some((places, seats)),
        _ => None,
    }
}

fn anybody(counting: &Counting<'_>, needs: &[Need]) -> Additions {
    if needs.is_empty() {
        return Additions::Enough;
    }
    let supply = Supply::of(counting, needs, &[], true);
    let Some(items) = items(needs, &supply) else { return Additions::TooMany };
    match search(needs, &supply, &items, false) {
        Found::TooMany => Additions::TooMany,
        Found::Never => Additions::Never(hopeless(counting, needs)),
        Found::Least { cost, .. } => {
            let missing = needs.iter().map(|need| (need.requirement, need.missing)).collect();
            Additions::Seats(Seats { number: added(cost), answers: answers(counting, needs, &supply, added(cost)), missing })
        }
    }
}

/// The requirements that cannot be met by themselves; all of them where they only cannot be met together.
fn hopeless(counting: &Counting<'_>, needs: &[Need]) -> Vec<usize> {
    let is_hopeless = |need: &&Need| {
        let alone = std::slice::from_ref(*need);
        let supply = Supply::of(counting, alone, &[], true);
        items(alone, &supply).is_some_and(|items| matches!(search(alone, &supply, &items, false), Found::Never))
    };
    let found: Vec<usize> = needs.iter().filter(is_hopeless).map(|need| need.requirement).collect();
    if found.is_empty() { needs.iter().map(|need| need.requirement).collect() } else { found }
}

/// Members whose facts are open where a mandatory requirement does not hold yet and might with them.
fn facts(report: &Report) -> Vec<u32> {
    let unknown = report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Mandatory && finding.measured.possible() > finding.measured.figures().0);
    // What is unmet stays so whatever the facts.
    let open = unknown.filter(|finding| finding.status == Status::Unknown);
    let mut places: Vec<u32> = open
        .flat_map(|finding| &finding.left_out)
        .filter(|(_, reason)| matches!(reason, LeftOut::NotStated { .. } | LeftOut::AttributeNotStated(_)))
        .map(|(place, _)| *place)
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}
