//! `only`: every member that fits a selector is one of those allowed.

use super::{Answer, Case, of_profile};
use crate::engine::consortium::Profile;
use crate::engine::{Call, Fit, LeftOut, Measure, Outcome, Selector, Status};

/// Only members who are allowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Only {
    /// Of whom it is asked.
    pub of: Selector,
    /// Who is allowed; its roles are not looked at.
    pub allowed: Selector,
    /// What follows where somebody else takes part.
    pub outcome: Outcome,
}

impl Only {
    /// Whether such a member is not allowed, or may not be.
    pub(crate) fn bars(&self, call: &Call, profile: &Profile) -> bool {
        matches!(self.of_member(call, profile).0, Status::Unmet | Status::Unknown)
    }

    pub(crate) fn answer(&self, case: Case<'_>) -> Answer {
        let mut answer = Answer::of_project(Status::NotApplicable, Measure::Members, 0, 0);
        let mut reasons: Vec<Option<LeftOut>> = Vec::with_capacity(case.consortium.alike().len());
        for alike in case.consortium.alike() {
            let (status, reason) = self.of_member(case.call, &alike.profile);
            reasons.push(reason);
            answer.status = answer.status.worse(status);
            if status != Status::NotApplicable {
                let members = u64::from(alike.members);
                answer.need += members;
                answer.have += if reason.is_none() { members } else { 0 };
                answer.possible += if matches!(status, Status::Met | Status::Unknown) { members } else { 0 };
            }
        }
        if case.explain {
            answer.make_room(answer.have as usize, case);
            for seat in case.consortium.seats() {
                match of_profile(&reasons, seat).flatten() {
                    None => answer.counted.push(seat.place),
                    Some(reason) => answer.left_out.push((seat.place, reason)),
                }
            }
        }
        answer
    }

    /// What one member makes of it, and why it is not allowed where it is not.
    fn of_member(&self, call: &Call, profile: &Profile) -> (Status, Option<LeftOut>) {
        if let Fit::No(reason) = self.of.fit(call, profile) {
            return (Status::NotApplicable, Some(reason));
        }
        match self.of.fit_allowed(call, &self.allowed, profile) {
            Fit::Yes => (Status::Met, None),
            Fit::Maybe(reason) => (Status::Unknown, Some(reason)),
            Fit::No(reason) if self.outcome == Outcome::Review => (Status::Review, Some(reason)),
            Fit::No(reason) => (Status::Unmet, Some(reason)),
        }
    }
}
