//! What is still open, as data: facts to state, matters for a person, sentences that allow two readings.

use super::AdviceRequest;
use crate::advice::Question;
use crate::engine::{Measured, Status};
use crate::wire::Word;
use crate::wire::measured::MeasuredOut;
use crate::wire::missing::MissingFactsOut;
use serde::Serialize;
use std::sync::Arc;

/// An open point.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum QuestionOut<'a> {
    Facts {
        requirement: Arc<str>,
        #[serde(flatten)]
        facts: MissingFactsOut<'a>,
    },
    Review {
        requirement: Arc<str>,
    },
    Readings {
        requirement: Arc<str>,
        strict: ReadOut,
        lenient: ReadOut,
    },
}

/// What one reading says.
#[derive(Serialize, Debug)]
pub(super) struct ReadOut {
    status: Word,
    measured: MeasuredOut,
}

impl<'a> QuestionOut<'a> {
    pub(super) fn of(request: &'a AdviceRequest<'a>, question: &Question) -> QuestionOut<'a> {
        match question {
            Question::Facts { requirement, facts } => QuestionOut::Facts {
                requirement: request.requirement(*requirement),
                facts: MissingFactsOut::of(facts, &|place| request.member(place)),
            },
            Question::Review { requirement } => QuestionOut::Review { requirement: request.requirement(*requirement) },
            Question::Readings { requirement, strict, strict_measured, lenient, lenient_measured } => QuestionOut::Readings {
                requirement: request.requirement(*requirement),
                strict: read_out(*strict, strict_measured),
                lenient: read_out(*lenient, lenient_measured),
            },
        }
    }
}

fn read_out(status: Status, measured: &Measured) -> ReadOut {
    ReadOut { status: Word(status.as_str()), measured: MeasuredOut::of(measured) }
}
