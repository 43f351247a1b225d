//! Texts with their values put in.
//!
//! Of a number `n` a text says how it stands there: `{n}` as a word, `{N}` as a word that begins a sentence, `{#}` in figures.

use super::messages::{AdviceMessage, Insert, Message, Small};
use super::{Language, lower};
use crate::engine::Cents;
use std::borrow::Cow;

/// A message as text.
pub fn text(language: Language, message: Message<'_>) -> Cow<'static, str> {
    let text = language.of_message(message);
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let mut filled = String::new();
    fill(text, |piece| match piece {
        Piece::Words(words) => filled.push_str(words),
        Piece::Place(place) => put_in(&mut filled, language, message, place),
    });
    Cow::Owned(filled)
}

/// A piece of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Words.
    Words(Cow<'static, str>),
    /// The place of a value that is put in by whoever asks, by its name.
    Place(&'static str),
}

/// An answer with its number, in pieces. Other values than numbers are put in by the advisor, which shows names in bold.
pub fn advice(language: Language, message: AdviceMessage, number: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    fill(language.of_answer(message, number), |piece| {
        parts.push(match piece {
            Piece::Words(words) => Part::Words(words.into()),
            Piece::Place(place) => match numeral(language, place, number as u64) {
                Some(words) => Part::Words(words),
                None => Part::Place(place),
            },
        });
    });
    parts
}

/// What a text is made of: words, and places of values.
enum Piece {
    Words(&'static str),
    Place(&'static str),
}

/// Hands on the pieces of a text.
fn fill(text: &'static str, mut piece: impl FnMut(Piece)) {
    let mut rest = text;
    while let Some((before, place, after)) = rest.split_once('{').and_then(|(before, after)| {
        let (place, after) = after.split_once('}')?;
        Some((before, place, after))
    }) {
        if !before.is_empty() {
            piece(Piece::Words(before));
        }
        piece(Piece::Place(place));
        rest = after;
    }
    if !rest.is_empty() {
        piece(Piece::Words(rest));
    }
}

fn put_in(filled: &mut String, language: Language, message: Message<'_>, place: &'static str) {
    let name = if matches!(place, "N" | "#") { "n" } else { place };
    match message.value(name) {
        Some(Insert::Text(text)) => filled.push_str(text),
        Some(Insert::Whole(message)) => filled.push_str(&text(language, message)),
        Some(Insert::Within(message)) => filled.push_str(&lower(&text(language, message))),
        Some(Insert::Amount(amount)) => put_amount(filled, language, amount),
        Some(Insert::Number(number)) => match numeral(language, place, number) {
            Some(words) => filled.push_str(&words),
            None => filled.push_str(&number.to_string()),
        },
        // The build has refused a text with a value that its message has not.
        None => {}
    }
}

/// The number `n` as a text wants it. As a word only up to ten, then in figures.
fn numeral(language: Language, place: &str, number: u64) -> Option<Cow<'static, str>> {
    let word = Small::ALL.get(number as usize).map(|small| text(language, Message::Number(*small)));
    match (place, word) {
        ("N", Some(word)) => Some(word),
        ("n", Some(word)) => Some(lower(&word).into()),
        ("N" | "n" | "#", _) => {
            let mut figures = String::new();
            put_amount(&mut figures, language, Cents::of_euros(number));
            Some(figures.into())
        }
        _ => None,
    }
}

/// An amount in groups of three digits, with its cents where there are any.
fn put_amount(text: &mut String, language: Language, amount: Cents) {
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
