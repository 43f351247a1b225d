//! Boards of calls in which more members can also do harm, and what is missing from them in few words.

use crate::notation::board;
use crate::oracle::wide;
use crate::support::none_failed;
use allians::advice::{Additions, Answer, Change, PoolAdditions, Seat, complete, from_pool};
use allians::engine::{Call, Country, Member, Organisation, OrganisationKind, Project, Reading, Role};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// `2: enterprise +0 & hei FI`: the seats of the first answer; with `+` those in new countries, those in the same one by its number.
fn additions(found: &Additions) -> String {
    match found {
        Additions::Seats(seats) => format!("{}: {}", seats.number, seats.answers.first().map(said).unwrap_or_default()),
        other => format!("{other:?}"),
    }
}

fn said(answer: &Answer) -> String {
    let seat = |seat: &Seat| {
        let kinds = seat.kinds.map_or("any".to_owned(), |kinds| kinds.iter().map(OrganisationKind::as_str).collect::<Vec<_>>().join("/"));
        let class: String =
            seat.classes.iter().map(|class| format!(" {}", ["programme", "partner", "nordic"][usize::from(*class)])).collect();
        let country = seat.country.map(|country| format!(" {}", country.code())).unwrap_or_default();
        let is_new = seat.together.is_none() && !seat.new_country.is_empty();
        let together = seat.together.map_or(if is_new { " new".to_owned() } else { String::new() }, |number| format!(" +{number}"));
        format!("{kinds}{class}{country}{together}{}", if seat.leads { " leads" } else { "" })
    };
    answer.seats.iter().map(seat).collect::<Vec<_>>().join(", ")
}

type Row = (&'static str, fn() -> Call, &'static [&'static str], &'static str);

const ROWS: &[Row] = &[
    (
        "excellence from nobody: four of each side",
        wide::excellence,
        &[],
        "8: enterprise/business_intermediary +0, vet_provider +0, enterprise/business_intermediary +1, vet_provider +1, enterprise/business_intermediary programme +2 leads, vet_provider programme +2, enterprise/business_intermediary programme +3, vet_provider programme +3",
    ),
    (
        "excellence: one country lacks a provider",
        wide::excellence,
        &[
            "enterprise FI applicant",
            "enterprise SE",
            "vet_provider SE",
            "enterprise US",
            "vet_provider US",
            "enterprise GH",
            "vet_provider GH",
        ],
        "1: vet_provider FI",
    ),
    (
        "national capacity building from nobody",
        wide::capacity_national,
        &[],
        "4: hei partner +0, hei partner +0, hei programme new, hei programme new",
    ),
    (
        "a second other country breaks it",
        wide::capacity_national,
        &["hei FI applicant", "hei SE", "hei GH", "hei GH", "hei US"],
        "Never([1])",
    ),
    (
        "capacity building across countries from nobody",
        wide::capacity_multi,
        &[],
        "6: hei partner +0, hei partner +0, hei partner +1, hei partner +1, hei programme new, hei programme new",
    ),
    (
        "vocational capacity building from nobody",
        wide::capacity_vocational,
        &[],
        "4: any programme new leads, any programme new, any partner new, any partner",
    ),
    (
        "one more from a programme country takes one more of the others",
        wide::capacity_vocational,
        &["vet_provider FI applicant", "vet_provider SE", "vet_provider GH", "vet_provider GH", "vet_provider DE"],
        "1: any partner",
    ),
    ("small-scale from nobody", wide::small_scale, &[], "2: any programme new, any programme new"),
];

#[test]
fn the_fewest_where_more_can_do_harm() {
    let mut failures = Vec::new();
    for (name, call, lines, expected) in ROWS {
        let began = Instant::now();
        let found = complete(&call(), &board(lines), &Project::default(), Reading::Strict);
        eprintln!("{name}: {:?}", began.elapsed());
        if additions(&found.additions) != *expected {
            failures.push(format!("{name}: {}", additions(&found.additions)));
        }
    }
    none_failed(&failures);
}

fn organisations(number: usize, grouped: usize) -> Vec<Rc<Organisation>> {
    use OrganisationKind::{Enterprise, Hei, Other, VetProvider};
    let countries: Vec<Country> = "FI SE DE EE PT NL GH US RS CH GB NO".split(' ').map(|code| Country::parse(code).unwrap()).collect();
    let one = |at: usize| {
        let group = (grouped > 0 && at.is_multiple_of(grouped)).then(|| Rc::from(format!("G{}", at / grouped / 2)));
        let (kind, country) = ([Hei, Enterprise, VetProvider, Other][at % 4], countries[at / 4 % countries.len()]);
        Rc::new(Organisation { id: Rc::from(format!("p{at}")), kind: Some(kind), country: Some(country), group, ..Organisation::default() })
    };
    (0..number).map(one).collect()
}

#[test]
fn large_pools_are_answered() {
    for (call, fewest) in
        [(wide::excellence(), 8), (wide::capacity_national(), 4), (wide::capacity_multi(), 6), (wide::capacity_vocational(), 4)]
    {
        for (number, grouped) in [(100, 0), (1_000, 0), (10_000, 0), (1_000, 500)] {
            let pool = organisations(number, grouped);
            let began = Instant::now();
            let found = from_pool(&call, &[], &pool, Reading::Strict, 20);
            let PoolAdditions::Sets { number: taken, ways, first } = &found.alone else { panic!("{}: {found:?}", call.id()) };
            eprintln!("{} of {number}: {:?}, {ways} ways", call.id(), began.elapsed());
            assert_eq!((*taken, first.len()), (fewest, 20), "{}", call.id());
            assert!(began.elapsed() < Duration::from_secs(10), "{}", call.id());
        }
        let members: Vec<Member> = organisations(1_000, 0)
            .into_iter()
            .map(|organisation| Member { organisation, role: Role::Partner, affiliated_to: None })
            .collect();
        let began = Instant::now();
        let found = complete(&call, &members, &Project::default(), Reading::Strict);
        eprintln!("{} with 1000 members: {:?}, {}", call.id(), began.elapsed(), additions(&found.additions));
    }
}

#[test]
fn who_has_to_leave_is_told_apart() {
    let leaving = |call: Call, lines: &[&str]| {
        complete(&call, &board(lines), &Project::default(), Reading::Strict)
            .changes
            .into_iter()
            .filter(|change| matches!(change, Change::Leave { .. }))
            .collect::<Vec<_>>()
    };
    let small = leaving(wide::small_scale(), &["school FI applicant", "school SE", "school US"]);
    assert_eq!(small, [Change::Leave { requirement: 2, members: vec![2], number: 1 }]);
    let national = leaving(wide::capacity_national(), &["hei FI applicant", "hei GH", "hei GH", "hei US"]);
    assert_eq!(national, [Change::Leave { requirement: 1, members: vec![1, 2, 3], number: 1 }]);
    let many = leaving(wide::each_and_at_most(), &["hei FI applicant", "enterprise FI", "hei SE", "enterprise SE", "hei DE"]);
    assert_eq!(many, [Change::Leave { requirement: 2, members: vec![0, 1, 2, 3, 4], number: 2 }]);
}
