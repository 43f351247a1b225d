//! Dragging by touch: from the handle a card is dragged, from anywhere else the page scrolls.

use crate::look::on_card;
use crate::page::{Page, Setup, on_page};
use crate::plans::{POOL, Row, WHOLE, with};
use serde_json::json;

const PAIR: [Row; 2] = [("aalto", Some("hei"), Some("FI"), POOL), ("lund", Some("hei"), Some("SE"), POOL)];

fn on_phone(rows: &[Row], test: impl FnOnce(&Page)) {
    on_page(Setup { phone: true, ..with(rows) }, test);
}

#[test]
fn a_finger_on_the_handle_drags_the_card() {
    on_phone(&PAIR, |page| {
        let from = page.point(&on_card("aalto", "[data-handle]"), 0.5, 0.5);
        let to = page.point("[data-heading=consortium]", 0.5, 0.5);
        let watch = "new MutationObserver(() => { if (document.querySelector('[data-preview]')) window.previewed = true; })
            .observe(document.body, { childList: true });";
        page.script(watch, json!([]));
        page.touch_drag(from, to, 6);
        page.expect_members(&["aalto"]);
        assert_eq!(page.script("return window.previewed === true", json!([])), json!(true), "no preview under the finger");
        assert_eq!(page.have("organisations"), 1);
        page.wait_gone("[data-preview]");
        page.expect_said(&["aalto är med i konsortiet"]);
    });
}

#[test]
fn a_finger_that_the_system_takes_away_gives_the_drag_up() {
    on_phone(&PAIR, |page| {
        let from = page.point(&on_card("aalto", "[data-handle]"), 0.5, 0.5);
        let to = page.point("[data-heading=consortium]", 0.5, 0.5);
        page.touch_to(from, to, 6);
        page.wait_for("[data-preview]");
        page.touch_lost();
        page.wait_gone("[data-preview]");
        page.expect_said(&["aalto är kvar där den var"]);
        page.expect_members(&[]);
        assert_eq!(page.cards("pool"), ["aalto", "lund"]);
    });
}

#[test]
fn a_finger_on_the_handle_drags_the_card_back() {
    on_phone(&WHOLE[..2], |page| {
        let from = page.point(&on_card("lund", "[data-handle]"), 0.5, 0.5);
        let to = page.point("[data-heading=pool]", 0.5, 0.5);
        let below = (to.0, page.point("[data-zone=pool]", 0.5, 0.5).1);
        page.touch_drag(from, below, 6);
        page.expect_members(&["aalto"]);
        assert_eq!(page.cards("pool"), ["lund"]);
    });
}

#[test]
fn a_finger_on_the_rest_of_a_card_scrolls_the_page() {
    on_phone(&WHOLE, |page| {
        let from = page.grip("lund");
        let scrolled = || page.script("return scrollY", json!([])).as_f64().unwrap();
        let before = scrolled();
        page.touch_to(from, (from.0, from.1 - 200.0), 10);
        assert!(!page.there("[data-preview]"), "a swipe on a card drags it");
        page.expect("the page has scrolled", || scrolled() > before);
        page.expect_members(&["aalto", "lund", "bosch", "cork", "tartu", "delft"]);
        assert_eq!(page.cards("pool"), ["oslo"]);
    });
}
