//! The planner's answers, on top of the engine: what is missing, and what if.
//!
//! Pure and exact. It uses the engine and nothing else of the library, knows no text for people, and cannot fail: what cannot be
//! answered is an answer of its own.

mod completion;
mod listing;
mod need;
mod pattern;
mod search;
mod supply;

pub use completion::{Additions, Change, Completion, PoolAdditions, PoolCompletion, Seats, complete, from_pool, safe};
pub use pattern::{Answer, Seat};
