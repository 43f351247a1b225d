//! What costs least, one set after another: the table says at each step which ways lead to it, so no step is taken in vain.

use super::space::DEAD;
use super::table::{Cost, NEVER, Option_, Table};

/// What is taken: for each, the option and how often.
pub(super) type Taken<'a> = Vec<(usize, &'a Option_, u32)>;

/// Where a walk is: a country, an item there, and a cell; and what is left of the least cost.
#[derive(Clone, Copy)]
struct At {
    stage: usize,
    item: usize,
    cell: usize,
    left: Cost,
}

/// A walk with what it is for.
struct Walk<'t, 'a, 'f> {
    table: &'t Table<'a>,
    taken: Taken<'a>,
    steps: u32,
    found: &'f mut dyn FnMut(&Taken<'a>) -> bool,
}

impl<'a> Table<'a> {
    /// Some of what costs least, one after another, as long as more is wanted and so many steps last.
    pub(super) fn walk(&self, steps: u32, found: &mut dyn FnMut(&Taken<'a>) -> bool) {
        if self.least != NEVER {
            Walk { table: self, taken: Vec::new(), steps, found }.stage(0, self.start, self.least);
        }
    }
}

impl<'a> Walk<'_, 'a, '_> {
    /// A country's first item. Whether to go on looking.
    fn stage(&mut self, stage: usize, whole: usize, left: Cost) -> bool {
        match self.table.parts.get(stage) {
            None => (self.found)(&self.taken),
            Some(part) => self.item(At { stage, item: 0, cell: whole * part.within + part.start, left }),
        }
    }

    fn item(&mut self, at: At) -> bool {
        let table = self.table;
        let (Some(part), Some(stage)) = (table.parts.get(at.stage), table.stages.get(at.stage)) else { return true };
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 {
            return false;
        }
        let (Some(options), Some(next)) = (stage.items.get(at.item), part.steps.get(at.item)) else {
            return self.stage(at.stage + 1, at.cell / part.within, at.left);
        };
        for (option, next) in options.iter().zip(next) {
            // Many from one country first: it is how people fill seats.
            for (number, cell, left) in self.onward(at, option, next).into_iter().rev() {
                self.taken.push((at.stage, option, number));
                let goes_on = self.item(At { item: at.item + 1, cell, left, ..at });
                self.taken.pop();
                if !goes_on {
                    return false;
                }
            }
        }
        self.least(at.stage, at.item + 1, at.cell) != at.left || self.item(At { item: at.item + 1, ..at })
    }

    fn least(&self, stage: usize, item: usize, cell: usize) -> Cost {
        let costs = self.table.parts.get(stage).and_then(|part| part.costs.get(item));
        costs.and_then(|costs| costs.get(cell)).copied().unwrap_or(NEVER)
    }

    /// How many can be taken so that the rest costs least: each number with its cell and what is left.
    fn onward(&self, at: At, option: &Option_, next: &[u32]) -> Vec<(u32, usize, Cost)> {
        let (mut onward, mut cell) = (Vec::new(), at.cell);
        for number in 1..=option.most {
            let Some(step) = next.get(cell).filter(|step| **step != DEAD) else { break };
            cell = *step as usize;
            let Some(left) = at.left.checked_sub(option.cost.saturating_mul(number as Cost)) else { break };
            if self.least(at.stage, at.item + 1, cell) == left {
                onward.push((number, cell, left));
            }
        }
        onward
    }
}
