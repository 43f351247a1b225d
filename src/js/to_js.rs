//! Results as the browser's own objects, field for field as `wire` writes them.

use crate::engine::{Call, Report};
use crate::plan::Plan;
use crate::wire::ReportOut;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Anything serialisable as a plain object.
pub(crate) fn object<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}

/// The report on a plan.
pub(crate) fn report(call: &Call, plan: &Plan, report: &Report) -> JsValue {
    object(&ReportOut::new(&plan.title, call, &plan.members, report))
}
