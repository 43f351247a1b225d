//! The planner's answers, on top of the engine: what is missing, and what if.
//!
//! Pure and exact. It uses the engine and nothing else of the library, knows no text for people, and cannot fail: what cannot be
//! answered is an answer of its own. Requirements are named by their place in the call, members by theirs in the consortium.

mod change;
mod checklist;
mod classes;
mod comparison;
mod completion;
mod confirmed;
mod coordinator;
mod counting;
mod fewest;
mod lean;
mod names;
mod question;
mod substitute;
mod tipping_point;
mod withdrawal;

pub use change::Change;
pub use checklist::{Evidence, checklist};
pub use comparison::{Assessment, FactKind, FactToState, Gap, assess, compare};
pub use completion::{Additions, Completion, PoolAdditions, PoolCompletion, Seats, complete, from_pool, safe};
pub use confirmed::{Confirmed, confirmed};
pub use coordinator::{Lead, coordinators};
pub use fewest::{Answer, Seat, TooMuch};
pub use lean::{Lean, dispensable, lean};
pub use question::{Question, questions};
pub use substitute::{Substitute, substitutes};
pub use tipping_point::{More, TippingPoint, tipping_point};
pub use withdrawal::{Pair, Withdrawals, withdrawals};

use crate::engine::{Requirement, Severity, Status};

/// Whether a status stands in nobody's way. A fact that is not stated may, so `unknown` does not hold.
fn holds(status: Status) -> bool {
    match status {
        Status::Met | Status::Review | Status::NotApplicable => true,
        Status::Unmet | Status::Unknown => false,
    }
}

/// The requirements that decide the verdict, with their places in the call.
fn mandatory(requirements: &[Requirement]) -> impl Iterator<Item = (usize, &Requirement)> {
    requirements.iter().enumerate().filter(|(_, requirement)| requirement.severity == Severity::Mandatory)
}
