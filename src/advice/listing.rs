//! The sets that `search` has counted, one after another: first those that help no more than is needed.

use super::run::Run;
use super::steps::{Choice, Cost, Item, Take};
use super::supply::{Class, Supply};

/// How many steps are looked at in all, so that listing ends soon however many sets there are.
const MOST_STEPS: u32 = 200_000;
/// The part of a cost that says how much more than needed a set helps.
const SURPLUS: Cost = 1 << 10;

/// What is taken: places in the pool, in order, and how many that nobody has named yet.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Set {
    pub(super) places: Vec<u32>,
    pub(super) unnamed: u32,
}

/// The first sets of the least cost, at most so many.
pub(super) fn list(supply: &Supply, items: &[Item], runs: &[Run], least: Cost, most: usize) -> Vec<Set> {
    let mut listing = Listing { classes: supply.classes.iter().chain(supply.wandering.iter().flatten()).collect(), items, steps: 0, most };
    let mut all = Vec::new();
    for surplus in least % SURPLUS..SURPLUS {
        let mut sets = Vec::new();
        for run in runs {
            let cost = least - least % SURPLUS + surplus;
            let Some(left) = cost.checked_sub(run.first.cost) else { continue };
            let mut takes = run.first.takes.clone();
            listing.walk(run, Position { at: 0, missing: run.space.start, bits: 0, left }, &mut takes, &mut sets);
        }
        sets.sort_unstable();
        sets.truncate(most - all.len());
        all.extend(sets);
        if all.len() >= most || listing.steps >= MOST_STEPS {
            break;
        }
    }
    all
}

struct Listing<'a> {
    classes: Vec<&'a Class>,
    items: &'a [Item],
    steps: u32,
    most: usize,
}

#[derive(Clone, Copy)]
struct Position {
    at: usize,
    missing: u32,
    bits: u32,
    left: Cost,
}

impl Listing<'_> {
    fn walk(&mut self, run: &Run, from: Position, takes: &mut Vec<Take>, sets: &mut Vec<Set>) {
        self.steps += 1;
        if sets.len() >= self.most * 4 || self.steps >= MOST_STEPS || !run.leads_to(from.at, from.missing, from.bits, from.left) {
            return;
        }
        let Some(item) = self.items.get(from.at) else {
            // What is left over belongs to another surplus.
            if from.left == 0 {
                self.take(takes, sets);
            }
            return;
        };
        let (open, must, be) = run.rule_of(item.country);
        let ends = self.items.get(from.at + 1).is_none_or(|next| next.country != item.country);
        let mut go = |listing: &mut Self, choice: Option<&Choice>| {
            let (missing, bits) = choice.map_or((from.missing, from.bits), |choice| run.space.after(from.missing, from.bits, choice, open));
            let left = from.left.checked_sub(choice.map_or(0, |choice| choice.cost));
            let Some(left) = left.filter(|_| !ends || bits & must == be) else { return };
            let more = choice.map_or(&[][..], |choice| &choice.takes);
            takes.extend_from_slice(more);
            listing.walk(run, Position { at: from.at + 1, missing, bits: if ends { 0 } else { bits }, left }, takes, sets);
            takes.truncate(takes.len() - more.len());
        };
        item.choices.iter().for_each(|choice| go(self, Some(choice)));
        go(self, None);
    }

    /// Every set of organisations that takes so many of each class.
    fn take(&self, takes: &[Take], sets: &mut Vec<Set>) {
        let mut all = vec![Set { places: Vec::new(), unnamed: 0 }];
        for (class, number) in takes {
            let Some(class) = self.classes.get(*class as usize) else { continue };
            if class.places.is_empty() {
                all.iter_mut().for_each(|set| set.unnamed += number);
                continue;
            }
            let picks = picks(&class.places, *number as usize, self.most);
            let with = |set: &Set, pick: &Vec<u32>| Set { places: set.places.iter().chain(pick).copied().collect(), unnamed: set.unnamed };
            all = all.iter().flat_map(|set| picks.iter().map(move |pick| with(set, pick))).take(self.most).collect();
        }
        all.iter_mut().for_each(|set| set.places.sort_unstable());
        sets.extend(all);
    }
}

/// So many of the places, in every way, at most so many ways.
pub(super) fn picks(places: &[u32], number: usize, most: usize) -> Vec<Vec<u32>> {
    if number == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let Some(rest) = places.get(at + 1..).filter(|rest| rest.len() + 1 >= number && all.len() < most) else { break };
        all.extend(picks(rest, number - 1, most - all.len()).into_iter().map(|pick| [&[*place], &*pick].concat()));
    }
    all
}
