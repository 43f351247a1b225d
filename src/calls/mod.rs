//! Calls with their texts and sources: the files under `calls/`, and (validated in the same way) a visitor's own.

mod call_ref;
mod described;
mod file;
mod language;
mod library;
mod listed;
mod mark;
pub mod pack;
mod read;
mod read_classes;
mod read_parts;
mod read_rule;
mod rules;
mod shipped;
#[cfg(not(target_arch = "wasm32"))]
mod toml_form;
mod when;

pub use call_ref::CallRef;
pub use file::{
    Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, NotKnown, RequirementFile, Source, Variant,
};
pub use language::Language;
pub use library::{CallLibrary, Chosen};
pub use listed::ListedCall;
pub use mark::canonical;
pub use read::{CallFileProblem, FORMAT, read};
pub use read_rule::{MOST_COUNTED, MOST_MONTHS, SHAPES};
pub use rules::Rules;
pub use shipped::{EXAMPLES, LISTED, SHIPPED, call_files, shipped_json, take_texts};
#[cfg(not(target_arch = "wasm32"))]
pub use toml_form::with_classes;
pub use when::When;
