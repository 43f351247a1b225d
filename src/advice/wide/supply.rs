//! Who could join: organisations of the pool, or any organisation there could be, country by country.

use super::ask::Frame;
use super::effect::Effect;
use super::land::Land;
use super::table::{ADDED, Option_, Stage};
use crate::advice::supply::is_welcome;
use crate::engine::{Attribute, Attributes, Country, Member, Organisation, OrganisationKind, Profile, Role, Rule};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many attributes are tried in every combination; of more of them, all or none.
const MOST_ATTRIBUTES: usize = 3;

/// Organisations that the rules cannot tell apart.
#[derive(Clone, Debug)]
pub(super) struct Sort {
    pub(super) profile: Profile,
    pub(super) country: Option<Country>,
    pub(super) group: Option<Rc<str>>,
    /// Their places in the pool; of organisations that there could be, none.
    pub(super) places: Vec<u32>,
}

/// Sorts, and the countries with those who could come from there.
pub(super) struct Supply {
    pub(super) sorts: Vec<Sort>,
    pub(super) stages: Vec<Stage>,
}

/// The numbers of sorts, by legal group.
type ByGroup = BTreeMap<Option<Rc<str>>, Vec<usize>>;

/// The pool by what the rules see of it; those who may not take part are left out.
pub(super) fn sorts(frame: &Frame<'_>, pool: &[Rc<Organisation>]) -> Vec<Sort> {
    let mut sorts: BTreeMap<(u64, Option<Rc<str>>), Option<Sort>> = BTreeMap::new();
    for (place, organisation) in (0..).zip(pool) {
        let member = Member { organisation: organisation.clone(), role: Role::Partner, affiliated_to: None };
        let profile = Profile::of(&member);
        let group = organisation.group.clone().filter(|group| !group.is_empty());
        let new = || {
            let country = profile.country.map(|country| frame.counting.call.state_of(country));
            let sort = Sort { profile, country, group: group.clone(), places: Vec::new() };
            is_welcome(frame.counting, &profile).then_some(sort)
        };
        let sort = sorts.entry((profile.key(), group.clone())).or_insert_with(new);
        sort.iter_mut().for_each(|sort| sort.places.push(place));
    }
    sorts.into_values().flatten().collect()
}

impl Supply {
    /// Those sorts that are in no group, or in one that is all in one country and new; and anybody, where that is wanted too.
    pub(super) fn of(frame: &Frame<'_>, sorts: Vec<Sort>, anybody: bool) -> Supply {
        let mut by_country: BTreeMap<Option<Country>, ByGroup> = BTreeMap::new();
        for (number, sort) in sorts.iter().enumerate() {
            by_country.entry(sort.country).or_default().entry(sort.group.clone()).or_default().push(number);
        }
        let taken: Vec<Country> = by_country.keys().copied().flatten().collect();
        let lands = if anybody { frame.worth_trying(&taken) } else { of_pool(frame, &taken) };
        let nowhere = by_country.contains_key(&None).then(|| frame.land(None, &[]));
        let mut supply = Supply { sorts, stages: Vec::new() };
        let mut everybody = BTreeMap::new();
        for land in lands.into_iter().chain(nowhere) {
            let mut items = Vec::new();
            for (group, numbers) in by_country.get(&land.country).into_iter().flatten() {
                items.extend(if group.is_some() { supply.group(frame, numbers) } else { supply.single(frame, numbers) });
            }
            if let (true, Some(country)) = (anybody, land.country) {
                let of_sample: &mut Vec<(Profile, Effect)> = everybody.entry(land.sample).or_insert_with(|| anybody_from(frame, country));
                items.extend(
                    of_sample
                        .iter()
                        .map(|(profile, effect)| supply.unnamed(Profile { country: Some(country), ..*profile }, country, effect.clone())),
                );
            }
            if !items.is_empty() || land.is_broken() {
                supply.stages.push(Stage { land, items });
            }
        }
        supply
    }

    fn unnamed(&mut self, profile: Profile, country: Country, effect: Effect) -> Vec<Option_> {
        self.sorts.push(Sort { profile, country: Some(country), group: None, places: Vec::new() });
        vec![Option_ { effect, sorts: vec![self.sorts.len() - 1], most: u32::MAX, cost: ADDED + 1, ways: Vec::new() }]
    }

    /// Sorts in no group: those that do the same are one item.
    fn single(&mut self, frame: &Frame<'_>, numbers: &[usize]) -> Vec<Vec<Option_>> {
        let mut items: BTreeMap<Effect, usize> = BTreeMap::new();
        for number in numbers {
            let Some(sort) = self.sorts.get(*number) else { continue };
            let Some(effect) = frame.effect(&[sort.profile]).filter(|effect| frame.helps(effect)) else { continue };
            let first = *items.entry(effect).or_insert(*number);
            if first != *number {
                let places = sort.places.clone();
                self.sorts.get_mut(first).into_iter().for_each(|first| first.places.extend(&places));
            }
        }
        let option = |(effect, number): (Effect, usize)| {
            let all = self.sorts.get(number).map_or(0, |sort| sort.places.len()) as u32;
            vec![Option_ { effect, sorts: vec![number], most: all, cost: ADDED, ways: ways(all) }]
        };
        items.into_iter().map(option).collect()
    }

    /// A legal group: any of its sorts together are one independent organisation.
    fn group(&self, frame: &Frame<'_>, numbers: &[usize]) -> Vec<Vec<Option_>> {
        let mut options = Vec::new();
        for chosen in 1..1_usize << numbers.len() {
            let sorts: Vec<usize> = numbers.iter().enumerate().filter(|(at, _)| chosen & 1 << at != 0).map(|(_, number)| *number).collect();
            let profiles: Vec<Profile> = sorts.iter().filter_map(|number| self.sorts.get(*number)).map(|sort| sort.profile).collect();
            let Some(effect) = frame.effect(&profiles).filter(|effect| frame.helps(effect)) else { continue };
            let sizes = sorts.iter().filter_map(|number| self.sorts.get(*number)).map(|sort| sort.places.len() as u128);
            let (cost, ways) = (ADDED * sorts.len() as u16, sizes.product());
            options.push(Option_ { effect, sorts, most: 1, cost, ways: vec![ways] });
        }
        if options.is_empty() { Vec::new() } else { vec![options] }
    }
}

/// The countries of the pool, and those in which somebody has to join.
fn of_pool(frame: &Frame<'_>, taken: &[Country]) -> Vec<Land> {
    let mut lands = frame.present();
    lands.retain(|land| land.is_broken() || land.country.is_some_and(|country| taken.contains(&country)));
    let missing: Vec<Country> = taken.iter().filter(|country| lands.iter().all(|land| land.country != Some(**country))).copied().collect();
    lands.extend(missing.into_iter().map(|country| frame.land(Some(country), &[])));
    lands
}

/// In how many ways one of so many can be taken, two … sixty-four: exact, as each product of that many factors in a row can be divided.
fn ways(all: u32) -> Vec<u128> {
    let mut ways = 1_u128;
    let next = |taken: u32| {
        ways = ways.saturating_mul(u128::from(all - taken + 1)) / u128::from(taken);
        ways
    };
    (1..=all.min(64)).map(next).collect()
}

/// Anybody there could be in a country, those who do no more than others with less harm aside.
pub(super) fn anybody_from(frame: &Frame<'_>, country: Country) -> Vec<(Profile, Effect)> {
    let mut found: Vec<(Profile, Effect)> = Vec::new();
    for profile in profiles(frame, country) {
        let Some(effect) = frame.effect(&[profile]).filter(|effect| frame.helps(effect)) else { continue };
        if !is_welcome(frame.counting, &profile) || found.iter().any(|(_, other)| frame.is_no_worse(other, &effect)) {
            continue;
        }
        found.retain(|(_, other)| !frame.is_no_worse(&effect, other));
        found.push((profile, effect));
    }
    found
}

/// Every kind with few attributes first: all that every member must show, it shows.
fn profiles(frame: &Frame<'_>, country: Country) -> impl Iterator<Item = Profile> {
    let sets = attribute_sets(&asked(frame));
    sets.into_iter().flat_map(move |attributes| OrganisationKind::ALL.iter().map(move |kind| newcomer(*kind, country, attributes)))
}

pub(super) fn newcomer(kind: OrganisationKind, country: Country, attributes: Attributes) -> Profile {
    let (charter, added_value, committed) = (Some(true), true, true);
    Profile { country: Some(country), kind: Some(kind), charter, attributes, role: Role::Partner, added_value, committed }
}

/// The attributes that some rule asks for.
fn asked(frame: &Frame<'_>) -> Vec<Attribute> {
    let rules = frame.counting.call.requirements().iter().map(|one| one.rule_in(frame.counting.reading));
    let selectors = rules.flat_map(|rule| match rule {
        Rule::Compare(rule) => vec![rule.of, rule.against],
        Rule::Only(rule) => vec![rule.of, rule.allowed],
        rule => rule.selector().copied().into_iter().collect(),
    });
    let mut found: Vec<Attribute> = selectors.filter_map(|of| of.attribute).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn attribute_sets(asked: &[Attribute]) -> Vec<Attributes> {
    let held = |chosen: usize| {
        let of_set = asked.iter().enumerate().filter(|(at, _)| chosen & 1 << at != 0);
        of_set.fold(Attributes::default(), |all, (_, attribute)| all.with(*attribute, Some(true)))
    };
    let mut sets: Vec<usize> = (0..1_usize << asked.len()).collect();
    if asked.len() > MOST_ATTRIBUTES {
        sets.retain(|set| set.count_ones() < 2 || *set + 1 == 1 << asked.len());
    }
    sets.sort_by_key(|set| set.count_ones());
    sets.into_iter().map(held).collect()
}
