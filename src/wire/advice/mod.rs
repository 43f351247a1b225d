//! The planner's answers as data: what is missing, what falls if somebody withdraws, what is still to be done,
//! and which call suits.
//!
//! Where the answers name requirements, members and organisations of the pool by their places, these forms name them by their ids.

mod allowed;
mod asked;
mod checklist;
mod comparison;
mod completion;
mod flip;
mod question;
mod seats;
mod withdrawals;

pub use asked::Asked;
pub use checklist::ChecklistOut;
pub use comparison::ComparisonOut;
pub use completion::{CompletionOut, MOST_SETS, SETS};
pub use withdrawals::WithdrawalsOut;

use serde::Serialize;

/// All answers about one plan.
#[derive(Serialize, Debug)]
pub struct AdviceOut<'a> {
    completion: CompletionOut<'a>,
    withdrawals: WithdrawalsOut<'a>,
    checklist: ChecklistOut<'a>,
}

impl<'a> AdviceOut<'a> {
    /// Asks for all answers.
    pub fn of(asked: &'a Asked<'a>) -> AdviceOut<'a> {
        AdviceOut { completion: CompletionOut::of(asked, SETS), withdrawals: WithdrawalsOut::of(asked), checklist: ChecklistOut::of(asked) }
    }
}
