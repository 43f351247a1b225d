//! `grant`: the grant asked for is one that the call gives.

use super::Answer;
use crate::engine::{Cents, Project, ProjectFact, ProjectMeasure, Status};
use std::sync::Arc;

/// The grants that may be asked for, in EUR.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Grant {
    /// At most so much, by duration; one cap for each allowed duration.
    Caps(Arc<[Cap]>),
    /// Exactly one of these sums, ascending.
    OneOf(Arc<[u64]>),
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
        let Project { grant: asked, duration_months: months, .. } = *project;
        let status = asked.map_or(Status::NotApplicable, |grant| self.status(grant, months));
        // A grant that is not stated leaves nothing open; where one is, it is the duration that decides.
        Answer::of_project(status, ProjectMeasure::Grant { asked, most: self.most(months) }, ProjectFact::Duration)
    }

    /// What is more than an amount by cents is more.
    fn status(&self, grant: Cents, months: Option<u32>) -> Status {
        let is_at_most = |most: u64| grant <= Cents::of_euros(most);
        let held = |fits: bool| if fits { Status::Met } else { Status::Unmet };
        match self {
            Grant::Caps(caps) => by_caps(caps, grant, months),
            Grant::OneOf(sums) => held(sums.iter().any(|sum| Cents::of_euros(*sum) == grant)),
            Grant::Range { from, to } => held(grant >= Cents::of_euros(*from) && is_at_most(*to)),
            &Grant::PerMonth { each, at_most } => match months {
                Some(months) => held(is_at_most(each.saturating_mul(u64::from(months)).min(at_most))),
                // However long it lasts, the cap holds; and a month it lasts at least.
                None if !is_at_most(at_most) => Status::Unmet,
                None if is_at_most(each) => Status::Met,
                None => Status::Unknown,
            },
        }
    }

    /// The most for a duration; with none stated, the most for any. `None`: the duration has no cap.
    pub fn most(&self, months: Option<u32>) -> Option<u64> {
        match self {
            Grant::Caps(caps) => caps_for(caps, months).map(|cap| cap.at_most).max(),
            Grant::OneOf(sums) => sums.iter().copied().max(),
            Grant::Range { to, .. } => Some(*to),
            &Grant::PerMonth { each, at_most } => {
                Some(months.map_or(at_most, |months| each.saturating_mul(u64::from(months)).min(at_most)))
            }
        }
    }
}

fn caps_for(caps: &[Cap], months: Option<u32>) -> impl Iterator<Item = &Cap> + Clone {
    caps.iter().filter(move |cap| months.is_none_or(|months| months == cap.months))
}

fn by_caps(caps: &[Cap], grant: Cents, months: Option<u32>) -> Status {
    let caps = caps_for(caps, months);
    let fits = caps.clone().filter(|cap| grant <= Cents::of_euros(cap.at_most)).count();
    match caps.count() {
        0 => Status::NotApplicable,
        all if fits == all => Status::Met,
        _ if fits == 0 => Status::Unmet,
        _ => Status::Unknown,
    }
}
