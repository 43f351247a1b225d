//! `docs/call-format.schema.json` says what the door says: the same fields, the same words, and every call of the repository fits it.

use crate::call_shapes::whole;
use crate::support::{files, none_failed, text};
use allians::calls::{FORMAT, read, with_classes};
use allians::source::Fault;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn schema() -> Value {
    serde_json::from_str(&text("docs/call-format.schema.json")).unwrap()
}

/// What of a value does not fit: the part of JSON Schema that the file uses, and no more.
fn misfits(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, said) in schema.as_object().unwrap() {
        match word.as_str() {
            "$ref" => found.extend(misfits(root, definition(root, said), value, path)),
            "oneOf" => {
                let fitting = list(said).iter().filter(|one| misfits(root, one, value, path).is_empty()).count();
                found.extend((fitting != 1).then(|| format!("{path}: fits {fitting} of {word}")));
            }
            "properties" => {
                let fields = said.as_object().unwrap().iter().filter_map(|(name, of)| Some((name, of, value.get(name)?)));
                found.extend(fields.flat_map(|(name, of, value)| misfits(root, of, value, &format!("{path}/{name}"))));
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                found.extend(items.flat_map(|(at, item)| misfits(root, said, item, &format!("{path}/{at}"))));
            }
            "additionalProperties" => {
                let unknown = value.as_object().into_iter().flatten().filter(|(name, _)| schema["properties"].get(name).is_none());
                found.extend(unknown.map(|(name, _)| format!("{path}/{name}: unknown")));
            }
            _ if holds(word, said, value) => {}
            _ => found.push(format!("{path}: {word} {said}")),
        }
    }
    found
}

fn definition<'a>(root: &'a Value, reference: &Value) -> &'a Value {
    let pointer = reference.as_str().unwrap().strip_prefix('#').unwrap();
    root.pointer(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere"))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// Whether a value has what one word asks, of those that look at the value alone.
fn holds(word: &str, said: &Value, value: &Value) -> bool {
    let has = |name: &Value| value.get(name.as_str().unwrap()).is_some();
    let bound = || said.as_u64().unwrap();
    let (items, letters) = (value.as_array().map(|items| items.len() as u64), value.as_str().map(|text| text.chars().count() as u64));
    match word {
        "enum" => list(said).contains(value),
        "const" => said == value,
        "type" => said == kind_of(value),
        "minItems" => items.is_none_or(|items| items >= bound()),
        "maxItems" => items.is_none_or(|items| items <= bound()),
        "minLength" => letters.is_none_or(|letters| letters >= bound()),
        "maxLength" => letters.is_none_or(|letters| letters <= bound()),
        "minimum" => value.as_u64().is_none_or(|number| number >= bound()),
        "maximum" => value.as_u64().is_none_or(|number| number <= bound()),
        "required" => list(said).iter().all(has),
        "dependentRequired" => said.as_object().unwrap().iter().all(|(name, others)| !has(&json!(name)) || list(others).iter().all(has)),
        "$schema" | "$comment" | "$defs" | "title" | "description" | "pattern" => true,
        other => panic!("the schema has the word \"{other}\", which the test does not know"),
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "object",
        Value::Array(_) => "array",
        Value::String(_) => "string",
        Value::Number(_) => "integer",
        Value::Bool(_) | Value::Null => "",
    }
}

#[test]
fn every_call_and_example_fits_the_schema() {
    let (schema, mut failures) = (schema(), Vec::new());
    let classes: Value = toml::from_str(&text("calls/country-classes.toml")).unwrap();
    let calls = files("calls", ".toml").into_iter().filter(|file| !file.ends_with("country-classes.toml"));
    for file in calls.chain(files("calls/examples", ".toml")).chain(["docs/call-template.toml".to_owned()]) {
        let mut call: Value = toml::from_str(&text(&file)).unwrap();
        with_classes(&mut call, &classes).unwrap();
        call["format"] = json!(FORMAT);
        failures.extend(misfits(&schema, &schema, &call, "").into_iter().map(|misfit| format!("{file}{misfit}")));
    }
    failures.extend(misfits(&schema, &schema, &whole(), ""));
    none_failed(&failures);
}

/// The definition of an object, and where the call with everything has one.
#[rustfmt::skip]
const OBJECTS: &[(&str, &str)] = &[
    ("", ""), ("/$defs/texts", "/title"), ("/$defs/variant", "/variant/0"), ("/$defs/union", "/kinds/0"), ("/$defs/edition", "/classes/0/edition/0"),
    ("/$defs/complement_class", "/classes/1"), ("/$defs/territory", "/territory/0"), ("/$defs/document", "/document/0"),
    ("/$defs/activity", "/activity/0"), ("/$defs/not_known", "/not_known/0"), ("/$defs/requirement", "/requirement/0"),
    ("/$defs/source", "/requirement/0/source/0"), ("/$defs/selector", "/requirement/0/rule/of"), ("/$defs/classed_selector", "/requirement/2/rule/of"),
    ("/$defs/need", "/requirement/4/rule/needs/0"), ("/$defs/rule_count", "/requirement/0/rule"), ("/$defs/rule_at_most", "/requirement/1/rule"),
    ("/$defs/rule_countries", "/requirement/2/rule"), ("/$defs/rule_exact_countries", "/requirement/3/rule"),
    ("/$defs/rule_each_country", "/requirement/4/rule"), ("/$defs/rule_compare", "/requirement/5/rule"),
    ("/$defs/rule_coordinator", "/requirement/6/rule"), ("/$defs/rule_only", "/requirement/7/rule"), ("/$defs/rule_every_member", "/requirement/8/rule"),
    ("/$defs/rule_activities", "/requirement/11/rule"), ("/$defs/rule_judgement", "/requirement/12/rule"),
];

/// What the door says of the call with everything after a change at a place.
fn fault(pointer: &str, change: impl FnOnce(&mut Value)) -> Option<Fault> {
    let mut file = whole();
    change(file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere")));
    read(&&file).err().map(|error| error.problem.fault)
}

#[test]
fn the_schema_has_the_fields_of_the_door() {
    let (schema, mut failures) = (schema(), Vec::new());
    for (definition, pointer) in OBJECTS {
        let said = schema.pointer(definition).unwrap();
        let fields: BTreeSet<&str> = said["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let Some(Fault::UnknownField { known }) = fault(pointer, |object| object["no such field"] = json!(1)) else {
            panic!("{pointer}: read")
        };
        if fields != known.iter().copied().collect() {
            failures.push(format!("{definition}: the schema has {fields:?}, the door {known:?}"));
        }
        let required = said["required"].as_array().unwrap();
        for field in fields.into_iter().filter(|field| *field != "format") {
            let gone = fault(pointer, |object| drop(object.as_object_mut().unwrap().remove(field)));
            if required.contains(&json!(field)) != (gone == Some(Fault::Missing)) && whole().pointer(pointer).unwrap().get(field).is_some()
            {
                failures.push(format!("{definition}: without {field} the door says {gone:?}"));
            }
        }
    }
    none_failed(&failures);
}

/// Where the schema has the words of a place, and where the call with everything has one of them.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("/$defs/union/properties/of/items", "/kinds/0/of/0"), ("/$defs/document/properties/confidence", "/document/0/confidence"),
    ("/$defs/requirement/properties/severity", "/requirement/0/severity"), ("/$defs/selector/properties/attribute", "/requirement/0/rule/of/attribute"),
    ("/$defs/classed_selector/properties/attribute", "/requirement/0/rule/of/attribute"), ("/$defs/rule_only/properties/outcome", "/requirement/7/rule/outcome"),
    ("/$defs/rule_every_member/properties/outcome", "/requirement/8/rule/outcome"), ("/$defs/rule_every_member/properties/fact", "/requirement/8/rule/fact"),
    ("/$defs/selector/properties/roles/items", "/requirement/6/rule/of/roles/0"), ("/$defs/classed_selector/properties/roles/items", "/requirement/6/rule/of/roles/0"),
];

#[test]
fn the_schema_has_the_words_of_the_door() {
    let schema = schema();
    for (definition, pointer) in WORDS {
        let Some(Fault::UnknownWord { allowed, .. }) = fault(pointer, |word| *word = json!("no such word")) else {
            panic!("{pointer}: read")
        };
        assert_eq!(schema.pointer(definition).unwrap()["enum"], json!(allowed), "{definition}");
    }
    let shapes = schema["$defs"]["rule"]["oneOf"].as_array().unwrap().iter().map(|rule| {
        let rule = definition(&schema, &rule["$ref"]);
        rule["properties"]["shape"]["const"].as_str().unwrap().to_owned()
    });
    let shapes: BTreeSet<String> = shapes.collect();
    assert_eq!(shapes, allians::calls::SHAPES.iter().map(|shape| (*shape).to_owned()).collect());
}

#[test]
fn what_does_not_fit_the_schema_is_told() {
    let (schema, mut file) = (schema(), whole());
    file["requirement"][0]["severity"] = json!("fatal");
    file["requirement"][1]["rule"]["at_least"] = json!(1);
    file["surplus"] = json!(1);
    file.as_object_mut().unwrap().remove("id");
    assert_eq!(misfits(&schema, &schema, &file, "").len(), 4, "{:#?}", misfits(&schema, &schema, &file, ""));
}
