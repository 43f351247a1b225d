//! What a newcomer does to each requirement.

use super::ask::{Ask, Frame, What};
use crate::engine::{Fit, Profile};

/// For each thing that is asked what one newcomer does: 1 where it counts; of a comparison what it weighs; of what each country has to
/// bring [`PRESENT`] and the needs that it helps, as bits.
pub(super) type Effect = Vec<i32>;

/// The newcomer's country has to bring what is asked.
pub(super) const PRESENT: i32 = 1 << 8;

impl Frame<'_> {
    /// What newcomers of one independent organisation do in one country. `None`: facts that are not stated decide where more members
    /// can do harm, and the newcomer is left out.
    pub(super) fn effect(&self, profiles: &[Profile]) -> Option<Effect> {
        self.asks.iter().map(|ask| self.hit(ask, profiles)).collect()
    }

    fn hit(&self, ask: &Ask<'_>, profiles: &[Profile]) -> Option<i32> {
        if let What::Compare(rule) = ask.what {
            return i32::try_from(rule.least(self.case(), profiles.iter())).ok();
        }
        let hits = profiles.iter().map(|profile| self.hit_of_one(ask, profile));
        hits.reduce(|one, other| Some(one? | other?)).unwrap_or(Some(0))
    }

    fn hit_of_one(&self, ask: &Ask<'_>, profile: &Profile) -> Option<i32> {
        let fit = self.counting.fit(&ask.of, profile);
        Some(match (&ask.what, fit) {
            (What::Leader, _) => i32::from(ask.is_open() && self.counting.leads(&ask.of, profile)),
            (What::Count, Fit::Yes) => i32::from(ask.is_open()),
            (What::Countries(_), Fit::Yes) => i32::from(ask.is_open() && profile.country.is_some()),
            (What::Count | What::Countries(_), Fit::Maybe(_) | Fit::No(_)) | (_, Fit::No(_)) => 0,
            (What::AtMost, Fit::Yes | Fit::Maybe(_)) => 1,
            (What::Exact { .. } | What::Each(_), Fit::Maybe(_)) => return None,
            (What::Exact { .. } | What::Each(_), Fit::Yes) if profile.country.is_none() => return None,
            (What::Exact { .. }, Fit::Yes) => 1,
            (What::Each(rule), Fit::Yes) => {
                let helps = rule.helpers().map(|(of, _)| self.counting.counts(&of, profile));
                (0..8).zip(helps).filter(|(_, helps)| *helps).fold(PRESENT, |bits, (at, _)| bits | 1 << at)
            }
            (What::Compare(_), _) => 0,
        })
    }

    /// Whether it can help at all. Who cannot is in no smallest answer.
    pub(super) fn helps(&self, effect: &Effect) -> bool {
        self.asks.iter().zip(effect).any(|(ask, hit)| match ask.what {
            What::AtMost => false,
            What::Each(_) => *hit > PRESENT,
            What::Count | What::Leader | What::Countries(_) | What::Exact { .. } | What::Compare(_) => *hit > 0,
        })
    }

    /// Whether one does all that another does, and no more harm.
    pub(super) fn is_no_worse(&self, one: &Effect, other: &Effect) -> bool {
        self.asks.iter().zip(one.iter().zip(other)).all(|(ask, (one, other))| match ask.what {
            What::Count | What::Leader | What::Countries(_) | What::Compare(_) => one >= other,
            What::AtMost => one <= other,
            What::Exact { .. } => one == other,
            What::Each(_) if *one == 0 => *other <= PRESENT,
            What::Each(_) => one & other == *other && *other != 0,
        })
    }

    /// What is certain of somebody who does one or the other. `None`: nothing can be said then.
    pub(super) fn either(&self, one: &Effect, other: &Effect) -> Option<Effect> {
        let both = |(ask, (one, other)): (&Ask<'_>, (&i32, &i32))| match ask.what {
            What::Count | What::Leader | What::Countries(_) | What::Compare(_) => Some(*one.min(other)),
            What::AtMost => Some(*one.max(other)),
            What::Exact { .. } => (one == other).then_some(*one),
            What::Each(_) => Some(one & other | (one | other) & PRESENT),
        };
        self.asks.iter().zip(one.iter().zip(other)).map(both).collect()
    }
}
