//! `grant`: the grant asked for is within the most allowed for the duration.

use super::Answer;
use crate::engine::{Measure, Project, Status};

/// The most that may be asked for, by duration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grant {
    /// One for each allowed duration.
    pub caps: &'static [Cap],
}

/// The most that may be asked for a project of this duration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cap {
    /// Months.
    pub months: u32,
    /// EUR.
    pub at_most: u64,
}

impl Grant {
    /// A duration without a cap has nothing to be held against: the duration itself is what is wrong then.
    pub(crate) fn answer(&self, project: &Project) -> Answer {
        let Some(grant) = project.grant_eur else {
            return Answer::of_project(Status::NotApplicable, Measure::Euros, 0, self.cap(project).unwrap_or(0));
        };
        let caps = self.caps.iter().filter(|cap| project.duration_months.is_none_or(|months| months == cap.months));
        let fits = caps.clone().filter(|cap| grant <= cap.at_most).count();
        let status = match caps.count() {
            0 => Status::NotApplicable,
            all if fits == all => Status::Met,
            _ if fits == 0 => Status::Unmet,
            _ => Status::Unknown,
        };
        Answer::of_project(status, Measure::Euros, grant, self.cap(project).unwrap_or(0))
    }

    /// The cap for the stated duration; with none stated, the largest.
    fn cap(&self, project: &Project) -> Option<u64> {
        let caps = self.caps.iter().filter(|cap| project.duration_months.is_none_or(|months| months == cap.months));
        caps.map(|cap| cap.at_most).max()
    }
}
