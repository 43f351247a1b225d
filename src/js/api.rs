//! The JS API: the same engine and the same words as the page and the command line, for other programs.
//!
//! What is thrown is an `Error` that carries the refusal as data, so that nobody has to read a sentence to know what is wrong.

use super::to_js::{object, report};
use crate::browser::node::Js;
use crate::calls::{CallLibrary, Chosen, SHIPPED};
use crate::engine::{Reading, evaluate};
use crate::plan::{Plan, read};
use crate::source::{Fields, Problem, number, text, word};
use crate::wire::{CallOut, ListedCall, Refusal};
use js_sys::Object;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("api.d.ts");

/// Every call that comes with the program.
#[wasm_bindgen(unchecked_return_type = "ListedCall[]")]
pub fn calls() -> JsValue {
    object(&SHIPPED.iter().map(|file| ListedCall::of(file)).collect::<Vec<_>>())
}

/// A call with its texts, sources, rules and the countries of the year.
///
/// @throws {AlliansError} `unknown_call`, `unknown_year`, `wrong`
#[wasm_bindgen(unchecked_return_type = "Call")]
pub fn call(
    #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] year: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] variant: &JsValue,
) -> Result<JsValue, JsValue> {
    let id = Js(id.clone());
    let id = text(&id).map_err(|problem| thrown(&problem.in_field("id").into()))?;
    let year = number(&Js(year.clone())).map_err(|problem| thrown(&problem.in_field("year").into()))?;
    let variant = Js(variant.clone());
    let variant =
        if is_given(&variant.0) { Some(text(&variant).map_err(|problem| thrown(&problem.in_field("variant").into()))?) } else { None };
    let files: Vec<_> = SHIPPED.iter().collect();
    let (file, call) = Refusal::find(&files, &id, year, variant.as_deref()).map_err(|refusal| thrown(&refusal))?;
    Ok(object(&CallOut::new(&file, &call)))
}

/// Which requirements the plan's consortium meets, who counts and who does not.
///
/// @throws {AlliansError} `not_a_plan`, `wrong`, `unknown_call`, `unknown_year`
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    checked(plan, options).map_err(|refusal| thrown(&refusal))
}

fn checked(plan: &JsValue, options: &JsValue) -> Result<JsValue, Refusal> {
    let reading = reading_option(&Js(options.clone()))?;
    let (plan, (_, call)) = plan_of(plan)?;
    let found = evaluate(&call, &plan.consortium(), reading);
    Ok(report(&call, &plan, &found))
}

/// A plan with its call. What it brings of its own is known to nobody else, and forgotten with it.
pub(super) fn plan_of(plan: &JsValue) -> Result<(Plan, Chosen), Refusal> {
    let plan = read(&Js(plan.clone()))?;
    let chosen = Refusal::chosen(&plan, &CallLibrary::whole(), super::read_own)?;
    Ok((plan, chosen))
}

/// What may be left out is `undefined` or `null`.
pub(super) fn is_given(value: &JsValue) -> bool {
    !value.is_undefined() && !value.is_null()
}

/// A reading.
pub(super) fn reading_of(value: &Js) -> Result<Reading, Problem> {
    word(value, Reading::ALL, Reading::as_str)
}

fn reading_option(options: &Js) -> Result<Reading, Problem> {
    options_of(options, |fields| Ok(fields.optional("reading", reading_of)?.unwrap_or_default()))
}

/// What is read from the options, where there are some.
pub(super) fn options_of<T: Default>(options: &Js, read: impl FnOnce(&mut Fields<'_, Js>) -> Result<T, Problem>) -> Result<T, Problem> {
    if !is_given(&options.0) {
        return Ok(T::default());
    }
    let all = || {
        let mut fields = Fields::of(options)?;
        let found = read(&mut fields)?;
        fields.end().map(|()| found)
    };
    all().map_err(|problem: Problem| problem.in_field("options"))
}

/// A refusal as it is thrown: an `Error` with the refusal's fields.
pub(super) fn thrown(refusal: &Refusal) -> JsValue {
    let error = js_sys::Error::new(&refusal.message());
    error.set_name("AlliansError");
    Object::assign(&error, object(&refusal.out()).unchecked_ref()).into()
}
