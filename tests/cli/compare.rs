//! Which call suits: as a table below the findings, and as data in each report.

use crate::support::{Run, line, plan};
use serde_json::Value;

const OWN: &str = "erasmus-knowledge-alliances 2020 (this plan's)";
const SMALL: &str = "erasmus-small-scale-partnerships 2026";

/// The rows of the table: how near, the call, and what is below it.
fn rows(text: &str) -> Vec<(String, String, Vec<String>)> {
    let mut rows: Vec<(String, String, Vec<String>)> = Vec::new();
    for line in text.lines().skip_while(|line| *line != " Calls").skip(1).take_while(|line| !line.is_empty()) {
        let (reach, rest) = line.split_at(34);
        match (reach.trim(), rows.last_mut()) {
            ("", Some((_, _, lines))) => lines.push(rest.to_owned()),
            (reach, _) => rows.push((reach.to_owned(), rest.to_owned(), Vec::new())),
        }
    }
    rows
}

#[test]
fn text() {
    let organisations = |rows: &str| {
        let rows = rows.split(", ").map(|row| row.split_once(' ').unwrap());
        let (all, members): (Vec<String>, Vec<String>) = rows
            .enumerate()
            .map(|(at, (kind, country))| {
                let country = if country == "?" { "null".to_owned() } else { format!("\"{country}\"") };
                let role = if at == 0 { "applicant" } else { "partner" };
                (
                    format!("{{\"id\": \"o{at}\", \"kind\": \"{kind}\", \"country\": {country}}}"),
                    format!("{{\"organisation\": \"o{at}\", \"role\": \"{role}\"}}"),
                )
            })
            .unzip();
        format!("\"organisations\": [{}], \"members\": [{}]", all.join(","), members.join(","))
    };
    let months = |months: u32, rows: &str| format!("{}, \"duration_months\": {months}", organisations(rows));
    let table: &[(&str, String, &str, &str, &[&str])] = &[
        ("everything is met", String::new(), OWN, "fits now", &[]),
        (
            "two are missing",
            organisations("hei FI, hei SE, enterprise FI, enterprise DE"),
            OWN,
            "with 2 organisations",
            &["2 × an organisation from a programme country"],
        ),
        (
            "one is missing",
            organisations("hei FI"),
            SMALL,
            "with 1 organisation",
            &["an organisation from a EU or associated country; 1 new country for programme-countries"],
        ),
        ("only the duration", months(36, "hei FI, school SE"), SMALL, "after 1 change", &["the duration: 6 to 24 months"]),
        ("both", months(36, "hei FI"), SMALL, "with 1 organisation, 1 change", &["the duration: 6 to 24 months"]),
        (
            "facts",
            organisations("hei FI, school ?"),
            SMALL,
            "depends on facts",
            &[
                "to state: the country of o1",
                "if that is not enough: an organisation from a EU or associated country; 1 new country for programme-countries",
            ],
        ),
        (
            "nobody can mend it",
            organisations("hei FI, school GH, school SE"),
            SMALL,
            "does not fit",
            &["nobody can mend participating-only", "participating-only: 1 of o1 cannot take part"],
        ),
    ];
    for (name, instead, call, reach, expected) in table {
        let run = Run::of_files(&["--compare"], &[&plan("p", instead)]);
        let rows = rows(&run.stdout);
        let (found, _, lines) = rows.iter().find(|(_, row, _)| row == call).unwrap_or_else(|| panic!("{name}: {}", run.stdout));
        assert_eq!(found, reach, "{name}: {}", run.stdout);
        for line in *expected {
            assert!(lines.iter().any(|found| found == line), "{name}: {line}\n{}", lines.join("\n"));
        }
        assert_eq!((run.stderr.as_str(), rows.iter().filter(|(_, row, _)| row.contains("(this plan's)")).count()), ("", 1), "{name}");
    }
}

#[test]
fn the_table_comes_last_and_changes_no_exit_code() {
    let run = Run::of_files(&["--advice", "--compare"], &[&plan("met", ""), &plan("short", "\"duration_months\": 12")]);
    let headings: Vec<&str> = run.stdout.lines().filter(|line| [" Advice", " Calls", ""].contains(line)).collect();
    assert_eq!((headings, run.code), (vec![" Advice", " Calls", "", " Advice", " Calls", ""], 1));
    assert!(!Run::of_files(&[], &[&plan("one", "")]).stdout.contains(" Calls"));
    assert_eq!(Run::of_files(&["--compare"], &[&plan("met", "")]).code, 0);
}

#[test]
fn data_has_a_row_for_each_call_the_nearest_first() {
    let run = Run::of(&["--compare", "--reading", "lenient", "-"], format!("{}\n", line("p", "")).as_bytes());
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let comparison = &report["comparison"];
    assert_eq!((&comparison["plan"], &comparison["reading"], &report["advice"]), (&"p".into(), &"lenient".into(), &Value::Null));
    let rows = comparison["rows"].as_array().unwrap();
    let rank = |row: &Value| match row["reach"]["kind"].as_str().unwrap() {
        "now" => (0, 0),
        "facts" => (1, 0),
        "with" => (1, row["reach"]["organisations"].as_u64().unwrap()),
        "unclear" => (2, 0),
        _ => (3, 0),
    };
    assert!(rows.is_sorted_by_key(rank), "{comparison}");
    let own = rows.iter().find(|row| row["call"] == "erasmus-knowledge-alliances").unwrap();
    assert_eq!((&own["year"], &own["variant"], &own["verdict"]), (&2020.into(), &Value::Null, &"met".into()));
    assert_eq!((&own["additions"]["kind"], &own["asks"]), (&"enough".into(), &serde_json::json!([])));
    assert_eq!(own["statuses"][0], serde_json::json!({ "requirement": "organisations", "status": "met" }));
}
