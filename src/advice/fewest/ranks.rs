//! How many countries legal groups can stand for, where each stands for one and has a choice.
//!
//! The countries that groups can be matched to at once are the rank of a transversal matroid. Of the countries gone through so far only
//! its rank function on the groups that have countries ahead matters: for each set of them how many can be matched. A country that
//! nobody on its own stands for changes r(S) to max(r(S), 1 + max r(S \ g)) over the groups g of S that are there, and a group without
//! countries ahead is one that may always be used: r(S) becomes r(S ∪ g). So the search needs no guess about which group stands where.
//!
//! Where one may leave, the same is remembered for every withdrawal so far: what the countries would be without that member.

use super::TooMuch;
use super::constraint::Aim;
use super::stages::Stage;
use super::wandering::{Standing, Wandering};
use crate::engine::{Country, CountrySet};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many legal groups with a choice of countries there may be on the way at once: a rank function has 2ⁿ values.
const MOST_GROUPS: u32 = 8;
/// How many different rank functions are told apart.
const MOST_FUNCTIONS: u32 = 1 << 13;

/// What legal groups can stand for, on the way through the countries.
#[derive(Debug, Default)]
pub(super) struct Ranks {
    groups: BTreeMap<Rc<str>, (u32, Standing)>,
    /// For each country the groups with members there, and those that have no countries ahead, as bits.
    here: Vec<u32>,
    leaving: Vec<u32>,
    /// Of the groups with members there those with but one, who could leave.
    single: Vec<u32>,
    /// For each country how many groups have countries there or ahead.
    ahead: Vec<u32>,
    functions: RefCell<Functions>,
    /// What the countries would be if one left: first the whole, then for each withdrawal how many more there are, and the rank function.
    withdrawals: RefCell<Numbered<(i32, u32)>>,
}

/// Rank functions, the first of them 0 everywhere; and what each is after a country.
#[derive(Debug, Default)]
struct Functions {
    numbered: Numbered<u8>,
    known: BTreeMap<(u32, u32, u32), (u32, u32)>,
}

/// Lists by number, each once.
#[derive(Debug)]
struct Numbered<T> {
    all: Vec<Rc<[T]>>,
    numbers: BTreeMap<Rc<[T]>, u32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Numbered<T> {
        Numbered { all: Vec::new(), numbers: BTreeMap::new() }
    }
}

impl<T: Ord> Numbered<T> {
    fn number(&mut self, list: Vec<T>) -> u32 {
        let list: Rc<[T]> = list.into();
        if let Some(number) = self.numbers.get(&list) {
            return *number;
        }
        let number = self.all.len() as u32;
        self.all.push(list.clone());
        self.numbers.insert(list, number);
        number
    }

    fn get(&self, number: u32) -> &[T] {
        self.all.get(number as usize).map_or(&[], |list| list)
    }
}

impl Ranks {
    /// Gives each group a bit that no other has on the way through its countries.
    pub(super) fn of(wandering: &Wandering, stages: &[Stage]) -> Result<Ranks, TooMuch> {
        let place = |country: Country| stages.iter().position(|stage| stage.country == Some(country));
        let span = |standing: &Standing| {
            let places: Vec<usize> = standing.all.iter().filter_map(place).collect();
            (places.iter().min().copied().unwrap_or(0), places.iter().max().copied().unwrap_or(0))
        };
        let mut order: Vec<_> = wandering.groups.iter().map(|(group, standing)| (span(standing), group, standing)).collect();
        order.sort_by_key(|(span, group, _)| (*span, (*group).clone()));
        let (mut until, mut groups): (Vec<usize>, _) = (Vec::new(), BTreeMap::new());
        for ((first, last), group, standing) in order {
            let bit = until.iter().position(|until| *until < first).unwrap_or(until.len());
            match until.get_mut(bit) {
                Some(until) => *until = last,
                None => until.push(last),
            }
            groups.insert(group.clone(), (bit as u32, standing.clone()));
        }
        if until.len() as u32 > MOST_GROUPS {
            let countries = wandering.groups.values().map(|standing| standing.all.len()).max().unwrap_or(0) as u32;
            return Err(TooMuch { groups: until.len() as u32, countries });
        }
        let mut functions = Functions::default();
        functions.numbered.number(vec![0; 1 << until.len()]);
        let mut withdrawals = Numbered::default();
        withdrawals.number(vec![(0, 0)]);
        let (functions, withdrawals) = (RefCell::new(functions), RefCell::new(withdrawals));
        Ok(Ranks { groups, functions, withdrawals, ..Ranks::default() })
    }

    /// Once it is known which countries are gone through.
    pub(super) fn settle(&mut self, stages: &[Stage]) {
        let is_in = |stage: &Stage, set: &CountrySet| stage.country.is_some_and(|country| set.contains(country));
        for (at, stage) in stages.iter().enumerate() {
            let is_last =
                |standing: &Standing| is_in(stage, &standing.all) && !stages.iter().skip(at + 1).any(|later| is_in(later, &standing.all));
            let is_ahead = |standing: &Standing| stages.iter().skip(at).any(|later| is_in(later, &standing.all));
            self.here.push(self.bits_of(|standing| is_in(stage, &standing.own)));
            self.leaving.push(self.bits_of(is_last));
            self.single.push(self.bits_of(|standing| is_in(stage, &standing.single)));
            self.ahead.push(self.groups.values().filter(|(_, standing)| is_ahead(standing)).count() as u32);
        }
    }

    /// The bit of a group with a choice; 0 for others.
    pub(super) fn bit(&self, group: &Rc<str>) -> u32 {
        self.groups.get(group).map_or(0, |(bit, _)| 1 << bit)
    }

    pub(super) fn countries(&self) -> impl Iterator<Item = CountrySet> {
        self.groups.values().map(|(_, standing)| standing.all)
    }

    pub(super) fn bits(&self) -> u32 {
        self.bits_of(|_| true)
    }

    fn bits_of(&self, is: impl Fn(&Standing) -> bool) -> u32 {
        self.groups.values().filter(|(_, standing)| is(standing)).fold(0, |bits, (bit, _)| bits | 1 << bit)
    }

    /// How many groups can still come to stand for something from a country on.
    pub(super) fn ahead(&self, stage: usize) -> u32 {
        self.ahead.get(stage).copied().unwrap_or(0)
    }

    /// After a country: the rank function's number, and how many countries have become certain. `joined` are the groups that somebody
    /// joined there; `is_taken`: somebody on its own stands for the country.
    pub(super) fn after(&self, function: u32, stage: usize, joined: u32, is_taken: bool) -> (u32, u32) {
        let here = self.here.get(stage).copied().unwrap_or(0) | joined;
        self.left(function, stage, if is_taken { 0 } else { here })
    }

    /// Once a country is left behind where these groups could stand.
    fn left(&self, function: u32, stage: usize, here: u32) -> (u32, u32) {
        let leaving = self.leaving.get(stage).copied().unwrap_or(0);
        if here | leaving == 0 { (function, 0) } else { self.functions.borrow_mut().after(function, here, leaving) }
    }

    /// How many countries the groups are sure to stand for, whichever they are.
    pub(super) fn sure(&self, function: u32) -> u32 {
        self.functions.borrow().numbered.get(function).last().copied().unwrap_or(0).into()
    }

    /// The same with what it would be if one left: the number of all that, and how many countries have become certain. `may_leave`:
    /// there is but one on its own.
    pub(super) fn after_withdrawals(&self, number: u32, stage: usize, is_taken: bool, may_leave: bool) -> (u32, u32) {
        let before = self.withdrawals.borrow().get(number).to_vec();
        let Some((_, whole)) = before.first().copied() else { return (0, 0) };
        let taken = i32::from(is_taken);
        let (function, certain) = self.after(whole, stage, 0, is_taken);
        let mut without: Vec<(i32, u32)> = Vec::new();
        for (lost, function) in before.iter().skip(1) {
            let (function, of_rest) = self.after(*function, stage, 0, is_taken);
            without.push((lost + of_rest as i32 - certain as i32, function));
        }
        if may_leave {
            let (function, of_rest) = self.after(whole, stage, 0, false);
            without.push((of_rest as i32 - certain as i32 - taken, function));
        }
        let (here, single) = (self.here.get(stage).copied().unwrap_or(0), self.single.get(stage).copied().unwrap_or(0));
        for bit in (0..MOST_GROUPS).map(|bit| 1 << bit).filter(|bit| single & bit != 0) {
            let (function, of_rest) = self.left(whole, stage, if is_taken { 0 } else { here & !bit });
            without.push((of_rest as i32 - certain as i32, function));
        }
        without.sort_unstable();
        without.dedup();
        without.insert(0, (0, function));
        (self.withdrawals.borrow_mut().number(without), certain)
    }

    /// How many countries fewer there are at most if one leaves, once all countries are behind.
    pub(super) fn most_lost(&self, number: u32) -> u32 {
        self.withdrawals.borrow().get(number).iter().map(|(lost, _)| -*lost).max().unwrap_or(0).max(0) as u32
    }

    /// How many countries the groups are sure to stand for, by the number of what would be if one left.
    pub(super) fn sure_of_whole(&self, number: u32) -> u32 {
        let whole = self.withdrawals.borrow().get(number).first().copied();
        whole.map_or(0, |(_, function)| self.sure(function))
    }

    /// The largest number that stands for what is remembered.
    pub(super) fn most_functions(&self, aim: Aim) -> u32 {
        if self.groups.is_empty() && aim == Aim::Met { 0 } else { 2 * MOST_FUNCTIONS - 1 }
    }

    /// Whether there are more of them than are told apart.
    pub(super) fn is_full(&self) -> bool {
        self.functions.borrow().numbered.all.len().max(self.withdrawals.borrow().all.len()) > MOST_FUNCTIONS as usize
    }
}

impl Functions {
    fn after(&mut self, function: u32, here: u32, leaving: u32) -> (u32, u32) {
        if let Some(known) = self.known.get(&(function, here, leaving)) {
            return *known;
        }
        let before = self.numbered.get(function).to_vec();
        let rank = |of: &[u8], set: usize| of.get(set).copied().unwrap_or(0);
        let bits = || (0..MOST_GROUPS).filter(|bit| 1 << bit < before.len());
        let matched = |set: usize| {
            let with = bits().filter(|bit| here & set as u32 & (1 << bit) != 0).map(|bit| rank(&before, set & !(1 << bit)) + 1);
            with.chain([rank(&before, set)]).max().unwrap_or(0)
        };
        let mut ranks: Vec<u8> = (0..before.len()).map(matched).collect();
        for bit in bits().filter(|bit| leaving & (1 << bit) != 0) {
            ranks = (0..ranks.len()).map(|set| rank(&ranks, set | 1 << bit)).collect();
        }
        let certain = rank(&ranks, 0);
        ranks.iter_mut().for_each(|rank| *rank -= certain);
        let found = (self.numbered.number(ranks), u32::from(certain));
        self.known.insert((function, here, leaving), found);
        found
    }
}
