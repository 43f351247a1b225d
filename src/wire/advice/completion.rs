//! What is missing, as data: in the abstract, from the pool, and so that nobody's leaving does harm.

use super::allowed::AllowedOut;
use super::request::{AdviceRequest, Head};
use super::seats::SeatsOut;
use crate::advice::{Additions, Change, PoolAdditions, Seats, TooMuch, complete, from_pool, safe};
use crate::wire::Word;
use crate::wire::call::GrantOut;
use serde::Serialize;
use std::sync::Arc;

/// How many sets of the pool are listed where nobody says how many.
pub const SETS: usize = 20;
/// The most sets of the pool that can be asked for.
pub const MOST_SETS: usize = 1_000;

/// What is missing.
#[derive(Serialize, Debug)]
pub struct CompletionOut<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    changes: Vec<ChangeOut<'a>>,
    additions: AdditionsOut,
    facts: Vec<&'a str>,
    pool: PoolOut<'a>,
    mixed: Option<MixedOut<'a>>,
    safe: AdditionsOut,
}

/// Something to change in the plan itself.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum ChangeOut<'a> {
    Applicant {
        present: Vec<&'a str>,
        candidates: Vec<&'a str>,
    },
    Duration {
        allowed: AllowedOut,
    },
    Grant {
        #[serde(flatten)]
        allowed: GrantOut,
    },
    Leave {
        requirement: Arc<str>,
        members: Vec<&'a str>,
        number: u32,
    },
    Show {
        requirement: Arc<str>,
        fact: Word,
        members: Vec<&'a str>,
    },
    Activities {
        requirement: Arc<str>,
    },
}

/// The organisations that are missing, whoever they are.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum AdditionsOut {
    Enough,
    Seats(SeatsOut),
    Never { requirements: Vec<Arc<str>> },
    Open { requirements: Vec<Arc<str>> },
    TooMuch { groups: u32, countries: u32 },
}

/// Organisations of the pool that are enough.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum PoolOut<'a> {
    Enough,
    Sets {
        number: u32,
        /// As text: a number of JS cannot hold it.
        ways: String,
        sets: Vec<Vec<&'a str>>,
    },
    Never,
    Open {
        requirements: Vec<Arc<str>>,
    },
    TooMuch {
        groups: u32,
        countries: u32,
    },
}

/// Organisations of the pool, and who else.
#[derive(Serialize, Debug)]
struct MixedOut<'a> {
    join: Vec<&'a str>,
    seats: SeatsOut,
}

impl<'a> CompletionOut<'a> {
    /// Asks what is missing; of the sets of the pool, at most so many are listed.
    pub fn of(request: &'a AdviceRequest<'a>, most: usize) -> CompletionOut<'a> {
        let AdviceRequest { call, reading, .. } = *request;
        let completion = complete(call, request.members(), request.project(), reading);
        let pool = from_pool(call, request.members(), request.pool(), reading, most.min(MOST_SETS));
        let mixed = |(join, seats): &(Vec<u32>, Seats)| MixedOut { join: request.waiting_at(join), seats: SeatsOut::of(request, seats) };
        CompletionOut {
            head: request.head(),
            changes: completion.changes.iter().map(|change| change_out(request, change)).collect(),
            additions: additions_out(request, &completion.additions),
            facts: request.members_at(&completion.facts),
            pool: pool_out(request, &pool.alone),
            mixed: pool.mixed.as_ref().map(mixed),
            safe: additions_out(request, &safe(call, request.members(), reading)),
        }
    }
}

pub(super) fn change_out<'a>(request: &'a AdviceRequest<'a>, change: &Change) -> ChangeOut<'a> {
    match change {
        Change::Applicant { present, candidates } => {
            ChangeOut::Applicant { present: request.members_at(present), candidates: request.members_at(candidates) }
        }
        Change::Duration { allowed } => ChangeOut::Duration { allowed: AllowedOut::of(allowed) },
        Change::Grant { allowed } => ChangeOut::Grant { allowed: GrantOut::of(allowed) },
        Change::Leave { requirement, members, number } => {
            ChangeOut::Leave { requirement: request.requirement(*requirement), members: request.members_at(members), number: *number }
        }
        Change::Show { requirement, members, fact } => ChangeOut::Show {
            requirement: request.requirement(*requirement),
            fact: Word(fact.as_str()),
            members: request.members_at(members),
        },
        Change::Activities { requirement } => ChangeOut::Activities { requirement: request.requirement(*requirement) },
    }
}

pub(super) fn additions_out(request: &AdviceRequest<'_>, additions: &Additions) -> AdditionsOut {
    match additions {
        Additions::Enough => AdditionsOut::Enough,
        Additions::Seats(seats) => AdditionsOut::Seats(SeatsOut::of(request, seats)),
        Additions::Never(requirements) => AdditionsOut::Never { requirements: request.requirements(requirements) },
        Additions::Open(requirements) => AdditionsOut::Open { requirements: request.requirements(requirements) },
        &Additions::TooMuch(TooMuch { groups, countries }) => AdditionsOut::TooMuch { groups, countries },
    }
}

fn pool_out<'a>(request: &'a AdviceRequest<'a>, additions: &PoolAdditions) -> PoolOut<'a> {
    match additions {
        PoolAdditions::Enough => PoolOut::Enough,
        PoolAdditions::Sets { number, ways, first } => {
            PoolOut::Sets { number: *number, ways: ways.to_string(), sets: first.iter().map(|set| request.waiting_at(set)).collect() }
        }
        PoolAdditions::Never => PoolOut::Never,
        PoolAdditions::Open(requirements) => PoolOut::Open { requirements: request.requirements(requirements) },
        &PoolAdditions::TooMuch(TooMuch { groups, countries }) => PoolOut::TooMuch { groups, countries },
    }
}
