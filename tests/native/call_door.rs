//! Call files that are not whole: each is refused with the requirement, the field and what is wrong there.

use crate::support::{none_failed, said};
use allians::calls::{SHIPPED, read, shipped_json};
use allians::engine::rule::Duration;
use allians::engine::{Country, Rule};
use serde_json::{Value, json};

/// A change to the shipped call file, by JSON pointer.
enum Change {
    Set(&'static str, fn() -> Value),
    Remove(&'static str),
}
use Change::{Remove, Set};

/// Name, change, requirement, path, fault.
type Row = (&'static str, Change, Option<&'static str>, &'static str, &'static str);

#[rustfmt::skip]
const BROKEN: &[Row] = &[
    ("no id", Remove("/id"), None, "id", "missing"),
    ("an empty id", Set("/id", || json!("")), None, "id", "missing"),
    ("no title", Remove("/title"), None, "title", "missing"),
    ("a title without Finnish", Remove("/title/fi"), None, "title.fi", "missing"),
    ("a title in one language only", Set("/title", || json!("Kunskapsallianser")), None, "title", "expected object"),
    ("a language that the page does not have", Set("/title/de", || json!("Wissensallianzen")), None, "title.de", "unknown field, known: sv fi en"),
    ("a year that is a text", Set("/years/0", || json!("2014")), None, "years[0]", "expected number"),
    ("a year that is no year", Set("/years/0", || json!(70000)), None, "years[0]", "expected number"),
    ("another format", Set("/format", || json!("allians-plan")), None, "format", "unknown word allians-plan, one of 1"),
    ("a year twice", Set("/years/1", || json!(2014)), None, "years[1]", "repeated 2014"),
    ("years that go back", Set("/years/1", || json!(2013)), None, "years[1]", "unknown word 2013, one of 1"),
    ("more years than there can be", Set("/years", || (0..201).collect()), None, "years", "too large, most 200"),
    ("a day that is written otherwise", Set("/checked", || json!("25.11.2026")), None, "checked", "unknown word 25.11.2026, one of 1"),
    ("a month that is none", Set("/checked", || json!("2026-13-01")), None, "checked", "unknown word 2026-13-01, one of 1"),
    ("a day with signs", Set("/checked", || json!("2026-+1-01")), None, "checked", "unknown word 2026-+1-01, one of 1"),
    ("an address that runs a script", Set("/address", || json!("javascript:alert(1)")), None, "address", "unknown word javascript:alert(1), one of 2"),
    ("an address of nothing", Set("/address", || json!("https://")), None, "address", "unknown word https://, one of 2"),
    ("a document's address that is no web page", Set("/document/0/address", || json!("guide.pdf")), None, "document[0].address", "unknown word guide.pdf, one of 2"),
    ("no years", Set("/years", || json!([])), None, "years", "missing"),
    ("a year without an edition", Set("/years/0", || json!(2013)), None, "classes[0].edition", "not found 2013"),
    ("a year with two editions", Set("/classes/0/edition/0/years/0", || json!(2020)), None, "classes[0].edition", "not found 2014"),
    ("a year in two editions", Set("/classes/0/edition/1/years/0", || json!(2015)), None, "classes[0].edition", "not found 2015"),
    ("a country without a code", Set("/classes/0/edition/0/countries", || json!("FI ZZ")), None, "classes[0].edition[0].countries", "unknown country ZZ"),
    ("two spaces between countries", Set("/classes/0/edition/0/countries", || json!("FI  SE")), None, "classes[0].edition[0].countries", "unknown country "),
    ("a country list without a source", Remove("/classes/0/edition/0/source"), None, "classes[0].edition[0].source", "missing"),
    ("a country list with an empty source", Set("/classes/0/edition/0/source", || json!([])), None, "classes[0].edition[0].source", "missing"),
    ("a class without countries", Remove("/classes/0/edition"), None, "classes[0].edition", "missing"),
    ("a class twice", Set("/classes/1/name", || json!("programme")), None, "classes[1].name", "repeated programme"),
    ("the complement of no class", Set("/classes/1/complement_of", || json!("member")), None, "classes[1].complement_of", "unknown word member, one of 1"),
    ("the complement of itself", Set("/classes/1/complement_of", || json!("partner")), None, "classes[1].complement_of", "unknown word partner, one of 1"),
    ("countries listed and complemented", Set("/classes/1/edition", || json!([])), None, "classes[1].edition", "unknown field, known: name title complement_of"),
    ("a document without an address", Remove("/document/0/address"), None, "document[0].address", "missing"),
    ("a document of unknown confidence", Set("/document/0/confidence", || json!("sure")), None, "document[0].confidence", "unknown word sure, one of 4"),
    ("a document twice", Set("/document/1/id", || json!("seed")), None, "document[1].id", "repeated seed"),
    ("an activity twice", Set("/activity/1/id", || json!("curricula")), None, "activity[1].id", "repeated curricula"),
    ("a field that nobody knows", Set("/deadline", || json!("2020-02-26")), None, "deadline", "unknown field, known: format id title years address checked variant classes territory kinds document activity requirement not_known"),
    ("no requirements", Remove("/requirement"), None, "requirement", "missing"),
    ("a requirement without id", Remove("/requirement/0/id"), None, "requirement[0].id", "missing"),
    ("a requirement twice", Set("/requirement/3/id", || json!("organisations")), Some("organisations"), "requirement[3].id", "repeated organisations"),
    ("an unknown severity", Set("/requirement/0/severity", || json!("fatal")), Some("organisations"), "requirement[0].severity", "unknown word fatal, one of 3"),
    ("an explanation without English", Remove("/requirement/1/explanation/en"), Some("programme-countries"), "requirement[1].explanation.en", "missing"),
    ("an unknown field in a requirement", Set("/requirement/0/weight", || json!(3)), Some("organisations"), "requirement[0].weight", "unknown field, known: id severity title explanation rule lenient readings source years variants"),
    ("no source", Remove("/requirement/0/source"), Some("organisations"), "requirement[0].source", "missing"),
    ("an empty list of sources", Set("/requirement/0/source", || json!([])), Some("organisations"), "requirement[0].source", "missing"),
    ("a source in no document", Set("/requirement/0/source/0/document", || json!("blog")), Some("organisations"), "requirement[0].source[0].document", "unknown word blog, one of 5"),
    ("a lenient rule without what the readings differ on", Remove("/requirement/0/readings"), Some("organisations"), "requirement[0].readings", "missing"),
    ("readings without a lenient rule", Remove("/requirement/0/lenient"), Some("organisations"), "requirement[0].lenient", "missing"),
    ("no rule", Remove("/requirement/0/rule"), Some("organisations"), "requirement[0].rule", "missing"),
    ("an unknown shape", Set("/requirement/0/rule/shape", || json!("sum")), Some("organisations"), "requirement[0].rule.shape", "unknown word sum, one of 13"),
    ("a count without a number", Remove("/requirement/0/rule/at_least"), Some("organisations"), "requirement[0].rule.at_least", "missing"),
    ("a number that is a text", Set("/requirement/0/rule/at_least", || json!("six")), Some("organisations"), "requirement[0].rule.at_least", "expected number"),
    ("half a number", Set("/requirement/0/rule/at_least", || json!(5.5)), Some("organisations"), "requirement[0].rule.at_least", "expected number"),
    ("a negative number", Set("/requirement/0/rule/at_least", || json!(-1)), Some("organisations"), "requirement[0].rule.at_least", "expected number"),
    ("a count of whom", Remove("/requirement/0/rule/of"), Some("organisations"), "requirement[0].rule.of", "missing"),
    ("an unknown field in a rule", Set("/requirement/0/rule/at_most", || json!(9)), Some("organisations"), "requirement[0].rule.at_most", "unknown field, known: shape of at_least"),
    ("an unknown field in a selector", Set("/requirement/0/rule/of/country", || json!("FI")), Some("organisations"), "requirement[0].rule.of.country", "unknown field, known: roles kinds class attribute"),
    ("an unknown kind", Set("/requirement/3/rule/of/kinds/0", || json!("firma")), Some("enterprises"), "requirement[3].rule.of.kinds[0]", "unknown word firma, one of 12"),
    ("no kind at all", Set("/requirement/3/rule/of/kinds", || json!([])), Some("enterprises"), "requirement[3].rule.of.kinds", "missing"),
    ("an unknown kind in the lenient rule", Set("/requirement/3/lenient/of/kinds/1", || json!("chamber")), Some("enterprises"), "requirement[3].lenient.of.kinds[1]", "unknown word chamber, one of 12"),
    ("an unknown class", Set("/requirement/0/rule/of/class", || json!("eu")), Some("organisations"), "requirement[0].rule.of.class", "unknown word eu, one of 2"),
    ("countries of no class", Remove("/requirement/1/rule/of/class"), Some("programme-countries"), "requirement[1].rule.of.class", "missing"),
    ("an unknown role", Set("/requirement/0/rule/of/roles", || json!(["leader"])), Some("organisations"), "requirement[0].rule.of.roles[0]", "unknown word leader, one of 4"),
    ("an unknown fact", Set("/requirement/8/rule/fact", || json!("age")), Some("charter"), "requirement[8].rule.fact", "unknown word age, one of 3"),
    ("an unknown outcome", Set("/requirement/8/rule/outcome", || json!("warns")), Some("charter"), "requirement[8].rule.outcome", "unknown word warns, one of 3"),
    ("a duration of no months", Set("/requirement/5/rule/months", || json!([])), Some("duration"), "requirement[5].rule.months", "missing"),
    ("months that are texts", Set("/requirement/5/rule/months/1", || json!("36")), Some("duration"), "requirement[5].rule.months[1]", "expected number"),
    ("a grant without maximums", Set("/requirement/6/rule/caps", || json!([])), Some("grant"), "requirement[6].rule.caps", "missing"),
    ("a maximum without months", Remove("/requirement/6/rule/caps/0/months"), Some("grant"), "requirement[6].rule.caps[0].months", "missing"),
    ("an activity that the call does not name", Set("/requirement/10/rule/any_of/0", || json!("mobility")), Some("activities"), "requirement[10].rule.any_of[0]", "unknown word mobility, one of 4"),
    ("no activity to choose from", Set("/requirement/10/rule/any_of", || json!([])), Some("activities"), "requirement[10].rule.any_of", "missing"),
    ("more classes than a rule can name", Set("/classes", classes), None, "classes", "too large, most 256"),
    ("more organisations than are counted", Set("/requirement/0/rule/at_least", || json!(201)), Some("organisations"), "requirement[0].rule.at_least", "too large, most 200"),
    ("more in the lenient rule", Set("/requirement/0/lenient/at_least", || json!(201)), Some("organisations"), "requirement[0].lenient.at_least", "too large, most 200"),
    ("more countries than are counted", Set("/requirement/1/rule/at_least", || json!(201)), Some("programme-countries"), "requirement[1].rule.at_least", "too large, most 200"),
    ("at most more than are counted", Set("/requirement/0/rule", || json!({ "shape": "at_most", "of": {}, "at_most": 201 })), Some("organisations"), "requirement[0].rule.at_most", "too large, most 200"),
    ("exactly more countries than are counted", Set("/requirement/0/rule", || json!({ "shape": "exact_countries", "of": { "class": "programme" }, "exactly": 201 })), Some("organisations"), "requirement[0].rule.exactly", "too large, most 200"),
    ("more of each country than are counted", Set("/requirement/0/rule", || json!({ "shape": "each_country", "of": { "class": "programme" }, "needs": [{ "kinds": ["hei"], "at_least": 201 }] })), Some("organisations"), "requirement[0].rule.needs[0].at_least", "too large, most 200"),
    ("months beyond fifty years", Set("/requirement/5/rule/months/1", || json!(601)), Some("duration"), "requirement[5].rule.months[1]", "too large, most 600"),
    ("a range from beyond fifty years", Set("/requirement/5/rule", || json!({ "shape": "duration", "from": 601, "to": 602 })), Some("duration"), "requirement[5].rule.from", "too large, most 600"),
    ("a range to beyond fifty years", Set("/requirement/5/rule", || json!({ "shape": "duration", "from": 24, "to": 601 })), Some("duration"), "requirement[5].rule.to", "too large, most 600"),
    ("a maximum for months beyond fifty years", Set("/requirement/6/rule/caps/0/months", || json!(601)), Some("grant"), "requirement[6].rule.caps[0].months", "too large, most 600"),
    ("an id longer than a word", Set("/id", || json!("x".repeat(101))), None, "id", "too large, most 100"),
    ("an id longer than a word in bytes", Set("/activity/0/id", || json!("å".repeat(51))), None, "activity[0].id", "too large, most 100"),
    ("a class with a name longer than a word", Set("/classes/0/name", || json!("x".repeat(101))), None, "classes[0].name", "too large, most 100"),
    ("an address longer than a text may be", Set("/address", || json!("x".repeat(10_001))), None, "address", "too large, most 10000"),
];

fn classes() -> Value {
    let shipped = knowledge_alliances()["classes"][0].clone();
    let class = |number: usize| {
        let mut class = shipped.clone();
        class["name"] = json!(if number < 2 { ["programme", "partner"][number].to_owned() } else { format!("class-{number}") });
        class
    };
    (0..257).map(class).collect()
}

fn knowledge_alliances() -> Value {
    let files: Value = serde_json::from_str(shipped_json()).unwrap();
    let mut all = files.as_array().unwrap().iter();
    all.find(|file| file["id"] == "erasmus-knowledge-alliances").unwrap().clone()
}

fn changed(change: &Change) -> Value {
    let mut file = knowledge_alliances();
    let (Set(pointer, _) | Remove(pointer)) = change;
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer} leads nowhere"));
    match (change, parent) {
        (Set(_, value), Value::Object(fields)) => drop(fields.insert(last.to_owned(), value())),
        (Set(_, value), Value::Array(items)) => items[last.parse::<usize>().unwrap()] = value(),
        (Remove(_), Value::Object(fields)) => drop(fields.remove(last).unwrap_or_else(|| panic!("{pointer} leads nowhere"))),
        (_, other) => panic!("{pointer} leads into {other}"),
    }
    file
}

#[test]
fn every_broken_call_file_is_refused_with_its_place() {
    let mut failures = Vec::new();
    for (name, change, requirement, path, fault) in BROKEN {
        let expected = (*requirement, (*path).to_owned(), (*fault).to_owned());
        match read(&&changed(change)) {
            Ok(_) => failures.push(format!("\"{name}\": it is read")),
            Err(error) => {
                let found = (error.requirement.as_deref(), error.problem.path.to_string(), said(&error.problem.fault));
                if found != expected {
                    failures.push(format!("\"{name}\": expected {expected:?}, found {found:?}"));
                }
            }
        }
    }
    none_failed(&failures);
}

#[test]
fn the_shipped_call_file_is_read() {
    let file = read(&&knowledge_alliances()).unwrap();
    assert_eq!(file.requirements.len(), 13);
    assert_eq!(file, *SHIPPED[0], "the table in the program says what the door reads");
    assert_eq!((file.call(2013, None).is_none(), file.call(2021, None).is_none(), file.call(2014, None).is_some()), (true, true, true));
}

#[test]
fn the_largest_numbers_and_the_longest_ids_are_read() {
    let table: &[(&str, Change)] = &[
        ("organisations", Set("/requirement/0/rule/at_least", || json!(200))),
        ("countries", Set("/requirement/1/rule/at_least", || json!(200))),
        ("at most", Set("/requirement/0/rule", || json!({ "shape": "at_most", "of": {}, "at_most": 200 }))),
        ("months", Set("/requirement/5/rule/months/1", || json!(600))),
        ("a maximum", Set("/requirement/6/rule/caps/0/months", || json!(600))),
        ("an id", Set("/id", || json!("å".repeat(50)))),
    ];
    for (name, change) in table {
        assert_eq!(read(&&changed(change)).err(), None, "{name}");
    }
}

#[test]
fn durations_may_be_listed_in_any_order() {
    let file = read(&&changed(&Set("/requirement/5/rule/months", || json!([36, 24])))).unwrap();
    let Rule::Duration(duration) = &file.requirements[5].requirement.rule else { panic!("requirement 5 is not the duration") };
    assert_eq!(*duration, Duration::OneOf([24, 36].into()));
}

/// A class that complements a complement once held no country at all, so every count of it was unmet.
#[test]
fn the_complement_of_a_complement_is_the_class_itself() {
    let mut file = knowledge_alliances();
    let mut again = file["classes"][1].clone();
    (again["name"], again["complement_of"]) = (json!("again"), json!("partner"));
    file["classes"].as_array_mut().unwrap().push(again);
    let call = read(&&file).unwrap().call(2020, None).unwrap();
    assert_eq!(call.classes()[2].countries, call.classes()[0].countries);
    assert!(call.classes()[2].countries.contains(Country::parse("FI").unwrap()));
}
