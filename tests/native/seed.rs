//! The seed page: what a call file quotes from it stands there word for word, and every condition it sets is a requirement.

use crate::cases;
use crate::support::{knowledge_alliances, text};
use allians::calls::{CallFile, EXAMPLES, Localised, RequirementFile, SHIPPED};
use std::collections::BTreeSet;

const SEED: &str = "tests/native/seed.sv.txt";
const COVERAGE: &str = "docs/seed-coverage.md";

/// Every sentence of the seed that sets a condition, with the requirements that carry it.
#[rustfmt::skip]
const CONDITIONS: &[(&str, &[&str])] = &[
    ("Partnerguppen måste bestå av minst 6 organisationer från 3 programländer", &["organisations", "programme-countries"]),
    ("från 3 programländer", &["programme-countries"]),
    ("av vilka minst 2 är högskolor och 2 företag", &["higher-education-institutions", "enterprises"]),
    ("Projekten kan även ha organisationer från partnerländer utanför Europa som medlemmar, om de tillför projektet mervärde.", &["added-value"]),
    ("Projekten strävar efter genuint samarbete mellan högskolor och arbetslivet som gagnar båda parterna", &["mutual-benefit"]),
    ("Projekten borde även bära frukt efter själva projektperioden.", &["lasting-effects"]),
    ("Effekterna och resultaten borde därtill sträcka sig utanför partnerkonsortiet.", &["lasting-effects"]),
    ("Detta förutsätter engagemang och starkt stöd av alla parter som deltar i projektets genomförande.", &["commitment"]),
    ("Projekten pågår i 2 eller 3 år.", &["duration"]),
    ("Projekten kan inbegripa bland annat följande verksamhet:", &["activities"]),
];

/// The kinds that the seed names as able to take part: none may be refused by a rule about who may be a member.
const MAY_TAKE_PART: &[&str] = &["högskolor", "företag", "föreningar", "myndigheter", "forskningsinstitut osv."];

fn requirements(file: &CallFile) -> impl Iterator<Item = &RequirementFile> {
    file.requirements.iter()
}

/// The sentences that a requirement quotes from the seed.
fn quoted<'a>(file: &'a CallFile, requirement: &'a RequirementFile) -> impl Iterator<Item = &'a str> {
    let of_seed = requirement.sources.iter().filter(|source| &*file.documents[source.document].id == "seed");
    of_seed.filter_map(|source| source.sentence.as_deref())
}

#[test]
fn what_is_quoted_from_the_seed_stands_there_word_for_word() {
    let (file, seed) = (knowledge_alliances(), text(SEED));
    let mut quotes = 0;
    for requirement in requirements(&file) {
        for sentence in quoted(&file, requirement) {
            assert!(seed.contains(sentence), "{}: \"{sentence}\" is not in {SEED}", requirement.requirement.id);
            quotes += 1;
        }
    }
    for activity in file.activities.iter() {
        let sentence = activity.sentence.as_deref().unwrap_or_else(|| panic!("activity {}: no sentence", activity.id));
        assert!(seed.contains(sentence), "activity {}: \"{sentence}\" is not in {SEED}", activity.id);
    }
    assert!(quotes >= CONDITIONS.len(), "{quotes} sentences of the seed are quoted");
}

#[test]
fn every_condition_of_the_seed_is_quoted_by_its_requirements() {
    let (file, seed) = (knowledge_alliances(), text(SEED));
    for (sentence, ids) in CONDITIONS {
        assert!(seed.contains(sentence), "\"{sentence}\" is not in {SEED}");
        for id in *ids {
            let requirement = requirements(&file)
                .find(|requirement| *requirement.requirement.id == **id)
                .unwrap_or_else(|| panic!("no requirement {id}"));
            let covers = quoted(&file, requirement).any(|quote| quote.contains(sentence) || sentence.contains(quote));
            assert!(covers, "{id} does not quote \"{sentence}\"");
        }
    }
    for kind in MAY_TAKE_PART {
        assert!(seed.contains(kind), "\"{kind}\" is not in {SEED}");
    }
}

/// A bullet under the activities without an activity, or a new sentence with a demanding word, would be a condition that nobody reads.
#[test]
fn nothing_in_the_seed_that_sounds_like_a_condition_is_left_out() {
    let (file, seed) = (knowledge_alliances(), text(SEED));
    let demands = ["måste", "minst", "borde", "förutsätter", " om de ", "pågår", "bland annat följande", "strävar"];
    for sentence in seed.lines().flat_map(|line| line.split_inclusive(". ")).map(str::trim) {
        let demanding = demands.iter().any(|word| sentence.contains(word));
        let listed = CONDITIONS.iter().any(|(condition, _)| sentence.contains(condition) || condition.contains(sentence));
        assert!(!demanding || listed, "a condition of the seed that no row names: \"{sentence}\"");
    }
    let (_, bullets) = seed.split_once("följande verksamhet:").expect("the seed lists activities");
    for bullet in bullets.lines().filter_map(|line| line.trim().strip_prefix('•')) {
        let known = file.activities.iter().any(|activity| activity.sentence.as_deref().is_some_and(|sentence| bullet.contains(sentence)));
        assert!(known, "no activity quotes \"{}\"", bullet.trim());
    }
}

#[test]
fn every_requirement_has_whole_texts_and_sources_and_every_document_an_address() {
    for file in SHIPPED.iter().chain(EXAMPLES.iter()) {
        let call = &file.id;
        whole(&format!("{call}: title"), &file.title);
        for document in file.documents.iter() {
            assert!(document.address.starts_with("http"), "{call}: document {}: address \"{}\"", document.id, document.address);
            assert!(!document.title.is_empty() && document.language.len() == 2, "{call}: document {}: no title or language", document.id);
        }
        for requirement in requirements(file) {
            let id = format!("{call}: {}", requirement.requirement.id);
            whole(&format!("{id}: title"), &requirement.title);
            whole(&format!("{id}: explanation"), &requirement.explanation);
            requirement.readings.iter().for_each(|readings| whole(&format!("{id}: readings"), readings));
            assert!(!requirement.sources.is_empty(), "{id}: no source");
            assert!(requirement.sources.iter().all(|source| source.sentence.as_deref() != Some("")), "{id}: an empty sentence");
        }
        for activity in file.activities.iter() {
            whole(&format!("{call}: activity {}", activity.id), &activity.title);
        }
        for note in file.years.iter().flat_map(|year| file.notes(*year)) {
            whole(&format!("{call}: note"), note);
        }
    }
}

fn whole(place: &str, texts: &Localised) {
    for (language, text) in [("sv", &texts.sv), ("fi", &texts.fi), ("en", &texts.en)] {
        assert!(!text.is_empty() && text.trim() == &**text, "{place}.{language}: empty or with spaces around: \"{text}\"");
        assert!(!text.contains("  ") && !text.contains('\n'), "{place}.{language}: spaces in a row: \"{text}\"");
    }
}

/// Each row of the table is `| “sentence” | `requirement` … | file: “row” … |`.
#[test]
fn the_coverage_table_names_what_exists_and_leaves_nothing_out() {
    let (file, seed, table) = (knowledge_alliances(), text(SEED), text(COVERAGE));
    let rows: BTreeSet<(String, String)> =
        cases::all().into_iter().map(|(path, case)| (path.rsplit('/').next().unwrap().to_owned(), case.name)).collect();
    let mut sentences = BTreeSet::new();
    for line in table.lines().filter(|line| line.starts_with("| “")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let &[sentence, ids, tests] = cells.as_slice() else { panic!("{COVERAGE}: not three cells: {line}") };
        let sentence = sentence.trim_matches(['“', '”']);
        assert!(seed.contains(sentence), "{COVERAGE}: \"{sentence}\" is not in {SEED}");
        sentences.insert(sentence.to_owned());
        for id in ids.split('`').skip(1).step_by(2) {
            assert!(requirements(&file).any(|requirement| *requirement.requirement.id == *id), "{COVERAGE}: no requirement `{id}`");
        }
        let named: Vec<(&str, &str)> =
            tests.split("; ").map(|test| test.split_once(": “").unwrap_or_else(|| panic!("{COVERAGE}: \"{test}\""))).collect();
        for (path, row) in named {
            let row = row.trim_end_matches('”');
            assert!(rows.contains(&(path.trim_matches('`').to_owned(), row.to_owned())), "{COVERAGE}: no row “{row}” in {path}");
        }
    }
    for (sentence, ids) in CONDITIONS {
        let line = table
            .lines()
            .find(|line| line.starts_with(&format!("| “{sentence}”")))
            .unwrap_or_else(|| panic!("{COVERAGE}: no line “{sentence}”"));
        ids.iter().for_each(|id| assert!(line.contains(&format!("`{id}`")), "{COVERAGE}: “{sentence}” does not name `{id}`"));
    }
    assert!(sentences.len() >= CONDITIONS.len(), "{COVERAGE}: {} lines", sentences.len());
}
