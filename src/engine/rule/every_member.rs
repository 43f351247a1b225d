//! `every_member`: each member that fits a selector shows something: a charter, a statement, a commitment.

use super::each_member::of_each;
use super::{Answer, Context};
use crate::engine::consortium::Profile;
use crate::engine::{Call, Fit, LeftOut, Outcome, Selector, Status};

/// Each member that fits shows a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EveryMember {
    /// Of whom it is asked.
    pub of: Selector,
    /// What is asked.
    pub fact: Fact,
    /// What follows where it is missing, or shown.
    pub outcome: Outcome,
}

/// What can be asked of every member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fact {
    /// It holds the Erasmus Charter for Higher Education.
    Charter,
    /// It states which added value it brings.
    AddedValue,
    /// It has confirmed that it takes part.
    Commitment,
}

crate::engine::organisation::words!(Fact { Charter = "charter", AddedValue = "added_value", Commitment = "commitment" });

impl Fact {
    /// What a member shows; `None`: not stated.
    pub(crate) fn of(self, profile: &Profile) -> Option<bool> {
        match self {
            Fact::Charter => profile.charter,
            Fact::AddedValue => profile.added_value.then_some(true),
            Fact::Commitment => profile.committed.then_some(true),
        }
    }

    fn lacking(self, shown: Option<bool>) -> LeftOut {
        match (self, shown) {
            (Fact::Charter, Some(false)) => LeftOut::NoCharter,
            _ => LeftOut::NotShown,
        }
    }
}

impl EveryMember {
    /// Whether such a member lacks what is asked, or may lack it.
    pub(crate) fn is_lacking(&self, call: &Call, profile: &Profile) -> bool {
        matches!(self.of_member(call, profile).0, Status::Unmet | Status::Unknown)
    }

    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        of_each(context, (&[&self.of], Some(self.fact)), |profile| self.of_member(context.call, profile))
    }

    /// What one member makes of it, and why it does not count where it does not.
    fn of_member(&self, call: &Call, profile: &Profile) -> (Status, Option<LeftOut>) {
        let shown = self.fact.of(profile);
        match (self.of.fit(call, profile), shown) {
            (Fit::No(reason), _) => (Status::NotApplicable, Some(reason)),
            (Fit::Yes | Fit::Maybe(_), Some(true)) if self.outcome == Outcome::Review => (Status::Review, None),
            (Fit::Yes | Fit::Maybe(_), Some(true)) => (Status::Met, None),
            (Fit::Yes, Some(false)) => (Status::Unmet, Some(self.fact.lacking(shown))),
            (Fit::Yes, None) => (Status::Unknown, Some(self.fact.lacking(shown))),
            (Fit::Maybe(reason), _) => (Status::Unknown, Some(reason)),
        }
    }
}
