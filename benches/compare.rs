//! How long it takes to assess one consortium against all calls.
//!
//! `cargo bench --bench compare`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a bench that stops is a bench that fails")]

use allians::advice::{assess, compare};
use allians::advisor::{AdviceOptions, advise};
use allians::calls::{CallFile, SHIPPED};
use allians::engine::{Call, Cents, Country, Member, Organisation, OrganisationKind, Project, Reading, Role};
use allians::i18n::Language;
use allians::plan::Plan;
use divan::{Bencher, black_box};
use std::rc::Rc;

const SIZES: &[usize] = &[0, 6, 50, 200];

const COUNTRIES: &[&str] = &["FI", "SE", "DE", "EE", "PT", "IT", "GH", "GB", "RS", "US", "NO", "PL", "CH"];

fn main() {
    divan::main();
}

/// Every call in its latest year and each variant.
#[divan::bench(args = SIZES)]
fn all_calls(bencher: Bencher<'_, '_>, size: usize) {
    let (calls, members) = (calls(), members(size));
    bencher.bench_local(|| compare(black_box(&calls), black_box(&members), &project(), Reading::Strict));
}

/// Each call alone, for fifty members: where the time goes.
#[divan::bench(args = names())]
fn one_call(bencher: Bencher<'_, '_>, name: &str) {
    let (calls, members) = (calls(), members(50));
    let call = calls.iter().find(|call| name_of(call) == name).expect("it is one of them");
    bencher.bench_local(|| assess(black_box(call), black_box(&members), &project(), Reading::Strict));
}

/// The whole sheet with the box opened.
#[divan::bench(args = SIZES)]
fn a_sheet_with_all_calls(bencher: Bencher<'_, '_>, size: usize) {
    let members = members(size);
    let organisations = members.iter().map(|member| member.organisation.clone()).collect();
    let plan =
        Plan { year: 2020, call: "erasmus-knowledge-alliances".into(), project: project(), organisations, members, ..Plan::default() };
    let file = SHIPPED.iter().find(|file| *file.id == *plan.call).expect("it is shipped");
    let call = file.call(2020, None).expect("it has a 2020 edition");
    let name = |country: Country| country.code().to_owned();
    let calls: Vec<&CallFile> = SHIPPED.iter().map(|file| &**file).collect();
    bencher.bench_local(|| {
        advise(black_box(&plan), file, &call, Language::Sv, &name, &AdviceOptions { calls: Some(calls.clone()), beside: None })
    });
}

fn calls() -> Vec<Call> {
    SHIPPED.iter().flat_map(|file| file.latest()).collect()
}

fn names() -> Vec<String> {
    calls().iter().map(name_of).collect()
}

fn name_of(call: &Call) -> String {
    format!("{} {}", call.id(), call.variant().unwrap_or_default())
}

fn project() -> Project {
    Project { duration_months: Some(36), grant: Some(Cents::of_euros(900_000)), activities: vec![Rc::from("curricula")] }
}

/// Mixed kinds and countries, one fact in seventeen not stated; every ninth member one of a legal group of three.
fn members(size: usize) -> Vec<Member> {
    let one = |place: usize| {
        let kind = (place % 17 != 3).then(|| OrganisationKind::ALL[place * 7 % OrganisationKind::ALL.len()]);
        let country = if place % 17 == 5 { None } else { Country::parse(COUNTRIES[place * 5 % COUNTRIES.len()]) };
        let group = place.is_multiple_of(9).then(|| Rc::from(format!("group {}", place / 27)));
        let organisation = Organisation { id: Rc::from(format!("o{place}")), kind, country, group, ..Organisation::default() };
        let role = if place == 0 { Role::Applicant } else { Role::Partner };
        Member { organisation: Rc::new(organisation), role, affiliated_to: None }
    };
    (0..size).map(one).collect()
}
