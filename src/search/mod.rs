//! Finding organisations and countries by what people type.

mod aliases;
mod fold;

pub use aliases::{aliases_of, country_named, matches_country};
pub use fold::{begins_a_word, fold};
