//! What is still to be done, as data: to show, to answer, to confirm; who may lead; and what would turn each requirement.

use super::flip::FlipOut;
use super::question::QuestionOut;
use super::request::{AdviceRequest, Head, ReasonOut};
use crate::advice::{Confirmed, Evidence, Lead, checklist, confirmed, coordinators, questions, tipping_point};
use crate::engine::{Fit, Status};
use crate::wire::Word;
use serde::Serialize;
use std::sync::Arc;

/// What is still to be done.
#[derive(Serialize, Debug)]
pub struct ChecklistOut<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    evidence: Vec<EvidenceOut<'a>>,
    questions: Vec<QuestionOut<'a>>,
    confirmed: Option<ConfirmedOut<'a>>,
    coordinators: Vec<LeadOut<'a>>,
    why: Vec<WhyOut<'a>>,
}

/// Something to show or to check.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum EvidenceOut<'a> {
    Charter { organisation: &'a str, stated: Option<bool> },
    AddedValue { organisation: &'a str, stated: bool },
    Commitment { organisation: &'a str, commitment: Word },
    Experience { organisation: &'a str, stated: bool },
    SharedGroup { organisations: Vec<&'a str> },
    AlikeNames { organisations: [&'a str; 2] },
}

/// What holds if only those join who have confirmed it.
#[derive(Serialize, Debug)]
struct ConfirmedOut<'a> {
    verdict: Word,
    statuses: Vec<StatusOut>,
    left: Vec<&'a str>,
}

#[derive(Serialize, Debug)]
struct StatusOut {
    requirement: Arc<str>,
    status: Word,
}

/// What follows if a member leads.
#[derive(Serialize, Debug)]
struct LeadOut<'a> {
    organisation: &'a str,
    may: Word,
    #[serde(flatten)]
    reason: Option<ReasonOut<'a>>,
    is: bool,
    changes: Vec<ChangedOut>,
}

#[derive(Serialize, Debug)]
struct ChangedOut {
    requirement: Arc<str>,
    from: Word,
    to: Word,
}

/// What would turn a requirement.
#[derive(Serialize, Debug)]
struct WhyOut<'a> {
    requirement: Arc<str>,
    flip: FlipOut<'a>,
}

impl<'a> ChecklistOut<'a> {
    /// Asks what is still to be done.
    pub fn of(request: &'a AdviceRequest<'a>) -> ChecklistOut<'a> {
        let (call, members, project, reading) = (request.call, request.members(), request.project(), request.reading);
        let why = |place| WhyOut {
            requirement: request.requirement(place),
            flip: FlipOut::of(request, tipping_point(call, members, project, reading, place)),
        };
        ChecklistOut {
            head: request.head(),
            evidence: checklist(call, members).iter().map(|evidence| evidence_out(request, evidence)).collect(),
            questions: questions(call, members, project).iter().map(|question| QuestionOut::of(request, question)).collect(),
            confirmed: confirmed(call, members, project, reading).map(|found| confirmed_out(request, &found)),
            coordinators: coordinators(call, members, project, reading).iter().map(|lead| lead_out(request, lead)).collect(),
            why: (0..call.requirements().len()).map(why).collect(),
        }
    }
}

fn evidence_out<'a>(request: &'a AdviceRequest<'a>, evidence: &Evidence) -> EvidenceOut<'a> {
    match evidence {
        Evidence::Charter { member, stated } => EvidenceOut::Charter { organisation: request.member(*member), stated: *stated },
        Evidence::AddedValue { member, stated } => EvidenceOut::AddedValue { organisation: request.member(*member), stated: *stated },
        Evidence::Commitment { member, commitment } => {
            EvidenceOut::Commitment { organisation: request.member(*member), commitment: Word(commitment.as_str()) }
        }
        Evidence::Experience { member, stated } => EvidenceOut::Experience { organisation: request.member(*member), stated: *stated },
        Evidence::SharedGroup { members } => EvidenceOut::SharedGroup { organisations: request.members_at(members) },
        Evidence::AlikeNames { one, other } => EvidenceOut::AlikeNames { organisations: [request.member(*one), request.member(*other)] },
    }
}

fn confirmed_out<'a>(request: &'a AdviceRequest<'a>, found: &Confirmed) -> ConfirmedOut<'a> {
    let status = |(place, status): (usize, &Status)| StatusOut { requirement: request.requirement(place), status: Word(status.as_str()) };
    ConfirmedOut {
        verdict: Word(found.verdict.as_str()),
        statuses: found.statuses.iter().enumerate().map(status).collect(),
        left: request.members_at(&found.left),
    }
}

fn lead_out<'a>(request: &'a AdviceRequest<'a>, lead: &Lead) -> LeadOut<'a> {
    let (may, reason) = match lead.may {
        Fit::Yes => ("yes", None),
        Fit::Maybe(reason) => ("maybe", Some(reason)),
        Fit::No(reason) => ("no", Some(reason)),
    };
    let changed = |(place, from, to): &(usize, Status, Status)| ChangedOut {
        requirement: request.requirement(*place),
        from: Word(from.as_str()),
        to: Word(to.as_str()),
    };
    LeadOut {
        organisation: request.member(lead.member),
        may: Word(may),
        reason: reason.map(|reason| request.reason(reason)),
        is: lead.is,
        changes: lead.changes.iter().map(changed).collect(),
    }
}
