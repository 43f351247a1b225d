//! What is missing: the fewest organisations after which every mandatory requirement is met, and all answers with so few.
//!
//! In the abstract ([`complete`]), from the visitor's own pool ([`from_pool`]), and so that nobody's leaving does harm ([`safe`]).
//! What no organisation can mend, such as the duration, is told apart as a [`Change`].

use super::change::{Change, changes};
use super::counting::Counting;
use super::fewest::{self, Aim, Answer, TooMuch};
use crate::engine::{Call, Consortium, LeftOut, Member, Organisation, Project, Reading, Report, Severity, Status, evaluate};
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
    /// There is too much to try for an exact answer.
    TooMuch(TooMuch),
}

/// Seats to be filled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seats {
    /// The fewest.
    pub number: u32,
    /// Answers with so few, in which no seat could ask for less; sixty at most, and at least one.
    pub answers: Vec<Answer>,
    /// Whether they are all: every set of so few that is enough fits one of them.
    pub is_all: bool,
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
    /// There is too much to try for an exact answer.
    TooMuch(TooMuch),
}

/// The fewest organisations, whoever they are, after which every mandatory requirement is met.
pub fn complete(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Completion {
    let counting = Counting::of(call, reading);
    let report = evaluate(call, &Consortium::new(members.to_vec(), project.clone()), reading);
    Completion {
        changes: changes(&counting, &report, members),
        additions: fewest::anybody(&counting, members, Aim::Met),
        facts: facts(&report),
    }
}

/// The fewest organisations, whoever they are, after which one member may leave, whoever it is, and every mandatory requirement
/// about the members is still met. Somebody else may then lead.
pub fn safe(call: &Call, members: &[Member], reading: Reading) -> Additions {
    fewest::anybody(&Counting::of(call, reading), members, Aim::Safe)
}

/// The fewest organisations of the pool after which every mandatory requirement is met, with the first `most` sets of so few.
pub fn from_pool(call: &Call, members: &[Member], pool: &[Rc<Organisation>], reading: Reading, most: usize) -> PoolCompletion {
    fewest::from_pool(&Counting::of(call, reading), members, pool, most)
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
