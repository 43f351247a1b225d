//! `each_country` where facts are missing: whether it holds in some way in which they can fall, and whether it fails in some.
//!
//! It fails in some way where one country can be left wanting, so each country is looked at alone. It holds in some way where all
//! countries can be filled at once, which is a covering problem. There it is best to go where others are already: a new country asks for
//! everything again, and nobody does harm in one that is complete. So a country that nobody is from matters only to members who can be
//! nowhere else; all who go to a country of one sort go to the same one; and of members who are alike only the number matters.

use super::Context;
use super::each_country::{Brought, Countries, EachCountry, Open, Place};
use crate::engine::{Country, Status};

/// How many steps of the search are taken until it is given up. It takes some tens where no more than ten countries lack something.
const MOST_STEPS: u32 = 5_000;

/// Of how many sorts of new countries every choice is tried.
const MOST_NEW: usize = 10;

/// What is known of the rule, and whether that is all that can be known.
#[derive(Clone, Copy)]
pub(super) struct Judged {
    pub(super) status: Status,
    /// False where the search was given up: it is unknown then, though it may be unmet.
    pub(super) exact: bool,
}

/// Judges by those whose place is certain and those who are open.
pub(super) fn judge(rule: &EachCountry, context: Context<'_>, certain: &Countries, open: &[Open<'_>]) -> Judged {
    let exact = |status| Judged { status, exact: true };
    if open.is_empty() {
        return exact(match (certain.is_empty(), rule.holds(certain)) {
            (true, _) => Status::NotApplicable,
            (false, true) => Status::Met,
            (false, false) => Status::Unmet,
        });
    }
    if !may_fail(rule, context, certain, open) {
        return exact(Status::Met);
    }
    match may_hold(rule, context, certain, open) {
        Some(true) => exact(Status::Unknown),
        Some(false) => exact(Status::Unmet),
        None => Judged { status: Status::Unknown, exact: false },
    }
}

/// Whether some country can be left wanting: one where somebody is for certain and all others keep away, or one where one of those who are
/// open is alone.
fn may_fail(rule: &EachCountry, context: Context<'_>, certain: &Countries, open: &[Open<'_>]) -> bool {
    let sure = EachCountry::sure(certain, open);
    let is_free = |country: Country| !sure.contains_key(&country);
    // Who may be in a country may be in another of its sort.
    let others = |country: Country| {
        let sample = context.call.samples().iter().find(|sample| sample.alike.contains(country));
        sample.is_some_and(|sample| sample.alike.iter().any(is_free))
    };
    // Members who are alike and in no legal group stand beside each other.
    let is_same = |one: &Open<'_>, next: &Open<'_>| one.0 == next.0 && std::ptr::eq(one.1, next.1);
    !rule.holds(&sure)
        || open.chunk_by(is_same).filter_map(<[Open<'_>]>::first).any(|(group, places)| {
            let alone = |country: Country| is_free(country) || !is_settled(places) && others(country);
            let wanting = |needs: u8| !rule.is_complete(&Brought::of_one(needs, *group));
            places.iter().any(|(country, needs)| country.is_some_and(alone) && wanting(*needs))
        })
}

/// Whether a member can be in one country only.
fn is_settled(places: &[Place]) -> bool {
    let mut countries = places.iter().filter_map(|place| place.0);
    let first = countries.next();
    countries.all(|country| Some(country) == first)
}

/// Whether all countries can be filled at once; `None`: the search was given up.
fn may_hold(rule: &EachCountry, context: Context<'_>, certain: &Countries, open: &[Open<'_>]) -> Option<bool> {
    let mut present = certain.clone();
    for (_, places) in open {
        if let [(Some(country), _), ..] = places
            && places.iter().all(|place| place.0 == Some(*country))
        {
            present.entry(*country).or_default();
        }
    }
    let is_home = |places: &[Place], present: &Countries| {
        places.iter().any(|(country, _)| country.is_none_or(|country| present.contains_key(&country)))
    };
    let homeless: Vec<&Open<'_>> = open.iter().filter(|(_, places)| !is_home(places, &present)).collect();
    if homeless.is_empty() {
        return Fill::of(rule, &present, open).search();
    }
    let is_new = |country: &Country| homeless.iter().any(|(_, places)| places.iter().any(|place| place.0 == Some(*country)));
    let new: Vec<Country> = context.call.samples().iter().map(|sample| sample.country).filter(is_new).collect();
    let mut given_up = new.len() > MOST_NEW;
    for chosen in 1..1_usize << new.len().min(MOST_NEW) {
        let mut with = present.clone();
        for (_, country) in new.iter().enumerate().filter(|(at, _)| chosen & 1 << at != 0) {
            with.entry(*country).or_default();
        }
        if homeless.iter().all(|(_, places)| is_home(places, &with)) {
            match Fill::of(rule, &with, open).search() {
                Some(true) => return Some(true),
                Some(false) => {}
                None => given_up = true,
            }
        }
    }
    (!given_up).then_some(false)
}

/// What members who are alike have in common: their legal group, and where each fills what.
type Sort = (Option<u32>, Vec<(usize, u8)>);

/// Members who are alike: their legal group, where each helps with what, and how many they are.
struct Interchangeable {
    group: Option<u32>,
    /// Countries by their place, with the needs that a member fills there, as bits.
    options: Vec<(usize, u8)>,
    members: u32,
}

/// What is missing, who is left, and for what legal groups count: all that the rest of a search depends on.
type State = (Vec<[u32; 8]>, Vec<u32>, Vec<((usize, u32), u8)>);

/// A search for members who fill what countries lack.
struct Fill {
    /// For each country and need how many are missing.
    missing: Vec<[u32; 8]>,
    /// For each country the groups that count there, with the needs for which they do, as bits.
    counted: Vec<((usize, u32), u8)>,
    alike: Vec<Interchangeable>,
    /// What was searched in vain.
    failed: Vec<State>,
    steps: u32,
}

impl Fill {
    fn of(rule: &EachCountry, present: &Countries, open: &[Open<'_>]) -> Fill {
        let lacking: Vec<(Country, [u32; 8], &Brought)> =
            present.iter().map(|(country, brought)| (*country, rule.missing(brought), brought)).filter(|one| one.1 != [0; 8]).collect();
        let bits = |missing: &[u32; 8]| {
            (0..8).filter(|need| missing.get(*need).is_some_and(|missing| *missing > 0)).fold(0_u8, |bits, at| bits | 1 << at)
        };
        let mut counted = Vec::new();
        for (place, (.., brought)) in lacking.iter().enumerate() {
            counted.extend(brought.groups().map(|(group, needs)| ((place, group), needs)));
        }
        let mut all: Vec<Sort> = Vec::new();
        for (group, places) in open {
            let mut options: Vec<(usize, u8)> = Vec::new();
            for (country, needs) in *places {
                let place = country.and_then(|country| lacking.binary_search_by_key(&country, |one| one.0).ok());
                let useful = place.and_then(|place| Some((place, needs & bits(&lacking.get(place)?.1))));
                options.extend(useful.filter(|(_, needs)| *needs != 0));
            }
            // Whoever fills more in a country is never worse there.
            let less = |one: &(usize, u8), other: &(usize, u8)| one != other && one.0 == other.0 && one.1 & other.1 == one.1;
            let mut best: Vec<(usize, u8)> = options.iter().filter(|one| !options.iter().any(|other| less(one, other))).copied().collect();
            best.sort_unstable();
            best.dedup();
            if !best.is_empty() {
                all.push((*group, best));
            }
        }
        all.sort_unstable();
        let alike = |all: &[Sort]| {
            let (group, options) = all.first()?.clone();
            Some(Interchangeable { group, options, members: all.len() as u32 })
        };
        let alike = all.chunk_by(|one, next| one == next).filter_map(alike).collect();
        Fill { missing: lacking.into_iter().map(|one| one.1).collect(), counted, alike, failed: Vec::new(), steps: 0 }
    }

    /// Whether all can be filled; `None`: given up.
    fn search(&mut self) -> Option<bool> {
        let members: u32 = self.alike.iter().map(|alike| alike.members).sum();
        // Each of them fills one place of a need in one country.
        let least: u32 = self.missing.iter().map(|missing| missing.iter().copied().max().unwrap_or(0)).fold(0, u32::saturating_add);
        if least > members {
            return Some(false);
        }
        let missing = |(place, missing): (usize, &[u32; 8])| missing.iter().position(|missing| *missing > 0).map(|need| (place, need));
        let Some((place, need)) = self.missing.iter().enumerate().find_map(missing) else { return Some(true) };
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let state: State = (self.missing.clone(), self.alike.iter().map(|alike| alike.members).collect(), self.counted.clone());
        if self.failed.contains(&state) {
            return Some(false);
        }
        for at in 0..self.alike.len() {
            let options = self.alike.get(at).filter(|alike| alike.members > 0).map(|alike| alike.options.clone()).unwrap_or_default();
            for (_, needs) in options.into_iter().filter(|(country, needs)| *country == place && needs & 1 << need != 0) {
                match self.with(at, place, needs, need) {
                    Some(false) => {}
                    found => return found,
                }
            }
        }
        self.failed.push(state);
        Some(false)
    }

    /// The same once one of these members is in a country. A legal group counts once there for each need.
    fn with(&mut self, at: usize, place: usize, needs: u8, need: usize) -> Option<bool> {
        let group = self.alike.get(at).and_then(|alike| alike.group);
        let key = group.map(|group| (place, group));
        let before = self.counted.clone();
        let known = self.counted.iter_mut().find(|(counted, _)| Some(*counted) == key);
        let new = needs & !known.as_ref().map_or(0, |known| known.1);
        if new & 1 << need == 0 {
            return Some(false);
        }
        let missing = self.missing.clone();
        for (_, missing) in self.missing.get_mut(place).into_iter().flatten().enumerate().filter(|(at, _)| new & 1 << at != 0) {
            *missing = missing.saturating_sub(1);
        }
        match known {
            Some(known) => known.1 |= needs,
            None => self.counted.extend(key.map(|key| (key, needs))),
        }
        self.alike.get_mut(at).into_iter().for_each(|alike| alike.members -= 1);
        let found = self.search();
        self.alike.get_mut(at).into_iter().for_each(|alike| alike.members += 1);
        (self.missing, self.counted) = (missing, before);
        found
    }
}
