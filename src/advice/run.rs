//! One way of the legal groups: the least cost from each step on, for everything that may still be missing there.

use super::need::{Covered, Need, What};
use super::steps::{ADDED, Choice, Cost, Item, NEVER, UNNAMED};
use crate::engine::Country;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// One way of the legal groups, with the least cost from each item on for everything that may be missing there.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) first: Choice,
    table: Vec<Vec<Cost>>,
    pub(super) space: Space,
    exact: Vec<(Country, u32, u32)>,
    pub(super) ways: u128,
}

/// All that may be missing, as one number: a digit for each need, then a bit for each need of countries that has got this one.
#[derive(Clone, Debug)]
pub(super) struct Space {
    digits: Vec<u32>,
    /// Of needs of countries: their bit.
    bits: Vec<Option<u32>>,
    flags: u32,
    pub(super) start: u32,
    size: u32,
}

impl Space {
    fn of(needs: &[Need], missing: &[u32]) -> Space {
        let mut flags = 0;
        let mut bits = Vec::new();
        for need in needs {
            let ranked = matches!(need.what, What::Countries(_));
            bits.push(ranked.then_some(flags));
            flags += u32::from(ranked);
        }
        let size = missing.iter().fold(1, |size: u32, missing| size.saturating_mul(missing + 1));
        Space { digits: missing.iter().map(|missing| missing + 1).collect(), bits, flags, start: size - 1, size }
    }

    fn cells(&self) -> usize {
        (self.size as usize) << self.flags
    }

    /// What is missing after a choice, and the countries' bits. `open` are the needs for which the country is not settled apart.
    pub(super) fn after(&self, missing: u32, flags: u32, choice: &Choice, open: u32) -> (u32, u32) {
        let (mut next, mut flags, mut weight) = (missing, flags, 1);
        for (at, (digit, bit)) in self.digits.iter().zip(&self.bits).enumerate() {
            if choice.helps & (1 << at) != 0 {
                let left = missing / weight % digit;
                let units = match bit {
                    None => choice.units,
                    Some(bit) if flags & (1 << bit) != 0 => 0,
                    Some(bit) => {
                        flags |= 1 << bit;
                        u32::from(open & (1 << at) != 0)
                    }
                };
                next -= weight * left.min(units);
            }
            weight *= digit;
        }
        (next, flags)
    }
}

/// A guess: of the contested countries exactly these are taken by others than legal groups.
pub(super) struct Guess {
    space: Space,
    exact: Vec<(Country, u32, u32)>,
}

impl Guess {
    /// `covered` says for each need how many are wanted and what is covered, with the legal groups as they are to be.
    pub(super) fn new(needs: &[Need], covered: &[(u32, Covered)], open: &[(usize, Country)], taken: u32) -> Guess {
        let mut missing = Vec::new();
        for (at, (need, (wanted, covered))) in needs.iter().zip(covered).enumerate() {
            if !matches!(need.what, What::Countries(_)) {
                missing.push(*wanted);
                continue;
            }
            let mut covered = covered.clone();
            let here = open.iter().enumerate().filter(|(bit, (need, _))| *need == at && taken & (1 << bit) != 0);
            here.for_each(|(_, (_, country))| covered.settled.insert(*country));
            missing.push(wanted.saturating_sub(covered.rank()));
        }
        Guess { space: Space::of(needs, &missing), exact: exact(open, taken) }
    }

    /// What every set costs at least: one organisation helps a need once, and takes one country.
    pub(super) fn at_least(&self) -> Cost {
        let missing = self.space.digits.iter().map(|digit| digit - 1).max().unwrap_or(0);
        let taken = self.exact.iter().filter(|(_, _, value)| *value != 0).count() as u32;
        missing.max(taken).saturating_mul(ADDED)
    }

    /// How large its table is, for each step.
    pub(super) fn cells(&self) -> usize {
        self.space.cells()
    }
}

/// For each contested country, the needs for which it is contested, and those of them for which it is to be taken.
fn exact(open: &[(usize, Country)], taken: u32) -> Vec<(Country, u32, u32)> {
    let mut all = BTreeMap::<Country, (u32, u32)>::new();
    for (bit, (need, country)) in open.iter().enumerate() {
        let (mask, value) = all.entry(*country).or_default();
        *mask |= 1 << need;
        *value |= u32::from(taken & (1 << bit) != 0) << need;
    }
    all.into_iter().map(|(country, (mask, value))| (country, mask, value)).collect()
}

impl Run {
    /// The least cost, with the legal groups as they are in `first`.
    pub(super) fn of(guess: Guess, first: &Choice, items: &[Item], counted: bool) -> (Cost, Run) {
        let Guess { space, exact } = guess;
        let mut run = Run { first: first.clone(), table: Vec::new(), space, exact, ways: 0 };
        run.fill(items, counted);
        let start = (run.space.start as usize) << run.space.flags;
        let cost = run.table.first().and_then(|costs| costs.get(start)).copied().unwrap_or(NEVER);
        (cost.saturating_add(first.cost), run)
    }

    /// The needs that a country still helps by being new, and the bits that it must have in the end: which, and how.
    pub(super) fn rule_of(&self, country: Option<Country>) -> (u32, u32, u32) {
        let found = self.exact.iter().find(|(known, _, _)| Some(*known) == country);
        let (mask, value) = found.map_or((0, 0), |(_, mask, value)| (*mask, *value));
        let bits = |needs: u32| {
            let ranked = self.space.bits.iter().enumerate().filter_map(|(at, bit)| bit.map(|bit| (at, bit)));
            ranked.filter(|(at, _)| needs & (1 << at) != 0).fold(0, |bits, (_, bit)| bits | 1 << bit)
        };
        (!mask, bits(mask), bits(value))
    }

    /// Whether the rest can be had for what is left: as few organisations, and no more surplus.
    pub(super) fn leads_to(&self, item: usize, missing: u32, bits: u32, left: Cost) -> bool {
        let cell = ((missing as usize) << self.space.flags) | bits as usize;
        let rest = self.table.get(item).and_then(|costs| costs.get(cell)).copied().unwrap_or(NEVER);
        // Within one way of the legal groups the fewest may be fewer than in the others only if this way is not listed at all.
        rest != NEVER && rest / UNNAMED == left / UNNAMED && rest % UNNAMED <= left % UNNAMED
    }

    /// From the last item to the first. Ways are counted where they are asked for; it is most of the work.
    fn fill(&mut self, items: &[Item], counted: bool) {
        let (cells, flags) = (self.space.cells(), self.space.flags);
        let mut ways = vec![0_u128; if counted { cells } else { 0 }];
        let mut costs = vec![NEVER; cells];
        costs.iter_mut().take(1 << flags).for_each(|cost| *cost = 0);
        ways.iter_mut().take(1 << flags).for_each(|ways| *ways = 1);
        let (mut table, mut steps) = (vec![costs], Steps::default());
        for (at, item) in items.iter().enumerate().rev() {
            let ends = items.get(at + 1).is_none_or(|next| next.country != item.country);
            let Some(after) = table.last() else { break };
            let (costs, next_ways) = self.layer(item, ends, after, &ways, &mut steps);
            table.push(costs);
            ways = next_ways;
        }
        table.reverse();
        self.ways = ways.get((self.space.start as usize) << flags).copied().unwrap_or(0).saturating_mul(self.first.ways);
        self.table = table;
    }

    /// One item: for every cell the least of its choices and of none of them.
    fn layer(&self, item: &Item, ends: bool, after: &[Cost], ways: &[u128], steps: &mut Steps) -> (Vec<Cost>, Vec<u128>) {
        let (open, must, be) = self.rule_of(item.country);
        let mask = (1_u32 << self.space.flags) - 1;
        // After the last item of a country its bits have to be as they must, and begin anew.
        let place = |cell: u32| if ends { (cell & mask & must == be).then_some(cell & !mask) } else { Some(cell) };
        let rest = |cell: u32| place(cell).and_then(|cell| after.get(cell as usize).copied()).unwrap_or(NEVER);
        let ways_of = |cell: u32| place(cell).and_then(|cell| ways.get(cell as usize).copied()).unwrap_or(0);
        let cells = 0..after.len() as u32;
        let mut costs: Vec<Cost> = cells.clone().map(rest).collect();
        let mut counts: Vec<u128> = if ways.is_empty() { Vec::new() } else { cells.map(ways_of).collect() };
        for choice in &item.choices {
            for (at, (cost, to)) in costs.iter_mut().zip(steps.of(&self.space, choice, open)).enumerate() {
                let rest = rest(*to);
                if rest == NEVER {
                    continue;
                }
                let total = rest + choice.cost;
                let order = (total / UNNAMED).cmp(&(*cost / UNNAMED));
                *cost = (*cost).min(total);
                match counts.get_mut(at) {
                    Some(count) if order == Ordering::Less => *count = ways_of(*to).saturating_mul(choice.ways),
                    Some(count) if order == Ordering::Equal => *count = count.saturating_add(ways_of(*to).saturating_mul(choice.ways)),
                    Some(_) | None => {}
                }
            }
        }
        (costs, counts)
    }
}

/// Where each cell leads with a choice. Many choices help alike, so this is worked out once for each kind of them.
#[derive(Default)]
struct Steps(BTreeMap<(u32, u32, u32), Vec<u32>>);

impl Steps {
    fn of(&mut self, space: &Space, choice: &Choice, open: u32) -> &[u32] {
        self.0.entry((choice.helps, choice.units, open)).or_insert_with(|| {
            let mask = (1 << space.flags) - 1;
            let cells = 0..space.cells() as u32;
            let after = |cell: u32| space.after(cell >> space.flags, cell & mask, choice, open);
            cells.map(after).map(|(missing, bits)| (missing << space.flags) | bits).collect()
        })
    }
}
