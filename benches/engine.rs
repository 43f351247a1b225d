//! How long an evaluation takes, from the six of the call to ten thousand members: it should grow with the members and no faster.
//!
//! `cargo bench --bench engine`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a bench that stops is a bench that fails")]

use allians::calls::SHIPPED;
use allians::engine::{
    Call, Cents, Consortium, Country, Member, Organisation, OrganisationKind, Project, Reading, Role, evaluate, statuses,
};
use divan::{Bencher, black_box};
use std::rc::Rc;

const SIZES: &[usize] = &[6, 20, 100, 1_000, 10_000];

const COUNTRIES: &[&str] = &["FI", "SE", "DE", "EE", "PT", "IT", "GH", "GB", "RS", "US", "NO", "PL", "CH"];

fn main() {
    divan::main();
}

/// The report of the page: who counts, who does not and why.
#[divan::bench(args = SIZES)]
fn report(bencher: Bencher<'_, '_>, size: usize) {
    let (call, consortium) = (call(), Consortium::new(members(size), project()));
    bencher.bench_local(|| evaluate(black_box(&call), black_box(&consortium), Reading::Strict));
}

/// Statuses alone, as the search for a completion asks for them.
#[divan::bench(args = SIZES)]
fn statuses_alone(bencher: Bencher<'_, '_>, size: usize) {
    let (call, consortium) = (call(), Consortium::new(members(size), project()));
    bencher.bench_local(|| statuses(black_box(&call), black_box(&consortium), Reading::Strict));
}

/// Members into independent units.
#[divan::bench(args = SIZES)]
fn consortium(bencher: Bencher<'_, '_>, size: usize) {
    let members = members(size);
    bencher.with_inputs(|| members.clone()).bench_local_values(|members| Consortium::new(members, project()));
}

/// Statuses where every member is in a legal group of three countries: the worst case for counting countries.
#[divan::bench(args = SIZES)]
fn statuses_of_legal_groups(bencher: Bencher<'_, '_>, size: usize) {
    let (call, consortium) = (call(), Consortium::new(grouped(size), project()));
    bencher.bench_local(|| statuses(black_box(&call), black_box(&consortium), Reading::Strict));
}

/// The report where every member is in a legal group of three countries.
#[divan::bench(args = SIZES)]
fn report_of_legal_groups(bencher: Bencher<'_, '_>, size: usize) {
    let (call, consortium) = (call(), Consortium::new(grouped(size), project()));
    bencher.bench_local(|| evaluate(black_box(&call), black_box(&consortium), Reading::Strict));
}

fn call() -> Call {
    SHIPPED[0].call(2020, None).expect("the first call has a 2020 edition")
}

fn project() -> Project {
    Project { duration_months: Some(36), grant: Some(Cents::of_euros(900_000)), activities: vec![Rc::from("curricula")] }
}

/// Mixed kinds and countries; one fact in seventeen not stated, one member in nine in a legal group of two or three, some without a charter.
fn members(size: usize) -> Vec<Member> {
    (0..size).map(|place| member(place, (place % 9 == 0).then(|| format!("group {}", place / 27)))).collect()
}

fn grouped(size: usize) -> Vec<Member> {
    (0..size).map(|place| member(place, Some(format!("group {}", place / 3)))).collect()
}

fn member(place: usize, group: Option<String>) -> Member {
    let kind = (place % 17 != 3).then(|| OrganisationKind::ALL[place * 7 % OrganisationKind::ALL.len()]);
    let country = if place % 17 == 5 { None } else { Country::parse(COUNTRIES[place * 5 % COUNTRIES.len()]) };
    let role = match place {
        0 => Role::Applicant,
        place if place % 23 == 0 => Role::Associated,
        _ => Role::Partner,
    };
    let charter = [None, Some(true), Some(true), Some(false)][place % 4];
    let (id, group) = (Rc::from(format!("o{place}")), group.map(Rc::from));
    let organisation =
        Organisation { id, kind, country, group, charter, name: Rc::from(format!("Organisation {place}")), ..Organisation::default() };
    Member { organisation: Rc::new(organisation), role, affiliated_to: None }
}
