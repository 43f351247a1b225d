//! Several ids in one attribute, with spaces between them. An id may be any text, so spaces in it are written `%20`, and `%` itself `%25`.

/// Ids as the value of `data-join` and `data-swap`.
pub(super) fn joined<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let written: Vec<String> = ids.into_iter().map(|id| id.replace('%', "%25").replace(' ', "%20")).collect();
    written.join(" ")
}

/// The ids in the value of `data-join` and `data-swap`.
pub fn ids(value: &str) -> impl Iterator<Item = String> {
    value.split(' ').filter(|id| !id.is_empty()).map(|id| id.replace("%20", " ").replace("%25", "%"))
}
