//! Plans that carry a call of their own: never under the name of a call of the program, and never known to the next plan.

use crate::support::{Run, line, plan};
use serde_json::{Value, json};

/// Knowledge Alliances with other fields, as the field of a plan that carries it.
fn own_call(change: impl FnOnce(&mut Value)) -> String {
    let all: Value = serde_json::from_str(allians::calls::shipped_json()).unwrap();
    let mut call = all[0].clone();
    change(&mut call);
    format!("\"own_call\": {}", json!(call.to_string()))
}

/// The same rules under the same name, of which one asks for nothing.
fn forged() -> String {
    own_call(|call| call["requirement"][0]["rule"]["at_least"] = json!(0))
}

#[test]
fn a_call_under_a_name_of_the_program_is_refused() {
    let run = Run::of_files(&[], &[&plan("p", &forged())]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    let words = "own_call.id: \"erasmus-knowledge-alliances\" is a call that comes with the program. Give your own call another id.";
    assert!(run.stderr.contains(words), "{run:?}");
}

#[test]
fn the_next_plan_is_held_against_the_rules_of_the_program() {
    let (plain, forged) = (line("plain", "\"organisations\": []"), line("forged", &forged()));
    let own = own_call(|call| (call["id"], call["requirement"][0]["rule"]["at_least"]) = (json!("mine"), json!(0)));
    let own = line("own", &format!("\"call\": \"mine\", \"organisations\": [], {own}"));
    let stray = line("stray", "\"call\": \"mine\"");
    let alone = Run::of(&["-"], plain.as_bytes()).stdout;
    let run = Run::of(&["-"], [&*forged, &plain, &own, &plain, &stray, &forged, &plain].join("\n").as_bytes());
    let lines: Vec<&str> = run.stdout.lines().collect();
    let read = |at: usize| serde_json::from_str::<Value>(lines[at]).unwrap();
    assert_eq!((run.code, run.stderr.as_str(), lines.len()), (2, "", 7), "{run:?}");
    for at in [0, 5] {
        let error = &read(at)["error"];
        let found = [&error["kind"], &error["path"], &error["fault"], &error["found"]];
        assert_eq!(found, ["wrong", "own_call.id", "taken", "erasmus-knowledge-alliances"], "line {}", at + 1);
    }
    for at in [1, 3, 6] {
        assert_eq!(lines[at], alone.trim_end(), "line {}", at + 1);
    }
    let status = |at: usize| read(at)["findings"][0]["status"].clone();
    assert_eq!((status(1), status(2)), (json!("unmet"), json!("met")), "the own call asks for nothing, the program's for six");
    assert_eq!(read(4)["error"]["kind"], "unknown_call", "an own call is known to its plan alone");
}

#[test]
fn the_other_reading_is_said_with_its_own_number() {
    let own = own_call(|call| (call["id"], call["requirement"][0]["lenient"]["at_least"]) = (json!("mine"), json!(5)));
    let of_mine = format!("\"call\": \"mine\", \"organisations\": [], {own}");
    let strict = Run::of_files(&[], &[&plan("p", &of_mine)]).stdout;
    assert!(strict.contains("(0 of 6)\n") && strict.contains("in the lenient reading: unmet, 0 of 5\n"), "{strict}");
    let lenient = Run::of_files(&["--reading", "lenient"], &[&plan("p", &of_mine)]).stdout;
    assert!(lenient.contains("(0 of 5)\n") && lenient.contains("in the strict reading: unmet, 0 of 6\n"), "{lenient}");
    let report: Value = serde_json::from_str(&Run::of_files(&["--json"], &[&plan("p", &of_mine)]).stdout).unwrap();
    let (finding, other) = (&report["findings"][0], &report["findings"][0]["other_reading"]);
    let found = [&finding["measured"]["need"], &other["reading"], &other["status"], &other["measured"]["have"], &other["measured"]["need"]];
    assert_eq!(found, [&json!(6), &json!("lenient"), &json!("unmet"), &json!(0), &json!(5)]);
}
