//! The fewest newcomers, and in how many ways: dynamic programming over the countries, class by class.
//!
//! A layer holds the states that some choice so far leads to, each with the least cost and the number of ways to it. States whose cost
//! and lower bound are more than the most that is looked for are dropped, and so are those from which too few are to come; the most is
//! raised until something is found, or until it is as many as a smallest set can have. So the least is exact, every set is a path
//! that is seen once, and the number of sets is exact too.

use super::TooMuch;
use super::constraint::{Form, Problem};
use super::key::Key;
use super::stages::{Candidates, Cost, Step, added};
use super::state::Space;
use crate::engine::CountrySet;

/// How many steps from state to state are taken at most: some tenths of a second.
const MOST_WORK: usize = 2_000_000;
/// The most newcomers that are looked for. No shipped call needs a tenth of it.
pub(super) const MOST_ADDED: u32 = 1_000;

/// The least cost to a state, and in how many ways so many organisations lead to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Best {
    pub(super) cost: Cost,
    pub(super) ways: u128,
}

/// States in order, each once.
pub(super) type Layer = Vec<(Key, Best)>;

/// What the search leaves behind: the states before each step, and those after the last that meet everything.
pub(super) struct Found {
    pub(super) most: u32,
    pub(super) cost: Cost,
    pub(super) ways: u128,
    pub(super) layers: Vec<Layer>,
}

/// From a state to the next one.
pub(super) struct Move {
    /// The choice of the item and how often it is taken.
    pub(super) taken: Option<(usize, u32)>,
    pub(super) key: Key,
    pub(super) cost: Cost,
    pub(super) ways: u128,
}

/// The fewest. `None`: there is no such set.
pub(super) fn search(problem: &Problem<'_>, candidates: &Candidates) -> Result<Option<Found>, TooMuch> {
    let bound = bound(problem, candidates);
    let (mut most, mut more, mut work) = (1, 1, 0);
    loop {
        most = most.min(bound);
        let space = Space::of(problem, candidates, most as u32).ok_or_else(|| candidates.too_much())?;
        match space.least() {
            Some(least) if u64::from(least) > most && u64::from(least) <= bound => {
                most = u64::from(least);
                continue;
            }
            Some(least) if u64::from(least) <= most => {
                if let Some(found) = run(&space, candidates, most as u32, &mut work)? {
                    return Ok(Some(found));
                }
            }
            Some(_) if bound < u64::from(MOST_ADDED) => return Ok(None),
            Some(_) | None => {}
        }
        if most >= bound {
            return if bound < u64::from(MOST_ADDED) { Ok(None) } else { Err(candidates.too_much()) };
        }
        (most, more) = (most + more, more * 2);
    }
}

/// How many newcomers are in a smallest set at most, if there is one.
///
/// Of any set that meets everything it is enough to keep who fills what is missing, each with what its country then has to bring. That
/// can be too few of one side of a balance by no more than there are of them; and each unit of that is made up for by one more
/// newcomer, with what its country then has to bring. Of several balances nothing is known. One more country may take one newcomer
/// for each legal group that moves on to another country, as an augmenting path does.
fn bound(problem: &Problem<'_>, candidates: &Candidates) -> u64 {
    let items = candidates.stages.iter().flat_map(|stage| &stage.items);
    let named: u64 =
        items.map(|item| u64::from(item.most) * item.choices.iter().map(|choice| choice.classes.len() as u64).max().unwrap_or(0)).sum();
    let safe = u64::from(problem.is_safe());
    let wandering = 1 + candidates.ranks.iter().map(|ranks| ranks.countries().count() as u64).max().unwrap_or(0);
    let (mut brings, mut missing, mut lacking, mut behind, mut balances) = (1 + safe, 0, 0, 0, 0);
    for constraint in &problem.constraints {
        match &constraint.form {
            Form::Balance { loss, .. } => {
                (behind, balances) = (behind + constraint.missing.max(0) as u64 + u64::from(*loss) + safe, balances + 1)
            }
            Form::PerCountry(rule) => brings += rule.needs.iter().map(|need| u64::from(need.at_least) + safe).sum::<u64>(),
            Form::Countries(_) => missing += constraint.missing.max(0) as u64 * wandering,
            Form::Count | Form::Leader | Form::Exactly { .. } => missing += constraint.missing.max(0) as u64,
            Form::AtMost => {}
        }
    }
    for local in candidates.stages.iter().flat_map(|stage| &stage.locals) {
        lacking += local.lacks.iter().map(|lacks| u64::from(*lacks)).sum::<u64>() + u64::from(local.is_broken);
        lacking += if problem.is_safe() && local.units < 2 { 2 } else { 0 };
    }
    let kept = missing * brings + lacking;
    let all = match balances {
        0 => kept,
        1 => kept + (behind + kept) * brings,
        _ => u64::MAX,
    };
    all.min(named).clamp(1, u64::from(MOST_ADDED))
}

fn run(space: &Space<'_>, candidates: &Candidates, most: u32, work: &mut usize) -> Result<Option<Found>, TooMuch> {
    let Some(start) = space.start() else { return Ok(None) };
    let mut layers: Vec<Layer> = vec![vec![(start, Best { cost: 0, ways: 1 })]];
    let mut stage = 0;
    for (at, step) in candidates.steps().enumerate() {
        let Some(layer) = layers.last() else { break };
        stage += usize::from(matches!(step, Step::Leave(..)));
        let mut next: Layer = Vec::with_capacity(layer.len());
        for (key, best) in layer {
            if *work > MOST_WORK || candidates.ranks.iter().any(|ranks| ranks.is_full()) {
                return Err(candidates.too_much());
            }
            space.moves(step, key, most - added(best.cost), &mut |way| {
                *work += 1;
                let cost = best.cost + way.cost;
                let is_kept = added(cost) + space.at_least(&way.key, stage, matches!(step, Step::Leave(..))) <= most
                    && space.is_within(&way.key, at + 1);
                if is_kept {
                    next.push((way.key, Best { cost, ways: best.ways.saturating_mul(way.ways) }));
                }
            });
        }
        merge(&mut next);
        if next.is_empty() {
            return Ok(None);
        }
        layers.push(next);
    }
    layers.last_mut().into_iter().for_each(|last| last.retain(|(key, _)| space.is_met(key)));
    let last = layers.last().map_or(&[][..], Vec::as_slice);
    let Some(cost) = last.iter().map(|(_, best)| best.cost).min() else { return Ok(None) };
    let ways =
        last.iter().filter(|(_, best)| added(best.cost) == added(cost)).fold(0_u128, |ways, (_, best)| ways.saturating_add(best.ways));
    Ok(Some(Found { most, cost, ways, layers }))
}

/// Of equal states one, with the least cost and the ways of all that add as few.
fn merge(layer: &mut Layer) {
    layer.sort_unstable_by_key(|(key, best)| (*key, best.cost));
    layer.dedup_by(|(key, best), (kept, least)| {
        let is_same = key == kept;
        if is_same && added(best.cost) == added(least.cost) {
            least.ways = least.ways.saturating_add(best.ways);
        }
        is_same
    });
}

impl Space<'_> {
    /// How many have to join at least. `None`: so few as are looked for cannot mend the consortium.
    fn least(&self) -> Option<u32> {
        self.start().map(|start| self.at_least(&start, 0, true))
    }

    /// The ways on from a state, if at most so many more are added.
    pub(super) fn moves(&self, step: Step<'_>, key: &Key, most: u32, found: &mut dyn FnMut(Move)) {
        let mut go = |taken, key, cost, ways| found(Move { taken, key, cost, ways });
        match step {
            Step::Enter(stage) => go(None, self.enter(*key, stage), 0, 1),
            Step::Leave(at, stage) => {
                if let Some(key) = self.leave(*key, at, stage) {
                    go(None, key, 0, 1);
                }
            }
            Step::Take(item) => {
                go(None, *key, 0, 1);
                for (number, choice) in item.choices.iter().enumerate() {
                    let (mut key, mut ways) = (*key, choice.ways.iter());
                    let rest = if choice.ways.is_empty() { 1 } else { u128::MAX };
                    for times in 1..=item.most.min(most / added(choice.cost).max(1)) {
                        let before = key;
                        let Some(then) = self.add(key, choice, item.group) else { break };
                        key = then;
                        if before == key {
                            // One more changes nothing any longer.
                            break;
                        }
                        go(Some((number, times)), key, choice.cost * Cost::from(times), ways.next().copied().unwrap_or(rest));
                    }
                }
            }
        }
    }
}

impl Candidates {
    /// What makes it too much to try: legal groups with a choice, if there are any; else the call's own numbers.
    fn too_much(&self) -> TooMuch {
        let mut much = TooMuch { groups: 0, countries: 0 };
        let joined: Vec<CountrySet> = self.groups.countries().collect();
        for sets in self.ranks.iter().map(|ranks| ranks.countries().collect()).chain([joined]) {
            much.groups = much.groups.max(sets.len() as u32);
            much.countries = sets.iter().map(|set| set.len() as u32).fold(much.countries, u32::max);
        }
        much
    }
}
