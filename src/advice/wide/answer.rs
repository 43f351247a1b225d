//! What is found, as seats: each asks for no more than it can be seen to need.
//!
//! A seat begins as one organisation in one country. Then it is widened, as far as all is still met whoever takes the seats: to
//! further kinds, to all new countries of a class, to any country at all.

use super::ask::Frame;
use super::group::{Group, Place, Taker};
use super::land::Land;
use super::search::sorts_of;
use super::supply::Supply;
use super::table::Table;
use super::walk::Taken;
use crate::advice::pattern::Answer;
use crate::engine::{Member, Organisation, OrganisationKind, Profile};
use std::collections::BTreeSet;

/// How many answers are made, and how many steps and sets are looked at for them.
const MOST_ANSWERS: usize = 12;
const MOST_STEPS: u32 = 20_000;
const MOST_SETS: usize = 400;

/// The organisations of the first set.
pub(super) fn first(supply: &Supply, table: &Table<'_>) -> Vec<Member> {
    let mut found = Vec::new();
    table.walk(MOST_STEPS, &mut |taken| {
        for (sort, number) in sorts_of(taken).filter_map(|(sort, number)| Some((supply.sorts.get(sort)?, number))) {
            let Profile { kind, country, charter, attributes, .. } = sort.profile;
            let organisation = Organisation { kind, country, charter, attributes, ..Organisation::default() };
            found.extend((0..number).map(|_| super::partner(organisation.clone())));
        }
        false
    });
    found
}

/// Some of the answers, the first at least.
pub(super) fn answers(frame: &Frame<'_>, supply: &Supply, table: &Table<'_>) -> Vec<Answer> {
    let (mut sets, mut seen, mut tried) = (Vec::new(), BTreeSet::new(), 0);
    table.walk(MOST_STEPS, &mut |taken| {
        tried += 1;
        if seen.insert(sign(supply, table, taken)) {
            sets.push(groups(frame, supply, table, taken));
        }
        tried < MOST_SETS && sets.len() < MOST_ANSWERS
    });
    let mut answers: Vec<Answer> = Vec::new();
    for mut groups in sets {
        widen(frame, &mut groups);
        let answer = super::group::answer(frame, groups);
        if !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    answers
}

/// A sample, the country where somebody is from there already, and which sorts come from there with how many of each.
type Sign = (usize, Option<usize>, Vec<(u32, u32)>);

/// What tells sets apart: fresh countries of one sample are alike.
fn sign(supply: &Supply, table: &Table<'_>, taken: &Taken<'_>) -> Vec<Sign> {
    let kind = |sort: &usize| supply.sorts.get(*sort).map_or(0, |sort| sort.profile.kind.map_or(0, |kind| kind as u32 + 1));
    let attributes = |sort: &usize| supply.sorts.get(*sort).map_or(0, |sort| sort.profile.attributes.stated().count() as u32);
    let mut of_land: Vec<Sign> = Vec::new();
    for chunk in taken.chunk_by(|one, next| one.0 == next.0) {
        let Some((at, land)) = chunk.first().and_then(|(at, ..)| Some((*at, table.land(*at)?))) else { continue };
        let sorts = chunk.iter().flat_map(|(_, option, number)| option.sorts.iter().map(move |sort| (sort, number)));
        let sorts = sorts.map(|(sort, number)| (kind(sort) * 8 + attributes(sort), *number)).collect();
        of_land.push((land.sample, (!land.is_fresh).then_some(at), sorts));
    }
    of_land.sort_unstable();
    of_land
}

fn groups(frame: &Frame<'_>, supply: &Supply, table: &Table<'_>, taken: &Taken<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for chunk in taken.chunk_by(|one, next| one.0 == next.0) {
        let Some(land) = chunk.first().and_then(|(at, ..)| table.land(*at)) else { continue };
        let taker = |sort: usize| {
            let sort = supply.sorts.get(sort)?;
            let kinds = sort.profile.kind.into_iter().collect();
            Some(Taker { kinds, attributes: sort.profile.attributes, effect: frame.effect(&[sort.profile])? })
        };
        let sorts = chunk.iter().flat_map(|(_, option, number)| option.sorts.iter().flat_map(move |sort| (0..*number).map(|_| *sort)));
        let place = if land.is_fresh { Place::New { like: land.clone(), classes: None } } else { Place::At(land.clone()) };
        groups.push(Group { place, takers: sorts.filter_map(taker).collect() });
    }
    groups
}

/// Widens each seat in turn, as long as all is still met.
fn widen(frame: &Frame<'_>, groups: &mut Vec<Group>) {
    widen_kinds(frame, groups);
    for at in 0..groups.len() {
        widen_new(frame, groups, at);
    }
    free(frame, groups);
    widen_kinds(frame, groups);
}

fn widen_kinds(frame: &Frame<'_>, groups: &mut [Group]) {
    for at in 0..groups.len() {
        for taker in 0..groups.get(at).map_or(0, |group| group.takers.len()) {
            for kind in OrganisationKind::ALL {
                let with = |group: &Group| {
                    let taker = group.takers.get(taker).filter(|taker| !taker.kinds.contains(*kind))?;
                    group.place.wider(frame, taker, *kind)
                };
                let Some(wider) = groups.get(at).and_then(with) else { continue };
                let put = |groups: &mut [Group], wider: Taker| {
                    groups.get_mut(at).and_then(|group| group.takers.get_mut(taker)).map(|taker| std::mem::replace(taker, wider))
                };
                let Some(before) = put(groups, wider) else { continue };
                if !frame.is_met_by(groups) {
                    put(groups, before);
                }
            }
        }
    }
}

/// Any new country, or any of a class, where that will do.
fn widen_new(frame: &Frame<'_>, groups: &mut [Group], at: usize) {
    let Some(before) = groups.get(at).cloned() else { return };
    let Place::New { like, .. } = &before.place else { return };
    for classes in class_sets(frame, like) {
        let place = Place::New { like: like.clone(), classes: Some(classes) };
        let takers = before.takers.iter().map(|taker| place.taker(frame, taker.kinds, taker.attributes)).collect();
        let (Some(takers), Some(group)) = (takers, groups.get_mut(at)) else { continue };
        *group = Group { place, takers };
        if frame.is_met_by(groups) {
            return;
        }
    }
    groups.get_mut(at).into_iter().for_each(|group| *group = before.clone());
}

/// Seats that may be anywhere become groups of their own.
fn free(frame: &Frame<'_>, groups: &mut Vec<Group>) {
    for at in 0..groups.len() {
        let mut taker = 0;
        while let Some((place, one)) = groups.get(at).and_then(|group| Some((group.place.clone(), group.takers.get(taker)?.clone()))) {
            if !free_one(frame, groups, (at, taker), &place, &one) {
                taker += 1;
            }
        }
    }
    groups.retain(|group| !group.takers.is_empty());
}

fn free_one(frame: &Frame<'_>, groups: &mut Vec<Group>, (at, taker): (usize, usize), place: &Place, one: &Taker) -> bool {
    let Some(like) = place.like() else { return false };
    for classes in class_sets(frame, like) {
        let place = Place::Any { classes };
        let Some(wider) = place.taker(frame, one.kinds, one.attributes) else { continue };
        let mut with = groups.clone();
        with.get_mut(at).into_iter().for_each(|group| drop(group.takers.remove(taker)));
        with.push(Group { place, takers: vec![wider] });
        if frame.is_met_by(&with) {
            *groups = with;
            return true;
        }
    }
    false
}

/// Ways to describe countries like this one by classes, few first.
fn class_sets(frame: &Frame<'_>, like: &Land) -> Vec<Vec<u8>> {
    let Some(country) = like.country else { return Vec::new() };
    let call = frame.counting.call;
    let own: Vec<u8> = (0..).take(call.classes().len()).filter(|class| call.in_class(Some(*class), country)).collect();
    let single = own.iter().map(|class| vec![*class]);
    let all = (own.len() > 1).then(|| own.clone());
    std::iter::once(Vec::new()).chain(single).chain(all).collect()
}
