//! Reads the country classes of a call file, and the territories overseas.

use super::file::{ClassEdition, ClassFile, ClassMembers};
use super::read_parts::{MOST, few, filled, id, localised, named, year};
use crate::engine::{Country, CountrySet};
use crate::source::{Expected, Fault, Fields, Node, Problem, text};
use std::sync::Arc;

pub(super) fn territory<N: Node>(node: &N) -> Result<(Country, Country), Problem> {
    let mut fields = Fields::of(node)?;
    let territory = (fields.required("country", country)?, fields.required("state", country)?);
    fields.required("source", some_objects)?;
    fields.end().map(|()| territory)
}

pub(super) fn class<N: Node>(node: &N, years: &[u16], names: &mut Vec<Arc<str>>) -> Result<ClassFile, Problem> {
    let mut fields = Fields::of(node)?;
    let name = fields.required("name", id)?;
    if names.contains(&name) {
        return Err(Problem::from(Fault::Repeated { id: name.to_string() }).in_field("name"));
    }
    let title = fields.required("title", localised)?;
    let complement = fields.optional("complement_of", |node| named(node, names))?;
    let members = match complement {
        Some((_, place)) => ClassMembers::ComplementOf(place),
        None => ClassMembers::Listed(fields.required("edition", |node| editions(node, years))?),
    };
    fields.end()?;
    names.push(name.clone());
    Ok(ClassFile { name, title, members })
}

fn editions<N: Node>(node: &N, years: &[u16]) -> Result<Vec<ClassEdition>, Problem> {
    let editions = few(node, MOST, edition)?;
    match years.iter().find(|year| editions.iter().filter(|edition| edition.years.contains(year)).count() != 1) {
        Some(year) => Err(Fault::NotFound { id: year.to_string() }.into()),
        None => Ok(editions),
    }
}

fn edition<N: Node>(node: &N) -> Result<ClassEdition, Problem> {
    let mut fields = Fields::of(node)?;
    let years = fields.required("years", |node| few(node, MOST, year))?.into();
    let countries = fields.required("countries", countries_of)?;
    let planned = fields.optional("planned", countries_of)?.unwrap_or_default();
    let note = fields.optional("note", localised)?;
    fields.required("source", some_objects)?;
    fields.end()?;
    Ok(ClassEdition { years, countries, planned, note })
}

/// Sources of country lists stay in the file for its authors; they are checked to be there, and not carried further.
fn some_objects<N: Node>(node: &N) -> Result<(), Problem> {
    filled(node, |node| if node.is_object() { Ok(()) } else { Err(Fault::Expected(Expected::Object).into()) }).map(drop)
}

fn countries_of<N: Node>(node: &N) -> Result<CountrySet, Problem> {
    text(node)?.split(' ').map(known_country).collect()
}

fn country<N: Node>(node: &N) -> Result<Country, Problem> {
    known_country(&text(node)?)
}

fn known_country(code: &str) -> Result<Country, Problem> {
    Country::parse(code).ok_or_else(|| Fault::UnknownCountry { found: code.to_owned() }.into())
}
