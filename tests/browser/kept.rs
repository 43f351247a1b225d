//! What the browser keeps, as the mounted page uses it: read once, written after a change, never lost.

use crate::stage::{Stage, storage, until};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const PLAN: &str = "allians:plan";
const DAMAGED: &str = "allians:plan-damaged";

fn plan() -> Value {
    json!({
        "format": "allians-plan", "version": 1, "title": "Plan A", "call": "erasmus-knowledge-alliances", "year": 2020,
        "organisations": [{ "id": "aalto", "name": "Aalto", "kind": "hei", "country": "FI" }, { "id": "lund", "name": "Lund", "kind": "hei" }],
        "members": [{ "organisation": "aalto", "role": "applicant" }],
    })
}

fn kept() -> Option<Value> {
    serde_json::from_str(&storage().get_item(PLAN).unwrap()?).ok()
}

#[wasm_bindgen_test]
async fn a_kept_plan_is_shown_and_not_written_again() {
    let text = plan().to_string();
    let stage = Stage::with(&[(PLAN, &text)]).await;
    assert_eq!((stage.cards("consortium"), stage.cards("pool")), (vec!["aalto".to_owned()], vec!["lund".to_owned()]));
    assert_eq!(storage().get_item(PLAN).unwrap(), Some(text), "the text is another although nothing was changed");
}

#[wasm_bindgen_test]
async fn a_change_is_written() {
    let stage = Stage::with(&[(PLAN, &plan().to_string())]).await;
    stage.click("[data-organisation=lund] [data-move]").await;
    let members = until("the change is kept", || kept().map(|plan| plan["members"].clone()).filter(|members| members[1].is_object())).await;
    assert_eq!(members[1]["organisation"], "lund");
    assert_eq!(storage().get_item(DAMAGED).unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_damaged_text_is_put_aside_word_for_word() {
    let mut unknown = plan();
    unknown["call"] = json!("horizon");
    let unknown = unknown.to_string();
    for text in ["{", "", "[]", "{\"format\":\"allians-plan\",\"version\":1}", &unknown] {
        let stage = Stage::with(&[(PLAN, text)]).await;
        stage.wait_for("[data-notice=damaged] [data-remedy]").await;
        assert_eq!(storage().get_item(DAMAGED).unwrap().as_deref(), Some(text));
        assert_eq!(storage().get_item(PLAN).unwrap(), None, "the damaged text is still where the next plan goes: {text}");
        assert!(stage.find("[data-example]").is_some(), "the page does not go on");
    }
}

#[wasm_bindgen_test]
async fn a_plan_of_a_newer_version_is_never_overwritten() {
    let mut newer = plan();
    newer["version"] = json!(9);
    newer["what_is_to_come"] = json!([1, 2]);
    let text = newer.to_string();
    let stage = Stage::with(&[(PLAN, &text)]).await;
    stage.wait_for("[data-notice=newer]").await;
    stage.click("[data-organisation=lund] [data-move]").await;
    until("the change is shown", || (stage.cards("consortium").len() == 2).then_some(())).await;
    // The page keeps what is pending when it is left; if it kept this, it would do so here.
    crate::stage::window().dispatch_event(&web_sys::Event::new("pagehide").unwrap()).unwrap();
    assert_eq!(storage().get_item(PLAN).unwrap(), Some(text));
}

#[wasm_bindgen_test]
async fn the_language_is_kept() {
    let stage = Stage::with(&[]).await;
    stage.choose("[data-language]", "fi").await;
    until("the language is kept", || storage().get_item("allians:language").unwrap().filter(|language| language == "fi")).await;
    assert_eq!(stage.find("[data-heading=pool]").and_then(|heading| heading.text_content()).as_deref(), Some("Omat organisaatiot"));
}
