//! The planner's answers for the page: the program of its worker. A plan as text in, a sheet as text out.

use super::node::Js;
use crate::advisor::advise as sheet;
use crate::calls::SHIPPED;
use crate::engine::Country;
use crate::i18n::Language;
use crate::plan::read;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(languages: &JsValue, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}

/// The answers to a plan in a language, as the JSON text of a sheet; nothing where it is no plan of a call that is known here.
#[wasm_bindgen]
pub fn advise(plan: &str, language: &str) -> Option<String> {
    let plan = read(&Js(js_sys::JSON::parse(plan).ok()?)).ok()?;
    let file = SHIPPED.iter().find(|file| *file.id == *plan.call)?;
    let call = file.call(plan.year)?;
    let names = maker(language);
    let name = |country: Country| {
        let name = names.as_ref().and_then(|names| names.of(country.code()).ok()).and_then(|name| name.as_string());
        name.unwrap_or_else(|| country.code().to_owned())
    };
    let sheet = sheet(&plan, file, &call, Language::parse(language).unwrap_or_default(), &name);
    serde_json::to_string(&sheet).ok()
}

fn maker(language: &str) -> Option<DisplayNames> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
    DisplayNames::new(&language.into(), &options).ok()
}
