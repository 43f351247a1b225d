//! Texts for components: messages as attribute values, and names of organisations.

use super::dom;
use crate::engine::{Organisation, OrganisationKind};
use crate::i18n::{Language, Message, plan_error, text};
use crate::plan::PlanError;
use std::borrow::Cow;
use yew::AttrValue;

/// A message in a language.
pub(super) fn t(language: Language, message: Message<'_>) -> AttrValue {
    match text(language, message) {
        Cow::Borrowed(text) => AttrValue::Static(text),
        Cow::Owned(text) => AttrValue::from(text),
    }
}

/// Why a text is not a plan.
pub(super) fn plan_error_text(language: Language, error: &PlanError) -> AttrValue {
    AttrValue::from(plan_error(language, error))
}

/// An organisation's name; of a placeholder, what it stands for.
pub(super) fn name_of(language: Language, organisation: &Organisation) -> AttrValue {
    if !organisation.name.is_empty() {
        return AttrValue::from(organisation.name.clone());
    }
    let country = organisation.country.map(|country| dom::country_name(language, country));
    t(language, Message::placeholder(organisation.kind, country.as_deref()))
}

/// Its kind, or that it is not stated.
pub(super) fn kind_of(language: Language, kind: Option<OrganisationKind>) -> AttrValue {
    t(language, kind.map_or(Message::KindNotStated, Message::Kind))
}
