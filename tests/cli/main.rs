//! The command line, run as a program: arguments, standard input and files in, both outputs and the exit code out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that stops is a test that fails"
)]

mod advice;
mod compare;
mod own_calls;
mod streams;
mod support;

use support::{Run, plan};

const REPORT: &str = include_str!("../package/report.json");

#[test]
fn arguments() {
    let rows: &[(&str, &[&str], i32, &str, &str)] = &[
        ("help", &["--help"], 0, "Usage: allians-check", ""),
        ("help says what advice is", &["--help"], 0, "  --advice  ", ""),
        ("help says what comparing is", &["--help"], 0, "  --compare  ", ""),
        ("only comparing", &["--compare"], 2, "", "no plan file is named"),
        ("comparing with a value", &["--compare=yes", "f"], 2, "", "--compare"),
        ("short help", &["-h"], 0, "Usage: allians-check", ""),
        ("version", &["--version"], 0, concat!("allians-check ", env!("CARGO_PKG_VERSION"), "\n"), ""),
        ("help before anything that is wrong", &["--help", "--nope"], 0, "Usage", ""),
        ("no file", &[], 2, "", "no plan file is named"),
        ("only an option", &["--json"], 2, "", "no plan file is named"),
        ("an unknown option", &["--redaing", "strict"], 2, "", "invalid option '--redaing'"),
        ("an unknown short option", &["-x"], 2, "", "invalid option '-x'"),
        ("an unknown reading", &["--reading", "loose", "f"], 2, "", "\"loose\": it is strict or lenient"),
        ("no reading", &["--reading"], 2, "", "--reading"),
        ("a value that is not wanted", &["--json=yes", "f"], 2, "", "--json"),
        ("only advice", &["--advice"], 2, "", "no plan file is named"),
        ("advice with a value", &["--advice=yes", "f"], 2, "", "--advice"),
        ("a file that is not there", &["no-such.json"], 2, "", "no-such.json: it could not be read"),
        ("a folder", &["tests"], 2, "", "tests: it could not be read"),
    ];
    for (name, arguments, code, stdout, stderr) in rows {
        let run = Run::of(arguments, b"");
        assert_eq!(run.code, *code, "{name}: {run:?}");
        assert!(run.stdout.contains(stdout) && run.stdout.is_empty() == stdout.is_empty(), "{name}: {run:?}");
        assert!(run.stderr.contains(stderr) && run.stderr.is_empty() == stderr.is_empty(), "{name}: {run:?}");
        assert_eq!(
            run.stderr.contains("Try `allians-check --help`."),
            *code == 2 && !stderr.contains("could not be read"),
            "{name}: {run:?}"
        );
    }
}

#[test]
fn exit_codes_follow_the_worst_plan() {
    let (met, short, unread) = (plan("met", ""), plan("short", "\"duration_months\": 12"), "{}".to_owned());
    let rows: &[(&str, &[&str], i32)] = &[
        ("one that meets all", &[&met], 0),
        ("one that falls short", &[&short], 1),
        ("one that cannot be read", &[&unread], 2),
        ("short after met", &[&met, &short], 1),
        ("met after short", &[&short, &met], 1),
        ("unread between", &[&met, &unread, &short], 2),
        ("a fact that decides is not stated", &[&plan("open", "\"duration_months\": null")], 1),
    ];
    for (name, plans, code) in rows {
        let run = Run::of_files(&[], plans);
        assert_eq!(run.code, *code, "{name}: {run:?}");
        let read = plans.iter().filter(|plan| **plan != unread).count();
        assert_eq!(run.stdout.matches(", strict reading: ").count(), read, "{name}: {run:?}");
    }
}

#[test]
fn what_is_wrong_is_named_with_file_line_and_path() {
    let rows: &[(&str, &str, &str)] = &[
        ("not JSON", "{\n  \"format\": 1,,", ":2:15: It is not JSON"),
        ("empty", "", ":1:0: It is not JSON"),
        ("a zero", "\0", ":1:1: It is not JSON"),
        ("another format", "{\"format\": \"x\"}", ": It is not a plan"),
        ("a list", "[]", ": It is not a plan"),
        (
            "an unknown country",
            &plan("p", "\"organisations\": [\n{\"id\": \"a\",\n\"country\": \"ZZ\"}]"),
            ":4:12: organisations[0].country: \"ZZ\"",
        ),
        (
            "an unknown call",
            &plan("p", "\"call\":\n\"x\""),
            ":3:1: call: \"x\" is unknown. Known are erasmus-knowledge-alliances, erasmus-alliances-education-enterprises,",
        ),
        ("an unknown year", &plan("p", "\"year\":\n1999"), ":3:1: year: erasmus-knowledge-alliances has no call in 1999. Known are 2014,"),
        ("an unknown field", &plan("p", "\n\"titel\": \"x\""), ":3:10: titel: the field is unknown"),
    ];
    for (name, text, expected) in rows {
        let run = Run::of_files(&["--json"], &[text]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{name}: {run:?}");
        assert!(run.stderr.contains(&format!("0.json{expected}")), "{name}: {run:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_named_with_their_place() {
    let file = support::Files::new(&[b"{\n\"format\": \"\xFF\"}"]);
    let run = Run::of(&[&file.names[0]], b"");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("0.json:2:12: It is not JSON"), "{run:?}");
}

#[test]
fn a_file_may_have_a_byte_order_mark_and_other_line_ends() {
    let text = format!("\u{FEFF}{}", plan("Märke", "").replace('\n', "\r\n"));
    assert_eq!(Run::of_files(&[], &[&text]).code, 0);
}

#[test]
fn a_report_is_what_the_js_api_gives() {
    let run = Run::of(&["--json", "tests/package/plan.json"], b"");
    let (ours, agreed): (serde_json::Value, serde_json::Value) =
        (serde_json::from_str(&run.stdout).unwrap(), serde_json::from_str(REPORT).unwrap());
    assert_eq!((ours, run.code), (agreed, 1));
    assert_eq!(run.stdout.lines().count(), 1);
}

#[test]
fn a_plan_without_a_title_goes_by_its_file() {
    let run = Run::of_files(&["--json"], &[&plan("", "")]);
    assert!(run.stdout.contains("0.json\",\"call\":"), "{run:?}");
}

#[test]
fn text_says_who_counts_and_who_does_not() {
    let strict = Run::of(&["tests/package/plan.json"], b"").stdout;
    let lenient = Run::of(&["--reading", "lenient", "tests/package/plan.json"], b"").stdout;
    let rows = [
        (&strict, "Digital fabrik: erasmus-knowledge-alliances 2020, strict reading: unmet\n"),
        (&strict, "  unmet           organisations: At least 6 organisations (3 of 6)\n"),
        (&strict, "Counts: Yrkeshögskolan Skärgård, Tallinna Kool, Nord Maskin AB\n"),
        (&strict, "same legal group as Nord Maskin AB: Nord Data AB\n"),
        (&strict, "country not stated: o7\n"),
        (&strict, "in the lenient reading: unmet, 5 of 6\n"),
        (&strict, "  review          mutual-benefit: The cooperation benefits both sides\n"),
        (&strict, "  met             grant: Grant within the maximum (EUR 650,000, at most EUR 700,000)\n"),
        (&lenient, "Digital fabrik: erasmus-knowledge-alliances 2020, lenient reading: unmet\n"),
        (&lenient, "in the strict reading: unmet, 3 of 6\n"),
    ];
    for (text, expected) in rows {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!strict.contains("from a partner country: Yrkeshögskolan"), "{strict}");
}
