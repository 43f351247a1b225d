//! The planner's answers for the page: the program of its worker. A plan as text in, a sheet as text out.

use super::display_names::DisplayNames;
use super::node::Js;
use crate::advisor::{Further, advise as sheet};
use crate::calls::SHIPPED;
use crate::engine::Country;
use crate::i18n::Language;
use crate::plan::read;
use wasm_bindgen::prelude::*;

/// The answers to a plan in a language, as the JSON text of a sheet; nothing where it is no plan of a call that is known here.
#[wasm_bindgen]
pub fn advise(plan: &str, language: &str) -> Option<String> {
    let plan = read(&Js(js_sys::JSON::parse(plan).ok()?)).ok()?;
    let file = SHIPPED.iter().find(|file| *file.id == *plan.call)?;
    let call = file.call(plan.year)?;
    let language = Language::parse(language).unwrap_or_default();
    let names = DisplayNames::of_countries(language);
    let name = |country: Country| names.as_ref().and_then(|names| names.name(country)).unwrap_or_else(|| country.code().to_owned());
    let sheet = sheet(&plan, file, &call, language, &name, &Further::default());
    serde_json::to_string(&sheet).ok()
}
