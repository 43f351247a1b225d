//! The calls that come with the program, made into tables when it is built.

use super::file::{Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, RequirementFile, Source};
use crate::engine::rule::{Activities, Cap, Coordinator, Count, Countries, Duration, EveryMember, Fact, Grant};
use crate::engine::{CountrySet, KindSet, Outcome, Requirement, RoleSet, Rule, Selector, Severity};

/// The calls that come with the program.
pub static SHIPPED: &[CallFile] = include!(concat!(env!("OUT_DIR"), "/calls.rs"));

/// The same as JSON, a list of call files: the form that the door reads.
#[cfg(not(target_arch = "wasm32"))]
pub fn shipped_json() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/calls.json"))
}
