//! Reads a call file from any [`Node`] and refuses one that is not whole, naming the requirement and the field.

use super::file::{Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, RequirementFile, Source};
use super::keep;
use crate::engine::rule::{Activities, Cap, Coordinator, Count, Countries, Duration, EveryMember, Fact, Grant};
use crate::engine::{Country, CountrySet, OrganisationKind, Outcome, Requirement, Role, RoleSet, Rule, Selector, Severity};
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

/// Reads a whole call file.
pub fn read<N: Node>(node: &N) -> Result<CallFile, CallFileProblem> {
    call_file(node).map_err(|problem| CallFileProblem { requirement: requirement_at(node, &problem.path), problem })
}

/// The names that a call file's rules may use.
struct Names {
    classes: Vec<&'static str>,
    documents: Vec<&'static str>,
    activities: Vec<&'static str>,
}

fn call_file<N: Node>(node: &N) -> Result<CallFile, Problem> {
    let mut fields = Fields::of(node)?;
    let id = fields.required("id", id)?;
    let title = fields.required("title", localised)?;
    let years: &[u16] = keep::list(fields.required("years", |node| filled(node, year))?);
    let address = fields.required("address", shared)?;
    let checked = fields.required("checked", shared)?;
    let mut class_names = Vec::new();
    let classes = fields.required("classes", |node| list(node, |node| class(node, years, &mut class_names)))?;
    if classes.len() > MOST_CLASSES {
        return Err(Problem::from(Fault::TooLarge { most: MOST_CLASSES }).in_field("classes"));
    }
    let documents = fields.required("document", |node| list(node, document))?;
    let activities = fields.optional("activity", |node| list(node, activity))?.unwrap_or_default();
    let names = Names {
        classes: class_names,
        documents: documents.iter().map(|document| document.id).collect(),
        activities: activities.iter().map(|activity| activity.id).collect(),
    };
    unique(&names.documents, "document")?;
    unique(&names.activities, "activity")?;
    let requirements = fields.required("requirement", |node| list(node, |node| requirement(node, &names)))?;
    unique(&requirements.iter().map(|file| file.requirement.id).collect::<Vec<_>>(), "requirement")?;
    fields.end()?;
    Ok(CallFile {
        id,
        title,
        years,
        address,
        checked,
        classes: keep::list(classes),
        documents: keep::list(documents),
        activities: keep::list(activities),
        requirements: keep::list(requirements),
    })
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
    fields.end()?;
    if lenient.is_some() != readings.is_some() {
        return Err(Problem::from(Fault::Missing).in_field(if lenient.is_some() { "readings" } else { "lenient" }));
    }
    let requirement = Requirement { id, severity, rule, lenient };
    Ok(RequirementFile { requirement, title, explanation, readings, sources: keep::list(sources) })
}

const SHAPES: &[&str] = &["count", "countries", "coordinator", "every_member", "duration", "grant", "activities", "judgement"];

fn rule<N: Node>(node: &N, names: &Names) -> Result<Rule, Problem> {
    let mut fields = Fields::of(node)?;
    let shape = fields.required("shape", |node| word(node, SHAPES, |shape| shape))?;
    let selector_of = |node: &N| selector(node, names);
    let rule = match shape {
        "count" => Rule::Count(Count { of: fields.required("of", selector_of)?, at_least: fields.required("at_least", number)? }),
        "countries" => {
            let rule = Countries { of: fields.required("of", selector_of)?, at_least: fields.required("at_least", number)? };
            if rule.of.class.is_none() {
                return Err(Problem::from(Fault::Missing).in_field("class").in_field("of"));
            }
            Rule::Countries(rule)
        }
        "coordinator" => Rule::Coordinator(Coordinator { of: fields.required("of", selector_of)? }),
        "every_member" => Rule::EveryMember(EveryMember {
            of: fields.required("of", selector_of)?,
            fact: fields.required("fact", |node| word(node, Fact::ALL, Fact::as_str))?,
            outcome: fields.optional("outcome", |node| word(node, Outcome::ALL, Outcome::as_str))?.unwrap_or_default(),
        }),
        "duration" => Rule::Duration(Duration { months: fields.required("months", months)? }),
        "grant" => Rule::Grant(Grant { caps: keep::list(fields.required("caps", |node| filled(node, cap))?) }),
        "activities" => Rule::Activities(Activities {
            any_of: keep::list(fields.required("any_of", |node| filled(node, |node| named(node, &names.activities).map(|(id, _)| id)))?),
        }),
        _ => Rule::Judgement,
    };
    fields.end()?;
    Ok(rule)
}

fn selector<N: Node>(node: &N, names: &Names) -> Result<Selector, Problem> {
    let mut fields = Fields::of(node)?;
    let roles = fields.optional("roles", |node| filled(node, |node| word(node, Role::ALL, Role::as_str)))?;
    let kinds = fields.optional("kinds", |node| filled(node, |node| word(node, OrganisationKind::ALL, OrganisationKind::as_str)))?;
    let class = fields.optional("class", |node| named(node, &names.classes))?;
    fields.end()?;
    Ok(Selector {
        roles: roles.map_or(RoleSet::FULL_PARTNERS, |roles| roles.into_iter().collect()),
        kinds: kinds.map(|kinds| kinds.into_iter().collect()),
        class: class.and_then(|(_, place)| u8::try_from(place).ok()),
    })
}

fn months<N: Node>(node: &N) -> Result<&'static [u32], Problem> {
    let mut months = filled(node, number)?;
    months.sort_unstable();
    Ok(keep::list(months))
}

fn cap<N: Node>(node: &N) -> Result<Cap, Problem> {
    let mut fields = Fields::of(node)?;
    let cap = Cap { months: fields.required("months", number)?, at_most: u64::from(fields.required("at_most", number)?) };
    fields.end().map(|()| cap)
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
    let editions = list(node, edition)?;
    match years.iter().find(|year| editions.iter().filter(|edition| edition.years.contains(year)).count() != 1) {
        Some(year) => Err(Fault::NotFound { id: year.to_string() }.into()),
        None => Ok(editions),
    }
}

fn edition<N: Node>(node: &N) -> Result<ClassEdition, Problem> {
    let mut fields = Fields::of(node)?;
    let years = keep::list(fields.required("years", |node| list(node, year))?);
    let countries = fields.required("countries", countries)?;
    let note = fields.optional("note", localised)?;
    // Sources of country lists stay in the file for its authors; they are checked to be there, and not carried further.
    fields.required("source", |node| {
        filled(node, |node| if node.is_object() { Ok(()) } else { Err(Fault::Expected(Expected::Object).into()) })
    })?;
    fields.end()?;
    Ok(ClassEdition { years, countries, note })
}

fn countries<N: Node>(node: &N) -> Result<CountrySet, Problem> {
    let codes = text(node)?;
    codes.split(' ').map(|code| Country::parse(code).ok_or_else(|| Fault::UnknownCountry { found: code.to_owned() }.into())).collect()
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

/// A list that has to hold something.
fn filled<N: Node, T>(node: &N, read: impl FnMut(&N) -> Result<T, Problem>) -> Result<Vec<T>, Problem> {
    let items = list(node, read)?;
    if items.is_empty() { Err(Fault::Missing.into()) } else { Ok(items) }
}

/// A name that has to be one of those given, with its place among them.
fn named<N: Node>(node: &N, names: &[&'static str]) -> Result<(&'static str, usize), Problem> {
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
