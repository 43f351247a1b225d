//! Calls with their texts and sources: the files under `calls/`, and (through the same door) a visitor's own.

mod described;
mod file;
mod keep;
mod listed;
pub mod pack;
mod read;
mod read_classes;
mod read_parts;
mod read_rule;
mod shipped;
#[cfg(not(target_arch = "wasm32"))]
mod toml_form;
mod when;

pub use file::{
    Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, NotKnown, RequirementFile, Source, Variant,
};
pub use listed::{ListedCall, ListedVariant};
pub use read::{CallFileProblem, FORMAT, read};
pub use read_rule::SHAPES;
#[cfg(not(target_arch = "wasm32"))]
pub use read_rule::shape_of;
#[cfg(not(target_arch = "wasm32"))]
pub use shipped::shipped_json;
#[cfg(any(not(target_arch = "wasm32"), not(any(feature = "app", feature = "advisor", feature = "tools"))))]
pub use shipped::{EXAMPLES, SHIPPED};
pub use shipped::{FIRST, LISTED};
#[cfg(not(target_arch = "wasm32"))]
pub use toml_form::with_classes;
pub use when::When;
