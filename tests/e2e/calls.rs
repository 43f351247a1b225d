//! Other calls than the first: chosen, compared, kept, without a server, and the visitor's own.

use crate::look::on_card;
use crate::page::{Page, Setup, dist, on_page};
use crate::plans::{WHOLE, kept, plan, whole};
use crate::scratch::Scratch;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const EXCELLENCE: &str = "erasmus-centres-of-vocational-excellence";
const FOUNDRIES: &str = "erasmus-stem-skills-foundries";
const NO_SERVER: &[&str] = &["ERR_CONNECTION_REFUSED", "sw.js"];

impl Page {
    fn chosen(&self) -> String {
        self.script("return document.querySelector('[data-call]')?.value ?? ''", json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Chooses a call in its latest year.
    fn choose_call(&self, id: &str) {
        let value = self.attribute(&format!("[data-call] option[value^='{id}/']"), "value").unwrap_or_else(|| panic!("{id} is no choice"));
        self.choose("[data-call]", &value);
    }

    fn choose_excellence(&self) {
        self.choose_call(EXCELLENCE);
        self.wait_for("[data-requirement=each-country]");
    }

    /// Lets calls come that were held back (see `SLOW`), the first or the last of them first.
    fn let_calls_come(&self, last_first: bool) {
        self.expect("a call is asked for", || self.script("return held.length > 0", json!([])) == json!(true));
        let order = if last_first { ".reverse()" } else { "" };
        self.script(&format!("held.splice(0){order}.forEach((go) => go())"), json!([]));
    }
}

/// Calls that are asked for after the page has begun come when the test lets them.
const SLOW: &str = "globalThis.held = []; const asked = fetch; globalThis.fetch = (...request) =>
    String(request[0]).includes('/calls/') && document.documentElement.dataset.ready === ''
        ? new Promise((come) => held.push(() => come(asked(...request)))) : asked(...request)";

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
        page.expect("the call is taken", || page.kept().is_some_and(|plan| plan["call"] == "erasmus-small-scale-partnerships"));
        assert!(page.chosen().starts_with("erasmus-small-scale-partnerships"), "{}", page.chosen());
    });
}

/// The choice must not name a call that the plan is not held against.
#[test]
fn a_call_that_cannot_be_had_is_said_and_the_choice_goes_back() {
    let site = Scratch::copy_of(&dist(), "site");
    let (packed, mut file): (Vec<PathBuf>, Vec<PathBuf>) =
        files_of(site.path(), EXCELLENCE).into_iter().partition(|path| path.extension().is_some_and(|ending| ending != "pack"));
    // Or the server would send the copies that are whole.
    packed.iter().for_each(|copy| fs::remove_file(copy).expect("it can be removed"));
    let file = file.pop().expect("a file of the call");
    let setup = Setup { folder: Some(site.path().to_path_buf()), expected: &["/calls/", "404"], ..whole() };
    on_page(setup, |page| {
        page.wait_for("[data-offline=ready]");
        let whole_file = fs::read(&file).expect("it can be read");
        let forget = "return caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((kept) =>
            kept.keys().then((files) => Promise.all(files.filter(({ url }) => url.includes(arguments[0])).map((one) => kept.delete(one))))))))";
        page.script(forget, json!([EXCELLENCE]));
        page.devtools("Network.clearBrowserCache", json!({}));
        let broken: [(&str, Option<&[u8]>); 3] =
            [("it is gone", None), ("it is cut", Some(&whole_file[..100])), ("it is something else", Some(b"<html>"))];
        for (name, bytes) in broken {
            match bytes {
                None => fs::remove_file(&file).expect("it can be removed"),
                Some(bytes) => fs::write(&file, bytes).expect("it can be written"),
            }
            page.choose_call(EXCELLENCE);
            page.until(|| format!("{name}: that it cannot be had"), || page.there("[data-notice=not-loaded]").then_some(()));
            let said = page.text("[data-notice=not-loaded]");
            assert!(said.contains("CoVE"), "{name}: the call is not named: {said}");
            page.expect("the choice is the call that is shown", || page.chosen() == "erasmus-knowledge-alliances/2020");
            page.expect_verdict("met");
            page.click("[data-notice=not-loaded] [data-close]");
        }
        // Nothing is remembered of a failure.
        fs::write(&file, &whole_file).expect("it can be written");
        page.choose_excellence();
    });
}

/// The files of a call in a built page, with its texts in Swedish.
fn files_of(site: &Path, id: &str) -> Vec<PathBuf> {
    let of_call = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{id}.sv-")));
    let all = fs::read_dir(site.join("calls")).expect("the page has calls").map(|entry| entry.expect("an entry").path());
    all.filter(of_call).collect()
}

#[test]
fn what_is_done_while_a_call_is_loading_stays() {
    on_page(Setup { script: SLOW, ..whole() }, |page| {
        page.write("[data-search]", "oslo");
        page.click("[data-requirement=duration] summary");
        page.choose_call(EXCELLENCE);
        page.expect("the choice shows what is coming", || page.chosen().starts_with(EXCELLENCE));
        page.click(&on_card("cork", "[data-move]"));
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        assert!(page.there("[data-requirement=organisations]"), "the page is blank while it waits");
        page.let_calls_come(false);
        page.wait_for("[data-requirement=each-country]");
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        assert_eq!(page.script("return document.querySelector('[data-search]').value", json!([])), "oslo", "the search text is gone");
        // Back through the call and the move.
        page.click("[data-undo]");
        page.wait_for("[data-requirement=organisations]");
        assert!(page.there("[data-requirement=duration] details[open]"), "an opened row has closed");
        page.click("[data-undo]");
        page.expect_members(&["aalto", "lund", "bosch", "cork", "tartu", "delft"]);
    });
}

#[test]
fn of_two_calls_that_are_chosen_the_last_one_is_taken() {
    for last_first in [false, true] {
        on_page(Setup { script: SLOW, ..whole() }, |page| {
            page.choose_call(EXCELLENCE);
            page.choose_call(FOUNDRIES);
            page.expect("both are asked for", || page.script("return held.length", json!([])) == json!(2));
            page.let_calls_come(last_first);
            page.expect("the last is taken and kept", || page.kept().is_some_and(|plan| plan["call"] == FOUNDRIES));
            assert!(page.chosen().starts_with(FOUNDRIES), "{}", page.chosen());
        });
    }
}

/// A file that is opened brings its own call, also while another one is still on its way.
#[test]
fn a_file_that_is_opened_keeps_its_call_when_an_earlier_choice_comes_late() {
    on_page(Setup { script: SLOW, ..Setup::default() }, |page| {
        page.choose_call(EXCELLENCE);
        open(page, "plan.json", &plan(&WHOLE).to_string());
        page.expect_verdict("met");
        page.let_calls_come(false);
        page.script_later(
            "const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done())))",
            json!([]),
        );
        page.expect_verdict("met");
        assert!(page.chosen().starts_with("erasmus-knowledge-alliances"), "{}", page.chosen());
    });
}

#[test]
fn an_open_form_keeps_what_is_typed_while_the_call_changes() {
    on_page(Setup { script: SLOW, ..whole() }, |page| {
        page.choose_call(EXCELLENCE);
        page.click("[data-new]");
        page.wait_for("dialog[data-form][open]");
        page.write("[data-field=name]", "Halvskriven");
        page.let_calls_come(false);
        page.wait_for("[data-requirement=each-country]");
        page.wait_for("dialog[data-form][open]");
        assert_eq!(page.script("return document.querySelector('[data-field=name]').value", json!([])), "Halvskriven");
        page.click("[data-form-join]");
        page.expect("it has joined", || page.cards("consortium").len() == 7);
    });
}

#[test]
fn a_link_to_another_call_loads_one_program_and_what_would_change_each_row() {
    let wasm = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('page_bg')).length";
    on_page(Setup { query: "?call=erasmus-centres-of-vocational-excellence", ..whole() }, |page| {
        page.wait_for("[data-requirement=each-country]");
        assert_eq!(page.script(wasm, json!([])), 1);
        // The plan's own call is one step back.
        page.click("[data-requirement=each-country] summary");
        page.expect("what would change it", || !page.text("[data-flip=each-country]").is_empty());
        page.click("[data-undo]");
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
fn an_own_call_that_cannot_be_read_stays_where_it_is_kept() {
    let mut setup = whole();
    setup.stored.push(("allians:own-calls", json!(["{", own_call().to_string(), "[]"]).to_string()));
    on_page(setup, |page| {
        page.wait_for("[data-call] option[value^=our-own-call]");
        let mut other = own_call();
        other["id"] = json!("another-own-call");
        open(page, "another.json", &other.to_string());
        page.expect("the other one is chosen", || page.chosen().starts_with("another-own-call"));
        let kept = || page.script("return JSON.parse(localStorage.getItem('allians:own-calls'))", json!([]));
        page.expect("all four are kept", || kept().as_array().is_some_and(|all| all.len() == 4));
        assert_eq!((kept()[0].clone(), kept()[1].clone()), (json!("{"), json!("[]")));
    });
}

/// A stranger's plan with a call of the same name: the plan goes with its rules, and the visitor's call stays what it is.
#[test]
fn a_strangers_plan_leaves_a_call_of_the_same_name() {
    let mut other = own_call();
    other["title"]["sv"] = json!("En annans utlysning");
    let mut strange = plan(&WHOLE);
    strange["call"] = json!("our-own-call");
    strange["own_call"] = json!(other.to_string());
    let mut setup = kept(&strange);
    setup.stored.push(("allians:own-calls", json!([own_call().to_string()]).to_string()));
    on_page(setup, |page| {
        assert!(page.chosen().starts_with("our-own-call"), "{}", page.chosen());
        page.click(&on_card("cork", "[data-move]"));
        page.expect_kept_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        let calls = page.script("return JSON.parse(localStorage.getItem('allians:own-calls'))", json!([]));
        assert_eq!(calls, json!([own_call().to_string()]), "the visitor's own call is another now");
        assert_eq!(page.kept().map(|plan| plan["own_call"].clone()), Some(strange["own_call"].clone()), "the plan has lost its rules");
    });
}

/// Nobody's own rules stand under the name of a call that comes with the program, wherever they come from.
#[test]
fn a_call_of_ones_own_under_a_shipped_name_is_refused() {
    on_page(whole(), |page| {
        let mut call = own_call();
        call["id"] = json!("erasmus-knowledge-alliances");
        call["requirement"] = json!([]);
        let mut with_call = plan(&WHOLE[..1]);
        with_call["own_call"] = json!(call.to_string());
        for (name, text) in [("call.json", call.to_string()), ("plan.json", with_call.to_string())] {
            open(page, name, &text);
            page.expect(name, || page.there("[data-notice=file-refused]") && page.text("[data-notice=file-refused]").contains(name));
            let said = page.text("[data-notice=file-refused]");
            assert!(said.contains("id: ”erasmus-knowledge-alliances” är en utlysning som följer med programmet"), "{said}");
        }
        page.expect_verdict("met");
        let verdict = "const done = arguments[1]; window.wasmBindings.then(({ check }) => done(check(arguments[0]).verdict), (error) => done(String(error)))";
        assert_eq!(page.script_later(verdict, json!([plan(&WHOLE[..1])])), "unmet", "scripts are told what the refused rules say");
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
