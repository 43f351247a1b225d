//! The planner's answers as data: what is missing, what falls if somebody withdraws, what is still to be done,
//! and which call suits.
//!
//! Where the answers name requirements, members and organisations of the pool by their places, these forms name them by their ids.

mod allowed;
mod checklist;
mod comparison;
mod completion;
mod flip;
mod question;
mod request;
mod seats;
mod withdrawals;

pub use checklist::ChecklistOut;
pub use comparison::ComparisonOut;
pub use completion::{CompletionOut, MOST_SETS, SETS};
pub use request::AdviceRequest;
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
    pub fn of(request: &'a AdviceRequest<'a>) -> AdviceOut<'a> {
        AdviceOut {
            completion: CompletionOut::of(request, SETS),
            withdrawals: WithdrawalsOut::of(request),
            checklist: ChecklistOut::of(request),
        }
    }
}
