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
        let aside = || page.script("return localStorage.getItem('allians:plan-damaged')", json!([]));
        assert_eq!(aside(), DAMAGED);
        page.click("[data-notice=damaged] [data-remedy]");
        assert_eq!(page.downloaded().1, DAMAGED);
        goes_on(page);
        page.expect("the new plan is kept", || page.kept().is_some());
        page.reload();
        assert_eq!(page.cards("consortium").len(), 4);
        assert_eq!(aside(), DAMAGED, "the damaged text is gone after a reload");
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
        page.reload();
        page.expect_members(&ALL);
        assert_eq!(page.kept(), Some(newer.clone()), "a plan of a newer version was overwritten");
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
        page.click("[data-undo]");
        page.expect_members(&ALL);
    });
}
