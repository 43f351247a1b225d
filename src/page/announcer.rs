//! What is said to those who hear the page: after each change what happened and which requirements changed, and later what follows.

use super::dom;
use super::say::{name_of, t};
use super::store::{Said, Store};
use crate::engine::Organisation;
use crate::i18n::{Message, announcement};

/// The region for what happened.
pub(super) const STATUS: &str = "[data-status-region]";
/// The region for what follows from it, which comes later.
pub(super) const ADVICE: &str = "[data-advice-said]";

/// Says a text in a region. The same words twice in a row are another text, or nothing would be read.
pub(super) fn announce(region: &str, text: &str) {
    if let Some(region) = dom::find(region) {
        let again = region.text_content().is_some_and(|before| before == text && !text.is_empty());
        region.set_text_content(Some(&if again { format!("{text}\u{a0}") } else { text.to_owned() }));
    }
}

/// What was said last, in words.
pub(super) fn words(store: &Store) -> String {
    let Some((_, said)) = &store.said else { return String::new() };
    let name = |organisation: &Organisation| name_of(store.language, organisation).to_string();
    match said {
        Said::Change(change) => {
            let board = store.board();
            announcement(store.language, change, &board.file.requirements_of(&board.call), name)
        }
        Said::Lifted(organisation) => t(store.language, Message::Lifted(&name(organisation))).to_string(),
        Said::PutBack(organisation) => t(store.language, Message::PutBack(&name(organisation))).to_string(),
    }
}
