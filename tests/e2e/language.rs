//! Which language the page speaks: the one asked for, the one chosen before, the browser's, else Swedish.

use crate::page::{Page, Setup, on_page};
use crate::plans::whole;

/// Language, title of the page without a plan's name, heading of the pool, a placeholder.
const WORDS: [(&str, &str, &str, &str); 3] = [
    ("sv", "Namnlös plan – Allians", "Mina organisationer", "Ett företag i Tyskland"),
    ("fi", "Nimetön suunnitelma – Allians", "Omat organisaatiot", "Yritys (Saksa)"),
    ("en", "Untitled plan – Allians", "My organisations", "An enterprise in Germany"),
];

fn expect_language(page: &Page, name: &str, language: &str) {
    let (_, title, heading, _) = WORDS.into_iter().find(|row| row.0 == language).unwrap();
    page.expect(&format!("{name}: html lang={language}"), || page.attribute("html", "lang").as_deref() == Some(language));
    page.expect(&format!("{name}: the title {title}"), || page.title() == title);
    assert_eq!(page.text("[data-heading=pool]"), heading, "{name}");
}

#[test]
fn the_first_language() {
    let table = [
        ("a browser in Japanese", "ja", "", "sv"),
        ("a browser in Finnish", "fi", "", "fi"),
        ("a browser in British English", "en-GB", "", "en"),
        ("a browser in Japanese, then Finnish", "ja,fi", "", "fi"),
        ("the address before the browser", "sv", "?lang=fi", "fi"),
        ("a language there is not in the address", "en", "?lang=de", "en"),
    ];
    for (name, languages, query, language) in table {
        on_page(Setup { languages, query, ..Setup::default() }, |page| expect_language(page, name, language));
    }
}

#[test]
fn the_chosen_language_is_remembered() {
    on_page(Setup::default(), |page| {
        expect_language(page, "at first", "sv");
        page.choose("[data-language]", "fi");
        expect_language(page, "chosen", "fi");
        page.reload();
        expect_language(page, "after a reload", "fi");
        page.open("?lang=en");
        expect_language(page, "asked for in the address", "en");
    });
}

#[test]
fn another_language_keeps_the_plan() {
    on_page(whole(), |page| {
        page.choose("[data-language]", "en");
        page.expect("the title", || page.title() == "Plan A – Allians");
        page.expect("the page is in English", || page.text("[data-heading=consortium]") == "The consortium");
        page.expect_members(&["aalto", "lund", "bosch", "cork", "tartu", "delft"]);
        page.expect_verdict("met");
        assert!(!page.is_focused("body"), "the focus is lost by choosing a language");
    });
}

/// All that another language takes is kept: the texts of the page, those of the call, and those of the answers.
#[test]
fn every_language_is_there_without_a_server() {
    on_page(Setup { expected: &["ERR_CONNECTION_REFUSED", "sw.js"], ..whole() }, |page| {
        page.wait_for("[data-offline=ready]");
        page.server.stop();
        page.reload();
        for (language, heading, panel) in
            [("fi", "Konsortio", "Kysymykset"), ("en", "The consortium", "Questions"), ("sv", "Konsortiet", "Frågor")]
        {
            page.choose("[data-language]", language);
            page.expect(heading, || page.text("[data-heading=consortium]") == heading);
            page.expect(panel, || page.text("[data-slot=panels]").contains(panel));
        }
        page.expect_verdict("met");
    });
}

#[test]
fn a_placeholder_has_a_name_in_every_language() {
    on_page(Setup::default(), |page| {
        page.click("[data-new]");
        page.choose("[data-field=kind]", "enterprise");
        page.choose("[data-field=country]", "DE");
        page.click("[data-form-join]");
        page.wait_gone("dialog[data-form]");
        page.expect("it is a member", || page.cards("consortium").len() == 1);
        for (language, _, _, placeholder) in WORDS {
            page.choose("[data-language]", language);
            page.expect(placeholder, || page.text("[data-zone=consortium] [data-organisation] b") == placeholder);
            let button = page.computed("[data-zone=consortium] [data-move]", "computedlabel");
            assert!(button.contains(placeholder), "{language}: its button is called {button}");
        }
        assert_eq!(page.have("enterprises"), 1, "a placeholder counts");
    });
}
