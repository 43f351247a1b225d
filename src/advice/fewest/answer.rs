//! Sets of seats as answers that can be shown.

use super::candidates::newcomer;
use super::constraint::{Form, Problem};
use super::contribution::PRESENT;
use super::listing::Taken;
use super::seats::{Group, Listing, MOST_ANSWERS, Offer, Place};
use super::stages::Candidates;
use super::takers::Takers;
use crate::engine::{Attribute, Country, KindSet, Member, Organisation, OrganisationKind, Profile};
use std::cmp::Reverse;
use std::rc::Rc;

/// A seat to be filled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    /// The kinds that it may have; `None` = any.
    pub kinds: Option<KindSet>,
    /// The country classes that its country has to be in, by their places in the call; none = any country.
    pub classes: Vec<u8>,
    /// The requirements for which its country has to be one that no other member stands for.
    pub new_country: Vec<usize>,
    /// Whether it has to be able to be the applicant, and not whoever takes a seat could be.
    pub leads: bool,
    /// The requirements that it helps, by their places in the call.
    pub helps: Vec<usize>,
    /// The country that it has to be in: members from there lack it, or no class says which others would do.
    pub country: Option<Country>,
    /// Seats with the same number are in the same new country: nobody else is from there, neither members nor other seats.
    pub together: Option<u32>,
    /// What whoever takes it has to say of itself.
    pub attributes: Vec<Attribute>,
    /// What it has to deny of itself, where there may be only so many who have it.
    pub denied: Vec<Attribute>,
}

/// Seats that are enough together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The seats: those in countries where somebody is, those that share a new country, then those that ask for most.
    pub seats: Vec<Seat>,
    /// Requirements that ask for different countries, and how many new ones the seats have to bring together. Which seat brings
    /// which is free; [`Seat::new_country`] is one way.
    pub countries: Vec<(usize, u32)>,
}

/// All answers with so many seats, and whether they are all.
pub(super) fn answers(problem: &Problem<'_>, number: u32) -> (Vec<Answer>, bool) {
    let listing = Listing::of(problem, number);
    let mut found: Vec<&Vec<Group>> = listing.found.iter().filter(|groups| listing.can_be_filled(groups)).collect();
    // The first answer is the one that is shown: few seats that have to be in a country with others, and demands on many seats that
    // are each small.
    found.sort_by_key(|groups| listing.demands(groups));
    let mut answers: Vec<Answer> = Vec::new();
    for groups in &found {
        let answer = listing.answer(groups);
        if answers.len() < MOST_ANSWERS && !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    // Where no classes say which countries would do, one of them stands for all.
    let is_exact = |group: &Group| {
        listing.offer(group).is_some_and(|offer| offer.region.country.is_none() || offer.place != Place::Any && offer.place != Place::New)
    };
    let is_whole = listing.is_all && found.len() == listing.found.len() && answers.len() < MOST_ANSWERS;
    let is_all = is_whole && found.iter().all(|groups| groups.iter().all(is_exact));
    (answers, is_all)
}

/// The organisations behind what is taken, as they could be.
pub(super) fn members_of(candidates: &Candidates, taken: &Taken) -> Vec<Member> {
    let classes = taken.iter().filter_map(|(class, number)| Some((candidates.classes.get(*class)?, *number)));
    classes.flat_map(|(class, number)| (0..number).map(|_| member(&class.profile))).collect()
}

fn member(profile: &Profile) -> Member {
    let Profile { kind, country, charter, attributes, .. } = *profile;
    super::partner(Rc::new(Organisation { kind, country, charter, attributes, ..Organisation::default() }))
}

/// An answer for what is taken, where seats that ask for less are not found: everybody who does no less, in the same countries.
pub(super) fn plain(problem: &Problem<'_>, candidates: &Candidates, taken: &Taken) -> Answer {
    let mut seats = Vec::new();
    for (class, number) in taken.iter().filter_map(|(class, number)| Some((candidates.classes.get(*class)?, *number))) {
        let Some(country) = class.country else { continue };
        let does_no_less = |kind: &OrganisationKind| {
            let profile = newcomer(*kind, country, class.profile.attributes);
            let marks = problem.marks(&profile).filter(|_| problem.counting.is_welcome(&profile));
            marks.is_some_and(|marks| problem.is_no_worse(&marks, &class.marks))
        };
        let kinds: KindSet = OrganisationKind::ALL.iter().copied().filter(does_no_less).collect();
        let stated =
            |held: bool| class.profile.attributes.stated().filter(|(_, has)| *has == held).map(|(attribute, _)| attribute).collect();
        let helps = problem.constraints.iter().zip(&class.marks).filter(|(constraint, mark)| constraint.is_helped(**mark));
        let seat = Seat {
            kinds: Some(kinds),
            classes: Vec::new(),
            new_country: Vec::new(),
            leads: false,
            helps: helps.map(|(constraint, _)| constraint.requirement).collect(),
            country: Some(country),
            together: None,
            attributes: stated(true),
            denied: stated(false),
        };
        seats.extend((0..number).map(|_| seat.clone()));
    }
    Answer { seats, countries: Vec::new() }
}

impl Listing<'_> {
    /// What makes an answer hard to fill: attributes that one organisation has to have together, then how much each seat has to do.
    fn demands(&self, groups: &[Group]) -> (usize, usize, Vec<u32>) {
        let all = || groups.iter().flat_map(|group| self.takers(group));
        let square = |takers: &Takers| takers.attributes.stated().count().pow(2);
        let tied = groups.iter().filter_map(|group| Some((self.offer(group)?, group)));
        let tied = tied.filter(|(offer, _)| offer.place != Place::Any).map(|(_, group)| group.seats.len()).sum();
        let mut helps: Vec<u32> = all().map(|takers| takers.levels.iter().filter(|level| **level > 0).count() as u32).collect();
        helps.sort_unstable_by_key(|helps| Reverse(*helps));
        (all().map(square).sum(), tied, helps)
    }

    fn answer(&self, groups: &[Group]) -> Answer {
        let mut all: Vec<(&Group, &Offer)> = groups.iter().filter_map(|group| Some((group, self.offer(group)?))).collect();
        all.sort_by_key(|(group, offer)| match offer.place {
            Place::At(_) => (0, offer.region.country, 0),
            Place::New => (1, None, usize::MAX - group.seats.len()),
            Place::Any => (2, None, 0),
        });
        let mut seats: Vec<(Seat, &Takers)> = Vec::new();
        for ((group, offer), number) in all.into_iter().zip(0..) {
            let first = seats.len();
            seats.extend(self.takers(group).map(|takers| (self.seat(offer, takers, number), takers)));
            let most_first = |(_, takers): &(Seat, &Takers)| Reverse(takers.levels.iter().filter(|level| **level > 0).count());
            seats.get_mut(first..).into_iter().for_each(|own| own.sort_by_key(most_first));
        }
        let free = seats.iter().position(|(seat, _)| seat.together.is_none() && seat.country.is_none()).unwrap_or(seats.len());
        let asks = |(seat, takers): &(Seat, &Takers)| {
            let kinds = takers.kinds.iter().count();
            (Reverse(seat.attributes.len()), Reverse(seat.helps.len()), kinds, takers.kinds.bits(), seat.classes.clone())
        };
        seats.get_mut(free..).into_iter().for_each(|own| own.sort_by_key(asks));
        let countries = self.mark(&mut seats);
        Answer { seats: seats.into_iter().map(|(seat, _)| seat).collect(), countries }
    }

    /// Says which seats are to lead and which to bring new countries: the first that can. How many countries that are, in all.
    fn mark(&self, seats: &mut [(Seat, &Takers)]) -> Vec<(usize, u32)> {
        let mut countries = Vec::new();
        for (at, constraint) in self.problem.constraints.iter().enumerate().filter(|(_, one)| one.is_active() && one.missing > 0) {
            let can = |takers: &Takers| takers.levels.get(at).is_some_and(|level| *level > 0);
            let missing = constraint.missing as usize;
            match constraint.form {
                // Where whoever takes a seat could lead, no seat has to ask for it.
                Form::Leader if seats.iter().any(|(_, takers)| !can(takers)) => {
                    let first = seats.iter_mut().filter(|(_, takers)| can(takers)).take(missing);
                    first.for_each(|(seat, _)| seat.leads = true);
                }
                Form::Countries(_) => {
                    countries.push((constraint.requirement, constraint.missing as u32));
                    let (mut groups, mut left): (Vec<u32>, usize) = (Vec::new(), missing);
                    for (seat, _) in seats.iter_mut().filter(|(seat, takers)| can(takers) && seat.country.is_none()) {
                        // Of seats that share a new country the first brings it.
                        if left > 0 && seat.together.is_none_or(|group| !groups.contains(&group)) {
                            seat.new_country.push(constraint.requirement);
                            left -= 1;
                        }
                        groups.extend(seat.together);
                    }
                }
                _ => {}
            }
        }
        countries
    }

    fn seat(&self, offer: &Offer, takers: &Takers, number: u32) -> Seat {
        let is_new = offer.place == Place::New;
        let (mut helps, mut new_country) = (Vec::new(), Vec::new());
        for (at, constraint) in self.problem.constraints.iter().enumerate().filter(|(_, constraint)| constraint.is_active()) {
            let level = takers.levels.get(at).copied().unwrap_or(0);
            let local = if let Place::At(locals) = &offer.place { locals.get(at) } else { None };
            let is_helped = match &constraint.form {
                Form::PerCountry(rule) => {
                    let lacks = |need: usize| {
                        local.map_or(rule.needs.get(need).map_or(0, |need| need.at_least), |local| {
                            local.lacks.get(need).copied().unwrap_or(0)
                        })
                    };
                    (0..rule.needs.len()).any(|need| lacks(need) > 0 && level & !i32::from(PRESENT) & (1 << need) != 0)
                }
                Form::Countries(_) | Form::Exactly { .. } => level > 0 && local.is_none_or(|local| local.units == 0),
                Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. } => level > 0,
            };
            helps.extend(is_helped.then_some(constraint.requirement));
            new_country.extend((is_new && is_helped && matches!(constraint.form, Form::Exactly { .. })).then_some(constraint.requirement));
        }
        let is_any = takers.kinds.iter().count() == OrganisationKind::ALL.len();
        let stated = |held: bool| takers.attributes.stated().filter(|(_, has)| *has == held).map(|(attribute, _)| attribute).collect();
        Seat {
            kinds: (!is_any).then_some(takers.kinds),
            classes: offer.region.classes.clone(),
            new_country,
            leads: false,
            helps,
            country: offer.region.country,
            together: (is_new && offer.region.country.is_none()).then_some(number),
            attributes: stated(true),
            denied: stated(false),
        }
    }
}
