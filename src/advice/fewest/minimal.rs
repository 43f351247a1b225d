//! Whether a set of seats is minimal: none of them could be for more takers, in a wider region, or anywhere, and all still be met.
//!
//! What can be seen early is: further seats only bring more to counts and countries, so a seat that asks for what the others bring there
//! already will still do so in the end.

use super::constraint::{Constraint, Form};
use super::seats::{Group, Listing, Offer, Place};
use super::takers::Takers;
use std::cmp::Reverse;

impl Listing<'_> {
    /// Whether a seat asks for what the others bring already, in what more seats only bring more of.
    pub(super) fn brings_too_much(&self, groups: &[Group]) -> bool {
        let spare = self.spare(groups);
        groups.iter().any(|group| {
            let Some(offer) = self.offer(group) else { return false };
            (0..group.seats.len()).any(|seat| self.less(group, offer, seat).any(|less| self.is_spared(&spare, group, &less)))
        })
    }

    /// Whether the last group, which no more seats join, could as well be in a wider region.
    pub(super) fn is_too_narrow(&self, groups: &[Group]) -> bool {
        let spare = self.spare(groups);
        let last = groups.last().and_then(|last| Some((last, self.offer(last)?)));
        last.is_some_and(|(last, offer)| self.wider(last, offer).any(|less| self.is_spared(&spare, last, &less)))
    }

    /// For each constraint how much more there is than is needed.
    fn spare(&self, groups: &[Group]) -> Vec<i64> {
        self.constraints().map(|(at, constraint)| -self.short(at, constraint, groups)).collect()
    }

    /// The group with a seat for more takers in its stead.
    fn less<'a>(&'a self, group: &'a Group, offer: &'a Offer, seat: usize) -> impl Iterator<Item = Group> + 'a {
        let own = group.seats.get(seat).and_then(|number| Some((*number, offer.takers.get(*number)?)));
        let wider = move |(number, own): (usize, &'a Takers)| {
            offer.takers.iter().enumerate().filter(move |(less, other)| *less != number && other.holds(own)).map(|(less, _)| less)
        };
        own.into_iter().flat_map(wider).map(move |less| {
            let seats = group.seats.iter().enumerate().map(|(at, number)| if at == seat { less } else { *number });
            self.group(group.offer, seats.collect())
        })
    }

    /// The group in a wider region.
    fn wider<'a>(&'a self, group: &'a Group, offer: &'a Offer) -> impl Iterator<Item = Group> + 'a {
        let is_wider = |other: &Offer| other.place == offer.place && other.region.is_wider(&offer.region);
        self.offers.iter().enumerate().filter(move |(_, other)| is_wider(other)).filter_map(move |(number, other)| {
            // Of those who hold these takers the fewest are the ones of whom most is certain.
            let wider = |own: &Takers| {
                let holding = other.takers.iter().enumerate().filter(|(_, one)| one.holds(own));
                holding.min_by_key(|(_, one)| (one.kinds.iter().count(), Reverse(one.attributes.stated().count()))).map(|(at, _)| at)
            };
            Some(self.group(number, self.takers(group).map(wider).collect::<Option<Vec<usize>>>()?))
        })
    }

    /// Whether what a group brings less is brought by others, and it does no more harm.
    fn is_spared(&self, spare: &[i64], group: &Group, less: &Group) -> bool {
        let spared = |(at, constraint): (usize, &Constraint<'_>)| {
            let of = |group: &Group| group.brings.get(at).copied().unwrap_or(0);
            let lost = of(group) - of(less);
            match constraint.form {
                Form::Count | Form::Leader | Form::Countries(_) => lost <= spare.get(at).copied().unwrap_or(0).max(0),
                Form::AtMost | Form::Balance { .. } => lost <= 0,
                Form::Exactly { .. } => lost == 0,
                Form::PerCountry(_) => self.levels_at(at, group) == self.levels_at(at, less),
            }
        };
        self.constraints().all(spared)
    }

    fn levels_at(&self, at: usize, group: &Group) -> Vec<i32> {
        self.takers(group).map(|one| one.levels.get(at).copied().unwrap_or(0)).collect()
    }

    /// Whether all is still met if one seat asks for less: other takers, a wider region, any country instead of a certain one.
    pub(super) fn could_ask_less(&self, groups: &[Group]) -> bool {
        (0..groups.len()).any(|at| {
            let Some((group, offer)) = groups.get(at).and_then(|group| Some((group, self.offer(group)?))) else { return false };
            let with = |less: Group| {
                let mut changed = groups.to_vec();
                changed.get_mut(at).into_iter().for_each(|group| *group = less.clone());
                self.is_met_by(&changed)
            };
            let of_one = |seat: usize| self.less(group, offer, seat).any(with) || self.is_met_elsewhere(groups, (at, group), seat);
            (0..group.seats.len()).any(of_one) || self.wider(group, offer).any(with)
        })
    }

    /// With one seat of a group anywhere.
    fn is_met_elsewhere(&self, groups: &[Group], (at, group): (usize, &Group), seat: usize) -> bool {
        let Some((offer, own)) = self.offer(group).and_then(|offer| Some((offer, offer.takers.get(*group.seats.get(seat)?)?))) else {
            return false;
        };
        let is_inside = |other: &Offer| offer.region.samples.iter().all(|sample| other.region.samples.contains(sample));
        let is_wider = |other: &Offer| {
            let from_here = offer.place != Place::Any && other.region.country.is_none_or(|country| offer.region.country == Some(country));
            other.place == Place::Any && is_inside(other) && (from_here || other.region.is_wider(&offer.region))
        };
        let rest: Vec<usize> = group.seats.iter().enumerate().filter(|(at, _)| *at != seat).map(|(_, number)| *number).collect();
        let with = |number: usize, less: usize| {
            let mut changed: Vec<Group> =
                groups.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, group)| group.clone()).collect();
            changed.extend((!rest.is_empty()).then(|| self.group(group.offer, rest.clone())));
            changed.push(self.group(number, vec![less]));
            self.is_met_by(&changed)
        };
        self.offers
            .iter()
            .enumerate()
            .filter(|(_, other)| is_wider(other))
            .any(|(number, other)| other.takers.iter().enumerate().filter(|(_, one)| one.holds(own)).any(|(less, _)| with(number, less)))
    }
}
