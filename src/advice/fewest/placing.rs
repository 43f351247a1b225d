//! Whether there are countries for the seats of an answer: as many new ones as it asks for.

use super::constraint::Form;
use super::seats::{Group, Listing, Offer, Place};
use super::takers::Takers;
use crate::engine::Country;

/// How many ways to find countries for the seats of one answer are tried.
const MOST_PLACED: u32 = 2_000;

impl Listing<'_> {
    /// Whether there are countries for the seats. Where every region has as many new ones as there are seats, there are.
    pub(super) fn can_be_filled(&self, groups: &[Group]) -> bool {
        let seats: usize = groups.iter().map(|group| group.seats.len()).sum();
        let offers = || groups.iter().filter_map(|group| self.offer(group));
        if offers().all(|offer| matches!(offer.place, Place::At(_)) || self.fresh(offer).take(seats).count() == seats) {
            return true;
        }
        let seats: Vec<(usize, &Offer, &Takers)> = groups
            .iter()
            .enumerate()
            .filter_map(|(number, group)| Some((number, self.offer(group)?, group)))
            .flat_map(|(number, offer, group)| self.takers(group).map(move |takers| (number, offer, takers)))
            .collect();
        self.place(&seats, &mut Vec::new(), &mut { MOST_PLACED })
    }

    /// Finds countries for the seats, those that nobody is from first. Whether there are any; after many tries the answer is left out, and the
    /// answers are not all.
    fn place(&self, seats: &[(usize, &Offer, &Takers)], placed: &mut Vec<(usize, Country)>, left: &mut u32) -> bool {
        *left = left.saturating_sub(1);
        let Some((group, offer, _)) = seats.get(placed.len()) else { return self.covers(seats, placed) };
        if *left == 0 {
            return false;
        }
        let own = placed.iter().find(|(other, _)| other == group).map(|(_, country)| *country);
        let is_taken = |country: &Country| placed.iter().any(|(_, other)| other == country);
        let countries: Vec<Country> = match (&offer.place, own) {
            (Place::New | Place::At(_), Some(own)) => vec![own],
            (Place::At(_), None) => offer.region.country.into_iter().collect(),
            (Place::New, None) => self.fresh(offer).find(|country| !is_taken(country)).into_iter().collect(),
            (Place::Any, _) => {
                let new = self.fresh(offer).find(|country| !is_taken(country));
                let known = self.problem.present.keys().copied().filter(|country| self.is_in(offer, *country));
                new.into_iter()
                    .chain(known)
                    .chain(placed.iter().map(|(_, country)| *country).filter(|country| self.is_in(offer, *country)))
                    .collect()
            }
        };
        countries.into_iter().any(|country| {
            placed.push((*group, country));
            let is_found = self.place(seats, placed, left);
            placed.pop();
            is_found
        })
    }

    fn is_in(&self, offer: &Offer, country: Country) -> bool {
        let samples = self.problem.counting.call.samples();
        let is_in = |sample: &usize| samples.get(*sample).is_some_and(|sample| sample.alike.contains(country));
        offer.region.country.is_none_or(|only| only == country) && offer.region.samples.iter().any(is_in)
    }

    /// Whether the countries are as many as are needed of each sort.
    fn covers(&self, seats: &[(usize, &Offer, &Takers)], placed: &[(usize, Country)]) -> bool {
        self.problem.constraints.iter().enumerate().filter(|(_, one)| one.is_active()).all(|(at, constraint)| {
            let Form::Countries(presence) = &constraint.form else { return true };
            let mut with = presence.clone();
            let counts = seats.iter().zip(placed).filter(|((_, _, takers), _)| takers.levels.get(at).is_some_and(|level| *level > 0));
            counts.for_each(|(_, (_, country))| *with.alone.entry(*country).or_default() += 1);
            i64::from(with.rank()) >= i64::from(presence.rank()) + constraint.missing
        })
    }

    /// Countries of an offer that nobody is from.
    fn fresh(&self, offer: &Offer) -> impl Iterator<Item = Country> {
        let samples = self.problem.counting.call.samples();
        let all = offer.region.samples.iter().filter_map(|sample| samples.get(*sample)).flat_map(|sample| sample.alike.iter());
        all.filter(|country| !self.problem.present.contains_key(country) && offer.region.country.is_none_or(|only| only == *country))
    }
}
