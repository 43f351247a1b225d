//! What holds if only those join who have confirmed it.

use crate::engine::{Call, Commitment, Consortium, Member, Project, Reading, Status, Verdict, statuses};

/// The report with only the members who have confirmed in writing that they take part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Confirmed {
    /// The overall result with them alone.
    pub verdict: Verdict,
    /// The status of every requirement with them alone, in call order.
    pub statuses: Vec<Status>,
    /// The members who have not confirmed.
    pub left: Vec<u32>,
}

/// What holds with the confirmed members alone; `None` where everybody has confirmed.
pub fn confirmed(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Option<Confirmed> {
    let has = |member: &Member| member.organisation.commitment == Commitment::Confirmed;
    let left: Vec<u32> = (0..).zip(members).filter(|(_, member)| !has(member)).map(|(place, _)| place).collect();
    if left.is_empty() {
        return None;
    }
    let rest = members.iter().filter(|member| has(member)).cloned().collect();
    let (verdict, statuses) = statuses(call, &Consortium::new(rest, project.clone()), reading);
    Some(Confirmed { verdict, statuses, left })
}
