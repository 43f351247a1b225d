//! A pool of a thousand: only what is seen is drawn, and everything works as in a short one.

use crate::look::{card, on_card};
use crate::page::{Page, Setup, on_page};
use serde_json::json;

/// More cards than a window shows, far fewer than there are.
const FEW: u64 = 60;

fn with_a_thousand(test: impl FnOnce(&Page)) {
    on_page(Setup { query: "?pool=1000", ..Setup::default() }, test);
}

fn scroll_to(page: &Page, top: u32) {
    page.script("document.querySelector('[data-scroll]').scrollTop = arguments[0]", json!([top]));
}

#[test]
fn only_what_is_seen_is_drawn() {
    with_a_thousand(|page| {
        page.wait_for("[data-notice=made-up]");
        assert_eq!(page.text("[data-pool-count]"), "1000 av 1000");
        page.wait_for(&card("g0"));
        for (top, id) in [(0, "g0"), (40_000, ""), (1_000_000, "g999")] {
            scroll_to(page, top);
            if !id.is_empty() {
                page.wait_for(&card(id));
            }
            let drawn = page.count("[data-zone=pool] [data-organisation]");
            assert!((1..=FEW).contains(&drawn), "at {top} there are {drawn} cards in the document");
            page.expect("cards stand where one looks", || is_filled(page));
        }
        assert_eq!(page.attribute(&card("g999"), "aria-posinset").as_deref(), Some("1000"));
        assert_eq!(page.attribute(&card("g999"), "aria-setsize").as_deref(), Some("1000"));
    });
}

/// Whether at the top, in the middle and at the bottom of the list there is a card.
fn is_filled(page: &Page) -> bool {
    let script = "const { left, top, width, height } = document.querySelector('[data-scroll]').getBoundingClientRect();
        const bottom = Math.min(top + height, innerHeight);
        const at = (part) => document.elementFromPoint(left + width / 2, top + 10 + (bottom - top - 40) * part);
        return [0, 0.5, 1].every((part) => [0, 12].some((more) => {
            const { left, top, width } = document.querySelector('[data-scroll]').getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + 10 + more + (bottom - top - 40) * part)?.closest('[data-organisation]');
        }))";
    page.script(script, json!([])) == true
}

#[test]
fn a_card_of_a_long_list_is_dragged() {
    with_a_thousand(|page| {
        page.wait_for(&card("g0"));
        page.drag(page.grip("g0"), page.end_of("consortium"));
        page.expect_members(&["g0"]);
        assert_eq!(page.have("higher-education-institutions"), 1);
        page.expect("999 are left", || page.text("[data-pool-count]") == "999 av 999");
        scroll_to(page, 40_000);
        let middle = page.until(|| "a card in the middle".to_owned(), || page.cards("pool").get(10).cloned().filter(|id| id != "g11"));
        page.drag(page.grip(&middle), page.end_of("consortium"));
        page.expect_members(&["g0", &middle]);
    });
}

#[test]
fn a_card_of_a_long_list_is_moved_by_its_button() {
    with_a_thousand(|page| {
        page.click(&on_card("g1", "[data-move]"));
        page.expect_members(&["g1"]);
        page.expect_focus(&on_card("g1", "[data-move]"));
        page.click(&on_card("g1", "[data-move]"));
        page.expect_members(&[]);
        assert!(!page.is_focused("body"), "the focus is lost where the card is not drawn");
    });
}

#[test]
fn a_long_list_is_searched() {
    with_a_thousand(|page| {
        page.write("[data-search]", "ghana");
        page.expect("those in Ghana", || page.text("[data-pool-count]") == "42 av 1000");
        assert_eq!(page.count("[data-zone=pool] [data-organisation]"), 42);
        page.write("[data-search]", "xyz");
        page.expect("none", || page.text("[data-pool-count]") == "0 av 1000");
        assert!(page.words().contains("Ingen organisation motsvarar"), "the page does not say that nothing is found");
        page.click("[data-new]");
        page.wait_for("dialog[data-form]");
        let name = page.script("return document.querySelector('[data-field=name]').value", json!([]));
        assert_eq!(name, "ghanaxyz", "what was not found is offered as the name");
    });
}

#[test]
fn made_up_organisations_are_not_kept() {
    with_a_thousand(|page| {
        page.click(&on_card("g1", "[data-move]"));
        page.expect_members(&["g1"]);
        page.open("");
        page.wait_for("[data-example]");
        assert_eq!(page.kept(), None);
    });
}
