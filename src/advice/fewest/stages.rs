//! The search's order of work: one country after another, and in each one class or legal group after another.

use super::TooMuch;
use super::candidates::Class;
use super::constraint::{Aim, Constraint, Form, Problem};
use super::contribution::Marks;
use super::country::Local;
use super::groups::Groups;
use super::order::{countries, in_order, is_needed};
use super::ranks::Ranks;
use super::search::MOST_ADDED;
use super::wandering::Wandering;
use crate::engine::Country;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What a set costs, the heaviest part first: how many organisations are added, how many of them nobody has named yet, and how many
/// constraints the others help in all ([`Candidates::surplus`]).
pub(super) type Cost = u64;
pub(super) const ADDED: Cost = 1 << 40;
pub(super) const UNNAMED: Cost = 1 << 20;

/// How many classes of one legal group are told apart in one country.
const MOST_OF_GROUP: usize = 8;
/// More constraints than one organisation helps.
const MOST_HELPED: u32 = 1 << 10;

/// Newcomers who come together, once or several times.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) marks: Marks,
    /// What each sum gains. Of a legal group in several countries [`Groups`] says it, as it depends on who of it has come before.
    pub(super) gains: Vec<i32>,
    /// The place of what it is among the things that its legal group can become.
    pub(super) turn: usize,
    /// For each constraint the bit of its legal group, where the group can stand for one of several countries.
    pub(super) bits: Vec<u32>,
    /// The classes that one each is taken of.
    pub(super) classes: Vec<usize>,
    pub(super) cost: Cost,
    /// In how many ways so many can be taken: once, twice …
    pub(super) ways: Vec<u128>,
}

/// Of these choices one is taken, at most so many times, or none.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) choices: Vec<Choice>,
    pub(super) most: u32,
    /// The legal group in several countries that they are of.
    pub(super) group: Option<usize>,
}

/// A country, or that of all whose country is not stated.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    pub(super) country: Option<Country>,
    pub(super) locals: Vec<Local>,
    pub(super) items: Vec<Item>,
}

/// Everybody who could be added.
#[derive(Default)]
pub(super) struct Candidates {
    pub(super) classes: Vec<Class>,
    anybody: bool,
    pub(super) stages: Vec<Stage>,
    pub(super) groups: Groups,
    pub(super) ranks: Vec<Ranks>,
    /// For each constraint how many countries are needed beside those that units without a choice stand for.
    pub(super) needs: Vec<u64>,
    /// Pairs of counts that no newcomer helps both of: what is missing of them adds up.
    pub(super) disjoint: Vec<(usize, usize)>,
    /// From each country on, in how many somebody has to join.
    pub(super) broken: Vec<u32>,
    /// From each step on, the most that each sum can gain, and in how many countries somebody could be new.
    pub(super) ahead: Vec<Vec<u64>>,
}

/// A step of the search.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    Enter(&'a Stage),
    Take(&'a Item),
    Leave(usize, &'a Stage),
}

impl Item {
    /// The most that a sum gains of it.
    fn most_gain(&self, constraint: &Constraint<'_>, at: usize) -> u64 {
        let gain = |choice: &Choice| match self.group {
            // What a group gains depends on who of it has come before; two weights are never less.
            Some(_) => u64::from(constraint.most_weight()) * 2,
            None => choice.gains.get(at).map_or(0, |gain| (*gain).max(0) as u64),
        };
        self.choices.iter().map(gain).max().unwrap_or(0).saturating_mul(u64::from(self.most))
    }
}

impl Candidates {
    /// Of the pool, and anybody where that is wanted too.
    pub(super) fn of(problem: &Problem<'_>, pool: Vec<Class>, anybody: bool) -> Result<Candidates, TooMuch> {
        let pool = useful(problem, pool);
        let named: BTreeSet<Country> = pool.iter().filter_map(|class| class.country).collect();
        let wandering: Vec<Wandering> =
            (0..).zip(&problem.constraints).map(|(at, one)| Wandering::of(one, at, &pool, problem.aim)).collect();
        let groups = Groups::of(problem, &pool);
        let mut stages = countries(problem, &named, &wandering, anybody);
        in_order(&mut stages, &groups, &wandering);
        let nowhere = pool.iter().any(|class| class.country.is_none());
        let locals = problem.constraints.iter().map(|_| Local::default()).collect();
        stages.extend(nowhere.then_some(Stage { country: None, locals, items: Vec::new() }));
        let need = |(one, own): (&Constraint<'_>, &Wandering)| match &one.form {
            Form::Countries(presence) => (i64::from(presence.rank()) + one.missing - own.settled() as i64).max(0) as u64,
            _ => 0,
        };
        let needs = problem.constraints.iter().zip(&wandering).map(need).collect();
        let mut candidates = Candidates { classes: pool, anybody, groups, needs, ..Candidates::default() };
        candidates.ranks = wandering.iter().map(|own| Ranks::of(own, &stages)).collect::<Result<_, _>>()?;
        for stage in &mut stages {
            candidates.fill(problem, stage)?;
        }
        stages.retain(|stage| !stage.items.is_empty() || is_needed(stage, &wandering) || problem.is_safe());
        candidates.stages = stages;
        candidates.ranks.iter_mut().for_each(|ranks| ranks.settle(&candidates.stages));
        candidates.groups.settle(problem, &mut candidates.stages)?;
        candidates.look_ahead(problem);
        candidates.disjoint = candidates.disjoint(problem);
        Ok(candidates)
    }

    /// The steps of the search, in order.
    pub(super) fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.stages.iter().enumerate().flat_map(|(at, stage)| {
            [Step::Enter(stage)].into_iter().chain(stage.items.iter().map(Step::Take)).chain([Step::Leave(at, stage)])
        })
    }

    fn disjoint(&self, problem: &Problem<'_>) -> Vec<(usize, usize)> {
        let counts = |at: &usize| problem.constraints.get(*at).is_some_and(|one| matches!(one.form, Form::Count) && one.is_active());
        let all: Vec<usize> = (0..problem.constraints.len()).filter(counts).collect();
        let choices = || self.stages.iter().flat_map(|stage| &stage.items).flat_map(|item| &item.choices);
        let helps = |choice: &Choice, at: usize| choice.marks.get(at).is_some_and(|mark| *mark > 0);
        // A choice of several of a legal group is more than one newcomer.
        let is_disjoint = |(one, other): &(usize, usize)| {
            let both = |choice: &Choice| helps(choice, *one) && helps(choice, *other) && choice.classes.len() == 1;
            !choices().any(both)
        };
        let pairs = all.iter().enumerate().flat_map(|(at, one)| all.iter().skip(at + 1).map(move |other| (*one, *other)));
        pairs.filter(is_disjoint).collect()
    }

    fn look_ahead(&mut self, problem: &Problem<'_>) {
        let mut broken = vec![0];
        for stage in self.stages.iter().rev() {
            let is_broken = stage.locals.iter().any(|local| local.is_broken);
            broken.push(broken.last().copied().unwrap_or(0) + u32::from(is_broken));
        }
        broken.reverse();
        let mut ahead: Vec<Vec<u64>> = vec![vec![0; problem.constraints.len()]];
        let steps: Vec<Step<'_>> = self.steps().collect();
        for step in steps.into_iter().rev() {
            let mut next = ahead.last().cloned().unwrap_or_default();
            for (at, (constraint, ahead)) in problem.constraints.iter().zip(&mut next).enumerate() {
                *ahead = ahead.saturating_add(match (step, &constraint.form) {
                    (Step::Leave(..), Form::Countries(_)) => 1,
                    (Step::Take(item), form) if !matches!(form, Form::Countries(_)) => item.most_gain(constraint, at),
                    (Step::Enter(_) | Step::Take(_) | Step::Leave(..), _) => 0,
                });
            }
            ahead.push(next);
        }
        ahead.reverse();
        (self.broken, self.ahead) = (broken, ahead);
    }

    /// The items of a country.
    fn fill(&mut self, problem: &Problem<'_>, stage: &mut Stage) -> Result<(), TooMuch> {
        let mut of_group: BTreeMap<Option<Rc<str>>, Vec<usize>> = BTreeMap::new();
        for (number, class) in self.classes.iter().enumerate().filter(|(_, class)| class.country == stage.country) {
            if !class.is_unnamed() {
                of_group.entry(class.group.clone()).or_default().push(number);
            }
        }
        for (group, numbers) in of_group {
            match group {
                Some(group) => stage.items.push(self.group_item(problem, stage, &group, &numbers)?),
                None => stage.items.extend(numbers.into_iter().map(|number| self.single(problem, number))),
            }
        }
        if let (true, Some(country)) = (self.anybody, stage.country) {
            for class in problem.anybody_from(country) {
                self.classes.push(class);
                stage.items.push(self.single(problem, self.classes.len() - 1));
            }
        }
        Ok(())
    }

    /// Of the pool alone, those come first that help no more than is needed; where others are still to be found, those that help most,
    /// so that least is asked of these.
    fn surplus(&self, helped: u32) -> Cost {
        Cost::from(if self.anybody { MOST_HELPED.saturating_sub(helped) } else { helped })
    }

    fn single(&self, problem: &Problem<'_>, number: usize) -> Item {
        let (none, empty) = (problem.none(), Vec::new());
        let (marks, places) = self.classes.get(number).map_or((&none, &empty), |class| (&class.marks, &class.places));
        let is_unnamed = places.is_empty();
        let cost = ADDED + if is_unnamed { UNNAMED } else { self.surplus(problem.helped(marks)) };
        let bits = problem.constraints.iter().map(|_| 0).collect();
        let ways = if is_unnamed { Vec::new() } else { combinations(places.len() as u32) };
        let gains = problem.gains(&none, marks);
        let choice = Choice { marks: marks.clone(), gains, turn: 0, bits, classes: vec![number], cost, ways };
        Item { choices: vec![choice], most: if is_unnamed { u32::MAX } else { places.len() as u32 }, group: None }
    }

    /// A legal group: its newcomers from one country, of each class one at most, are one choice. Two of a class are never needed, as
    /// the group is what it is with one of them.
    fn group_item(&self, problem: &Problem<'_>, stage: &Stage, group: &Rc<str>, numbers: &[usize]) -> Result<Item, TooMuch> {
        if numbers.len() > MOST_OF_GROUP {
            return Err(TooMuch { groups: 1, countries: 1 });
        }
        let before = self.groups.before(group);
        let present = problem.own_of_group(stage.country, group);
        let bits: Vec<u32> = self.ranks.iter().map(|ranks| ranks.bit(group)).collect();
        let mut choices: Vec<Choice> = Vec::new();
        for set in 1..1_usize << numbers.len() {
            let taken: Vec<usize> = numbers.iter().enumerate().filter(|(at, _)| set & 1 << at != 0).map(|(_, number)| *number).collect();
            let classes = || taken.iter().filter_map(|number| self.classes.get(*number));
            let marks = classes().fold(problem.none(), |all, class| problem.join(&all, &class.marks));
            let with = problem.join(&before, &marks);
            let marks = problem.beside(&present, &marks);
            let cost = taken.len() as Cost * ADDED + classes().map(|class| self.surplus(problem.helped(&class.marks))).sum::<Cost>();
            let ways = vec![classes().fold(1_u128, |ways, class| ways.saturating_mul(class.places.len() as u128))];
            let gains = problem.gains(&before, &with);
            choices.push(Choice { marks, gains, turn: 0, bits: bits.clone(), classes: taken, cost, ways });
        }
        Ok(Item { choices, most: 1, group: self.groups.number(group) })
    }
}

impl Problem<'_> {
    /// What the members of a legal group in a country are together.
    fn own_of_group(&self, country: Option<Country>, group: &Rc<str>) -> Marks {
        let own = country.map(|country| self.own(country)).unwrap_or_default();
        self.of_group(own.iter().filter(|member| member.organisation.group.as_ref() == Some(group)))
    }

    /// Per country, what a legal group brings that its members there do not bring already.
    fn beside(&self, present: &Marks, marks: &Marks) -> Marks {
        let rest = |(one, (present, mark)): (&Constraint<'_>, (&u16, &u16))| match one.form {
            Form::PerCountry(_) => *mark & !(*present & !super::contribution::PRESENT),
            _ => *mark,
        };
        self.constraints.iter().zip(present.iter().zip(marks)).map(rest).collect()
    }
}

/// Classes that can help. Of a legal group everybody is kept where one of it can: only together is it one thing or another.
fn useful(problem: &Problem<'_>, pool: Vec<Class>) -> Vec<Class> {
    let helping: BTreeSet<Rc<str>> =
        pool.iter().filter(|class| problem.helped(&class.marks) > 0).filter_map(|class| class.group.clone()).collect();
    let is_useful = |class: &Class| match &class.group {
        Some(group) => helping.contains(group) && (problem.helped(&class.marks) > 0 || problem.has_balance()),
        None => true,
    };
    pool.into_iter().filter(is_useful).collect()
}

/// In how many ways one of so many can be taken, two … as many as are looked for: exact up to the largest number, which stands for at
/// least so many. Each product of that many factors in a row can be divided; past the middle the ways are those of who is left.
fn combinations(all: u32) -> Vec<u128> {
    let mut ways: Vec<u128> = vec![1];
    for taken in 1..=(all / 2).min(MOST_ADDED) {
        let before = ways.last().copied().unwrap_or(1);
        let product = before.checked_mul(u128::from(all - taken + 1));
        // What was too large once is no smaller before the middle.
        ways.push(product.filter(|_| before < u128::MAX).map_or(u128::MAX, |product| product / u128::from(taken)));
    }
    let of = |taken: u32| ways.get(taken.min(all - taken) as usize).copied().unwrap_or(u128::MAX);
    (1..=all.min(MOST_ADDED)).map(of).collect()
}

/// How many organisations are added.
pub(super) fn added(cost: Cost) -> u32 {
    (cost / ADDED) as u32
}

/// How many of them nobody has named yet.
pub(super) fn unnamed(cost: Cost) -> u32 {
    (cost % ADDED / UNNAMED) as u32
}

impl Problem<'_> {
    pub(super) fn has_balance(&self) -> bool {
        self.constraints.iter().any(|one| matches!(one.form, Form::Balance { .. }))
    }

    pub(super) fn is_safe(&self) -> bool {
        self.aim == Aim::Safe
    }
}
