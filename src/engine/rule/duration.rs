//! `duration`: the project lasts one of the allowed numbers of months.

use super::Answer;
use crate::engine::{Measure, Project, Status};

/// The duration is one of a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Duration {
    /// The allowed durations in months, ascending.
    pub months: &'static [u32],
}

impl Duration {
    pub(crate) fn answer(&self, project: &Project) -> Answer {
        let need = self.months.first().copied().unwrap_or(0);
        let (status, have) = match project.duration_months {
            None => (Status::Unknown, 0),
            Some(months) if self.months.contains(&months) => (Status::Met, months),
            Some(months) => (Status::Unmet, months),
        };
        Answer::of_project(status, Measure::Months, u64::from(have), u64::from(need))
    }
}
