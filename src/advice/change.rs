//! What no organisation that joins can mend: applicant, duration, grant, proofs, activities, and who has to leave.

use super::counting::Counting;
use crate::engine::rule::{Duration, Fact, Grant};
use crate::engine::{Finding, LeftOut, Member, Report, Role, Rule, Severity, Status};

/// Something to change in the plan itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// One of the candidates has to be the applicant, and nobody else. Without candidates it has to be somebody who is added.
    Applicant {
        /// Who is applicant now.
        present: Vec<u32>,
        /// Who could be.
        candidates: Vec<u32>,
    },
    /// The project has to last one of these numbers of months.
    Duration {
        /// Which.
        allowed: Duration,
    },
    /// The grant has to be one that the call gives.
    Grant {
        /// Which.
        allowed: Grant,
    },
    /// Members have to leave: somebody who may not take part, or some of those who are too many.
    Leave {
        /// The requirement's place in the call.
        requirement: usize,
        /// Who may have to.
        members: Vec<u32>,
        /// How many of them; where there may be only so many countries, from how many of theirs nobody may be left.
        number: u32,
    },
    /// Members have to show something.
    Show {
        /// The requirement's place in the call.
        requirement: usize,
        /// Who.
        members: Vec<u32>,
        /// What.
        fact: Fact,
    },
    /// The project has to name one of the call's activities.
    Activities {
        /// The requirement's place in the call.
        requirement: usize,
    },
}

/// What no organisation can mend, in call order.
pub(super) fn changes(counting: &Counting<'_>, report: &Report, members: &[Member]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (requirement, (one, finding)) in counting.call.requirements().iter().zip(&report.findings).enumerate() {
        let open = matches!(finding.status, Status::Unmet | Status::Unknown);
        if one.severity == Severity::Mandatory && open {
            changes.extend(change(counting, requirement, one.rule_in(report.reading), finding, members));
        }
    }
    changes
}

fn change(counting: &Counting<'_>, requirement: usize, rule: &Rule, finding: &Finding, members: &[Member]) -> Option<Change> {
    Some(match rule {
        Rule::Coordinator(rule) => {
            let is_applicant = |(_, member): &(u32, &Member)| member.role == Role::Applicant;
            let present: Vec<u32> = (0..).zip(members).filter(is_applicant).map(|(place, _)| place).collect();
            let leaders = counting.leaders(&rule.of, members);
            let (named, others): (Vec<u32>, Vec<u32>) = leaders.into_iter().partition(|place| present.contains(place));
            // Of several applicants one stays, where one of them may.
            Change::Applicant { present, candidates: if named.is_empty() { others } else { named } }
        }
        Rule::Duration(rule) => Change::Duration { allowed: rule.clone() },
        Rule::Grant(rule) => Change::Grant { allowed: rule.clone() },
        Rule::Activities(_) => Change::Activities { requirement },
        Rule::EveryMember(rule) => {
            let lacking =
                |(_, reason): &&(u32, LeftOut)| matches!(reason, LeftOut::NotShown | LeftOut::NoCharter | LeftOut::NotStated { .. });
            let members = finding.left_out.iter().filter(lacking).map(|(place, _)| *place).collect();
            Change::Show { requirement, members, fact: rule.fact }
        }
        Rule::Only(_) => return leave(requirement, barred(finding), 0),
        Rule::AtMost(_) if finding.status == Status::Unmet => {
            let (have, most) = finding.measured.figures();
            return leave(requirement, finding.counted.clone(), have.saturating_sub(most));
        }
        Rule::AtMost(_) => return None,
        Rule::ExactCountries(_) if finding.status == Status::Unmet => {
            return leave_countries(requirement, finding);
        }
        Rule::Count(_) | Rule::Countries(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_) | Rule::Judgement => {
            return None;
        }
    })
}

/// Members who are not allowed to take part. Of others it is not stated whether they are.
pub(super) fn barred(finding: &Finding) -> Vec<u32> {
    let is_barred = |reason: &LeftOut| matches!(reason, LeftOut::OutsideClass(_) | LeftOut::OtherKind | LeftOut::WithoutAttribute(_));
    if finding.status != Status::Unmet {
        return Vec::new();
    }
    finding.left_out.iter().filter(|(_, reason)| is_barred(reason)).map(|(place, _)| *place).collect()
}

/// Where there are too many countries: everybody from some of them has to leave.
fn leave_countries(requirement: usize, finding: &Finding) -> Option<Change> {
    let (have, exactly) = finding.measured.figures();
    let number = have.saturating_sub(exactly) as u32;
    (number > 0).then(|| Change::Leave { requirement, members: finding.counted.clone(), number })
}

/// Nobody, where it is only facts that are missing. 0 stands for all of them.
fn leave(requirement: usize, members: Vec<u32>, number: u64) -> Option<Change> {
    let number = if number == 0 { members.len() as u32 } else { number as u32 };
    (number > 0 && !members.is_empty()).then_some(Change::Leave { requirement, members, number })
}
