//! What the fields of the form say. The fields keep it themselves until the form is kept.

use super::dom;
use crate::engine::{Attribute, Commitment, Country, Organisation, OrganisationKind, Role};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What the form says.
pub(super) struct FormValues {
    pub(super) organisation: Organisation,
    /// Of a member: its role, and whose affiliated entity it is.
    pub(super) role: Option<(Role, Option<Rc<str>>)>,
}

/// The value of a field of any kind.
pub(super) fn value_of(field: &Element) -> Option<String> {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        return Some(field.value());
    }
    if let Some(field) = field.dyn_ref::<HtmlSelectElement>() {
        return Some(field.value());
    }
    field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}

/// Reads the open form; what has no field stays as it was.
pub(super) fn read(before: &Organisation) -> FormValues {
    let field = |name: &str| dom::find(&format!("[data-field={name}]"));
    let said = |name: &str| field(name).as_ref().and_then(value_of).unwrap_or_default();
    let text = |name: &str| Rc::<str>::from(said(name).trim());
    let some = |text: Rc<str>| if text.is_empty() { None } else { Some(text) };
    let role = Role::parse(&said("role")).map(|role| match (role, some(text("of"))) {
        // An entity that is affiliated to nobody stated yet is no affiliated entity.
        (Role::Affiliated, None) => (Role::Partner, None),
        (role, of) => (role, of),
    });
    let mut attributes = before.attributes;
    for attribute in Attribute::ALL {
        // Only those that the call asks for have a field.
        if let Some(value) = field(attribute.as_str()).as_ref().and_then(value_of) {
            attributes = attributes.with(*attribute, yes_or_no(&value));
        }
    }
    let organisation = Organisation {
        id: before.id.clone(),
        name: text("name"),
        kind: OrganisationKind::parse(&said("kind")),
        country: Country::parse(&said("country")),
        group: some(text("group")),
        charter: yes_or_no(&said("charter")),
        attributes,
        added_value: text("added-value"),
        experience: text("experience"),
        commitment: Commitment::parse(&said("commitment")).unwrap_or_default(),
    };
    FormValues { organisation, role }
}

fn yes_or_no(value: &str) -> Option<bool> {
    match value {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Shows that the form says nothing, and where to begin.
pub(super) fn show_error() {
    dom::focus("[data-field=name]");
    if let Some(field) = dom::document().and_then(|document| document.query_selector("[data-field=name]").ok()?) {
        mark_wrong(&field);
    }
}

/// Marks a field as wrong and shows the words that stand after it.
fn mark_wrong(field: &Element) {
    // An attribute that cannot be set leaves a field without its mark, and its value is refused all the same.
    let _ = field.set_attribute("aria-invalid", "true");
    let error = field.closest("[data-row]").ok().flatten().and_then(|row| row.query_selector("[role=alert]").ok()?);
    if let Some(error) = error {
        let _ = error.remove_attribute("hidden");
    }
}
