//! A member of the shipped call's six leaves, and who of a pool could come in.

use super::rows::names;
use crate::notation;
use crate::support::{call_of, none_failed};
use allians::advice::substitutes;
use allians::engine::{Project, Reading};

/// Six of which every one is needed, who leaves, a pool, and who of it helps: its place, and what is broken all the same.
struct Stead {
    name: &'static str,
    leaver: u32,
    pool: &'static [&'static str],
    helps: &'static [&'static str],
}

const SIX: &[&str] = &["hei FI applicant", "hei SE", "enterprise DE", "enterprise FI", "other SE group=G", "association DE"];

const STEADS: &[Stead] = &[
    Stead {
        name: "the applicant leaves: an institution mends all, others all but one, and who does not count nothing",
        leaver: 0,
        pool: &["enterprise DE", "hei GH", "hei PT", "hei EE eche=false", "hei ?", "? EE", "hei SE eche=true"],
        helps: &["2:", "6:", "0: higher-education-institutions", "5: higher-education-institutions"],
    },
    Stead {
        name: "one of the same legal group as a member who stays is no organisation more",
        leaver: 5,
        pool: &["association DE group=G", "association DE group=H", "association DE"],
        helps: &["1:", "2:"],
    },
    Stead {
        name: "one of the leaver's own legal group stands for it",
        leaver: 4,
        pool: &["school SE group=G", "school FI"],
        helps: &["0:", "1:"],
    },
    Stead { name: "nobody is where the leaver should be", leaver: 6, pool: &["hei FI"], helps: &[] },
];

#[test]
fn who_could_come_in_is_what_each_row_says() {
    let call = call_of(2020);
    let of_lines = |lines: &[&str]| notation::members(&lines.iter().map(|line| line.to_string()).collect::<Vec<String>>()).unwrap();
    let mut failures = Vec::new();
    for Stead { name, leaver, pool, helps } in STEADS {
        let pool: Vec<_> = of_lines(pool).into_iter().map(|member| member.organisation).collect();
        let found = substitutes(&call, &of_lines(SIX), &Project::default(), &pool, *leaver, Reading::Strict);
        let found: Vec<String> = found.iter().map(|one| format!("{}:{}", one.organisation, names(&call, &one.broken))).collect();
        if found != *helps {
            failures.push(format!("{name}: expected {helps:?}, found {found:?}"));
        }
    }
    none_failed(&failures);
}
