//! The planner's answers for the page: the program of its worker. A plan as text in, a sheet as text out; call files are taken in as
//! bytes, and the visitor's own are read.

use super::asked::Asked;
use super::display_names::DisplayNames;
use super::known;
use super::node::Js;
use crate::advisor::{Beside, Further, advise as sheet};
use crate::calls::CallFile;
use crate::engine::{Call, Country};
use crate::i18n::Language;
use crate::plan::{Plan, read};
use wasm_bindgen::prelude::*;

/// The answers to a plan in a language, as the JSON text of a sheet; nothing where it is no plan of a call that is known here.
///
/// `all`: held against all calls as well. `beside`: with a call beside its own, as `id/year/variant`. `other`: with another plan
/// beside it, as text. What of these is not understood is left out.
#[wasm_bindgen]
pub fn advise(plan: &str, language: &str, all: bool, beside: Option<String>, other: Option<String>) -> Option<String> {
    let (plan, file, call) = plan_of(plan)?;
    let language = Language::parse(language).unwrap_or_default();
    let names = DisplayNames::of_countries(language);
    let name = |country: Country| names.as_ref().and_then(|names| names.name(country)).unwrap_or_else(|| country.code().to_owned());
    let files: Option<Vec<CallFile>> = all.then(|| known::all().into_iter().copied().collect());
    let other = other.and_then(|other| plan_of(&other));
    let beside = match &other {
        Some((plan, file, call)) => Some(Beside::Plan(plan, file, call.clone())),
        None => beside.and_then(|beside| Asked::parse(&beside)).and_then(|asked| {
            let file = asked.file()?;
            Some(Beside::Call(file, Call::clone(&*asked.call(file)?)))
        }),
    };
    let sheet = sheet(&plan, file, &call, language, &name, &Further { calls: files.as_deref(), beside });
    serde_json::to_string(&sheet).ok()
}

fn plan_of(text: &str) -> Option<(Plan, &'static CallFile, Call)> {
    let plan = read(&Js(js_sys::JSON::parse(text).ok()?)).ok()?;
    let file = known::find(&plan.call)?;
    let call = file.call(plan.year, plan.variant.as_deref())?;
    Some((plan, file, call))
}

/// Takes in the calls that come with the page, as bytes.
#[wasm_bindgen]
pub fn learn(bytes: &[u8]) -> bool {
    known::learn(bytes)
}

/// Takes in the visitor's own call, as bytes.
#[wasm_bindgen(js_name = learnOwn)]
pub fn learn_own(bytes: &[u8]) -> bool {
    known::learn_own(bytes, "").is_some()
}
