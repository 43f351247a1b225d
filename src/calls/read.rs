//! Reads a call file from any [`Node`] and refuses one that is not whole, naming the requirement and the field.

use super::file::{
    Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, NotKnown, RequirementFile, Source, Variant, When,
};
use super::pack::mark;
use super::keep;
use super::read_rule::{Kinds, rule};
use crate::engine::{Country, CountrySet, OrganisationKind, Requirement, Severity};
use crate::source::{Expected, Fault, Fields, Node, Path, Problem, Step, list, number, text, word};
use std::borrow::Cow;

/// What is wrong with a call file, and in which requirement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallFileProblem {
    /// The id of the requirement it is in, where it is in one that has an id.
    pub requirement: Option<String>,
    /// The place and the fault.
    pub problem: Problem,
}

/// The most country classes that a call may have: a selector names its class by one byte.
const MOST_CLASSES: usize = 256;

/// The most of anything else that a call has a list of.
const MOST: usize = 200;

/// Reads a whole call file.
pub fn read<N: Node>(node: &N) -> Result<CallFile, CallFileProblem> {
    call_file(node).map_err(|problem| CallFileProblem { requirement: requirement_at(node, &problem.path), problem })
}

/// The names that the parts of a call file may use of one another.
pub(super) struct Names {
    pub(super) classes: Vec<&'static str>,
    pub(super) activities: Vec<&'static str>,
    pub(super) kinds: Vec<Kinds>,
    documents: Vec<&'static str>,
    variants: Vec<&'static str>,
    years: &'static [u16],
}

fn call_file<N: Node>(node: &N) -> Result<CallFile, Problem> {
    let mut fields = Fields::of(node)?;
    let id = fields.required("id", id)?;
    let title = fields.required("title", localised)?;
    let years: &'static [u16] = keep::list(fields.required("years", |node| filled(node, year))?);
    let address = fields.required("address", shared)?;
    let checked = fields.required("checked", shared)?;
    let variants = fields.optional("variant", |node| few(node, MOST, variant))?.unwrap_or_default();
    let mut class_names = Vec::new();
    let classes = fields.required("classes", |node| few(node, MOST_CLASSES, |node| class(node, years, &mut class_names)))?;
    let territories = fields.optional("territory", |node| few(node, MOST, territory))?.unwrap_or_default();
    let kinds = fields.optional("kinds", |node| few(node, MOST, union))?.unwrap_or_default();
    let documents = fields.required("document", |node| few(node, MOST, document))?;
    let activities = fields.optional("activity", |node| few(node, MOST, activity))?.unwrap_or_default();
    let names = Names {
        classes: class_names,
        kinds,
        documents: documents.iter().map(|document| document.id).collect(),
        activities: activities.iter().map(|activity| activity.id).collect(),
        variants: variants.iter().map(|variant| variant.id).collect(),
        years,
    };
    unique(&names.documents, "document")?;
    unique(&names.activities, "activity")?;
    unique(&names.variants, "variant")?;
    unique(&names.kinds.iter().map(|kinds| kinds.name).collect::<Vec<_>>(), "kinds")?;
    let requirements = fields.required("requirement", |node| few(node, MOST, |node| requirement(node, &names)))?;
    apart(&requirements, &names)?;
    let not_known = fields.optional("not_known", |node| few(node, MOST, |node| not_known(node, &names)))?.unwrap_or_default();
    fields.end()?;
    Ok(CallFile {
        id,
        title,
        years,
        address,
        checked,
        variants: keep::list(variants),
        classes: keep::list(classes),
        territories: keep::list(territories),
        documents: keep::list(documents),
        activities: keep::list(activities),
        requirements: keep::list(requirements),
        not_known: keep::list(not_known),
    })
}

/// Requirements with one id never meet: no year and variant has both.
fn apart(requirements: &[RequirementFile], names: &Names) -> Result<(), Problem> {
    let variants: Vec<Option<&str>> = if names.variants.is_empty() { vec![None] } else { names.variants.iter().map(|id| Some(*id)).collect() };
    let meet = |one: &RequirementFile, other: &RequirementFile| {
        let both = |year: u16, variant: Option<&str>| one.when.holds(year, variant) && other.when.holds(year, variant);
        names.years.iter().any(|year| variants.iter().any(|variant| both(*year, *variant)))
    };
    for (at, one) in requirements.iter().enumerate() {
        let same = |other: &&RequirementFile| other.requirement.id == one.requirement.id && meet(one, other);
        if requirements.iter().take(at).any(|other| same(&other)) {
            let id = one.requirement.id.to_owned();
            return Err(Problem::from(Fault::Repeated { id }).in_field("id").in_item(at).in_field("requirement"));
        }
    }
    Ok(())
}

fn requirement<N: Node>(node: &N, names: &Names) -> Result<RequirementFile, Problem> {
    let mut fields = Fields::of(node)?;
    let id = fields.required("id", id)?;
    let severity = fields.required("severity", |node| word(node, Severity::ALL, Severity::as_str))?;
    let title = fields.required("title", localised)?;
    let explanation = fields.required("explanation", localised)?;
    let rule_of = |node: &N| rule(node, names);
    let rule = fields.required("rule", rule_of)?;
    let lenient = fields.optional("lenient", rule_of)?;
    let readings = fields.optional("readings", localised)?;
    let sources = fields.required("source", |node| filled(node, |node| source(node, names)))?;
    let when = when(&mut fields, names)?;
    fields.end()?;
    if lenient.is_some() != readings.is_some() {
        return Err(Problem::from(Fault::Missing).in_field(if lenient.is_some() { "readings" } else { "lenient" }));
    }
    let requirement = Requirement { id, severity, rule, lenient };
    let mark = mark(&requirement);
    Ok(RequirementFile { requirement, title, explanation, readings, sources: keep::list(sources), when, mark })
}

/// The years and the variants in which something holds.
fn when<N: Node>(fields: &mut Fields<'_, N>, names: &Names) -> Result<When, Problem> {
    let years = fields.optional("years", |node| filled(node, |node| one_year(node, names.years)))?.unwrap_or_default();
    let variant = |node: &N| named(node, &names.variants).map(|(id, _)| id);
    let variants = fields.optional("variants", |node| filled(node, variant))?.unwrap_or_default();
    Ok(When { years: keep::list(years), variants: keep::list(variants) })
}

/// One of the call's years.
fn one_year<N: Node>(node: &N, years: &[u16]) -> Result<u16, Problem> {
    let found = year(node)?;
    if years.contains(&found) {
        return Ok(found);
    }
    Err(Fault::UnknownWord { found: found.to_string(), allowed: years.iter().map(u16::to_string).collect() }.into())
}

fn variant<N: Node>(node: &N) -> Result<Variant, Problem> {
    let mut fields = Fields::of(node)?;
    let variant = Variant { id: fields.required("id", id)?, title: fields.required("title", localised)? };
    fields.end().map(|()| variant)
}

fn not_known<N: Node>(node: &N, names: &Names) -> Result<NotKnown, Problem> {
    let mut fields = Fields::of(node)?;
    let (id, text) = (fields.required("id", id)?, fields.required("text", localised)?);
    let when = when(&mut fields, names)?;
    fields.end().map(|()| NotKnown { id, text, when })
}

/// A union of kinds. Its title is for readers of the file; people are told the kinds.
fn union<N: Node>(node: &N) -> Result<Kinds, Problem> {
    let mut fields = Fields::of(node)?;
    let name = fields.required("name", id)?;
    fields.required("title", localised)?;
    let of = fields.required("of", |node| filled(node, |node| word(node, OrganisationKind::ALL, OrganisationKind::as_str)))?;
    fields.end()?;
    if OrganisationKind::parse(name).is_some() {
        return Err(Problem::from(Fault::Repeated { id: name.to_owned() }).in_field("name"));
    }
    Ok(Kinds { name, of: of.into_iter().collect() })
}

fn territory<N: Node>(node: &N) -> Result<(Country, Country), Problem> {
    let mut fields = Fields::of(node)?;
    let territory = (fields.required("country", country)?, fields.required("state", country)?);
    fields.required("source", some_objects)?;
    fields.end().map(|()| territory)
}

fn source<N: Node>(node: &N, names: &Names) -> Result<Source, Problem> {
    let mut fields = Fields::of(node)?;
    let (_, document) = fields.required("document", |node| named(node, &names.documents))?;
    let source = Source { document, sentence: fields.optional("sentence", shared)? };
    fields.end().map(|()| source)
}

fn document<N: Node>(node: &N) -> Result<Document, Problem> {
    let mut fields = Fields::of(node)?;
    let document = Document {
        id: fields.required("id", id)?,
        title: fields.required("title", shared)?,
        address: fields.required("address", shared)?,
        language: fields.required("language", shared)?,
        confidence: fields.required("confidence", |node| word(node, Confidence::ALL, Confidence::as_str))?,
    };
    fields.end().map(|()| document)
}

fn activity<N: Node>(node: &N) -> Result<Activity, Problem> {
    let mut fields = Fields::of(node)?;
    let activity = Activity {
        id: fields.required("id", id)?,
        title: fields.required("title", localised)?,
        sentence: fields.optional("sentence", shared)?,
    };
    fields.end().map(|()| activity)
}

fn class<N: Node>(node: &N, years: &[u16], names: &mut Vec<&'static str>) -> Result<ClassFile, Problem> {
    let mut fields = Fields::of(node)?;
    let name = fields.required("name", id)?;
    if names.contains(&name) {
        return Err(Problem::from(Fault::Repeated { id: name.to_string() }).in_field("name"));
    }
    let title = fields.required("title", localised)?;
    let complement = fields.optional("complement_of", |node| named(node, names))?;
    let members = match complement {
        Some((_, place)) => ClassMembers::ComplementOf(place),
        None => ClassMembers::Listed(keep::list(fields.required("edition", |node| editions(node, years))?)),
    };
    fields.end()?;
    names.push(name);
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
    let years = keep::list(fields.required("years", |node| few(node, MOST, year))?);
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

fn localised<N: Node>(node: &N) -> Result<Localised, Problem> {
    let mut fields = Fields::of(node)?;
    let texts = Localised { sv: fields.required("sv", shared)?, fi: fields.required("fi", shared)?, en: fields.required("en", shared)? };
    fields.end().map(|()| texts)
}

fn shared<N: Node>(node: &N) -> Result<&'static str, Problem> {
    text(node).map(|text| keep::text(text.into()))
}

fn id<N: Node>(node: &N) -> Result<&'static str, Problem> {
    let id = shared(node)?;
    if id.is_empty() { Err(Fault::Missing.into()) } else { Ok(id) }
}

fn year<N: Node>(node: &N) -> Result<u16, Problem> {
    u16::try_from(number(node)?).map_err(|_| Fault::Expected(Expected::Number).into())
}

/// A list of no more than so many. One that is longer is refused before anything in it is read.
fn few<N: Node, T>(node: &N, most: usize, read: impl FnMut(&N) -> Result<T, Problem>) -> Result<Vec<T>, Problem> {
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
pub(super) fn named<N: Node>(node: &N, names: &[&'static str]) -> Result<(&'static str, usize), Problem> {
    let found = text(node)?;
    match names.iter().zip(0..).find(|(name, _)| **name == found) {
        Some((name, place)) => Ok((name, place)),
        None => Err(Fault::UnknownWord { found: found.into(), allowed: names.iter().map(|name| name.to_string()).collect() }.into()),
    }
}

fn unique(ids: &[&'static str], field: &'static str) -> Result<(), Problem> {
    let twice = ids.iter().enumerate().find(|(at, id)| ids.iter().take(*at).any(|other| other == *id));
    twice.map_or(Ok(()), |(at, id)| Err(Problem::from(Fault::Repeated { id: id.to_string() }).in_field("id").in_item(at).in_field(field)))
}

/// The id of the requirement that a path leads into.
fn requirement_at<N: Node>(node: &N, path: &Path) -> Option<String> {
    match path.0.as_slice() {
        [Step::Field(field), Step::Item(at), ..] if field == "requirement" => {
            node.field("requirement")?.items()?.get(*at)?.field("id")?.as_text().map(Cow::into_owned)
        }
        _ => None,
    }
}
