//! Everything that is still open, requirement by requirement: facts to state, matters for a person, sentences that allow two readings.

use super::open::{OpenMember, open};
use crate::engine::{Call, Consortium, Member, OtherReading, Project, Reading, Rule, Status, evaluate};

/// An open point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// Facts that are not stated decide the requirement.
    Facts {
        /// Which.
        requirement: usize,
        /// The members whose facts decide it.
        members: Vec<OpenMember>,
        /// The fact of the project that decides it.
        project: Option<ProjectFact>,
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
        /// How many count in it.
        strict_have: u64,
        /// How many it needs.
        need: u64,
        /// What the lenient reading says.
        lenient: Status,
        /// How many count in it.
        lenient_have: u64,
        /// How many it needs.
        lenient_need: u64,
    },
}

/// A fact of the project that is not stated.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ProjectFact {
    /// How long it lasts.
    Duration,
    /// What it does from the call's list.
    Activities,
}

/// All open points in the strict reading, in call order; of one requirement first the facts, then the two readings.
pub fn questions(call: &Call, members: &[Member], project: &Project) -> Vec<Question> {
    let consortium = Consortium::new(members.to_vec(), project.clone());
    let report = evaluate(call, &consortium, Reading::Strict);
    let mut questions = Vec::new();
    for (requirement, (finding, asked)) in report.findings.iter().zip(call.requirements()).enumerate() {
        match finding.status {
            Status::Unknown => {
                let members = open(call, &asked.rule, finding, members);
                questions.push(Question::Facts { requirement, members, project: project_fact(&asked.rule) });
            }
            Status::Review => questions.push(Question::Review { requirement }),
            Status::Met | Status::Unmet | Status::NotApplicable => {}
        }
        if let Some(OtherReading { status, have, need: lenient_need }) = finding.other {
            questions.push(Question::Readings {
                requirement,
                strict: finding.status,
                strict_have: finding.have,
                need: finding.need,
                lenient: status,
                lenient_have: have,
                lenient_need,
            });
        }
    }
    questions
}

/// What a rule about the project waits for where it is unknown. A grant that is not stated leaves nothing open.
pub(super) fn project_fact(rule: &Rule) -> Option<ProjectFact> {
    match rule {
        Rule::Duration(_) | Rule::Grant(_) => Some(ProjectFact::Duration),
        Rule::Activities(_) => Some(ProjectFact::Activities),
        Rule::Count(_) | Rule::Countries(_) | Rule::Coordinator(_) | Rule::EveryMember(_) | Rule::Judgement => None,
        Rule::AtMost(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_) | Rule::Only(_) => None,
    }
}
