//! What a list of calls shows of each, before the call itself is read.

use super::file::{CallFile, Localised, Variant};
use super::language::Language;
use super::pack::{mark_of, to_bytes};
use crate::engine::Call;
use std::sync::Arc;

/// A call in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedCall {
    /// Its id.
    pub id: Arc<str>,
    /// Its name.
    pub title: Localised,
    /// Its years, ascending.
    pub years: Arc<[u16]>,
    /// Its variants.
    pub variants: Vec<Variant>,
    /// Where its bytes lie beside the page, in each language: a name that changes with them.
    pub file: Localised,
}

impl ListedCall {
    /// What the list shows of a call file.
    pub fn of(file: &CallFile) -> ListedCall {
        let address = |language: Language| {
            let bytes = to_bytes(&file.only(language));
            // Forwards and backwards: a name is for caches, not against anybody who would forge one.
            let marks = [mark_of(&bytes), mark_of(bytes.iter().rev())];
            format!("calls/{}.{}-{:08x}{:08x}.pack", file.id, language.as_str(), marks[0], marks[1]).into()
        };
        ListedCall {
            id: file.id.clone(),
            title: file.title.clone(),
            years: file.years.clone(),
            variants: file.variants.clone(),
            file: Localised { sv: address(Language::Sv), fi: address(Language::Fi), en: address(Language::En) },
        }
    }
}

impl CallFile {
    /// Its calls in the latest year, one for each variant.
    pub fn latest(&self) -> Vec<Call> {
        let variants: Vec<Option<&str>> = match self.variants.as_slice() {
            [] => vec![None],
            variants => variants.iter().map(|variant| Some(&*variant.id)).collect(),
        };
        let of_year = |year: &u16| variants.iter().filter_map(|variant| self.call(*year, *variant)).collect();
        self.years.last().map(of_year).unwrap_or_default()
    }
}
