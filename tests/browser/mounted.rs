//! The mounted page: cards, rows, the form, one change at a time.

use crate::stage::{Stage, until};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

async fn with_example() -> Stage {
    let stage = Stage::with(&[]).await;
    stage.click("[data-example]").await;
    // A slow browser may draw the cards and the rows in two turns.
    let counted = || row(&stage, "enterprises").get_attribute("data-have").as_deref() == Some("1");
    until("the example is there", || (stage.cards("consortium").len() == 4 && counted()).then_some(())).await;
    stage
}

fn row(stage: &Stage, requirement: &str) -> Element {
    stage.find(&format!("[data-requirement={requirement}]")).unwrap()
}

fn status(stage: &Stage, requirement: &str) -> String {
    row(stage, requirement).get_attribute("data-status").unwrap()
}

#[wasm_bindgen_test]
async fn an_empty_page_teaches() {
    let stage = Stage::with(&[]).await;
    assert!(stage.cards("pool").is_empty() && stage.cards("consortium").is_empty());
    assert!(stage.find("[data-example]").is_some() && stage.find("[data-new]").is_some());
    assert_eq!(stage.find("[data-verdict]").unwrap().get_attribute("data-verdict").as_deref(), Some("unmet"));
}

#[wasm_bindgen_test]
async fn every_requirement_has_a_row() {
    let stage = Stage::with(&[]).await;
    let ids: Vec<String> = stage.all("[data-requirement]").iter().filter_map(|row| row.get_attribute("data-requirement")).collect();
    let expected = [
        "organisations",
        "programme-countries",
        "higher-education-institutions",
        "enterprises",
        "applicant",
        "duration",
        "grant",
        "added-value",
        "charter",
        "commitment",
        "activities",
        "lasting-effects",
        "mutual-benefit",
    ];
    assert_eq!(ids, expected);
    for row in stage.all("[data-requirement]") {
        let status = row.get_attribute("data-status").unwrap();
        assert!(["met", "unmet", "unknown", "review", "not_applicable"].contains(&status.as_str()), "{status}");
    }
}

#[wasm_bindgen_test]
async fn a_card_says_what_it_is_and_has_its_buttons() {
    let stage = with_example().await;
    let card = stage.find("[data-zone=consortium] [data-organisation=o1]").unwrap();
    let words = card.text_content().unwrap();
    for part in ["Yrkeshögskolan Skärgård", "Högskola", "Finland", "Sökande"] {
        assert!(words.contains(part), "the card does not say {part}: {words}");
    }
    for part in ["[data-handle]", "[data-move]", "[data-edit]", "[data-applicant]", "[data-earlier][aria-disabled=true]", "[data-later]"] {
        assert!(card.query_selector(part).unwrap().is_some(), "a member has no {part}");
    }
    let abroad = stage.find("[data-zone=pool] [data-organisation=o9]").unwrap();
    assert!(abroad.text_content().unwrap().contains("partnerland"), "a partner country is not said");
    assert!(abroad.query_selector("[data-applicant]").unwrap().is_none(), "the pool has applicants");
}

#[wasm_bindgen_test]
async fn a_card_keeps_its_element_when_others_move() {
    let stage = with_example().await;
    let before = stage.find("[data-organisation=o2]").unwrap();
    stage.click("[data-organisation=o1] [data-move]").await;
    until("o1 has left", || stage.cards("pool").contains(&"o1".to_owned()).then_some(())).await;
    assert!(before.is_same_node(stage.find("[data-organisation=o2]").as_deref()), "the card of another was drawn anew");
}

#[wasm_bindgen_test]
async fn a_row_says_who_counts_and_who_does_not() {
    let stage = with_example().await;
    let row = row(&stage, "enterprises");
    assert_eq!(row.get_attribute("data-have").as_deref(), Some("1"));
    assert_eq!(row.get_attribute("data-need").as_deref(), Some("2"));
    assert!(row.query_selector("[data-counted]").unwrap().is_none(), "closed, it says why");
    stage.click("[data-requirement=enterprises] [data-why]").await;
    stage.wait_for("[data-requirement=enterprises] [data-counted]").await;
    assert_eq!(row.query_selector("[data-counted]").unwrap().unwrap().text_content().as_deref(), Some("Saima Software"));
    let reasons = row.query_selector_all("[data-left-out] li[data-reason=other_kind]").unwrap().length();
    assert_eq!(reasons, 3);
    stage.click("[data-requirement=enterprises] [data-why]").await;
    stage.wait_gone("[data-requirement=enterprises] [data-counted]").await;
}

#[wasm_bindgen_test]
async fn a_change_turns_a_row_green_and_undo_turns_it_back() {
    let stage = with_example().await;
    assert_eq!(status(&stage, "enterprises"), "unmet");
    stage.click("[data-organisation=o5] [data-move]").await;
    until("two enterprises are enough", || (status(&stage, "enterprises") == "met").then_some(())).await;
    stage.click("[data-undo]").await;
    until("undone, one is not", || (status(&stage, "enterprises") == "unmet").then_some(())).await;
}

#[wasm_bindgen_test]
async fn the_form_makes_a_placeholder() {
    let stage = Stage::with(&[]).await;
    stage.click("[data-new]").await;
    stage.wait_for("dialog[data-form][open]").await;
    stage.choose("[data-field=kind]", "enterprise").await;
    stage.choose("[data-field=country]", "DE").await;
    stage.click("[data-form-join]").await;
    stage.wait_gone("dialog").await;
    let name = stage.wait_for("[data-zone=consortium] [data-organisation] b").await;
    assert_eq!(name.text_content().as_deref(), Some("Ett företag i Tyskland"));
    // The page may draw the card and the row in two turns of a slow browser.
    until("it counts", || (row(&stage, "enterprises").get_attribute("data-have").as_deref() == Some("1")).then_some(())).await;
}

#[wasm_bindgen_test]
async fn the_search_finds_by_name_kind_and_country() {
    let stage = with_example().await;
    for (query, found) in [("robotik", "o5"), ("ROBOTIK", "o5"), ("myndighet", "o8"), ("portugal", "o6"), ("ghana", "o9")] {
        stage.write("[data-search]", query).await;
        until(query, || (stage.cards("pool") == [found]).then_some(())).await;
    }
}
