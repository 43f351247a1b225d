//! The fewest additions that meet all needs, how many sets of so few there are, and the sets themselves, one after another.
//!
//! Every set is seen once: classes of organisations that help alike are gone through country by country, and what is still missing
//! is all that has to be remembered on the way. So the least is found for every rest at once, from the last class to the first;
//! there is no guess in it. Who joins a legal group in several countries, and which of the countries that such groups could stand
//! for are taken by others, is tried in every way before.

use super::need::{Covered, Need, What};
use super::supply::{Class, Supply};
use crate::engine::Country;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many ways of the legal groups are tried at most.
const MOST_RUNS: usize = 400;
/// How many numbers one table may have.
const MOST_CELLS: usize = 4_000_000;

/// So many organisations; of them so many that nobody has named yet; and how much more than needed they help.
/// In order of weight, so that the smaller number is the better set.
pub(super) type Cost = u32;
const ADDED: u32 = 1 << 20;
const UNNAMED: u32 = 1 << 10;
/// A number that no set reaches.
pub(super) const NEVER: Cost = u32::MAX;

/// How many are added.
pub(super) fn added(cost: Cost) -> u32 {
    cost / ADDED
}

/// How many of them nobody has named yet.
pub(super) fn unnamed(cost: Cost) -> u32 {
    cost % ADDED / UNNAMED
}

/// What to take of a class: its number among all classes of the supply, and how many.
pub(super) type Take = (u32, u32);

/// One step: some of a class, or of a legal group.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) takes: Vec<Take>,
    helps: u32,
    units: u32,
    cost: Cost,
    ways: u128,
}

impl Choice {
    pub(super) fn cost(&self) -> Cost {
        self.cost
    }
}

/// The steps of which one is taken, or none.
#[derive(Debug)]
pub(super) struct Item {
    country: Option<Country>,
    pub(super) choices: Vec<Choice>,
}

impl Item {
    /// Where the country matters.
    pub(super) fn country(&self) -> Option<Country> {
        self.country
    }
}

/// What is found.
#[derive(Debug)]
pub(super) enum Found {
    /// The least cost, in how many ways, and where to list them.
    Least { cost: Cost, ways: u128, runs: Vec<Run> },
    /// No addition can help.
    Never,
    /// There are more legal groups in several countries than can be tried.
    TooMany,
}

/// One way of the legal groups, with the least cost from each item on for everything that may be missing there.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) first: Choice,
    table: Vec<Vec<Cost>>,
    pub(super) space: Space,
    exact: Vec<(Country, u32, u32)>,
    ways: u128,
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

/// Finds the least.
pub(super) fn search(needs: &[Need], supply: &Supply, items: &[Item]) -> Found {
    let Some(ways_of_groups) = groups(needs, supply) else { return Found::TooMany };
    let (mut least, mut ways, mut runs) = (NEVER, 0_u128, Vec::<Run>::new());
    let mut tried = 0;
    for first in ways_of_groups {
        let covered = with_joined(needs, supply, &first);
        let open = contested(needs, &covered, items);
        if open.len() > 12 || tried + (1 << open.len()) > MOST_RUNS {
            return Found::TooMany;
        }
        tried += 1 << open.len();
        for taken in 0..1_u32 << open.len() {
            let Some((cost, run)) = run(needs, &covered, &open, taken, &first, items) else { return Found::TooMany };
            // Ways that only differ in how much more they help are equally few.
            if cost / UNNAMED < least / UNNAMED {
                (ways, runs) = (0, Vec::new());
            }
            if cost != NEVER && cost / UNNAMED <= least / UNNAMED {
                ways = ways.saturating_add(run.ways);
                runs.push(run);
            }
            least = least.min(cost);
        }
    }
    if least == NEVER { Found::Never } else { Found::Least { cost: least, ways, runs } }
}

/// Every way in which organisations of the pool can join legal groups in several countries; none for each group among them.
fn groups(needs: &[Need], supply: &Supply) -> Option<Vec<Choice>> {
    let mut all = vec![Choice { takes: Vec::new(), helps: 0, units: 1, cost: 0, ways: 1 }];
    let mut number = supply.classes.len() as u32;
    for group in &supply.wandering {
        let joining = subsets(group, number, needs.len())?;
        number += group.len() as u32;
        let mut next = Vec::new();
        for before in &all {
            next.push(before.clone());
            next.extend(joining.iter().map(|choice| Choice {
                takes: before.takes.iter().chain(&choice.takes).copied().collect(),
                helps: 0,
                units: 1,
                cost: before.cost + choice.cost,
                ways: before.ways.saturating_mul(choice.ways),
            }));
        }
        all = next;
        if all.len() > MOST_RUNS {
            return None;
        }
    }
    Some(all)
}

/// Sets of a legal group's members that could all be needed: of those who help alike one, and never more than there are needs.
pub(super) fn subsets(group: &[Class], number: u32, most: usize) -> Option<Vec<Choice>> {
    if group.len() > 12 {
        return None;
    }
    let mut all: Vec<Choice> = Vec::new();
    for (class, at) in group.iter().zip(number..) {
        let one = Choice {
            takes: vec![(at, 1)],
            helps: class.helps,
            units: 1,
            cost: ADDED + class.helps.count_ones(),
            ways: class.places.len() as u128,
        };
        let longer: Vec<Choice> = all.iter().filter(|before| before.takes.len() < most).map(|before| both(before, &one)).collect();
        all.push(one);
        all.extend(longer);
    }
    Some(all)
}

fn both(one: &Choice, other: &Choice) -> Choice {
    Choice {
        takes: one.takes.iter().chain(&other.takes).copied().collect(),
        helps: one.helps | other.helps,
        units: 1,
        cost: one.cost + other.cost,
        ways: one.ways.saturating_mul(other.ways),
    }
}

/// One class as a step: so many of it as can be needed.
pub(super) fn some_of(class: &Class, number: u32, needs: &[Need]) -> Vec<Choice> {
    let helped = needs.iter().enumerate().filter(|(at, _)| class.helps & (1 << at) != 0);
    let useful = helped.map(|(_, need)| if matches!(need.what, What::Countries(_)) { 1 } else { need.missing }).max().unwrap_or(0);
    let unnamed = class.places.is_empty();
    let most = if unnamed { useful } else { useful.min(class.places.len() as u32) };
    let each = ADDED + if unnamed { UNNAMED } else { 0 } + class.helps.count_ones();
    let mut ways = 1_u128;
    let mut choices = Vec::new();
    for units in 1..=most {
        if !unnamed {
            // Of n so many: exact, as each product of that many factors in a row can be divided.
            ways = ways.saturating_mul(u128::from(class.places.len() as u32 - units + 1)) / u128::from(units);
        }
        choices.push(Choice { takes: vec![(number, units)], helps: class.helps, units, cost: units * each, ways });
    }
    choices
}

/// The classes as steps, country by country.
pub(super) fn items(needs: &[Need], supply: &Supply) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while let Some(class) = supply.classes.get(at) {
        let country = class.country;
        let same = |other: &&Class| other.group == class.group && other.country == country;
        let group = if class.group.is_some() { supply.classes.iter().skip(at).take_while(same).count() } else { 1 };
        let choices = match &class.group {
            Some(_) => subsets(supply.classes.get(at..at + group)?, at as u32, needs.len())?,
            None => some_of(class, at as u32, needs),
        };
        items.push(Item { country, choices });
        at += group;
    }
    Some(items)
}

/// What is covered once those who join legal groups have joined.
fn with_joined(needs: &[Need], supply: &Supply, first: &Choice) -> Vec<(u32, Covered)> {
    let joined: Vec<&Class> = supply
        .wandering
        .iter()
        .flatten()
        .zip(supply.classes.len() as u32..)
        .filter(|(_, number)| first.takes.iter().any(|(class, _)| class == number))
        .map(|(class, _)| class)
        .collect();
    needs
        .iter()
        .zip(&supply.covered)
        .enumerate()
        .map(|(at, (need, covered))| {
            let mut covered = covered.clone();
            let joins: Vec<&&Class> = joined.iter().filter(|class| class.helps & (1 << at) != 0).collect();
            if let What::Countries(_) = need.what {
                for class in joins {
                    if let Some((group, country)) = class.group.as_ref().zip(class.country) {
                        covered.groups.entry(group.clone()).or_insert(crate::engine::CountrySet::EMPTY).insert(country);
                    }
                }
                return (need.missing + known_rank(need), covered);
            }
            let mut groups: Vec<&Rc<str>> = joins.iter().filter_map(|class| class.group.as_ref()).collect();
            groups.sort_unstable();
            groups.dedup();
            // For a leader several of a group are no more than one either: one is enough.
            (need.missing.saturating_sub(groups.len() as u32), covered)
        })
        .collect()
}

fn known_rank(need: &Need) -> u32 {
    if let What::Countries(covered) = &need.what { covered.rank() } else { 0 }
}

/// Countries that a legal group could stand for and somebody else could take: by need.
fn contested(needs: &[Need], covered: &[(u32, Covered)], items: &[Item]) -> Vec<(usize, Country)> {
    let mut found = Vec::new();
    for (at, (need, (_, covered))) in needs.iter().zip(covered).enumerate() {
        if !matches!(need.what, What::Countries(_)) {
            continue;
        }
        let mut countries: Vec<Country> = covered.groups.values().flat_map(|own| own.iter().collect::<Vec<_>>()).collect();
        countries.sort_unstable();
        countries.dedup();
        let could_be = |country: &Country| {
            items.iter().any(|item| item.country == Some(*country) && item.choices.iter().any(|choice| choice.helps & (1 << at) != 0))
        };
        found.extend(
            countries.into_iter().filter(|country| !covered.settled.contains(*country) && could_be(country)).map(|country| (at, country)),
        );
    }
    found
}

/// The least cost with the legal groups as they are in `first`, where of the contested countries exactly those of `taken` are taken.
fn run(
    needs: &[Need],
    covered: &[(u32, Covered)],
    open: &[(usize, Country)],
    taken: u32,
    first: &Choice,
    items: &[Item],
) -> Option<(Cost, Run)> {
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
    let space = Space::of(needs, &missing);
    let exact = exact(open, taken);
    if space.cells().saturating_mul(items.len() + 1) > MOST_CELLS {
        return None;
    }
    let mut run = Run { first: first.clone(), table: Vec::new(), space, exact, ways: 0 };
    run.fill(items);
    let start = run.space.start as usize;
    let cost = run.table.first().and_then(|costs| costs.get(start << run.space.flags)).copied().unwrap_or(NEVER);
    Some((cost.saturating_add(first.cost), run))
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

    /// From the last item to the first.
    fn fill(&mut self, items: &[Item]) {
        let (cells, flags) = (self.space.cells(), self.space.flags);
        let mut ways = vec![0_u128; cells];
        let mut costs = vec![NEVER; cells];
        costs.iter_mut().zip(&mut ways).take(1 << flags).for_each(|(cost, ways)| (*cost, *ways) = (0, 1));
        let mut table = vec![costs];
        for (at, item) in items.iter().enumerate().rev() {
            let ends = items.get(at + 1).is_none_or(|next| next.country != item.country);
            let Some(after) = table.last() else { break };
            let (costs, next_ways) = self.layer(item, ends, after, &ways);
            table.push(costs);
            ways = next_ways;
        }
        table.reverse();
        self.ways = ways.get((self.space.start as usize) << flags).copied().unwrap_or(0).saturating_mul(self.first.ways);
        self.table = table;
    }

    fn layer(&self, item: &Item, ends: bool, after: &[Cost], ways_after: &[u128]) -> (Vec<Cost>, Vec<u128>) {
        let (open, must, be) = self.rule_of(item.country);
        let flags = self.space.flags;
        let place =
            |missing: u32, bits: u32| if ends { (missing as usize) << flags } else { ((missing as usize) << flags) | bits as usize };
        let fits = |bits: u32| !ends || bits & must == be;
        let (mut costs, mut ways) = (Vec::with_capacity(after.len()), Vec::with_capacity(after.len()));
        for missing in 0..self.space.size {
            for bits in 0..1 << flags {
                let mut best = (NEVER, 0_u128);
                let mut take = |cost: Cost, more: u128, (missing, bits): (u32, u32)| {
                    let at = place(missing, bits);
                    let rest = after.get(at).copied().filter(|rest| *rest != NEVER && fits(bits));
                    let Some(total) = rest.map(|rest| rest + cost) else { return };
                    let ways = ways_after.get(at).copied().unwrap_or(0).saturating_mul(more);
                    best = match (total / UNNAMED).cmp(&(best.0 / UNNAMED)) {
                        std::cmp::Ordering::Less => (total, ways),
                        std::cmp::Ordering::Equal => (total.min(best.0), best.1.saturating_add(ways)),
                        std::cmp::Ordering::Greater => best,
                    };
                };
                take(0, 1, (missing, bits));
                for choice in &item.choices {
                    take(choice.cost, choice.ways, self.space.after(missing, bits, choice, open));
                }
                costs.push(best.0);
                ways.push(best.1);
            }
        }
        (costs, ways)
    }
}
