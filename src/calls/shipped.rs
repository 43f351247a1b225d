//! The calls that come with the program, made into tables and bytes when it is built.

#[allow(unused_imports, reason = "the tables name only what the calls use")]
use super::file::{
    Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, NotKnown, RequirementFile, Source, Variant,
};
use super::listed::ListedCall;
#[cfg(any(not(target_arch = "wasm32"), not(any(feature = "app", feature = "advisor", feature = "tools"))))]
use super::pack::of_bytes;
#[allow(unused_imports, reason = "the tables name only what the calls use")]
use super::when::When;
#[allow(unused_imports, reason = "the tables name only what the calls use")]
use crate::engine::rule::{
    Activities, AtMost, Cap, Compare, Coordinator, Count, Countries, CountryNeed, Duration, EachCountry, EveryMember, ExactCountries, Fact,
    Grant, Only,
};
#[allow(unused_imports, reason = "the tables name only what the calls use")]
use crate::engine::{Attribute, Country, CountrySet, KindSet, Outcome, Requirement, RoleSet, Rule, Selector, Severity};
#[cfg(any(not(target_arch = "wasm32"), not(any(feature = "app", feature = "advisor", feature = "tools"))))]
use std::sync::LazyLock;

/// What a list shows of the calls that come with the program, in the order in which a visitor meets them.
#[cfg(not(core_page))]
pub static LISTED: &[ListedCall] = include!(concat!(env!("OUT_DIR"), "/listed.rs"));

/// Of other calls than the first only their names.
#[cfg(core_page)]
pub static LISTED: &[ListedCall] = include!(concat!(env!("OUT_DIR"), "/named.rs"));

/// The first of them, which the page begins with.
pub static FIRST: CallFile = include!(concat!(env!("OUT_DIR"), "/first.rs"));

/// All of them.
#[cfg(any(not(target_arch = "wasm32"), not(any(feature = "app", feature = "advisor", feature = "tools"))))]
pub static SHIPPED: LazyLock<&'static [CallFile]> =
    LazyLock::new(|| of_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/calls.pack"))).unwrap_or(&[]));

/// Calls of other programmes, and made-up ones, as examples.
#[cfg(any(not(target_arch = "wasm32"), not(any(feature = "app", feature = "advisor", feature = "tools"))))]
pub static EXAMPLES: LazyLock<&'static [CallFile]> =
    LazyLock::new(|| of_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/examples.pack"))).unwrap_or(&[]));

/// The same as JSON, a list of call files: the form that the door reads.
#[cfg(not(target_arch = "wasm32"))]
pub fn shipped_json() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/calls.json"))
}
