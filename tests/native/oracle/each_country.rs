//! What each country has to bring, with facts missing: made-up rules and boards filled in every way, and boards on which most is missing.

use super::{expected, slow, wide};
use crate::consortia::{Choice, check, countries, members, shown};
use allians::engine::rule::{CountryNeed, EachCountry, EveryMember, Fact};
use allians::engine::{
    Call, Consortium, Country, CountryClass, CountrySet, Measured, Member, Organisation, OrganisationKind, Outcome, Project, Reading,
    Requirement, RoleSet, Rule, Selector, Severity, Status, evaluate,
};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::select;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Boards that are filled in every way.
const CASES: u32 = 3_000;

/// Kinds that rules ask for, and one that stands for all others.
const KINDS: &[OrganisationKind] =
    &[OrganisationKind::Hei, OrganisationKind::Enterprise, OrganisationKind::Association, OrganisationKind::School];

#[test]
fn with_facts_missing_it_is_what_all_fills_say() {
    let choice = Choice { kinds: KINDS.to_vec(), countries: countries("FI SE IS US"), unstated: 40, grouped: 40, groups: 2 };
    let few_missing = |members: &Vec<Member>| {
        let kinds = members.iter().filter(|member| member.organisation.kind.is_none()).count();
        let countries = members.iter().filter(|member| member.organisation.country.is_none()).count();
        4_usize.pow(kinds as u32) * 7_usize.pow(countries as u32) <= 30_000
    };
    let boards = (calls(), members(&choice, 5).prop_filter("too many facts are missing", few_missing));
    let result = check(CASES, &boards, |(call, members)| {
        let consortium = Consortium::new(members, Project::default());
        let (rule, found) = (&call.requirements()[0].rule, &evaluate(&call, &consortium, Reading::Strict).findings[0]);
        let fills = filled(consortium.members());
        let answers: Vec<slow::Answer> = fills.iter().map(|fill| slow::answer(&call, rule, fill, &Project::default())).collect();
        let status = if found.status == Status::NotApplicable { Status::Met } else { found.status };
        let is_exact = matches!(found.measured, Measured::PerCountry { exact: true, .. });
        match status == expected(&answers) && is_exact {
            true => Ok(()),
            false => Err(format!("{found:?}, all fills say {:?}\n{rule:?}\n{}", expected(&answers), shown(&consortium))),
        }
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
}

/// Rules with one to three needs, of kinds that overlap, in countries of a class with three, with one, with all others, or in any.
fn calls() -> impl Strategy<Value = Call> {
    let kinds = || vec(select(KINDS.to_vec()), 1..=3);
    let need = (kinds(), 0..=3_u32).prop_map(|(kinds, at_least)| CountryNeed { kinds: kinds.into_iter().collect(), at_least });
    let of = (select(vec![None, Some(0), Some(1), Some(2)]), proptest::option::weighted(0.3, kinds()));
    let roles = proptest::prop_oneof![Just(RoleSet::FULL_PARTNERS), Just(RoleSet::ALL)];
    (vec(need, 1..=3), of, roles, any::<bool>()).prop_map(|(needs, (class, kinds), roles, charter)| {
        let kinds = kinds.map(|kinds| kinds.into_iter().collect());
        let of = Selector { roles, kinds, class, attribute: None };
        let mut rules = vec![Rule::EachCountry(EachCountry { of, needs: needs.into() })];
        let hei =
            Selector { roles: RoleSet::ALL, kinds: Some([OrganisationKind::Hei].into_iter().collect()), class: Some(0), attribute: None };
        if charter {
            rules.push(Rule::EveryMember(EveryMember { of: hei, fact: Fact::Charter, outcome: Outcome::DoesNotCount }));
        }
        let requirement =
            |(at, rule): (usize, Rule)| Requirement { id: format!("{at}").into(), severity: Severity::Mandatory, rule, lenient: None };
        let set = |codes: &str| countries(codes).into_iter().collect::<CountrySet>();
        let class = |name: &str, countries| CountryClass { name: name.into(), countries, planned: CountrySet::EMPTY };
        let others = set("FI SE DE IS").complement();
        let classes = vec![class("three", set("FI SE DE")), class("one", set("IS")), class("others", others)];
        Call::new("made-up", 2020, classes, rules.into_iter().enumerate().map(requirement).collect())
    })
}

/// Everything that the facts which are not stated could be, as far as the rules can tell it apart.
fn filled(members: &[Member]) -> Vec<Vec<Member>> {
    let all = countries("FI SE DE IS US GH CH");
    let mut ways: Vec<Vec<Member>> = vec![Vec::new()];
    for member in members {
        let Organisation { kind, country, .. } = *member.organisation;
        let (kinds, countries) = (kind.map_or(KINDS.to_vec(), |kind| vec![kind]), country.map_or(all.clone(), |country| vec![country]));
        let known = |kind: OrganisationKind, country: Country| {
            let known = Organisation { kind: Some(kind), country: Some(country), ..(*member.organisation).clone() };
            Member { organisation: Rc::new(known), ..member.clone() }
        };
        let these: Vec<Member> = kinds.iter().flat_map(|kind| countries.iter().map(|country| known(*kind, *country))).collect();
        ways = ways.iter().flat_map(|way| these.iter().map(|member| way.iter().chain([member]).cloned().collect())).collect();
    }
    ways
}

#[test]
fn where_most_facts_are_missing_it_is_exact_and_quick() {
    let codes = countries("FI SE DE EE LV LT PT ES IT FR NL BE");
    let call = wide::excellence();
    let (place, _) = (call.requirements().iter().enumerate())
        .find(|(_, requirement)| matches!(requirement.rule, Rule::EachCountry(_)))
        .expect("the call asks each country for something");
    for (present, open) in [(1, 40), (6, 5), (6, 6), (12, 11), (12, 12), (12, 24), (12, 1_000), (0, 1), (0, 2), (0, 500)] {
        let mut members: Vec<Member> = (0..present).map(|at| member(at, Some(codes[at]), Some(OrganisationKind::Enterprise))).collect();
        members.extend((0..open).map(|at| member(present + at, None, None)));
        let began = Instant::now();
        let found = &evaluate(&call, &Consortium::new(members, Project::default()), Reading::Strict).findings[place];
        // Each of them can bring what one country lacks; those who are nowhere need one another.
        let expected = if open < present || present + open < 2 { Status::Unmet } else { Status::Unknown };
        let is_exact = matches!(found.measured, Measured::PerCountry { exact: true, .. });
        assert_eq!((found.status, is_exact), (expected, true), "{present} countries, {open} of whom nothing is stated");
        assert!(began.elapsed() < Duration::from_secs(2), "{present} countries, {open} of whom nothing is stated");
    }
}

fn member(at: usize, country: Option<Country>, kind: Option<OrganisationKind>) -> Member {
    let organisation = Organisation { id: Rc::from(format!("m{at}")), kind, country, ..Organisation::default() };
    Member { organisation: Rc::new(organisation), role: Default::default(), affiliated_to: None }
}
