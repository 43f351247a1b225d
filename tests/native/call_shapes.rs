//! A small call with every part that a call file can have, and what is wrong with it after a change: also files that mean harm.

use crate::support::{none_failed, said};
use allians::calls::{CallFileProblem, read};
use serde_json::{Value, json};
use std::time::Instant;

fn texts(text: &str) -> Value {
    json!({ "sv": text, "fi": text, "en": text })
}

fn requirement(id: &str, rule: &Value) -> Value {
    json!({ "id": id, "severity": "mandatory", "title": texts(id), "explanation": texts(id), "source": [{ "document": "guide" }], "rule": rule })
}

fn edition(years: &[u16]) -> Value {
    json!({ "years": years, "countries": "FI SE", "planned": "CH", "source": [{}] })
}

/// Every shape once, each as the requirement of its name.
fn rules() -> Value {
    let of = json!({ "class": "eu" });
    json!([
        { "shape": "count", "of": { "kinds": ["labour"], "attribute": "practice_school" }, "at_least": 1 },
        { "shape": "at_most", "of": {}, "at_most": 9 },
        { "shape": "countries", "of": of, "at_least": 2 },
        { "shape": "exact_countries", "of": of, "exactly": 2 },
        { "shape": "each_country", "of": of, "needs": [{ "kinds": ["labour", "hei"], "at_least": 1 }] },
        { "shape": "compare", "of": of, "against": { "class": "other" }, "times": 2 },
        { "shape": "coordinator", "of": { "roles": ["applicant"] } },
        { "shape": "only", "of": {}, "allowed": of, "outcome": "does_not_count" },
        { "shape": "every_member", "of": {}, "fact": "charter", "outcome": "fails" },
        { "shape": "duration", "from": 12, "to": 24 },
        { "shape": "grant", "per_month": 1000, "at_most": 9000 },
        { "shape": "activities", "any_of": ["a"] },
        { "shape": "judgement" },
    ])
}

pub fn whole() -> Value {
    let rules = rules();
    let requirements = rules.as_array().unwrap().iter().map(|rule| requirement(rule["shape"].as_str().unwrap(), rule));
    json!({
        "format": "allians-call", "id": "all", "title": texts("All"), "years": [2025, 2026], "address": "https://example.org", "checked": "2026-11-25",
        "variant": [{ "id": "small", "title": texts("small") }, { "id": "large", "title": texts("large") }],
        "classes": [
            { "name": "eu", "title": texts("eu"), "edition": [edition(&[2025, 2026])] },
            { "name": "other", "title": texts("other"), "complement_of": "eu" },
        ],
        "territory": [{ "country": "GL", "state": "DK", "source": [{}] }],
        "kinds": [{ "name": "labour", "title": texts("labour"), "of": ["enterprise", "trade_union"] }],
        "document": [{ "id": "guide", "title": "Guide", "address": "https://example.org", "language": "en", "confidence": "secondary" }],
        "activity": [{ "id": "a", "title": texts("a") }],
        "requirement": requirements.collect::<Value>(),
        "not_known": [{ "id": "rest", "text": texts("rest"), "years": [2025], "variants": ["small"] }],
    })
}

/// Name; where something else stands, and what; the place that is named, and the fault.
type Row = (&'static str, &'static str, fn() -> Value, &'static str, &'static str);

#[rustfmt::skip]
const BROKEN: &[Row] = &[
    ("a variant twice", "/variant/1/id", || json!("small"), "variant[1].id", "repeated small"),
    ("a variant that there is not", "/requirement/0/variants", || json!(["medium"]), "requirement[0].variants[0]", "unknown word medium, one of 2"),
    ("no variant at all", "/requirement/0/variants", || json!([]), "requirement[0].variants", "missing"),
    ("a variant named twice", "/requirement/0/variants", || json!(["small", "small"]), "requirement[0].variants[1]", "repeated small"),
    ("a year that the call does not have", "/requirement/0/years", || json!([2024]), "requirement[0].years[0]", "unknown word 2024, one of 2"),
    ("a year named twice", "/requirement/0/years", || json!([2025, 2025]), "requirement[0].years[1]", "repeated 2025"),
    ("one id in two requirements that meet", "/requirement/1/id", || json!("count"), "requirement[1].id", "repeated count"),
    ("not known in a year that the call does not have", "/not_known/0/years", || json!([2027]), "not_known[0].years[0]", "unknown word 2027, one of 2"),
    ("not known without a text", "/not_known/0/text", || json!({}), "not_known[0].text.sv", "missing"),
    ("a union that names itself", "/kinds/0/of", || json!(["labour"]), "kinds[0].of[0]", "unknown word labour, one of 12"),
    ("a union of nothing", "/kinds/0/of", || json!([]), "kinds[0].of", "missing"),
    ("a union with the name of a kind", "/kinds/0/name", || json!("hei"), "kinds[0].name", "repeated hei"),
    ("two unions of one name", "/kinds", || vec![json!({ "name": "one", "title": texts("one"), "of": ["hei"] }); 2].into(), "kinds[1].name", "repeated one"),
    ("an unknown attribute", "/requirement/0/rule/of/attribute", || json!("tall"), "requirement[0].rule.of.attribute", "unknown word tall, one of 5"),
    ("a class that complements one after it", "/classes/0", || json!({ "name": "eu", "title": texts("eu"), "complement_of": "other" }), "classes[0].complement_of", "unknown word other, one of 0"),
    ("a planned country without a code", "/classes/0/edition/0/planned", || json!("ZZ"), "classes[0].edition[0].planned", "unknown country ZZ"),
    ("a territory of no state", "/territory/0/state", || json!("Denmark"), "territory[0].state", "unknown country Denmark"),
    ("a territory without a source", "/territory/0/source", || json!([]), "territory[0].source", "missing"),
    ("at most nothing stated", "/requirement/1/rule/at_most", || Value::Null, "requirement[1].rule.at_most", "missing"),
    ("exactly so many countries of no class", "/requirement/3/rule/of", || json!({}), "requirement[3].rule.of.class", "missing"),
    ("each country of no class", "/requirement/4/rule/of", || json!({}), "requirement[4].rule.of.class", "missing"),
    ("each country brings nothing", "/requirement/4/rule/needs", || json!([]), "requirement[4].rule.needs", "missing"),
    ("each country brings more than can be told apart", "/requirement/4/rule/needs", || json!(vec![json!({ "kinds": ["hei"], "at_least": 1 }); 9]), "requirement[4].rule.needs", "too large, most 8"),
    ("a need of no kind", "/requirement/4/rule/needs/0/kinds", || json!([]), "requirement[4].rule.needs[0].kinds", "missing"),
    ("compared with nobody", "/requirement/5/rule/against", || Value::Null, "requirement[5].rule.against", "missing"),
    ("compared no times", "/requirement/5/rule/times", || json!(0), "requirement[5].rule.times", "missing"),
    ("compared too many times", "/requirement/5/rule/times", || json!(101), "requirement[5].rule.times", "too large, most 100"),
    ("only nobody says whom", "/requirement/7/rule/allowed", || Value::Null, "requirement[7].rule.allowed", "missing"),
    ("left out of every count by what may not be stated", "/requirement/7/rule/allowed", || json!({ "attribute": "practice_school" }), "requirement[7].rule.allowed.attribute", "unknown word practice_school, one of 0"),
    ("a range that goes back", "/requirement/9/rule/from", || json!(36), "requirement[9].rule.from", "too large, most 24"),
    ("a range and months", "/requirement/9/rule/months", || json!([12]), "requirement[9].rule.from", "unknown field, known: shape months"),
    ("so much a month, without a cap", "/requirement/10/rule/at_most", || Value::Null, "requirement[10].rule.at_most", "missing"),
    ("one of no sums", "/requirement/10/rule/one_of", || json!([]), "requirement[10].rule.one_of", "missing"),
    ("a judgement of somebody", "/requirement/12/rule/of", || json!({}), "requirement[12].rule.of", "unknown field, known: shape"),
    // Files that mean harm.
    ("ten thousand requirements", "/requirement", || vec![requirement("one", &json!({ "shape": "judgement" })); 10_000].into(), "requirement", "too large, most 200"),
    ("a million letters", "/title/sv", || json!("å".repeat(1_000_000)), "title.sv", "too large, most 10000"),
    ("a million letters for a word", "/requirement/0/severity", || json!("m".repeat(1_000_000)), "requirement[0].severity", "too large, most 10000"),
    ("a megabyte of years", "/years", || vec![2026; 170_000].into(), "years", "too large, most 200"),
    ("a megabyte of years of an edition", "/classes/0/edition/0/years", || vec![2026; 170_000].into(), "classes[0].edition[0].years", "too large, most 200"),
    ("a megabyte of countries", "/classes/0/edition/0/countries", || json!("FI ".repeat(330_000)), "classes[0].edition[0].countries", "too large, most 10000"),
    ("a hundred thousand kinds", "/requirement/0/rule/of/kinds", || vec!["hei"; 100_000].into(), "requirement[0].rule.of.kinds", "too large, most 200"),
    ("a hundred thousand needs", "/requirement/4/rule/needs", || vec![json!({ "kinds": ["hei"], "at_least": 1 }); 100_000].into(), "requirement[4].rule.needs", "too large, most 200"),
    ("a hundred thousand caps", "/requirement/10/rule", || json!({ "shape": "grant", "caps": vec![json!({ "months": 1, "at_most": 1 }); 100_000] }), "requirement[10].rule.caps", "too large, most 200"),
    ("a hundred thousand fields that nobody knows", "/requirement/0/rule", || (0..100_000).map(|number| (number.to_string(), json!(1))).chain([("shape".to_owned(), json!("judgement"))]).collect(), "requirement[0].rule.0", "unknown field, known: shape"),
    ("rules in rules", "/requirement/0/rule/of", || (0..100).fold(json!({}), |of, _| json!({ "of": of })), "requirement[0].rule.of.of", "unknown field, known: roles kinds class attribute"),
    ("a number beyond all", "/requirement/0/rule/at_least", || json!(1e300), "requirement[0].rule.at_least", "expected number"),
    ("a list for the file", "", || json!([]), "", "expected object"),
];

fn changed(pointer: &str, value: Value) -> Value {
    let mut file = whole();
    match pointer.rsplit_once('/') {
        None => return value,
        Some((parent, last)) => match file.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer} leads nowhere")) {
            Value::Array(items) => items[last.parse::<usize>().unwrap()] = value,
            Value::Object(fields) => drop(fields.insert(last.to_owned(), value)),
            other => panic!("{pointer} leads into {other}"),
        },
    }
    file
}

#[test]
fn a_call_with_everything_is_read() {
    let file = read(&&whole()).unwrap();
    let requirements: Vec<&str> = file.requirements.iter().map(|one| one.requirement.rule.shape()).collect();
    assert_eq!(requirements, allians::calls::SHAPES);
    assert_eq!(file.not_known_of(&file.call(2025, Some("small")).unwrap()).count(), 1);
    assert_eq!(file.not_known_of(&file.call(2025, Some("large")).unwrap()).count(), 0);
}

/// How long each takes is printed: `cargo test --test native every_broken_part -- --nocapture`.
#[test]
fn every_broken_part_is_refused_with_its_place() {
    let mut failures = Vec::new();
    for (name, pointer, value, path, fault) in BROKEN {
        let file = changed(pointer, value());
        let begin = Instant::now();
        let found = read(&&file).map(drop);
        println!("{:>9.3} ms  {name}", begin.elapsed().as_secs_f64() * 1000.0);
        match found {
            Ok(()) => failures.push(format!("\"{name}\": it is read")),
            Err(CallFileProblem { problem, .. }) => {
                let found = (problem.path.to_string(), said(&problem.fault));
                if found != ((*path).to_owned(), (*fault).to_owned()) {
                    failures.push(format!("\"{name}\": expected {path} {fault}, found {found:?}"));
                }
            }
        }
    }
    none_failed(&failures);
}

#[test]
fn what_is_nested_without_end_is_no_json_for_anybody() {
    let deep = format!("{{\"id\": {}", "[".repeat(500_000));
    assert!(serde_json::from_str::<Value>(&deep).is_err());
}

/// As many classes, years, variants and requirements as there may be, one id for all: whole, and read in no time.
#[test]
fn the_largest_call_that_is_whole_is_read() {
    let years: Vec<u16> = (2000..2200).collect();
    let mut file = whole();
    file["years"] = json!(years);
    file["variant"] = (0..200).map(|number| json!({ "id": format!("v{number}"), "title": texts("v") })).collect();
    let class = |number: usize| match number {
        0 => json!({ "name": "eu", "title": texts("eu"), "edition": years.iter().map(|year| edition(&[*year])).collect::<Vec<_>>() }),
        1 => json!({ "name": "other", "title": texts("other"), "complement_of": "eu" }),
        _ => {
            json!({ "name": format!("c{number}"), "title": texts("c"), "complement_of": if number == 2 { "other".to_owned() } else { format!("c{}", number - 1) } })
        }
    };
    file["classes"] = (0..256).map(class).collect();
    let when = |number: usize| {
        let mut one = requirement("one", &json!({ "shape": "judgement" }));
        one["years"] = json!(years.iter().rev().collect::<Vec<_>>());
        one["variants"] = json!([format!("v{number}")]);
        one
    };
    file["requirement"] = (0..200).map(when).collect();
    file["not_known"] = json!([]);
    let begin = Instant::now();
    let read = read(&&file).unwrap();
    println!("{:>9.3} ms  the largest call", begin.elapsed().as_secs_f64() * 1000.0);
    let call = read.call(2199, Some("v199")).unwrap();
    assert_eq!((call.classes().len(), call.requirements().len()), (256, 1));
    println!("{:>9.3} ms  and its year", begin.elapsed().as_secs_f64() * 1000.0);
}
