//! The words of the status region: after each change, what happened and which requirements changed.

use super::say::{name_of, t};
use super::store::{Said, Store};
use crate::engine::Organisation;
use crate::i18n::{Message, announcement};

/// What was said last, in words.
pub(super) fn words(store: &Store) -> String {
    let Some((number, said)) = &store.said else { return String::new() };
    let name = |organisation: &Organisation| name_of(store.language, organisation).to_string();
    let text = match said {
        Said::Change(change) => store
            .call_file()
            .map(|file| announcement(store.language, change, &file.requirements_of(&store.board().call), name))
            .unwrap_or_default(),
        Said::Lifted(organisation) => t(store.language, Message::Lifted(&name(organisation))).to_string(),
        Said::PutBack(organisation) => t(store.language, Message::PutBack(&name(organisation))).to_string(),
    };
    // The same words twice in a row are another text, or nothing would be read.
    if number % 2 == 0 { text } else { format!("{text}\u{a0}") }
}
