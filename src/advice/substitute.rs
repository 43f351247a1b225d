//! Who could come in for a member that leaves.
//!
//! Organisations that the rules cannot tell apart make the same difference, so one of each sort is tried, however many there are.

use super::{holds, mandatory};
use crate::engine::{Call, Consortium, Member, Organisation, Project, Reading, Role, statuses};
use std::collections::BTreeMap;
use std::rc::Rc;

/// An organisation that helps if a member leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Substitute {
    /// Its place in the pool.
    pub organisation: u32,
    /// The mandatory requirements that held before, and do not with it in the leaver's stead; by their places in the call.
    pub broken: Vec<usize>,
}

/// The organisations of the pool that mend something if a member leaves, those that leave the least broken first, else in the order
/// of the pool. The one that comes in is a full partner, or the applicant where the leaver was.
///
/// Nobody, where nothing breaks when the member leaves, and where the consortium has no such place.
pub fn substitutes(
    call: &Call,
    members: &[Member],
    project: &Project,
    pool: &[Rc<Organisation>],
    leaver: u32,
    reading: Reading,
) -> Vec<Substitute> {
    let Some(gone) = members.get(leaver as usize) else { return Vec::new() };
    let held = held(call, members.to_vec(), project, reading);
    let rest: Vec<Member> = (0..).zip(members).filter(|(place, _)| *place != leaver).map(|(_, member)| member.clone()).collect();
    let broken = |members: Vec<Member>| without(&held, &self::held(call, members, project, reading));
    let unhelped = broken(rest.clone());
    if unhelped.is_empty() {
        return Vec::new();
    }
    let role = if gone.role == Role::Applicant { Role::Applicant } else { Role::Partner };
    let newcomers: Vec<Member> =
        pool.iter().map(|organisation| Member { organisation: organisation.clone(), role, affiliated_to: None }).collect();
    let mut tried: BTreeMap<(u32, Option<&str>), Vec<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for (organisation, (sort, newcomer)) in (0..).zip(sorts(&newcomers, &rest).into_iter().zip(&newcomers)) {
        let broken = tried.entry(sort).or_insert_with(|| broken(rest.iter().chain([newcomer]).cloned().collect()));
        if unhelped.iter().any(|requirement| !broken.contains(requirement)) {
            found.push(Substitute { organisation, broken: broken.clone() });
        }
    }
    found.sort_by_key(|substitute| substitute.broken.len());
    found
}

/// The mandatory requirements that hold.
fn held(call: &Call, members: Vec<Member>, project: &Project, reading: Reading) -> Vec<usize> {
    let (_, statuses) = statuses(call, &Consortium::new(members, project.clone()), reading);
    let statuses = mandatory(call.requirements()).filter_map(|(place, _)| statuses.get(place).map(|status| (place, *status)));
    statuses.filter(|(_, status)| holds(*status)).map(|(place, _)| place).collect()
}

fn without(all: &[usize], others: &[usize]) -> Vec<usize> {
    all.iter().filter(|one| !others.contains(one)).copied().collect()
}

/// For each newcomer its profile, and its legal group where somebody of that group stays: a group that is new is one unit more,
/// whatever it is called.
fn sorts<'a>(newcomers: &'a [Member], rest: &[Member]) -> Vec<(u32, Option<&'a str>)> {
    let group = |member: &'a Member| member.organisation.group.as_deref().filter(|group| !group.is_empty());
    let mut groups: Vec<&str> = rest.iter().filter_map(|member| member.organisation.group.as_deref()).collect();
    groups.sort_unstable();
    let profiles = Consortium::new(newcomers.to_vec(), Project::default());
    let staying = |member| group(member).filter(|group| groups.binary_search(group).is_ok());
    profiles.member_refs().iter().zip(newcomers).map(|(seat, member)| (seat.profile, staying(member))).collect()
}
