//! What falls if members withdraw where each country brings its share, and some may not be outnumbered; and how long that takes.

use crate::notation::board;
use crate::oracle::wide;
use crate::support::none_failed;
use allians::advice::{dispensable, lean, withdrawals};
use allians::engine::{Call, Country, Member, Organisation, OrganisationKind, Project, Reading, Role};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Name, call, members, who breaks what alone, the pairs, and how many may leave whoever they are.
type Row = (&'static str, fn() -> Call, &'static [&'static str], &'static str, &'static str, Option<u32>);

const ROWS: &[Row] = &[
    (
        "national capacity building: the second institution there, and one of each programme country",
        wide::capacity_national,
        &["hei FI applicant", "hei SE", "hei GH", "hei GH"],
        "0: [0, 5], 1: [0], 2: [3, 4], 3: [3, 4]",
        "2+3: [1]",
        Some(0),
    ),
    (
        "where one of each sort is to spare, one may leave",
        wide::capacity_national,
        &["hei FI applicant", "hei SE", "hei DE", "hei GH", "hei GH", "hei GH", "hei GH"],
        "0: [5]",
        "0+1: [0], 0+2: [0], 1+2: [0], 3+4: [4], 3+5: [4], 3+6: [4], 4+5: [4], 4+6: [4], 5+6: [4]",
        Some(1),
    ),
    (
        "the last of a country mends what it has to bring",
        wide::excellence,
        &["enterprise FI applicant", "vet_provider FI", "enterprise SE", "vet_provider SE"],
        "0: [3, 4], 1: [3], 2: [3], 3: [3]",
        "0+1: [2], 2+3: [2]",
        Some(0),
    ),
];

#[test]
fn what_falls_where_countries_bring_their_share() {
    let mut failures = Vec::new();
    for (name, call, lines, alone, pairs, any) in ROWS {
        let found = withdrawals(&call(), &board(lines), &Project::default(), Reading::Strict);
        let breaking = found.alone.iter().enumerate().filter(|(_, breaks)| !breaks.is_empty());
        let said: Vec<String> = breaking.map(|(place, breaks)| format!("{place}: {breaks:?}")).collect();
        let both: Vec<String> = found.pairs.iter().map(|pair| format!("{}+{}: {:?}", pair.one, pair.other, pair.breaks)).collect();
        let got = (said.join(", "), both.join(", "), found.any);
        if got != (alone.to_string(), pairs.to_string(), *any) {
            failures.push(format!("{name}: {got:?}"));
        }
    }
    none_failed(&failures);
}

#[test]
fn a_thousand_members_are_answered_in_every_shape() {
    use OrganisationKind::{Enterprise, Hei, VetProvider};
    let countries: Vec<Country> = "FI SE DE EE GH US RS CH".split(' ').map(|code| Country::parse(code).unwrap()).collect();
    let member = |at: usize| {
        let group = at.is_multiple_of(9).then(|| Rc::from(format!("G{}", at / 18)));
        let (kind, country) = ([Hei, Enterprise, VetProvider][at % 3], countries[at / 3 % countries.len()]);
        let organisation =
            Organisation { id: Rc::from(format!("m{at}")), kind: Some(kind), country: Some(country), group, ..Organisation::default() };
        Member { organisation: Rc::new(organisation), role: if at == 0 { Role::Applicant } else { Role::Partner }, affiliated_to: None }
    };
    let members: Vec<Member> = (0..1_000).map(member).collect();
    for call in [wide::excellence(), wide::capacity_multi(), wide::capacity_vocational(), wide::each_and_at_most()] {
        let began = Instant::now();
        let found = withdrawals(&call, &members, &Project::default(), Reading::Strict);
        let withdrawn = began.elapsed();
        assert_eq!(found.alone.len(), 1_000);
        let alone = dispensable(&call, &members, &Project::default(), Reading::Strict).len();
        let (dispensed, together) =
            (began.elapsed() - withdrawn, lean(&call, &members, &Project::default(), Reading::Strict).members.len());
        let leant = began.elapsed() - withdrawn - dispensed;
        eprintln!("{}: withdrawals {withdrawn:?}, {alone} dispensable {dispensed:?}, {together} lean {leant:?}", call.id());
        assert!(began.elapsed() < Duration::from_secs(20), "{}", call.id());
    }
}
