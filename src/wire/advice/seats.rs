//! Seats to be filled: how many, and who could take them.

use super::AdviceRequest;
use crate::advice::{Answer, Seat, Seats};
use crate::engine::OrganisationKind;
use crate::wire::Word;
use serde::Serialize;
use std::sync::Arc;

/// Seats to be filled.
#[derive(Serialize, Debug)]
pub(super) struct SeatsOut {
    number: u32,
    missing: Vec<MissingOut>,
    answers: Vec<AnswerOut>,
    /// Whether these are all answers.
    all: bool,
}

#[derive(Serialize, Debug)]
struct MissingOut {
    requirement: Arc<str>,
    missing: u32,
}

/// Seats that are enough together.
#[derive(Serialize, Debug)]
struct AnswerOut {
    seats: Vec<SeatOut>,
    countries: Vec<CountriesOut>,
}

#[derive(Serialize, Debug)]
struct SeatOut {
    kinds: Option<Vec<Word>>,
    classes: Vec<Arc<str>>,
    new_country: Vec<Arc<str>>,
    leads: bool,
    helps: Vec<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    together: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<Word>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    denied: Vec<Word>,
}

#[derive(Serialize, Debug)]
struct CountriesOut {
    requirement: Arc<str>,
    new: u32,
}

impl SeatsOut {
    pub(super) fn of(request: &AdviceRequest<'_>, seats: &Seats) -> SeatsOut {
        let missing =
            |(requirement, missing): &(usize, u32)| MissingOut { requirement: request.requirement(*requirement), missing: *missing };
        SeatsOut {
            number: seats.number,
            missing: seats.missing.iter().map(missing).collect(),
            answers: seats.answers.iter().map(|answer| answer_out(request, answer)).collect(),
            all: seats.is_all,
        }
    }
}

fn answer_out(request: &AdviceRequest<'_>, answer: &Answer) -> AnswerOut {
    let countries = |(requirement, new): &(usize, u32)| CountriesOut { requirement: request.requirement(*requirement), new: *new };
    AnswerOut {
        seats: answer.seats.iter().map(|seat| seat_out(request, seat)).collect(),
        countries: answer.countries.iter().map(countries).collect(),
    }
}

fn seat_out(request: &AdviceRequest<'_>, seat: &Seat) -> SeatOut {
    SeatOut {
        kinds: seat.kinds.map(|kinds| kinds.iter().map(|kind: OrganisationKind| Word(kind.as_str())).collect()),
        classes: seat.classes.iter().filter_map(|place| request.class(*place)).map(Arc::from).collect(),
        new_country: request.requirements(&seat.new_country),
        leads: seat.leads,
        helps: request.requirements(&seat.helps),
        country: seat.country.map(|country| country.code().to_owned()),
        together: seat.together,
        attributes: seat.attributes.iter().map(|attribute| Word(attribute.as_str())).collect(),
        denied: seat.denied.iter().map(|attribute| Word(attribute.as_str())).collect(),
    }
}
