//! Several ids in one attribute, with spaces between them. An id may be any text, so a space in it is written as a mark
//! that nobody types.

/// Stands for a space; as in the page's `advised.rs`.
const MARK: &str = "\u{1f}";

/// Ids as the value of `data-join` and `data-swap`.
pub(super) fn joined<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let written: Vec<String> = ids.into_iter().map(|id| id.replace(' ', MARK)).collect();
    written.join(" ")
}

/// The ids in the value of `data-join` and `data-swap`.
pub fn ids(value: &str) -> impl Iterator<Item = String> {
    value.split(' ').filter(|id| !id.is_empty()).map(|id| id.replace(MARK, " "))
}
