//! Larger consortia whose countries hang on legal groups, where not every set of leavers can be tried.

use crate::consortia::{Choice, check, countries, members, shown};
use allians::advice::withdrawals;
use allians::engine::rule::Countries;
use allians::engine::{
    Call, Consortium, Country, Member, Organisation, OrganisationKind, Project, Reading, Requirement, Role, RoleSet, Rule, Selector,
    Severity,
};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Full partners from so many countries, and nothing else.
fn call(need: u32) -> Call {
    let of = Selector { roles: RoleSet::FULL_PARTNERS, kinds: None, class: None, attribute: None };
    let rule = Rule::Countries(Countries { of, at_least: need });
    Call::new("spread", 2020, Vec::new(), vec![Requirement { id: "countries".into(), severity: Severity::Mandatory, rule, lenient: None }])
}

#[test]
fn of_larger_consortia_the_fewest_leavers_are_those_outside_the_best_cover() {
    let choice = Choice {
        kinds: vec![OrganisationKind::Other],
        countries: countries("FI SE DE EE PT IT PL FR"),
        unstated: 2,
        grouped: 80,
        groups: 12,
    };
    let result = check(2_000, &(members(&choice, 40), 1..8_u32), |(members, need)| {
        let found = withdrawals(&call(need), &members, &Project::default(), Reading::Strict);
        let expected = fewest(&members, need as usize).map(|fewest| fewest - 1);
        match (found.any, found.any_is_exact) == (expected, true) {
            true => Ok(()),
            false => Err(format!(
                "{need}: found {:?}, expected {expected:?}\n{}",
                found.any,
                shown(&Consortium::new(members, Project::default()))
            )),
        }
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
}

/// Takes every set of countries, and with each the units with most members outside it. `None` where the countries are too few already.
fn fewest(members: &[Member], need: usize) -> Option<u32> {
    let full = members.iter().filter(|member| matches!(member.role, Role::Applicant | Role::Partner));
    let unit = |member: &Member| member.organisation.group.as_ref().unwrap_or(&member.organisation.id).to_string();
    let standing: Vec<(String, Country)> = full.filter_map(|member| Some((unit(member), member.organisation.country?))).collect();
    let all: Vec<Country> = standing.iter().map(|(_, country)| *country).collect::<BTreeSet<_>>().into_iter().collect();
    let outside = |set: usize| {
        let chosen = |country: &Country| all.iter().position(|other| other == country).is_some_and(|at| set & (1 << at) != 0);
        let mut units: BTreeMap<&str, u32> = BTreeMap::new();
        standing.iter().filter(|(_, country)| !chosen(country)).for_each(|(unit, _)| *units.entry(unit).or_default() += 1);
        let mut sizes: Vec<u32> = units.into_values().collect();
        sizes.sort_unstable();
        sizes.iter().rev().skip(need - 1 - set.count_ones() as usize).sum::<u32>()
    };
    let sets = (0..1_usize << all.len()).filter(|set| (set.count_ones() as usize) < need);
    sets.map(outside).min().filter(|fewest| *fewest > 0)
}

/// So many legal groups, each with members in some of so many countries.
fn scattered(groups: usize, size: usize) -> Vec<Member> {
    let all: Vec<Country> = Country::all().take(size).collect();
    let places = (0..groups).flat_map(|group| (0..size).map(move |country| (group, country)));
    places
        .filter(|(group, country)| (group * 31 + country * 17 + group * country * 5) % 11 < 5)
        .map(|(group, country)| member(Some(group), group * size + country, all[country]))
        .collect()
}

#[test]
fn with_many_groups_the_search_still_comes_to_its_end() {
    for (groups, size, need) in [(4, 4, 3), (12, 8, 4), (16, 12, 6), (24, 12, 10), (30, 14, 8), (30, 14, 12), (60, 14, 12)] {
        let members = scattered(groups, size);
        let found = withdrawals(&call(need), &members, &Project::default(), Reading::Strict);
        let most = fewest(&members, need as usize).map(|fewest| fewest - 1);
        assert_eq!((found.any, found.any_is_exact), (most, true), "{groups} groups, {need} of {size} countries");
    }
}

/// Groups of five in five countries of their own, and three others in each of those countries. The search always takes a group for
/// better than a country, and cannot see that they take members from each other.
#[test]
fn where_the_search_is_broken_off_the_answer_is_on_the_safe_side() {
    let (groups, need) = (20, 91);
    let all: Vec<Country> = Country::all().take(5 * groups).collect();
    let in_country = |at: usize| (0..4).map(move |number| ((number == 0).then_some(at / 5), at * 4 + number, at));
    let members: Vec<Member> = (0..all.len()).flat_map(in_country).map(|(group, number, at)| member(group, number, all[at])).collect();
    let found = withdrawals(&call(need), &members, &Project::default(), Reading::Strict);
    let covered = |taken: usize| {
        let countries = need as usize - 1 - taken;
        let whole = countries.min(5 * (groups - taken));
        5 * taken + 4 * whole + 3 * (countries - whole)
    };
    let most = (members.len() - (0..=groups).map(covered).max().unwrap() - 1) as u32;
    assert!(!found.any_is_exact, "the search came to its end, so this board says nothing");
    assert!(found.any.is_some_and(|any| (10 - 1..most).contains(&any)), "{:?}, of {most} at most", found.any);
}

fn member(group: Option<usize>, number: usize, country: Country) -> Member {
    let (id, group) = (Rc::from(format!("o{number}")), group.map(|group| Rc::from(format!("G{group}"))));
    Member {
        organisation: Rc::new(Organisation { id, group, country: Some(country), ..Organisation::default() }),
        role: Role::Partner,
        affiliated_to: None,
    }
}
