//! What is missing where more members can also do harm, against trying everything.

use super::tried::{Sample, everybody, is_complete, mixed_is_whole, multisets, partner, pool_agrees, takes, told};
use crate::consortia::{Choice, check, countries, members, named};
use crate::oracle::wide::{each_and_at_most, exact_and_compare, excellence};
use allians::advice::{Additions, Answer, Seat, complete};
use allians::engine::{Country, Member, Organisation, OrganisationKind, Project, Reading};
use proptest::prelude::any;
use std::rc::Rc;

type Property = fn(&Sample) -> Result<(), String>;

/// Each with the number of boards tried for each call.
const PROPERTIES: &[(&str, u32, Property)] = &[
    ("the pool's smallest sets are those that trying all sets finds", 400, pool_is_exact),
    ("the fewest of anybody are as few as trying everybody finds, and whoever fills an answer is enough", 150, anybody_is_exact),
    ("mixed answers are as few as any and complete", 60, mixed_is_whole),
];

#[test]
fn completions_where_more_can_do_harm_agree_with_trying_everything() {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let choice = |codes: &str, unstated, grouped| Choice {
        kinds: vec![Hei, Hei, Enterprise, Association, BusinessIntermediary],
        countries: countries(codes),
        unstated,
        grouped,
        groups: 3,
    };
    let calls = [
        (each_and_at_most(), 0, 15),
        (each_and_at_most(), 8, 40),
        (exact_and_compare(), 0, 15),
        (exact_and_compare(), 8, 40),
        (excellence(), 4, 20),
    ];
    let mut failures = Vec::new();
    for (call, unstated, grouped) in calls {
        for (name, cases, property) in PROPERTIES {
            let (board, pool) = (choice("FI SE DE US NO", unstated, grouped), choice("FI SE US NO GH", 0, grouped));
            let strategy = (members(&board, 6), members(&pool, 7), any::<bool>());
            let result = check(*cases, &strategy, |(members, pool, lenient)| {
                let pool = pool.into_iter().enumerate().map(|(at, member)| named(member, &format!("p{at}")).organisation).collect();
                let reading = if lenient { Reading::Lenient } else { Reading::Strict };
                let sample = Sample { call: call.clone(), members, pool, reading };
                property(&sample).map_err(|fault| format!("{fault}\n{}", told(&sample)))
            });
            failures.extend(result.err().map(|error| format!("{name} ({}): {error}", call.id())));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// Whether facts are open that could be what decides.
fn is_open(sample: &Sample) -> bool {
    sample.members.iter().any(|member| member.organisation.country.is_none() || member.organisation.kind.is_none())
}

fn pool_is_exact(sample: &Sample) -> Result<(), String> {
    pool_agrees(sample, is_open(sample))
}

/// The most additions for which everybody is tried.
const MOST_TRIED: usize = 2;

fn anybody_is_exact(sample: &Sample) -> Result<(), String> {
    let found = complete(&sample.call, &sample.members, &Project::default(), sample.reading).additions;
    let everybody = everybody();
    for size in 0..=MOST_TRIED {
        let sets: Vec<Vec<Rc<Organisation>>> =
            multisets(everybody.len(), size).iter().map(|set| set.iter().map(|at| everybody[*at].clone()).collect()).collect();
        let (good, bad): (Vec<_>, Vec<_>) = sets.into_iter().partition(|set| is_complete(sample, set));
        match &found {
            Additions::Enough if size == 0 && !good.is_empty() => return Ok(()),
            _ if good.is_empty() => {}
            Additions::Seats(seats) if seats.number as usize == size => return says_who(sample, &seats.answers, &good, &bad),
            other => return Err(format!("{other:?}, but {size} are enough: {:?}", good.first())),
        }
    }
    match found {
        Additions::Seats(seats) if seats.number as usize <= MOST_TRIED => Err(format!("{seats:?}, but no such set is enough")),
        Additions::Seats(seats) if seats.answers.is_empty() => Err(format!("{} without an answer", seats.number)),
        Additions::Seats(seats) => seats.answers.iter().try_for_each(|answer| is_filled(sample, answer)),
        Additions::Open(_) if !is_open(sample) => Err("open, but all is stated".to_owned()),
        Additions::Enough => Err("enough, but it is not".to_owned()),
        Additions::TooMany if sample.members.iter().all(|member| member.organisation.group.is_none()) => Err("too many?".to_owned()),
        Additions::Never(_) | Additions::Open(_) | Additions::TooMany => Ok(()),
        Additions::NotWorkedOut => Err("not worked out".to_owned()),
    }
}

/// Somebody fits each answer, and whoever does is enough.
fn says_who(sample: &Sample, answers: &[Answer], good: &[Vec<Rc<Organisation>>], bad: &[Vec<Rc<Organisation>>]) -> Result<(), String> {
    let fits = |answer: &Answer, set: &[Rc<Organisation>]| seated(sample, &answer.seats, set, &mut Vec::new());
    if answers.is_empty() {
        return Err("no answer".to_owned());
    }
    // A country that everybody tried is not from is filled in another way.
    let is_tried = |answer: &&Answer| {
        answer.seats.iter().filter_map(|seat| seat.country).all(|country| everybody().iter().any(|one| one.country == Some(country)))
    };
    if let Some(answer) = answers.iter().filter(is_tried).find(|answer| !good.iter().any(|set| fits(answer, set))) {
        return Err(format!("nobody fits {answer:?}"));
    }
    answers.iter().try_for_each(|answer| is_filled(sample, answer))?;
    match bad.iter().find(|set| answers.iter().any(|answer| fits(answer, set))) {
        Some(set) => Err(format!("{set:?} fits {answers:?} and is not enough")),
        None => Ok(()),
    }
}

/// Whether the organisations can take the seats, each one; with the countries that are taken as new ones.
fn seated(sample: &Sample, seats: &[Seat], set: &[Rc<Organisation>], new: &mut Vec<(u32, Country)>) -> bool {
    let Some((seat, rest)) = seats.split_first() else { return set.is_empty() };
    (0..set.len()).any(|at| {
        let others: Vec<_> = set.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| one.clone()).collect();
        let before = new.len();
        let found = takes_wide(sample, seat, &set[at], new) && seated(sample, rest, &others, new);
        new.truncate(before);
        found
    })
}

fn takes_wide(sample: &Sample, seat: &Seat, one: &Organisation, new: &mut Vec<(u32, Country)>) -> bool {
    let country = one.country.unwrap();
    let in_place = match (seat.country, seat.together) {
        (Some(wanted), _) => country == wanted,
        (None, Some(number)) => {
            let is_from = |member: &Member| member.organisation.country == Some(country);
            let agrees = new.iter().all(|(other, taken)| (*other == number) == (*taken == country));
            new.push((number, country));
            agrees && !sample.members.iter().any(is_from)
        }
        (None, None) => true,
    };
    in_place && takes(&sample.call, seat, one)
}

/// Fills an answer with the first and with the last that fit each seat.
fn is_filled(sample: &Sample, answer: &Answer) -> Result<(), String> {
    for backwards in [false, true] {
        let Some(set) = filled(sample, &answer.seats, backwards) else { continue };
        let add: Vec<Rc<Organisation>> = set.into_iter().map(Rc::new).collect();
        if !is_complete(sample, &add) {
            let names: Vec<String> = add
                .iter()
                .cloned()
                .map(partner)
                .map(|member| format!("{:?} {:?}", member.organisation.kind, member.organisation.country))
                .collect();
            return Err(format!("{names:?} fill {answer:?} and are not enough"));
        }
    }
    Ok(())
}

fn filled(sample: &Sample, seats: &[Seat], backwards: bool) -> Option<Vec<Organisation>> {
    let mut all: Vec<Country> = Country::all().collect();
    let mut kinds = OrganisationKind::ALL.to_vec();
    if backwards {
        all.reverse();
        kinds.reverse();
    }
    let (mut new, mut found, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for (number, seat) in seats.iter().enumerate() {
        let kind = *kinds.iter().find(|kind| seat.kinds.is_none_or(|kinds| kinds.contains(**kind)))?;
        let attributes =
            seat.attributes.iter().fold(Default::default(), |all: allians::engine::Attributes, one| all.with(*one, Some(true)));
        let one = |country| Organisation {
            id: format!("n{number}").into(),
            kind: Some(kind),
            country: Some(country),
            attributes,
            ..Organisation::default()
        };
        let country = all.iter().find(|country| {
            let before = new.len();
            let takes = takes_wide(sample, seat, &one(**country), &mut new);
            if !takes {
                new.truncate(before);
            }
            takes && !left.contains(*country)
        })?;
        // A seat that is free may not take the country that another has to itself.
        if seat.together.is_none() && seat.country.is_none() {
            left.push(*country);
        }
        found.push(one(*country));
    }
    Some(found)
}
