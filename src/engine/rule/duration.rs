//! `duration`: the project lasts one of the allowed numbers of months.

use super::Answer;
use crate::engine::{Project, ProjectFact, ProjectMeasure, Status};
use std::sync::Arc;

/// The durations that are allowed, in months.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Duration {
    /// One of these, ascending.
    OneOf(Arc<[u32]>),
    /// Any in a range.
    Range {
        /// The shortest.
        from: u32,
        /// The longest.
        to: u32,
    },
}

impl Duration {
    pub(crate) fn answer(&self, project: &Project) -> Answer {
        let months = project.duration_months;
        let status = match months {
            None => Status::Unknown,
            Some(months) if self.allows(months) => Status::Met,
            Some(_) => Status::Unmet,
        };
        Answer::of_project(status, ProjectMeasure::Duration { months, shortest: self.shortest() }, ProjectFact::Duration)
    }

    /// Whether a project may last that number of months.
    pub fn allows(&self, months: u32) -> bool {
        match self {
            Duration::OneOf(allowed) => allowed.contains(&months),
            Duration::Range { from, to } => (*from..=*to).contains(&months),
        }
    }

    /// The shortest that is allowed.
    pub fn shortest(&self) -> u32 {
        match self {
            Duration::OneOf(allowed) => allowed.first().copied().unwrap_or(0),
            Duration::Range { from, .. } => *from,
        }
    }
}
