//! The smallest sets one after another: first those that help no more than is needed, then in the order of the pool.
//!
//! The search's layers are walked backwards once, so that at each state it is known what the rest costs at least; so no step that is
//! taken afterwards leads nowhere.

use super::key::Key;
use super::search::{Found, Layer, Move};
use super::stages::{Candidates, Cost, Step, UNNAMED};
use super::state::Space;
use std::ops::RangeInclusive;

/// How many steps are taken, so that listing ends soon however many sets there are.
const MOST_STEPS: u32 = 200_000;
const NEVER: Cost = Cost::MAX;

/// What is taken: of which classes how many.
pub(super) type Taken = Vec<(usize, u32)>;

/// A walk along what costs least.
pub(super) struct Walk<'a> {
    space: &'a Space<'a>,
    steps: Vec<Step<'a>>,
    layers: &'a [Layer],
    /// For each state of each layer the least cost of the rest.
    rests: Vec<Vec<Cost>>,
    most: u32,
    left: u32,
}

impl<'a> Walk<'a> {
    pub(super) fn of(space: &'a Space<'a>, candidates: &'a Candidates, found: &'a Found) -> Walk<'a> {
        let steps: Vec<Step<'_>> = candidates.steps().collect();
        let mut walk = Walk { space, steps, layers: &found.layers, rests: Vec::new(), most: found.most, left: MOST_STEPS };
        walk.rests = found.layers.iter().map(|layer| vec![NEVER; layer.len()]).collect();
        walk.rests.last_mut().into_iter().flatten().for_each(|rest| *rest = 0);
        for (at, step) in walk.steps.iter().enumerate().rev() {
            let Some(layer) = walk.layers.get(at) else { continue };
            let rest = |key: &Key| {
                let mut least = NEVER;
                walk.space.moves(*step, key, found.most, &mut |way| {
                    least = least.min(walk.rest(at + 1, &way.key).saturating_add(way.cost));
                });
                least
            };
            let rests: Vec<Cost> = layer.iter().map(|(key, _)| rest(key)).collect();
            walk.rests.get_mut(at).into_iter().for_each(|kept| kept.clone_from(&rests));
        }
        walk
    }

    fn rest(&self, layer: usize, key: &Key) -> Cost {
        let place = self.layers.get(layer).and_then(|states| states.binary_search_by_key(key, |(key, _)| *key).ok());
        place.and_then(|place| self.rests.get(layer)?.get(place)).copied().unwrap_or(NEVER)
    }

    /// Hands over what is taken, as long as more is wanted: all that costs exactly so much. Whether all of it was seen.
    pub(super) fn each(&mut self, cost: Cost, found: &mut dyn FnMut(&Taken) -> bool) -> bool {
        let Some((start, _)) = self.layers.first().and_then(|layer| layer.first()).copied() else { return true };
        self.go(0, &start, cost, &mut Vec::new(), found)
    }

    fn go(&mut self, at: usize, key: &Key, left: Cost, taken: &mut Taken, found: &mut dyn FnMut(&Taken) -> bool) -> bool {
        let (mut at, mut key) = (at, *key);
        let (step, ways) = loop {
            let Some(step) = self.steps.get(at).copied() else { return left != 0 || found(taken) };
            let mut ways = self.ways(at, step, &key, left);
            match ways.as_slice() {
                // Where nobody can be taken, no step deeper is needed.
                [Move { taken: None, key: next, .. }] => (at, key) = (at + 1, *next),
                _ => {
                    // Many of a class first.
                    ways.sort_by_key(|way| way.taken.map_or((usize::MAX, 0), |(choice, times)| (choice, u32::MAX - times)));
                    break (step, ways);
                }
            }
        };
        for way in ways {
            if self.left == 0 {
                return false;
            }
            self.left -= 1;
            let before = taken.len();
            if let (Step::Take(item), Some((choice, times))) = (step, way.taken) {
                let classes = item.choices.get(choice).map_or(&[][..], |choice| &choice.classes);
                taken.extend(classes.iter().map(|class| (*class, times)));
            }
            let goes_on = self.go(at + 1, &way.key, left - way.cost, taken, found);
            taken.truncate(before);
            if !goes_on {
                return false;
            }
        }
        true
    }
}

impl Walk<'_> {
    /// The ways on that cost no more than is left: as many have to come, of them as many whom nobody has named, and no more surplus.
    fn ways(&self, at: usize, step: Step<'_>, key: &Key, left: Cost) -> Vec<Move> {
        let mut ways: Vec<Move> = Vec::new();
        self.space.moves(step, key, self.most, &mut |way| {
            let rest = self.rest(at + 1, &way.key);
            let is_open = left.checked_sub(way.cost).is_some_and(|left| rest / UNNAMED == left / UNNAMED && rest <= left);
            ways.extend(is_open.then_some(way));
        });
        ways
    }
}

/// The first sets of the pool that cost least, each by places; at most so many.
pub(super) fn list(space: &Space<'_>, candidates: &Candidates, found: &Found, most: usize) -> Vec<Vec<u32>> {
    let mut walk = Walk::of(space, candidates, found);
    let mut all = Vec::new();
    for cost in costs(candidates, found) {
        let mut sets = Vec::new();
        let goes_on = walk.each(cost, &mut |taken| {
            sets.extend(sets_of(candidates, taken, most));
            sets.len() < most * 4
        });
        sets.sort_unstable();
        sets.truncate(most - all.len());
        all.extend(sets);
        if all.len() >= most || all.len() as u128 >= found.ways || !goes_on {
            break;
        }
    }
    all
}

/// What sets of the fewest can cost: those that help no more than is needed first.
fn costs(candidates: &Candidates, found: &Found) -> RangeInclusive<Cost> {
    let choices = candidates.stages.iter().flat_map(|stage| &stage.items).flat_map(|item| &item.choices);
    let helped = choices.map(|choice| choice.cost % UNNAMED).max().unwrap_or(0).saturating_mul(Cost::from(found.most));
    found.cost..=found.cost / UNNAMED * UNNAMED + helped.min(UNNAMED - 1)
}

/// Every set of organisations that takes so many of each class; the first of them.
pub(super) fn sets_of(candidates: &Candidates, taken: &Taken, most: usize) -> Vec<Vec<u32>> {
    let mut sets: Vec<Vec<u32>> = vec![Vec::new()];
    for (class, number) in taken {
        let Some(class) = candidates.classes.get(*class).filter(|class| !class.is_unnamed()) else { continue };
        let picks = picks(&class.places, *number as usize, most);
        let with = |set: &Vec<u32>, pick: &Vec<u32>| set.iter().chain(pick).copied().collect();
        sets = sets.iter().flat_map(|set| picks.iter().map(move |pick| with(set, pick))).take(most).collect();
    }
    sets.iter_mut().for_each(|set| set.sort_unstable());
    sets
}

/// So many of the places, in every way, at most so many ways.
fn picks(places: &[u32], number: usize, most: usize) -> Vec<Vec<u32>> {
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
