//! Consortia in the shipped call, and what falls if members withdraw.

use crate::notation;
use crate::support::{call_of, none_failed};
use allians::advice::{Withdrawals, withdrawals};
use allians::engine::{Call, Project, Reading};

/// A consortium, and what falls.
struct Row {
    name: &'static str,
    consortium: &'static [&'static str],
    /// Who leaves, and what breaks: first each alone, then the pairs.
    falls: &'static [&'static str],
    successors: &'static str,
    any: Option<u32>,
}

const ROWS: &[Row] = &[
    Row {
        name: "six members exactly: every one is needed, and two of a country together lose it",
        consortium: &["hei FI applicant", "hei SE", "enterprise DE", "enterprise FI", "other SE", "association DE"],
        falls: &[
            "m0: organisations higher-education-institutions applicant",
            "m1: organisations higher-education-institutions",
            "m2: organisations enterprises",
            "m3: organisations enterprises",
            "m4: organisations",
            "m5: organisations",
            "m0 m3: programme-countries",
            "m1 m4: programme-countries",
            "m2 m5: programme-countries",
        ],
        successors: "m1 m2 m3 m4 m5",
        any: Some(0),
    },
    Row {
        name: "seven with two institutions: only they are needed, and any two are one too many",
        consortium: &["hei FI applicant", "hei SE", "enterprise DE", "enterprise EE", "enterprise PT", "other FI", "other SE"],
        falls: &[
            "m0: higher-education-institutions applicant",
            "m1: higher-education-institutions",
            "m0 m1: organisations",
            "m0 m2: organisations",
            "m0 m3: organisations",
            "m0 m4: organisations",
            "m0 m5: organisations",
            "m0 m6: organisations",
            "m1 m2: organisations",
            "m1 m3: organisations",
            "m1 m4: organisations",
            "m1 m5: organisations",
            "m1 m6: organisations",
            "m2 m3: organisations enterprises",
            "m2 m4: organisations enterprises",
            "m2 m5: organisations",
            "m2 m6: organisations",
            "m3 m4: organisations enterprises",
            "m3 m5: organisations",
            "m3 m6: organisations",
            "m4 m5: organisations",
            "m4 m6: organisations",
            "m5 m6: organisations",
        ],
        successors: "m1 m2 m3 m4 m5 m6",
        any: Some(0),
    },
    Row {
        name: "of a legal group of two, one may leave",
        consortium: &[
            "hei FI applicant",
            "hei SE",
            "hei PT",
            "enterprise DE",
            "enterprise EE",
            "enterprise PT",
            "other FI group=G",
            "other FI group=G",
            "other SE affiliated=m0",
        ],
        falls: &[
            "m0: applicant",
            "m0 m1: organisations higher-education-institutions",
            "m0 m2: organisations higher-education-institutions",
            "m0 m3: organisations",
            "m0 m4: organisations",
            "m0 m5: organisations",
            "m1 m2: organisations higher-education-institutions",
            "m1 m3: organisations",
            "m1 m4: organisations",
            "m1 m5: organisations",
            "m2 m3: organisations",
            "m2 m4: organisations",
            "m2 m5: organisations",
            "m3 m4: organisations enterprises",
            "m3 m5: organisations enterprises",
            "m4 m5: organisations enterprises",
        ],
        successors: "m1 m2 m3 m4 m5 m6 m7",
        any: Some(1),
    },
    Row {
        name: "a legal group of two is one of six: only both together are needed",
        consortium: &["hei FI applicant", "hei SE", "enterprise DE", "enterprise EE", "other PT", "other FI group=G", "other SE group=G"],
        falls: &[
            "m0: organisations higher-education-institutions applicant",
            "m1: organisations higher-education-institutions",
            "m2: organisations enterprises",
            "m3: organisations enterprises",
            "m4: organisations",
            "m5 m6: organisations",
        ],
        successors: "m1 m2 m3 m4 m5 m6",
        any: Some(0),
    },
    Row {
        name: "two Finns are harmless each, and lose the third country together",
        consortium: &["hei SE applicant", "hei SE", "hei SE", "enterprise DE", "enterprise DE", "enterprise DE", "other FI", "other FI"],
        falls: &[
            "m0: applicant",
            "m0 m1: higher-education-institutions",
            "m0 m2: higher-education-institutions",
            "m1 m2: higher-education-institutions",
            "m3 m4: enterprises",
            "m3 m5: enterprises",
            "m4 m5: enterprises",
            "m6 m7: programme-countries",
        ],
        successors: "m1 m2 m3 m4 m5 m6 m7",
        any: Some(1),
    },
    Row {
        name: "an associated partner leaves, and nothing falls; it cannot take over either",
        consortium: &["hei FI applicant", "enterprise SE associated", "other GH", "school EE affiliated=m0"],
        falls: &["m0: applicant"],
        successors: "",
        any: Some(0),
    },
    Row {
        name: "what does not hold cannot fall: a member without a country leaves, and nothing was certain of it",
        consortium: &["hei FI applicant", "hei ?", "other SE"],
        falls: &["m0: applicant"],
        successors: "m2",
        any: Some(1),
    },
    Row {
        name: "a member without a country stands for no country, so each of three others is needed",
        consortium: &["other FI", "other SE", "other DE", "other ?"],
        falls: &["m0: programme-countries", "m1: programme-countries", "m2: programme-countries"],
        successors: "",
        any: Some(0),
    },
    Row {
        name: "a legal group in two countries stands for either, so either of its members may leave",
        consortium: &["other FI", "other SE", "other DE group=G", "other EE group=G"],
        falls: &["m0: programme-countries", "m1: programme-countries", "m2 m3: programme-countries"],
        successors: "",
        any: Some(0),
    },
    Row {
        name: "of two applicants nobody is the coordinator, so nobody takes over",
        consortium: &["other FI applicant", "other SE applicant", "other SE"],
        falls: &[],
        successors: "",
        any: None,
    },
    Row { name: "nobody: nothing holds that members could break", consortium: &[], falls: &[], successors: "", any: None },
    Row {
        name: "without facts nothing is certain, so nothing falls",
        consortium: &["? ? applicant", "? ?", "? ?", "? ?", "? ?", "? ?", "? ?"],
        falls: &[],
        successors: "",
        any: None,
    },
];

#[test]
fn what_falls_is_what_each_row_says() {
    let call = call_of(2020);
    let mut failures = Vec::new();
    for row in ROWS {
        let lines: Vec<String> = row.consortium.iter().map(|line| line.to_string()).collect();
        let found = withdrawals(&call, &notation::members(&lines).unwrap(), &Project::default(), Reading::Strict);
        let successors: Vec<String> = found.successors.iter().map(|place| format!("m{place}")).collect();
        let found = (falls(&call, &found), successors.join(" "), found.any, found.any_is_exact);
        let expected = (row.falls.iter().map(|line| line.to_string()).collect(), row.successors.to_owned(), row.any, true);
        if found != expected {
            failures.push(format!("{}: expected {expected:#?}, found {found:#?}", row.name));
        }
    }
    none_failed(&failures);
}

/// The ids of requirements, each after a space.
pub fn names(call: &Call, breaks: &[usize]) -> String {
    breaks.iter().map(|place| format!(" {}", call.requirements()[*place].id)).collect()
}

/// Who leaves, and what breaks: first each alone, then the pairs.
fn falls(call: &Call, found: &Withdrawals) -> Vec<String> {
    let alone = found.alone.iter().enumerate().filter(|(_, breaks)| !breaks.is_empty());
    let alone = alone.map(|(place, breaks)| format!("m{place}:{}", names(call, breaks)));
    alone.chain(found.pairs.iter().map(|pair| format!("m{} m{}:{}", pair.one, pair.other, names(call, &pair.breaks)))).collect()
}
