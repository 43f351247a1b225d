//! The forms in which reports, advice, calls and refusals leave the program: the same fields in JSON and as the objects of the JS API.
//!
//! Only what is here is serialised; the engine's own types are not, so they can change without breaking anyone.

mod advice;
mod call;
mod measured;
mod missing;
mod refusal;
mod report;

pub use advice::{AdviceOut, AdviceRequest, ChecklistOut, ComparisonOut, CompletionOut, MOST_SETS, SETS, WithdrawalsOut};
pub use call::{CallOut, ListedCall, RequirementOut, RuleOut};
pub use refusal::{ReadOwn, Refusal, RefusalOut};
pub use report::{ReportOut, StatusesOut, reason};

use crate::calls::Localised;
use serde::{Serialize, Serializer};

/// A word of a fixed set. It is serialised as a variant without data, so that the JS side keeps one string for each word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word(pub &'static str);

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Word", 0, self.0)
    }
}

/// A text in every language of the page.
#[derive(Serialize, Debug)]
pub struct TextsOut<'a> {
    sv: &'a str,
    fi: &'a str,
    en: &'a str,
}

impl<'a> TextsOut<'a> {
    fn of(texts: &'a Localised) -> TextsOut<'a> {
        TextsOut { sv: &texts.sv, fi: &texts.fi, en: &texts.en }
    }
}
