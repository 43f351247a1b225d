//! How long the planner's answers take, beside trying everything.
//!
//! `cargo bench --bench advice`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a bench that stops is a bench that fails")]

use allians::advice::{Additions, PoolAdditions, complete, from_pool, safe, substitutes, withdrawals};
use allians::calls::SHIPPED;
use allians::engine::rule::Countries;
use allians::engine::{
    Call, Cents, Consortium, Country, Member, Organisation, OrganisationKind, Project, Reading, Requirement, Role, RoleSet, Rule, Selector,
    Severity, Verdict, statuses,
};
use divan::{Bencher, black_box};
use std::rc::Rc;

const SIZES: &[usize] = &[6, 20, 100, 1_000, 10_000];

/// Members of a board on which somebody is missing.
const BOARDS: &[usize] = &[0, 4, 20];

const COUNTRIES: &[&str] = &["FI", "SE", "DE", "EE", "PT", "IT", "GH", "GB", "RS", "US", "NO", "PL", "CH"];

fn main() {
    divan::main();
}

/// What falls if members withdraw.
#[divan::bench(args = SIZES)]
fn withdrawals_of(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members) = (call(), members(size, 9));
    bencher.bench_local(|| withdrawals(black_box(&call), black_box(&members), &project(), Reading::Strict));
}

/// What falls where every member is in a legal group of three countries.
#[divan::bench(args = SIZES)]
fn withdrawals_of_legal_groups(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members) = (call(), members(size, 1));
    bencher.bench_local(|| withdrawals(black_box(&call), black_box(&members), &project(), Reading::Strict));
}

/// What falls where all but four are in two legal groups: nothing has slack, so pairs are looked at.
#[divan::bench]
fn withdrawals_of_100_without_slack(bencher: Bencher<'_, '_>) {
    let (call, members) = (call(), tight(100));
    bencher.bench_local(|| withdrawals(black_box(&call), black_box(&members), &project(), Reading::Strict));
}

/// The longest search for the fewest leavers: it is broken off.
#[divan::bench]
fn withdrawals_where_the_search_is_broken_off(bencher: Bencher<'_, '_>) {
    let countries: Vec<Country> = Country::all().take(100).collect();
    let one = |place: usize| {
        let group = place.is_multiple_of(4).then_some(place / 20);
        member(Organisation { country: Some(countries[place / 4]), ..organisation(place, group) }, place)
    };
    let members: Vec<Member> = (0..400).map(one).collect();
    let of = Selector { roles: RoleSet::FULL_PARTNERS, kinds: None, class: None, attribute: None };
    let rule = Rule::Countries(Countries { of, at_least: 91 });
    let spread = Requirement { id: "countries".into(), severity: Severity::Mandatory, rule, lenient: None };
    let call = Call::new("spread", 2020, Vec::new(), vec![spread]);
    assert!(!withdrawals(&call, &members, &project(), Reading::Strict).any_is_exact);
    bencher.bench_local(|| withdrawals(black_box(&call), black_box(&members), &project(), Reading::Strict));
}

/// Statuses once for each pair of members who leave: what `withdrawals` spares.
#[divan::bench(args = [6, 20, 100])]
fn statuses_of_every_pair(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members) = (call(), members(size, 9));
    bencher.bench_local(|| {
        for one in 0..size {
            for other in one + 1..size {
                let rest = members.iter().enumerate().filter(|(place, _)| *place != one && *place != other);
                let rest = Consortium::new(rest.map(|(_, member)| member.clone()).collect(), project());
                black_box(statuses(&call, &rest, Reading::Strict));
            }
        }
    });
}

/// Who of a pool could come in for the applicant of six, where nobody is spare.
#[divan::bench(args = [100, 1_000, 10_000])]
fn substitutes_for_one_of_six(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members, pool) = (call(), tight(6), pool(size));
    assert!(!substitutes(&call, &members, &project(), &pool, 0, Reading::Strict).is_empty());
    bencher.bench_local(|| substitutes(black_box(&call), black_box(&members), &project(), &pool, 0, Reading::Strict));
}

/// Who of a pool could come in for the applicant of a hundred.
#[divan::bench(args = [100, 1_000, 10_000])]
fn substitutes_for_one_of_100(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members, pool) = (call(), members(100, 9), pool(size));
    assert!(!substitutes(&call, &members, &project(), &pool, 0, Reading::Strict).is_empty());
    bencher.bench_local(|| substitutes(black_box(&call), black_box(&members), &project(), &pool, 0, Reading::Strict));
}

/// The fewest organisations that are missing, whoever they are.
#[divan::bench(args = BOARDS)]
fn completion_of(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members) = (call(), board(size));
    assert!(matches!(complete(&call, &members, &project(), Reading::Strict).additions, Additions::Seats(_)));
    bencher.bench_local(|| complete(black_box(&call), black_box(&members), &project(), Reading::Strict));
}

/// The fewest organisations after which one may leave, whoever it is.
#[divan::bench(args = BOARDS)]
fn safe_completion_of(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members) = (call(), board(size));
    assert!(matches!(safe(&call, &members, Reading::Strict), Additions::Seats(_)));
    bencher.bench_local(|| safe(black_box(&call), black_box(&members), Reading::Strict));
}

/// The smallest sets of a pool for four members, of which twenty are listed.
#[divan::bench(args = [100, 1_000, 10_000])]
fn completion_from_a_pool(bencher: Bencher<'_, '_>, size: usize) {
    let (call, members, pool) = (call(), board(4), pool(size));
    assert!(matches!(from_pool(&call, &members, &pool, Reading::Strict, 20).alone, PoolAdditions::Sets { number: 2, .. }));
    bencher.bench_local(|| from_pool(black_box(&call), black_box(&members), black_box(&pool), Reading::Strict, 20));
}

/// The smallest sets of a pool for an empty board, of which twenty are listed.
#[divan::bench(args = [100, 1_000, 10_000])]
fn completion_from_a_pool_of_nobody(bencher: Bencher<'_, '_>, size: usize) {
    let (call, pool) = (call(), pool(size));
    assert!(matches!(from_pool(&call, &[], &pool, Reading::Strict, 20).alone, PoolAdditions::Sets { number: 6, .. }));
    bencher.bench_local(|| from_pool(black_box(&call), &[], black_box(&pool), Reading::Strict, 20));
}

/// Statuses once for each pair of a pool that joins four members: what `from_pool` spares.
#[divan::bench]
fn statuses_with_every_pair_of_a_pool_of_100(bencher: Bencher<'_, '_>) {
    let (call, members, pool) = (call(), board(4), pool(100));
    let found = match from_pool(&call, &members, &pool, Reading::Strict, 0).alone {
        PoolAdditions::Sets { number: 2, ways, .. } => ways,
        PoolAdditions::Sets { .. } | PoolAdditions::Enough | PoolAdditions::Never | PoolAdditions::Open(_) | PoolAdditions::TooMuch(_) => 0,
    };
    let joins = |place: usize| Member { organisation: Rc::clone(&pool[place]), role: Role::Partner, affiliated_to: None };
    bencher.bench_local(|| {
        let mut enough = 0;
        for one in 0..pool.len() {
            for other in one + 1..pool.len() {
                let all = members.iter().cloned().chain([joins(one), joins(other)]).collect();
                let (verdict, _) = statuses(&call, &Consortium::new(all, project()), Reading::Strict);
                enough += u128::from(verdict == Verdict::Met);
            }
        }
        assert_eq!(enough, found);
    });
}

fn call() -> Call {
    SHIPPED[0].call(2020, None).expect("the first call has a 2020 edition")
}

fn project() -> Project {
    Project { duration_months: Some(36), grant: Some(Cents::of_euros(900_000)), activities: vec![Rc::from("curricula")] }
}

/// Mixed kinds and countries, one fact in seventeen not stated; every so many members one of a legal group of two or three.
fn members(size: usize, every: usize) -> Vec<Member> {
    (0..size).map(|place| member(organisation(place, (place % every == 0).then_some(place / every / 3)), place)).collect()
}

fn pool(size: usize) -> Vec<Rc<Organisation>> {
    (0..size).map(|place| Rc::new(organisation(place, (place % 11 == 0).then_some(place / 7)))).collect()
}

/// Four in one country, and the others in two legal groups: six independent organisations from three countries, and no more.
fn tight(size: usize) -> Vec<Member> {
    let kinds = [OrganisationKind::Hei, OrganisationKind::Hei, OrganisationKind::Enterprise, OrganisationKind::Enterprise];
    let one = |place: usize| {
        let group = (place >= 4).then_some(place % 2);
        let country = Country::parse(if place < 4 { "FI" } else { COUNTRIES[place % 6] });
        let kind = Some(kinds.get(place).copied().unwrap_or(OrganisationKind::Other));
        member(Organisation { kind, country, ..organisation(place, group) }, place)
    };
    (0..size).map(one).collect()
}

/// Two institutions and an enterprise of two countries, then others of which no enterprise and no new country is one: an enterprise is
/// missing, and a third country.
fn board(size: usize) -> Vec<Member> {
    let kinds = [OrganisationKind::Hei, OrganisationKind::Hei, OrganisationKind::ResearchInstitute, OrganisationKind::Enterprise];
    let one = |place: usize| {
        let kind = Some(kinds.get(place).copied().unwrap_or(OrganisationKind::Association));
        member(Organisation { kind, country: Country::parse(COUNTRIES[place % 2]), charter: None, ..organisation(place, None) }, place)
    };
    (0..size).map(one).collect()
}

fn member(organisation: Organisation, place: usize) -> Member {
    let role = if place == 0 { Role::Applicant } else { Role::Partner };
    Member { organisation: Rc::new(organisation), role, affiliated_to: None }
}

fn organisation(place: usize, group: Option<usize>) -> Organisation {
    let kind = (place % 17 != 3).then(|| OrganisationKind::ALL[place * 7 % OrganisationKind::ALL.len()]);
    let country = if place % 17 == 5 { None } else { Country::parse(COUNTRIES[place * 5 % COUNTRIES.len()]) };
    let charter = [None, Some(true), Some(true), Some(false)][place / 3 % 4];
    let (id, group) = (Rc::from(format!("o{place}")), group.map(|group| Rc::from(format!("group {group}"))));
    Organisation { id, kind, country, group, charter, ..Organisation::default() }
}
