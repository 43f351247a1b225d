//! Plans from text in the browser, with the browser's own JSON.

use crate::browser::node::Js;
use crate::plan::{Plan, PlanError, read};

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
