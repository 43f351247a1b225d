//! Reads the small parts that a call file is made of: texts, ids, years, days, addresses, lists and names.

use super::file::Localised;
use crate::source::{Expected, Fault, Fields, Node, Problem, list, number, text};
use std::sync::Arc;

/// The most of anything that a call has a list of, but of country classes.
pub(super) const MOST: usize = 200;

/// The longest id of anything in a call, in bytes. Plans and the page repeat ids, so they are words and not texts.
const LONGEST_ID: usize = 100;

pub(super) fn localised<N: Node>(node: &N) -> Result<Localised, Problem> {
    let mut fields = Fields::of(node)?;
    let texts = Localised { sv: fields.required("sv", shared)?, fi: fields.required("fi", shared)?, en: fields.required("en", shared)? };
    fields.end().map(|()| texts)
}

pub(super) fn shared<N: Node>(node: &N) -> Result<Arc<str>, Problem> {
    text(node).map(Arc::from)
}

pub(super) fn id<N: Node>(node: &N) -> Result<Arc<str>, Problem> {
    let id = shared(node)?;
    match id.len() {
        0 => Err(Fault::Missing.into()),
        1..=LONGEST_ID => Ok(id),
        _ => Err(Fault::TooLarge { most: LONGEST_ID }.into()),
    }
}

pub(super) fn year<N: Node>(node: &N) -> Result<u16, Problem> {
    u16::try_from(number(node)?).map_err(|_| Fault::Expected(Expected::Number).into())
}

/// A list of no more than so many. One that is longer is refused before anything in it is read.
pub(super) fn few<N: Node, T>(node: &N, most: usize, read: impl FnMut(&N) -> Result<T, Problem>) -> Result<Vec<T>, Problem> {
    if node.items().is_some_and(|items| items.len() > most) {
        return Err(Fault::TooLarge { most }.into());
    }
    list(node, read)
}

/// A list that has to hold something.
pub(super) fn filled<N: Node, T>(node: &N, read: impl FnMut(&N) -> Result<T, Problem>) -> Result<Vec<T>, Problem> {
    let items = few(node, MOST, read)?;
    if items.is_empty() { Err(Fault::Missing.into()) } else { Ok(items) }
}

/// A name that has to be one of those given, with its place among them.
pub(super) fn named<N: Node>(node: &N, names: &[Arc<str>]) -> Result<(Arc<str>, usize), Problem> {
    let found = text(node)?;
    match names.iter().zip(0..).find(|(name, _)| ***name == *found) {
        Some((name, place)) => Ok((name.clone(), place)),
        None => Err(Fault::UnknownWord { found: found.into(), allowed: names.iter().map(|name| name.to_string()).collect() }.into()),
    }
}

pub(super) fn unique(ids: &[Arc<str>], list: &'static str, field: &'static str) -> Result<(), Problem> {
    let twice = ids.iter().enumerate().find(|(at, id)| ids.iter().take(*at).any(|other| other == *id));
    twice.map_or(Ok(()), |(at, id)| Err(Problem::from(Fault::Repeated { id: id.to_string() }).in_field(field).in_item(at).in_field(list)))
}

/// One of the call's years.
pub(super) fn one_year<N: Node>(node: &N, years: &[u16]) -> Result<u16, Problem> {
    let found = year(node)?;
    if years.contains(&found) {
        return Ok(found);
    }
    Err(Fault::UnknownWord { found: found.to_string(), allowed: years.iter().map(u16::to_string).collect() }.into())
}

/// Nothing stands in the list twice.
pub(super) fn once<T: PartialEq + ToString>(items: &[T]) -> Result<(), Problem> {
    let twice = items.iter().enumerate().find(|(at, item)| items.iter().take(*at).any(|other| other == *item));
    twice.map_or(Ok(()), |(at, item)| Err(Problem::from(Fault::Repeated { id: item.to_string() }).in_item(at)))
}

/// The years of a call, ascending.
pub(super) fn ascending_years<N: Node>(node: &N) -> Result<Vec<u16>, Problem> {
    let years = filled(node, year)?;
    let pairs = years.iter().zip(years.iter().skip(1)).zip(1..);
    match pairs.into_iter().find(|((before, after), _)| before >= after) {
        None => Ok(years),
        Some(((before, after), at)) if before == after => Err(Problem::from(Fault::Repeated { id: after.to_string() }).in_item(at)),
        Some(((before, after), at)) => Err(other(&after.to_string(), &[&format!("> {before}")]).in_item(at)),
    }
}

/// A day, as `2026-11-25`.
pub(super) fn date<N: Node>(node: &N) -> Result<Arc<str>, Problem> {
    let date = shared(node)?;
    let parts: Vec<&str> = date.split('-').collect();
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
    };
    let day = match parts.as_slice() {
        [year, month, day] => number(year, 4).zip(number(month, 2)).zip(number(day, 2)),
        _ => None,
    };
    match day {
        Some(((_, 1..=12), 1..=31)) => Ok(date),
        _ => Err(other(&date, &["YYYY-MM-DD"])),
    }
}

/// The address of a page, which people follow: never of another sort than the web's.
pub(super) fn web_address<N: Node>(node: &N) -> Result<Arc<str>, Problem> {
    let address = shared(node)?;
    let web = ["https://", "http://"];
    let follows = |begin: &str| address.strip_prefix(begin).is_some_and(|rest| !rest.is_empty());
    if web.into_iter().any(follows) { Ok(address) } else { Err(other(&address, &["https://…", "http://…"])) }
}

/// Something else stands there than what is allowed.
fn other(found: &str, allowed: &[&str]) -> Problem {
    Fault::UnknownWord { found: found.to_owned(), allowed: allowed.iter().map(|word| (*word).to_owned()).collect() }.into()
}
