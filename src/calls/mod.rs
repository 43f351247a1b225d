//! Calls with their texts and sources: the files under `calls/`, and (through the same door) a visitor's own.

mod file;
mod keep;
mod read;
mod shipped;

pub use file::{Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, RequirementFile, Source};
pub use read::{CallFileProblem, read};
pub use shipped::SHIPPED;
#[cfg(not(target_arch = "wasm32"))]
pub use shipped::shipped_json;
