//! What is still open, as data: facts to state, matters for a person, sentences that allow two readings.

use super::Asked;
use crate::advice::{OpenMember, ProjectFact, Question};
use crate::engine::Status;
use crate::wire::Word;
use serde::Serialize;
use std::sync::Arc;

/// An open point.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum QuestionOut<'a> {
    Facts { requirement: Arc<str>, members: Vec<OpenOut<'a>>, project: Option<Word> },
    Review { requirement: Arc<str> },
    Readings { requirement: Arc<str>, strict: ReadOut, lenient: ReadOut },
}

/// A member with facts that decide a requirement and are not stated.
#[derive(Serialize, Debug)]
pub(super) struct OpenOut<'a> {
    organisation: &'a str,
    kind: bool,
    country: bool,
    show: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<Word>,
}

/// What one reading says.
#[derive(Serialize, Debug)]
pub(super) struct ReadOut {
    status: Word,
    have: u64,
    need: u64,
}

impl<'a> QuestionOut<'a> {
    pub(super) fn of(asked: &'a Asked<'a>, question: &Question) -> QuestionOut<'a> {
        match question {
            Question::Facts { requirement, members, project } => QuestionOut::Facts {
                requirement: asked.requirement(*requirement),
                members: members.iter().map(|open| open_out(asked, open)).collect(),
                project: project.map(fact_out),
            },
            Question::Review { requirement } => QuestionOut::Review { requirement: asked.requirement(*requirement) },
            Question::Readings { requirement, strict, strict_have, need, lenient, lenient_have, lenient_need } => QuestionOut::Readings {
                requirement: asked.requirement(*requirement),
                strict: read_out(*strict, *strict_have, *need),
                lenient: read_out(*lenient, *lenient_have, *lenient_need),
            },
        }
    }
}

fn open_out<'a>(asked: &'a Asked<'a>, open: &OpenMember) -> OpenOut<'a> {
    let OpenMember { member, kind, country, show, attribute } = *open;
    OpenOut {
        organisation: asked.member(member),
        kind,
        country,
        show: show.map(|fact| Word(fact.as_str())),
        attribute: attribute.map(|one| Word(one.as_str())),
    }
}

fn read_out(status: Status, have: u64, need: u64) -> ReadOut {
    ReadOut { status: Word(status.as_str()), have, need }
}

const fn fact_out(fact: ProjectFact) -> Word {
    Word(match fact {
        ProjectFact::Duration => "duration",
        ProjectFact::Activities => "activities",
    })
}
