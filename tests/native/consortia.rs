//! Consortia made up by chance, for the properties and the oracle. The same run makes the same ones every time.

use allians::engine::{Attribute, Attributes, Cents, Consortium, Country, Member, Organisation, OrganisationKind, Project, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::fmt::Write;
use std::rc::Rc;

/// What a made-up member may be.
#[derive(Clone)]
pub struct Choice {
    pub kinds: Vec<OrganisationKind>,
    pub countries: Vec<Country>,
    /// Of a hundred: how many facts are not stated.
    pub unstated: u32,
    /// Of a hundred: how many are in a legal group.
    pub grouped: u32,
    pub groups: u32,
}

/// The countries with these codes.
pub fn countries(codes: &str) -> Vec<Country> {
    codes.split(' ').map(|code| Country::parse(code).unwrap()).collect()
}

/// Members m0, m1 …
pub fn members(choice: &Choice, most: usize) -> impl Strategy<Value = Vec<Member>> + use<> {
    vec(member(choice), 0..=most)
        .prop_map(|drafts| drafts.into_iter().enumerate().map(|(place, draft)| named(draft, &format!("m{place}"))).collect())
}

/// A member whose id is still to be given.
pub fn member(choice: &Choice) -> impl Strategy<Value = Member> + use<> {
    // A certainty is no probability here.
    let stated = (f64::from(100 - choice.unstated) / 100.0).min(1.0 - 1e-9);
    let kind = option::weighted(stated, select(choice.kinds.clone()));
    let country = option::weighted(stated, select(choice.countries.clone()));
    let group = option::weighted(f64::from(choice.grouped) / 100.0, (0..choice.groups).prop_map(|group| Rc::from(format!("G{group}"))));
    let charter = proptest::prop_oneof![6 => Just(None), 2 => Just(Some(true)), 2 => Just(Some(false))];
    let role = proptest::prop_oneof![2 => Just(Role::Applicant), 8 => Just(Role::Partner), 1 => Just(Role::Affiliated), 1 => Just(Role::Associated)];
    let established = proptest::prop_oneof![1 => Just(None), 3 => Just(Some(true)), 3 => Just(Some(false))];
    let attributes = established.prop_map(|stated| Attributes::default().with(Attribute::EstablishedTwoYears, stated));
    let value = any::<bool>().prop_map(|stated| Rc::from(if stated { "labs" } else { "" }));
    (kind, country, group, charter, attributes, role, value).prop_map(|(kind, country, group, charter, attributes, role, added_value)| {
        Member {
            organisation: Rc::new(Organisation { kind, country, group, charter, attributes, added_value, ..Organisation::default() }),
            role,
            affiliated_to: (role == Role::Affiliated).then(|| Rc::from("m0")),
        }
    })
}

/// The same member with another id.
pub fn named(member: Member, id: &str) -> Member {
    Member { organisation: Rc::new(Organisation { id: Rc::from(id), ..(*member.organisation).clone() }), ..member }
}

/// Facts of a project, some of them around what the call allows.
pub fn project() -> impl Strategy<Value = Project> {
    let months = option::of(select(vec![12, 24, 30, 36, 48]));
    let euros = option::of(select(vec![0, 650_000, 700_000, 700_001, 800_000, 1_000_000, 1_000_001]));
    (months, euros).prop_map(|(duration_months, grant)| Project {
        duration_months,
        grant: grant.map(Cents::of_euros),
        activities: Vec::new(),
    })
}

/// Tries that many cases, the same every time, and tells the smallest that fails.
pub fn check<S: Strategy>(cases: u32, strategy: &S, holds: impl Fn(S::Value) -> Result<(), String>) -> Result<(), String> {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 4_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    runner.run(strategy, |value| holds(value).map_err(TestCaseError::fail)).map_err(|error| match error {
        TestError::Fail(reason, _) => reason.to_string(),
        TestError::Abort(reason) => format!("given up: {reason}"),
    })
}

/// A consortium in the notation of the tables.
pub fn shown(consortium: &Consortium) -> String {
    let mut text = format!("{:?}\n", consortium.project);
    for Member { organisation, role, .. } in consortium.members() {
        let kind = organisation.kind.map_or("?", OrganisationKind::as_str);
        let country = organisation.country.map_or("?".to_owned(), |country| country.code().to_owned());
        write!(text, "  {}: {kind} {country} {}", organisation.id, role.as_str()).unwrap();
        organisation.group.iter().for_each(|group| write!(text, " group={group}").unwrap());
        organisation
            .attributes
            .stated()
            .for_each(|(attribute, has)| write!(text, " {}={}", if has { "has" } else { "lacks" }, attribute.as_str()).unwrap());
        organisation.charter.iter().for_each(|charter| write!(text, " eche={charter}").unwrap());
        text.push('\n');
    }
    text
}
