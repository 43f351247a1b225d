//! Who else may be the applicant, and what would change.

use super::classes;
use crate::engine::{Call, Consortium, Fit, LeftOut, Member, Project, Reading, Role, Rule, Status, evaluate, statuses};

/// What follows if a member is the only applicant, and whoever is it now a partner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lead {
    /// The applicant or partner that it is about.
    pub member: u32,
    /// Whether it may be the applicant. Where the call asks nothing of the applicant, everyone may.
    pub may: Fit,
    /// Whether it is the applicant now, alone or with others.
    pub is: bool,
    /// The requirements with another status then: which, the status now, the status then.
    pub changes: Vec<(usize, Status, Status)>,
}

/// One answer for each applicant and partner, in order of place.
pub fn coordinators(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Vec<Lead> {
    let (_, now) = statuses(call, &Consortium::new(members.to_vec(), project.clone()), reading);
    let classes = if role_decides(call, reading) { classes::by_group(members) } else { classes::by_profile(members) };
    let mut leads = Vec::new();
    for class in classes {
        let Some(first) = class.first().copied().filter(|place| members.get(*place as usize).is_some_and(may_lead)) else { continue };
        let then = Consortium::new(led_by(members, first), project.clone());
        let (may, changes) = answer(call, &then, reading, first, &now);
        let lead = |member: u32| {
            let is = members.get(member as usize).is_some_and(|member| member.role == Role::Applicant);
            Lead { member, may, is, changes: changes.clone() }
        };
        leads.extend(class.into_iter().map(lead));
    }
    leads.sort_unstable_by_key(|lead| lead.member);
    leads
}

/// The same members with one as the only applicant.
fn led_by(members: &[Member], leader: u32) -> Vec<Member> {
    let roles = (0..).zip(members).map(|(place, member)| {
        let role = match member.role {
            Role::Applicant | Role::Partner if place == leader => Role::Applicant,
            Role::Applicant => Role::Partner,
            Role::Partner | Role::Affiliated | Role::Associated => member.role,
        };
        Member { role, ..member.clone() }
    });
    roles.collect()
}

fn may_lead(member: &Member) -> bool {
    matches!(member.role, Role::Applicant | Role::Partner)
}

/// Whether any other rule tells the applicant from a partner. If none does, changing the applicant changes no count, and so
/// legal groups cannot matter.
fn role_decides(call: &Call, reading: Reading) -> bool {
    let rules = call.requirements().iter().map(|requirement| requirement.rule_in(reading));
    let mut others = rules.filter(|rule| !matches!(rule, Rule::Coordinator(_))).filter_map(Rule::selector);
    others.any(|of| of.roles.contains(Role::Applicant) != of.roles.contains(Role::Partner))
}

fn answer(call: &Call, then: &Consortium, reading: Reading, leader: u32, now: &[Status]) -> (Fit, Vec<(usize, Status, Status)>) {
    let findings = evaluate(call, then, reading).findings;
    let (mut may, mut changes) = (Fit::Yes, Vec::new());
    for (place, ((finding, now), requirement)) in findings.iter().zip(now).zip(call.requirements()).enumerate() {
        if finding.status != *now {
            changes.push((place, *now, finding.status));
        }
        if matches!(requirement.rule_in(reading), Rule::Coordinator(_)) {
            let reason = finding.left_out.iter().find(|(member, _)| *member == leader).map(|(_, reason)| *reason);
            may = stricter(may, fit(finding.status, reason));
        }
    }
    (may, changes)
}

fn fit(status: Status, reason: Option<LeftOut>) -> Fit {
    match (reason, status) {
        (None, _) => Fit::Yes,
        (Some(reason), Status::Unknown) => Fit::Maybe(reason),
        (Some(reason), Status::Met | Status::Unmet | Status::Review | Status::NotApplicable) => Fit::No(reason),
    }
}

/// A call may ask several things of its applicant: one that it lacks decides.
fn stricter(one: Fit, other: Fit) -> Fit {
    match (one, other) {
        (Fit::No(_), _) => one,
        (Fit::Maybe(_), Fit::Yes | Fit::Maybe(_)) => one,
        (Fit::Yes, _) | (Fit::Maybe(_), Fit::No(_)) => other,
    }
}
