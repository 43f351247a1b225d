//! From the page that a first visit loads to the whole page, which knows every call: the plan goes along, and what was asked for.

use super::store::Store;
use crate::plan::to_text;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Of boot.js: loads the whole page and puts it in place of this one; an error where it cannot be had.
    #[wasm_bindgen(js_name = alliansWhole, catch)]
    async fn whole(handed: &Object) -> Result<JsValue, JsValue>;
}

/// Hands the plan over, to be held against another call, or to be replaced by a file that is to be opened there.
pub(super) async fn hand_over(store: &Store, call: Option<&str>, file: Option<(&str, &str)>) -> Result<(), ()> {
    let handed = Object::new();
    let put = |name: &str, value: &JsValue| Reflect::set(&handed, &name.into(), value).map(drop);
    let texts = [("plan", Some(to_text(&store.plan()))), ("call", call.map(str::to_owned))];
    let named = [("name", file.map(|file| file.0.to_owned())), ("text", file.map(|file| file.1.to_owned()))];
    for (name, value) in texts.into_iter().chain(named) {
        if let Some(value) = value {
            put(name, &value.into()).map_err(drop)?;
        }
    }
    put("keeps", &store.keeps.into()).map_err(drop)?;
    whole(&handed).await.map(drop).map_err(drop)
}
