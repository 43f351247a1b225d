//! `only`: every member that fits a selector is one of those allowed.

use super::each_member::of_each;
use super::{Answer, Context};
use crate::engine::consortium::Profile;
use crate::engine::{Call, Fit, LeftOut, Outcome, Selector, Status};

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

    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        of_each(context, (&[&self.allowed, &self.of], None), |profile| self.of_member(context.call, profile))
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
