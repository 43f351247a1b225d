//! What is remembered on the way through the countries: for each constraint how much is still missing, and within a country what it has.
//!
//! A sum that no newcomer can lower is cut off at 0 once it is met, and a balance at as much as later newcomers can take away. So there
//! are few states, and from two that are equal the same sets lead on: a dearer way to a state is never part of a smallest set.

use super::constraint::{Constraint, Form, Problem};
use super::contribution::PRESENT;
use super::country::Local;
use super::key::{Field, Key, Layout};
use super::stages::{Candidates, Choice, Stage};

/// The fields of a constraint.
#[derive(Default)]
struct Slots {
    /// How much is missing, how much room is left, or how far a balance is above its lowest.
    number: Option<Field>,
    /// Of countries the rank function of legal groups, or where one may leave how many hang on one unit; of a balance the largest loss.
    more: Option<Field>,
    /// In the country: how many units stand for it, which groups somebody joined, and how many are missing for each need.
    units: Option<Field>,
    joined: Option<Field>,
    lacks: Vec<Field>,
}

/// The states of a problem if at most so many join.
pub(super) struct Space<'p> {
    problem: &'p Problem<'p>,
    candidates: &'p Candidates,
    most: u32,
    slots: Vec<Slots>,
    groups: Vec<Field>,
}

impl<'p> Space<'p> {
    /// `None`: more has to be remembered than a key can hold.
    pub(super) fn of(problem: &'p Problem<'p>, candidates: &'p Candidates, most: u32) -> Option<Space<'p>> {
        let mut layout = Layout::default();
        let mut space = Space { problem, candidates, most, slots: Vec::new(), groups: Vec::new() };
        for (at, constraint) in problem.constraints.iter().enumerate() {
            let slots = space.slots_of(&mut layout, at, constraint)?;
            space.slots.push(slots);
        }
        space.groups = candidates.groups.sizes().map(|size| layout.field(size as u64)).collect::<Option<_>>()?;
        Some(space)
    }

    fn slots_of(&self, layout: &mut Layout, at: usize, constraint: &Constraint<'_>) -> Option<Slots> {
        let (most, missing) = (u64::from(self.most), constraint.missing.max(0) as u64);
        let mut slots = Slots::default();
        if !constraint.is_active() {
            return Some(slots);
        }
        match &constraint.form {
            Form::Count | Form::Leader => slots.number = Some(layout.field(missing)?),
            Form::AtMost => slots.number = Some(layout.field(most)?),
            Form::Balance { rule, loss } => {
                slots.number = Some(layout.field((most + 1) * u64::from(rule.times) + 2 * most)?);
                let loss = u64::from(rule.times.max(*loss));
                slots.more = if self.problem.is_safe() { Some(layout.field(loss)?) } else { None };
            }
            Form::Countries(_) => {
                slots.number = Some(layout.field(self.need(at))?);
                let functions = self.ranks(at).map_or(0, |ranks| ranks.most_functions(self.problem.aim));
                slots.more = Some(layout.field(u64::from(functions))?);
                slots.units = Some(layout.field(u64::from(self.problem.most_units()))?);
                slots.joined = Some(layout.field(u64::from(self.ranks(at).map_or(0, |ranks| ranks.bits())))?);
            }
            Form::Exactly { .. } => {
                slots.number = Some(layout.field(missing)?);
                slots.units = Some(layout.field(u64::from(self.problem.most_units()))?);
            }
            Form::PerCountry(rule) => {
                slots.units = Some(layout.field(u64::from(self.problem.most_units()))?);
                let lacks = rule.needs.iter().map(|need| layout.field(u64::from(need.at_least) + 1));
                slots.lacks = lacks.collect::<Option<_>>()?;
            }
        }
        Some(slots)
    }

    fn ranks(&self, at: usize) -> Option<&super::ranks::Ranks> {
        self.candidates.ranks.get(at)
    }

    /// How many countries are needed beside those that units without a choice stand for.
    fn need(&self, at: usize) -> u64 {
        self.candidates.needs.get(at).copied().unwrap_or(0)
    }

    fn each(&self) -> impl Iterator<Item = (usize, &Constraint<'p>, &Slots)> {
        self.problem.constraints.iter().zip(&self.slots).enumerate().map(|(at, (constraint, slots))| (at, constraint, slots))
    }

    /// The state of the consortium as it is. `None`: so few newcomers cannot mend it.
    pub(super) fn start(&self) -> Option<Key> {
        let mut key = Key::default();
        for (at, constraint, slots) in self.each() {
            let Some(number) = slots.number else { continue };
            let most = i64::from(self.most);
            let start = match &constraint.form {
                Form::Count | Form::Leader | Form::Exactly { .. } => constraint.missing,
                Form::Countries(_) => self.need(at) as i64,
                Form::AtMost => (-constraint.missing).min(most),
                Form::Balance { rule, loss } => {
                    slots.more.into_iter().for_each(|more| key.set(more, *loss));
                    let times = i64::from(rule.times);
                    (-constraint.missing).min(2 * most + times) + most * times
                }
                Form::PerCountry(_) => 0,
            };
            key.set(number, u32::try_from(start).ok()?);
        }
        Some(key)
    }

    /// The same, within a country where nobody new is yet.
    pub(super) fn enter(&self, mut key: Key, stage: &Stage) -> Key {
        for ((_, _, slots), local) in self.each().zip(&stage.locals) {
            slots.units.into_iter().for_each(|units| key.set(units, local.units));
            slots.lacks.iter().zip(&local.lacks).for_each(|(field, lacks)| key.set(*field, *lacks));
        }
        key
    }

    /// Once a choice has joined. `None`: too many are there then.
    pub(super) fn add(&self, mut key: Key, choice: &Choice, group: Option<usize>) -> Option<Key> {
        let mut gains = &choice.gains;
        if let Some((number, field)) = group.and_then(|number| Some((number, *self.groups.get(number)?))) {
            let (then, of_group) = self.candidates.groups.after(number, key.get(field), choice.turn)?;
            key.set(field, *then);
            gains = of_group;
        }
        for ((at, constraint, slots), gain) in self.each().zip(gains) {
            let (mark, bit) = (choice.marks.get(at).copied().unwrap_or(0), choice.bits.get(at).copied().unwrap_or(0));
            self.add_to(&mut key, constraint, slots, (*gain, mark, bit))?;
        }
        Some(key)
    }

    fn add_to(&self, key: &mut Key, constraint: &Constraint<'_>, slots: &Slots, (gain, mark, bit): (i32, u16, u32)) -> Option<()> {
        match (&constraint.form, slots.number) {
            (Form::Count | Form::Leader, Some(number)) => key.set(number, key.get(number).saturating_sub(gain.max(0) as u32)),
            (Form::AtMost, Some(number)) => key.set(number, key.get(number).checked_add_signed(gain)?),
            (Form::Balance { rule, .. }, Some(number)) => {
                let top = self.most * (rule.times + 2) + rule.times;
                key.set(number, key.get(number).checked_add_signed(gain)?.min(top));
                slots.more.into_iter().for_each(|more| key.set(more, key.get(more).max(gain.max(0) as u32)));
            }
            (Form::Countries(_) | Form::Exactly { .. }, Some(_)) if mark > 0 => match (slots.joined, slots.units) {
                (Some(joined), _) if bit != 0 => key.set(joined, key.get(joined) | bit),
                (_, Some(units)) => key.set(units, (key.get(units) + 1).min(self.problem.most_units())),
                (_, None) => {}
            },
            (Form::PerCountry(_), _) if mark > 0 => {
                slots.units.into_iter().for_each(|units| key.set(units, (key.get(units) + 1).min(self.problem.most_units())));
                let helped = slots.lacks.iter().enumerate().filter(|(at, _)| (mark & !PRESENT) & (1 << at) != 0);
                helped.for_each(|(_, field)| key.set(*field, key.get(*field).saturating_sub(1)));
            }
            _ => {}
        }
        Some(())
    }

    /// Once the country is left behind. `None`: it cannot be left like that.
    pub(super) fn leave(&self, mut key: Key, at: usize, stage: &Stage) -> Option<Key> {
        for ((number, constraint, slots), local) in self.each().zip(&stage.locals) {
            match &constraint.form {
                Form::Countries(_) => self.leave_counted(&mut key, number, slots, (at, local)),
                Form::Exactly { .. } => self.leave_exact(&mut key, slots, local)?,
                Form::PerCountry(_) => self.leave_whole(&mut key, slots, local)?,
                Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. } => {}
            }
            let within = slots.units.into_iter().chain(slots.joined).chain(slots.lacks.iter().copied());
            within.for_each(|field| key.set(field, 0));
        }
        for group in self.candidates.groups.leaving(at) {
            self.groups.get(group).into_iter().for_each(|field| key.set(*field, 0));
        }
        Some(key)
    }

    fn leave_counted(&self, key: &mut Key, number: usize, slots: &Slots, (stage, local): (usize, &Local)) {
        let (Some(missing), Some(more), Some(units)) = (slots.number, slots.more, slots.units) else { return };
        let (left, units) = (key.get(missing), key.get(units));
        if left == 0 {
            return key.set(more, 0);
        }
        let is_new = local.units == 0 && units > 0;
        let Some(ranks) = self.ranks(number) else { return };
        let joined = slots.joined.map_or(0, |joined| key.get(joined));
        let (function, certain) = match self.problem.is_safe() {
            true => ranks.after_withdrawals(key.get(more), stage, units > 0, units == 1),
            false => ranks.after(key.get(more), stage, joined, units > 0),
        };
        let left = left.saturating_sub(u32::from(is_new) + certain);
        // Countries that are sure are never fewer later on.
        let is_done = left <= self.sure(ranks, function);
        key.set(missing, if is_done { 0 } else { left });
        key.set(more, if is_done { 0 } else { function });
    }

    fn sure(&self, ranks: &super::ranks::Ranks, function: u32) -> u32 {
        if self.problem.is_safe() { ranks.sure_of_whole(function) } else { ranks.sure(function) }
    }

    fn leave_exact(&self, key: &mut Key, slots: &Slots, local: &Local) -> Option<()> {
        let (missing, units) = (slots.number?, key.get(slots.units?));
        let is_new = local.units == 0 && units > 0;
        let stands = units == 0 || units >= self.problem.most_units();
        if !stands || local.is_broken && units == local.units {
            return None;
        }
        key.set(missing, key.get(missing).checked_sub(u32::from(is_new))?);
        Some(())
    }

    /// A country where there is but one may lose it: nobody is there then, and nothing is asked.
    fn leave_whole(&self, key: &mut Key, slots: &Slots, local: &Local) -> Option<()> {
        let units = key.get(slots.units?);
        let spare = u32::from(units < self.problem.most_units());
        let is_whole = || slots.lacks.iter().all(|field| key.get(*field) <= spare);
        (if units == 0 { !local.is_broken } else { is_whole() }).then_some(())
    }

    /// Whether everything is met, after the last country.
    pub(super) fn is_met(&self, key: &Key) -> bool {
        self.each().all(|(at, constraint, slots)| {
            let Some(number) = slots.number.map(|field| key.get(field)) else { return true };
            match &constraint.form {
                Form::Count | Form::Leader => number == 0,
                Form::Exactly { nowhere } => number == 0 || *nowhere && number == 1,
                // With one country less than is safe, nobody may be the only one for a country.
                Form::Countries(_) if number == 1 && self.problem.is_safe() => {
                    slots.more.zip(self.ranks(at)).is_some_and(|(more, ranks)| ranks.most_lost(key.get(more)) == 0)
                }
                Form::Countries(_) => number == 0,
                Form::Balance { rule, .. } => number >= self.most * rule.times + slots.more.map_or(0, |more| key.get(more)),
                Form::AtMost | Form::PerCountry(_) => true,
            }
        })
    }

    /// How many have to join at least. One newcomer adds one to a count, one country, and to a balance what its side weighs.
    /// `stage`: the next country to leave; `is_between`: whether nobody from there has been looked at yet.
    pub(super) fn at_least(&self, key: &Key, stage: usize, is_between: bool) -> u32 {
        // What the present country counts for is known once it is left.
        let within = u32::from(!is_between);
        let of = |(at, constraint, slots): (usize, &Constraint<'_>, &Slots)| {
            let number = slots.number.map_or(0, |field| key.get(field));
            match &constraint.form {
                Form::Count | Form::Leader => number,
                Form::Exactly { nowhere } => number.saturating_sub(u32::from(*nowhere) + within),
                Form::Countries(_) => {
                    let of_groups = self.ranks(at).map_or(0, |ranks| ranks.ahead(stage));
                    number.saturating_sub(of_groups + within + u32::from(self.problem.is_safe()))
                }
                Form::Balance { rule, .. } => (self.most * rule.times).saturating_sub(number).div_ceil(rule.times.max(1)),
                Form::PerCountry(_) => {
                    let missing = slots.lacks.iter().map(|field| key.get(*field)).max().unwrap_or(0);
                    let spare = u32::from(self.problem.is_safe());
                    if slots.units.is_some_and(|units| key.get(units) > 0) { missing.saturating_sub(spare) } else { 0 }
                }
                Form::AtMost => 0,
            }
        };
        let broken = self.candidates.broken.get(if is_between { stage } else { stage + 1 }).copied().unwrap_or(0);
        let number = |at: usize| self.slots.get(at).and_then(|slots| slots.number).map_or(0, |field| key.get(field));
        let pairs = self.candidates.disjoint.iter().map(|(one, other)| number(*one) + number(*other));
        self.each().map(of).chain(pairs).max().unwrap_or(0).max(broken)
    }

    /// Whether what is still missing can be had from all who are still to come.
    pub(super) fn is_within(&self, key: &Key, step: usize) -> bool {
        let Some(ahead) = self.candidates.ahead.get(step) else { return true };
        self.each().zip(ahead).all(|((at, constraint, slots), ahead)| {
            let number = slots.number.map_or(0, |field| u64::from(key.get(field)));
            match &constraint.form {
                Form::Count | Form::Leader => number <= *ahead,
                Form::Balance { rule, .. } => u64::from(self.most) * u64::from(rule.times) <= number + *ahead,
                Form::Countries(_) => {
                    let function = slots.more.map_or(0, |field| key.get(field));
                    let sure = self.ranks(at).map_or(0, |ranks| self.sure(ranks, function));
                    number <= *ahead + u64::from(sure + u32::from(self.problem.is_safe()))
                }
                Form::Exactly { .. } | Form::AtMost | Form::PerCountry(_) => true,
            }
        })
    }
}
