//! Which seats there can be: who can take one, and where.

use super::constraint::{Constraint, Form, Problem};
use super::contribution::PRESENT;
use super::seats::{Offer, Place};
use super::takers::{Known, Region, Takers};
use super::wandering::Wandering;
use crate::engine::Country;

impl Problem<'_> {
    /// Seats in countries where somebody is, in new countries, and anywhere. The first two are told apart only where what a newcomer
    /// does depends on who else is from its country. And whether they are all.
    pub(super) fn offers(&self) -> (Vec<Offer>, bool) {
        let mut known = Known::default();
        let regions = self.regions(&mut known);
        let offer = |place: &Place, region: &Region, known: &mut Known| {
            let takers: Vec<Takers> = self.takers(region, known).into_iter().filter(|one| self.is_helping(one)).collect();
            Offer { place: place.clone(), region: region.clone(), takers }
        };
        let mut offers: Vec<Offer> = Vec::new();
        if self.constraints.iter().any(|one| one.is_local() && one.is_active()) {
            let standing: Vec<Wandering> = (0..).zip(&self.constraints).map(|(at, one)| Wandering::of(one, at, &[], self.aim)).collect();
            for country in self.present.keys() {
                let Some(region) = self.region_of(*country) else { continue };
                let place = Place::At(self.locals(*country, &standing));
                offers.push(offer(&place, &region, &mut known));
            }
            offers.extend(regions.iter().map(|region| offer(&Place::New, region, &mut known)));
        }
        offers.extend(regions.iter().map(|region| offer(&Place::Any, region, &mut known)));
        offers.iter_mut().for_each(|offer| self.narrow(offer));
        drop_narrower(&mut offers);
        offers.retain(|offer| !offer.takers.is_empty());
        (offers, !known.is_cut)
    }

    fn region_of(&self, country: Country) -> Option<Region> {
        let sample = self.counting.call.samples().iter().position(|sample| sample.alike.contains(country))?;
        Some(Region { samples: vec![sample], classes: Vec::new(), country: Some(country) })
    }

    fn is_helping(&self, takers: &Takers) -> bool {
        self.constraints.iter().zip(&takers.levels).any(|(constraint, level)| match constraint.form {
            Form::PerCountry(_) => *level > i32::from(PRESENT),
            _ => *level > 0,
        })
    }

    /// Who can be anywhere needs no seat in a country of its own, unless somebody has to join there.
    fn narrow(&self, offer: &mut Offer) {
        let is_broken = |locals: &[super::country::Local]| locals.iter().any(|local| local.is_broken);
        match &offer.place {
            Place::Any => offer.takers.retain(|one| self.is_free(one)),
            Place::At(locals) if is_broken(locals) => {}
            Place::At(_) => offer.takers.retain(|one| !self.is_free(one)),
            Place::New => offer.takers.retain(|one| self.is_local(one)),
        }
    }

    /// Whether somebody does something that depends on who else is from its country.
    fn is_local(&self, takers: &Takers) -> bool {
        self.constraints.iter().zip(&takers.levels).any(|(constraint, level)| constraint.is_local() && *level != 0)
    }

    /// Whether a newcomer does no harm wherever it is from: it is not asked what its country brings, or it brings all of it.
    fn is_free(&self, takers: &Takers) -> bool {
        self.constraints.iter().zip(&takers.levels).all(|(constraint, level)| match constraint.form {
            Form::PerCountry(rule) if *level != 0 && !self.is_safe() => {
                (0..).zip(&*rule.needs).all(|(at, need)| need.at_least <= 1 && level & (1 << at) != 0)
            }
            _ => !constraint.is_local() || *level == 0,
        })
    }
}

impl Constraint<'_> {
    /// Whether what one newcomer does to it depends on who else is from its country, beside being the first.
    fn is_local(&self) -> bool {
        matches!(self.form, Form::Exactly { .. } | Form::PerCountry(_))
    }
}

/// Of seats anywhere, those of which no wider region has the same.
fn drop_narrower(offers: &mut [Offer]) {
    let wide: Vec<Offer> = offers.iter().filter(|offer| offer.place == Place::Any).cloned().collect();
    for offer in offers.iter_mut().filter(|offer| offer.place == Place::Any) {
        let Offer { region, takers, .. } = offer;
        let is_same = |one: &Takers, other: &Takers| other.holds(one) && other.levels == one.levels;
        takers.retain(|one| !wide.iter().any(|wide| wide.region.is_wider(region) && wide.takers.iter().any(|other| is_same(one, other))));
    }
}
