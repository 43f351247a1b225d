//! Which countries are gone through, and in which order.

use super::constraint::Problem;
use super::groups::Groups;
use super::stages::Stage;
use super::wandering::Wandering;
use crate::engine::{Country, CountrySet};
use std::collections::{BTreeMap, BTreeSet};

/// The countries that can matter: those of the pool, those where somebody has to join, those that legal groups of members can stand
/// for, and, where anybody can come, of countries that nothing tells apart as many as there can be use for.
pub(super) fn countries(problem: &Problem<'_>, named: &BTreeSet<Country>, wandering: &[Wandering], anybody: bool) -> Vec<Stage> {
    let stage = |country: Country| Stage { country: Some(country), locals: problem.locals(country, wandering), items: Vec::new() };
    let wanted = problem.wanted_countries();
    let mut stages: Vec<Stage> = Vec::new();
    let samples = problem.counting.call.samples();
    let sample = |country: Country| samples.iter().position(|sample| sample.alike.contains(country));
    for country in problem.present.keys().copied() {
        let stage = stage(country);
        let is_like = |other: &&Stage| other.locals == stage.locals && other.country.and_then(sample) == sample(country);
        let is_kept = named.contains(&country)
            || wandering.iter().any(|own| own.is_of_members(country))
            || stage.locals.iter().any(|local| local.is_broken)
            || problem.is_safe()
            || anybody && stages.iter().filter(is_like).count() <= wanted;
        stages.extend(is_kept.then_some(stage));
    }
    let new = |country: &Country| !problem.present.contains_key(country);
    stages.extend(named.iter().filter(|country| new(country)).map(|country| stage(*country)));
    for sample in samples.iter().filter(|_| anybody) {
        let fresh = sample.alike.iter().filter(|country| new(country) && !named.contains(country));
        stages.extend(fresh.take(wanted + 1).map(stage));
    }
    stages
}

/// Countries that share a legal group come close to each other, so that few groups are on the way at once.
pub(super) fn in_order(stages: &mut [Stage], groups: &Groups, wandering: &[Wandering]) {
    let mut sets: Vec<CountrySet> = groups.countries().collect();
    sets.extend(wandering.iter().flat_map(|own| own.groups.values()).map(|standing| standing.all));
    sets.retain(|set| set.len() > 1);
    sets.sort_by_key(|set| (set.iter().next(), set.len()));
    let mut place: BTreeMap<Country, usize> = BTreeMap::new();
    for country in sets.iter().flat_map(CountrySet::iter) {
        let next = place.len();
        place.entry(country).or_insert(next);
    }
    stages.sort_by_key(|stage| stage.country.and_then(|country| place.get(&country).copied()).map_or((1, 0), |at| (0, at)));
}

pub(super) fn is_needed(stage: &Stage, wandering: &[Wandering]) -> bool {
    let stands = |country: Country| wandering.iter().any(|own| own.is_of_members(country));
    stage.locals.iter().any(|local| local.is_broken) || stage.country.is_some_and(stands)
}
