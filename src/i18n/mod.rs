//! Every sentence of the program, in every language: one enum of messages, one exhaustive match a language.
//!
//! Sentences of a call are not here; they are in its call file.

mod advice;
mod announcement;
mod call_problem;
mod en;
mod fi;
mod message;
mod problem;
mod sv;

pub use advice::{AdviceMessage, Part, advice, lower, upper};
pub use announcement::announcement;
pub use call_problem::call_file_error;
pub use message::Message;
use message::Value;
pub use problem::plan_error;

use crate::calls::{CallFile, Localised};
use crate::engine::{Cents, LeftOut};
use std::borrow::Cow;

/// A language of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Swedish, the first language.
    #[default]
    Sv,
    /// Finnish.
    Fi,
    /// English.
    En,
}

crate::engine::words!(Language { Sv = "sv", Fi = "fi", En = "en" });

impl Language {
    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::Sv => "Svenska",
            Language::Fi => "Suomi",
            Language::En => "English",
        }
    }

    /// The page's language for a browser's tag: `fi-FI` is Finnish.
    pub fn of_browser(tag: &str) -> Option<Language> {
        Language::parse(&tag.split('-').next()?.to_ascii_lowercase())
    }
}

/// A message as text.
pub fn text(language: Language, message: Message<'_>) -> Cow<'static, str> {
    let template = language.template(message);
    if !template.contains('{') {
        return Cow::Borrowed(template);
    }
    let mut text = String::new();
    fill(&mut text, language, message, template);
    Cow::Owned(text)
}

/// Puts the values of a message into a text.
fn fill(text: &mut String, language: Language, message: Message<'_>, template: &'static str) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else { return };
        match message.value(language, name) {
            Value::Text(value) => text.push_str(value),
            Value::Words(words) => fill(text, language, message, words),
            // None of these words begins with another letter than those of ASCII.
            Value::Lower(words) => {
                let mut letters = words.chars();
                text.extend(letters.next().map(|first| first.to_ascii_lowercase()));
                text.push_str(letters.as_str());
            }
            Value::Number(number) => text.push_str(&number.to_string()),
            Value::Amount(number) => amount(text, language, number),
        }
        rest = after;
    }
    text.push_str(rest);
}

/// An amount in groups of three digits, with its cents where there are any.
fn amount(text: &mut String, language: Language, amount: Cents) {
    let (between, decimal) = match language {
        Language::Sv | Language::Fi => ('\u{a0}', ','),
        Language::En => (',', '.'),
    };
    let digits = amount.whole().to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    if amount.rest() > 0 {
        text.push(decimal);
        text.extend([10, 1].map(|place| char::from(b'0' + (amount.rest() / place % 10) as u8)));
    }
}

impl Language {
    fn template(self, message: Message<'_>) -> &'static str {
        match self {
            Language::Sv => sv::template(message),
            Language::Fi => fi::template(message),
            Language::En => en::template(message),
        }
    }
}

/// Whoever is not from one of these is said to be from a partner country.
const PROGRAMME: &str = "programme";

impl CallFile {
    /// The name of the class that a reason is about, where readers have no shorter word for those outside of it.
    pub fn outside(&self, reason: LeftOut, language: Language) -> &str {
        let (LeftOut::OutsideClass(place) | LeftOut::NotDecided(place)) = reason else { return "" };
        let class = self.classes.get(usize::from(place)).filter(|class| *class.name != *PROGRAMME);
        class.map_or("", |class| class.title.in_language(language))
    }
}

impl Localised {
    /// The text in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Fi => &self.fi,
            Language::En => &self.en,
        }
    }
}
