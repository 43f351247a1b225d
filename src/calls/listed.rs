//! What a list of calls shows of each, before the call itself is read.

use super::file::{CallFile, Localised, Variant};
use crate::engine::Call;

/// A call in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ListedCall {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub title: Localised,
    /// Its years, ascending.
    pub years: &'static [u16],
    /// Its variants.
    pub variants: &'static [Variant],
}

/// A variant in a list.
pub type ListedVariant = Variant;

impl ListedCall {
    /// What the list shows of a call file.
    pub fn of(file: &CallFile) -> ListedCall {
        ListedCall { id: file.id, title: file.title, years: file.years, variants: file.variants }
    }
}

impl CallFile {
    /// Its calls in the latest year, one for each variant.
    pub fn latest(&self) -> Vec<Call> {
        let variants: Vec<Option<&str>> = match self.variants {
            [] => vec![None],
            variants => variants.iter().map(|variant| Some(variant.id)).collect(),
        };
        let of_year = |year: &u16| variants.iter().filter_map(|variant| self.call(*year, *variant)).collect();
        self.years.last().map(of_year).unwrap_or_default()
    }
}
