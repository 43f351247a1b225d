//! A call file that is checked: what is said of it, and of each mistake.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that stops is a test that fails")]

use super::*;
use crate::places::root;
use allians::calls::EXAMPLES;

const HARBOUR: &str = "calls/examples/made-up-harbour-skills.toml";

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn every_call_of_the_repository_is_whole_and_its_json_is_the_same_call() {
    let mut checked = 0;
    for folder in ["calls", "calls/examples"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("country-classes.toml") {
                let Checked { file, json } = check(&text_of(&path).unwrap()).unwrap_or_else(|fault| panic!("{}:{fault}", path.display()));
                assert!(json.starts_with("{\n  \"format\": \"allians-call\",\n"), "{json:.60}");
                assert_eq!(read(&&serde_json::from_str::<Value>(&json).unwrap()), Ok(file.clone()), "{}", path.display());
                assert!(SHIPPED.iter().chain(EXAMPLES.iter()).any(|known| **known == file), "{}", path.display());
                checked += 1;
            }
        }
    }
    assert_eq!(checked, SHIPPED.len() + EXAMPLES.len());
}

#[test]
fn the_template_is_whole() {
    let Checked { file, .. } = check(&text("docs/call-template.toml")).unwrap();
    assert_eq!(&*file.id, "my-call");
}

/// The example of the documentation is whole, and so it is with each of the rules that stand there as a line.
#[test]
fn what_the_documentation_shows_is_whole() {
    let page = text("docs/call-format.md");
    let blocks: Vec<&str> = page.split("```toml\n").skip(1).filter_map(|block| block.split("```").next()).collect();
    let example = blocks.iter().find(|block| block.starts_with("id = \"example-alliances\"")).unwrap();
    check(example).unwrap_or_else(|fault| panic!("{fault}"));
    let own = "\nrule = { shape = \"count\", of = { class = \"participating\" }, at_least = 6 }\n";
    let activity = |id: &str| format!("\n[[activity]]\nid = \"{id}\"\ntitle = {{ sv = \"a\", fi = \"a\", en = \"a\" }}\n");
    let mut shapes = std::collections::BTreeSet::new();
    for rule in blocks.iter().flat_map(|block| block.lines()).filter(|line| line.starts_with("rule = ")) {
        assert!(example.contains(own), "the example's own rule");
        let call = example.replace(own, &format!("\n{rule}\n")) + &activity("curricula") + &activity("simulators");
        let Checked { file, .. } = check(&call).unwrap_or_else(|fault| panic!("{rule}: {fault}"));
        shapes.insert(file.requirements[0].requirement.rule.shape());
    }
    assert_eq!(shapes, allians::calls::SHAPES.iter().copied().collect());
}

#[test]
fn what_a_call_asks_is_said() {
    let said = summary(&check(&text(HARBOUR)).unwrap().file);
    for line in [
        "made-up-harbour-skills: Skills for Harbours (made-up call)",
        "years: 2026",
        "  mandatory balance: At most 2 institutions for each enterprise (compare)",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
}

/// What is found in the harbours' call file and what stands there instead; the text of the line that is named; the words.
#[rustfmt::skip]
const BROKEN: &[(&str, &str, &str, &str)] = &[
    ("kinds = [\"research\"] }", "kinds = [\"resarch\"] }", "rule = { shape = \"compare\"", "requirement \"balance\", requirement[2].rule.against.kinds[0]: \"resarch\" is unknown. Allowed are hei, enterprise,"),
    ("exactly = 2", "exactly = \"two\"", "rule = { shape = \"exact_countries\"", "requirement \"programme-countries\", requirement[0].rule.exactly: a whole number, not negative, is expected here."),
    ("exactly = 2 }", "}", "rule = { shape = \"exact_countries\"", "requirement \"programme-countries\", requirement[0].rule.exactly: is missing."),
    ("\"third\"]", "\"thrid\"]", "classes = ", "classes[1]: \"thrid\" is unknown. Allowed are programme, partner,"),
    ("checked = \"2026-11-25\"", "checked = \"25.11.2026\"", "checked = ", "checked: \"25.11.2026\" is unknown. Allowed are YYYY-MM-DD."),
    ("address = \"https://example.org/harbour-skills\"", "address = \"example.org\"", "address = \"example.org\"", "address: \"example.org\" is unknown. Allowed are https://…, http://…."),
    ("title.fi = \"1 tai 2 vuotta\"", "", "title.sv = \"1 eller 2 år\"", "requirement \"duration\", requirement[5].title.fi: is missing."),
    ("id = \"made-up-harbour-skills\"", "id = \"made-up-harbour-skills", "id = ", ""),
];

#[test]
fn mistakes_are_named_with_their_line() {
    let whole = text(HARBOUR);
    for (found, instead, line, words) in BROKEN {
        assert!(whole.contains(found), "{found} is not in {HARBOUR}");
        let broken = whole.replacen(found, instead, 1);
        let fault = check(&broken).map(|_| ()).unwrap_err();
        let (number, rest) = fault.split_once(':').unwrap();
        let named = broken.lines().nth(number.parse::<usize>().unwrap() - 1).unwrap();
        assert!(named.starts_with(line) && rest.contains(words), "{instead}: line \"{named:.60}\": {fault}");
    }
}

#[test]
fn what_is_no_toml_is_named_with_line_and_column() {
    let fault = check("id = \"my-call\"\ntitle = {").map(|_| ()).unwrap_err();
    assert!(fault.starts_with("2:"), "{fault}");
    assert!(check("").map(|_| ()).unwrap_err().starts_with("1: id: is missing"), "an empty file");
}

#[test]
fn what_is_too_large_or_too_deep_is_refused() {
    let deep = format!("id = {}", "[".repeat(400_000));
    assert!(check(&deep).is_err());
    let dotted = format!("{} = 1", vec!["a"; 200_000].join("."));
    assert!(check(&dotted).is_err());
    let years = format!("id = \"a\"\ntitle = {{ sv = \"a\", fi = \"a\", en = \"a\" }}\nyears = [{}]", "2026, ".repeat(100_000));
    assert!(check(&years).map(|_| ()).unwrap_err().starts_with("3: years: that is too much: at most 200."));
}
