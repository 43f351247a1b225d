//! Which call suits, as data: a row a call, the nearest first.

use super::completion::{AdditionsOut, ChangeOut, additions_out, change_out};
use super::request::{AdviceRequest, Head};
use crate::advice::{Assessment, FactKind, FactToState, Gap, compare};
use crate::engine::Status;
use crate::wire::Word;
use serde::Serialize;
use std::sync::Arc;

/// What each call makes of a plan.
#[derive(Serialize, Debug)]
pub struct ComparisonOut<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    rows: Vec<RowOut<'a>>,
}

/// What one call makes of it.
#[derive(Serialize, Debug)]
struct RowOut<'a> {
    call: &'a str,
    year: u16,
    variant: Option<&'a str>,
    reach: ReachOut,
    verdict: Word,
    statuses: Vec<StatusOut>,
    changes: Vec<ChangeOut<'a>>,
    additions: AdditionsOut,
    asks: Vec<AskOut<'a>>,
}

/// How near the plan is.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum ReachOut {
    Now,
    Facts,
    With { organisations: u32, changes: u32 },
    Unclear { requirements: Vec<Arc<str>> },
    Never { requirements: Vec<Arc<str>> },
}

#[derive(Serialize, Debug)]
struct StatusOut {
    requirement: Arc<str>,
    status: Word,
}

/// A fact that is not stated and that decides.
#[derive(Serialize, Debug)]
struct AskOut<'a> {
    what: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<Word>,
    organisations: Vec<&'a str>,
}

impl<'a> ComparisonOut<'a> {
    /// Asks what each of the calls makes of the plan; `under` is the plan under each of them ([`AdviceRequest::under`]).
    pub fn of(request: &'a AdviceRequest<'a>, under: &'a [AdviceRequest<'a>]) -> ComparisonOut<'a> {
        let found = compare(under.iter().map(|one| one.call), request.members(), request.project(), request.reading);
        let rows = found.iter().filter_map(|assessment| under.get(assessment.call).map(|under| row(under, assessment)));
        ComparisonOut { head: request.head(), rows: rows.collect() }
    }
}

fn row<'a>(request: &'a AdviceRequest<'a>, assessment: &Assessment) -> RowOut<'a> {
    let status = |(place, status): (usize, &Status)| StatusOut { requirement: request.requirement(place), status: Word(status.as_str()) };
    RowOut {
        call: request.call.id(),
        year: request.call.year(),
        variant: request.call.variant(),
        reach: reach_out(request, &assessment.gap),
        verdict: Word(assessment.verdict.as_str()),
        statuses: assessment.statuses.iter().enumerate().map(status).collect(),
        changes: assessment.completion.changes.iter().map(|change| change_out(request, change)).collect(),
        additions: additions_out(request, &assessment.completion.additions),
        asks: assessment.missing_facts.iter().map(|ask| ask_out(request, ask)).collect(),
    }
}

fn reach_out(request: &AdviceRequest<'_>, reach: &Gap) -> ReachOut {
    match reach {
        Gap::Now => ReachOut::Now,
        Gap::Facts => ReachOut::Facts,
        Gap::With { organisations, changes } => ReachOut::With { organisations: *organisations, changes: *changes },
        Gap::Unclear(requirements) => ReachOut::Unclear { requirements: request.requirements(requirements) },
        Gap::Never(requirements) => ReachOut::Never { requirements: request.requirements(requirements) },
    }
}

fn ask_out<'a>(request: &'a AdviceRequest<'a>, ask: &FactToState) -> AskOut<'a> {
    let (what, attribute, fact) = match ask.fact {
        FactKind::Kind => ("kind", None, None),
        FactKind::Country => ("country", None, None),
        FactKind::Attribute(attribute) => ("attribute", Some(Word(attribute.as_str())), None),
        FactKind::Show(fact) => ("show", None, Some(Word(fact.as_str()))),
        FactKind::Project(fact) => (fact.as_str(), None, None),
    };
    AskOut { what: Word(what), attribute, fact, organisations: request.members_at(&ask.members) }
}
