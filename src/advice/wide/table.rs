//! The least cost from each step on, for everything that can still be open there: countries one after another, from the last to the
//! first. Nothing in it is a guess.

use super::ask::{Ask, Frame};
use super::effect::Effect;
use super::land::Land;
use super::space::{DEAD, Shape, Space};
use std::collections::BTreeMap;
use std::rc::Rc;

/// So many newcomers, and of them so many whom nobody has named yet.
pub(super) type Cost = u16;
pub(super) const ADDED: Cost = 1 << 8;
pub(super) const NEVER: Cost = u16::MAX;

/// How many cells are kept, and how many steps are worked out, at most: some tenths of a second each.
const MOST_CELLS: usize = 6_000_000;
const MOST_WORK: usize = 60_000_000;

/// Newcomers who are alike, or some of a legal group: one of these is taken, so many times.
#[derive(Clone, Debug)]
pub(super) struct Option_ {
    pub(super) effect: Effect,
    /// Their sorts, by number; one of each.
    pub(super) sorts: Vec<usize>,
    /// How many there are at most.
    pub(super) most: u32,
    /// What one of them costs.
    pub(super) cost: Cost,
    /// In how many ways so many can be taken: once, twice …
    pub(super) ways: Vec<u128>,
}

/// A country, and who could come from there: of each item's options one, or none.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    pub(super) land: Land,
    pub(super) items: Vec<Vec<Option_>>,
}

/// A country's part of the table.
pub(super) struct Part {
    pub(super) within: usize,
    pub(super) start: usize,
    /// For each item, for each of its options, where each cell leads.
    pub(super) steps: Vec<Vec<Rc<Vec<u32>>>>,
    /// The least costs before each item, and after the last.
    pub(super) costs: Vec<Vec<Cost>>,
}

/// The whole table.
pub(super) struct Table<'a> {
    pub(super) stages: &'a [Stage],
    pub(super) parts: Vec<Part>,
    pub(super) start: usize,
    pub(super) least: Cost,
    pub(super) ways: u128,
}

impl<'a> Table<'a> {
    /// `Err`: more than can be worked out. With nothing that could do: a least cost of [`NEVER`].
    pub(super) fn of(frame: &Frame<'_>, stages: &'a [Stage], most: u32, counted: bool) -> Result<Table<'a>, ()> {
        let most_cost = most as Cost * ADDED + ADDED - 1;
        let none = Table { stages, parts: Vec::new(), start: 0, least: NEVER, ways: 0 };
        let Some(start) = start(&frame.asks, i64::from(most)) else { return Ok(none) };
        let touched: Vec<Vec<bool>> = stages.iter().map(|stage| touched(frame, stage)).collect();
        let spaces = stages.iter().zip(&touched).map(|(stage, touched)| Space::of(&frame.asks, &stage.land, i64::from(most), touched));
        let spaces: Vec<Space<'_>> = spaces.collect();
        if is_too_large(&spaces, stages, most) {
            return Err(());
        }
        let mut costs = ends(&frame.asks, i64::from(most));
        let mut ways: Vec<u128> = costs.iter().map(|cost| u128::from(counted && *cost == 0)).collect();
        let (mut parts, mut known) = (Vec::new(), Steps::default());
        for (space, stage) in spaces.iter().zip(stages).rev() {
            let part = Part::of(space, stage, most_cost, &mut known, (&mut costs, &mut ways));
            parts.push(part);
        }
        parts.reverse();
        let (least, ways) = (costs.get(start).copied().unwrap_or(NEVER), ways.get(start).copied().unwrap_or(0));
        Ok(Table { stages, parts, start, least, ways })
    }

    /// The country of what is taken.
    pub(super) fn land(&self, at: usize) -> Option<&'a Land> {
        self.stages.get(at).map(|stage| &stage.land)
    }
}

fn start(asks: &[Ask<'_>], most: i64) -> Option<usize> {
    let mut unit = 1;
    asks.iter().try_fold(0, |cell, ask| {
        let cell = cell + ask.start(most)? as usize * unit;
        unit *= ask.size(most);
        Some(cell)
    })
}

/// Of the whole consortium: 0 where all holds.
fn ends(asks: &[Ask<'_>], most: i64) -> Vec<Cost> {
    let mut ends = vec![0];
    for ask in asks {
        let done = (0..ask.size(most) as u32).map(|digit| if ask.is_done(digit, most) { 0 } else { NEVER });
        ends = done.flat_map(|end: Cost| ends.iter().map(move |other: &Cost| *other.max(&end))).collect();
    }
    ends
}

/// What those who could come from there can do to each thing that is asked.
fn touched(frame: &Frame<'_>, stage: &Stage) -> Vec<bool> {
    let effects = || stage.items.iter().flatten().map(|option| &option.effect);
    (0..frame.asks.len()).map(|at| effects().any(|effect| effect.get(at).is_some_and(|hit| *hit != 0))).collect()
}

fn is_too_large(spaces: &[Space<'_>], stages: &[Stage], most: u32) -> bool {
    let mut all = (0_usize, 0_usize);
    for (space, stage) in spaces.iter().zip(stages) {
        let options: usize = stage.items.iter().flatten().map(|option| option.most.min(most) as usize).sum();
        all.0 = all.0.saturating_add(space.cells().saturating_mul(stage.items.len() + 1));
        all.1 = all.1.saturating_add(space.cells().saturating_mul(options));
    }
    all.0 > MOST_CELLS || all.1 > MOST_WORK
}

/// Where cells lead, worked out once for newcomers and countries alike.
#[derive(Default)]
struct Steps(BTreeMap<Shape, BTreeMap<Effect, Rc<Vec<u32>>>>);

impl Part {
    /// Turns what is known from the next country on into what is known from this one on.
    fn of(space: &Space<'_>, stage: &Stage, most: Cost, known: &mut Steps, (whole, whole_ways): (&mut Vec<Cost>, &mut Vec<u128>)) -> Part {
        let (within, start) = (space.within(), space.start());
        let may_end: Vec<bool> = (0..within).map(|within| space.may_end(within)).collect();
        let last = whole.iter().flat_map(|cost| may_end.iter().map(move |may| if *may { *cost } else { NEVER })).collect();
        let mut ways: Vec<u128> = whole_ways.iter().flat_map(|ways| may_end.iter().map(move |may| if *may { *ways } else { 0 })).collect();
        let (mut costs, mut steps): (Vec<Vec<Cost>>, Vec<_>) = (vec![last], Vec::new());
        let known = known.0.entry(space.shape()).or_default();
        for options in stage.items.iter().rev() {
            let next: Vec<Rc<Vec<u32>>> = options
                .iter()
                .map(|option| known.entry(option.effect.clone()).or_insert_with(|| Rc::new(space.steps(&option.effect))).clone())
                .collect();
            let Some(after) = costs.last() else { break };
            let (before, before_ways) = before(options, &next, after, &ways, most);
            costs.push(before);
            ways = before_ways;
            steps.push(next);
        }
        costs.reverse();
        steps.reverse();
        let first = costs.first().map_or(&[][..], Vec::as_slice);
        *whole = first.iter().skip(start).step_by(within).copied().collect();
        *whole_ways = ways.iter().skip(start).step_by(within).copied().collect();
        Part { within, start, steps, costs }
    }
}

/// One item: for every cell the least of its options and of none of them.
fn before(options: &[Option_], next: &[Rc<Vec<u32>>], after: &[Cost], ways: &[u128], most: Cost) -> (Vec<Cost>, Vec<u128>) {
    let (mut costs, mut all_ways) = (after.to_vec(), ways.to_vec());
    for (option, next) in options.iter().zip(next) {
        for (cell, (cost, own)) in costs.iter_mut().zip(&mut all_ways).enumerate() {
            let mut to = cell;
            for (number, of_number) in (1..=option.most).zip(option.ways.iter().chain(std::iter::repeat(&1))) {
                let Some(step) = next.get(to).filter(|step| **step != DEAD) else { break };
                to = *step as usize;
                if option.cost.saturating_mul(number as Cost) > most {
                    break;
                }
                let Some(rest) = after.get(to).filter(|rest| **rest != NEVER) else { continue };
                let total = rest.saturating_add(option.cost.saturating_mul(number as Cost));
                if total > most || total / ADDED > *cost / ADDED {
                    continue;
                }
                let more = ways.get(to).copied().unwrap_or(0).saturating_mul(*of_number);
                *own = if total / ADDED < *cost / ADDED { more } else { own.saturating_add(more) };
                *cost = total.min(*cost);
            }
        }
    }
    (costs, all_ways)
}
