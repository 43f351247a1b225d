//! `grant`: the grant asked for is one that the call gives.

use super::Answer;
use crate::engine::{Measure, Project, Status};

/// The grants that may be asked for, in EUR.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grant {
    /// At most so much, by duration; one cap for each allowed duration.
    Caps(&'static [Cap]),
    /// Exactly one of these sums, ascending.
    OneOf(&'static [u64]),
    /// Any in a range, whatever the duration.
    Range {
        /// The least; 0 where there is no least.
        from: u64,
        /// The most.
        to: u64,
    },
    /// At most so much for each month, and never more than a cap.
    PerMonth {
        /// For a month.
        each: u64,
        /// The most, however long it lasts.
        at_most: u64,
    },
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
        let most = self.most(project.duration_months);
        let Some(grant) = project.grant_eur else {
            return Answer::of_project(Status::NotApplicable, Measure::Euros, 0, most.unwrap_or(0));
        };
        Answer::of_project(self.status(grant, project.duration_months), Measure::Euros, grant, most.unwrap_or(0))
    }

    fn status(&self, grant: u64, months: Option<u32>) -> Status {
        let held = |fits: bool| if fits { Status::Met } else { Status::Unmet };
        match *self {
            Grant::Caps(caps) => by_caps(caps, grant, months),
            Grant::OneOf(sums) => held(sums.contains(&grant)),
            Grant::Range { from, to } => held((from..=to).contains(&grant)),
            Grant::PerMonth { each, at_most } => match months {
                Some(months) => held(grant <= each.saturating_mul(u64::from(months)).min(at_most)),
                // However long it lasts, the cap holds; and a month it lasts at least.
                None if grant > at_most => Status::Unmet,
                None if grant <= each => Status::Met,
                None => Status::Unknown,
            },
        }
    }

    /// The most for a duration; with none stated, the most for any. `None`: the duration has no cap.
    pub fn most(&self, months: Option<u32>) -> Option<u64> {
        match *self {
            Grant::Caps(caps) => caps_for(caps, months).map(|cap| cap.at_most).max(),
            Grant::OneOf(sums) => sums.iter().copied().max(),
            Grant::Range { to, .. } => Some(to),
            Grant::PerMonth { each, at_most } => Some(months.map_or(at_most, |months| each.saturating_mul(u64::from(months)).min(at_most))),
        }
    }
}

fn caps_for(caps: &'static [Cap], months: Option<u32>) -> impl Iterator<Item = &'static Cap> + Clone {
    caps.iter().filter(move |cap| months.is_none_or(|months| months == cap.months))
}

fn by_caps(caps: &'static [Cap], grant: u64, months: Option<u32>) -> Status {
    let caps = caps_for(caps, months);
    let fits = caps.clone().filter(|cap| grant <= cap.at_most).count();
    match caps.count() {
        0 => Status::NotApplicable,
        all if fits == all => Status::Met,
        _ if fits == 0 => Status::Unmet,
        _ => Status::Unknown,
    }
}
