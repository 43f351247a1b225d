//! Reads a call file from any [`Node`] and refuses one that is not whole, naming the requirement and the field.

use super::file::{Activity, CallFile, Confidence, Document, NotKnown, RequirementFile, Source, Variant};
use super::mark::mark;
use super::read_classes::{class, territory};
use super::read_parts::{MOST, ascending_years, date, few, filled, id, localised, named, once, one_year, shared, unique, web_address};
use super::read_rule::{Kinds, rule};
use super::when::When;
use crate::engine::{OrganisationKind, Requirement, Severity};
use crate::source::{Fault, Fields, Node, Path, Problem, Step, word};
use std::borrow::Cow;
use std::sync::Arc;

/// What is wrong with a call file, and in which requirement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallFileProblem {
    /// The id of the requirement it is in, where it is in one that has an id.
    pub requirement: Option<String>,
    /// The place and the fault.
    pub problem: Problem,
}

/// The word that a call file may begin with, so that a program that meets the file knows what it is.
pub const FORMAT: &str = "allians-call";

/// The most country classes that a call may have: a selector names its class by one byte.
const MOST_CLASSES: usize = 256;

/// Reads a whole call file.
pub fn read<N: Node>(node: &N) -> Result<CallFile, CallFileProblem> {
    call_file(node).map_err(|problem| CallFileProblem { requirement: requirement_at(node, &problem.path), problem })
}

/// The names that the parts of a call file may use of one another.
pub(super) struct Names {
    pub(super) classes: Vec<Arc<str>>,
    pub(super) activities: Vec<Arc<str>>,
    pub(super) kinds: Vec<Kinds>,
    documents: Vec<Arc<str>>,
    variants: Vec<Arc<str>>,
    years: Arc<[u16]>,
}

impl Names {
    /// No two parts of one sort have one name. (Classes are asked one by one: each may name those before it.)
    fn unique(&self) -> Result<(), Problem> {
        unique(&self.documents, "document", "id")?;
        unique(&self.activities, "activity", "id")?;
        unique(&self.variants, "variant", "id")?;
        unique(&self.kinds.iter().map(|kinds| kinds.name.clone()).collect::<Vec<_>>(), "kinds", "name")
    }
}

fn call_file<N: Node>(node: &N) -> Result<CallFile, Problem> {
    let mut fields = Fields::of(node)?;
    fields.optional("format", |node| word(node, &[FORMAT], |word| word))?;
    let id = fields.required("id", id)?;
    let title = fields.required("title", localised)?;
    let years: Arc<[u16]> = fields.required("years", ascending_years)?.into();
    let address = fields.required("address", web_address)?;
    let checked = fields.required("checked", date)?;
    let variants = fields.optional("variant", |node| few(node, MOST, variant))?.unwrap_or_default();
    let mut class_names = Vec::new();
    let classes = fields.required("classes", |node| few(node, MOST_CLASSES, |node| class(node, &years, &mut class_names)))?;
    let territories = fields.optional("territory", |node| few(node, MOST, territory))?.unwrap_or_default();
    let kinds = fields.optional("kinds", |node| few(node, MOST, union))?.unwrap_or_default();
    let documents = fields.required("document", |node| few(node, MOST, document))?;
    let activities = fields.optional("activity", |node| few(node, MOST, activity))?.unwrap_or_default();
    let names = Names {
        classes: class_names,
        kinds,
        documents: documents.iter().map(|document| document.id.clone()).collect(),
        activities: activities.iter().map(|activity| activity.id.clone()).collect(),
        variants: variants.iter().map(|variant| variant.id.clone()).collect(),
        years: years.clone(),
    };
    names.unique()?;
    let requirements = fields.required("requirement", |node| few(node, MOST, |node| requirement(node, &names)))?;
    apart(&requirements)?;
    let not_known = fields.optional("not_known", |node| few(node, MOST, |node| not_known(node, &names)))?.unwrap_or_default();
    fields.end()?;
    Ok(CallFile {
        id,
        title,
        years,
        address,
        checked,
        variants,
        classes,
        territories,
        documents,
        activities,
        requirements,
        not_known,
        own_text: None,
    })
}

/// Requirements with one id never meet: no year and variant has both.
fn apart(requirements: &[RequirementFile]) -> Result<(), Problem> {
    for (at, one) in requirements.iter().enumerate() {
        let same = |other: &RequirementFile| other.requirement.id == one.requirement.id && other.when.meets(&one.when);
        if requirements.iter().take(at).any(same) {
            let id = one.requirement.id.to_string();
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
    let mark = mark(&requirement, &names.classes);
    Ok(RequirementFile { requirement, title, explanation, readings, sources, when, mark })
}

/// The years and the variants in which something holds.
fn when<N: Node>(fields: &mut Fields<'_, N>, names: &Names) -> Result<When, Problem> {
    let years = fields.optional("years", |node| filled(node, |node| one_year(node, &names.years)))?.unwrap_or_default();
    let variant = |node: &N| named(node, &names.variants).map(|(id, _)| id);
    let variants = fields.optional("variants", |node| filled(node, variant))?.unwrap_or_default();
    once(&years).map_err(|problem| problem.in_field("years"))?;
    once(&variants).map_err(|problem| problem.in_field("variants"))?;
    Ok(When { years, variants })
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
    if OrganisationKind::parse(&name).is_some() {
        return Err(Problem::from(Fault::Repeated { id: name.to_string() }).in_field("name"));
    }
    Ok(Kinds { name, of: of.into_iter().collect() })
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
        address: fields.required("address", web_address)?,
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

/// The id of the requirement that a path leads into.
fn requirement_at<N: Node>(node: &N, path: &Path) -> Option<String> {
    match path.0.as_slice() {
        [Step::Field(field), Step::Item(at), ..] if field == "requirement" => {
            node.field("requirement")?.items()?.get(*at)?.field("id")?.as_text().map(Cow::into_owned)
        }
        _ => None,
    }
}
