//! Who stands for countries: units without a choice, and legal groups of which each stands for one of several.

use super::candidates::Class;
use super::constraint::{Aim, Constraint, Form};
use crate::advice::counting::Presence;
use crate::engine::rule::covered;
use crate::engine::{Country, CountrySet};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The countries of a legal group with a choice.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// Of its members.
    pub(super) own: CountrySet,
    /// Of its members and of those who could join.
    pub(super) all: CountrySet,
    /// Countries where it has but one member.
    pub(super) single: CountrySet,
}

/// Who stands for countries in one constraint: units without a choice, and legal groups with one.
#[derive(Clone, Debug, Default)]
pub(super) struct Wandering {
    pub(super) groups: BTreeMap<Rc<str>, Standing>,
    units: BTreeMap<Country, u32>,
}

impl Wandering {
    pub(super) fn of(constraint: &Constraint<'_>, at: usize, pool: &[Class], aim: Aim) -> Wandering {
        let Form::Countries(presence) = &constraint.form else { return Wandering::default() };
        if !constraint.is_active() {
            return Wandering::default();
        }
        let standing = |countries: &BTreeMap<Country, u32>| {
            let own: CountrySet = countries.keys().copied().collect();
            let single = countries.iter().filter(|(_, members)| **members == 1).map(|(country, _)| *country).collect();
            Standing { own, all: own, single }
        };
        let mut groups: BTreeMap<Rc<str>, Standing> =
            presence.groups.iter().map(|(group, countries)| (group.clone(), standing(countries))).collect();
        for class in pool.iter().filter(|class| class.marks.get(at).is_some_and(|mark| *mark > 0)) {
            if let (Some(group), Some(country)) = (&class.group, class.country) {
                let none = || Standing { own: CountrySet::EMPTY, all: CountrySet::EMPTY, single: CountrySet::EMPTY };
                groups.entry(group.clone()).or_insert_with(none).all.insert(country);
            }
        }
        groups.retain(|_, standing| standing.all.len() > 1);
        let units = units(presence, &groups);
        let mut wandering = Wandering { groups, units };
        if aim == Aim::Met {
            wandering.settle();
        }
        wandering
    }

    /// Countries that groups cover whichever others are taken are as good as taken, and groups that have no others no longer matter.
    ///
    /// A country whose adding does not raise the rank is in the closure of the groups; the closure has their rank.
    fn settle(&mut self) {
        let fixed: Vec<CountrySet> =
            self.groups.values().filter(|standing| standing.own.len() == standing.all.len()).map(|standing| standing.own).collect();
        let settled: CountrySet = self.units.keys().copied().collect();
        let rank = covered(settled, fixed.clone()).len();
        let all: CountrySet = fixed.iter().flat_map(CountrySet::iter).collect();
        for country in all.without(&settled).iter() {
            let mut with = settled;
            with.insert(country);
            if covered(with, fixed.clone()).len() == rank {
                self.units.insert(country, 1);
            }
        }
        let settled: CountrySet = self.units.keys().copied().collect();
        self.groups.retain(|_, standing| !standing.all.without(&settled).is_empty());
    }

    /// How many members stand for a country whatever others do.
    pub(super) fn units(&self, country: Country) -> u32 {
        self.units.get(&country).copied().unwrap_or(0)
    }

    /// How many countries units without a choice stand for.
    pub(super) fn settled(&self) -> usize {
        self.units.len()
    }

    /// Whether a legal group of members has a choice that the country is in.
    pub(super) fn is_of_members(&self, country: Country) -> bool {
        self.units(country) == 0 && self.groups.values().any(|standing| standing.own.contains(country))
    }
}

/// Members on their own, and legal groups that are all in one country. Of these, a group of several is not lost with one of them.
fn units(presence: &Presence, wandering: &BTreeMap<Rc<str>, Standing>) -> BTreeMap<Country, u32> {
    let mut units = presence.alone.clone();
    let settled = presence.groups.iter().filter(|(group, _)| !wandering.contains_key(*group));
    settled.flat_map(|(_, own)| own).for_each(|(country, members)| *units.entry(*country).or_default() += members);
    units
}
