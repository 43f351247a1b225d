//! The same answers by trying everything: every set of members who leave is evaluated as a consortium of its own.

use super::properties::Sample;
use allians::engine::{Call, Consortium, Member, Organisation, Project, Reading, Role, Rule, Severity, Status, statuses};
use std::rc::Rc;

/// A consortium to take members out of.
pub struct Board<'a> {
    call: &'a Call,
    members: &'a [Member],
    project: &'a Project,
    reading: Reading,
    /// What holds with everybody.
    held: Vec<usize>,
}

impl<'a> Board<'a> {
    pub fn of(call: &'a Call, (members, _, _, project, reading): &'a Sample) -> Board<'a> {
        let mut board = Board { call, members, project, reading: *reading, held: Vec::new() };
        board.held = board.held(members.clone());
        board
    }

    /// The mandatory requirements that hold for such members.
    fn held(&self, members: Vec<Member>) -> Vec<usize> {
        let (_, statuses) = statuses(self.call, &Consortium::new(members, self.project.clone()), self.reading);
        let all = self.call.requirements().iter().zip(statuses).enumerate();
        let held = all.filter(|(_, (requirement, status))| {
            requirement.severity == Severity::Mandatory && !matches!(status, Status::Unmet | Status::Unknown)
        });
        held.map(|(place, _)| place).collect()
    }

    /// The members but for those whose places are given.
    fn without(&self, left: &[usize]) -> Vec<Member> {
        self.members.iter().enumerate().filter(|(place, _)| !left.contains(place)).map(|(_, member)| member.clone()).collect()
    }

    /// What holds with all members and does not with those of another consortium.
    fn broken(&self, members: Vec<Member>) -> Vec<usize> {
        let after = self.held(members);
        self.held.iter().copied().filter(|requirement| !after.contains(requirement)).collect()
    }

    fn is_coordinator(&self, requirement: usize) -> bool {
        let requirement = &self.call.requirements()[requirement];
        requirement.severity == Severity::Mandatory && matches!(requirement.rule, Rule::Coordinator(_))
    }

    /// Whether the member would meet a coordinator requirement if it were the applicant and nobody else.
    fn could_lead(&self, place: usize, requirement: usize) -> bool {
        let member = &self.members[place];
        let full = matches!(member.role, Role::Applicant | Role::Partner);
        full && self.held(vec![Member { role: Role::Applicant, ..member.clone() }]).contains(&requirement)
    }
}

pub fn alone(board: &Board<'_>) -> Vec<Vec<usize>> {
    (0..board.members.len()).map(|place| board.broken(board.without(&[place]))).collect()
}

pub fn pairs(board: &Board<'_>) -> Vec<(u32, u32, Vec<usize>)> {
    let alone = alone(board);
    let mut pairs = Vec::new();
    for one in 0..board.members.len() {
        for other in one + 1..board.members.len() {
            let mut breaks = board.broken(board.without(&[one, other]));
            breaks.retain(|requirement| !alone[one].contains(requirement) && !alone[other].contains(requirement));
            if !breaks.is_empty() {
                pairs.push((one as u32, other as u32, breaks));
            }
        }
    }
    pairs
}

/// One less than the fewest who break something. Another who could be the applicant takes over.
pub fn any(board: &Board<'_>) -> Option<u32> {
    let places: Vec<usize> = (0..board.members.len()).collect();
    let held = &board.held;
    let leaders: Vec<Vec<usize>> = held
        .iter()
        .map(|requirement| {
            places.iter().copied().filter(|place| board.is_coordinator(*requirement) && board.could_lead(*place, *requirement)).collect()
        })
        .collect();
    let breaks = |set: &usize| {
        let left: Vec<usize> = places.iter().copied().filter(|place| set & (1 << place) != 0).collect();
        let after = board.held(board.without(&left));
        held.iter().zip(&leaders).any(|(requirement, leaders)| match board.is_coordinator(*requirement) {
            true => leaders.iter().all(|leader| left.contains(leader)),
            false => !after.contains(requirement),
        })
    };
    (0..1_usize << places.len()).filter(breaks).map(|set| set.count_ones() - 1).min()
}

pub fn successors(board: &Board<'_>) -> Vec<u32> {
    let requirements: Vec<usize> = (0..board.call.requirements().len()).filter(|place| board.is_coordinator(*place)).collect();
    let single = board.members.iter().filter(|member| member.role == Role::Applicant).count() == 1;
    let may = |place: &usize| {
        board.members[*place].role == Role::Partner && requirements.iter().all(|requirement| board.could_lead(*place, *requirement))
    };
    (0..board.members.len()).filter(|place| single && may(place)).map(|place| place as u32).collect()
}

/// Each organisation of the pool is tried.
pub fn substitutes(board: &Board<'_>, pool: &[Rc<Organisation>], leaver: usize) -> Vec<(u32, Vec<usize>)> {
    let Some(gone) = board.members.get(leaver) else { return Vec::new() };
    let role = if gone.role == Role::Applicant { Role::Applicant } else { Role::Partner };
    let unhelped = board.broken(board.without(&[leaver]));
    let mut found: Vec<(u32, Vec<usize>)> = Vec::new();
    for (place, organisation) in pool.iter().enumerate() {
        let mut members = board.without(&[leaver]);
        members.push(Member { organisation: organisation.clone(), role, affiliated_to: None });
        let broken = board.broken(members);
        if unhelped.iter().any(|requirement| !broken.contains(requirement)) {
            found.push((place as u32, broken));
        }
    }
    found.sort_by_key(|(place, broken)| (!broken.is_empty(), broken.len(), *place));
    found
}
