//! Newcomers who are from one country, and whether some of them meet everything: by what is certain of whoever they turn out to be.

use super::ask::{Frame, What};
use super::effect::{Effect, PRESENT};
use super::land::{Land, Local};
use super::supply::newcomer;
use crate::advice::pattern::{Answer, Seat};
use crate::advice::supply::is_welcome;
use crate::engine::{Attributes, Country, KindSet, OrganisationKind};

/// Where the takers of some seats are from.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// A country that somebody is from.
    At(Land),
    /// One that nobody is from yet, and no other group: like this one, or any of these classes.
    New { like: Land, classes: Option<Vec<u8>> },
    /// Any country of these classes, each for itself.
    Any { classes: Vec<u8> },
}

/// Whoever takes a seat: some of these kinds, with these attributes; and what is certain of all of them.
#[derive(Clone, Debug)]
pub(super) struct Taker {
    pub(super) kinds: KindSet,
    pub(super) attributes: Attributes,
    pub(super) effect: Effect,
}

/// Seats whose takers are from one country; in [`Place::Any`] it is one seat.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) place: Place,
    pub(super) takers: Vec<Taker>,
}

impl Place {
    /// The country that it began as.
    pub(super) fn like(&self) -> Option<&Land> {
        match self {
            Place::At(land) | Place::New { like: land, .. } => Some(land),
            Place::Any { .. } => None,
        }
    }

    /// One country for each way in which the place can turn out.
    fn countries(&self, frame: &Frame<'_>) -> Vec<Country> {
        let call = frame.counting.call;
        let of_classes = |classes: &[u8]| {
            let samples = call.samples().iter().filter(|sample| classes.iter().all(|class| call.in_class(Some(*class), sample.country)));
            samples.map(|sample| sample.country).collect()
        };
        match self {
            Place::At(land) | Place::New { like: land, classes: None } => land.country.into_iter().collect(),
            Place::New { classes: Some(classes), .. } | Place::Any { classes } => of_classes(classes),
        }
    }

    /// Somebody of these kinds there. `None`: not all of them may take part, or nothing is certain of them.
    pub(super) fn taker(&self, frame: &Frame<'_>, kinds: KindSet, attributes: Attributes) -> Option<Taker> {
        let mut all: Option<Effect> = None;
        let countries = self.countries(frame);
        for (country, kind) in countries.iter().flat_map(|country| kinds.iter().map(move |kind| (*country, kind))) {
            let effect = frame.newcomer(kind, country, attributes)?;
            all = Some(all.map_or(Some(effect.clone()), |all| frame.either(&all, &effect))?);
        }
        Some(Taker { kinds, attributes, effect: all? })
    }

    /// The same, or somebody of one more kind.
    pub(super) fn wider(&self, frame: &Frame<'_>, taker: &Taker, kind: OrganisationKind) -> Option<Taker> {
        let one = self.taker(frame, KindSet::from_iter([kind]), taker.attributes)?;
        let kinds = taker.kinds.iter().chain([kind]).collect();
        Some(Taker { kinds, attributes: taker.attributes, effect: frame.either(&taker.effect, &one.effect)? })
    }
}

impl Frame<'_> {
    /// What somebody does who shows all that can be asked. `None`: it may not take part, or nothing is certain of it.
    fn newcomer(&self, kind: OrganisationKind, country: Country, attributes: Attributes) -> Option<Effect> {
        let mut known = self.known.borrow_mut();
        let profile = newcomer(kind, country, attributes);
        let found = known.entry(profile.key()).or_insert_with(|| self.effect(&[profile]).filter(|_| is_welcome(self.counting, &profile)));
        found.clone()
    }

    /// Whether all holds once these have joined, whoever they are.
    pub(super) fn is_met_by(&self, groups: &[Group]) -> bool {
        (0..self.asks.len()).all(|at| self.is_one_met_by(at, groups))
    }

    fn is_one_met_by(&self, at: usize, groups: &[Group]) -> bool {
        let Some(ask) = self.asks.get(at) else { return true };
        let hits = |group: &Group| group.takers.iter().map(|taker| taker.effect.get(at).copied().unwrap_or(0)).collect::<Vec<i32>>();
        let local = |group: &Group| group.place.like().and_then(|land| land.locals.get(at)).cloned().unwrap_or_default();
        let sum = || groups.iter().flat_map(hits).map(i64::from).sum::<i64>();
        match &ask.what {
            What::Count | What::Leader => sum() >= ask.left,
            What::AtMost => sum() <= ask.left,
            What::Compare(_) => ask.left + sum() >= 0,
            What::Countries(ranked) => {
                let brings =
                    |group: &&Group| !matches!(group.place, Place::Any { .. }) && !local(group).settled && hits(group).contains(&1);
                let countries = groups.iter().filter(brings).filter_map(|group| group.place.like()?.country);
                let digit = countries.fold(0, |digit, country| ranked.take(digit, country));
                ask.is_done(digit, 0)
            }
            What::Exact { nowhere } => {
                let counts = |group: &Group| hits(group).contains(&1);
                let free = groups.iter().any(|group| matches!(group.place, Place::Any { .. }) && counts(group));
                let more = groups.iter().filter(|group| counts(group) && !local(group).settled).count() as i64;
                let mended = groups.iter().all(|group| !local(group).broken || counts(group));
                !free && mended && (more == ask.left || *nowhere && more + 1 == ask.left)
            }
            What::Each(_) => groups.iter().all(|group| brings_its_own(&group.place, &local(group), &hits(group))),
        }
    }
}

/// Whether a country has what it has to bring.
fn brings_its_own(place: &Place, local: &Local, hits: &[i32]) -> bool {
    let is_there = local.settled || hits.iter().any(|hit| *hit != 0);
    let helping = |need: usize| hits.iter().filter(|hit| **hit & !PRESENT & (1 << need) != 0).count() as u32;
    match place {
        Place::Any { .. } => hits.iter().all(|hit| *hit == 0),
        Place::At(_) | Place::New { .. } if is_there => local.lacks.iter().enumerate().all(|(need, lacks)| helping(need) >= *lacks),
        Place::At(_) | Place::New { .. } => !local.broken,
    }
}

/// The groups as seats.
pub(super) fn answer(frame: &Frame<'_>, mut groups: Vec<Group>) -> Answer {
    groups.sort_by_key(|group| match &group.place {
        Place::At(land) => (0, land.country, 0),
        Place::New { .. } => (1, None, usize::MAX - group.takers.len()),
        Place::Any { .. } => (2, None, 0),
    });
    let mut seats: Vec<Seat> = Vec::new();
    let mut leads: Vec<Vec<bool>> = Vec::new();
    for (group, number) in groups.iter().zip(0..) {
        for taker in &group.takers {
            seats.push(seat(frame, group, taker, number));
            leads.push(frame.asks.iter().zip(&taker.effect).map(|(ask, hit)| matches!(ask.what, What::Leader) && *hit > 0).collect());
        }
    }
    for (at, _) in frame.asks.iter().enumerate().filter(|(_, ask)| matches!(ask.what, What::Leader) && ask.left > 0) {
        let may = |leads: &Vec<bool>| leads.get(at).copied().unwrap_or(false);
        // Where whoever takes a seat could lead, no seat has to ask for it.
        if !leads.iter().all(may) {
            let first = leads.iter().position(may).and_then(|first| seats.get_mut(first));
            first.into_iter().for_each(|seat| seat.leads = true);
        }
    }
    Answer { seats, countries: Vec::new() }
}

fn seat(frame: &Frame<'_>, group: &Group, taker: &Taker, number: u32) -> Seat {
    let is_new = matches!(group.place, Place::New { .. });
    let all = taker.kinds.iter().count() == OrganisationKind::ALL.len();
    let (mut helps, mut new_country) = (Vec::new(), Vec::new());
    for (at, (ask, hit)) in frame.asks.iter().zip(&taker.effect).enumerate().filter(|(_, (_, hit))| **hit > 0) {
        let local = group.place.like().and_then(|land| land.locals.get(at)).cloned().unwrap_or_default();
        let in_country = !matches!(group.place, Place::Any { .. }) && !local.settled;
        let counts = match ask.what {
            What::Count | What::Leader | What::Compare(_) => true,
            What::Countries(_) | What::Exact { .. } => in_country,
            What::Each(_) => (0..8).zip(&local.lacks).any(|(need, lacks)| *lacks > 0 && hit & (1 << need) != 0),
            What::AtMost => false,
        };
        if counts {
            helps.push(ask.requirement);
        }
        if counts && is_new && matches!(ask.what, What::Countries(_) | What::Exact { .. }) {
            new_country.push(ask.requirement);
        }
    }
    let (country, classes) = match &group.place {
        Place::At(land) | Place::New { like: land, classes: None } => (land.country, Vec::new()),
        Place::New { classes: Some(classes), .. } | Place::Any { classes } => (None, classes.clone()),
    };
    let together = (is_new && country.is_none()).then_some(number);
    let attributes = taker.attributes.stated().map(|(attribute, _)| attribute).collect();
    Seat { kinds: (!all).then_some(taker.kinds), classes, new_country, leads: false, helps, country, together, attributes }
}
