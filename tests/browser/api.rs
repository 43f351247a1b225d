//! The JS API as a script in a browser sees it: objects in, objects out, and errors that say as data what is wrong.

use allians::js::{call, calls, check};
use js_sys::{JSON, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const CALL: &str = "erasmus-knowledge-alliances";

fn to_js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap()
}

fn to_rust(value: &JsValue) -> Value {
    serde_json::from_str(&JSON::stringify(value).unwrap().as_string().unwrap()).unwrap()
}

/// A plan with one organisation, the applicant.
fn plan() -> Value {
    json!({
        "format": "allians-plan", "version": 1, "title": "Digital fabrik", "call": CALL, "year": 2020,
        "organisations": [{ "id": "o1", "name": "", "kind": "hei", "country": "FI" }],
        "members": [{ "organisation": "o1", "role": "applicant" }],
    })
}

fn checked(plan: &Value, options: &JsValue) -> Value {
    to_rust(&check(&to_js(plan), options).unwrap())
}

#[wasm_bindgen_test]
fn the_calls_are_listed() {
    let calls = to_rust(&calls());
    assert_eq!(calls[0]["id"], CALL);
    assert_eq!(calls[0]["years"], json!([2014, 2015, 2016, 2017, 2018, 2019, 2020]));
}

#[wasm_bindgen_test]
fn a_call_has_the_countries_of_its_year() {
    for (year, serbia) in [(2018, false), (2020, true)] {
        let call = to_rust(&call(&CALL.into(), &year.into(), &JsValue::UNDEFINED).unwrap());
        let programme = call["classes"].as_array().unwrap().iter().find(|class| class["name"] == "programme").unwrap();
        assert_eq!(programme["countries"].as_array().unwrap().contains(&json!("RS")), serbia, "{year}");
        assert_eq!(call["requirements"][0]["id"], "organisations");
    }
}

#[wasm_bindgen_test]
fn a_plan_is_checked() {
    let report = checked(&plan(), &JsValue::UNDEFINED);
    assert_eq!(report["plan"], "Digital fabrik");
    assert_eq!(report["verdict"], "unmet");
    let statuses: Vec<(&str, &str)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["id"].as_str().unwrap(), finding["status"].as_str().unwrap()))
        .collect();
    for expected in [("organisations", "unmet"), ("applicant", "met"), ("duration", "unknown"), ("grant", "not_applicable")] {
        assert!(statuses.contains(&expected), "{expected:?} in {statuses:?}");
    }
    let organisations = &report["findings"][0];
    assert_eq!((&organisations["measured"]["have"], &organisations["measured"]["need"]), (&json!(1), &json!(6)));
    assert_eq!(organisations["counted"], json!(["o1"]));
}

#[wasm_bindgen_test]
fn the_generous_reading_is_taken_when_it_is_asked_for() {
    let mut plan = plan();
    plan["organisations"][0]["country"] = json!("GH");
    for (options, have) in [(JsValue::UNDEFINED, 0), (to_js(&json!({ "reading": "lenient" })), 1)] {
        assert_eq!(checked(&plan, &options)["findings"][0]["measured"]["have"], have);
    }
}

#[wasm_bindgen_test]
fn what_is_wrong_is_thrown_as_data() {
    let with = |path: &str, value: Value| {
        let mut wrong = plan();
        *wrong.pointer_mut(path).unwrap() = value;
        to_js(&wrong)
    };
    let table = [
        ("no object", JsValue::from_str("plan"), json!({ "kind": "not_a_plan" })),
        ("another format", with("/format", json!("other")), json!({ "kind": "not_a_plan" })),
        ("an unknown call", with("/call", json!("horizon")), json!({ "kind": "unknown_call", "call": "horizon" })),
        ("an unknown year", with("/year", json!(2031)), json!({ "kind": "unknown_year", "year": 2031 })),
        (
            "an unknown country",
            with("/organisations/0/country", json!("ZZ")),
            json!({ "kind": "wrong", "path": "organisations[0].country" }),
        ),
        (
            "a member who is nobody",
            with("/members/0/organisation", json!("x")),
            json!({ "kind": "wrong", "path": "members[0].organisation" }),
        ),
    ];
    for (name, plan, expected) in table {
        let error = check(&plan, &JsValue::UNDEFINED).expect_err(name);
        assert!(error.is_instance_of::<js_sys::Error>(), "{name}: what is thrown is no Error");
        let field = |key: &str| Reflect::get(&error, &key.into()).unwrap();
        assert_eq!(field("name"), JsValue::from_str("AlliansError"), "{name}");
        assert!(field("message").as_string().is_some_and(|message| !message.is_empty()), "{name}: no message");
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(to_rust(&field(key)), *value, "{name}: {key}");
        }
    }
}

#[wasm_bindgen_test]
fn an_object_that_throws_is_refused_and_nothing_else_happens() {
    let hostile = js_sys::Function::new_no_args("return { format: 'allians-plan', get version() { throw new Error('no') } }");
    let error = check(&hostile.call0(&JsValue::NULL).unwrap(), &JsValue::UNDEFINED).unwrap_err();
    assert_eq!(Reflect::get(&error, &"name".into()).unwrap(), JsValue::from_str("AlliansError"));
    assert_eq!(checked(&plan(), &JsValue::UNDEFINED)["findings"][0]["measured"]["have"], 1, "the next plan is checked");
}
