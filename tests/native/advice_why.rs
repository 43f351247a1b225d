//! What would flip a requirement, as a table against the shipped call.

use crate::notation::board;
use crate::oracle::wide;
use crate::support::{call_of, none_failed};
use allians::advice::{More, TippingPoint, tipping_point};
use allians::engine::rule::Duration;
use allians::engine::{Call, Cents, Lack, Member, Project, Reading};

const SIX: &[&str] = &["hei FI applicant", "hei SE", "enterprise SE", "enterprise EE", "association FI", "public_body EE"];

/// Name, members, requirement, what flips it.
const OF_MEMBERS: &[(&str, &[&str], &str, &str)] = &[
    ("one of six breaks six", SIX, "organisations", "lose 1 organisations"),
    (
        "a legal group breaks when the last of it leaves",
        &["hei FI applicant", "hei FI", "hei SE group=G", "hei SE group=G"],
        "higher-education-institutions",
        "lose 2 organisations",
    ),
    (
        "a group has both to leave",
        &["hei SE group=G", "hei SE group=G", "hei FI group=H", "hei FI group=H"],
        "higher-education-institutions",
        "lose 2 organisations",
    ),
    ("two are missing", &["hei FI", "hei US", "other FI", "other SE", "other SE"], "organisations", "add 2 organisations"),
    ("an institution may be one", &["hei FI", "? SE", "? US"], "higher-education-institutions", "state 1 or 1 organisations"),
    ("three countries of two each", SIX, "programme-countries", "lose 2 countries"),
    (
        "the countries with the fewest go",
        &["hei FI", "hei FI", "hei SE", "hei EE", "hei EE", "hei LV"],
        "programme-countries",
        "lose 2 countries",
    ),
    (
        "a group in two countries stands for either",
        &["hei FI", "hei SE", "hei EE group=G", "hei SE group=G"],
        "programme-countries",
        "lose 1 countries",
    ),
    (
        "a group in two countries moves where others have left",
        &["hei FI", "hei FI", "hei SE group=G", "hei EE group=G", "hei EE group=H", "hei SE group=H"],
        "programme-countries",
        "lose 2 countries",
    ),
    ("one more country", &["hei FI", "hei FI", "hei SE"], "programme-countries", "add 1 countries"),
    ("a country that is not stated", &["hei FI", "hei ?", "hei SE", "other US"], "programme-countries", "state 1 or 1 countries"),
    (
        "in a group where another counts a country may still bring one",
        &["hei FI", "hei FI group=G", "hei ? group=G", "hei SE"],
        "programme-countries",
        "state 2 or 1 countries",
    ),
    ("another applicant", SIX, "applicant", "replace"),
    ("nobody applies yet", &["hei FI", "hei US", "other ?", "other SE", "other SE associated"], "applicant", "lead 0 3 state -"),
    ("two apply", &["hei FI applicant", "other SE applicant"], "applicant", "lead 0 1 state -"),
    ("the applicant may fit", &["hei ? applicant", "hei SE"], "applicant", "lead 1 state 0"),
    ("nobody can", &["hei US applicant", "hei GH"], "applicant", "lead - state -"),
    ("a charter to show", &["hei FI", "hei SE eche=true", "hei EE eche=false", "? FI", "hei US"], "charter", "show charter 0 2 3"),
    ("charters shown", &["hei FI eche=true", "enterprise SE", "hei EE eche=true"], "charter", "keep charter 0 2"),
    ("no charter asked for", &["enterprise FI"], "charter", "nothing"),
    ("added value to state", &["hei US", "hei GH value=labs"], "added-value", "show added_value 0"),
    ("added value is judged by a person", &["hei US value=labs"], "added-value", "person"),
    ("effects are judged by a person", SIX, "lasting-effects", "person"),
];

/// Name, call, members, the requirement's place, what flips it.
type OfShape = (&'static str, fn() -> Call, &'static [&'static str], usize, &'static str);

const OF_SHAPES: &[OfShape] = &[
    ("room for two more", wide::each_and_at_most, &["hei FI"], 2, "room for 2 organisations"),
    ("one too many", wide::each_and_at_most, &["hei FI", "hei SE", "hei DE", "hei FI"], 2, "fewer 1 organisations"),
    (
        "a country decides whether there are too many",
        wide::each_and_at_most,
        &["hei FI", "hei SE", "hei DE", "hei ?"],
        2,
        "state 3 or 0 organisations",
    ),
    (
        "a country lacks an enterprise",
        wide::each_and_at_most,
        &["hei FI", "hei SE", "enterprise SE"],
        1,
        "bring FI 1xenterprise/business_intermediary",
    ),
    ("each has both", wide::each_and_at_most, &["hei SE", "enterprise SE"], 1, "nothing"),
    ("a kind decides what a country brings", wide::each_and_at_most, &["hei SE", "? SE"], 1, "state 1 or 0 countries"),
    (
        "exactly one other country, and no room for another",
        wide::capacity_national,
        &["hei FI", "hei GH", "hei GH"],
        1,
        "room for 0 countries",
    ),
    ("a second other country is one too many", wide::capacity_national, &["hei GH", "hei US"], 1, "fewer 1 countries"),
    ("no other country yet", wide::capacity_national, &["hei FI"], 1, "add 1 countries"),
    ("outnumbered by two", wide::capacity_national, &["hei FI", "hei SE", "hei DE", "hei GH"], 4, "add 2 organisations"),
    ("who may be on either side decides", wide::capacity_national, &["hei FI", "hei GH", "hei ?"], 4, "state 2 or 1 organisations"),
    ("nobody is outnumbered", wide::capacity_national, &["hei FI", "hei GH"], 4, "nothing"),
    ("one who may not take part has to leave", wide::small_scale, &["school FI", "school SE", "school US"], 2, "leave 2"),
    ("all may take part", wide::small_scale, &["school FI", "school SE"], 2, "nothing"),
    ("a country decides whether it may", wide::small_scale, &["school FI", "school ?"], 2, "state 1 or 0 members"),
];

/// Name, duration, grant, requirement, what flips it.
type OfProject = (&'static str, Option<u32>, Option<u64>, &'static str, &'static str);

const OF_PROJECT: &[OfProject] = &[
    ("a duration that is allowed", Some(24), None, "duration", "duration 24 36"),
    ("a duration that is not", Some(30), None, "duration", "duration 24 36"),
    ("no duration", None, None, "duration", "duration 24 36"),
    ("no grant", Some(24), None, "grant", "nothing"),
    ("a grant for a duration that is not allowed", Some(30), Some(1), "grant", "nothing"),
    ("room in the grant", Some(24), Some(650_000), "grant", "room 50000"),
    ("a grant at the most", Some(36), Some(1_000_000), "grant", "room 0"),
    ("room whatever the duration", None, Some(600_000), "grant", "room 100000"),
    ("a grant for three years asked for two", Some(24), Some(800_000), "grant", "grant 700000 over 100000 or 36"),
    ("a grant too large for any", Some(36), Some(1_000_001), "grant", "grant 1000000 over 1 or -"),
    ("a grant that waits for the duration", None, Some(800_000), "grant", "grant 700000 over 100000 or 36"),
    ("the project does some of it", None, None, "activities", "drop entrepreneurship"),
];

#[test]
fn every_row_says_what_flips_it() {
    let mut failures = Vec::new();
    let own = Project { activities: vec!["entrepreneurship".into(), "mobility".into()], ..Project::default() };
    for (name, lines, requirement, expected) in OF_MEMBERS {
        failures.extend(check(name, &board(lines), &own, requirement, expected));
    }
    for (name, duration_months, grant_eur, requirement, expected) in OF_PROJECT {
        let project = Project { duration_months: *duration_months, grant: grant_eur.map(Cents::of_euros), ..own.clone() };
        failures.extend(check(name, &board(SIX), &project, requirement, expected));
    }
    for (name, call, lines, place, expected) in OF_SHAPES {
        let found = said(&tipping_point(&call(), &board(lines), &own, Reading::Strict, *place));
        failures.extend((found != *expected).then(|| format!("\"{name}\": expected {expected:?}, found {found:?}")));
    }
    let chosen = "choose curricula real-life-studies entrepreneurship learning-in-enterprises";
    failures.extend(check("no activity chosen", &board(SIX), &Project::default(), "activities", chosen));
    none_failed(&failures);
}

#[test]
fn a_requirement_that_is_not_there_has_nothing_to_flip() {
    assert_eq!(tipping_point(&call_of(2020), &board(SIX), &Project::default(), Reading::Strict, 99), TippingPoint::Nothing);
}

fn check(name: &str, members: &[Member], project: &Project, requirement: &str, expected: &str) -> Option<String> {
    let call = call_of(2020);
    let place = call.requirements().iter().position(|asked| *asked.id == *requirement).expect(requirement);
    let found = said(&tipping_point(&call, members, project, Reading::Strict, place));
    (found != expected).then(|| format!("\"{name}\": expected {expected:?}, found {found:?}"))
}

fn said(flip: &TippingPoint) -> String {
    let more = |more: &More| format!("{} {}", more.more, more.measure.as_str());
    match flip {
        TippingPoint::Add(added) => format!("add {}", more(added)),
        TippingPoint::State { members, or } => format!("state {} or {}", list(members), more(or)),
        TippingPoint::Lose { fewest, measure, exact } => {
            format!("lose {fewest} {}{}", measure.as_str(), if *exact { "" } else { " at least" })
        }
        TippingPoint::Lead { candidates, state } => format!("lead {} state {}", list(candidates), list(state)),
        TippingPoint::Replace => "replace".to_owned(),
        TippingPoint::Duration { allowed: Duration::OneOf(months) } => format!("duration {}", list(months)),
        TippingPoint::Grant { at_most, over, months } => format!("grant {at_most} over {over} or {}", list(months)),
        TippingPoint::GrantRoom { room } => format!("room {room}"),
        TippingPoint::Show { members, fact } => format!("show {} {}", fact.as_str(), list(members)),
        TippingPoint::Keep { members, fact } => format!("keep {} {}", fact.as_str(), list(members)),
        TippingPoint::Choose { activities } => format!("choose {}", activities.join(" ")),
        TippingPoint::Drop { activities } => format!("drop {}", activities.join(" ")),
        TippingPoint::Duration { allowed } => format!("duration {allowed:?}"),
        TippingPoint::Fewer(fewer) => format!("fewer {}", more(fewer)),
        TippingPoint::Room(room) => format!("room for {}", more(room)),
        TippingPoint::Bring { lacking } => {
            let lack = |lack: &Lack| {
                format!(
                    "{} {}x{}",
                    lack.country.code(),
                    lack.missing,
                    lack.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join("/")
                )
            };
            format!("bring {}", lacking.iter().map(lack).collect::<Vec<_>>().join(", "))
        }
        TippingPoint::Leave { members } => format!("leave {}", list(members)),
        TippingPoint::GrantOf { allowed } => format!("grant {allowed:?}"),
        TippingPoint::Person => "person".to_owned(),
        TippingPoint::Nothing => "nothing".to_owned(),
    }
}

fn list(numbers: &[u32]) -> String {
    match numbers {
        [] => "-".to_owned(),
        some => some.iter().map(u32::to_string).collect::<Vec<_>>().join(" "),
    }
}
