//! The search in the pool: organisations by their names as people type them, and by the names of their countries.

use crate::stage::{FIRST, PLAN, Stage, plan, until};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const POOL: [(&str, &str, &str); 7] = [
    ("istanbul", "İstanbul Üniversitesi", "TR"),
    ("lodz", "Politechnika Łódzka", "PL"),
    ("reunion", "Université de La Réunion", "FR"),
    ("aland", "Högskolan på Åland", "FI"),
    ("brno", "Brno Robotics", "CZ"),
    ("leeds", "Leeds Robotics", "GB"),
    ("patras", "Patras Robotics", "GR"),
];

async fn with_pool() -> Stage {
    let organisation = |(id, name, country)| json!({ "id": id, "name": name, "kind": "hei", "country": country });
    let mut plan = plan(FIRST);
    plan["organisations"] = POOL.into_iter().map(organisation).collect();
    plan["members"] = json!([]);
    Stage::with(&[(PLAN, &plan.to_string())]).await
}

async fn finds(stage: &Stage, language: &str, query: &str, expected: &[&str]) {
    stage.write("[data-search]", "").await;
    until("the whole pool is shown", || (stage.cards("pool").len() == POOL.len()).then_some(())).await;
    stage.write("[data-search]", query).await;
    until(&format!("{query} in {language} finds {expected:?}"), || (stage.cards("pool") == expected).then_some(())).await;
}

#[wasm_bindgen_test]
async fn names_are_found_in_plain_letters() {
    let stage = with_pool().await;
    let table: [(&str, &[&str]); 9] = [
        ("istanbul", &["istanbul"]),
        ("ISTANBUL", &["istanbul"]),
        ("İstanbul", &["istanbul"]),
        ("lodz", &["lodz"]),
        ("Łódz", &["lodz"]),
        ("reunion", &["reunion"]),
        ("aland", &["aland"]),
        ("åland", &["aland"]),
        ("robotics", &["brno", "leeds", "patras"]),
    ];
    for (query, expected) in table {
        finds(&stage, "sv", query, expected).await;
    }
}

#[wasm_bindgen_test]
async fn countries_are_found_by_every_name_in_every_language() {
    let stage = with_pool().await;
    let table = [
        ("Turkey", "istanbul"),
        ("Türkiye", "istanbul"),
        ("Turkki", "istanbul"),
        ("Czech Republic", "brno"),
        ("UK", "leeds"),
        ("EL", "patras"),
    ];
    for language in ["sv", "fi", "en"] {
        stage.choose("[data-language]", language).await;
        for (query, expected) in table {
            finds(&stage, language, query, &[expected]).await;
        }
    }
}
