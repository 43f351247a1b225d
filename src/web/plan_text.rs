//! Plans as text in the browser, with the browser's own JSON.

use super::node::Js;
use crate::plan::{Plan, PlanError, read};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// Reads a plan from JSON text.
pub(crate) fn from_text(text: &str) -> Result<Plan, PlanError> {
    match js_sys::JSON::parse(text) {
        Ok(value) => read(&Js(value)),
        // Browsers word their errors each in its own way; the library says where, the same everywhere.
        Err(_) => Err(match serde_json::from_str::<serde::de::IgnoredAny>(text) {
            Err(error) => PlanError::NotJson { line: error.line(), column: error.column() },
            Ok(_) => PlanError::NotJson { line: 1, column: 1 },
        }),
    }
}

/// Writes a plan as indented JSON text.
pub(crate) fn to_text(plan: &Plan) -> Option<String> {
    let value = plan.out().serialize(&serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true)).ok()?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into()).ok()?;
    text.as_string()
}
