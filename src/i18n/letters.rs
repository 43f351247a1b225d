//! The first letter of a text, as it stands in a sentence.

/// The text with a small first letter, as it stands in the middle of a sentence.
pub fn lower(text: &str) -> String {
    first(text, |letter| letter.to_lowercase().collect())
}

/// The text with a capital first letter, as it begins a sentence.
pub fn upper(text: &str) -> String {
    first(text, |letter| letter.to_uppercase().collect())
}

fn first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |letter| change(letter) + letters.as_str())
}
