//! The texts of the languages, as the build has written them: one a line, in the order of the messages.
//!
//! What a visitor loads begins with none, and takes in those of a language when they have been loaded; other programs carry all of them.

use super::Language;
use super::messages::{AdviceMessage, COUNT, Message};
use crate::calls::take_texts;
use std::sync::OnceLock;

/// One text a line.
type Lines = Vec<&'static str>;

/// What is known of each language. It is the same for everybody and never changes, so it is kept once, for all.
static PAGE: [OnceLock<Lines>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
static ANSWERS: [OnceLock<Lines>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

macro_rules! carried {
    ($name:literal, $language:expr) => {
        match $language {
            Language::Sv => include_str!(concat!(env!("OUT_DIR"), "/", $name, ".sv")),
            Language::Fi => include_str!(concat!(env!("OUT_DIR"), "/", $name, ".fi")),
            Language::En => include_str!(concat!(env!("OUT_DIR"), "/", $name, ".en")),
        }
    };
}

/// The files beside the page: the texts of the page in each language, with their names before these get their hashes.
pub fn text_files() -> impl Iterator<Item = (String, &'static str)> {
    Language::ALL.iter().map(|language| (format!("texts/{}.txt", language.as_str()), carried!("page", language)))
}

/// Those of the answers, then those of the calls, which the library loads.
pub fn answer_files() -> impl Iterator<Item = (String, &'static str)> {
    Language::ALL.iter().map(|language| (format!("texts/answers-{}.txt", language.as_str()), carried!("answers", language)))
}

/// Whether a text is a file of all texts of the page, and not another, or a part of it.
pub fn is_whole(text: &str) -> bool {
    text.ends_with('\n') && text.lines().count() == COUNT
}

/// Takes in the texts of the page in a language; says whether they are known now.
pub fn take(language: Language, bytes: Vec<u8>) -> bool {
    take_in(PAGE.get(language as usize), bytes, is_whole).is_some()
}

/// Takes in the texts of the answers and of the calls in a language, before a call is asked for; says whether they are known now.
pub fn take_answers(language: Language, bytes: Vec<u8>) -> bool {
    let text =
        take_in(ANSWERS.get(language as usize), bytes, |text| text.ends_with("\n\n") && text.lines().count() > AdviceMessage::ALL.len());
    if let Some(text) = text {
        let of_calls = text.match_indices('\n').nth(AdviceMessage::ALL.len() - 1).and_then(|(end, _)| text.get(end + 1..));
        take_texts(language, of_calls.unwrap_or_default());
    }
    text.is_some()
}

/// They are kept for as long as the program runs, so that no text has to be copied.
fn take_in(known: Option<&OnceLock<Lines>>, bytes: Vec<u8>, is_whole: impl Fn(&str) -> bool) -> Option<&'static str> {
    let text = String::from_utf8(bytes).ok().filter(|text| is_whole(text))?;
    let text: &'static str = text.leak();
    known?.get_or_init(|| text.lines().collect());
    Some(text)
}

impl Language {
    /// Whether its texts are known.
    pub fn is_known(self) -> bool {
        PAGE.get(self as usize).is_some_and(|known| known.get().is_some())
    }

    /// The text of a message, in the form that its numbers choose.
    pub(super) fn of_message(self, message: Message<'_>) -> &'static str {
        let lines = PAGE.get(self as usize);
        #[cfg(not(carried))]
        let lines = lines.and_then(OnceLock::get);
        #[cfg(carried)]
        let lines = lines.map(|lines| lines.get_or_init(|| carried!("page", self).lines().collect()));
        chosen(lines, message.place(), |number| message.is_one(number))
    }

    /// The text of an answer, in the form that its number chooses.
    pub(super) fn of_answer(self, message: AdviceMessage, number: usize) -> &'static str {
        let lines = ANSWERS.get(self as usize);
        #[cfg(not(carried))]
        let lines = lines.and_then(OnceLock::get);
        #[cfg(carried)]
        let lines = lines.map(|lines| lines.get_or_init(|| carried!("answers", self).lines().collect()));
        chosen(lines, message as usize, |_| number == 1)
    }
}

/// A line in the form that a number chooses: where there are forms, the name of the number stands before them.
fn chosen(lines: Option<&Lines>, place: usize, is_one: impl Fn(&str) -> bool) -> &'static str {
    let line = lines.and_then(|lines| lines.get(place)).copied().unwrap_or_default();
    let mut parts = line.splitn(3, '\t');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(number), Some(one), Some(_)) if is_one(number) => one,
        (Some(_), Some(_), Some(other)) => other,
        _ => line,
    }
}
