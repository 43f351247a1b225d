//! Which organisations fill an answer, by what its seats say and nothing else.

use super::tried::{Sample, partner};
use allians::advice::{Answer, Seat};
use allians::engine::{Consortium, Country, Member, Organisation, OrganisationKind, Project, Rule, Status, statuses};
use std::rc::Rc;

/// Whether the organisations can take the seats, each one, and bring the countries that the answer asks for.
pub(super) fn fits(sample: &Sample, answer: &Answer, set: &[Rc<Organisation>]) -> bool {
    seated(sample, &answer.seats, set, &mut Vec::new()) && brings_countries(sample, answer, set)
}

fn seated(sample: &Sample, seats: &[Seat], set: &[Rc<Organisation>], new: &mut Vec<(u32, Country)>) -> bool {
    let Some((seat, rest)) = seats.split_first() else { return set.is_empty() };
    (0..set.len()).any(|at| {
        let others: Vec<_> = set.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| one.clone()).collect();
        let before = new.len();
        let found = takes(sample, seat, &set[at], new) && seated(sample, rest, &others, new);
        new.truncate(before);
        found
    })
}

/// Whether an organisation can take a seat, with the countries that are taken as new ones.
fn takes(sample: &Sample, seat: &Seat, one: &Organisation, new: &mut Vec<(u32, Country)>) -> bool {
    let Some(country) = one.country else { return false };
    let state = sample.call.state_of(country);
    let in_place = match (seat.country, seat.together) {
        (Some(wanted), _) => state == wanted,
        (None, Some(number)) => {
            let is_from = |member: &Member| member.organisation.country == Some(country);
            let agrees = new.iter().all(|(other, taken)| (*other == number) == (*taken == country));
            new.push((number, country));
            agrees && !sample.members.iter().any(is_from)
        }
        (None, None) => true,
    };
    let in_class = |class: &u8| sample.call.classes()[usize::from(*class)].countries.contains(country);
    let is_kind = seat.kinds.is_none_or(|kinds| one.kind.is_some_and(|kind| kinds.contains(kind)));
    in_place
        && is_kind
        && seat.classes.iter().all(in_class)
        && seat.attributes.iter().all(|attribute| one.attributes.get(*attribute) == Some(true))
        && seat.denied.iter().all(|attribute| one.attributes.get(*attribute) == Some(false))
}

/// Whether a free seat's country is one that other seats have to themselves does not matter here: nobody is asked.
fn brings_countries(sample: &Sample, answer: &Answer, set: &[Rc<Organisation>]) -> bool {
    let all: Vec<Member> = sample.members.iter().cloned().chain(set.iter().cloned().map(partner)).collect();
    let (_, found) = statuses(&sample.call, &Consortium::new(all, Project::default()), sample.reading);
    let is_met = |(place, _): &(usize, u32)| {
        let is_of_countries = matches!(sample.call.requirements()[*place].rule_in(sample.reading), Rule::Countries(_));
        is_of_countries && found[*place] == Status::Met
    };
    answer.countries.iter().all(is_met)
}

/// Fills an answer with the first and with the last that fit each seat, in new countries where the seats are marked so.
pub(super) fn filled(sample: &Sample, answer: &Answer) -> Vec<Vec<Rc<Organisation>>> {
    [false, true].into_iter().filter_map(|backwards| filled_so(sample, &answer.seats, backwards)).collect()
}

fn filled_so(sample: &Sample, seats: &[Seat], backwards: bool) -> Option<Vec<Rc<Organisation>>> {
    let (mut all, mut kinds): (Vec<Country>, _) = (Country::all().collect(), OrganisationKind::ALL.to_vec());
    if backwards {
        all.reverse();
        kinds.reverse();
    }
    let (mut new, mut found, mut taken): (_, Vec<Rc<Organisation>>, Vec<Country>) = (Vec::new(), Vec::new(), Vec::new());
    for (number, seat) in seats.iter().enumerate() {
        let kind = *kinds.iter().find(|kind| seat.kinds.is_none_or(|kinds| kinds.contains(**kind)))?;
        let attributes =
            seat.attributes.iter().fold(Default::default(), |all: allians::engine::Attributes, one| all.with(*one, Some(true)));
        let attributes = seat.denied.iter().fold(attributes, |all, one| all.with(*one, Some(false)));
        let (id, kind) = (Rc::from(format!("n{number}")), Some(kind));
        let one = |country| Organisation { id: Rc::clone(&id), kind, country: Some(country), attributes, ..Organisation::default() };
        let is_new = |country: &Country| {
            let is_from = |member: &Member| member.organisation.country.map(|own| sample.call.state_of(own)) == Some(*country);
            !sample.members.iter().any(is_from) && !taken.contains(country)
        };
        let is_free = seat.together.is_none() && seat.country.is_none();
        let country = all.iter().copied().filter(|country| sample.call.state_of(*country) == *country).find(|country| {
            let before = new.len();
            let is_taken = takes(sample, seat, &one(*country), &mut new) && (!is_free || seat.new_country.is_empty() || is_new(country));
            let is_anothers = is_free && new.iter().any(|(_, other)| other == country)
                || !is_free
                    && seat.together.is_some()
                    && new[..before].iter().all(|(number, _)| Some(*number) != seat.together)
                    && taken.contains(country);
            if !is_taken || is_anothers {
                new.truncate(before);
            }
            is_taken && !is_anothers
        })?;
        taken.push(country);
        found.push(Rc::new(one(country)));
    }
    Some(found)
}
