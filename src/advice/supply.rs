//! Who could be added: organisations of the pool, or any organisation there could be, sorted into classes that help alike.

use super::mandatory;
use super::need::{Counting, Covered, Need, What, group};
use crate::engine::{Attributes, Call, Country, CountrySet, Member, Organisation, OrganisationKind, Profile, Role, Rule};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Those who help alike: the same needs, in the same country where that matters, in the same legal group.
#[derive(Debug)]
pub(super) struct Class {
    /// The needs that one of them helps, as bits.
    pub(super) helps: u32,
    /// Where the country matters.
    pub(super) country: Option<Country>,
    pub(super) group: Option<Rc<str>>,
    /// Their places in the pool; of organisations that there could be, none.
    pub(super) places: Vec<u32>,
}

/// Everybody who could be added, and what is known of countries once legal groups have been looked at.
#[derive(Debug, Default)]
pub(super) struct Supply {
    /// In no group, or in one with a single country, sorted by country.
    pub(super) classes: Vec<Class>,
    /// In a legal group whose members are in several countries: it chooses one, so who joins it is tried apart.
    pub(super) wandering: Vec<Vec<Class>>,
    /// For each need, what is covered, single-country groups settled.
    pub(super) covered: Vec<Covered>,
}

impl Supply {
    /// Sorts the pool into classes, and adds organisations that there could be where they are wanted too.
    pub(super) fn of(counting: &Counting<'_>, needs: &[Need], pool: &[Rc<Organisation>], anybody: bool) -> Supply {
        let mut found = pool_classes(counting, needs, pool);
        let wandering = wandering(needs, &found);
        let covered: Vec<Covered> = needs.iter().map(|need| settle(need, &wandering)).collect();
        found.retain_mut(|class| {
            let wanders = class.group.as_ref().is_some_and(|group| wandering.contains(group));
            trim(class, needs, &covered, wanders);
            class.helps != 0
        });
        keep_together(&mut found, &wandering);
        let in_pool: BTreeSet<Country> = found.iter().filter_map(|class| class.country).collect();
        if anybody {
            found.extend(anybody_classes(counting, needs, &covered, &in_pool));
        }
        let (mut classes, mut apart) = (BTreeMap::<_, Class>::new(), BTreeMap::<Rc<str>, BTreeMap<_, Class>>::new());
        for class in found {
            let key = (class.country, class.group.clone(), class.places.is_empty(), class.helps);
            match class.group.as_ref().filter(|group| wandering.contains(*group)) {
                Some(group) => merge(apart.entry(group.clone()).or_default(), key, class),
                None => merge(&mut classes, key, class),
            }
        }
        let wandering = apart.into_values().map(|classes| classes.into_values().collect()).collect();
        Supply { classes: classes.into_values().collect(), wandering, covered }
    }
}

type Key = (Option<Country>, Option<Rc<str>>, bool, u32);

fn merge(classes: &mut BTreeMap<Key, Class>, key: Key, class: Class) {
    match classes.get_mut(&key) {
        Some(known) => known.places.extend(class.places),
        None => drop(classes.insert(key, class)),
    }
}

/// The pool by what the rules see of it.
fn pool_classes(counting: &Counting<'_>, needs: &[Need], pool: &[Rc<Organisation>]) -> Vec<Class> {
    let mut by_profile = BTreeMap::new();
    let mut classes = BTreeMap::<(u64, Option<&Rc<str>>), Class>::new();
    for (place, organisation) in (0..).zip(pool) {
        let member = Member { organisation: organisation.clone(), role: Role::Partner, affiliated_to: None };
        let profile = Profile::of(&member);
        let helps = *by_profile
            .entry(profile.key())
            .or_insert_with(|| if is_welcome(counting, &profile) { helps(counting, needs, &profile) } else { 0 });
        if helps == 0 {
            continue;
        }
        let group = group(&organisation.group);
        let class = classes.entry((profile.key(), group));
        let country = profile.country.map(|country| counting.call.state_of(country));
        let class = class.or_insert_with(|| Class { helps, country, group: group.cloned(), places: Vec::new() });
        class.places.push(place);
    }
    classes.into_values().collect()
}

/// The needs that a new partner helps, groups and countries aside.
fn helps(counting: &Counting<'_>, needs: &[Need], profile: &Profile) -> u32 {
    let fits = |need: &Need| match need.what {
        What::Leader => counting.leads(&need.of, profile),
        What::Countries(_) => profile.country.is_some() && counting.counts(&need.of, profile),
        What::Organisations { .. } => counting.counts(&need.of, profile),
    };
    needs.iter().enumerate().filter(|(_, need)| fits(need)).fold(0, |bits, (at, _)| bits | 1 << at)
}

/// Whether it breaks nothing that every member must show, and may take part.
pub(super) fn is_welcome(counting: &Counting<'_>, profile: &Profile) -> bool {
    mandatory(counting.call.requirements()).all(|(_, one)| match one.rule_in(counting.reading) {
        Rule::EveryMember(rule) => !rule.is_lacking(counting.call, profile),
        Rule::Only(rule) => !rule.bars(counting.call, profile),
        Rule::Count(_) | Rule::AtMost(_) | Rule::Countries(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_) => true,
        Rule::Coordinator(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => true,
    })
}

/// The legal groups whose members, in the consortium or in the pool, may count in several countries.
fn wandering(needs: &[Need], pool: &[Class]) -> BTreeSet<Rc<str>> {
    let mut countries = BTreeMap::<Rc<str>, CountrySet>::new();
    let mut ranked = 0;
    for (at, need) in needs.iter().enumerate() {
        if let What::Countries(covered) = &need.what {
            ranked |= 1 << at;
            covered.groups.iter().for_each(|(group, own)| countries.entry(group.clone()).or_insert(CountrySet::EMPTY).insert_all(own));
        }
    }
    for class in pool.iter().filter(|class| class.helps & ranked != 0) {
        if let Some((group, country)) = class.group.as_ref().zip(class.country) {
            countries.entry(group.clone()).or_insert(CountrySet::EMPTY).insert(country);
        }
    }
    countries.into_iter().filter(|(_, countries)| countries.len() > 1).map(|(group, _)| group).collect()
}

/// What is covered, with groups that have no choice settled in their country.
fn settle(need: &Need, wandering: &BTreeSet<Rc<str>>) -> Covered {
    let What::Countries(known) = &need.what else { return Covered::default() };
    let mut covered = Covered { settled: known.settled, groups: BTreeMap::new() };
    for (group, countries) in &known.groups {
        if wandering.contains(group) {
            covered.groups.insert(group.clone(), *countries);
        } else {
            covered.settled.insert_all(countries);
        }
    }
    covered
}

/// Takes away what does not help after all: a group that counts already, a country that is covered.
fn trim(class: &mut Class, needs: &[Need], covered: &[Covered], wanders: bool) {
    let mut by_country = 0;
    for (at, (need, covered)) in needs.iter().zip(covered).enumerate() {
        let helps = match (&need.what, &class.group, class.country) {
            (What::Organisations { standing }, Some(group), _) => standing.binary_search(group).is_err(),
            (What::Countries(_), _, Some(country)) => {
                let helps = !covered.settled.contains(country) || wanders;
                by_country |= u32::from(helps) << at;
                helps
            }
            (What::Organisations { .. } | What::Countries(_) | What::Leader, _, _) => true,
        };
        if !helps {
            class.helps &= !(1 << at);
        }
    }
    if class.helps & by_country == 0 && !wanders {
        class.country = None;
    }
}

/// A legal group that does not wander is one step, in the country that it may stand for, wherever its members are.
fn keep_together(classes: &mut [Class], wandering: &BTreeSet<Rc<str>>) {
    let country_of = |class: &Class| class.group.clone().zip(class.country);
    let countries: BTreeMap<Rc<str>, Country> = classes.iter().filter_map(country_of).collect();
    for class in classes {
        if let Some(group) = class.group.as_ref().filter(|group| !wandering.contains(*group)) {
            class.country = countries.get(group).copied();
        }
    }
}

/// Any organisation there could be, with all that can be asked of it, in as many countries as could make a difference.
fn anybody_classes(counting: &Counting<'_>, needs: &[Need], covered: &[Covered], in_pool: &BTreeSet<Country>) -> Vec<Class> {
    let wanted: u32 = needs.iter().filter(|need| matches!(need.what, What::Countries(_))).map(|need| need.missing).sum();
    let mut classes = Vec::new();
    for country in worth_trying(counting.call, needs, covered, in_pool, wanted as usize) {
        for kind in OrganisationKind::ALL {
            let helps = helps_of(counting, needs, *kind, country);
            let mut class = Class { helps, country: Some(country), group: None, places: Vec::new() };
            trim(&mut class, needs, covered, false);
            if class.helps != 0 {
                classes.push(class);
            }
        }
    }
    classes
}

/// The needs that an organisation helps which shows all that can be asked of it.
pub(super) fn helps_of(counting: &Counting<'_>, needs: &[Need], kind: OrganisationKind, country: Country) -> u32 {
    let (kind, country) = (Some(kind), Some(country));
    let attributes = Attributes::ALL_HELD;
    let (charter, added_value, committed) = (Some(true), true, true);
    let profile = Profile { country, kind, charter, attributes, role: Role::Partner, added_value, committed };
    if is_welcome(counting, &profile) { helps(counting, needs, &profile) } else { 0 }
}

/// Of countries that cannot be told apart, as many as can be wanted; first those of which the pool has nobody.
pub(super) fn worth_trying(call: &Call, needs: &[Need], covered: &[Covered], in_pool: &BTreeSet<Country>, wanted: usize) -> Vec<Country> {
    let mut found = Vec::new();
    let is_chosen = |country| covered.iter().any(|covered| covered.groups.values().any(|own| own.contains(country)));
    for sample in call.samples() {
        let mut alike = BTreeMap::<Vec<bool>, Vec<Country>>::new();
        for country in sample.alike.iter() {
            let new: Vec<bool> = needs.iter().zip(covered).map(|(need, known)| is_new(need, known, country)).collect();
            alike.entry(new).or_default().push(country);
        }
        for (new, mut countries) in alike {
            // What a legal group could stand for is only worth it where there are not enough others: a new country always helps.
            let (chosen, others): (Vec<Country>, Vec<Country>) = countries.into_iter().partition(|country| is_chosen(*country));
            found.extend(if others.len() < wanted.max(1) { chosen } else { Vec::new() });
            countries = others;
            countries.sort_by_key(|country| in_pool.contains(country));
            let most = if new.contains(&true) { wanted.max(1) } else { 1 };
            let elsewhere = countries.iter().filter(|country| !in_pool.contains(country)).count();
            found.extend(countries.into_iter().take(if elsewhere < most { usize::MAX } else { most }));
        }
    }
    found
}

fn is_new(need: &Need, covered: &Covered, country: Country) -> bool {
    matches!(need.what, What::Countries(_)) && !covered.settled.contains(country)
}
