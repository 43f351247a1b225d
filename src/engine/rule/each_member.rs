//! What is asked of each member alone, such as a charter, or a country that may take part.

use super::{Answer, Context, Fact, missing, of_profile};
use crate::engine::consortium::Profile;
use crate::engine::{LeftOut, Measured, Selector, Status};

/// An answer from what each member makes of it: its status, and why it does not count where it does not. Where that is not known, it may.
/// `asked`: the selectors whose attributes it asks for, and the fact.
pub(super) fn of_each(
    context: Context<'_>,
    asked: (&[&Selector], Option<Fact>),
    of_member: impl Fn(&Profile) -> (Status, Option<LeftOut>),
) -> Answer {
    let (mut worst, mut of, mut have, mut possible) = (Status::NotApplicable, 0, 0, 0);
    let mut reasons: Vec<Option<LeftOut>> = Vec::with_capacity(context.consortium.alike().len());
    for alike in context.consortium.alike() {
        let (status, reason) = of_member(&alike.profile);
        reasons.push(reason);
        worst = worst.worse(status);
        if status != Status::NotApplicable {
            let (members, counts) = (u64::from(alike.members), reason.is_none());
            of += members;
            have += if counts { members } else { 0 };
            possible += if counts || status == Status::Unknown { members } else { 0 };
        }
    }
    let mut answer = Answer::new(worst, Measured::Shown { have, possible, of });
    if !context.explain {
        return answer;
    }
    answer.make_room(have as usize, context);
    for seat in context.consortium.member_refs() {
        match of_profile(&reasons, seat).flatten() {
            None => answer.counted.push(seat.place),
            Some(reason) => answer.left_out.push((seat.place, reason)),
        }
    }
    answer.wait_for(|answer| missing::of_left_out(context, answer, asked.0, asked.1));
    answer
}
