//! Names of countries, as the browser knows them in a language.

use crate::engine::Country;
use crate::i18n::Language;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    pub(crate) type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(languages: &JsValue, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}

impl DisplayNames {
    /// The names in a language, where the browser has such.
    pub(crate) fn of_countries(language: Language) -> Option<DisplayNames> {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
        DisplayNames::new(&language.as_str().into(), &options).ok()
    }

    /// A country's name, if the browser has one.
    pub(crate) fn name(&self, country: Country) -> Option<String> {
        self.of(country.code()).ok()?.as_string()
    }
}
