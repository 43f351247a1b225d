//! Advice: as text below the findings, and as data in each report.

use crate::support::{Run, line, plan};
use serde_json::Value;

const AGREED: &str = include_str!("../package/advice.json");

/// The text of the advice on a plan, each section on one line: its label, and its lines with a bar between them.
fn told(text: &str) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    let lines = text.lines().skip_while(|line| *line != " Advice").skip(1).take_while(|line| !line.is_empty());
    for line in lines {
        let (label, rest) = line.split_at(18);
        match (label.trim(), sections.last_mut()) {
            ("", Some(section)) => section.push_str(&format!(" | {rest}")),
            (label, _) => sections.push(format!("{label}: {rest}")),
        }
    }
    sections
}

#[test]
fn text() {
    let board = "tests/package/board.json";
    let alliance = "tests/package/plan.json";
    let rows: &[(&str, &str, &str)] = &[
        (
            "two are missing, one of them an enterprise",
            board,
            "missing: 2 organisations, for organisations 2, programme-countries 1, enterprises 1 | an enterprise from a programme country \
             + an organisation from a programme country; 1 new country for programme-countries",
        ),
        (
            "what helps no more than is needed comes first",
            board,
            "from the pool: 2 organisations, in 5 ways | Süd GmbH + Föreningen | Süd GmbH + Kommunen | Oeste Lda + Föreningen \
             | Oeste Lda + Kommunen | Süd GmbH + Oeste Lda",
        ),
        (
            "nobody who comes in mends all",
            board,
            "if one leaves: Yrkeshögskolan: higher-education-institutions, applicant; in its stead in part Süd GmbH, Oeste Lda, \
             Föreningen, Kommunen | Högskolan: higher-education-institutions",
        ),
        ("some are one too many", board, "whoever leaves: one may be too many"),
        ("everybody may lead", board, "may lead: yes: Yrkeshögskolan (now), Högskolan, Institutet, Nord Oy"),
        (
            "what is to be shown",
            board,
            "to show: the Erasmus Charter: Yrkeshögskolan, Högskolan | a confirmation in writing: Yrkeshögskolan, Högskolan, Institutet, Nord Oy",
        ),
        (
            "what is open",
            board,
            "open: charter: the Erasmus Charter of Yrkeshögskolan, Högskolan to be stated | commitment: a confirmation in writing of \
             Yrkeshögskolan, Högskolan, Institutet, Nord Oy to be stated | activities: the activities to be stated | lasting-effects: to be \
             judged by a person | mutual-benefit: to be judged by a person",
        ),
        ("facts that may help", alliance, "to state: what is not stated of o7 may help"),
        ("a pool that is too small", alliance, "from the pool: the whole pool would not be enough"),
        (
            "somebody of the pool and others",
            alliance,
            "pool and more: Väntar, and besides | 2 organisations, for organisations 2, enterprises 1 | an enterprise from a programme \
             country + an organisation from a programme country",
        ),
        ("a legal group leaves", alliance, "if two leave: Nord Maskin AB and Nord Data AB: programme-countries"),
        (
            "who may lead, and what would change",
            alliance,
            "may lead: yes: Yrkeshögskolan Skärgård (now), Tallinna Kool, Nord Maskin AB, Nord Data AB | no, institution without the \
             Erasmus Charter; applicant from met to unmet: Universidade do Vale | no, from a partner country; applicant from met to unmet: \
             Lab “Zürich” 🚀 | maybe, country not stated; applicant from met to unknown: o7",
        ),
    ];
    for (name, file, expected) in rows {
        let run = Run::of(&["--advice", file], b"");
        let sections = told(&run.stdout);
        assert!(sections.iter().any(|section| section == expected), "{name}: {expected}\n{}", sections.join("\n"));
        assert_eq!((run.code, run.stderr.as_str()), (1, ""), "{name}");
    }
}

#[test]
fn plans() {
    let nobody = "\"organisations\": []";
    let whole = "\"year\": 2020";
    let with_pool = "\"organisations\": [{\"id\": \"a\", \"kind\": \"enterprise\", \"country\": \"FI\"}, {\"id\": \"b\", \"kind\": \"hei\", \
                     \"country\": \"SE\"}, {\"id\": \"c\", \"kind\": \"hei\", \"country\": \"GH\"}], \"members\": [{\"organisation\": \"a\", \
                     \"role\": \"applicant\"}]";
    let twelve = (0..12).map(|at| format!("{{\"id\": \"e{at}\", \"kind\": \"hei\", \"country\": \"FI\"}}")).collect::<Vec<_>>().join(",");
    let twelve = &format!(
        "\"organisations\": [{twelve}], \"members\": [{}]",
        (0..12).map(|at| format!("{{\"organisation\": \"e{at}\"}}")).collect::<Vec<_>>().join(",")
    );
    let rows: &[(&str, &str, &[&str], &str)] = &[
        ("nobody is missing", whole, &[], "missing: nobody"),
        ("all who leave do harm", whole, &[], "whoever leaves: one may be too many"),
        ("an empty board", nobody, &[], "to change: the applicant: has to be somebody who is added"),
        ("a duration that is not allowed", "\"duration_months\": 12", &[], "to change: the duration: 24 or 36 months"),
        (
            "a grant that is too large",
            "\"grant_eur\": 2000000",
            &[],
            "to change: the grant: at most EUR 700,000 for 24 months, at most EUR 1,000,000 for 36 months",
        ),
        ("somebody comes in for the applicant", with_pool, &[], "if one leaves: a: applicant; in its stead b"),
        (
            "of long lists the first ten",
            twelve,
            &[],
            "to change: the applicant: has to be one of e0, e1, e2, e3, e4, e5, e6, e7, e8, e9 and 2 more",
        ),
        ("the lenient reading", whole, &["--reading", "lenient"], "missing: nobody"),
    ];
    for (name, instead, options, expected) in rows {
        let run = Run::of_files(&[&["--advice"], *options].concat(), &[&plan("p", instead)]);
        let sections = told(&run.stdout);
        assert!(sections.iter().any(|section| section == expected), "{name}: {expected}\n{}", sections.join("\n"));
    }
}

#[test]
fn advice_stands_between_the_findings_and_the_empty_line() {
    let run = Run::of_files(&["--advice"], &[&plan("one", ""), &plan("two", "")]);
    let headings: Vec<&str> =
        run.stdout.lines().filter(|line| line.is_empty() || *line == " Advice" || line.contains("reading:")).collect();
    let of = |title| format!("{title}: erasmus-knowledge-alliances 2020, strict reading: met");
    assert_eq!(headings, [&of("one"), " Advice", "", &of("two"), " Advice", ""]);
    assert!(!Run::of_files(&[], &[&plan("one", "")]).stdout.contains("Advice"));
}

#[test]
fn data_is_what_the_js_api_gives() {
    let run = Run::of(&["--json", "--advice", "tests/package/plan.json"], b"");
    let mut report: Value = serde_json::from_str(&run.stdout).unwrap();
    let advice = report.as_object_mut().unwrap().remove("advice").unwrap();
    assert_eq!(advice, serde_json::from_str::<Value>(AGREED).unwrap());
    let bare = Run::of(&["--json", "tests/package/plan.json"], b"");
    assert_eq!((report, run.code), (serde_json::from_str(&bare.stdout).unwrap(), bare.code));
}

#[test]
fn each_line_has_its_own_advice() {
    let rows = [
        ("a plan that meets all", line("met", ""), "enough"),
        ("an empty one", line("empty", "\"organisations\": []"), "seats"),
        ("a line that is no plan", "[]".to_owned(), ""),
        ("a blank line", String::new(), ""),
        ("another that meets all", line("met", ""), "enough"),
    ];
    let input: Vec<&str> = rows.iter().map(|(_, line, _)| line.as_str()).collect();
    let run = Run::of(&["--advice", "-"], input.join("\n").as_bytes());
    let mut out = run.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    for (name, line, kind) in rows.iter().filter(|(_, line, _)| !line.is_empty()) {
        let report = out.next().unwrap();
        let additions = &report["advice"]["completion"]["additions"]["kind"];
        assert_eq!(additions.as_str().unwrap_or_default(), *kind, "{name}: {line}\n{report}");
        assert_eq!(report["error"].is_object(), kind.is_empty(), "{name}: {report}");
    }
    assert_eq!((out.next(), run.code), (None, 2));
}

#[test]
fn a_title_and_a_reading_are_those_of_the_report() {
    let run = Run::of(&["--advice", "--reading", "lenient", "-"], format!("\n{}\n", line("", "")).as_bytes());
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    for answer in ["completion", "withdrawals", "checklist"] {
        let answer = &report["advice"][answer];
        assert_eq!((&answer["plan"], &answer["reading"]), (&"-:2".into(), &"lenient".into()), "{answer}");
    }
}
