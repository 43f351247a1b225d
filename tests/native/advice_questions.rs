//! Open points, who may lead, and what holds with the confirmed members alone, as tables against the shipped call.

use crate::notation::board;
use crate::oracle::two_and_three;
use crate::support::{call_of, none_failed};
use allians::advice::{Question, confirmed, coordinators, dispensable, lean, questions};
use allians::engine::{Call, Cents, Fit, LeftOut, Measured, MissingFact, Project, ProjectFact, Reading};

const SIX: &[&str] = &["hei FI applicant", "hei SE", "enterprise SE", "enterprise EE", "association FI", "public_body EE"];

fn id(call: &Call, requirement: usize) -> &str {
    &call.requirements()[requirement].id
}

fn places(members: &[u32]) -> String {
    members.iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
}

fn compare(failures: &mut Vec<String>, name: &str, expected: &[&str], found: &[String]) {
    if found != expected {
        failures.push(format!("\"{name}\": expected {expected:?}, found {found:?}"));
    }
}

/// Name, members, duration and grant, what is asked.
type Open = (&'static str, &'static [&'static str], (Option<u32>, Option<u64>), &'static [&'static str]);

const OPEN: &[Open] = &[
    ("a whole consortium leaves what only a person can judge", SIX, (Some(24), None), &[]),
    ("a duration that is not stated is asked for once, without a grant", SIX, (None, None), &["duration: Duration"]),
    ("a grant between the two most waits for the duration", SIX, (None, Some(800_000)), &["duration: Duration", "grant: Duration"]),
    (
        "the country of the sixth",
        &["hei FI applicant", "hei SE", "enterprise SE", "enterprise EE", "association FI", "public_body ?"],
        (Some(24), None),
        &["organisations: 5 country", "organisations: unknown 5/6, met 6/6", "added-value: 5 country value"],
    ),
    (
        "a kind may bring an institution or an enterprise, and its charter",
        &["hei FI applicant", "? SE", "enterprise SE", "? EE", "association FI", "public_body EE"],
        (Some(24), None),
        &["higher-education-institutions: 1 kind, 3 kind", "enterprises: 1 kind, 3 kind", "charter: 1 kind charter, 3 kind charter"],
    ),
    (
        "a partner country and an intermediary count leniently only",
        &["hei FI applicant", "hei SE", "enterprise SE", "business_intermediary EE", "association US value=labs", "public_body EE"],
        (Some(24), None),
        &["organisations: unmet 5/6, met 6/6", "enterprises: unmet 1/2, met 2/2", "added-value: review"],
    ),
    (
        "an applicant whose country is not stated",
        &["hei ? applicant", "hei SE", "enterprise SE", "enterprise EE", "association FI", "public_body EE", "hei EE"],
        (Some(24), None),
        &[
            "organisations: met 6/6, met 7/6",
            "higher-education-institutions: met 2/2, met 3/2",
            "applicant: 0 country",
            "added-value: 0 country value",
            "charter: 0 country charter",
        ],
    ),
    (
        "the countries wait only for those who may bring a new one",
        &["hei FI applicant", "hei SE", "enterprise SE", "enterprise FI", "association FI", "public_body ?", "other FI", "? SE"],
        (Some(24), None),
        &["organisations: met 7/6, met 8/6", "programme-countries: 5 country", "added-value: 5 country value", "charter: 7 kind charter"],
    ),
];

/// Name, members, what is said of each.
const LEADS: &[(&str, &[&str], &[&str])] = &[
    ("the applicant stays, a partner may", &["hei FI applicant", "enterprise SE"], &["0 yes is", "1 yes"]),
    (
        "not from a partner country, not without charter, perhaps without a country",
        &["hei FI applicant", "hei US", "hei SE eche=false", "other ?", "other FI affiliated=m0", "other FI associated"],
        &[
            "0 yes is",
            "1 no outside_class applicant met→unmet",
            "2 no no_charter applicant met→unmet",
            "3 maybe country_not_stated applicant met→unknown",
        ],
    ),
    ("nobody leads yet", &["hei FI", "hei US"], &["0 yes applicant unmet→met", "1 no outside_class"]),
    (
        "of two applicants either",
        &["hei FI applicant", "hei SE applicant", "hei US applicant"],
        &["0 yes is applicant unmet→met", "1 yes is applicant unmet→met", "2 no outside_class is"],
    ),
    ("nobody at all", &[], &[]),
];

/// Name, members, who may leave alone, who together.
const LEAVE: &[(&str, &[&str], &str, &str)] = &[
    ("of six nobody", SIX, "", ""),
    (
        "of seven one of three, and only one",
        &["hei FI applicant", "hei SE", "enterprise SE", "enterprise EE", "association FI", "public_body EE", "school FI"],
        "4 5 6",
        "6",
    ),
    (
        "of eight two, first those who help the fewest minimums",
        &["hei FI applicant", "hei SE", "enterprise SE", "enterprise EE", "association FI", "public_body EE", "school LV", "hei FI"],
        "1 4 5 6 7",
        "5 6",
    ),
    ("who helps no minimum may always", &["hei FI applicant", "hei US", "other SE associated"], "1 2", "1 2"),
    ("while something is missing nobody who helps", &["hei FI applicant", "hei SE", "enterprise SE", "hei FI", "hei FI"], "", ""),
    (
        "of a legal group one is enough",
        &["hei FI applicant", "hei SE group=G", "hei SE group=G", "enterprise SE", "enterprise EE", "association FI", "public_body EE"],
        "1 2",
        "2",
    ),
    ("nobody at all", &[], "", ""),
];

#[test]
fn every_open_point_is_asked() {
    let judged = ["lasting-effects: review", "mutual-benefit: review"];
    let (call, mut failures) = (call_of(2020), Vec::new());
    for (name, lines, (duration_months, grant_eur), expected) in OPEN {
        let project =
            Project { duration_months: *duration_months, grant: grant_eur.map(Cents::of_euros), activities: vec!["curricula".into()] };
        // Charters and commitments are stated all through, so that a row is about what its name says.
        let lines: Vec<String> = lines.iter().map(|line| format!("{line} commitment=confirmed{}", charter(line))).collect();
        let members = board(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let said: Vec<String> = questions(&call, &members, &project).iter().map(|question| said(&call, question)).collect();
        let found: Vec<String> = said.into_iter().filter(|said| !judged.contains(&said.as_str())).collect();
        compare(&mut failures, name, expected, &found);
    }
    none_failed(&failures);
}

/// No shipped call asks for the kinds of those from its countries.
#[test]
fn a_country_that_only_a_legal_group_stands_for_is_still_worth_asking_for() {
    let call = two_and_three();
    let asked = |lines: &[&str]| {
        let all = questions(&call, &board(lines), &Project::default());
        all.iter().map(|question| said(&call, question)).find(|said| said.starts_with("5 countries"))
    };
    let group = ["hei FI group=G", "hei SE group=G", "? FI"];
    assert_eq!(asked(&group).as_deref(), Some("5 countries: 2 kind"));
    assert_eq!(asked(&["hei FI", "? SE", "? FI"]).as_deref(), Some("5 countries: 1 kind"));
}

fn charter(line: &str) -> &'static str {
    if line.starts_with("hei") && !line.starts_with("hei ?") { " eche=true" } else { "" }
}

fn said(call: &Call, question: &Question) -> String {
    match question {
        Question::Facts { requirement, facts } => {
            let of_project = facts.project.iter().map(|fact: &ProjectFact| format!("{fact:?}"));
            let facts: Vec<String> = facts.members.iter().map(open).chain(of_project).collect();
            format!("{}: {}", id(call, *requirement), facts.join(", "))
        }
        Question::Review { requirement } => format!("{}: review", id(call, *requirement)),
        Question::Readings { requirement, strict, strict_measured, lenient, lenient_measured } => {
            let figures = |measured: &Measured| {
                let (have, need) = measured.figures();
                format!("{have}/{need}")
            };
            let (strict_figures, lenient_figures) = (figures(strict_measured), figures(lenient_measured));
            format!("{}: {} {strict_figures}, {} {lenient_figures}", id(call, *requirement), strict.as_str(), lenient.as_str())
        }
    }
}

fn open(open: &MissingFact) -> String {
    let words = [
        open.kind.then_some("kind"),
        open.country.then_some("country"),
        open.show.map(|fact| match fact.as_str() {
            "added_value" => "value",
            other => other,
        }),
    ];
    let words: Vec<&str> = words.into_iter().flatten().collect();
    format!("{} {}", open.member, words.join(" "))
}

#[test]
fn every_partner_is_told_whether_it_may_lead() {
    let (call, mut failures) = (call_of(2020), Vec::new());
    for (name, lines, expected) in LEADS {
        let found: Vec<String> = coordinators(&call, &board(lines), &Project::default(), Reading::Strict)
            .iter()
            .map(|lead| {
                let may = match lead.may {
                    Fit::Yes => "yes".to_owned(),
                    Fit::Maybe(reason) => format!("maybe {}", LeftOut::as_str(reason)),
                    Fit::No(reason) => format!("no {}", LeftOut::as_str(reason)),
                };
                let change = lead.changes.iter().map(|(at, now, then)| format!(" {} {}→{}", id(&call, *at), now.as_str(), then.as_str()));
                format!("{} {may}{}{}", lead.member, if lead.is { " is" } else { "" }, change.collect::<String>())
            })
            .collect();
        compare(&mut failures, name, expected, &found);
    }
    none_failed(&failures);
}

#[test]
fn what_holds_with_the_confirmed_alone() {
    let call = call_of(2020);
    let project = Project { duration_months: Some(24), ..Project::default() };
    let all: Vec<String> = SIX.iter().map(|line| format!("{line} commitment=confirmed")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(confirmed(&call, &board(&all), &project, Reading::Strict), None);
    assert_eq!(confirmed(&call, &[], &project, Reading::Strict), None);
    let more = [all.as_slice(), &["hei LV commitment=promised", "hei LT"]].concat();
    let found = confirmed(&call, &board(&more), &project, Reading::Strict).unwrap();
    assert_eq!((found.verdict.as_str(), places(&found.left).as_str()), ("met", "6 7"));
    let found = confirmed(&call, &board(SIX), &project, Reading::Strict).unwrap();
    assert_eq!((found.verdict.as_str(), found.statuses[0].as_str(), places(&found.left).as_str()), ("unmet", "unmet", "0 1 2 3 4 5"));
}

#[test]
fn who_may_leave() {
    let (call, mut failures) = (call_of(2020), Vec::new());
    for (name, lines, alone, together) in LEAVE {
        let (members, project) = (board(lines), Project::default());
        let found = [dispensable(&call, &members, &project, Reading::Strict), lean(&call, &members, &project, Reading::Strict).members];
        compare(&mut failures, name, &[alone, together], &found.map(|members| places(&members)));
    }
    none_failed(&failures);
}
