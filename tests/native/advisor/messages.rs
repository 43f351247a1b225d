//! Every message has words in every language, with the same places for values.

use crate::support::none_failed;
use allians::i18n::{AdviceMessage, Language, Part, advice};
use std::collections::BTreeSet;

#[test]
fn every_message_is_filled_in_every_language() {
    let mut failures = Vec::new();
    for message in AdviceMessage::ALL {
        for number in [0, 1, 2, 3, 7, 10, 11, 1_000, 1_000_000] {
            for language in Language::ALL {
                let parts = advice(*language, *message, number);
                let words: String = parts.iter().map(|part| if let Part::Words(words) = part { words.as_ref() } else { "X" }).collect();
                let mut fault = |fault: &str| failures.push(format!("{message:?} {number} {}: {fault}: {words:?}", language.as_str()));
                if words.trim().is_empty() {
                    fault("is empty");
                }
                if words.contains(['{', '}']) || words.contains("  ") {
                    fault("has braces or two spaces");
                }
                if places(&parts) != places(&advice(Language::Sv, *message, number)) {
                    fault("has other places than in Swedish");
                }
            }
        }
    }
    none_failed(&failures);
}

#[test]
fn numbers_are_words_up_to_ten_and_then_figures() {
    let said = |language, number| {
        let parts = advice(language, AdviceMessage::Suffice, number);
        parts.iter().map(|part| if let Part::Words(words) = part { words.as_ref() } else { "" }).collect::<String>()
    };
    let rows = [
        (Language::Sv, 1, "En till räcker."),
        (Language::Sv, 2, "Två till räcker."),
        (Language::Sv, 12, "12 till räcker."),
        (Language::Fi, 1, "Yksi lisää riittää."),
        (Language::Fi, 6, "Kuusi lisää riittää."),
        (Language::En, 1, "One more is enough."),
        (Language::En, 1_000, "1,000 more are enough."),
    ];
    for (language, number, expected) in rows {
        assert_eq!(said(language, number), expected);
    }
}

fn places(parts: &[Part]) -> BTreeSet<String> {
    parts.iter().filter_map(|part| if let Part::Place(name) = part { Some(name.to_lowercase()) } else { None }).collect()
}
