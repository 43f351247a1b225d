//! The fewest additions that meet all needs, how many sets of so few there are, and the sets themselves, one after another.
//!
//! Every set is seen once: classes of organisations that help alike are gone through country by country, and what is still missing
//! is all that has to be remembered on the way. So the least is found for every rest at once, from the last class to the first;
//! there is no guess in it. Who joins a legal group in several countries, and which of the countries that such groups could stand
//! for are taken by others, is tried in every way before.

use super::need::{Covered, Need, What};
use super::run::{Guess, Run};
use super::steps::{Choice, Cost, Item, NEVER, UNNAMED, subsets};
use super::supply::{Class, Supply};
use crate::engine::{Country, CountrySet};
use std::rc::Rc;

/// How many ways in which organisations join legal groups are tried at most.
const MOST_WAYS: usize = 4_096;
/// How many guesses about contested countries are looked at, and how many cells of their tables are worked out, at most: some tenths
/// of a second each.
const MOST_GUESSES: usize = 60_000;
const MOST_WORK: usize = 40_000_000;
/// How many cells are kept for listing sets afterwards; the sets of further tables are counted and not listed.
const MOST_KEPT: usize = 4_000_000;

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

/// Finds the least; in how many ways, where that is asked for.
pub(super) fn search(needs: &[Need], supply: &Supply, items: &[Item], counted: bool) -> Found {
    let Some(ways_of_groups) = groups(needs, supply) else { return Found::TooMany };
    let (mut least, mut ways, mut runs) = (NEVER, 0_u128, Vec::<Run>::new());
    let (mut guesses, mut work, mut kept) = (0_usize, 0_usize, 0_usize);
    for first in ways_of_groups {
        let covered = with_joined(needs, supply, &first);
        let open = contested(needs, &covered, items);
        guesses = guesses.saturating_add(1 << open.len().min(30));
        if guesses > MOST_GUESSES {
            return Found::TooMany;
        }
        for taken in 0..1_u32 << open.len() {
            let guess = Guess::new(needs, &covered, &open, taken);
            if first.cost.saturating_add(guess.at_least()) / UNNAMED > least / UNNAMED {
                continue;
            }
            let cells = guess.cells().saturating_mul(items.len() + 1);
            work = work.saturating_add(cells);
            if work > MOST_WORK {
                return Found::TooMany;
            }
            let (cost, run) = Run::of(guess, &first, items, counted);
            // Ways that only differ in how much more they help are equally few.
            if cost / UNNAMED < least / UNNAMED {
                (ways, runs, kept) = (0, Vec::new(), 0);
            }
            if cost != NEVER && cost / UNNAMED <= least / UNNAMED {
                ways = ways.saturating_add(run.ways);
                if kept == 0 || kept + cells <= MOST_KEPT {
                    kept += cells;
                    runs.push(run);
                }
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
        if all.len() > MOST_WAYS {
            return None;
        }
    }
    Some(all)
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
                        covered.groups.entry(group.clone()).or_insert(CountrySet::EMPTY).insert(country);
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
