//! `at_most`: no more than n independent organisations that fit a selector.

use super::count::counted;
use super::{Answer, Context};
use crate::engine::{Measured, Selector, Status};

/// At most `at_most` independent organisations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AtMost {
    /// Who counts.
    pub of: Selector,
    /// How many there may be.
    pub at_most: u32,
}

impl AtMost {
    /// Whether there are too many for certain.
    pub(crate) fn is_exceeded(&self, context: Context<'_>) -> bool {
        self.answer(context).status == Status::Unmet
    }

    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        counted(&self.of, context, |certain, possible| {
            let (have, possible, most) = (certain as u64, possible as u64, u64::from(self.at_most));
            let status = match () {
                () if have > most => Status::Unmet,
                () if possible > most => Status::Unknown,
                () => Status::Met,
            };
            Answer::new(status, Measured::AtMost { have, possible, most })
        })
    }
}
