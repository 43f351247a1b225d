//! The walls between modules and the house style, as far as a machine can see them. Each check has a bad sample that it has to refuse.

mod code;

use crate::support::{none_failed, path, text};
use std::collections::BTreeSet;
use std::fs;

/// Where, and what may not be said there: modules of the library, and words.
struct Wall {
    under: &'static [&'static str],
    modules: &'static [&'static str],
    words: &'static [&'static str],
}

#[rustfmt::skip]
const WALLS: &[Wall] = &[
    Wall {
        under: &["src/engine/"],
        modules: &["advice", "advisor", "board", "browser", "calls", "i18n", "js", "page", "plan", "source", "wire"],
        words: &["serde", "serde_json", "f32", "f64", "HashMap", "HashSet", "Instant", "SystemTime", "std::time", "rand", "js_sys", "web_sys", "wasm_bindgen", "yew"],
    },
    Wall { under: &["src/advice/"], modules: &["advisor", "board", "browser", "calls", "i18n", "js", "page", "plan", "source", "wire"], words: &["serde", "f32", "f64", "HashMap", "HashSet", "std::time"] },
    Wall { under: &["src/advisor/"], modules: &["board", "browser", "js", "page", "wire"], words: &["yew", "gloo", "web_sys", "wasm_bindgen"] },
    Wall { under: &["src/board/"], modules: &["advice", "advisor", "browser", "i18n", "js", "page", "plan", "source", "wire"], words: &["serde", "serde_json", "web_sys", "yew", "gloo", "HashMap", "HashSet"] },
    Wall { under: &["src/calls/"], modules: &["advice", "advisor", "board", "browser", "i18n", "js", "page", "plan", "wire"], words: &["yew", "gloo", "web_sys"] },
    Wall { under: &["src/plan/"], modules: &["browser", "i18n", "js", "page"], words: &["yew", "gloo", "web_sys"] },
    Wall { under: &["src/source.rs"], modules: &["advice", "advisor", "board", "browser", "calls", "engine", "i18n", "js", "page", "plan", "wire"], words: &["yew", "web_sys"] },
    Wall { under: &["src/i18n/"], modules: &["browser", "js", "page"], words: &["yew", "gloo", "web_sys"] },
    Wall { under: &["src/wire/"], modules: &["board", "browser", "js", "page"], words: &["yew", "gloo", "web_sys"] },
    Wall { under: &["src/js/"], modules: &["board", "page"], words: &["yew", "gloo"] },
    Wall { under: &["src/page/"], modules: &["advice", "js", "wire"], words: &[] },
    Wall { under: &["src/browser/"], modules: &["advice", "advisor", "board", "js", "page", "wire"], words: &["yew", "gloo"] },
    Wall { under: &["src/cli/", "src/bin/"], modules: &["board", "browser", "js", "page"], words: &["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"] },
    Wall {
        under: &["src/search/"],
        modules: &["advice", "advisor", "amounts", "board", "browser", "calls", "i18n", "js", "page", "plan", "source", "wire"],
        words: &["serde", "f32", "f64", "HashMap", "HashSet", "to_lowercase", "is_alphanumeric", "js_sys", "web_sys", "wasm_bindgen", "yew", "gloo"],
    },
    Wall {
        under: &["src/amounts.rs"],
        modules: &["advice", "advisor", "board", "browser", "calls", "i18n", "js", "page", "plan", "search", "source", "wire"],
        words: &["serde", "f32", "f64", "HashMap", "HashSet", "js_sys", "web_sys", "wasm_bindgen", "yew", "gloo"],
    },
];

/// What may stop the program, and so stands in no file under `src/`.
const STOPS: &[&str] = &[".unwrap()", ".expect(", "panic!", "unreachable!", "todo!", "unimplemented!", ".unwrap_err()"];

/// Lines that a file may have.
const MOST_LINES: usize = 400;

/// Attributes whose text a person reads.
const READ_ALOUD: &[&str] = &["label=", "aria-label=", "title=", "placeholder=", "alt=", "aria-description=", "aria-roledescription="];

#[test]
fn the_sources_keep_to_their_walls_and_to_the_house_style() {
    let sources = sources("src");
    for under in WALLS.iter().flat_map(|wall| wall.under) {
        assert!(sources.iter().any(|file| file.starts_with(under)), "{under}: no files, so nothing was looked at");
    }
    let faults: Vec<String> = sources.iter().flat_map(|file| faults(file, &text(file))).collect();
    none_failed(&faults);
}

#[test]
fn the_checks_refuse_bad_samples() {
    let samples: &[(&str, &str, &str)] = &[
        ("src/engine/x.rs", "use std::collections::HashMap;", "line 2: says HashMap"),
        ("src/engine/x.rs", "use crate::i18n::text;", "line 2: uses i18n"),
        ("src/engine/x.rs", "use crate::{country, plan::Plan};", "line 2: uses plan"),
        ("src/engine/rule/x.rs", "use super::super::super::calls;", "line 2: uses calls"),
        ("src/engine/x.rs", "let share: f64 = 0.5;", "line 2: says f64"),
        ("src/engine/x.rs", "let now = std::time::Instant::now();", "line 2: says Instant"),
        ("src/advice/x.rs", "use crate::plan::Plan;", "line 2: uses plan"),
        ("src/advisor/x.rs", "use crate::page::dom;", "line 2: uses page"),
        ("src/advisor/x.rs", "use wasm_bindgen::JsValue;", "line 2: says wasm_bindgen"),
        ("src/board/x.rs", "#[derive(serde::Serialize)]", "line 2: says serde"),
        ("src/board/x.rs", "use crate::plan::Plan;", "line 2: uses plan"),
        ("src/calls/x.rs", "use crate::board::Board;", "line 2: uses board"),
        ("src/plan/x.rs", "crate::page::dom::find();", "line 2: uses page"),
        ("src/wire/x.rs", "use crate::board::Board;", "line 2: uses board"),
        ("src/wire/advice/x.rs", "use crate::js::api;", "line 2: uses js"),
        ("src/i18n/x.rs", "use crate::browser::node::Js;", "line 2: uses browser"),
        ("src/js/x.rs", "use crate::page::Page;", "line 2: uses page"),
        ("src/js/x.rs", "use crate::board::Board;", "line 2: uses board"),
        ("src/js/x.rs", "use yew::prelude::*;", "line 2: says yew"),
        ("src/page/x.rs", "use crate::js::api;", "line 2: uses js"),
        ("src/page/x.rs", "use crate::advice::complete;", "line 2: uses advice"),
        ("src/browser/x.rs", "use crate::page::store;", "line 2: uses page"),
        ("src/browser/x.rs", "use gloo::events::EventListener;", "line 2: says gloo"),
        ("src/cli/x.rs", "use allians::board::Board;", "line 2: uses board"),
        ("src/cli/advice/x.rs", "use wasm_bindgen::JsValue;", "line 2: says wasm_bindgen"),
        ("src/plan/x.rs", "let first = all.first().unwrap();", "line 2: says .unwrap()"),
        ("src/plan/x.rs", "let a = r#\"\"#; let first = all.expect(\"one\");", "line 2: says .expect("),
        ("src/page/x.rs", "html! { <p>{\"Bara ett företag\"}</p> }", "line 2: a text for people: \"Bara ett företag\""),
        ("src/page/x.rs", "html! { <p>{ \"Two words\" }</p> }", "line 2: a text for people: \"Two words\""),
        ("src/page/x.rs", "html! { <button aria-label=\"Flytta till poolen\" /> }", "line 2: a text for people: \"Flytta till poolen\""),
    ];
    for (file, line, fault) in samples {
        let found = faults(file, &format!("//! A bad sample.\n{line}\n"));
        assert!(found.contains(&format!("{file}: {fault}")), "{file}: {line}: {found:?}");
    }
    assert_eq!(faults("src/a.rs", "fn main() {}\n"), ["src/a.rs: does not begin with //!"]);
    assert_eq!(faults("src/a.rs", &format!("//! Long.\n{}", "\n".repeat(400))), ["src/a.rs: 401 lines, at most 400"]);
}

#[test]
fn the_checks_let_good_samples_pass() {
    let samples = [
        (
            "src/engine/x.rs",
            "// A HashMap would forget the order; crate::plan too.\nlet share = \"f64 HashMap\"; let unwrapped = all.unwrap_or_default();",
        ),
        ("src/engine/x.rs", "use crate::engine::rule; let calls_made = 1; let quote = '\"'; let plan = 2; // \""),
        ("src/engine/x.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n    fn g() { None.unwrap() }\n}"),
        ("src/page/x.rs", "html! { <p class=\"card wide\" data-x={\"one\"}>{text(language, &Message::Met)}</p> }"),
        ("src/board/x.rs", "use crate::calls::{CallFile, Chosen, Rules};"),
        ("src/js/x.rs", "use crate::browser::node::Js;"),
        ("src/plan/x.rs", "let raw = r#\"a \"quoted\" panic!\"#; let next = 1;"),
    ];
    for (file, text) in samples {
        assert_eq!(faults(file, &format!("//! A good sample.\n{text}\n")), Vec::<String>::new(), "{file}: {text}");
    }
}

/// All Rust files under a folder, as paths from the root of the package.
fn sources(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}")) {
        let entry = entry.unwrap();
        let below = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        match entry.path().is_dir() {
            true => found.extend(sources(&below)),
            false if below.ends_with(".rs") => found.push(below),
            false => {}
        }
    }
    found.sort();
    found
}

/// Everything that is wrong with a file.
fn faults(file: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//!") {
        faults.push("does not begin with //!".to_owned());
    }
    if text.lines().count() > MOST_LINES {
        faults.push(format!("{} lines, at most {MOST_LINES}", text.lines().count()));
    }
    let (code, literals) = code::split(text);
    for (line, number) in code.lines().zip(1..) {
        faults.extend(said_on(file, line).into_iter().map(|fault| format!("line {number}: {fault}")));
    }
    let for_people = literals.iter().filter(|literal| file.starts_with("src/page/") && is_for_people(literal));
    faults.extend(for_people.map(|literal| format!("line {}: a text for people: \"{}\"", literal.line, literal.text)));
    faults.into_iter().map(|fault| format!("{file}: {fault}")).collect()
}

fn said_on(file: &str, line: &str) -> Vec<String> {
    let mut faults: Vec<String> = STOPS.iter().filter(|stop| line.contains(*stop)).map(|stop| format!("says {stop}")).collect();
    let used = used_modules(line);
    for wall in WALLS.iter().filter(|wall| wall.under.iter().any(|under| file.starts_with(under))) {
        faults.extend(wall.modules.iter().filter(|module| used.contains(**module)).map(|module| format!("uses {module}")));
        faults.extend(wall.words.iter().filter(|word| has_word(line, word)).map(|word| format!("says {word}")));
    }
    faults
}

/// The modules of the library that a line names: after `crate::`, in `crate::{ … }`, and after `super::super::` at any depth.
fn used_modules(line: &str) -> BTreeSet<&str> {
    let mut used = BTreeSet::new();
    let ends = |letter: char| !letter.is_alphanumeric() && letter != '_';
    for start in ["crate::", "super::super::", "allians::"] {
        for (at, _) in line.match_indices(start) {
            let rest = line[at + start.len()..].trim_start_matches("super::");
            match rest.strip_prefix('{') {
                Some(group) => used.extend(group.split(',').map(|part| part.trim().split(ends).next().unwrap_or(""))),
                None => used.extend(rest.split(ends).next()),
            }
        }
    }
    used
}

fn has_word(line: &str, word: &str) -> bool {
    let inside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    line.match_indices(word).any(|(at, _)| !inside(line[..at].chars().next_back()) && !inside(line[at + word.len()..].chars().next()))
}

/// Two or more words as the content of an element or as an attribute that is read aloud.
fn is_for_people(literal: &code::Literal) -> bool {
    let words = literal.text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let content = literal.before.ends_with(">{") || literal.before.ends_with('>');
    words >= 2 && (content || READ_ALOUD.iter().any(|attribute| literal.before.ends_with(attribute)))
}
