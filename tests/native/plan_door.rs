//! Plans that are wrong: each is refused with its path, its line and what is wrong there; and whatever is written is read again.

use crate::consortia::{Choice, check, countries, members, project};
use crate::support::{none_failed, said};
use allians::board::MOST_ORGANISATIONS;
use allians::engine::{Cents, Commitment, Member, Organisation, OrganisationKind};
use allians::plan::{Place, Plan, PlanError, from_text, to_text};
use proptest::prelude::Strategy;
use proptest::sample::select;
use std::rc::Rc;

/// A whole plan; rows replace a part of it.
const WHOLE: &str = r#"{
  "format": "allians-plan", "version": 1,
  "title": "Digital fabrik",
  "call": "erasmus-knowledge-alliances", "year": 2020,
  "duration_months": 24, "grant_eur": null,
  "activities": [], "options": {},
  "organisations": [
    { "id": "o1", "name": "Yrkeshögskolan Skärgård", "kind": "hei", "country": "FI" },
    { "id": "o2", "name": "", "kind": "enterprise", "country": "UK",
      "group": null, "eche": true, "added_value": "", "experience": "", "commitment": "confirmed" }
  ],
  "members": [
    { "organisation": "o1", "role": "applicant" },
    { "organisation": "o2", "role": "affiliated", "of": "o1" }
  ]
}"#;

/// Name, what is replaced, by what; then line, path and fault.
type Row = (&'static str, &'static str, &'static str, usize, &'static str, &'static str);

#[rustfmt::skip]
const BROKEN: &[Row] = &[
    ("no version", r#", "version": 1"#, "", 1, "version", "missing"),
    ("version 0", r#""version": 1"#, r#""version": 0"#, 2, "version", "expected number"),
    ("a version in words", r#""version": 1"#, r#""version": "one""#, 2, "version", "expected number"),
    ("no call", r#""call": "erasmus-knowledge-alliances", "#, "", 1, "call", "missing"),
    ("a call that is null", r#""erasmus-knowledge-alliances""#, "null", 4, "call", "missing"),
    ("no year", r#", "year": 2020"#, "", 1, "year", "missing"),
    ("a year that is a text", "2020", r#""2020""#, 4, "year", "expected number"),
    ("a year that is no year", "2020", "202020", 4, "year", "expected number"),
    ("a title that is a number", r#""Digital fabrik""#, "7", 3, "title", "expected text"),
    ("a duration that is a text", "24", r#""24""#, 5, "duration_months", "expected number"),
    ("a negative duration", "24", "-24", 5, "duration_months", "expected number"),
    ("half a month", "24", "24.5", 5, "duration_months", "expected number"),
    ("a duration beyond all numbers", "24", "1e300", 5, "duration_months", "expected number"),
    ("a negative grant", r#""grant_eur": null"#, r#""grant_eur": -1"#, 5, "grant_eur", "expected amount"),
    ("a grant of a tenth of a cent", r#""grant_eur": null"#, r#""grant_eur": 1000.001"#, 5, "grant_eur", "expected amount"),
    ("a grant beyond all budgets", r#""grant_eur": null"#, r#""grant_eur": 1e15"#, 5, "grant_eur", "expected amount"),
    ("a grant as text", r#""grant_eur": null"#, r#""grant_eur": "1000""#, 5, "grant_eur", "expected amount"),
    ("activities that are a text", r#""activities": []"#, r#""activities": "curricula""#, 6, "activities", "expected list"),
    ("an activity that is a number", r#""activities": []"#, r#""activities": ["curricula", 2]"#, 6, "activities[1]", "expected text"),
    ("an option", r#""options": {}"#, r#""options": { "lot": 1 }"#, 6, "options.lot", "unknown field, known: variant"),
    ("an unknown field", r#""title""#, r#""titel""#, 3, "titel", "unknown field, known: format version title call year duration_months grant_eur activities options rules own_call organisations members"),
    ("an unknown field of an organisation", r#""country": "FI""#, r#""land": "FI""#, 8, "organisations[0].land", "unknown field, known: id name kind country group eche attributes added_value experience commitment"),
    ("an unknown field of a member", r#""role": "applicant""#, r#""rolle": "applicant""#, 13, "members[0].rolle", "unknown field, known: organisation role"),
    ("no organisations", r#""organisations": ["#, r#""organisationer": ["#, 1, "organisations", "missing"),
    ("organisations by name", r#""organisations": ["#, r#""organisations": {}, "rest": ["#, 7, "organisations", "expected list"),
    ("an organisation that is a text", r#"{ "id": "o1","#, r#""Skärgård", { "id": "o1","#, 8, "organisations[0]", "expected object"),
    ("an organisation without id", r#""id": "o1", "#, "", 8, "organisations[0].id", "missing"),
    ("an organisation with an empty id", r#""id": "o1""#, r#""id": """#, 8, "organisations[0].id", "missing"),
    ("an unknown kind", r#""hei""#, r#""högskola""#, 8, "organisations[0].kind", "unknown word högskola, one of 12"),
    ("a kind in capitals", r#""hei""#, r#""HEI""#, 8, "organisations[0].kind", "unknown word HEI, one of 12"),
    ("a country without a code", r#""FI""#, r#""ZZ""#, 8, "organisations[0].country", "unknown country ZZ"),
    ("a country by name", r#""FI""#, r#""Finland""#, 8, "organisations[0].country", "unknown country Finland"),
    ("an empty country", r#""FI""#, r#""""#, 8, "organisations[0].country", "unknown country "),
    ("a country in another organisation", r#""UK""#, r#""UKK""#, 9, "organisations[1].country", "unknown country UKK"),
    ("a charter that is a word", r#""eche": true"#, r#""eche": "yes""#, 10, "organisations[1].eche", "expected truth"),
    ("an unknown commitment", r#""confirmed""#, r#""signed""#, 10, "organisations[1].commitment", "unknown word signed, one of 4"),
    ("an organisation twice", r#""id": "o2""#, r#""id": "o1""#, 9, "organisations[1].id", "repeated o1"),
    ("a member of no organisation", r#""organisation": "o1""#, r#""organisation": "o9""#, 13, "members[0].organisation", "not found o9"),
    ("a member without organisation", r#""organisation": "o1", "#, "", 13, "members[0].organisation", "missing"),
    ("a member twice", r#""organisation": "o2", "role": "affiliated", "of": "o1""#, r#""organisation": "o1""#, 14, "members[1].organisation", "repeated o1"),
    ("an unknown role", r#""applicant""#, r#""coordinator""#, 13, "members[0].role", "unknown word coordinator, one of 4"),
    ("affiliated to nobody", r#", "of": "o1""#, "", 14, "members[1].of", "missing"),
    ("affiliated to itself", r#""of": "o1""#, r#""of": "o2""#, 14, "members[1].of", "not found o2"),
    ("affiliated to no organisation", r#""of": "o1""#, r#""of": "o9""#, 14, "members[1].of", "not found o9"),
    ("a partner of somebody", r#""role": "affiliated""#, r#""role": "partner""#, 14, "members[1].of", "unknown field, known: organisation role"),
    ("members that are a number", r#""members": ["#, r#""members": 2, "rest": ["#, 12, "members", "expected list"),
];

#[test]
fn every_broken_plan_is_refused_with_its_place() {
    let mut failures = Vec::new();
    for (name, part, other, line, path, fault) in BROKEN {
        assert!(WHOLE.contains(part), "\"{name}\": the plan has no {part}");
        let text = WHOLE.replacen(part, other, 1);
        let found = match from_text(&text) {
            Ok(_) => "it is read".to_owned(),
            Err(PlanError::Wrong(problem)) => {
                let place = Place::of(&problem.path, &text).map_or(0, |place| place.line);
                format!("line {place}, {}: {}", problem.path, said(&problem.fault))
            }
            Err(error) => format!("{error:?}"),
        };
        let expected = format!("line {line}, {path}: {fault}");
        if found != expected {
            failures.push(format!("\"{name}\": expected {expected}\n    found {found}"));
        }
    }
    none_failed(&failures);
}

#[test]
fn what_is_no_plan_says_so() {
    let rows: [(&str, &str, PlanError); 9] = [
        ("nothing", "", PlanError::NotJson { line: 1, column: 0 }),
        ("a text file", "Digital fabrik", PlanError::NotJson { line: 1, column: 1 }),
        ("a comma too many on the second line", "{\n  \"format\": \"allians-plan\",,\n}", PlanError::NotJson { line: 2, column: 28 }),
        ("half a plan", "{ \"format\": \"allians-plan\"", PlanError::NotJson { line: 1, column: 26 }),
        ("a list", "[]", PlanError::NotAPlan),
        ("a number", "7", PlanError::NotAPlan),
        ("an object without a format", "{}", PlanError::NotAPlan),
        ("another format", r#"{ "format": "geojson", "version": 1 }"#, PlanError::NotAPlan),
        ("a format that is a number", r#"{ "format": 1, "version": 1 }"#, PlanError::NotAPlan),
    ];
    for (name, text, error) in rows {
        assert_eq!(from_text(text), Err(error), "\"{name}\"");
    }
}

#[test]
fn a_place_is_a_line_and_a_column_where_the_value_begins() {
    let text = WHOLE.replace("\"UK\"", "\"QQ\"");
    let Err(PlanError::Wrong(problem)) = from_text(&text) else { panic!("QQ is read") };
    let place = Place::of(&problem.path, &text).unwrap();
    let line = text.lines().nth(place.line - 1).unwrap();
    assert!(line[place.column - 1..].starts_with("\"QQ\""), "{place:?}");
}

#[test]
fn the_whole_plan_is_read_as_it_stands() {
    let plan = from_text(WHOLE).unwrap();
    assert_eq!((&*plan.title, &*plan.call, plan.year, plan.newer), ("Digital fabrik", "erasmus-knowledge-alliances", 2020, false));
    assert_eq!((plan.project.duration_months, plan.project.grant), (Some(24), None));
    assert_eq!(plan.organisations[1].country.as_ref().unwrap().code(), "GB");
    assert_eq!((plan.organisations[0].charter, plan.organisations[1].charter), (None, Some(true)));
    assert_eq!(plan.organisations[1].commitment, Commitment::Confirmed);
    assert_eq!(plan.members[1].affiliated_to.as_deref(), Some("o1"));
}

#[test]
fn what_may_be_left_out_is_not_stated() {
    let text = r#"{ "format": "allians-plan", "version": 1, "call": "c", "year": 2020, "organisations": [{ "id": "o1", "group": "  ", "name": " Å " }] }"#;
    let plan = from_text(text).unwrap();
    let expected = Organisation { id: Rc::from("o1"), name: Rc::from("Å"), ..Organisation::default() };
    assert_eq!((&*plan.organisations[0], plan.members.len()), (&expected, 0));
}

#[test]
fn a_newer_version_is_read_as_far_as_it_is_understood_and_marked() {
    let newer = WHOLE.replace("\"version\": 1", "\"version\": 2");
    let newer = newer.replace("\"title\"", "\"mood\": \"good\", \"title\"").replace("\"id\": \"o1\"", "\"id\": \"o1\", \"size\": 9");
    let newer = newer
        .replace("\"options\": {}", "\"options\": { \"lot\": 1 }")
        .replace("\"role\": \"applicant\"", "\"role\": \"applicant\", \"share\": 3");
    let (plan, whole) = (from_text(&newer).unwrap(), from_text(WHOLE).unwrap());
    assert!(plan.newer && !whole.newer);
    assert_eq!(Plan { newer: false, ..plan }, whole);
}

#[test]
fn a_text_may_have_ten_thousand_letters_and_no_more() {
    let rows =
        [("a letter with a ring", "å", 10_000), ("a plain letter", "a", 10_000), ("a crab, which browsers count as two", "🦀", 5_000)];
    for (name, letter, most) in rows {
        let with = |letters: usize| from_text(&WHOLE.replace("Digital fabrik", &letter.repeat(letters)));
        assert!(with(most).is_ok(), "\"{name}\": {most} are refused");
        let Err(PlanError::Wrong(problem)) = with(most + 1) else { panic!("\"{name}\": {} are read", most + 1) };
        assert_eq!((problem.path.to_string().as_str(), said(&problem.fault).as_str()), ("title", "too large, most 10000"), "\"{name}\"");
    }
}

#[test]
fn a_plan_may_have_fifty_thousand_organisations_and_no_more() {
    let with = |count: usize| {
        let organisations: Vec<String> = (0..count).map(|number| format!("{{\"id\":\"o{number}\"}}")).collect();
        format!(r#"{{"format":"allians-plan","version":1,"call":"c","year":2020,"organisations":[{}]}}"#, organisations.join(","))
    };
    assert_eq!(from_text(&with(MOST_ORGANISATIONS)).unwrap().organisations.len(), MOST_ORGANISATIONS);
    let Err(PlanError::Wrong(problem)) = from_text(&with(MOST_ORGANISATIONS + 1)) else { panic!("one more is read") };
    assert_eq!((problem.path.to_string().as_str(), said(&problem.fault).as_str()), ("organisations", "too large, most 50000"));
}

#[test]
fn what_is_written_is_read_again() {
    let result = check(400, &plans(), |plan| {
        let text = to_text(&plan);
        let again = from_text(&text).map_err(|error| format!("{error:?}\n{text}"))?;
        if again == plan && to_text(&again) == text { Ok(()) } else { Err(text) }
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
}

/// Plans with texts that need care in JSON, and organisations in the pool.
fn plans() -> impl Strategy<Value = Plan> {
    let choice =
        Choice { kinds: OrganisationKind::ALL.to_vec(), countries: countries("FI GR GB XK CH"), unstated: 20, grouped: 30, groups: 3 };
    let texts = ["", "Skärgård", "\"citat\" \\ \n\t\u{7}", "研究所 🦀", "a=b;c", "</script>"];
    let details = proptest::collection::vec((select(Commitment::ALL), select(texts.to_vec()), select(texts.to_vec())), 12);
    (members(&choice, 10), project(), details, 0..10usize, select(texts.to_vec())).prop_map(
        move |(members, project, details, pool, title)| {
            let detailed = members.into_iter().zip(details).map(|(member, (commitment, name, text))| Member {
                organisation: Rc::new(Organisation {
                    name: Rc::from(name.trim()),
                    experience: Rc::from(text.trim()),
                    commitment,
                    ..(*member.organisation).clone()
                }),
                ..member
            });
            let detailed: Vec<Member> = detailed.collect();
            let organisations = detailed.iter().map(|member| Rc::clone(&member.organisation)).collect();
            let in_plan = detailed.into_iter().skip(pool).filter(|member| member.affiliated_to.as_ref() != Some(&member.organisation.id));
            let (members, call) = (in_plan.collect(), Rc::from("erasmus-knowledge-alliances"));
            Plan {
                title: Rc::from(title),
                call,
                year: 2019,
                variant: None,
                project,
                organisations,
                members,
                rules: None,
                own_call: None,
                newer: false,
            }
        },
    )
}

#[test]
fn a_grant_is_kept_to_the_cent() {
    for (number, cents) in
        [("0", 0), ("700000", 70_000_000), ("700000.5", 70_000_050), ("250000.07", 25_000_007), ("999999999999.99", 99_999_999_999_999)]
    {
        let plan = from_text(&WHOLE.replace(r#""grant_eur": null"#, &format!(r#""grant_eur": {number}"#))).unwrap();
        assert_eq!(plan.project.grant, Some(Cents(cents)), "{number}");
        assert_eq!(from_text(&to_text(&plan)).unwrap().project.grant, Some(Cents(cents)), "{number}, written and read again");
    }
}
