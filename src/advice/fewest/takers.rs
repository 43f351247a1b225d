//! Who can take a seat: kinds × countries × attributes, and what is certain of everybody who is one of them.
//!
//! What is certain of several is the weakest of what each contributes: the componentwise minimum, where harm counts as negative. The
//! takers of a place are the closure of its kinds' contributions under that minimum, so every seat that asks for no more than it must
//! is for some of them.

use super::candidates::newcomer;
use super::constraint::{Constraint, Form, Problem};
use super::contribution::{Marks, PRESENT};
use crate::engine::{Attributes, Country, KindSet, OrganisationKind};
use std::collections::BTreeMap;

/// How many contributions of one place are told apart.
const MOST_LEVELS: usize = 128;
/// Up to how many classes every two of them are a region.
const MOST_PAIRED: u8 = 24;

/// Countries that seats speak of: all that hold the same classes, by the places of the call's samples.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Region {
    pub(super) samples: Vec<usize>,
    /// The classes that say which countries they are.
    pub(super) classes: Vec<u8>,
    /// The country, where no classes say it or it has to be that one.
    pub(super) country: Option<Country>,
}

impl Region {
    pub(super) fn is_wider(&self, other: &Region) -> bool {
        self.country.is_none() && self.samples.len() > other.samples.len() && other.samples.iter().all(|one| self.samples.contains(one))
    }
}

/// Who can take a seat: everybody of these kinds, with these attributes, in a region.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Takers {
    pub(super) kinds: KindSet,
    pub(super) attributes: Attributes,
    pub(super) levels: Levels,
}

/// For each constraint what is certain of all takers: a weight, a mark, or per country [`PRESENT`] and the needs that are helped.
pub(super) type Levels = Vec<i32>;

impl Takers {
    /// Whether whoever is one of the others is one of these too.
    pub(super) fn holds(&self, other: &Takers) -> bool {
        self.kinds.bits() | other.kinds.bits() == self.kinds.bits()
            && self.attributes.stated().all(|(attribute, has)| other.attributes.get(attribute) == Some(has))
    }
}

impl Problem<'_> {
    /// All countries, and those of each class and of every two; then, one by one, those that no classes tell apart from others.
    pub(super) fn regions(&self, known: &mut Known) -> Vec<Region> {
        let call = self.counting.call;
        let all: Vec<usize> = (0..call.samples().len()).collect();
        let of = |classes: Vec<u8>| {
            let is_in = |at: &usize| {
                let country = call.samples().get(*at).map(|sample| sample.country);
                country.is_some_and(|country| classes.iter().all(|class| call.in_class(Some(*class), country)))
            };
            Region { samples: all.iter().copied().filter(is_in).collect(), classes, country: None }
        };
        let number = u8::try_from(call.classes().len()).unwrap_or(u8::MAX);
        let singles = (0..number).map(|one| vec![one]);
        let paired = if number > MOST_PAIRED { 0 } else { number };
        known.is_cut |= paired < number;
        let pairs = (0..paired).flat_map(|one| (one + 1..paired).map(move |other| vec![one, other]));
        let mut regions: Vec<Region> = Vec::new();
        for region in std::iter::once(Vec::new()).chain(singles).chain(pairs).map(of) {
            if !region.samples.is_empty() && regions.iter().all(|known| known.samples != region.samples) {
                regions.push(region);
            }
        }
        for sample in all {
            if regions.iter().all(|region| region.samples != [sample]) {
                let fresh =
                    call.samples().get(sample).and_then(|sample| sample.alike.iter().find(|country| !self.present.contains_key(country)));
                let region = |country| Region { samples: vec![sample], classes: Vec::new(), country: Some(country) };
                regions.extend(fresh.map(region));
            }
        }
        regions
    }

    /// The takers of a region, of each as many kinds as what is certain of them lets in.
    pub(super) fn takers(&self, region: &Region, known: &mut Known) -> Vec<Takers> {
        let mut found: Vec<Takers> = Vec::new();
        for attributes in self.attribute_sets() {
            let of_kind = |kind: &OrganisationKind| Some((*kind, self.levels_in(region, *kind, attributes, known)?));
            let kinds: Vec<(OrganisationKind, Levels)> = OrganisationKind::ALL.iter().filter_map(of_kind).collect();
            let closure = self.closure(&kinds);
            known.is_cut |= closure.len() >= MOST_LEVELS;
            for levels in closure {
                let is_in = |(_, own): &&(OrganisationKind, Levels)| self.is_certain(own, &levels);
                let new = Takers { kinds: kinds.iter().filter(is_in).map(|(kind, _)| *kind).collect(), attributes, levels };
                let is_same = |other: &Takers| other.levels == new.levels && other.holds(&new);
                if !found.iter().any(is_same) {
                    found.push(new);
                }
            }
        }
        found
    }

    /// Every contribution, and all that is certain of several of them.
    fn closure(&self, kinds: &[(OrganisationKind, Levels)]) -> Vec<Levels> {
        let mut all: Vec<Levels> = Vec::new();
        for (_, levels) in kinds {
            if !all.contains(levels) {
                all.push(levels.clone());
            }
        }
        let mut at = 0;
        while let Some(one) = all.get(at).cloned().filter(|_| all.len() < MOST_LEVELS) {
            for other in 0..at {
                let both = all.get(other).and_then(|other| self.either(&one, other));
                if let Some(both) = both.filter(|both| !all.contains(both)) {
                    all.push(both);
                }
            }
            at += 1;
        }
        all
    }

    /// What is certain of a kind in a region. `None`: it may not take part everywhere there, or nothing is certain.
    fn levels_in(&self, region: &Region, kind: OrganisationKind, attributes: Attributes, known: &mut Known) -> Option<Levels> {
        let mut all: Option<Levels> = None;
        for sample in &region.samples {
            let country = self.counting.call.samples().get(*sample)?.country;
            let profile = newcomer(kind, country, attributes);
            let levels = known.profiles.entry(profile.key()).or_insert_with(|| {
                let marks = self.marks(&profile).filter(|_| self.counting.is_welcome(&profile))?;
                Some(self.levels(&marks))
            });
            let levels = levels.as_ref()?;
            all = Some(match all {
                None => levels.clone(),
                Some(all) => self.either(&all, levels)?,
            });
        }
        all
    }

    fn levels(&self, marks: &Marks) -> Levels {
        let level = |(constraint, mark): (&Constraint<'_>, &u16)| match constraint.form {
            Form::Countries(_) | Form::Exactly { .. } | Form::PerCountry(_) => i32::from(*mark),
            Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. } => constraint.weight(*mark),
        };
        self.constraints.iter().zip(marks).map(level).collect()
    }

    /// What is certain of somebody who is one or the other. `None`: whether it counts has to be certain.
    fn either(&self, one: &Levels, other: &Levels) -> Option<Levels> {
        let present = i32::from(PRESENT);
        let both = |(constraint, (one, other)): (&Constraint<'_>, (&i32, &i32))| match constraint.form {
            Form::Exactly { .. } => (one == other).then_some(*one),
            Form::PerCountry(_) => Some(one & other | (one | other) & present),
            Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. } | Form::Countries(_) => Some(*one.min(other)),
        };
        self.constraints.iter().zip(one.iter().zip(other)).map(both).collect()
    }

    /// Whether all that is to be certain is certain of somebody.
    fn is_certain(&self, own: &Levels, wanted: &Levels) -> bool {
        self.either(own, wanted).is_some_and(|both| both == *wanted)
    }
}

/// What newcomers contribute who were looked at already, by the keys of their profiles.
#[derive(Default)]
pub(super) struct Known {
    profiles: BTreeMap<u64, Option<Levels>>,
    /// Whether not everybody was looked at: there are too many contributions or regions.
    pub(super) is_cut: bool,
}
