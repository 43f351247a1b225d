//! Documents as the browser's own objects, read without turning them into text first.
//!
//! Whatever is handed over is read with care: a proxy or a getter may throw or call back, and that becomes a fault at its place.
//! Nothing may throw through this module, or what has been read up to there would stay in memory for ever.

use crate::source::{self, Node};
use js_sys::{Array, JsString};
use std::borrow::Cow;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Holder;
    #[wasm_bindgen(method, structural, indexing_getter, catch)]
    fn field(this: &Holder, key: &JsString) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, structural, indexing_getter, catch)]
    fn item(this: &Holder, place: u32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, structural, getter, catch)]
    fn length(this: &Holder) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = Object, js_name = keys, catch)]
    fn keys(of: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// One more than a list may have, so that a longer one is refused as too long and not read whole.
const LONGEST_LIST: u32 = source::LONGEST_LIST as u32 + 1;

/// A value of the browser. What throws when it is read is neither text nor number nor anything else that a document may hold.
#[derive(Clone, Debug)]
pub struct Js(pub JsValue);

impl Js {
    fn holder(&self) -> &Holder {
        self.0.unchecked_ref()
    }

    fn is_list(&self) -> bool {
        is_array(&self.0).unwrap_or(false)
    }
}

impl Node for Js {
    fn is_null(&self) -> bool {
        self.0.is_null()
    }

    fn as_bool(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn as_number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn as_text(&self) -> Option<Cow<'_, str>> {
        self.0.as_string().map(Cow::Owned)
    }

    fn items(&self) -> Option<Vec<Js>> {
        if !self.is_list() {
            return None;
        }
        let length = self.holder().length().ok()?.as_f64()?.min(f64::from(LONGEST_LIST)) as u32;
        Some((0..length).map(|place| Js(self.holder().item(place).unwrap_or_default())).collect())
    }

    fn is_object(&self) -> bool {
        self.0.is_object() && !self.is_list()
    }

    fn field(&self, name: &'static str) -> Option<Js> {
        match self.holder().field(&key(name)) {
            Ok(value) if value.is_undefined() => None,
            Ok(value) => Some(Js(value)),
            Err(_) => Some(Js(JsValue::UNDEFINED)),
        }
    }

    fn field_count(&self) -> usize {
        keys(&self.0).map_or(usize::MAX, |keys| keys.length() as usize)
    }

    fn field_names(&self) -> Vec<String> {
        keys(&self.0).map_or_else(|_| Vec::new(), |keys| keys.iter().filter_map(|name| name.as_string()).collect())
    }
}

/// A name of a field as the browser's own string. One for each name is kept, found by where the name lies in memory.
fn key(name: &'static str) -> Cow<'static, JsString> {
    const PLACES: usize = 256;
    thread_local! {
        static KEYS: [Cell<Option<(&'static str, &'static JsString)>>; PLACES] = const { [const { Cell::new(None) }; PLACES] };
    }
    KEYS.with(|keys| {
        let first = name.as_ptr() as usize;
        let places = (0..PLACES).filter_map(|step| keys.get((first + step) % PLACES));
        for place in places {
            match place.get() {
                Some((known, key)) if std::ptr::eq(known, name) => return Cow::Borrowed(key),
                Some(_) => {}
                None => {
                    // Names are written in the program, so there are few, and none is ever given back.
                    let key: &'static JsString = Box::leak(Box::new(JsString::from(name)));
                    place.set(Some((name, key)));
                    return Cow::Borrowed(key);
                }
            }
        }
        Cow::Owned(JsString::from(name))
    })
}
