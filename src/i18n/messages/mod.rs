//! The messages and their values: the list that the files of `texts/` are held against, by the build and by tests.

mod answers;
#[cfg(not(target_arch = "wasm32"))]
mod checked;
mod insert;
mod message;

pub use answers::AdviceMessage;
#[cfg(not(target_arch = "wasm32"))]
pub use checked::{Lines, lines};
pub(crate) use insert::{Insert, Small};
pub(crate) use message::COUNT;
pub use message::Message;
