//! Legal groups that organisations of the pool can join in several countries.
//!
//! A legal group is one unit in every sum, however many of it join. So what one more of it adds depends on what the group is by then:
//! on the marks of its members in the sums, of which there are few. The search remembers them as a number for as long as there is
//! somebody of the group ahead.

use super::TooMuch;
use super::candidates::Class;
use super::constraint::{Constraint, Form, Problem};
use super::contribution::Marks;
use super::stages::Stage;
use crate::engine::{Country, CountrySet, Member, Profile};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many things a legal group can become.
const MOST_THINGS: usize = 512;

/// A legal group with somebody to join it in several countries.
#[derive(Debug)]
struct Group {
    countries: BTreeSet<Option<Country>>,
    /// What it can be: its members first.
    things: Vec<Marks>,
    /// For each of these and each choice what it is then, and what each sum gains.
    next: Vec<Vec<(u32, Vec<i32>)>>,
    /// The last country where somebody of it can join.
    last: usize,
}

/// The legal groups that can be joined.
#[derive(Debug, Default)]
pub(super) struct Groups {
    numbers: BTreeMap<Rc<str>, usize>,
    all: Vec<Group>,
    /// What each is by its members; of all that can be joined.
    before: BTreeMap<Rc<str>, Marks>,
    none: Marks,
}

impl Groups {
    pub(super) fn of(problem: &Problem<'_>, pool: &[Class]) -> Groups {
        let mut countries: BTreeMap<Rc<str>, BTreeSet<Option<Country>>> = BTreeMap::new();
        for class in pool {
            let own = class.group.iter().map(|group| (group.clone(), class.country));
            own.for_each(|(group, country)| countries.entry(group).or_default().extend([country]));
        }
        let mut groups = Groups { none: problem.none(), ..Groups::default() };
        let mut own: BTreeMap<Rc<str>, Vec<Member>> = BTreeMap::new();
        for member in problem.consortium.members() {
            let group = member.organisation.group.as_ref().filter(|group| countries.contains_key(*group));
            group.into_iter().for_each(|group| own.entry(group.clone()).or_default().push(member.clone()));
        }
        groups.before = own.iter().map(|(group, own)| (group.clone(), problem.of_group(own.iter()))).collect();
        for (group, countries) in countries.into_iter().filter(|(_, countries)| countries.len() > 1) {
            let things = vec![problem.in_sums(&groups.before(&group))];
            groups.numbers.insert(group, groups.all.len());
            groups.all.push(Group { countries, things, next: Vec::new(), last: 0 });
        }
        groups
    }

    /// What a group is by its members.
    pub(super) fn before(&self, group: &Rc<str>) -> Marks {
        self.before.get(group).cloned().unwrap_or_else(|| self.none.clone())
    }

    /// The number of a group that can be joined in several countries.
    pub(super) fn number(&self, group: &Rc<str>) -> Option<usize> {
        self.numbers.get(group).copied()
    }

    pub(super) fn countries(&self) -> impl Iterator<Item = CountrySet> {
        self.all.iter().map(|group| group.countries.iter().copied().flatten().collect())
    }

    /// For each group how many things it can be.
    pub(super) fn sizes(&self) -> impl Iterator<Item = usize> {
        self.all.iter().map(|group| group.things.len())
    }

    /// The groups that nobody can join after this country.
    pub(super) fn leaving(&self, stage: usize) -> impl Iterator<Item = usize> {
        self.all.iter().enumerate().filter(move |(_, group)| group.last == stage).map(|(number, _)| number)
    }

    /// What a group is after a choice, and what each sum gains.
    pub(super) fn after(&self, group: usize, thing: u32, turn: usize) -> Option<&(u32, Vec<i32>)> {
        self.all.get(group)?.next.get(thing as usize)?.get(turn)
    }

    /// Works out all that each group can become, once its choices are known.
    pub(super) fn settle(&mut self, problem: &Problem<'_>, stages: &mut [Stage]) -> Result<(), TooMuch> {
        let mut turns: Vec<Vec<Marks>> = self.all.iter().map(|_| Vec::new()).collect();
        for (at, stage) in stages.iter_mut().enumerate() {
            for item in &mut stage.items {
                let Some((group, number)) = item.group.and_then(|number| Some((self.all.get_mut(number)?, number))) else { continue };
                group.last = at;
                let Some(turns) = turns.get_mut(number) else { continue };
                for choice in &mut item.choices {
                    let marks = problem.in_sums(&choice.marks);
                    choice.turn = turns.iter().position(|known| *known == marks).unwrap_or(turns.len());
                    turns.extend((choice.turn == turns.len()).then_some(marks));
                }
            }
        }
        let countries = |group: &Group| group.countries.len() as u32;
        self.all
            .iter_mut()
            .zip(turns)
            .try_for_each(|(group, turns)| group.grow(problem, &turns).map_err(|()| TooMuch { groups: 1, countries: countries(group) }))
    }
}

impl Group {
    fn grow(&mut self, problem: &Problem<'_>, turns: &[Marks]) -> Result<(), ()> {
        let mut at = 0;
        while let Some(thing) = self.things.get(at).cloned() {
            let mut next = Vec::new();
            for turn in turns {
                let then = problem.join(&thing, turn);
                let number = self.things.iter().position(|known| *known == then).unwrap_or(self.things.len());
                next.push((number as u32, problem.gains(&thing, &then)));
                self.things.extend((number == self.things.len()).then_some(then));
            }
            self.next.push(next);
            at += 1;
            if self.things.len() > MOST_THINGS {
                return Err(());
            }
        }
        Ok(())
    }
}

impl Problem<'_> {
    /// What members of one legal group are together. Of whom facts are not stated that decide, as much as is certain.
    pub(super) fn of_group<'m>(&self, members: impl Iterator<Item = &'m Member>) -> Marks {
        let one = |constraint: &Constraint<'_>, member: &Member| self.mark(constraint, &Profile::of(member)).unwrap_or(0);
        let join = |all: Marks, member: &Member| {
            let joined = self.constraints.iter().zip(all).map(|(constraint, all)| constraint.join(all, one(constraint, member)));
            joined.collect()
        };
        members.fold(self.none(), join)
    }

    /// The marks in sums alone.
    fn in_sums(&self, marks: &Marks) -> Marks {
        let of = |(constraint, mark): (&Constraint<'_>, &u16)| match constraint.form {
            Form::Countries(_) | Form::Exactly { .. } | Form::PerCountry(_) => 0,
            Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. } => *mark,
        };
        self.constraints.iter().zip(marks).map(of).collect()
    }
}
