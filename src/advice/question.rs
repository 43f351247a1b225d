//! Everything that is still open, requirement by requirement: facts to state, matters for a person, sentences that allow two readings.

use crate::engine::{Call, Consortium, Finding, Measured, Member, MissingFacts, OtherReading, Project, Reading, Status, evaluate};

/// An open point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// Facts that are not stated decide the requirement.
    Facts {
        /// Which.
        requirement: usize,
        /// The facts.
        facts: MissingFacts,
    },
    /// Only a person can judge the requirement.
    Review {
        /// Which.
        requirement: usize,
    },
    /// The sentence allows two readings, and it matters which.
    Readings {
        /// Which requirement.
        requirement: usize,
        /// What the strict reading says.
        strict: Status,
        /// What is measured in it.
        strict_measured: Measured,
        /// What the lenient reading says.
        lenient: Status,
        /// What is measured in it.
        lenient_measured: Measured,
    },
}

/// All open points in the strict reading, in call order; of one requirement first the facts, then the two readings.
pub fn questions(call: &Call, members: &[Member], project: &Project) -> Vec<Question> {
    let report = evaluate(call, &Consortium::new(members.to_vec(), project.clone()), Reading::Strict);
    report.findings.into_iter().enumerate().flat_map(|(requirement, finding)| of_finding(requirement, finding)).collect()
}

fn of_finding(requirement: usize, finding: Finding) -> impl Iterator<Item = Question> {
    let Finding { status: strict, measured: strict_measured, missing_facts, other, .. } = finding;
    let open = match strict {
        Status::Unknown => Some(Question::Facts { requirement, facts: missing_facts }),
        Status::Review => Some(Question::Review { requirement }),
        Status::Met | Status::Unmet | Status::NotApplicable => None,
    };
    let readings = other.map(|OtherReading { status: lenient, measured: lenient_measured }| Question::Readings {
        requirement,
        strict,
        strict_measured,
        lenient,
        lenient_measured,
    });
    open.into_iter().chain(readings)
}
