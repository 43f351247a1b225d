//! The planner's answers on the board: what is missing, who would do, what hangs on whom; followed by mouse, keys and without a network.

use crate::look::on_card;
use crate::page::{Page, Setup, on_page};
use crate::plans::{APPLICANT, PARTNER, POOL, Row, kept, plan, whole, with};
use fantoccini::key::Key;
use serde_json::json;

/// Four members; two of the pool are enough.
pub const HALF: [Row; 9] = [
    ("skar", Some("hei"), Some("FI"), APPLICANT),
    ("malar", Some("hei"), Some("SE"), PARTNER),
    ("inst", Some("research_institute"), Some("SE"), PARTNER),
    ("saima", Some("enterprise"), Some("FI"), PARTNER),
    ("nord", Some("enterprise"), Some("DE"), POOL),
    ("porto", Some("enterprise"), Some("PT"), POOL),
    ("teknik", Some("association"), Some("SE"), POOL),
    ("region", Some("public_body"), Some("FI"), POOL),
    ("cape", Some("hei"), Some("GH"), POOL),
];

fn ghosts(page: &Page) -> Vec<String> {
    let words = page.script(
        "return [...document.querySelectorAll('[data-slot=ghosts] button')].map((it) => [...it.children].map((part) => part.textContent).join(' '))",
        json!([]),
    );
    words.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn expect_ghosts(page: &Page, seats: &[&str]) {
    page.until(|| format!("the seats {seats:?}; there are {:?}", ghosts(page)), || (ghosts(page) == seats).then_some(()));
}

#[test]
fn missing_seats_and_two_who_would_do() {
    on_page(with(&HALF), |page| {
        expect_ghosts(page, &["Ett företag från ett nytt programland", "En organisation från valfritt programland"]);
        let tip = page.text("[data-slot=panels] .tip");
        for part in ["Två till räcker.", "nord", "teknik", "Lägg till båda"] {
            assert!(tip.contains(part), "the tip does not say {part}: {tip}");
        }
        page.click("[data-slot=panels] .tip [data-join=\"nord teknik\"]");
        page.expect_verdict("met");
        page.expect_members(&["skar", "malar", "inst", "saima", "nord", "teknik"]);
        page.expect_focus("[data-heading=consortium]");
        page.expect_said(&["nord, teknik", "Minst 6 organisationer: uppfyllt"]);
        page.wait_gone("[data-slot=ghosts] button");
        page.wait_gone("[data-slot=panels] .tip");
        // One step back.
        page.click("[data-undo]");
        page.expect_members(&["skar", "malar", "inst", "saima"]);
        expect_ghosts(page, &["Ett företag från ett nytt programland", "En organisation från valfritt programland"]);
    });
}

#[test]
fn the_example_gets_all_green_by_suggestions_alone() {
    on_page(Setup::default(), |page| {
        page.click("[data-example]");
        page.expect_verdict("unmet");
        page.click("[data-slot=panels] .tip [data-months=\"24\"]");
        page.expect_status("duration", "met");
        page.click("[data-slot=panels] .tip [data-join]");
        page.expect_verdict("met");
    });
}

#[test]
fn suggestions_are_followed_by_the_keyboard_alone() {
    on_page(with(&HALF), |page| {
        page.wait_for("[data-slot=panels] .tip [data-join]");
        page.tab_to("[data-slot=panels] .tip [data-join]");
        page.key(Key::Enter);
        page.expect_verdict("met");
        page.expect_focus("[data-heading=consortium]");
    });
}

#[test]
fn a_missing_seat_opens_the_form_with_what_it_asks_for() {
    on_page(with(&HALF), |page| {
        page.click("[data-slot=ghosts] li:first-child button");
        page.wait_for("dialog[data-form][open]");
        let kind = "return document.querySelector('dialog [data-field=kind] select, dialog select[data-field=kind]').value";
        assert_eq!(page.script(kind, json!([])), "enterprise");
    });
}

#[test]
fn a_card_can_be_dropped_on_a_missing_seat() {
    on_page(with(&HALF), |page| {
        page.wait_for("[data-slot=ghosts] button");
        let seat = page.point("[data-slot=ghosts] li:first-child button", 0.5, 0.5);
        page.drag(page.grip("nord"), seat);
        page.expect_members(&["skar", "malar", "inst", "saima", "nord"]);
        expect_ghosts(page, &["En organisation från valfritt programland"]);
    });
}

#[test]
fn what_hangs_on_a_member_is_said_on_its_card_and_in_a_table() {
    on_page(whole(), |page| {
        page.expect("a badge on lund", || !page.text(&on_card("lund", "[data-badge]")).is_empty());
        let shield = page.text("[data-slot=panels] .shield");
        assert!(shield.contains("Om någon hoppar av"), "{shield}");
        page.wait_for("[data-slot=panels] .shield table th[scope=col]");
        page.wait_for("[data-slot=panels] .shield table th[scope=row]");
        page.click("[data-requirement=enterprises] summary");
        page.expect("what would change it", || !page.text("[data-flip=enterprises]").is_empty());
    });
}

#[test]
fn advice_is_in_the_language_of_the_page() {
    on_page(with(&HALF), |page| {
        let table = [("fi", "Yritys"), ("en", "An enterprise"), ("sv", "Ett företag")];
        for (language, words) in table {
            page.choose("[data-language]", language);
            page.expect(words, || ghosts(page).first().is_some_and(|seat| seat.starts_with(words)));
        }
    });
}

#[test]
fn advice_comes_without_a_server_after_one_visit() {
    let expected = &["ERR_CONNECTION_REFUSED", "sw.js"];
    on_page(Setup { expected, ..with(&HALF) }, |page| {
        page.wait_for("[data-offline=ready]");
        page.server.stop();
        page.reload();
        expect_ghosts(page, &["Ett företag från ett nytt programland", "En organisation från valfritt programland"]);
    });
}

#[test]
fn an_empty_board_asks_nothing_and_one_worker_answers_all() {
    let script = "globalThis.hired = 0; globalThis.Worker = class extends Worker { constructor(...all) { super(...all); hired += 1 } }";
    on_page(Setup { script, ..Setup::default() }, |page| {
        page.choose("[data-language]", "fi");
        page.choose("[data-language]", "sv");
        assert_eq!(page.script("return hired", json!([])), 0, "an empty board is asked about");
        page.click("[data-example]");
        page.wait_for("[data-slot=panels] .tip");
        for language in ["fi", "en", "sv"] {
            page.choose("[data-language]", language);
        }
        let answered = page.attribute("html", "data-advice");
        page.click(&on_card("o5", "[data-move]"));
        page.expect("the last change is answered", || page.attribute("html", "data-advice") != answered);
        assert_eq!(page.script("return hired", json!([])), 1, "one worker serves all");
    });
}

#[test]
fn facts_that_are_missing_are_asked_for() {
    let mut rows = HALF.to_vec();
    rows.truncate(4);
    rows.extend([("eka", None, Some("DE"), PARTNER), ("toka", Some("other"), Some("EE"), PARTNER)]);
    on_page(kept(&plan(&rows)), |page| {
        page.wait_for("[data-slot=panels] .tip [data-fill=eka]");
        page.click("[data-slot=panels] .tip [data-fill=eka]");
        page.wait_for("dialog[data-form][open]");
    });
}

#[test]
fn what_is_opened_stays_open_while_other_boxes_come_and_go() {
    on_page(with(&HALF), |page| {
        let opened = "return [...document.querySelectorAll('[data-slot=panels] > details[open] > summary')].map((it) => it.textContent)";
        page.wait_for("[data-slot=panels] .tip [data-join]");
        page.script(
            "[...document.querySelectorAll('[data-slot=panels] > details > summary')].find((it) => it.textContent === 'Frågor').click()",
            json!([]),
        );
        assert_eq!(page.script(opened, json!([])), json!(["Frågor"]));
        page.click("[data-slot=panels] .tip [data-join]");
        page.wait_gone("[data-slot=panels] .tip");
        assert_eq!(page.script(opened, json!([])), json!(["Frågor"]));
        // The same box in another language, and with other numbers in it.
        page.choose("[data-language]", "en");
        page.expect("it stays open in English", || page.script(opened, json!([])) == json!(["Questions"]));
    });
}

/// A box whose title has a number in it is the same box when the number changes.
#[test]
fn what_is_opened_stays_open_when_a_number_changes() {
    on_page(with(&HALF), |page| {
        let opened = "return [...document.querySelectorAll('[data-slot=panels] .tip details[open] > summary')].map((it) => it.textContent)";
        page.click("[data-slot=panels] .tip details > summary");
        let before = page.script(opened, json!([]));
        assert_eq!(before.as_array().map(Vec::len), Some(1), "{before}");
        page.click(&on_card("region", "[data-edit]"));
        page.click("[data-form-delete]");
        page.expect("it is open, with another number", || {
            let now = page.script(opened, json!([]));
            now.as_array().is_some_and(|all| all.len() == 1) && now != before
        });
    });
}

#[test]
fn what_is_copied_keeps_its_lines_and_is_said() {
    on_page(with(&HALF), |page| {
        page.wait_for("[data-slot=panels] button[data-print]");
        page.script("navigator.clipboard.writeText = async (text) => { globalThis.copied = text }", json!([]));
        page.script("document.querySelectorAll('[data-slot=panels] summary').forEach((it) => it.click())", json!([]));
        page.script("document.querySelector('button[data-print]').parentElement.querySelector('[data-copy]').click()", json!([]));
        page.expect("the copy is said", || page.text("[data-advice-said]") == "Kopierat.");
        let lines = page.script("return globalThis.copied.split('\\n').filter(Boolean).length", json!([]));
        assert!(lines.as_u64().is_some_and(|lines| lines > 5), "the question sheet is copied as {lines} lines");
        page.script("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))", json!([]));
        page.script("document.querySelector('button[data-print]').parentElement.querySelector('[data-copy]').click()", json!([]));
        page.expect("what to do is said", || page.text("[data-advice-said]").starts_with("Texten är markerad"));
    });
}

#[test]
fn without_workers_the_page_is_the_same() {
    let script = "globalThis.Worker = class { constructor() { throw new Error('no workers here') } }";
    on_page(Setup { script, ..whole() }, |page| {
        page.click(&on_card("cork", "[data-move]"));
        page.expect_status("enterprises", "unmet");
        page.expect_said(&["cork är inte längre med"]);
        page.wait_for("[data-notice=unanswered] [data-remedy]");
        assert!(!page.there("[data-slot=panels] *"));
    });
}
