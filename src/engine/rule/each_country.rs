//! `each_country`: each country that members are from brings n of certain kinds.
//!
//! In each country, a legal group counts once for each kind that is asked for. What follows where facts are missing is in
//! `country_fills`.

use super::count::explain;
use super::country_fills::{self, Judged};
use super::missing::{self, Matters};
use super::{Answer, Context};
use crate::engine::consortium::{MemberRef, Profile};
use crate::engine::{Country, Fit, KindSet, Lack, Measured, OrganisationKind, Selector};
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
    /// At least n.
    pub at_least: u32,
}

/// Where a member may turn out to count: in a country, or in none; and for which of the needs, as bits.
pub(super) type Place = (Option<Country>, u8);

/// The units of one country: for each need how many members of no group, and which groups, count.
#[derive(Clone, Default)]
pub(super) struct Brought {
    /// Members and groups, each with the needs that it counts for.
    alone: BTreeMap<u8, u32>,
    groups: BTreeMap<u32, u8>,
    /// The needs for which some member here does not count, as bits.
    wanting: u8,
}

impl Brought {
    /// What one member brings.
    pub(super) fn of_one(needs: u8, group: Option<u32>) -> Brought {
        let mut brought = Brought::default();
        brought.add(needs, 1, group);
        brought
    }

    /// The legal groups, each with the needs for which it counts.
    pub(super) fn groups(&self) -> impl Iterator<Item = (u32, u8)> {
        self.groups.iter().map(|(group, needs)| (*group, *needs))
    }

    fn add(&mut self, needs: u8, members: u32, group: Option<u32>) {
        self.wanting |= !needs;
        match group {
            Some(group) => *self.groups.entry(group).or_default() |= needs,
            None => *self.alone.entry(needs).or_default() += members,
        }
    }

    /// How many count for a need.
    fn units(&self, need: usize) -> u32 {
        let contributes = |needs: u8| needs & (1 << need) != 0;
        let alone: u32 = self.alone.iter().filter(|(needs, _)| contributes(**needs)).map(|(_, members)| members).sum();
        alone + self.groups.values().filter(|needs| contributes(**needs)).count() as u32
    }
}

pub(super) type Countries = BTreeMap<Country, Brought>;

/// A member of whom it is not known where or for what it counts: its legal group, and everywhere it may.
pub(super) type Open<'a> = (Option<u32>, &'a [Place]);

impl EachCountry {
    /// For each need, who counts for it.
    pub(crate) fn helpers(&self) -> impl Iterator<Item = (Selector, u32)> {
        let both = |kinds: KindSet| self.of.kinds.map_or(kinds, |own| KindSet::of_bits(own.bits() & kinds.bits()));
        self.needs.iter().map(move |need| (Selector { kinds: Some(both(need.kinds)), ..self.of }, need.at_least))
    }

    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        let fits = context.fits(&self.of);
        let places: Vec<Vec<Place>> =
            context.consortium.alike().iter().zip(&fits).map(|(alike, fit)| self.places(context, &alike.profile, *fit)).collect();
        let (mut certain, mut open) = (Countries::new(), Vec::new());
        self.seat(context, &places, &mut certain, &mut open);
        let Judged { status, exact } = country_fills::judge(self, context, &certain, &open);
        let mut answer = Answer::new(status, self.measured(&certain, &open, exact));
        answer.countries = certain.into_keys().collect();
        if context.explain {
            explain(&fits, &vec![None; context.consortium.groups()], context, &mut answer);
            let matters = Matters { kind: true, country: true };
            answer.wait_for(|answer| missing::of_selectors(context, answer, &[&self.of], matters));
        }
        answer
    }

    fn measured(&self, certain: &Countries, open: &[Open<'_>], exact: bool) -> Measured {
        let (mut complete, mut lacking) = (0, Vec::new());
        for (country, brought) in certain {
            let before = lacking.len();
            lacking.extend(self.lacking(brought).map(|(need, missing)| Lack { country: *country, kinds: need.kinds, missing }));
            complete += u64::from(lacking.len() == before);
        }
        let present = certain.len() as u64;
        let possible = if open.is_empty() { complete } else { present + open.len() as u64 };
        Measured::PerCountry { complete, possible, present, lacking, surplus: self.surplus(certain, open), exact }
    }

    /// See [`Measured::PerCountry`]: what a country that nobody is left in lacks, it need not bring.
    fn surplus(&self, certain: &Countries, open: &[Open<'_>]) -> Option<i64> {
        let sure = EachCountry::sure(certain, open);
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

    /// What is brought whatever the facts that are not stated: a member who is in a country in any case brings what it brings as
    /// whatever it turns out to be.
    pub(super) fn sure(certain: &Countries, open: &[Open<'_>]) -> Countries {
        let mut sure = certain.clone();
        for (group, places) in open {
            if let [(Some(country), first), rest @ ..] = places
                && rest.iter().all(|place| place.0 == Some(*country))
            {
                let needs = rest.iter().fold(*first, |needs, place| needs & place.1);
                sure.entry(*country).or_default().add(needs, 1, *group);
            }
        }
        sure
    }

    /// For each need how many a country still has to bring.
    pub(super) fn missing(&self, brought: &Brought) -> [u32; 8] {
        let mut missing = [0; 8];
        for (at, (missing, need)) in missing.iter_mut().zip(&*self.needs).enumerate() {
            *missing = need.at_least.saturating_sub(brought.units(at));
        }
        missing
    }

    /// Whether a country brings all that it has to.
    pub(super) fn is_complete(&self, brought: &Brought) -> bool {
        self.lacking(brought).next().is_none()
    }

    /// What a country still has to bring.
    fn lacking<'a>(&'a self, brought: &'a Brought) -> impl Iterator<Item = (&'a CountryNeed, u32)> {
        let missing = |(at, need): (usize, &'a CountryNeed)| (need, need.at_least.saturating_sub(brought.units(at)));
        self.needs.iter().enumerate().map(missing).filter(|(_, missing)| *missing > 0)
    }

    /// Whether all countries bring all that they have to.
    pub(super) fn holds(&self, countries: &Countries) -> bool {
        countries.values().all(|brought| self.is_complete(brought))
    }

    /// The needs that a kind contributes to, as bits.
    fn contribution(&self, kind: OrganisationKind) -> u8 {
        (0..8).zip(&*self.needs).filter(|(_, need)| need.kinds.contains(kind)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// Every place where a member may turn out to count. One place, where all that matters is stated.
    fn places(&self, context: Context<'_>, profile: &Profile, fit: Fit) -> Vec<Place> {
        if let Fit::No(_) = fit {
            return vec![(None, 0)];
        }
        let mut places = Vec::new();
        let countries: Vec<Country> = match profile.country {
            Some(country) => vec![country],
            None => context.call.samples().iter().map(|sample| sample.country).chain(self.present(context)).collect(),
        };
        for country in countries {
            for kind in OrganisationKind::ALL.iter().filter(|kind| profile.kind.is_none_or(|stated| stated == **kind)) {
                let (yes, no) = self.of.could(context.call, context.exclusions, profile, *kind, country);
                places.extend(yes.then(|| (Some(context.call.state_of(country)), self.contribution(*kind))));
                places.extend(no.then_some((None, 0)));
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The countries that members state.
    fn present(&self, context: Context<'_>) -> Vec<Country> {
        context.consortium.alike().iter().filter_map(|alike| alike.profile.country).map(|country| context.call.state_of(country)).collect()
    }

    /// Puts those who have one place there; the others stay open, each with its group and its places.
    fn seat<'a>(&self, context: Context<'_>, places: &'a [Vec<Place>], certain: &mut Countries, open: &mut Vec<Open<'a>>) {
        let mut put = |places: &'a [Place], members: u32, group: Option<u32>| match places {
            [(None, _)] => {}
            [(Some(country), needs)] => certain.entry(*country).or_default().add(*needs, members, group),
            _ => open.extend((0..members).map(|_| (group, places))),
        };
        for (alike, places) in context.consortium.alike().iter().zip(places).filter(|(alike, _)| alike.alone > 0) {
            put(places, alike.alone, None);
        }
        for MemberRef { profile, group, .. } in context.consortium.grouped() {
            places.get(*profile as usize).into_iter().for_each(|places| put(places, 1, *group));
        }
    }
}
