//! Facts that are not stated and that decide a requirement.

use super::Attribute;
use super::rule::Fact;

/// What an unknown requirement waits for. Once all of it is stated, it is known; unless it is not decided yet who may take part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MissingFacts {
    /// Facts of members, in order of place.
    pub members: Vec<MissingFact>,
    /// A fact of the project.
    pub project: Option<ProjectFact>,
}

/// Facts of one member that decide a requirement and are not stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MissingFact {
    /// The member, by its place.
    pub member: u32,
    /// Whether its kind is asked for.
    pub kind: bool,
    /// Whether its country is asked for.
    pub country: bool,
    /// What it has to show, where it has not said.
    pub show: Option<Fact>,
    /// The attribute that is asked for, where it has not said.
    pub attribute: Option<Attribute>,
}

/// A fact of the project that is not stated.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ProjectFact {
    /// How long it lasts.
    Duration,
    /// What it does from the call's list.
    Activities,
}

super::organisation::words!(ProjectFact { Duration = "duration", Activities = "activities" });

impl MissingFacts {
    /// Whether nothing is missing.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty() && self.project.is_none()
    }

    /// Nothing but a fact of the project.
    pub(super) fn of_project(fact: ProjectFact) -> MissingFacts {
        MissingFacts { members: Vec::new(), project: Some(fact) }
    }
}
