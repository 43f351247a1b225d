//! The planner's answers, on top of the engine: what is missing, and what if.
//!
//! Pure and exact. It uses the engine and nothing else of the library, knows no text for people, and cannot fail: what cannot be
//! answered is an answer of its own. Requirements are named by their place in the call, members by theirs in the consortium.

mod checklist;
mod classes;
mod completion;
mod confirmed;
mod coordinator;
mod lean;
mod listing;
mod lose;
mod names;
mod need;
mod open;
mod pattern;
mod question;
mod search;
mod supply;
mod why;

pub use checklist::{Evidence, checklist};
pub use completion::{Additions, Change, Completion, PoolAdditions, PoolCompletion, Seats, complete, from_pool, safe};
pub use confirmed::{Confirmed, confirmed};
pub use coordinator::{Lead, coordinators};
pub use lean::{dispensable, lean};
pub use open::OpenMember;
pub use pattern::{Answer, Seat};
pub use question::{ProjectFact, Question, questions};
pub use why::{Flip, More, flip};
