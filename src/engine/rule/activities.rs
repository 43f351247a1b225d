//! `activities`: the project names at least one activity from the call's list.

use super::Answer;
use crate::engine::{Project, ProjectFact, ProjectMeasure, Status};
use std::sync::Arc;

/// At least one activity of a list that is not closed: a project may do other things too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Activities {
    /// Ids of the activities that the call names.
    pub any_of: Arc<[Arc<str>]>,
}

impl Activities {
    pub(crate) fn answer(&self, project: &Project) -> Answer {
        let named = self.any_of.iter().filter(|activity| project.activities.iter().any(|chosen| **chosen == ***activity)).count();
        let status = if named > 0 { Status::Met } else { Status::Unknown };
        let measured = ProjectMeasure::Activities { chosen: named as u64, listed: self.any_of.len() as u64 };
        Answer::of_project(status, measured, ProjectFact::Activities)
    }
}
