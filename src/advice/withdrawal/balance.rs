//! A comparison as what a requirement rests on: by how much those who count outweigh the others, and what each who leaves takes away.

use super::vertex_cover::Fewest;
use crate::engine::rule::{Compare, Context, Sides};
use crate::engine::{Consortium, Profile};
use std::collections::BTreeMap;

/// Independent organisations, and what each weighs.
pub(super) struct Balance {
    units: Vec<Unit>,
    /// What more than enough weighs.
    slack: i64,
}

/// What members are, by the places of their profiles, and who is.
type Sorts = BTreeMap<u32, (Profile, Vec<u32>)>;

/// An independent organisation: its members by what the rules see of them.
struct Unit {
    sorts: Vec<(Profile, Vec<u32>)>,
    worth: i64,
}

/// What a unit weighs once some of it have left.
struct Scale<'a> {
    rule: &'a Compare,
    context: Context<'a>,
}

impl Scale<'_> {
    fn worth<'p>(&self, profiles: impl Iterator<Item = &'p Profile>) -> i64 {
        self.rule.least(self.context, profiles)
    }
}

impl Balance {
    /// `None` where it does not hold.
    pub(super) fn of(rule: &Compare, context: Context<'_>, consortium: &Consortium) -> Option<BalanceSupport> {
        let scale = Scale { rule, context };
        let mut groups: BTreeMap<(Option<u32>, u32), Sorts> = BTreeMap::new();
        for seat in consortium.member_refs() {
            let Some(alike) = consortium.alike().get(seat.profile as usize) else { continue };
            // Who is in no group is a unit of its own.
            let key = (seat.group, if seat.group.is_none() { seat.place } else { 0 });
            groups.entry(key).or_default().entry(seat.profile).or_insert((alike.profile, Vec::new())).1.push(seat.place);
        }
        let mut worths: BTreeMap<u32, i64> = BTreeMap::new();
        let mut unit = |sorts: Sorts| {
            let single = sorts.iter().next().filter(|_| sorts.len() == 1).map(|(profile, _)| *profile);
            let weigh = || scale.worth(sorts.values().map(|(profile, _)| profile));
            let worth = single.map_or_else(weigh, |profile| *worths.entry(profile).or_insert_with(weigh));
            Unit { sorts: sorts.into_values().collect(), worth }
        };
        let units: Vec<Unit> = groups.into_values().map(&mut unit).collect();
        let slack = units.iter().map(|unit| unit.worth).sum();
        let balance = Balance { units, slack };
        (slack >= 0).then(|| BalanceSupport { alone: balance.alone(&scale), pairs: balance.pairs(&scale), fewest: balance.fewest(&scale) })
    }

    /// Members, each with its unit and what its leaving takes away.
    fn losses(&self, scale: &Scale<'_>) -> Vec<(usize, u32, i64)> {
        let mut losses = Vec::new();
        for (at, unit) in self.units.iter().enumerate() {
            for (sort, (_, places)) in unit.sorts.iter().enumerate() {
                let loss = unit.loss(scale, &[(sort, 1)]);
                losses.extend(places.iter().map(|place| (at, *place, loss)));
            }
        }
        losses
    }

    fn alone(&self, scale: &Scale<'_>) -> Vec<u32> {
        self.losses(scale).into_iter().filter(|(_, _, loss)| *loss > self.slack).map(|(_, place, _)| place).collect()
    }

    fn pairs(&self, scale: &Scale<'_>) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        let mut bears = self.losses(scale);
        bears.retain(|(_, _, loss)| *loss <= self.slack);
        for unit in self.units.iter().filter(|unit| unit.sorts.iter().map(|(_, places)| places.len()).sum::<usize>() > 1) {
            pairs.extend(unit.pairs(scale, self.slack));
        }
        bears.retain(|(_, _, loss)| *loss > 0);
        for (at, one) in bears.iter().enumerate() {
            let others = bears.iter().skip(at + 1).filter(|other| other.0 != one.0 && one.2 + other.2 > self.slack);
            pairs.extend(others.map(|other| (one.1, other.1)));
        }
        pairs
    }

    /// `None`: nobody's leaving can break it.
    fn fewest(&self, scale: &Scale<'_>) -> Option<Fewest> {
        let wanted = (self.slack + 1) as usize;
        let (mut single, mut least): (BTreeMap<i64, usize>, Vec<usize>) = (BTreeMap::new(), vec![usize::MAX; wanted + 1]);
        least.iter_mut().take(1).for_each(|none| *none = 0);
        for unit in &self.units {
            if unit.is_single() {
                *single.entry(unit.worth).or_default() += usize::from(unit.worth > 0);
                continue;
            }
            let options = unit.options(scale);
            let before = least.clone();
            for (loss, leavers) in options {
                for (have, fewest) in before.iter().enumerate().filter(|(_, fewest)| **fewest != usize::MAX) {
                    let with = least.get_mut((have + loss as usize).min(wanted));
                    with.into_iter().for_each(|with| *with = (*with).min(fewest + leavers));
                }
            }
        }
        let mut levels = single.into_iter().rev().filter(|(worth, _)| *worth > 0).map(|(worth, all)| (worth as usize, all));
        let (high, low) = (levels.next().unwrap_or((1, 0)), levels.next().unwrap_or((1, 0)));
        let rest = |missing: usize| {
            let of_high = |taken: usize| {
                let more = missing.saturating_sub(taken * high.0).div_ceil(low.0);
                (more <= low.1).then_some(taken + more)
            };
            (0..=high.1.min(missing.div_ceil(high.0))).filter_map(of_high).min()
        };
        let known = least.iter().enumerate().filter(|(_, fewest)| **fewest != usize::MAX);
        let leavers = known.filter_map(|(have, fewest)| Some(fewest + rest(wanted - have)?)).min()?;
        Some(Fewest { leavers, exact: true })
    }
}

impl Unit {
    fn is_single(&self) -> bool {
        matches!(self.sorts.as_slice(), [(_, places)] if places.len() == 1)
    }

    /// What is taken away if these numbers of these sorts leave.
    fn loss(&self, scale: &Scale<'_>, leaving: &[(usize, usize)]) -> i64 {
        let gone = |at: usize| leaving.iter().filter(|(sort, _)| *sort == at).map(|(_, number)| number).sum::<usize>();
        let left = self.sorts.iter().enumerate().filter(|(at, (_, places))| gone(*at) < places.len());
        if left.clone().count() == self.sorts.len() {
            return 0;
        }
        self.worth - scale.worth(left.map(|(_, (profile, _))| profile))
    }

    /// Two of it who take away too much together, and neither of them alone.
    fn pairs(&self, scale: &Scale<'_>, slack: i64) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        let few = self.sorts.iter().enumerate().filter(|(_, (_, places))| places.len() <= 2);
        let few: Vec<(usize, &Vec<u32>)> = few.map(|(at, (_, places))| (at, places)).collect();
        for (at, (sort, places)) in few.iter().enumerate() {
            if let ([one, other], true) = (places.as_slice(), self.loss(scale, &[(*sort, 2)]) > slack) {
                pairs.push((*one, *other));
            }
            let [one] = places.as_slice() else { continue };
            for (other_sort, others) in few.iter().skip(at + 1) {
                let breaks = || self.loss(scale, &[(*sort, 1), (*other_sort, 1)]) > slack;
                let alone = || [*sort, *other_sort].iter().any(|sort| self.loss(scale, &[(*sort, 1)]) > slack);
                if let ([other], true) = (others.as_slice(), !alone() && breaks()) {
                    pairs.push((*one, *other));
                }
            }
        }
        pairs
    }

    /// What can be taken away, each with the fewest who have to leave for it. Of each sort all leave or nobody does; what the others weigh
    /// depends only on the sides that they are on together, of which there are few.
    fn options(&self, scale: &Scale<'_>) -> Vec<(i64, usize)> {
        let mut fewest: BTreeMap<Sides, usize> = BTreeMap::from([(Sides::NONE, 0)]);
        for (profile, places) in &self.sorts {
            let own = scale.rule.sides(scale.context, profile);
            let mut next: BTreeMap<Sides, usize> = BTreeMap::new();
            for (sides, leavers) in fewest {
                for (sides, leavers) in [(sides.with(own), leavers), (sides, leavers + places.len())] {
                    let known = next.entry(sides).or_insert(leavers);
                    *known = leavers.min(*known);
                }
            }
            fewest = next;
        }
        let loss = |(sides, leavers): (Sides, usize)| (self.worth - sides.least(scale.rule.times), leavers);
        fewest.into_iter().map(loss).filter(|(loss, _)| *loss > 0).collect()
    }
}

/// What a comparison rests on, worked out.
pub(super) struct BalanceSupport {
    pub(super) alone: Vec<u32>,
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) fewest: Option<Fewest>,
}
