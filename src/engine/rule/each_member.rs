//! What is asked of each member alone, such as a charter, or a country that may take part.

use super::{Answer, Case, of_profile};
use crate::engine::consortium::Profile;
use crate::engine::{LeftOut, Measure, Status};

/// An answer from what each member makes of it: its status, and why it does not count where it does not. Where that is not known, it may.
pub(super) fn of_each(case: Case<'_>, of_member: impl Fn(&Profile) -> (Status, Option<LeftOut>)) -> Answer {
    let mut answer = Answer::of_project(Status::NotApplicable, Measure::Members, 0, 0);
    let mut reasons: Vec<Option<LeftOut>> = Vec::with_capacity(case.consortium.alike().len());
    for alike in case.consortium.alike() {
        let (status, reason) = of_member(&alike.profile);
        reasons.push(reason);
        answer.status = answer.status.worse(status);
        if status != Status::NotApplicable {
            let (members, counts) = (u64::from(alike.members), reason.is_none());
            answer.need += members;
            answer.have += if counts { members } else { 0 };
            answer.possible += if counts || status == Status::Unknown { members } else { 0 };
        }
    }
    if !case.explain {
        return answer;
    }
    answer.make_room(answer.have as usize, case);
    for seat in case.consortium.seats() {
        match of_profile(&reasons, seat).flatten() {
            None => answer.counted.push(seat.place),
            Some(reason) => answer.left_out.push((seat.place, reason)),
        }
    }
    answer
}
