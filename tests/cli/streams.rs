//! JSON Lines: one plan a line in, one report a line out, in the same order.

use crate::support::{Run, line};
use serde_json::Value;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

fn lines(run: &Run) -> Vec<Value> {
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn two_thousand_plans_in_order_some_wrong() {
    let mut input = String::from("\u{FEFF}");
    for at in 1..=2000 {
        let text = match at % 10 {
            0 => "{\"format\": 1,,}".to_owned(),
            5 => line(&format!("t{at}"), "\"duration_months\": 12"),
            7 => line(&format!("t{at}"), "\"call\": \"x\""),
            _ => line(&format!("t{at}"), ""),
        };
        input.push_str(&text);
        input.push_str(if at % 2 == 0 { "\r\n" } else { "\n" });
    }
    let run = Run::of(&["-"], input.as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (2, ""));
    let reports = lines(&run);
    assert_eq!(reports.len(), 2000);
    for (at, report) in (1u64..).zip(&reports) {
        match at % 10 {
            0 => assert_eq!(
                (&report["error"]["kind"], &report["line"], &report["error"]["line"]),
                (&"not_json".into(), &at.into(), &at.into())
            ),
            7 => assert_eq!((&report["error"]["kind"], &report["line"]), (&"unknown_call".into(), &at.into())),
            5 => assert_eq!((&report["plan"], &report["verdict"]), (&format!("t{at}").into(), &"unmet".into())),
            _ => assert_eq!((&report["plan"], &report["verdict"]), (&format!("t{at}").into(), &"met".into())),
        }
    }
}

#[test]
fn streams() {
    let met = line("m", "");
    let short = line("s", "\"duration_months\": 12");
    let rows: &[(&str, String, i32, usize)] = &[
        ("nothing", String::new(), 0, 0),
        ("only blank lines", "\n \r\n\t\n".to_owned(), 0, 0),
        ("no line end at the end", met.clone(), 0, 1),
        ("blank lines between", format!("\n{met}\n\n  \n{met}\n"), 0, 2),
        ("one short", format!("{met}\n{short}\n"), 1, 2),
        ("one that is no plan", format!("{met}\n[]\n{short}"), 2, 3),
        ("one that is no text", format!("{met}\n\0"), 2, 2),
    ];
    for (name, input, code, count) in rows {
        for options in [&["-"][..], &["--json", "-"][..]] {
            let run = Run::of(options, input.as_bytes());
            assert_eq!((run.code, lines(&run).len(), run.stderr.as_str()), (*code, *count, ""), "{name}: {run:?}");
        }
    }
}

#[test]
fn a_plan_without_a_title_goes_by_its_line() {
    let run = Run::of(&["-"], format!("\n{}\n", line("", "")).as_bytes());
    assert_eq!(lines(&run)[0]["plan"], "-:2");
}

#[test]
fn a_line_that_is_too_long_is_refused_and_the_next_is_checked() {
    let mut input = vec![b' '; 64 * 1024 * 1024 + 1];
    input.extend_from_slice(format!("\n{}\n", line("next", "")).as_bytes());
    let run = Run::of(&["-"], &input);
    let reports = lines(&run);
    // Blanks are part of the line: nobody can say what comes after them without reading all.
    assert_eq!((&reports[0]["error"]["kind"], &reports[0]["line"]), (&"too_long".into(), &1.into()));
    assert_eq!((&reports[1]["plan"], run.code), (&"next".into(), 2));
}

#[test]
fn the_reading_holds_for_every_line() {
    let run = Run::of(&["--reading", "lenient", "-"], format!("{0}\n{0}\n", line("p", "")).as_bytes());
    assert!(lines(&run).iter().all(|report| report["reading"] == "lenient"));
}

#[test]
fn a_reader_who_has_enough_is_no_error() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_allians-check"));
    let mut child = command.arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = format!("{}\n", line("p", "")).repeat(2000);
    let writer = std::thread::spawn(move || {
        let _ = input.write_all(text.as_bytes());
    });
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
