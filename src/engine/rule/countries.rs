//! `countries`: members from at least n different countries of a class.
//!
//! An independent organisation stands for one country. A legal group with members in several countries takes the one that
//! helps most, which is a matching of units to countries; the rest of the work is counting.

use super::count::explain;
use super::{Answer, Context, missing, of_profile};
use crate::engine::consortium::{MemberRef, Profile, ProfileCount};
use crate::engine::{Country, CountrySet, Fit, LeftOut, Measure, MissingFact, Selector};

/// Members from at least `at_least` different countries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Countries {
    /// Who counts.
    pub of: Selector,
    /// How many different countries are needed.
    pub at_least: u32,
}

impl Countries {
    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        let fits = context.fits(&self.of);
        let open = self.open(&fits, context);
        let (certain, hopeful) = (Units::certain(&fits, context), Units::hopeful(&fits, &open, context));
        let (certain, possible) = (Matching::of(&certain), Matching::of(&hopeful));
        let mut answer = Answer::at_least(Measure::Countries, certain.countries().len(), possible.countries().len(), self.at_least);
        answer.countries = certain.countries().iter().collect();
        if context.explain {
            explain(&fits, &standing(&fits, &certain, context), context, &mut answer);
            answer.wait_for(|_| self.missing_facts(&fits, context));
        }
        answer
    }

    /// Where a member is matters of one that counts in any case too, and a member of a legal group in which another counts may bring it a
    /// further country. One that can only be where an independent organisation already is brings nothing.
    fn missing_facts(&self, fits: &[Fit], context: Context<'_>) -> Vec<MissingFact> {
        let state = |profile: &Profile| profile.country.map(|country| context.call.state_of(country));
        let alone = context.consortium.alike().iter().zip(fits).filter(|(alike, fit)| **fit == Fit::Yes && alike.alone > 0);
        let settled: CountrySet = alone.filter_map(|(alike, _)| state(&alike.profile)).collect();
        let missing = |seat: &MemberRef| {
            let (profile, fit) = (context.profile(seat)?, of_profile(fits, seat)?);
            let whether = match fit {
                Fit::Maybe(LeftOut::NotStated { kind, .. }) => kind,
                Fit::Maybe(LeftOut::AttributeNotStated(_)) => true,
                Fit::Yes => false,
                Fit::Maybe(_) | Fit::No(_) => return None,
            };
            let country = state(profile);
            let is_asked = country.is_none_or(|country| whether && !settled.contains(country));
            let kind = whether && profile.kind.is_none();
            let attribute = missing::not_stated(self.of.attribute, profile);
            is_asked.then_some(MissingFact { member: seat.place, kind, country: country.is_none(), show: None, attribute })
        };
        context.consortium.member_refs().iter().filter_map(missing).collect()
    }

    /// For each profile without a country, the countries that it may count in; for the others no country.
    fn open(&self, fits: &[Fit], context: Context<'_>) -> Vec<CountrySet> {
        let all = context.consortium.alike().iter().zip(fits);
        let open = all.map(|(alike, fit)| match fit {
            Fit::Yes | Fit::Maybe(_) if alike.profile.country.is_none() => {
                self.of.open_countries(context.call, context.exclusions, &alike.profile)
            }
            Fit::Yes | Fit::Maybe(_) | Fit::No(_) => CountrySet::EMPTY,
        });
        open.collect()
    }
}

/// The most countries that can be stood for at once: those of members without a choice, and one for each legal group, of those
/// that it can choose from.
pub(crate) fn covered(settled: CountrySet, choices: Vec<CountrySet>) -> CountrySet {
    let units = Units { settled, choices };
    Matching::of(&units).countries()
}

/// Who stands for each legal group: the first of it who is in the country that the group stands for.
/// A group whose countries all have others standing for them already is named all the same.
fn standing(fits: &[Fit], matching: &Matching<'_>, context: Context<'_>) -> Vec<Option<u32>> {
    let own = |group: u32| matching.unit_of.iter().find(|(_, unit)| *unit == group).map(|(country, _)| *country);
    let mut standing = vec![None; context.consortium.groups()];
    for seat in context.consortium.grouped() {
        let (Some(group), Some(Fit::Yes)) = (seat.group, of_profile(fits, seat)) else { continue };
        let country = context.consortium.alike().get(seat.profile as usize).and_then(|alike| alike.profile.country);
        let country = country.map(|country| context.call.state_of(country));
        if own(group).is_none_or(|own| country == Some(own))
            && let Some(stands) = standing.get_mut(group as usize)
        {
            *stands = stands.or(Some(seat.place));
        }
    }
    standing
}

/// The countries that independent organisations can stand for.
pub(crate) struct Units {
    /// Countries of members who have no choice.
    pub(crate) settled: CountrySet,
    /// The choices of those who have one. The legal groups come first, by their numbers.
    pub(crate) choices: Vec<CountrySet>,
}

impl Units {
    /// By the members who count for certain.
    fn certain(fits: &[Fit], context: Context<'_>) -> Units {
        Units::by(context, |place, country| match (fits.get(place), country) {
            (Some(Fit::Yes), Some(country)) => Some(country),
            _ => None,
        })
    }

    /// By the members who count or may count, wherever they may turn out to be.
    fn hopeful(fits: &[Fit], open: &[CountrySet], context: Context<'_>) -> Units {
        let mut units = Units::by(context, |place, country| match (fits.get(place), country) {
            (Some(Fit::Yes | Fit::Maybe(_)), Some(country)) => Some(country),
            _ => None,
        });
        for seat in context.consortium.grouped() {
            let choice = seat.group.and_then(|group| units.choices.get_mut(group as usize));
            choice.into_iter().zip(of_profile(open, seat)).for_each(|(choice, open)| choice.insert_all(&open));
        }
        for (alike, open) in context.consortium.alike().iter().zip(open) {
            // More units than countries bring no more countries.
            let useful = (alike.alone as usize).min(open.len());
            units.choices.extend(std::iter::repeat_n(*open, useful));
        }
        units
    }

    fn by(context: Context<'_>, country_of: impl Fn(usize, Option<Country>) -> Option<Country>) -> Units {
        let state = |alike: &ProfileCount| alike.profile.country.map(|country| context.call.state_of(country));
        let countries = context.consortium.alike().iter().enumerate().map(|(place, alike)| country_of(place, state(alike)));
        let countries: Vec<Option<Country>> = countries.collect();
        let alone = context.consortium.alike().iter().zip(&countries).filter(|(alike, _)| alike.alone > 0);
        let settled = alone.filter_map(|(_, country)| *country).collect();
        let mut choices = vec![CountrySet::EMPTY; context.consortium.groups()];
        for seat in context.consortium.grouped() {
            let choice = seat.group.and_then(|group| choices.get_mut(group as usize));
            choice.into_iter().zip(of_profile(&countries, seat).flatten()).for_each(|(choice, country)| choice.insert(country));
        }
        Units { settled, choices }
    }
}

/// As many countries as possible, each with a unit of its own.
pub(crate) struct Matching<'a> {
    units: &'a Units,
    /// Countries with their units, in no order; there are no more than there are countries.
    pub(crate) unit_of: Vec<(Country, u32)>,
}

impl Matching<'_> {
    pub(crate) fn of(units: &Units) -> Matching<'_> {
        let mut matching = Matching { units, unit_of: Vec::new() };
        // A country that was tried in vain stays in vain until a unit has found a new one: so thousands of groups cost no more
        // than a look each, and one search goes no deeper than there are countries.
        let mut tried = units.settled;
        for unit in (0..).take(units.choices.len()) {
            if matching.place(unit, &mut tried) {
                tried = units.settled;
            }
        }
        matching
    }

    /// Finds a country for the unit, moving others to their further countries where that frees one.
    fn place(&mut self, unit: u32, tried: &mut CountrySet) -> bool {
        let Some(choice) = self.units.choices.get(unit as usize) else { return false };
        while let Some(country) = choice.first_outside(tried) {
            tried.insert(country);
            let held = self.unit_of.iter().position(|(other, _)| *other == country);
            let holder = held.and_then(|at| self.unit_of.get(at)).map(|(_, unit)| *unit);
            if holder.is_none_or(|holder| self.place(holder, tried)) {
                // Places stay while others move: entries are changed and added, never taken out.
                match held.and_then(|at| self.unit_of.get_mut(at)) {
                    Some(entry) => entry.1 = unit,
                    None => self.unit_of.push((country, unit)),
                }
                return true;
            }
        }
        false
    }

    fn countries(&self) -> CountrySet {
        let mut countries = self.units.settled;
        self.unit_of.iter().for_each(|(country, _)| countries.insert(*country));
        countries
    }
}
