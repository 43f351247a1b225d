//! The calls that come with the program, made into bytes when it is built.

use super::file::CallFile;
use super::listed::ListedCall;
use super::pack::of_bytes;
use std::sync::LazyLock;

/// What a list shows of the calls that come with the program, in the order in which a visitor meets them.
pub static LISTED: LazyLock<&'static [ListedCall]> =
    LazyLock::new(|| of_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/listed.pack"))).unwrap_or(&[]));

/// The first of them, which the page begins with.
pub static FIRST: LazyLock<Option<CallFile>> = LazyLock::new(|| of_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/first.pack"))));

/// All of them.
#[cfg(any(not(target_arch = "wasm32"), not(any(feature = "app", feature = "advisor"))))]
pub static SHIPPED: LazyLock<&'static [CallFile]> =
    LazyLock::new(|| of_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/calls.pack"))).unwrap_or(&[]));

/// Calls of other programmes, and made-up ones, as examples.
#[cfg(any(not(target_arch = "wasm32"), not(any(feature = "app", feature = "advisor"))))]
pub static EXAMPLES: LazyLock<&'static [CallFile]> =
    LazyLock::new(|| of_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/examples.pack"))).unwrap_or(&[]));

/// The same as JSON, a list of call files: the form that the door reads.
#[cfg(not(target_arch = "wasm32"))]
pub fn shipped_json() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/calls.json"))
}
