//! Shipped calls: what they ask of nobody, and boards on which an answer was once missing or asked for too much.

use crate::notation::board;
use crate::support::every_call;
use allians::advice::{Additions, Answer, PoolAdditions, Seats, complete, from_pool, safe};
use allians::engine::{Attribute, Call, Country, Organisation, OrganisationKind, Project, Reading};
use std::rc::Rc;

fn call(id: &str, year: u16, variant: Option<&str>) -> Call {
    let found = every_call().into_iter().find(|one| (one.id(), one.year(), one.variant()) == (id, year, variant));
    found.unwrap_or_else(|| panic!("{id} {year} {variant:?}"))
}

fn seats(additions: Additions) -> Seats {
    match additions {
        Additions::Seats(seats) => seats,
        other => panic!("{other:?}"),
    }
}

/// For each seat how many attributes it asks for, most first.
fn attributes(answer: &Answer) -> Vec<usize> {
    let mut asked: Vec<usize> = answer.seats.iter().map(|seat| seat.attributes.len()).collect();
    asked.sort_unstable_by(|one, other| other.cmp(one));
    asked
}

#[test]
fn every_call_says_all_its_smallest_answers_to_nobody() {
    let mut failures = Vec::new();
    for call in every_call() {
        for reading in [Reading::Strict, Reading::Lenient] {
            let found = complete(&call, &[], &Project::default(), reading).additions;
            // All of them, or as many as are listed.
            let is_whole =
                matches!(&found, Additions::Seats(seats) if seats.is_all && !seats.answers.is_empty() || seats.answers.len() == 60);
            let safe = safe(&call, &[], reading);
            let is_safe = matches!(&safe, Additions::Seats(seats) if !seats.answers.is_empty());
            if !is_whole || !is_safe {
                let number = |found: &Additions| {
                    if let Additions::Seats(seats) = found { (seats.number, seats.answers.len(), seats.is_all) } else { (0, 0, false) }
                };
                failures.push(format!("{} {} {:?}: {:?}, {:?}", call.id(), call.year(), call.variant(), number(&found), number(&safe)));
            }
        }
    }
    crate::support::none_failed(&failures);
}

#[test]
fn one_authority_among_three_is_asked_of_one_seat() {
    let call = call("erasmus-capacity-building-higher-education", 2026, Some("structural-national"));
    let found = seats(complete(&call, &board(&["hei FI applicant", "hei SE", "hei SE"]), &Project::default(), Reading::Strict).additions);
    for answer in &found.answers {
        let asked: Vec<&Attribute> = answer.seats.iter().flat_map(|seat| &seat.attributes).collect();
        assert_eq!(asked, [&Attribute::CompetentAuthority], "{answer:?}");
    }
    assert_eq!(attributes(found.answers.first().unwrap()).first(), Some(&1));
    assert!(found.is_all && found.number >= 3, "{found:?}");
}

#[test]
fn teacher_academies_ask_each_trait_once() {
    for year in [2021, 2024, 2026] {
        let Some(call) = every_call().into_iter().find(|one| one.id() == "erasmus-teacher-academies" && one.year() == year) else {
            continue;
        };
        let found = seats(complete(&call, &[], &Project::default(), Reading::Strict).additions);
        let first = found.answers.first().unwrap();
        let number = |attribute| first.seats.iter().filter(|seat| seat.attributes.contains(&attribute)).count();
        assert_eq!((number(Attribute::InServiceTeacherEducation), number(Attribute::PracticeSchool)), (1, 1), "{first:?}");
    }
}

fn organisations(lines: &[String]) -> Vec<Rc<Organisation>> {
    board(&lines.iter().map(String::as_str).collect::<Vec<_>>()).into_iter().map(|member| member.organisation).collect()
}

#[test]
fn ordinary_multinationals_are_not_too_much() {
    let excellence = every_call().into_iter().find(|one| one.id() == "erasmus-centres-of-vocational-excellence").unwrap();
    let four = ["enterprise FI applicant group=G", "enterprise SE group=G", "enterprise DE group=G", "enterprise FR group=G"];
    seats(complete(&excellence, &board(&four), &Project::default(), Reading::Strict).additions);
    seats(safe(&excellence, &board(&four), Reading::Strict));
    let countries = ["FI", "SE", "DE", "FR", "IT", "ES", "NL", "PL", "EE", "PT"];
    let in_two = |at: usize| {
        let kind = ["enterprise", "vet_provider"][at % 2];
        format!("{kind} {} group=G{}", countries[at], at / 2)
    };
    let alone = countries.iter().flat_map(|country| ["enterprise", "vet_provider"].map(|kind| format!("{kind} {country}")));
    let pool: Vec<String> = (0..10).map(in_two).chain(alone).collect();
    let found = from_pool(&excellence, &[], &organisations(&pool), Reading::Strict, 20).alone;
    assert!(matches!(found, PoolAdditions::Sets { number: 8, .. }), "{found:?}");
}

#[test]
fn many_groups_in_many_countries_are_an_answer_or_are_named() {
    let call = call("erasmus-knowledge-alliances", 2020, None);
    let all: Vec<Country> = call.class("programme").unwrap().countries.iter().filter(|own| call.state_of(*own) == *own).take(20).collect();
    for groups in [5, 8, 40] {
        let of_group = |group: usize| all.iter().map(move |country| format!("enterprise {} group=G{group}", country.code()));
        let found = from_pool(&call, &[], &organisations(&(0..groups).flat_map(of_group).collect::<Vec<_>>()), Reading::Strict, 5).alone;
        match found {
            PoolAdditions::Never => assert!(groups < 40),
            PoolAdditions::TooMuch(much) => assert_eq!((much.groups as usize, much.countries), (groups, 20), "{groups}"),
            other => panic!("{groups}: {other:?}"),
        }
    }
}

#[test]
fn a_seat_names_kinds_that_all_fit() {
    let call = call("erasmus-knowledge-alliances", 2020, None);
    let found = seats(complete(&call, &[], &Project::default(), Reading::Strict).additions);
    let kinds = |kind: OrganisationKind| {
        let seats = found.answers.first().map(|answer| answer.seats.as_slice()).unwrap_or_default();
        seats.iter().filter(|seat| seat.kinds.is_some_and(|kinds| kinds.contains(kind) && kinds.iter().count() == 1)).count()
    };
    assert_eq!((found.number, kinds(OrganisationKind::Hei), kinds(OrganisationKind::Enterprise)), (6, 2, 2));
}
