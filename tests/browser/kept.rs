//! What the browser keeps, as the mounted page uses it: read once, written after a change, never lost.

use crate::stage::{FIRST, PLAN, SMALL, Stage, kept, leave, plan, storage, until};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// Where texts are put aside, the first and the second of them.
const ASIDE: [&str; 2] = ["allians:was1", "allians:was2"];

fn text_at(key: &str) -> Option<String> {
    storage().get_item(key).unwrap()
}

#[wasm_bindgen_test]
async fn a_kept_plan_is_shown_and_not_written_again() {
    let text = plan(FIRST).to_string();
    let stage = Stage::with(&[(PLAN, &text)]).await;
    assert_eq!((stage.cards("consortium"), stage.cards("pool")), (vec!["aalto".to_owned()], vec!["lund".to_owned()]));
    leave();
    assert_eq!(text_at(PLAN), Some(text), "the text is another although nothing was changed");
}

#[wasm_bindgen_test]
async fn a_change_is_written() {
    let stage = Stage::with(&[(PLAN, &plan(FIRST).to_string())]).await;
    stage.click("[data-organisation=lund] [data-move]").await;
    let members = until("the change is kept", || kept().map(|plan| plan["members"].clone()).filter(|members| members[1].is_object())).await;
    assert_eq!(members[1]["organisation"], "lund");
    assert_eq!(text_at(ASIDE[0]), None, "the plan before was put aside");
}

#[wasm_bindgen_test]
async fn a_kept_plan_of_another_call_has_the_requirements_of_that_call() {
    let text = plan(SMALL).to_string();
    let stage = Stage::with(&[(PLAN, &text)]).await;
    let ids: Vec<String> = stage.all("[data-requirement]").iter().filter_map(|row| row.get_attribute("data-requirement")).collect();
    assert_eq!(ids, ["organisations", "programme-countries", "participating-only", "applicant", "duration", "grant", "field"]);
    assert_eq!((stage.cards("consortium"), stage.cards("pool")), (vec!["aalto".to_owned()], vec!["lund".to_owned()]));
    leave();
    assert_eq!(text_at(PLAN), Some(text), "the text is another although nothing was changed");
}

#[wasm_bindgen_test]
async fn without_its_call_nothing_is_shown_and_nothing_is_touched() {
    let (first, small) = (plan(FIRST).to_string(), plan(SMALL).to_string());
    let table =
        [("a plan of the first call", FIRST, Some(&first)), ("a plan of another call", SMALL, Some(&small)), ("no plan", FIRST, None)];
    for (name, (missing, _), text) in table {
        let kept: Vec<(&str, &str)> = text.iter().map(|text| (PLAN, text.as_str())).collect();
        let stage = Stage::without(missing, &kept).await;
        assert!(stage.find("#app[hidden]").is_some(), "{name}: the place of the page is seen");
        assert!(stage.find("[data-board], [data-requirement], [data-organisation]").is_none(), "{name}: something is shown");
        leave();
        assert_eq!(text_at(PLAN).as_ref(), text, "{name}: what is kept is another");
        assert_eq!(text_at(ASIDE[0]), None, "{name}: something was put aside");
    }
}

#[wasm_bindgen_test]
async fn a_damaged_text_is_put_aside_word_for_word() {
    let mut unknown = plan(FIRST);
    unknown["call"] = json!("horizon");
    let unknown = unknown.to_string();
    for text in ["{", "", "[]", "{\"format\":\"allians-plan\",\"version\":1}", &unknown] {
        for (before, now) in [(None, ASIDE[0]), (Some("an older text"), ASIDE[1])] {
            let older = before.map(|before| (ASIDE[0], before));
            let kept: Vec<(&str, &str)> = [(PLAN, text)].into_iter().chain(older).collect();
            let stage = Stage::with(&kept).await;
            stage.wait_for("[data-notice=damaged] [data-remedy]").await;
            assert_eq!(text_at(now).as_deref(), Some(text), "{before:?}");
            assert_eq!(text_at(PLAN), None, "the damaged text is still where the next plan goes: {text}");
            if before.is_some() {
                assert_eq!(text_at(ASIDE[0]).as_deref(), before, "what was put aside before is lost: {text}");
            }
            assert!(stage.find("[data-example]").is_some(), "the page does not go on");
        }
    }
}

#[wasm_bindgen_test]
async fn a_plan_of_a_newer_version_is_never_overwritten_by_itself() {
    let mut newer = plan(FIRST);
    newer["version"] = json!(9);
    newer["what_is_to_come"] = json!([1, 2]);
    let text = newer.to_string();
    let stage = Stage::with(&[(PLAN, &text)]).await;
    stage.wait_for("[data-notice=newer]").await;
    assert!(stage.find("[data-kept=no]").is_some(), "the page does not say that nothing is kept");
    stage.click("[data-organisation=lund] [data-move]").await;
    until("the change is shown", || (stage.cards("consortium").len() == 2).then_some(())).await;
    // The page keeps what is pending when it is left; if it kept this, it would do so here.
    leave();
    assert_eq!(text_at(PLAN).as_ref(), Some(&text));
    // Another plan is kept again, and what this program understood only a part of is put aside whole.
    stage.click("[data-empty]").await;
    stage.wait_gone("[data-kept=no]").await;
    leave();
    assert_eq!(text_at(ASIDE[0]), Some(text), "the newer plan is lost");
    assert_eq!(kept().map(|plan| plan["version"].clone()), Some(json!(1)), "the empty plan is not kept");
}

#[wasm_bindgen_test]
async fn the_language_is_kept_and_writes_no_plan() {
    let text = plan(FIRST).to_string();
    let stage = Stage::with(&[(PLAN, &text)]).await;
    stage.choose("[data-language]", "fi").await;
    until("the language is kept", || text_at("allians:language").filter(|language| language == "fi")).await;
    assert_eq!(stage.find("[data-heading=pool]").and_then(|heading| heading.text_content()).as_deref(), Some("Omat organisaatiot"));
    leave();
    assert_eq!(text_at(PLAN), Some(text), "another language has written the plan");
}
