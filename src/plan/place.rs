//! Plans as text, natively: JSON in, and the line on which something is wrong.

#[cfg(not(target_arch = "wasm32"))]
use super::{Plan, PlanError, read};
use crate::source::{Path, Step};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A place in a text, counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column, in bytes.
    pub column: usize,
}

/// Reads a plan from JSON text.
#[cfg(not(target_arch = "wasm32"))]
pub fn from_text(text: &str) -> Result<Plan, PlanError> {
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| PlanError::NotJson { line: error.line(), column: error.column() })?;
    read(&&value)
}

impl Place {
    /// Where a path leads in a text; the nearest place before it where it leads nowhere.
    pub fn of(path: &Path, text: &str) -> Option<Place> {
        let mut here: &RawValue = serde_json::from_str(text).ok()?;
        for step in &path.0 {
            let Some(next) = enter(here, step) else { break };
            here = next;
        }
        let offset = (here.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let before = text.get(..offset)?;
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Some(Place { line: before.matches('\n').count() + 1, column: offset - line_start + 1 })
    }
}

fn enter<'a>(here: &'a RawValue, step: &Step) -> Option<&'a RawValue> {
    match step {
        Step::Field(name) => serde_json::from_str::<BTreeMap<String, &RawValue>>(here.get()).ok()?.remove(name),
        Step::Item(at) => serde_json::from_str::<Vec<&RawValue>>(here.get()).ok()?.into_iter().nth(*at),
    }
}
