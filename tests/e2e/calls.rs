//! Other calls than the first: chosen, compared, kept, without a server, and the visitor's own.

use crate::page::{Page, Setup, dist, on_page};
use crate::plans::whole;
use crate::scratch::Scratch;
use serde_json::{Value, json};
use std::fs;

const EXCELLENCE: &str = "erasmus-centres-of-vocational-excellence";
const NO_SERVER: &[&str] = &["ERR_CONNECTION_REFUSED", "sw.js"];

impl Page {
    fn chosen(&self) -> String {
        self.script("return document.querySelector('[data-call]')?.value ?? ''", json!([])).as_str().unwrap_or_default().to_owned()
    }

    fn choose_excellence(&self) {
        self.choose("[data-call]", EXCELLENCE);
        self.wait_for("[data-requirement=each-country]");
    }
}

#[test]
fn choosing_another_call_keeps_the_plan_and_the_focus() {
    on_page(whole(), |page| {
        let members = page.count("[data-zone=consortium] [data-organisation]");
        page.choose_excellence();
        assert_eq!(page.count("[data-zone=consortium] [data-organisation]"), members);
        page.expect("the choice has the focus", || page.is_focused("[data-call]"));
        page.expect("the plan is kept", || {
            page.script("return localStorage.getItem('allians:plan')", json!([])).as_str().is_some_and(|plan| plan.contains(EXCELLENCE))
        });
        page.reload();
        page.wait_for("[data-requirement=each-country]");
        assert!(page.chosen().starts_with(EXCELLENCE), "{}", page.chosen());
        page.choose("[data-call]", "erasmus-knowledge-alliances/2020");
        page.expect_verdict("met");
    });
}

#[test]
fn every_call_is_there_without_a_server() {
    on_page(Setup { expected: NO_SERVER, ..whole() }, |page| {
        page.wait_for("[data-offline=ready]");
        page.server.stop();
        page.choose_excellence();
        page.reload();
        page.wait_for("[data-requirement=each-country]");
    });
}

#[test]
fn all_calls_are_compared_and_one_is_taken() {
    on_page(whole(), |page| {
        page.wait_for("details[data-compare]");
        page.click("details[data-compare] > summary");
        page.wait_for("[data-row]");
        assert!(page.count("[data-row]") >= 13, "{} rows", page.count("[data-row]"));
        page.click("[data-row^='erasmus-small-scale-partnerships'] [data-beside]");
        page.wait_for(".note.beside");
        page.click("[data-row^='erasmus-small-scale-partnerships'] [data-use-call]");
        page.wait_for("[data-requirement=eligible-members], [data-requirement=members-allowed], [data-call]");
        page.expect("the call is taken", || page.chosen().starts_with("erasmus-small-scale-partnerships"));
    });
}

/// The choice must not name a call that the plan is not held against.
#[test]
fn a_call_that_cannot_be_had_is_said_and_the_choice_goes_back() {
    let site = Scratch::copy_of(&dist(), "site");
    let setup = Setup { folder: Some(site.path().to_path_buf()), expected: &["whole_bg.wasm", "404"], ..whole() };
    on_page(setup, |page| {
        page.wait_for("[data-offline=ready]");
        fs::remove_file(site.path().join("whole_bg.wasm")).expect("the whole page is there");
        let forget = "const address = new URL('whole_bg.wasm', document.baseURI).href;
            return caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((kept) => kept.delete(address)))))";
        page.script(forget, json!([]));
        page.choose("[data-call]", EXCELLENCE);
        page.wait_for("[data-notice=not-loaded]");
        page.expect("the choice is the call that is shown", || page.chosen() == "erasmus-knowledge-alliances/2020");
        page.expect_verdict("met");
    });
}

/// Knowledge Alliances' own file under another name, as `check-call` would write it.
fn own_call() -> Value {
    let all: Value = serde_json::from_str(allians::calls::shipped_json()).expect("the calls are JSON");
    let mut call = all.as_array().and_then(|all| all.first()).cloned().expect("there is a first call");
    call["id"] = json!("our-own-call");
    call["format"] = json!("allians-call");
    call["title"]["sv"] = json!("Vår egen utlysning");
    call
}

fn open(page: &Page, name: &str, text: &str) {
    let file = page.file(name, text);
    let field = page.element("input[data-open]");
    page.wait(field.send_keys(&file.to_string_lossy()));
}

#[test]
fn a_call_of_ones_own_is_opened_and_kept() {
    on_page(whole(), |page| {
        open(page, "our.json", &own_call().to_string());
        page.expect("the own call is chosen", || page.chosen().starts_with("our-own-call"));
        page.expect("it is kept", || {
            page.script("return localStorage.getItem('allians:plan')", json!([])).as_str().is_some_and(|plan| plan.contains("own_call"))
        });
        page.reload();
        page.expect("the own call is there again", || page.chosen().starts_with("our-own-call"));
        page.choose("[data-call]", "erasmus-knowledge-alliances/2020");
        page.expect("the plan is for another call", || {
            page.script("return localStorage.getItem('allians:plan')", json!([])).as_str().is_some_and(|plan| !plan.contains("own_call"))
        });
        page.reload();
        page.wait_for("[data-call] option[value^=our-own-call]");
        page.choose("[data-call]", "our-own-call/2020");
        page.expect("it can be chosen again", || page.chosen().starts_with("our-own-call"));
    });
}

#[test]
fn a_call_that_is_wrong_is_refused_with_its_place() {
    on_page(whole(), |page| {
        let mut call = own_call();
        call["requirement"][0]["rule"]["shape"] = json!("sum");
        open(page, "our.json", &call.to_string());
        page.wait_for("[data-notice=file-refused]");
        let said = page.text("[data-notice=file-refused]");
        assert!(said.contains("organisations") && said.contains("sum") && said.contains("count"), "{said}");
        page.expect("the plan's own call stays", || page.chosen().starts_with("erasmus-knowledge-alliances"));
    });
}
