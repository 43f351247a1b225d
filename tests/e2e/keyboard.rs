//! The whole job with the keyboard alone: every step is reached with Tab, done with Enter, Space or a letter, and the focus stays.

use crate::look::on_card;
use crate::page::{Page, Setup, on_page};
use crate::plans::whole;
use fantoccini::key::Key;
use serde_json::json;

#[test]
fn from_an_empty_page_to_a_consortium() {
    on_page(Setup::default(), |page| {
        page.tab_to("[data-example]");
        page.key(Key::Enter);
        page.expect_focus("[data-heading=consortium]");
        page.tab_back_to(&on_card("o5", "[data-move]"));
        page.keys(&[' ']);
        page.expect("the organisation joins", || page.cards("consortium").contains(&"o5".to_owned()));
        page.expect_focus(&on_card("o5", "[data-move]"));
        page.tab_back_to(&on_card("o5", "[data-applicant]"));
        page.key(Key::Enter);
        page.expect("it is the applicant", || {
            page.attribute(&on_card("o5", "[data-applicant]"), "aria-pressed").as_deref() == Some("true")
        });
        page.expect_focus(&on_card("o5", "[data-applicant]"));
        page.tab_to(&on_card("o5", "[data-earlier]"));
        page.key(Key::Enter);
        page.expect("it moves forward", || page.cards("consortium")[3] == "o5");
        page.expect_focus(&on_card("o5", "[data-earlier]"));
        page.tab_back_to("[data-duration]");
        page.keys(&[' ']);
        page.expect_status("duration", "met");
        assert!(page.is_focused("[data-duration]"), "the focus is lost by choosing a duration");
    });
}

#[test]
fn the_form_is_opened_left_filled_and_kept() {
    on_page(Setup::default(), |page| {
        page.tab_to("[data-new]");
        page.key(Key::Enter);
        page.expect_focus("dialog [data-field=name]");
        page.type_text("Nova");
        page.key(Key::Escape);
        page.wait_gone("dialog[data-form]");
        page.expect_focus("[data-new]");
        assert!(page.cards("pool").is_empty(), "Escape keeps what was typed");

        page.key(Key::Enter);
        page.expect_focus("dialog [data-field=name]");
        page.type_text("Nova");
        page.tab_to("[data-field=kind]");
        page.type_text("fö");
        page.tab_to("[data-field=country]");
        page.type_text("tys");
        page.tab_to("[data-form-save]");
        page.key(Key::Enter);
        page.wait_gone("dialog[data-form]");
        page.expect("there is a card", || page.cards("pool").len() == 1);
        let id = page.cards("pool").remove(0);
        page.expect_focus(&on_card(&id, "[data-edit]"));
        let words = page.text(&format!("[data-organisation={id}]"));
        assert!(["Nova", "Företag", "Tyskland"].iter().all(|part| words.contains(part)), "the card says: {words}");
    });
}

#[test]
fn a_form_that_says_nothing_is_not_kept() {
    on_page(Setup::default(), |page| {
        page.tab_to("[data-new]");
        page.key(Key::Enter);
        page.expect_focus("dialog [data-field=name]");
        page.key(Key::Enter);
        page.expect_focus("dialog [data-field=name][aria-invalid=true]");
        assert!(page.words().contains("Ange åtminstone ett namn"), "the form does not say what is wrong");
        page.key(Key::Escape);
        page.wait_gone("dialog[data-form]");
    });
}

#[test]
fn an_organisation_is_changed_and_deleted() {
    on_page(whole(), |page| {
        let edit = on_card("delft", "[data-edit]");
        page.tab_to(&edit);
        page.key(Key::Enter);
        page.expect_focus("dialog [data-field=name]");
        page.tab_to("[data-field=role]");
        page.type_text("ass");
        page.tab_back_to("[data-form-save], [data-field=name]");
        page.key(Key::Enter);
        page.wait_gone("dialog[data-form]");
        page.expect_focus(&edit);
        page.expect_status("organisations", "unmet");
        page.tab_to("[data-requirement=organisations] [data-why]");
        page.key(Key::Enter);
        page.wait_for("[data-requirement=organisations] [data-left-out] [data-reason=associated]");
        page.expect_focus("[data-requirement=organisations] [data-why]");
        page.keys(&[' ']);
        page.wait_gone("[data-requirement=organisations] [data-left-out]");

        page.tab_back_to(&edit);
        page.key(Key::Enter);
        page.expect_focus("dialog [data-field=name]");
        page.tab_to("[data-form-delete]");
        page.key(Key::Enter);
        page.wait_gone("dialog[data-form]");
        page.expect_members(&["aalto", "lund", "bosch", "cork", "tartu"]);
        page.expect_focus("[data-undo]");
        page.key(Key::Enter);
        page.expect_members(&["aalto", "lund", "bosch", "cork", "tartu", "delft"]);
        assert!(page.is_focused("[data-undo]"), "the focus is lost by undoing");
    });
}

#[test]
fn inside_the_form_tab_stays_inside() {
    on_page(whole(), |page| {
        page.tab_to("[data-new]");
        page.key(Key::Enter);
        page.expect_focus("dialog [data-field=name]");
        for _ in 0..30 {
            page.key(Key::Tab);
            assert!(page.is_focused("dialog *, body"), "behind the open form the focus is on {}", page.focused());
        }
    });
}

#[test]
fn the_first_link_skips_the_bar_and_the_pool() {
    on_page(whole(), |page| {
        page.key(Key::Tab);
        assert!(page.is_focused("a[href=\"#consortium\"]"), "the first is {}", page.focused());
        page.key(Key::Enter);
        page.expect("the address says where", || page.script("return location.hash", json!([])) == "#consortium");
        page.key(Key::Tab);
        assert!(page.is_focused("[data-zone=consortium] *"), "after the skip link comes {}", page.focused());
    });
}

#[test]
fn tab_comes_to_everything_that_can_be_used() {
    on_page(whole(), |page| {
        let usable = usable(page);
        let mut reached: Vec<String> = Vec::new();
        for _ in 0..usable.len() + 5 {
            page.key(Key::Tab);
            let name = page.script("const it = document.activeElement; return it === document.body ? '' : nameOf(it)", json!([]));
            match name.as_str().unwrap_or_default() {
                // Past the last: a browser goes on to its own bar, a headless one to nothing.
                "" => break,
                name => reached.push(name.to_owned()),
            }
        }
        let missed: Vec<&String> = usable.iter().filter(|name| !reached.contains(name)).collect();
        assert!(missed.is_empty(), "Tab does not come to {missed:?}");
    });
}

/// Everything on the page that takes part in Tab, by number and name; of radio buttons one.
fn usable(page: &Page) -> Vec<String> {
    let script = "const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
            .filter((it) => it.tabIndex >= 0 && !it.disabled && it.checkVisibility({ visibilityProperty: true }))
            .filter((it) => it.type !== 'radio' || it.checked);
        globalThis.nameOf = (it) => `${all.indexOf(it)} ${it.cloneNode(false).outerHTML}`;
        return all.map(nameOf)";
    page.script(script, json!([])).as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}
