//! Results as the browser's own objects, field for field as `wire` writes them.

use crate::engine::{Call, Report};
use crate::plan::Plan;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Anything serialisable as a plain object.
pub(crate) fn object<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}

/// The report on a plan. In the page there is no second script beside the glue, and nobody counts microseconds.
#[cfg(feature = "tools")]
pub(crate) fn report(call: &Call, plan: &Plan, report: &Report) -> JsValue {
    object(&crate::wire::ReportOut::new(&plan.title, call, &plan.members, report))
}

/// The report on a plan.
#[cfg(not(feature = "tools"))]
pub(crate) fn report(call: &Call, plan: &Plan, report: &Report) -> JsValue {
    super::quick::report(call, &plan.title, &super::quick::ids(&plan.members), report)
}
