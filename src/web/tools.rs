//! For other programs and for the visitor's own call: the JS API, and the door that call files come through. Loaded when first asked for.

use super::known;
use crate::calls::pack::to_bytes;
use crate::calls::{CallFileProblem, LISTED};
use crate::i18n::{Language, call_file_error};
use crate::plan::{LONGEST_CALL, Place};
use crate::source::{Fault, Problem};
use wasm_bindgen::prelude::*;

/// Takes in the calls that come with the page, as bytes; says whether they are such.
#[wasm_bindgen]
pub fn learn(bytes: &[u8]) -> bool {
    known::learn(bytes)
}

/// Reads the visitor's own call file: its bytes, or in words why it is none.
#[wasm_bindgen(js_name = readCall)]
pub fn read_call(text: &str, language: &str) -> Result<Vec<u8>, String> {
    let language = Language::parse(language).unwrap_or_default();
    if text.len() > LONGEST_CALL {
        let problem = Fault::TooLarge { most: LONGEST_CALL }.into();
        return Err(call_file_error(language, Some(&CallFileProblem { requirement: None, problem }), None));
    }
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err(call_file_error(language, None, Some((error.line(), error.column()))));
    }
    let file = known::read_own(text).map_err(|problem| {
        let place = Place::of(&problem.problem.path, text).map(|place| (place.line, place.column));
        call_file_error(language, Some(&problem), place)
    })?;
    if LISTED.iter().any(|listed| listed.id == file.id) {
        let problem = Problem::from(Fault::Repeated { id: file.id.to_owned() }).in_field("id");
        return Err(call_file_error(language, Some(&CallFileProblem { requirement: None, problem }), None));
    }
    Ok(to_bytes(file))
}
