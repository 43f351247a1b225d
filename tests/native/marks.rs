//! Marks of requirements: they follow the rules and nothing else, and two that were made in different ways say nothing of each other.

use crate::support::{knowledge_alliances, text};
use allians::calls::{CallFile, EXAMPLES, Rules, SHIPPED, canonical, read, shipped_json};
use allians::engine::{Requirement, Verdict};
use serde_json::{Value, json};
use std::rc::Rc;
use std::sync::Arc;

fn classes(file: &CallFile) -> Vec<Arc<str>> {
    file.classes.iter().map(|class| class.name.clone()).collect()
}

/// Plans keep these marks for years: a line that changes here makes every one of them say that its rules have changed.
#[test]
fn marks_of_the_first_call_are_those_that_plans_have_kept() {
    let file = &SHIPPED[0];
    let names = classes(file);
    let line = |one: &allians::calls::RequirementFile| {
        format!("{} {:08x} {}\n", one.requirement.id, one.mark, canonical(&one.requirement, &names))
    };
    let found: String = file.requirements.iter().map(line).collect();
    assert_eq!(found, text("tests/native/marks.txt"), "\n{found}");
}

#[test]
fn requirements_have_one_text_where_they_are_equal_and_nowhere_else() {
    let (mut equal, mut other) = (0, 0);
    let files: Vec<&CallFile> = SHIPPED.iter().chain(EXAMPLES.iter()).map(|file| &**file).collect();
    let bare = |requirement: &Requirement| Requirement { id: "".into(), ..requirement.clone() };
    let all = files.iter().flat_map(|file| file.requirements.iter().map(|one| (classes(file), bare(&one.requirement), one.mark)));
    let all: Vec<(Vec<Arc<str>>, Requirement, u32)> = all.collect();
    for (at, (names, one, mark)) in all.iter().enumerate() {
        // A rule names a class by its place, so requirements of calls with other classes are not compared.
        for (_, another, another_mark) in all.iter().take(at).filter(|(others, ..)| others == names) {
            let (line, another_line) = (canonical(one, names), canonical(another, names));
            assert_eq!(one == another, line == another_line, "{line}\n{another_line}");
            assert_eq!(one == another, mark == another_mark, "{line}\n{another_line}");
            if one == another { equal += 1 } else { other += 1 }
        }
    }
    assert!(equal > 20 && other > 200, "{equal} equal, {other} other");
}

/// The first call with another value in one place.
fn changed(pointer: &str, value: Value) -> CallFile {
    let mut files: Value = serde_json::from_str(shipped_json()).unwrap();
    *files[0].pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere")) = value;
    read(&&files[0]).unwrap_or_else(|problem| panic!("{pointer}: {problem:?}"))
}

fn rules(file: &CallFile) -> Rules {
    Rules::of(file, &file.call(2020, None).unwrap(), Verdict::Met)
}

#[test]
fn what_changes_in_a_call_says_so_or_not() {
    let table = [
        ("a number", "/requirement/0/rule/at_least", json!(7), "organisations"),
        ("a number of the lenient rule", "/requirement/0/lenient/at_least", json!(5), "organisations"),
        ("a class", "/requirement/0/rule/of/class", json!("partner"), "organisations"),
        ("a kind", "/requirement/3/rule/of/kinds", json!(["school"]), "enterprises"),
        ("how it weighs", "/requirement/1/severity", json!("advisory"), "programme-countries"),
        ("months", "/requirement/5/rule/months", json!([24, 48]), "duration"),
        ("a sum", "/requirement/6/rule/caps/0/at_most", json!(700_001), "grant"),
        ("months in another order", "/requirement/5/rule/months", json!([36, 24]), ""),
        ("a title", "/requirement/0/title/sv", json!("Sex"), ""),
        ("an explanation", "/requirement/0/explanation/fi", json!("Kuusi"), ""),
        ("the day of the check", "/checked", json!("2027-01-01"), ""),
    ];
    let then = rules(&knowledge_alliances());
    for (name, pointer, value, expected) in table {
        let now = rules(&changed(pointer, value));
        let pairs = then.marks.iter().zip(&now.marks).map(|(then, now)| (Rules::parts(then), Rules::parts(now)));
        let differ: Vec<&str> = pairs.filter(|((_, then), (_, now))| Rules::differ(then, now)).map(|((name, _), _)| name).collect();
        assert_eq!(differ.join(" "), expected, "{name}");
        assert_eq!(then.are_others(&now), !expected.is_empty(), "{name}");
    }
}

/// The rules with the mark of the first requirement, or all marks of requirements, written otherwise.
fn with(all: bool, mark: &str) -> Rules {
    let now = rules(&knowledge_alliances());
    let other = |(at, one): (usize, &Rc<str>)| match Rules::parts(one) {
        (name, _) if !name.starts_with("class ") && (all || at == 0) => format!("{name}={mark}").into(),
        _ => one.clone(),
    };
    Rules { marks: now.marks.iter().enumerate().map(other).collect(), ..now }
}

#[test]
fn marks_that_were_made_the_first_way_say_nothing() {
    let now = rules(&knowledge_alliances());
    let gone = |name: &str| Rules { marks: now.marks.iter().filter(|mark| Rules::parts(mark).0 != name).cloned().collect(), ..now.clone() };
    let table = [
        ("the same", now.clone(), false),
        ("one of the first way", with(false, "00000000"), false),
        ("all of the first way", with(true, "1f2e3d4c"), false),
        ("another of today's way", with(false, "2:00000000"), true),
        ("one that was not there", gone("duration"), true),
        ("a class that was not there", gone("class partner"), true),
    ];
    for (name, then, others) in table {
        assert_eq!(then.are_others(&now), others, "{name}");
    }
    let first_way_and_gone = Rules { marks: [&*with(true, "1f2e3d4c").marks, &["once=1f2e3d4c".into()]].concat(), ..now.clone() };
    assert!(first_way_and_gone.are_others(&now), "a requirement that is gone is gone, however it was marked");
}
