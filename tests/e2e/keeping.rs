//! What the browser keeps, and what the page says when it cannot or when what it kept is no good.

use crate::look::on_card;
use crate::page::{Page, Setup, on_page};
use crate::plans::{WHOLE, kept, plan, whole};
use serde_json::json;

const ALL: [&str; 6] = ["aalto", "lund", "bosch", "cork", "tartu", "delft"];

#[test]
fn a_reload_keeps_the_plan() {
    on_page(whole(), |page| {
        page.click(&on_card("cork", "[data-move]"));
        page.expect_status("enterprises", "unmet");
        page.reload();
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        page.expect_status("enterprises", "unmet");
        assert_eq!(page.title(), "Plan A – Allians");
        assert!(page.cards("pool").contains(&"cork".to_owned()));
    });
}

#[test]
fn a_change_is_kept_without_leaving_the_page() {
    on_page(whole(), |page| {
        page.click(&on_card("oslo", "[data-move]"));
        page.expect_kept_members(&["aalto", "lund", "bosch", "cork", "tartu", "delft", "oslo"]);
    });
}

/// A notice, and that the page goes on: the example can be opened.
fn goes_on(page: &Page) {
    page.click("[data-example]");
    page.expect("the example is there", || page.cards("consortium").len() == 4);
}

#[test]
fn a_damaged_plan_is_kept_apart() {
    const DAMAGED: &str = "{\"format\": \"allians-plan\", \"vers";
    on_page(Setup { stored: vec![("allians:plan", DAMAGED.to_owned())], ..Setup::default() }, |page| {
        page.wait_for("[data-notice=damaged]");
        let aside = || page.script("return localStorage.getItem('allians:was1')", json!([]));
        assert_eq!(aside(), DAMAGED);
        page.click("[data-notice=damaged] [data-remedy]");
        assert_eq!(page.downloaded().1, DAMAGED);
        goes_on(page);
        page.expect("the new plan is kept", || page.kept().is_some());
        page.reload();
        assert_eq!(page.cards("consortium").len(), 4);
        assert_eq!(aside(), DAMAGED, "the damaged text is gone after a reload");
        // It can still be had after the next save, until the visitor erases it.
        page.click("[data-notice=aside] [data-remedy]");
        page.expect("it can be downloaded again", || page.downloaded().1 == DAMAGED);
        page.click("[data-notice=aside] [data-erase]");
        page.wait_gone("[data-notice=aside]");
        assert_eq!(aside(), json!(null));
        page.reload();
        assert!(!page.there("[data-notice=aside]"), "what was erased is there again");
    });
}

#[test]
fn a_newer_plan_is_shown_and_not_overwritten() {
    let mut newer = plan(&WHOLE);
    newer["version"] = json!(2);
    newer["later"] = json!("unknown to us");
    on_page(kept(&newer), |page| {
        page.wait_for("[data-notice=newer]");
        page.expect_members(&ALL);
        page.click(&on_card("cork", "[data-move]"));
        page.expect_status("enterprises", "unmet");
        page.click("[data-notice=newer] [data-close]");
        assert!(page.there("[data-kept=no]"), "nothing says that nothing is kept");
        page.reload();
        page.expect_members(&ALL);
        assert_eq!(page.kept(), Some(newer.clone()), "a plan of a newer version was overwritten");
        // What is begun beside it is kept, and the plan of the newer version is put aside.
        page.click("[data-empty]");
        page.click("[data-example]");
        page.wait_gone("[data-kept=no]");
        page.expect("the example is kept", || page.kept().is_some_and(|plan| plan["version"] == 1));
        page.reload();
        assert_eq!(page.cards("consortium").len(), 4);
        page.click("[data-notice=aside] [data-remedy]");
        let text = page.downloaded().1;
        assert!(text.contains("unknown to us"), "{text}");
    });
}

#[test]
fn a_file_of_a_newer_version_is_shown_and_the_kept_plan_stays() {
    let mut newer = plan(&WHOLE);
    newer["version"] = json!(2);
    newer["title"] = json!("Senare");
    on_page(whole(), |page| {
        let before = page.kept();
        let file = page.file("later.json", &newer.to_string());
        let field = page.element("input[data-open]");
        page.wait(field.send_keys(&file.to_string_lossy()));
        page.wait_for("[data-notice=newer]");
        page.click(&on_card("cork", "[data-move]"));
        page.expect_status("enterprises", "unmet");
        page.click("[data-notice=newer] [data-close]");
        assert!(page.there("[data-kept=no]"), "nothing says that nothing is kept");
        page.reload();
        assert_eq!(page.kept(), before, "a plan of a newer version was written over the kept one");
        page.expect_members(&ALL);
    });
}

#[test]
fn a_language_chosen_in_an_idle_tab_writes_no_plan() {
    on_page(Setup::default(), |page| {
        page.in_another_tab(|| {
            page.click("[data-example]");
            page.expect("the example is kept", || {
                page.kept().is_some_and(|plan| plan["members"].as_array().is_some_and(|all| all.len() == 4))
            });
        });
        let newest = page.kept();
        page.choose("[data-language]", "fi");
        page.expect("the language is kept", || page.script("return localStorage.getItem('allians:language')", json!([])) == "fi");
        // What would be kept late is kept when the page is left.
        page.script("dispatchEvent(new Event('pagehide'))", json!([]));
        assert_eq!(page.kept(), newest);
    });
}

/// The crash page's way out, where the storage has not one letter of room.
#[test]
fn starting_empty_loses_nothing_in_a_full_storage() {
    let script =
        "sessionStorage.setItem('allians:booting', sessionStorage.getItem('begun') !== null ? '0' : '2'); sessionStorage.setItem('begun', '');
        const all = () => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
        const keep = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {
            const room = globalThis.room ?? Infinity; const before = this.getItem(key);
            const more = before === null ? key.length + text.length : text.length - before.length;
            if (this === localStorage && all() + more > room) throw new DOMException('full', 'QuotaExceededError');
            return keep.call(this, key, text) }";
    on_page(Setup { script, crashed: true, ..whole() }, |page| {
        let plan = page.script("return localStorage.getItem('allians:plan')", json!([]));
        page.script(
            "globalThis.room = Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0)",
            json!([]),
        );
        page.click("[data-crash=reset]");
        page.wait_for("html[data-ready]");
        assert!(page.cards("consortium").is_empty());
        assert_eq!(page.script("return localStorage.getItem('allians:was1')", json!([])), plan);
        page.wait_for("[data-notice=aside]");
    });
}

#[test]
fn the_browser_asks_before_it_leaves_a_plan_that_is_kept_nowhere() {
    let script = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    on_page(Setup { script, ..Setup::default() }, |page| {
        let asks = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";
        assert_eq!(page.script(asks, json!([])), false, "the browser asks about nothing");
        page.click("[data-example]");
        page.wait_for("[data-notice=full]");
        assert_eq!(page.script(asks, json!([])), true, "the browser does not ask before it leaves the plan");
        assert!(page.there("[data-kept=no]"), "nothing says that nothing is kept");
    });
}

#[test]
fn blocked_storage_is_said_and_the_page_goes_on() {
    let script = "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })";
    on_page(Setup { script, ..Setup::default() }, |page| {
        page.wait_for("[data-notice=blocked]");
        goes_on(page);
    });
}

#[test]
fn full_storage_is_said_and_the_page_goes_on() {
    let script = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    on_page(Setup { script, ..Setup::default() }, |page| {
        assert!(!page.there("[data-notice]"), "there is a notice before anything was to be kept");
        goes_on(page);
        page.wait_for("[data-notice=full]");
        page.click("[data-notice=full] [data-close]");
        page.wait_gone("[data-notice=full]");
        assert!(!page.is_focused("body"), "the focus is lost by closing a notice");
    });
}

/// The rules that a plan was made under are seen by the visitor and not by a reload.
#[test]
fn a_plan_of_other_rules_says_so_until_it_is_seen() {
    let mut then = plan(&WHOLE);
    then["rules"] = json!({ "checked": "2019-01-15", "verdict": "unmet", "marks": ["organisations=2:00000000"] });
    on_page(kept(&then), |page| {
        for _ in 0..2 {
            page.wait_for("[data-accept-rules]");
            assert!(page.there("[data-undo][aria-disabled=true]"), "there is a change before the visitor has made one");
            page.reload();
        }
        page.click("[data-accept-rules]");
        page.wait_gone("[data-accept-rules]");
        page.expect("that it is seen is kept", || page.kept().is_some_and(|plan| plan["rules"]["checked"] != "2019-01-15"));
        page.reload();
        page.wait_for("[data-slot=panels] > *");
        assert!(!page.there("[data-accept-rules]"), "what was seen is said again");
    });
}

/// The new version's button and the way to another tab's plan write nothing of this tab where nothing was changed.
#[test]
fn an_idle_tab_writes_nothing_when_it_is_left() {
    on_page(whole(), |page| {
        page.in_another_tab(|| {
            page.click(&on_card("cork", "[data-move]"));
            page.expect_kept_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        });
        let newest = page.kept();
        page.reload();
        assert_eq!(page.kept(), newest, "an idle tab has written its own plan over the newest");
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
    });
}

#[test]
fn a_change_in_another_tab_is_said_and_can_be_shown() {
    on_page(whole(), |page| {
        page.in_another_tab(|| {
            page.expect_members(&ALL);
            page.click(&on_card("cork", "[data-move]"));
            page.expect_kept_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        });
        page.wait_for("[data-notice=other-tab]");
        page.expect_members(&ALL);
        page.click("[data-notice=other-tab] [data-remedy]");
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        page.wait_gone("[data-notice=other-tab]");
        assert!(!page.is_focused("body"), "the focus is lost by showing the other plan");
    });
}

#[test]
fn a_new_plan_can_be_begun_and_undone() {
    on_page(whole(), |page| {
        page.click("[data-empty]");
        page.wait_for("[data-example]");
        assert!(!page.is_focused("body"), "the focus is lost by beginning a new plan");
        assert!(page.text("[data-notice=emptied]").contains("Plan A"), "nothing says what has become of the plan");
        page.click("[data-notice=emptied] [data-remedy]");
        page.expect_members(&ALL);
        page.wait_gone("[data-notice=emptied]");
        // After another change the notice would undo that one, so it is gone.
        page.click("[data-empty]");
        page.wait_for("[data-notice=emptied]");
        page.click("[data-example]");
        page.wait_gone("[data-notice=emptied]");
    });
}
