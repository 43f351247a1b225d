//! Only the whole page: calls that are loaded, the visitor's own, and what the first page hands over.

use super::notice::Trouble;
use crate::calls::{CallFile, LISTED};
use crate::i18n::Language;
use crate::plan::Plan;
use crate::web::{known, storage};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// Of boot.js: the bytes of all calls that come with the page.
    #[wasm_bindgen(js_name = alliansCalls, catch)]
    async fn fetch() -> Result<JsValue, JsValue>;
    /// Of boot.js: the bytes of the visitor's own call, or in words why it is none.
    #[wasm_bindgen(js_name = alliansOwnCall, catch)]
    async fn read_own(text: &str, language: &str) -> Result<JsValue, JsValue>;
}

/// What the first page hands over, by its name.
pub(super) fn handed(name: &str) -> Option<JsValue> {
    let handed = js_sys::Reflect::get(&js_sys::global(), &"alliansHanded".into()).ok().filter(JsValue::is_object)?;
    js_sys::Reflect::get(&handed, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// A text that the first page hands over.
pub(super) fn handed_text(name: &str) -> Option<String> {
    handed(name)?.as_string()
}

/// Loads the calls that come with the page, unless the one that is wanted is known; nothing where there is no such call.
pub(super) async fn load(id: &str) -> Result<Option<&'static CallFile>, Trouble> {
    if known::find(id).is_none() && LISTED.iter().any(|listed| listed.id == id) {
        let bytes = fetch().await.map_err(|_| Trouble::NotLoaded(id.into()))?;
        known::learn(&js_sys::Uint8Array::new(&bytes).to_vec());
    }
    Ok(known::find(id))
}

/// Reads the visitor's own call.
pub(super) async fn own(text: &str, language: Language) -> Result<&'static CallFile, Trouble> {
    let answer = read_own(text, language.as_str()).await.map_err(|_| Trouble::NotLoaded(Rc::default()))?;
    if let Some(words) = answer.as_string() {
        return Err(Trouble::CallFile(AttrValue::from(words)));
    }
    known::learn_own(&js_sys::Uint8Array::new(&answer).to_vec(), text).ok_or_else(|| Trouble::NotLoaded(Rc::default()))
}

/// Keeps the visitor's own calls in the browser, so that they can be chosen again whatever the plan is for.
pub(super) fn keep_own() {
    let texts: js_sys::Array = known::own_texts().iter().map(|text| JsValue::from_str(text)).collect();
    let list = js_sys::JSON::stringify(&texts).ok().and_then(|list| list.as_string());
    if let Some(list) = list {
        // Without room the call is still in the plan.
        let _ = storage::save(storage::OWN_CALLS, &list);
    }
}

/// Takes in the own calls that the browser keeps, and says whether any has come; one that cannot be read stays where it is.
pub(super) async fn own_again(language: Language) -> bool {
    let list = storage::load(storage::OWN_CALLS).ok().flatten().and_then(|list| js_sys::JSON::parse(&list).ok());
    let (known, mut came) = (known::own_texts(), false);
    for text in list.iter().flat_map(js_sys::Array::from).filter_map(|text| text.as_string()) {
        if known.iter().all(|own| **own != *text) {
            came |= own(&text, language).await.is_ok();
        }
    }
    came
}

/// Loads the call that a plan is for.
pub(super) async fn load_for(plan: &Plan, language: Language) -> Result<(), Trouble> {
    match &plan.own_call {
        Some(text) => own(text, language).await.map(drop),
        None => load(&plan.call).await.map(drop),
    }
}
