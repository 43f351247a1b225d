//! `each_country`: each country that members are from brings so many of certain kinds.
//!
//! In each country, a legal group counts once for each kind that is asked for. What is not stated is tried in every way, as long as
//! that is little; else the answer is that it is unknown.

use super::count::explain;
use super::missing::{self, Matters};
use super::{Answer, Case};
use crate::engine::consortium::{Profile, Seat};
use crate::engine::{Country, Fit, KindSet, Lack, Measured, OrganisationKind, Selector, Status};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Each country of a member who fits brings, among those who fit, what `needs` asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EachCountry {
    /// Whose countries are asked, and who counts.
    pub of: Selector,
    /// What each of them brings; at most eight.
    pub needs: Arc<[CountryNeed]>,
}

/// What a country brings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CountryNeed {
    /// Organisations of one of these kinds.
    pub kinds: KindSet,
    /// At least so many.
    pub at_least: u32,
}

/// How many ways in which facts could fall are tried at most.
const MOST_WAYS: usize = 20_000;

/// Where a member may turn out to count: in a country, or in none; and for which of the needs, as bits.
type Place = (Option<Country>, u8);

/// The units of one country: for each need how many members of no group, and which groups, count.
#[derive(Clone, Default)]
struct Brought {
    /// Members and groups, each with the needs that it counts for.
    alone: BTreeMap<u8, u32>,
    groups: BTreeMap<u32, u8>,
    /// The needs for which some member here does not count, as bits.
    wanting: u8,
}

impl Brought {
    fn add(&mut self, needs: u8, members: u32, group: Option<u32>) {
        self.wanting |= !needs;
        match group {
            Some(group) => *self.groups.entry(group).or_default() |= needs,
            None => *self.alone.entry(needs).or_default() += members,
        }
    }

    /// How many count for a need.
    fn units(&self, need: usize) -> u32 {
        let helps = |needs: u8| needs & (1 << need) != 0;
        let alone: u32 = self.alone.iter().filter(|(needs, _)| helps(**needs)).map(|(_, members)| members).sum();
        alone + self.groups.values().filter(|needs| helps(**needs)).count() as u32
    }
}

type Countries = BTreeMap<Country, Brought>;

/// A member of whom it is not known where or for what it counts: its legal group, and everywhere it may.
type Open<'a> = (Option<u32>, &'a [Place]);

impl EachCountry {
    /// For each need, who counts for it.
    pub(crate) fn helpers(&self) -> impl Iterator<Item = (Selector, u32)> {
        let both = |kinds: KindSet| self.of.kinds.map_or(kinds, |own| KindSet::of_bits(own.bits() & kinds.bits()));
        self.needs.iter().map(move |need| (Selector { kinds: Some(both(need.kinds)), ..self.of }, need.at_least))
    }

    pub(crate) fn answer(&self, case: Case<'_>) -> Answer {
        let fits = case.fits(&self.of);
        let places: Vec<Vec<Place>> =
            case.consortium.alike().iter().zip(&fits).map(|(alike, fit)| self.places(case, &alike.profile, *fit)).collect();
        let (mut certain, mut open) = (Countries::new(), Vec::new());
        self.seat(case, &places, &mut certain, &mut open);
        let status = self.status(case, &certain, &open);
        let mut answer = Answer::new(status, self.measured(&certain, &open));
        answer.countries = certain.into_keys().collect();
        if case.explain {
            explain(&fits, &vec![None; case.consortium.groups()], case, &mut answer);
            let matters = Matters { kind: true, country: true };
            answer.wait_for(|answer| missing::of_selectors(case, answer, &[&self.of], matters));
        }
        answer
    }

    fn measured(&self, certain: &Countries, open: &[Open<'_>]) -> Measured {
        let (mut complete, mut lacking) = (0, Vec::new());
        for (country, brought) in certain {
            let before = lacking.len();
            lacking.extend(self.lacking(brought).map(|(need, missing)| Lack { country: *country, kinds: need.kinds, missing }));
            complete += u64::from(lacking.len() == before);
        }
        let present = certain.len() as u64;
        let possible = if open.is_empty() { complete } else { present + open.len() as u64 };
        Measured::PerCountry { complete, possible, present, lacking, surplus: self.surplus(certain, open) }
    }

    /// See [`Measured::PerCountry`]: what a country that nobody is left in lacks, it need not bring.
    fn surplus(&self, certain: &Countries, open: &[Open<'_>]) -> Option<i64> {
        let mut sure = certain.clone();
        for (group, places) in open {
            // A member whose country is known brings at least what it brings whatever it turns out to be.
            if let [(Some(country), first), rest @ ..] = places
                && rest.iter().all(|place| place.0 == Some(*country))
            {
                let needs = rest.iter().fold(*first, |needs, place| needs & place.1);
                sure.entry(*country).or_default().add(needs, 1, *group);
            }
        }
        let of_country = |(country, brought): (&Country, &Brought)| {
            let open_here = open.iter().flat_map(|(_, places)| *places).filter(|place| place.0 == Some(*country));
            let stays_wanting = open_here.fold(brought.wanting, |bits, place| bits | !place.1);
            let spare = |(at, need): (usize, &CountryNeed)| {
                let spare = i64::from(brought.units(at)) - i64::from(need.at_least);
                let somebody_stays = need.at_least > 1 || stays_wanting & (1 << at) != 0;
                (need.at_least > 0 && (spare < 0 || somebody_stays)).then_some(spare)
            };
            self.needs.iter().enumerate().filter_map(spare).min()
        };
        sure.iter().filter_map(of_country).min()
    }

    /// What a country still has to bring.
    fn lacking<'a>(&'a self, brought: &'a Brought) -> impl Iterator<Item = (&'a CountryNeed, u32)> {
        let missing = |(at, need): (usize, &'a CountryNeed)| (need, need.at_least.saturating_sub(brought.units(at)));
        self.needs.iter().enumerate().map(missing).filter(|(_, missing)| *missing > 0)
    }

    fn holds(&self, countries: &Countries) -> bool {
        countries.values().all(|brought| self.lacking(brought).next().is_none())
    }

    /// The needs that a kind helps, as bits.
    fn helped(&self, kind: OrganisationKind) -> u8 {
        (0..8).zip(&*self.needs).filter(|(_, need)| need.kinds.contains(kind)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// Every place where a member may turn out to count. One place, where all that matters is stated.
    fn places(&self, case: Case<'_>, profile: &Profile, fit: Fit) -> Vec<Place> {
        if let Fit::No(_) = fit {
            return vec![(None, 0)];
        }
        let mut places = Vec::new();
        let countries: Vec<Country> = match profile.country {
            Some(country) => vec![country],
            None => case.call.samples().iter().map(|sample| sample.country).chain(self.present(case)).collect(),
        };
        for country in countries {
            for kind in OrganisationKind::ALL.iter().filter(|kind| profile.kind.is_none_or(|stated| stated == **kind)) {
                let (yes, no) = self.of.could(case.call, case.exclusions, profile, *kind, country);
                places.extend(yes.then(|| (Some(case.call.state_of(country)), self.helped(*kind))));
                places.extend(no.then_some((None, 0)));
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The countries that members state.
    fn present(&self, case: Case<'_>) -> Vec<Country> {
        case.consortium.alike().iter().filter_map(|alike| alike.profile.country).map(|country| case.call.state_of(country)).collect()
    }

    /// Puts those who have one place there; the others stay open, each with its group and its places.
    fn seat<'a>(&self, case: Case<'_>, places: &'a [Vec<Place>], certain: &mut Countries, open: &mut Vec<Open<'a>>) {
        let mut put = |places: &'a [Place], members: u32, group: Option<u32>| match places {
            [(None, _)] => {}
            [(Some(country), needs)] => certain.entry(*country).or_default().add(*needs, members, group),
            _ => open.extend((0..members).map(|_| (group, places))),
        };
        for (alike, places) in case.consortium.alike().iter().zip(places).filter(|(alike, _)| alike.alone > 0) {
            put(places, alike.alone, None);
        }
        for Seat { profile, group, .. } in case.consortium.grouped() {
            places.get(*profile as usize).into_iter().for_each(|places| put(places, 1, *group));
        }
    }

    fn status(&self, case: Case<'_>, certain: &Countries, open: &[Open<'_>]) -> Status {
        if open.is_empty() {
            return match (certain.is_empty(), self.holds(certain)) {
                (true, _) => Status::NotApplicable,
                (false, true) => Status::Met,
                (false, false) => Status::Unmet,
            };
        }
        // Members who are nowhere yet can be together in a country that nobody has named: as many such countries as there may be.
        let fresh = self.fresh(case, certain, open.len());
        let ways = open.iter().fold(1_usize, |ways, (_, places)| ways.saturating_mul(places.len() + fresh.len() * 8));
        let missing: u32 = certain.values().map(|brought| self.lacking(brought).map(|(_, missing)| missing).max().unwrap_or(0)).sum();
        if ways > MOST_WAYS {
            // Each of them helps one country at most.
            return if missing as usize > open.len() { Status::Unmet } else { Status::Unknown };
        }
        let mut seen = (false, false);
        self.try_all(certain.clone(), open, &fresh, &mut seen);
        match seen {
            (true, true) => Status::Unknown,
            (true, false) => Status::Met,
            (false, _) => Status::Unmet,
        }
    }

    /// Countries that nobody is from, alike to each sample: with the sample itself, where nobody is from it, as many as may be wanted.
    fn fresh(&self, case: Case<'_>, certain: &Countries, open: usize) -> Vec<(Country, Country)> {
        let mut fresh = Vec::new();
        for sample in case.call.samples() {
            let unused = sample.alike.iter().filter(|country| *country != sample.country && !certain.contains_key(country));
            let wanted = if certain.contains_key(&sample.country) { open } else { open.saturating_sub(1) };
            fresh.extend(unused.take(wanted).map(|country| (sample.country, country)));
        }
        fresh
    }

    /// Tries every way in which open members can be placed: whether it holds in some, and fails in some.
    fn try_all(&self, countries: Countries, open: &[Open<'_>], fresh: &[(Country, Country)], seen: &mut (bool, bool)) {
        let Some(((group, places), rest)) = open.split_first() else {
            let holds = self.holds(&countries);
            *seen = (seen.0 || holds, seen.1 || !holds);
            return;
        };
        let alike = |(country, needs): &Place| {
            let others =
                fresh.iter().filter(|(sample, _)| places.len() > 1 && Some(*sample) == *country).map(|(_, other)| (Some(*other), *needs));
            others.collect::<Vec<Place>>()
        };
        // Who states a country is in that country.
        let settled = places.iter().filter_map(|place| place.0).collect::<std::collections::BTreeSet<_>>().len() <= 1;
        let further: Vec<Place> = if settled { Vec::new() } else { places.iter().flat_map(alike).collect() };
        for (country, needs) in places.iter().chain(&further) {
            if *seen == (true, true) {
                return;
            }
            let mut with = countries.clone();
            if let Some(country) = country {
                with.entry(*country).or_default().add(*needs, 1, *group);
            }
            self.try_all(with, rest, fresh, seen);
        }
    }
}
