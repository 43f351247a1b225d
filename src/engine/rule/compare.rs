//! `compare`: no fewer independent organisations of one sort than of another, such as no fewer from third countries than from the others.

use super::count::explain;
use super::missing::{self, Matters};
use super::{Answer, Context, of_profile};
use crate::engine::consortium::ProfileCount;
use crate::engine::{Fit, LeftOut, Measured, OrganisationKind, Profile, Selector, Status};

/// `times` × those who count is no less than those who count against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Compare {
    /// Who counts.
    pub of: Selector,
    /// Who counts against them.
    pub against: Selector,
    /// What each of those who count weighs.
    pub times: u32,
}

/// On which sides a unit can turn out to be, as a set of four: on neither, for, against, on both.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sides(u8);

impl Sides {
    /// Nobody.
    pub(crate) const NONE: Sides = Sides(1);

    pub(crate) const fn of_bits(bits: u8) -> Sides {
        Sides(bits)
    }

    pub(crate) const fn bits(self) -> u8 {
        self.0
    }

    /// The least that such a unit can turn out to be worth: what it weighs for less what it weighs against.
    pub(crate) fn least(self, times: u32) -> i64 {
        let mut sum = Sum::default();
        sum.add(self, 1, times);
        sum.least
    }

    fn one(counts: bool, against: bool) -> Sides {
        Sides(1 << (usize::from(counts) + 2 * usize::from(against)))
    }

    fn or(self, other: Sides) -> Sides {
        Sides(self.0 | other.0)
    }

    fn each(self) -> impl Iterator<Item = (bool, bool)> {
        (0..4_usize).filter(move |side| self.0 & (1 << side) != 0).map(|side| (side & 1 != 0, side & 2 != 0))
    }

    /// Two members of one legal group: it is where either of them is.
    pub(crate) fn with(self, other: Sides) -> Sides {
        let both = |one: (bool, bool)| other.each().map(move |other| Sides::one(one.0 || other.0, one.1 || other.1));
        self.each().flat_map(both).fold(Sides(0), Sides::or)
    }
}

/// The least and the most that comes out over all that is not stated.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// Of the weight for less the number against.
    least: i64,
    most: i64,
    /// Those who count for certain, those who may, those against for certain.
    counts: u64,
    may_count: u64,
    against: u64,
}

impl Sum {
    fn add(&mut self, sides: Sides, units: u32, times: u32) {
        let units = i64::from(units);
        let worth = |(counts, against): (bool, bool)| i64::from(counts) * i64::from(times) - i64::from(against);
        self.least += units * sides.each().map(worth).min().unwrap_or(0);
        self.most += units * sides.each().map(worth).max().unwrap_or(0);
        let sure = |side: fn((bool, bool)) -> bool| units as u64 * u64::from(sides.each().all(side));
        self.counts += sure(|side| side.0);
        self.may_count += units as u64 * u64::from(sides.each().any(|side| side.0));
        self.against += sure(|side| side.1);
    }
}

impl Compare {
    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        let sides: Vec<Sides> = context.consortium.alike().iter().map(|alike| self.sides(context, &alike.profile)).collect();
        let mut sum = Sum::default();
        for (ProfileCount { alone, .. }, sides) in context.consortium.alike().iter().zip(&sides) {
            sum.add(*sides, *alone, self.times);
        }
        let mut groups = vec![Sides::NONE; context.consortium.groups()];
        for seat in context.consortium.grouped() {
            let group = seat.group.and_then(|group| groups.get_mut(group as usize));
            group.into_iter().zip(of_profile(&sides, seat)).for_each(|(group, sides)| *group = group.with(sides));
        }
        groups.iter().for_each(|sides| sum.add(*sides, 1, self.times));
        let status = match () {
            // Nobody is on either side, and nobody may be.
            () if sum.least >= 0 && sum.may_count == 0 => Status::NotApplicable,
            () if sum.least >= 0 => Status::Met,
            () if sum.most < 0 => Status::Unmet,
            () => Status::Unknown,
        };
        let weight = |counts: u64| counts * u64::from(self.times);
        let (have, possible) = (weight(sum.counts), weight(sum.may_count));
        let measured = Measured::Balance { have, possible, against: sum.against, times: self.times, worth: sum.least };
        let mut answer = Answer::new(status, measured);
        if context.explain {
            self.explain(context, &mut answer);
        }
        answer
    }

    /// The least that comes out for members of one independent organisation, whatever is not stated: what it weighs for less what it
    /// weighs against. The sum over all of them has to be no less than 0.
    pub(crate) fn least<'p>(&self, context: Context<'_>, members: impl Iterator<Item = &'p Profile>) -> i64 {
        members.map(|profile| self.sides(context, profile)).fold(Sides::NONE, Sides::with).least(self.times)
    }

    /// On which sides a member can turn out to be.
    pub(crate) fn sides(&self, context: Context<'_>, profile: &Profile) -> Sides {
        let fit = |of: &Selector| of.fit_counted(context.call, context.exclusions, profile);
        match (fit(&self.of), fit(&self.against)) {
            (Fit::No(_), Fit::No(_)) => Sides::one(false, false),
            (Fit::Yes, Fit::No(_)) => Sides::one(true, false),
            (Fit::No(_), Fit::Yes) => Sides::one(false, true),
            (Fit::Yes, Fit::Yes) => Sides::one(true, true),
            (Fit::Maybe(_), _) | (_, Fit::Maybe(_)) => self.sides_tried(context, profile),
        }
    }

    /// Tries everything that facts which are not stated could be.
    fn sides_tried(&self, context: Context<'_>, profile: &Profile) -> Sides {
        let samples = || context.call.samples().iter().map(|sample| sample.country).filter(|_| profile.country.is_none());
        let mut sides = Sides(0);
        for country in profile.country.into_iter().chain(samples()) {
            for kind in OrganisationKind::ALL.iter().filter(|kind| profile.kind.is_none_or(|stated| stated == **kind)) {
                let could = |of: &Selector| of.could(context.call, context.exclusions, profile, *kind, country);
                let ((yes, no), (against, not_against)) = (could(&self.of), could(&self.against));
                for (counts, is) in [(true, yes), (false, no)] {
                    for (opposes, may) in [(true, against), (false, not_against)] {
                        sides = if is && may { sides.or(Sides::one(counts, opposes)) } else { sides };
                    }
                }
            }
        }
        sides
    }

    fn explain(&self, context: Context<'_>, answer: &mut Answer) {
        let standing = super::count::standing(&context.fits(&self.of), context);
        explain(&context.fits(&self.of), &standing, context, answer);
        let against = context.fits(&self.against);
        for (place, reason) in &mut answer.left_out {
            let seat = context.consortium.member_refs().get(*place as usize);
            if seat.and_then(|seat| of_profile(&against, seat)) == Some(Fit::Yes) {
                *reason = LeftOut::OtherSide;
            }
        }
        // Where a member is matters only as far as it decides its side.
        let matters = Matters { kind: false, country: false };
        answer.wait_for(|answer| missing::of_selectors(context, answer, &[&self.of, &self.against], matters));
    }
}
