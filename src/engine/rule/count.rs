//! `count`: at least n independent organisations that fit a selector.

use super::{Answer, Context, missing, of_profile};
use crate::engine::{Fit, LeftOut, Measure, Selector};

/// At least `at_least` independent organisations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    /// Who counts.
    pub of: Selector,
    /// How many are needed.
    pub at_least: u32,
}

impl Count {
    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        counted(&self.of, context, |certain, possible| Answer::at_least(Measure::Organisations, certain, possible, self.at_least))
    }
}

/// An answer about how many independent organisations fit: from the fewest and the most, with who counts.
pub(super) fn counted(of: &Selector, context: Context<'_>, answer: impl FnOnce(usize, usize) -> Answer) -> Answer {
    let fits = context.fits(of);
    let groups = Groups::of(&fits, context);
    let (mut certain, mut open) = (groups.standing.iter().flatten().count(), groups.open.iter().filter(|open| **open).count());
    for (alike, fit) in context.consortium.alike().iter().zip(&fits) {
        match fit {
            Fit::Yes => certain += alike.alone as usize,
            Fit::Maybe(_) => open += alike.alone as usize,
            Fit::No(_) => {}
        }
    }
    let mut answer = answer(certain, certain + open);
    if context.explain {
        explain(&fits, &groups.standing, context, &mut answer);
        answer.wait_for(|answer| missing::of_left_out(context, answer, &[of], None));
    }
    answer
}

/// The legal groups, by their numbers.
struct Groups {
    /// The member who counts for the group.
    standing: Vec<Option<u32>>,
    /// Whether nobody counts for it, and somebody may.
    open: Vec<bool>,
}

impl Groups {
    fn of(fits: &[Fit], context: Context<'_>) -> Groups {
        let (mut standing, mut open) = (vec![None; context.consortium.groups()], vec![false; context.consortium.groups()]);
        for seat in context.consortium.grouped() {
            let Some(group) = seat.group.map(|group| group as usize) else { continue };
            let (Some(standing), Some(open)) = (standing.get_mut(group), open.get_mut(group)) else { continue };
            match of_profile(fits, seat) {
                Some(Fit::Yes) => (*standing, *open) = (standing.or(Some(seat.place)), false),
                Some(Fit::Maybe(_)) => *open = standing.is_none(),
                Some(Fit::No(_)) | None => {}
            }
        }
        Groups { standing, open }
    }
}

/// The members who count for their legal groups.
pub(super) fn standing(fits: &[Fit], context: Context<'_>) -> Vec<Option<u32>> {
    Groups::of(fits, context).standing
}

/// Says who counts: everyone who fits, and of a legal group the one who stands for it.
pub(super) fn explain(fits: &[Fit], standing: &[Option<u32>], context: Context<'_>, answer: &mut Answer) {
    let fitting: usize =
        context.consortium.alike().iter().zip(fits).filter(|(_, fit)| **fit == Fit::Yes).map(|(alike, _)| alike.members as usize).sum();
    answer.make_room(fitting, context);
    for seat in context.consortium.member_refs() {
        let stands = seat.group.and_then(|group| standing.get(group as usize).copied().flatten());
        match (of_profile(fits, seat), stands) {
            (Some(Fit::Yes | Fit::Maybe(_)), Some(other)) if other != seat.place => {
                answer.left_out.push((seat.place, LeftOut::SameLegalGroup(other)))
            }
            (Some(Fit::Maybe(reason) | Fit::No(reason)), _) => answer.left_out.push((seat.place, reason)),
            (Some(Fit::Yes), _) => answer.counted.push(seat.place),
            (None, _) => {}
        }
    }
}
