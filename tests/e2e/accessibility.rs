//! axe-core finds nothing in any state, wide and on a phone, light and dark; and what a visitor's system prefers is respected.

use crate::look::on_card;
use crate::page::{Page, Setup, Window, on_page};
use crate::plans::{WHOLE, whole, with};
use serde_json::{Value, json};
use std::fs;

/// Looks at the page as it is in every size and scheme.
fn look_with_axe(page: &Page, state: &str) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}; run npm ci in tests/e2e"));
    page.script(&axe, json!([]));
    for window in [Window::Wide, Window::Phone] {
        for scheme in ["light", "dark"] {
            page.see(window);
            page.prefer(&[("prefers-color-scheme", scheme)]);
            let script = "const done = arguments[0];
                const run = () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
                    done(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))), (error) => done([String(error)]));
                requestAnimationFrame(() => requestAnimationFrame(run))";
            let violations = page.script_later(script, json!([]));
            let list: Vec<&str> = violations.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            assert!(list.is_empty(), "{state}, {window:?}, {scheme}: {}", list.join("\n"));
        }
    }
}

#[test]
fn empty() {
    on_page(Setup::default(), |page| look_with_axe(page, "empty"));
}

#[test]
fn half_met() {
    on_page(Setup::default(), |page| {
        page.click("[data-example]");
        page.expect_verdict("unmet");
        page.expect_said(&["Planen är öppnad"]);
        page.wait_for("[data-slot=panels] .tip");
        look_with_axe(page, "half met");
        page.script("document.querySelectorAll('[data-slot=panels] summary').forEach((it) => it.click())", json!([]));
        look_with_axe(page, "half met, all advice open");
    });
}

#[test]
fn all_met_with_every_requirement_open() {
    on_page(whole(), |page| {
        page.expect_verdict("met");
        page.wait_for("[data-slot=panels] .shield");
        page.script("document.querySelectorAll('[data-slot=panels] summary').forEach((it) => it.click())", json!([]));
        look_with_axe(page, "all met, all advice open");
        page.script("document.querySelectorAll('[data-why]').forEach((it) => it.click())", json!([]));
        page.expect("every requirement is open", || page.count("[data-requirement] details:not([open])") == 0);
        look_with_axe(page, "all met, everything open");
    });
}

#[test]
fn form_open() {
    on_page(whole(), |page| {
        page.click(&on_card("aalto", "[data-edit]"));
        page.wait_for("dialog[data-form][open]");
        look_with_axe(page, "form open");
    });
}

#[test]
fn notices() {
    let damaged = Setup { stored: vec![("allians:plan", "{".to_owned())], ..Setup::default() };
    on_page(damaged, |page| {
        page.wait_for("[data-notice=damaged]");
        look_with_axe(page, "a notice");
    });
}

#[test]
fn a_long_list() {
    on_page(Setup { query: "?pool=1000", ..Setup::default() }, |page| look_with_axe(page, "a long list"));
}

#[test]
fn the_page_has_its_landmarks_and_names() {
    on_page(whole(), |page| {
        let table = [
            ("header", "banner", ""),
            ("main", "main", ""),
            ("[data-title]", "textbox", "Planens namn"),
            ("[data-search]", "searchbox", "Sök bland mina organisationer"),
            ("[data-language]", "combobox", "Språk"),
            ("[data-undo]", "button", "Ångra"),
            ("[data-redo]", "button", "Gör om"),
            ("[data-status-region]", "status", ""),
            ("section[data-zone=consortium]", "region", "Konsortiet"),
        ];
        for (selector, role, name) in table {
            assert_eq!(page.computed(selector, "computedrole"), role, "{selector}");
            assert_eq!(page.computed(selector, "computedlabel"), name, "{selector}");
        }
    });
}

#[test]
fn nothing_moves_for_those_who_want_it_so() {
    on_page(with(&WHOLE), |page| {
        page.prefer(&[("prefers-reduced-motion", "reduce")]);
        page.drag(page.grip("oslo"), page.end_of("consortium"));
        page.expect("oslo is in", || page.cards("consortium").contains(&"oslo".to_owned()));
        assert_eq!(page.script("return document.getAnimations().length", json!([])), 0, "something moves");
        let smooth = page.script("return getComputedStyle(document.documentElement).scrollBehavior", json!([]));
        assert_eq!(smooth, "auto");
    });
}

#[test]
fn forced_colours_keep_what_is_to_be_seen() {
    on_page(with(&WHOLE), |page| {
        page.prefer(&[("forced-colors", "active")]);
        assert_eq!(page.script("return matchMedia('(forced-colors: active)').matches", json!([])), true);
        let edge =
            |selector: &str| page.script("return getComputedStyle(document.querySelector(arguments[0])).borderTopStyle", json!([selector]));
        assert_ne!(edge("[data-organisation]"), "none", "a card has no edge");
        let mark = "const mark = getComputedStyle(document.querySelector('[data-requirement] svg')); return [mark.stroke, mark.visibility]";
        let mark = page.script(mark, json!([]));
        assert!(mark[0] != "none" && mark[1] == "visible", "the mark of a requirement is not to be seen: {mark}");
        page.drag(page.grip("oslo"), page.end_of("consortium"));
        page.expect("oslo is in", || page.cards("consortium").contains(&"oslo".to_owned()));
    });
}

#[test]
fn on_a_phone_nothing_is_wider_than_the_window() {
    on_page(Setup { phone: true, ..whole() }, |page| {
        for (width, language) in [(390, "sv"), (390, "fi"), (320, "en"), (320, "fi"), (320, "sv")] {
            page.choose("[data-language]", language);
            page.expect(language, || page.attribute("html", "lang").as_deref() == Some(language));
            page.devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": true }),
            );
            let over = page.script("return document.documentElement.scrollWidth - innerWidth", json!([]));
            assert!(
                over.as_f64().is_some_and(|over| over <= 0.0),
                "at {width} px, {language}, the page is {over} px wider than the window"
            );
        }
    });
}
