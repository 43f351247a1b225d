//! The library program: the JS API for scripts, in browsers and in Node, and what the page's worker answers with.

mod advice_api;
mod advise;
mod api;
mod checker;
mod to_js;

pub use advice_api::{checklist, compare, complete, withdrawals};
#[cfg(not(carried))]
pub use advise::take_texts;
pub use advise::{advise, read_call};
pub use api::{call, calls, check};
pub use checker::Checker;

use crate::browser::node::Js;
use crate::calls::{CallFile, CallFileProblem, CallLibrary};
use std::sync::Arc;

/// Reads a call file from its text. What is no JSON is no object, and refused as such.
fn read_own(library: &mut CallLibrary, text: &str) -> Result<Arc<CallFile>, CallFileProblem> {
    library.read_own(&Js(js_sys::JSON::parse(text).unwrap_or_default()), text)
}
