//! What is still to be done, as data: to show, to answer, to confirm; who may lead; and what would turn each requirement.

use super::asked::{Asked, Head, ReasonOut};
use super::flip::FlipOut;
use super::question::QuestionOut;
use crate::advice::{Confirmed, Evidence, Lead, checklist, confirmed, coordinators, flip, questions};
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
    pub fn of(asked: &'a Asked<'a>) -> ChecklistOut<'a> {
        let (call, members, project, reading) = (asked.call, asked.members(), asked.project(), asked.reading);
        let why = |place| WhyOut {
            requirement: asked.requirement(place),
            flip: FlipOut::of(asked, flip(call, members, project, reading, place)),
        };
        ChecklistOut {
            head: asked.head(),
            evidence: checklist(call, members).iter().map(|evidence| evidence_out(asked, evidence)).collect(),
            questions: questions(call, members, project).iter().map(|question| QuestionOut::of(asked, question)).collect(),
            confirmed: confirmed(call, members, project, reading).map(|found| confirmed_out(asked, &found)),
            coordinators: coordinators(call, members, project, reading).iter().map(|lead| lead_out(asked, lead)).collect(),
            why: (0..call.requirements().len()).map(why).collect(),
        }
    }
}

fn evidence_out<'a>(asked: &'a Asked<'a>, evidence: &Evidence) -> EvidenceOut<'a> {
    match evidence {
        Evidence::Charter { member, stated } => EvidenceOut::Charter { organisation: asked.member(*member), stated: *stated },
        Evidence::AddedValue { member, stated } => EvidenceOut::AddedValue { organisation: asked.member(*member), stated: *stated },
        Evidence::Commitment { member, commitment } => {
            EvidenceOut::Commitment { organisation: asked.member(*member), commitment: Word(commitment.as_str()) }
        }
        Evidence::Experience { member, stated } => EvidenceOut::Experience { organisation: asked.member(*member), stated: *stated },
        Evidence::SharedGroup { members } => EvidenceOut::SharedGroup { organisations: asked.members_at(members) },
        Evidence::AlikeNames { one, other } => EvidenceOut::AlikeNames { organisations: [asked.member(*one), asked.member(*other)] },
    }
}

fn confirmed_out<'a>(asked: &'a Asked<'a>, found: &Confirmed) -> ConfirmedOut<'a> {
    let status = |(place, status): (usize, &Status)| StatusOut { requirement: asked.requirement(place), status: Word(status.as_str()) };
    ConfirmedOut {
        verdict: Word(found.verdict.as_str()),
        statuses: found.statuses.iter().enumerate().map(status).collect(),
        left: asked.members_at(&found.left),
    }
}

fn lead_out<'a>(asked: &'a Asked<'a>, lead: &Lead) -> LeadOut<'a> {
    let (may, reason) = match lead.may {
        Fit::Yes => ("yes", None),
        Fit::Maybe(reason) => ("maybe", Some(reason)),
        Fit::No(reason) => ("no", Some(reason)),
    };
    let changed = |(place, from, to): &(usize, Status, Status)| ChangedOut {
        requirement: asked.requirement(*place),
        from: Word(from.as_str()),
        to: Word(to.as_str()),
    };
    LeadOut {
        organisation: asked.member(lead.member),
        may: Word(may),
        reason: reason.map(|reason| asked.reason(reason)),
        is: lead.is,
        changes: lead.changes.iter().map(changed).collect(),
    }
}
