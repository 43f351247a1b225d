//! Facts that are not stated and that decide, as data.

use super::Word;
use crate::engine::{MissingFact, MissingFacts};
use serde::Serialize;

/// What an unknown requirement waits for.
#[derive(Serialize, Debug)]
pub(crate) struct MissingFactsOut<'a> {
    members: Vec<MissingFactOut<'a>>,
    project: Option<Word>,
}

/// Facts of one member.
#[derive(Serialize, Debug)]
struct MissingFactOut<'a> {
    organisation: &'a str,
    kind: bool,
    country: bool,
    show: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<Word>,
}

impl<'a> MissingFactsOut<'a> {
    /// `id`: of the member with a place.
    pub(crate) fn of(facts: &MissingFacts, id: &dyn Fn(u32) -> &'a str) -> MissingFactsOut<'a> {
        let out = |missing: &MissingFact| MissingFactOut {
            organisation: id(missing.member),
            kind: missing.kind,
            country: missing.country,
            show: missing.show.map(|fact| Word(fact.as_str())),
            attribute: missing.attribute.map(|attribute| Word(attribute.as_str())),
        };
        MissingFactsOut { members: facts.members.iter().map(out).collect(), project: facts.project.map(|fact| Word(fact.as_str())) }
    }
}
