//! What dragging does, done by buttons; and undo and redo.

use crate::look::on_card;
use crate::page::{Setup, on_page};
use crate::plans::{WHOLE, whole, with};

#[test]
fn a_button_moves_a_card_both_ways_and_the_focus_goes_with_it() {
    on_page(whole(), |page| {
        for (to, zone) in [("consortium", "consortium"), ("back to the pool", "pool")] {
            page.click(&on_card("oslo", "[data-move]"));
            page.expect(to, || page.cards(zone).contains(&"oslo".to_owned()));
            page.expect_focus(&on_card("oslo", "[data-move]"));
        }
        let names: Vec<String> = ["oslo", "aalto"].iter().map(|id| page.computed(&on_card(id, "[data-move]"), "computedlabel")).collect();
        assert_eq!(names, ["Lägg till oslo i konsortiet", "Ta bort aalto ur konsortiet"]);
    });
}

#[test]
fn buttons_change_the_order() {
    on_page(with(&WHOLE[..3]), |page| {
        let table = [
            ("bosch", "[data-earlier]", ["aalto", "bosch", "lund"]),
            ("bosch", "[data-earlier]", ["bosch", "aalto", "lund"]),
            ("bosch", "[data-later]", ["aalto", "bosch", "lund"]),
            ("bosch", "[data-later]", ["aalto", "lund", "bosch"]),
        ];
        for (id, button, order) in table {
            page.click(&on_card(id, button));
            page.expect_members(&order);
            page.expect_focus(&on_card(id, button));
        }
        assert_eq!(page.attribute(&on_card("bosch", "[data-later]"), "aria-disabled").as_deref(), Some("true"), "the last can go later");
    });
}

#[test]
fn the_applicant_is_chosen_on_the_card() {
    on_page(whole(), |page| {
        page.click(&on_card("aalto", "[data-applicant]"));
        page.expect_status("applicant", "unmet");
        page.click(&on_card("bosch", "[data-applicant]"));
        page.expect_status("applicant", "met");
        page.expect_focus(&on_card("bosch", "[data-applicant]"));
        let pressed = |id: &str| page.attribute(&on_card(id, "[data-applicant]"), "aria-pressed");
        assert_eq!([pressed("aalto").as_deref(), pressed("bosch").as_deref()], [Some("false"), Some("true")]);
    });
}

#[test]
fn the_example_teaches_and_the_way_back_is_open() {
    on_page(Setup::default(), |page| {
        assert!(page.cards("pool").is_empty() && page.cards("consortium").is_empty());
        page.expect_verdict("unmet");
        page.click("[data-example]");
        page.expect("the example is there", || page.cards("consortium").len() == 4 && page.cards("pool").len() == 5);
        page.expect_focus("[data-heading=consortium]");
        assert!(!page.there("[data-example]"), "the example is offered beside it");
        page.click("[data-undo]");
        page.wait_for("[data-example]");
        assert!(page.cards("pool").is_empty() && page.cards("consortium").is_empty());
    });
}

#[test]
fn undo_and_redo_by_buttons() {
    on_page(whole(), |page| undo_and_redo(page, || page.click("[data-undo]"), || page.click("[data-redo]")));
}

#[test]
fn undo_and_redo_by_keys() {
    on_page(whole(), |page| undo_and_redo(page, || page.control('z'), || page.control('y')));
}

fn undo_and_redo(page: &crate::page::Page, undo: impl Fn(), redo: impl Fn()) {
    const ALL: [&str; 6] = ["aalto", "lund", "bosch", "cork", "tartu", "delft"];
    let is_off = |button: &str| page.attribute(button, "aria-disabled").is_some();
    assert!(is_off("[data-undo]") && is_off("[data-redo]"), "there is something to undo at the start");
    page.click(&on_card("cork", "[data-move]"));
    page.expect_status("enterprises", "unmet");
    page.click(&on_card("delft", "[data-move]"));
    page.expect_members(&["aalto", "lund", "bosch", "tartu"]);
    undo();
    page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
    undo();
    page.expect_members(&ALL);
    page.expect_status("enterprises", "met");
    page.expect_said(&["Ångrat", "Minst 2 företag: uppfyllt"]);
    redo();
    page.expect_status("enterprises", "unmet");
    redo();
    page.expect_members(&["aalto", "lund", "bosch", "tartu"]);
    assert!(is_off("[data-redo]"), "there is something left to do again");
    assert!(!page.is_focused("body"), "the focus is lost by undoing");
}

#[test]
fn undo_in_a_text_field_belongs_to_the_field() {
    on_page(whole(), |page| {
        page.click(&on_card("cork", "[data-move]"));
        page.expect_status("enterprises", "unmet");
        page.click("[data-title]");
        page.control('z');
        page.expect_status("enterprises", "unmet");
        assert_eq!(page.cards("consortium").len(), 5);
    });
}

#[test]
fn the_plan_is_renamed_and_the_duration_chosen() {
    on_page(Setup::default(), |page| {
        page.write("[data-title]", "Digital fabrik\n");
        page.expect("the title of the page", || page.title() == "Digital fabrik – Allians");
        page.expect_status("duration", "unknown");
        page.click("label:has([data-duration=\"36\"])");
        page.expect_status("duration", "met");
        assert_eq!(page.have("duration"), 36);
    });
}
