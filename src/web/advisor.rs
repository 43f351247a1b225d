//! The planner's answers for the page: the program of its worker. A plan as text in, a sheet as text out; call files are taken in as
//! bytes, and the visitor's own are read.

use super::display_names::DisplayNames;
use super::known;
use super::node::Js;
use crate::advisor::advise as sheet;
use crate::calls::pack::to_bytes;
use crate::calls::{CallFile, LISTED};
use crate::engine::{Call, Country};
use crate::i18n::{Language, call_file_error};
use crate::plan::{Place, Plan, read};
use crate::source::{Fault, Problem};
use wasm_bindgen::prelude::*;

/// The answers to a plan in a language, as the JSON text of a sheet; nothing where it is no plan of a call that is known here.
#[wasm_bindgen]
pub fn advise(plan: &str, language: &str) -> Option<String> {
    let (plan, file, call) = plan_of(plan)?;
    let language = Language::parse(language).unwrap_or_default();
    let names = DisplayNames::of_countries(language);
    let name = |country: Country| names.as_ref().and_then(|names| names.name(country)).unwrap_or_else(|| country.code().to_owned());
    let sheet = sheet(&plan, file, &call, language, &name);
    serde_json::to_string(&sheet).ok()
}

fn plan_of(text: &str) -> Option<(Plan, &'static CallFile, Call)> {
    let plan = read(&Js(js_sys::JSON::parse(text).ok()?)).ok()?;
    let file = match &plan.own_call {
        Some(own) => known::read_own(own).ok()?,
        None => known::find(&plan.call)?,
    };
    let call = file.call(plan.year, plan.variant.as_deref())?;
    Some((plan, file, call))
}

/// The ids of the calls that come with the page.
#[wasm_bindgen]
pub fn listed() -> Vec<String> {
    LISTED.iter().map(|listed| listed.id.to_owned()).collect()
}

/// Takes in a call file as bytes; says whether it is one.
#[wasm_bindgen]
pub fn learn(bytes: &[u8]) -> bool {
    known::learn(bytes).is_some()
}

/// Reads the visitor's own call file: its bytes, or in words why it is none.
#[wasm_bindgen(js_name = readCall)]
pub fn read_call(text: &str, language: &str) -> Result<Vec<u8>, String> {
    let language = Language::parse(language).unwrap_or_default();
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err(call_file_error(language, None, Some((error.line(), error.column()))));
    }
    let file = known::read_own(text).map_err(|problem| {
        let place = Place::of(&problem.problem.path, text).map(|place| (place.line, place.column));
        call_file_error(language, Some(&problem), place)
    })?;
    if LISTED.iter().any(|listed| listed.id == file.id) {
        let problem = Problem::from(Fault::Repeated { id: file.id.to_owned() }).in_field("id");
        return Err(call_file_error(language, Some(&crate::calls::CallFileProblem { requirement: None, problem }), None));
    }
    Ok(to_bytes(file))
}
