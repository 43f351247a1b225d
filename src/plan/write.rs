//! A plan as it is written: the fields of the format, in its order, an organisation a line.
//!
//! One writer for the page and the command line: in the page it is as small as the derived serialiser that it replaces, and does not
//! cross into JS for every field. Reading is another matter; see `source`.

use super::{FORMAT, Plan, VERSION};
use crate::amounts::text_of;
use crate::calls::Rules;
use crate::engine::{Attributes, Country, Member, Organisation, OrganisationKind, Verdict};

/// Writes a plan as JSON text.
pub fn to_text(plan: &Plan) -> String {
    let mut text = String::with_capacity(plan.organisations.len() * 200 + 400);
    let project = &plan.project;
    text.push_str("{\n  \"format\": ");
    word(&mut text, FORMAT);
    text.push_str(", \"version\": ");
    number(&mut text, Some(u64::from(VERSION)));
    text.push_str(",\n  \"title\": ");
    word(&mut text, &plan.title);
    text.push_str(",\n  \"call\": ");
    word(&mut text, &plan.call);
    text.push_str(", \"year\": ");
    number(&mut text, Some(u64::from(plan.year)));
    text.push_str(",\n  \"duration_months\": ");
    number(&mut text, project.duration_months.map(u64::from));
    text.push_str(", \"grant_eur\": ");
    text.push_str(&project.grant.map_or_else(|| "null".to_owned(), text_of));
    text.push_str(",\n  \"activities\": [");
    list(&mut text, &project.activities, ", ", |text, activity| word(text, activity));
    text.push_str("], \"options\": {");
    if let Some(variant) = &plan.variant {
        field(&mut text, " variant", Some(variant));
        text.push(' ');
    }
    text.push_str("},\n  ");
    if let Some(rules) = &plan.rules {
        self::rules(&mut text, rules);
    }
    if let Some(own_call) = &plan.own_call {
        field(&mut text, "own_call", Some(own_call));
        text.push_str(",\n  ");
    }
    text.push_str("\"organisations\": [");
    list(&mut text, &plan.organisations, ",", |text, one| organisation(text, one));
    text.push_str("\n  ],\n  \"members\": [");
    list(&mut text, &plan.members, ",", member);
    text.push_str("\n  ]\n}\n");
    text
}

fn rules(text: &mut String, rules: &Rules) {
    text.push_str("\"rules\": { ");
    field(text, "checked", Some(&rules.checked));
    field(text, ", verdict", rules.verdict.map(Verdict::as_str));
    text.push_str(", \"marks\": [");
    list(text, &rules.marks, ", ", |text, mark| word(text, mark));
    text.push_str("] },\n  ");
}

fn organisation(text: &mut String, organisation: &Organisation) {
    let Organisation { id, name, kind, country, group, charter, attributes, added_value, experience, commitment } = organisation;
    text.push_str("\n    { ");
    field(text, "id", Some(id));
    field(text, ", name", Some(name));
    field(text, ", kind", kind.map(OrganisationKind::as_str));
    field(text, ", country", country.as_ref().map(Country::code));
    field(text, ", group", group.as_deref());
    text.push_str(match charter {
        None => ", \"eche\": null",
        Some(true) => ", \"eche\": true",
        Some(false) => ", \"eche\": false",
    });
    self::attributes(text, *attributes);
    field(text, ", added_value", Some(added_value));
    field(text, ", experience", Some(experience));
    field(text, ", commitment", Some(commitment.as_str()));
    text.push_str(" }");
}

/// Nothing, where nothing is stated.
fn attributes(text: &mut String, attributes: Attributes) {
    let mut before = ", \"attributes\": {";
    for (attribute, has) in attributes.stated() {
        text.push_str(before);
        text.push(' ');
        word(text, attribute.as_str());
        text.push_str(if has { ": true" } else { ": false" });
        before = ",";
    }
    if before == "," {
        text.push_str(" }");
    }
}

fn member(text: &mut String, member: &Member) {
    text.push_str("\n    { ");
    field(text, "organisation", Some(&member.organisation.id));
    field(text, ", role", Some(member.role.as_str()));
    if let Some(of) = &member.affiliated_to {
        field(text, ", of", Some(of));
    }
    text.push_str(" }");
}

/// A field with a text; what stands before its name, such as a comma, is given with it.
fn field(text: &mut String, name: &str, value: Option<&str>) {
    let (before, name) = name.rsplit_once(' ').unwrap_or(("", name));
    if !before.is_empty() {
        text.push_str(before);
        text.push(' ');
    }
    word(text, name);
    text.push_str(": ");
    match value {
        Some(value) => word(text, value),
        None => text.push_str("null"),
    }
}

fn list<T>(text: &mut String, items: &[T], between: &str, write: impl Fn(&mut String, &T)) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        write(text, item);
    }
}

fn number(text: &mut String, number: Option<u64>) {
    match number {
        Some(number) => text.push_str(&number.to_string()),
        None => text.push_str("null"),
    }
}

/// A text in quotation marks. JSON asks only for these characters to be written otherwise.
fn word(text: &mut String, word: &str) {
    text.push('"');
    let mut rest = word;
    while let Some(at) = rest.find(|letter: char| letter < ' ' || letter == '"' || letter == '\\') {
        let (plain, special) = rest.split_at(at);
        text.push_str(plain);
        let mut letters = special.chars();
        match letters.next() {
            Some(letter @ ('"' | '\\')) => text.extend(['\\', letter]),
            Some(letter) => {
                let digit = |of: u32| char::from_digit(of & 15, 16).unwrap_or('0');
                text.push_str("\\u00");
                text.extend([digit(u32::from(letter) >> 4), digit(u32::from(letter))]);
            }
            None => {}
        }
        rest = letters.as_str();
    }
    text.push_str(rest);
    text.push('"');
}
