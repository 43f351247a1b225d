//! Another language is loaded when it is chosen, with the texts of the calls that the page holds; nothing else changes by it.

use crate::stage::{FIRST, PLAN, SMALL, Stage, leave, plan, serve, storage, until};
use wasm_bindgen_test::wasm_bindgen_test;

const LANGUAGE: &str = "allians:language";

async fn speaks(language: &str) {
    let root = || web_sys::window().unwrap().document().unwrap().document_element().unwrap();
    until(&format!("the page is in {language}"), || (root().get_attribute("lang").as_deref() == Some(language)).then_some(())).await;
}

fn title(stage: &Stage, requirement: &str) -> String {
    stage.find(&format!("[data-requirement={requirement}] b")).unwrap().text_content().unwrap()
}

#[wasm_bindgen_test]
async fn the_page_and_its_calls_change_and_the_plan_does_not() {
    let text = plan(FIRST).to_string();
    let stage = Stage::with(&[(PLAN, &text)]).await;
    stage.click("[data-requirement=enterprises] [data-why]").await;
    stage.write("[data-search]", "lun").await;
    let swedish = title(&stage, "enterprises");
    stage.choose("[data-language]", "fi").await;
    speaks("fi").await;
    stage.says("[data-heading=consortium]", "Konsortio").await;
    assert_ne!(title(&stage, "enterprises"), swedish, "the call is in the language before");
    assert_eq!((stage.value("[data-search]").as_str(), stage.value("[data-language]").as_str()), ("lun", "fi"));
    assert!(stage.find("[data-requirement=enterprises] details[open]").is_some(), "the row is closed");
    assert_eq!(storage().get_item(LANGUAGE).unwrap().as_deref(), Some("fi"));
    leave();
    assert_eq!(storage().get_item(PLAN).unwrap(), Some(text), "the plan was kept anew");
    stage.choose("[data-language]", "sv").await;
    speaks("sv").await;
    assert_eq!(title(&stage, "enterprises"), swedish);
}

#[wasm_bindgen_test]
async fn undo_leads_to_a_call_in_the_language_of_now() {
    let stage = Stage::with(&[(PLAN, &plan(FIRST).to_string())]).await;
    stage.choose("[data-call]", &format!("{}/{}", SMALL.0, SMALL.1)).await;
    stage.wait_for("[data-requirement=field]").await;
    stage.choose("[data-language]", "fi").await;
    speaks("fi").await;
    let small = title(&stage, "organisations");
    stage.click("[data-undo]").await;
    stage.wait_for("[data-requirement=enterprises]").await;
    let large = title(&stage, "enterprises");
    stage.choose("[data-language]", "sv").await;
    speaks("sv").await;
    assert_ne!(title(&stage, "enterprises"), large, "undone, the call was in Swedish");
    stage.click("[data-redo]").await;
    stage.wait_for("[data-requirement=field]").await;
    assert_ne!(title(&stage, "organisations"), small, "done again, the call is in Finnish");
}

#[wasm_bindgen_test]
async fn a_language_that_cannot_be_had_is_said_and_the_old_one_stays() {
    let stage = Stage::with(&[(PLAN, &plan(FIRST).to_string())]).await;
    for missing in ["texts/en", "calls/"] {
        serve(Some(missing));
        stage.choose("[data-language]", "en").await;
        let notice = stage.wait_for("[data-notice=language-not-loaded] p").await.text_content().unwrap();
        assert!(notice.contains("English"), "{missing}: the language is not named: {notice}");
        until("the choice goes back", || (stage.value("[data-language]") == "sv").then_some(())).await;
        stage.says("[data-heading=consortium]", "Konsortiet").await;
        assert_eq!(storage().get_item(LANGUAGE).unwrap().as_deref(), Some("sv"), "{missing}");
        if missing != "calls/" {
            stage.click("[data-notice=language-not-loaded] [data-close]").await;
            stage.wait_gone("[data-notice=language-not-loaded]").await;
        }
    }
    serve(None);
    stage.click("[data-notice=language-not-loaded] [data-remedy]").await;
    speaks("en").await;
    stage.says("[data-heading=consortium]", "The consortium").await;
    stage.wait_gone("[data-notice=language-not-loaded]").await;
}
