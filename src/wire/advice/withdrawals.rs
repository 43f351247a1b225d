//! What falls if members withdraw, as data, and who of the pool could come in.

use super::request::{AdviceRequest, Head};
use crate::advice::{Pair, Substitute, dispensable, lean, substitutes, withdrawals};
use serde::Serialize;
use std::sync::Arc;

/// How many substitutes are listed for each member.
const SUBSTITUTES: usize = 5;

/// What falls if members withdraw.
#[derive(Serialize, Debug)]
pub struct WithdrawalsOut<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    alone: Vec<AloneOut<'a>>,
    pairs: Vec<PairOut<'a>>,
    any: Option<u32>,
    any_is_exact: bool,
    successors: Vec<&'a str>,
    dispensable: Vec<&'a str>,
    lean: Vec<&'a str>,
    lean_is_exact: bool,
}

#[derive(Serialize, Debug)]
struct AloneOut<'a> {
    organisation: &'a str,
    breaks: Vec<Arc<str>>,
    substitutes: Vec<SubstituteOut<'a>>,
}

#[derive(Serialize, Debug)]
struct SubstituteOut<'a> {
    organisation: &'a str,
    broken: Vec<Arc<str>>,
}

#[derive(Serialize, Debug)]
struct PairOut<'a> {
    organisations: [&'a str; 2],
    breaks: Vec<Arc<str>>,
}

impl<'a> WithdrawalsOut<'a> {
    /// Asks what falls.
    pub fn of(request: &'a AdviceRequest<'a>) -> WithdrawalsOut<'a> {
        let (call, members, project, reading) = (request.call, request.members(), request.project(), request.reading);
        let found = withdrawals(call, members, project, reading);
        let together = lean(call, members, project, reading);
        let pair = |pair: &Pair| PairOut {
            organisations: [request.member(pair.one), request.member(pair.other)],
            breaks: request.requirements(&pair.breaks),
        };
        WithdrawalsOut {
            head: request.head(),
            alone: (0..).zip(&found.alone).map(|(place, breaks)| alone(request, place, breaks)).collect(),
            pairs: found.pairs.iter().map(pair).collect(),
            any: found.any,
            any_is_exact: found.any_is_exact,
            successors: request.members_at(&found.successors),
            dispensable: request.members_at(&dispensable(call, members, project, reading)),
            lean: request.members_at(&together.members),
            lean_is_exact: together.exact,
        }
    }
}

fn alone<'a>(request: &'a AdviceRequest<'a>, place: u32, breaks: &[usize]) -> AloneOut<'a> {
    let out =
        |one: &Substitute| SubstituteOut { organisation: request.waiting(one.organisation), broken: request.requirements(&one.broken) };
    // Where nothing breaks, nobody has to come in.
    let found = if breaks.is_empty() {
        Vec::new()
    } else {
        substitutes(request.call, request.members(), request.project(), request.pool(), place, request.reading)
    };
    AloneOut {
        organisation: request.member(place),
        breaks: request.requirements(breaks),
        substitutes: found.iter().take(SUBSTITUTES).map(out).collect(),
    }
}
