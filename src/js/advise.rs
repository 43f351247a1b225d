//! What the page's worker answers: the planner's answers in words, and calls of the visitor's own. The page draws the one and keeps
//! the other; scripts have the answers as data.

use super::read_own;
use crate::advisor::{AdviceOptions, CompareWith, advise as sheet};
use crate::browser::display_names::DisplayNames;
use crate::browser::node::Js;
use crate::calls::pack::to_bytes;
use crate::calls::{CallFileProblem, CallLibrary, CallRef, Chosen};
use crate::engine::{Call, Country};
use crate::i18n::{Language, call_file_error};
#[cfg(not(carried))]
use crate::i18n::{take, take_answers};
use crate::plan::{LONGEST_CALL, Place, Plan, read};
use crate::source::Fault;
use crate::wire::Refusal;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// The answers to a plan in a language, as JSON text; nothing where it is no plan of a call that is known here.
///
/// `all`: held against all calls as well. `beside`: with a call beside its own, as `id/year/variant`. `other`: with another plan
/// beside it, as text. `own`: the visitor's own calls, which may be compared too. What of these is not understood is left out.
#[wasm_bindgen(skip_typescript)]
pub fn advise(plan: &str, language: &str, all: bool, beside: Option<String>, other: Option<String>, own: Vec<String>) -> Option<String> {
    let mut library = CallLibrary::whole();
    // One that cannot be read is not compared.
    own.iter().for_each(|text| drop(read_own(&mut library, text)));
    let (plan, (file, call)) = plan_of(plan, &library)?;
    let language = Language::parse(language).unwrap_or_default();
    let names = DisplayNames::of_countries(language);
    let name = |country: Country| names.as_ref().and_then(|names| names.name(country)).unwrap_or_else(|| country.code().to_owned());
    let calls = all.then(|| library.all().map(|file| &**file).collect());
    let other = other.and_then(|other| plan_of(&other, &library));
    let asked = beside.and_then(|beside| CallRef::parse(&beside)).and_then(|beside| {
        let file = library.find(&beside.id).or(Some(&file).filter(|file| *file.id == *beside.id))?;
        beside.chosen(file)
    });
    let beside = match (&other, &asked) {
        (Some((plan, (file, call))), _) => Some(CompareWith::Plan(plan, file, Call::clone(call))),
        (None, Some((file, call))) => Some(CompareWith::Call(file, Call::clone(call))),
        (None, None) => None,
    };
    let answers = sheet(&plan, &file, &call, language, &name, &AdviceOptions { calls, beside });
    serde_json::to_string(&answers).ok()
}

fn plan_of(text: &str, library: &CallLibrary) -> Option<(Plan, Chosen)> {
    let plan = read(&Js(js_sys::JSON::parse(text).ok()?)).ok()?;
    let chosen = Refusal::chosen(&plan, library, read_own).ok()?;
    Some((plan, chosen))
}

/// Takes in the texts of a language, those of the page and those of answers and calls, before anything is asked; says whether they are
/// those.
#[cfg(not(carried))]
#[wasm_bindgen(js_name = takeTexts, skip_typescript)]
pub fn take_texts(language: &str, page: Vec<u8>, answers: Vec<u8>) -> bool {
    Language::parse(language).is_some_and(|language| take(language, page) && take_answers(language, answers))
}

/// Reads the visitor's own call file: its bytes, or in words why it is none.
#[wasm_bindgen(js_name = readCall, skip_typescript)]
pub fn read_call(text: &str, language: &str) -> JsValue {
    let language = Language::parse(language).unwrap_or_default();
    match read_text(text) {
        Ok(bytes) => Uint8Array::from(&*bytes).into(),
        Err((problem, place)) => call_file_error(language, problem.as_ref(), place).into(),
    }
}

/// Line and column of what is wrong.
type At = Option<(usize, usize)>;

/// The size is asked before anything is read.
fn read_text(text: &str) -> Result<Vec<u8>, (Option<CallFileProblem>, At)> {
    if text.len() > LONGEST_CALL {
        let problem = Fault::TooLarge { most: LONGEST_CALL }.into();
        return Err((Some(CallFileProblem { requirement: None, problem }), None));
    }
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err((None, Some((error.line(), error.column()))));
    }
    let file = read_own(&mut CallLibrary::whole(), text).map_err(|problem| {
        let place = Place::of(&problem.problem.path, text).map(|place| (place.line, place.column));
        (Some(problem), place)
    })?;
    Ok(to_bytes(&*file))
}
