//! The texts of a language, as the build has written them: one a line, in the order of the messages.

use super::Language;
use super::messages::{AdviceMessage, Message};
use std::sync::LazyLock;

/// One text a line.
type Lines = LazyLock<Vec<&'static str>>;

/// The texts of a language. A program that does not give answers does not carry their texts.
struct Texts {
    page: Lines,
    answers: Lines,
}

macro_rules! carried {
    ($language:literal) => {
        Texts {
            page: LazyLock::new(|| include_str!(concat!(env!("OUT_DIR"), "/page.", $language)).lines().collect()),
            answers: LazyLock::new(|| include_str!(concat!(env!("OUT_DIR"), "/answers.", $language)).lines().collect()),
        }
    };
}

static SV: Texts = carried!("sv");
static FI: Texts = carried!("fi");
static EN: Texts = carried!("en");

impl Language {
    /// The text of a message, in the form that its numbers choose.
    pub(super) fn of_message(self, message: Message<'_>) -> &'static str {
        chosen(&self.texts().page, message.place(), |number| message.is_one(number))
    }

    /// The text of an answer, in the form that its number chooses.
    pub(super) fn of_answer(self, message: AdviceMessage, number: usize) -> &'static str {
        chosen(&self.texts().answers, message as usize, |_| number == 1)
    }

    fn texts(self) -> &'static Texts {
        match self {
            Language::Sv => &SV,
            Language::Fi => &FI,
            Language::En => &EN,
        }
    }
}

/// A line in the form that a number chooses: where there are forms, the name of the number stands before them.
fn chosen(lines: &Lines, place: usize, is_one: impl Fn(&str) -> bool) -> &'static str {
    let line = lines.get(place).copied().unwrap_or_default();
    let mut parts = line.splitn(3, '\t');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(number), Some(one), Some(other)) => {
            if is_one(number) {
                one
            } else {
                other
            }
        }
        _ => line,
    }
}
