//! Named boards, and what is missing from them in few words.

use crate::notation::members;
use crate::oracle::two_and_three;
use crate::support::call_of;
use allians::advice::{Additions, Answer, Change, PoolAdditions, Seat, Seats, complete, from_pool, safe};
use allians::engine::rule::{Coordinator, Count, Countries, Duration, Grant};
use allians::engine::{
    Call, Cents, Country, CountryClass, CountrySet, Member, Organisation, Project, Reading, Requirement, RoleSet, Rule, Selector, Severity,
};
use std::rc::Rc;

/// The four of the mock.
const HALF: &[&str] = &["hei FI applicant", "hei SE", "research_institute SE", "enterprise FI"];
const WHOLE: &[&str] = &["hei FI applicant", "hei SE", "enterprise DE", "enterprise PT", "other EE", "other NL"];

fn board(lines: &[&str]) -> Vec<Member> {
    members(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>()).unwrap()
}

fn pool(lines: &[&str]) -> Vec<Rc<Organisation>> {
    board(lines).into_iter().map(|member| member.organisation).collect()
}

fn two_years() -> Project {
    Project { duration_months: Some(24), ..Project::default() }
}

/// `enterprise new + any`: the seats of an answer, each with its kinds, whether its country is new, and whether it leads.
fn seats(answer: &Answer) -> String {
    let seat = |seat: &Seat| {
        let kinds = seat.kinds.map_or("any".to_owned(), |kinds| kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join("/"));
        let new = if seat.new_country.is_empty() { "" } else { " new" };
        let leads = if seat.leads { " leads" } else { "" };
        format!("{kinds}{new}{leads}")
    };
    answer.seats.iter().map(seat).collect::<Vec<_>>().join(" + ")
}

fn additions(found: &Additions) -> String {
    match found {
        Additions::Enough => "enough".to_owned(),
        Additions::Seats(Seats { number, answers, .. }) => {
            format!("{number}: {}", answers.iter().map(seats).collect::<Vec<_>>().join(" or "))
        }
        Additions::Never(requirements) => format!("never {requirements:?}"),
        Additions::Open(requirements) => format!("open {requirements:?}"),
        Additions::TooMuch(_) => "too many".to_owned(),
    }
}

fn changes(found: &[Change]) -> String {
    let change = |change: &Change| match change {
        Change::Applicant { present, candidates } => format!("applicant {present:?} of {candidates:?}"),
        Change::Duration { allowed: Duration::OneOf(months) } => format!("duration {months:?}"),
        Change::Duration { allowed } => format!("duration {allowed:?}"),
        Change::Grant { allowed: Grant::Caps(caps) } => format!("grant {:?}", caps.iter().map(|cap| cap.at_most).collect::<Vec<_>>()),
        Change::Grant { allowed } => format!("grant {allowed:?}"),
        Change::Leave { members, number, .. } => format!("leave {number} of {members:?}"),
        Change::Show { requirement, members, .. } => format!("show {requirement} {members:?}"),
        Change::Activities { requirement } => format!("activities {requirement}"),
    };
    found.iter().map(change).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_fewest_of_anybody() {
    let table: &[(&str, &[&str], Reading, &str, &str)] = &[
        ("the mock: an enterprise from a new country, and anybody", HALF, Reading::Strict, "2: enterprise new + any", ""),
        ("a whole consortium misses nobody", WHOLE, Reading::Strict, "enough", ""),
        (
            "nobody yet: six, one of whom leads",
            &[],
            Reading::Strict,
            "6: hei new + hei new + enterprise new + enterprise + any + any",
            "applicant [] of []",
        ),
        (
            "no applicant: somebody has to be chosen, nobody added",
            &["hei FI", "hei SE", "enterprise DE", "enterprise PT", "other EE", "other NL"],
            Reading::Strict,
            "enough",
            "applicant [] of [0, 1, 2, 3, 4, 5]",
        ),
        (
            "two applicants: one has to stand back",
            &["hei FI applicant", "hei SE applicant", "enterprise DE", "enterprise PT", "other EE", "other NL"],
            Reading::Strict,
            "enough",
            "applicant [0, 1] of [0, 1]",
        ),
        (
            "an applicant from a partner country: another has to lead",
            &["hei GH applicant", "hei FI", "hei SE", "enterprise DE", "enterprise PT", "other EE", "other NL"],
            Reading::Strict,
            "enough",
            "applicant [0] of [1, 2, 3, 4, 5, 6]",
        ),
        (
            "partner countries help nothing, strictly read",
            &["hei FI applicant", "hei SE", "enterprise DE", "enterprise PT", "other EE", "other GH"],
            Reading::Strict,
            "1: any",
            "",
        ),
        (
            "leniently read they do",
            &["hei FI applicant", "hei SE", "enterprise DE", "enterprise PT", "other EE", "other GH"],
            Reading::Lenient,
            "enough",
            "",
        ),
        (
            "of a legal group only one counts",
            &["hei FI applicant", "hei SE", "enterprise DE group=G", "enterprise DE group=G", "other EE", "other NL"],
            Reading::Strict,
            "1: enterprise",
            "",
        ),
        (
            "affiliated and associated members do not count",
            &["hei FI applicant", "hei SE", "enterprise DE", "enterprise PT", "other EE affiliated=m0", "other NL associated"],
            Reading::Strict,
            "2: any + any",
            "",
        ),
        (
            "a university without its charter is missing",
            &["hei FI applicant", "hei SE eche=false", "enterprise DE", "enterprise PT", "other EE", "other NL"],
            Reading::Strict,
            "1: hei",
            "",
        ),
    ];
    let call = call_of(2020);
    let mut failures = Vec::new();
    for (name, lines, reading, expected, to_change) in table {
        let found = complete(&call, &board(lines), &two_years(), *reading);
        let got = (additions(&found.additions), changes(&found.changes));
        if got != (expected.to_string(), to_change.to_string()) {
            failures.push(format!("{name}: {got:?}"));
        }
    }
    crate::support::none_failed(&failures);
}

#[test]
fn what_no_addition_can_mend_is_told_apart() {
    let table = [
        ("a duration that is not allowed", Project { duration_months: Some(30), ..Project::default() }, "duration [24, 36]"),
        ("no duration yet", Project::default(), "duration [24, 36]"),
        ("a grant above the cap", Project { grant: Some(Cents::of_euros(800_000)), ..two_years() }, "grant [700000, 1000000]"),
        ("all well", two_years(), ""),
    ];
    for (name, project, expected) in table {
        let found = complete(&call_of(2020), &board(WHOLE), &project, Reading::Strict);
        assert_eq!((found.additions, changes(&found.changes)), (Additions::Enough, expected.to_owned()), "{name}");
    }
}

#[test]
fn members_whose_facts_may_help_are_named() {
    let table: &[(&str, &[&str], &str, &[u32])] = &[
        (
            "one country may be enough",
            &["hei FI applicant", "hei SE", "enterprise DE", "enterprise PT", "other EE", "other ?", "? GH"],
            "1: any",
            &[5],
        ),
        (
            "no country is enough while two are missing",
            &["hei FI applicant", "hei SE", "enterprise DE", "enterprise PT", "other ?"],
            "2: any + any",
            &[],
        ),
        ("a kind may be enough", &["hei FI applicant", "hei SE", "enterprise DE", "? PT", "other EE", "other NL"], "1: enterprise", &[3]),
    ];
    for (name, lines, missing, members) in table {
        let found = complete(&call_of(2020), &board(lines), &two_years(), Reading::Strict);
        assert_eq!((additions(&found.additions).as_str(), found.facts.as_slice()), (*missing, *members), "{name}");
    }
}

/// A name, members, the pool, its smallest sets; and who joins in the mixed answer, with how many still to be found.
type PoolRow = (&'static str, &'static [&'static str], &'static [&'static str], &'static str, Option<(&'static [u32], u32)>);

fn sets(found: &PoolAdditions) -> String {
    match found {
        PoolAdditions::Enough => "enough".to_owned(),
        PoolAdditions::Sets { number, ways, first } => format!("{number} in {ways}: {first:?}"),
        PoolAdditions::Never => "never".to_owned(),
        PoolAdditions::Open(requirements) => format!("open {requirements:?}"),
        PoolAdditions::TooMuch(_) => "too many".to_owned(),
    }
}

#[test]
fn the_fewest_of_the_pool() {
    let table: &[PoolRow] = &[
        (
            "the mock: those that help no more than is needed come first",
            HALF,
            &["enterprise DE", "enterprise PT", "association SE", "public_body FI", "hei GH"],
            "2 in 5: [[0, 2], [0, 3], [1, 2], [1, 3], [0, 1]]",
            None,
        ),
        ("an empty pool", HALF, &[], "never", None),
        ("only partner countries", HALF, &["hei GH", "enterprise US"], "never", None),
        ("the pool needs one more than the fewest", HALF, &["association DE", "enterprise FI", "other SE"], "2 in 1: [[0, 1]]", None),
        ("no new country in the pool: the rest has to be found", HALF, &["enterprise FI", "other SE"], "never", Some((&[0], 1))),
        (
            "facts that are not stated help nobody",
            HALF,
            &["? DE", "enterprise ?", "enterprise DE", "other NL"],
            "2 in 2: [[0, 2], [2, 3]]",
            None,
        ),
        (
            "a member's legal group helps nothing",
            &["hei FI applicant", "hei SE", "enterprise DE group=G", "other EE", "other NL"],
            &["enterprise PT group=G", "enterprise PT"],
            "1 in 1: [[1]]",
            None,
        ),
        (
            "two of one group are one",
            &["hei FI applicant", "hei SE", "other EE", "other NL"],
            &["enterprise DE group=G", "enterprise DE group=G", "enterprise PT"],
            "2 in 2: [[0, 2], [1, 2]]",
            None,
        ),
        ("a whole consortium", WHOLE, &["hei EE"], "enough", None),
    ];
    let call = call_of(2020);
    let mut failures = Vec::new();
    for (name, lines, offered, expected, mixed) in table {
        let found = from_pool(&call, &board(lines), &pool(offered), Reading::Strict, 20);
        let rest = found.mixed.as_ref().map(|(places, seats)| (places.as_slice(), seats.number));
        if sets(&found.alone) != *expected || rest != *mixed {
            failures.push(format!("{name}: {} and {rest:?}", sets(&found.alone)));
        }
    }
    crate::support::none_failed(&failures);
}

#[test]
fn safe_against_one_who_leaves() {
    let table: &[(&str, &[&str], &str)] = &[
        ("six exactly: every minimum has nobody to spare", WHOLE, "2: hei + enterprise"),
        (
            "a third of each: safe",
            &["hei FI applicant", "hei SE", "hei EE", "enterprise DE", "enterprise PT", "enterprise NL", "other NO"],
            "enough",
        ),
        (
            "who leads may leave, if another could lead",
            &["hei FI applicant", "hei FI", "hei SE", "enterprise SE", "enterprise DE", "enterprise DE", "other FI"],
            "enough",
        ),
        (
            "a country that hangs on one member",
            &["hei FI applicant", "hei FI", "hei SE", "enterprise SE", "enterprise SE", "enterprise DE", "other FI"],
            "1: any new",
        ),
    ];
    for (name, lines, expected) in table {
        assert_eq!(additions(&safe(&call_of(2020), &board(lines), Reading::Strict)), *expected, "{name}");
    }
}

/// A call with one class and the rules given, all mandatory.
fn call(countries: &str, rules: Vec<Rule>) -> Call {
    let countries: CountrySet = countries.split(' ').filter_map(Country::parse).collect();
    let requirement =
        |(at, rule): (usize, Rule)| Requirement { id: format!("r{at}").into(), severity: Severity::Mandatory, rule, lenient: None };
    let requirements = rules.into_iter().enumerate().map(requirement).collect();
    Call::new("made-up", 2020, vec![CountryClass { name: "programme".into(), countries, planned: CountrySet::EMPTY }], requirements)
}

#[test]
fn a_call_that_nobody_can_satisfy_says_so() {
    let of = Selector { roles: RoleSet::FULL_PARTNERS, kinds: None, class: Some(0), attribute: None };
    let table = [
        ("more countries than there are", "FI SE", vec![Rule::Countries(Countries { of, at_least: 3 })], "never [0]"),
        ("no country at all", "", vec![Rule::Count(Count { of, at_least: 1 })], "never [0]"),
        (
            "the rest is not to blame",
            "FI SE",
            vec![Rule::Count(Count { of, at_least: 2 }), Rule::Countries(Countries { of, at_least: 3 })],
            "never [1]",
        ),
        (
            "as many as there are will do",
            "FI SE",
            vec![Rule::Countries(Countries { of, at_least: 2 }), Rule::Coordinator(Coordinator { of })],
            "2: any new + any new",
        ),
    ];
    for (name, countries, rules, expected) in table {
        let found = complete(&call(countries, rules), &[], &Project::default(), Reading::Strict);
        assert_eq!(additions(&found.additions), expected, "{name}");
    }
}

#[test]
fn many_members_and_many_legal_groups_end_in_an_answer() {
    let thousand: Vec<Member> = (0..1_000).flat_map(|_| board(&["other GH"])).collect();
    let found = complete(&call_of(2020), &thousand, &two_years(), Reading::Strict);
    assert!(matches!(found.additions, Additions::Seats(Seats { number: 6, .. })), "{found:?}");
    let countries = ["FI", "SE", "DE", "EE"];
    let wandering: Vec<String> = (0..60).map(|at| format!("hei {} group=G{}", countries[at % 4], at / 2)).collect();
    let wandering: Vec<&str> = wandering.iter().map(String::as_str).collect();
    let found = from_pool(&two_and_three(), &[], &pool(&wandering), Reading::Strict, 5);
    assert!(matches!(found.alone, PoolAdditions::TooMuch(_) | PoolAdditions::Sets { .. } | PoolAdditions::Never), "{found:?}");
}

#[test]
fn the_ways_are_as_many_as_there_are_past_the_middle_too() {
    let of = Selector { roles: RoleSet::FULL_PARTNERS, kinds: None, class: Some(0), attribute: None };
    let table: &[(u32, usize, u128)] =
        &[(1, 200, 200), (3, 5, 10), (130, 131, 131), (199, 200, 200), (200, 200, 1), (100, 400, u128::MAX), (200, 300, u128::MAX)];
    for (at_least, pooled, expected) in table {
        let lines: Vec<&str> = (0..*pooled).map(|_| "hei FI").collect();
        let call = call("FI SE", vec![Rule::Count(Count { of, at_least: *at_least })]);
        let found = from_pool(&call, &[], &pool(&lines), Reading::Strict, 1).alone;
        assert!(matches!(&found, PoolAdditions::Sets { ways, .. } if ways == expected), "{at_least} of {pooled}: {found:?}");
    }
}
