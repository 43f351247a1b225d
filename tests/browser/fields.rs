//! Fields: what is typed is read or refused, and stays while the rest of the page is drawn.

use crate::stage::{FIRST, PLAN, SMALL, Stage, kept, plan, tell_of_other_tab, until};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// A field for a fact of the project: where it is, the words of what is wrong, the line of its requirement, and the fact in the kept plan.
struct Fact {
    field: &'static str,
    error: &'static str,
    line: &'static str,
    name: &'static str,
}

const GRANT: Fact = Fact { field: "[data-grant]", error: "#grant-error", line: "[data-requirement=grant] .line", name: "grant_eur" };
const MONTHS: Fact =
    Fact { field: "[data-months]", error: "#months-error", line: "[data-requirement=duration] .line", name: "duration_months" };

impl Fact {
    async fn is_kept_as(&self, typed: &str, expected: &Value) {
        until(&format!("{typed} is kept as {} {expected}", self.name), || kept().filter(|plan| plan[self.name] == *expected)).await;
    }

    /// Whether the page says that what is typed cannot be read.
    fn is_wrong(&self, stage: &Stage) -> bool {
        let marked = stage.find(self.field).unwrap().get_attribute("aria-invalid").as_deref() == Some("true");
        let words = stage.find(self.error).unwrap();
        assert_eq!(marked, !words.has_attribute("hidden"), "{}: the mark of the field and the words disagree", self.name);
        let line = stage.find(self.line).unwrap().text_content().unwrap();
        assert_eq!(marked, line.contains(&words.text_content().unwrap()), "{}: the field and the row disagree: {line}", self.name);
        marked
    }

    async fn reads(&self, stage: &Stage, typed: &str, expected: Value) {
        // From another value, so that what is kept has to change.
        stage.write(self.field, "").await;
        self.is_kept_as("", &Value::Null).await;
        stage.write(self.field, typed).await;
        self.is_kept_as(typed, &expected).await;
        assert!(!self.is_wrong(stage), "{typed} is read, and marked as wrong");
    }

    async fn refuses(&self, stage: &Stage, typed: &str) {
        stage.write(self.field, "7").await;
        self.is_kept_as("7", &json!(7)).await;
        stage.write(self.field, typed).await;
        self.is_kept_as(typed, &Value::Null).await;
        self.still_refuses(stage, typed, "once it is kept");
    }

    fn still_refuses(&self, stage: &Stage, typed: &str, when: &str) {
        assert_eq!(stage.value(self.field), typed, "{when}: what was typed is gone");
        assert!(self.is_wrong(stage), "{when}: nothing says that {typed} is not read");
    }
}

async fn with_grant() -> Stage {
    let stage = Stage::with(&[(PLAN, &plan(FIRST).to_string())]).await;
    stage.click("[data-requirement=grant] [data-why]").await;
    stage.wait_for(GRANT.field).await;
    stage
}

async fn with_months() -> Stage {
    let stage = Stage::with(&[(PLAN, &plan(SMALL).to_string())]).await;
    stage.wait_for(MONTHS.field).await;
    stage
}

#[wasm_bindgen_test]
async fn a_grant_is_read_as_people_write_it() {
    let stage = with_grant().await;
    for (typed, expected) in [
        ("250000,50", json!(250_000.5)),
        ("946548.00", json!(946_548)),
        ("946.548,00", json!(946_548)),
        ("946,548.00", json!(946_548)),
        ("946 548,00 €", json!(946_548)),
        ("EUR 946,548", json!(946_548)),
        ("946'548", json!(946_548)),
    ] {
        GRANT.reads(&stage, typed, expected).await;
    }
}

#[wasm_bindgen_test]
async fn a_grant_that_cannot_be_read_stays_in_its_field() {
    let stage = with_grant().await;
    for typed in ["1.5.3", "-5"] {
        GRANT.refuses(&stage, typed).await;
    }
    for (language, pool) in [("en", "My organisations"), ("sv", "Mina organisationer")] {
        stage.choose("[data-language]", language).await;
        stage.says("[data-heading=pool]", pool).await;
        GRANT.still_refuses(&stage, "-5", "in another language");
    }
    stage.click("[data-organisation=lund] [data-move]").await;
    until("the change is shown", || (stage.cards("consortium").len() == 2).then_some(())).await;
    GRANT.still_refuses(&stage, "-5", "after a move");
}

#[wasm_bindgen_test]
async fn a_grant_that_cannot_be_read_stays_when_another_fact_is_stated() {
    let stage = with_grant().await;
    GRANT.refuses(&stage, "1.5.3").await;
    stage.click("[data-duration='24']").await;
    MONTHS.is_kept_as("24", &json!(24)).await;
    GRANT.still_refuses(&stage, "1.5.3", "with a duration");
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_goes_with_its_plan() {
    let stage = with_grant().await;
    GRANT.refuses(&stage, "1.5.3").await;
    stage.click("[data-empty]").await;
    until("the plan is empty", || (stage.cards("consortium").is_empty()).then_some(())).await;
    assert_eq!(stage.value(GRANT.field), "", "an empty plan has the grant of the plan before");
    assert!(!GRANT.is_wrong(&stage), "nothing is typed, and it is wrong");
}

#[wasm_bindgen_test]
async fn months_are_read_or_stay_in_their_field() {
    let stage = with_months().await;
    MONTHS.reads(&stage, "18", json!(18)).await;
    for typed in ["12.5", "-3", "99999999999"] {
        MONTHS.refuses(&stage, typed).await;
    }
    MONTHS.reads(&stage, "18", json!(18)).await;
}

#[wasm_bindgen_test]
async fn a_field_keeps_what_is_being_typed_while_the_page_is_drawn() {
    let stage = with_grant().await;
    let typed = [("[data-title]", "Digital fab"), (GRANT.field, "94654")];
    for (field, text) in typed {
        stage.set(field, text);
    }
    tell_of_other_tab("{}");
    stage.wait_for("[data-notice=other-tab]").await;
    stage.click("[data-organisation=lund] [data-move]").await;
    until("the change is shown", || (stage.cards("consortium").len() == 2).then_some(())).await;
    for (field, text) in typed {
        assert_eq!(stage.value(field), text, "{field}");
    }
}

#[wasm_bindgen_test]
async fn a_form_keeps_what_is_typed_while_the_page_is_drawn() {
    let stage = Stage::with(&[(PLAN, &plan(FIRST).to_string())]).await;
    stage.click("[data-new]").await;
    stage.wait_for("dialog[data-form][open]").await;
    let typed = [("name", "Tampere 3D"), ("group", "A group"), ("added-value", "Much"), ("kind", "enterprise"), ("country", "DE")];
    for (field, value) in typed {
        stage.set(&format!("[data-field={field}]"), value);
    }
    let all_is_there = |when: &str| {
        for (field, value) in typed {
            assert_eq!(stage.value(&format!("[data-field={field}]")), value, "{when}: {field}");
        }
    };
    tell_of_other_tab("{}");
    stage.wait_for("[data-notice=other-tab]").await;
    all_is_there("with a notice");
    stage.choose("[data-language]", "en").await;
    stage.says("[data-heading=pool]", "My organisations").await;
    all_is_there("in another language");
}

#[wasm_bindgen_test]
async fn an_answer_stays_with_its_question_when_another_call_comes() {
    let stage = Stage::with(&[(PLAN, &plan(("erasmus-teacher-academies", 2024)).to_string())]).await;
    stage.click("[data-new]").await;
    stage.wait_for("dialog[data-form][open]").await;
    stage.set("[data-field=name]", "A school");
    stage.set("[data-field=practice_school]", "yes");
    stage.choose("[data-call]", "erasmus-cooperation-partnerships/2026/national-agency").await;
    stage.wait_for("[data-field=established_two_years]").await;
    assert_eq!(stage.value("[data-field=name]"), "A school");
    assert_eq!(stage.value("[data-field=established_two_years]"), "", "the answer to one question is that to another");
}
