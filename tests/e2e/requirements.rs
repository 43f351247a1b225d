//! What the requirements say: statuses, who counts, who does not and why, the year of the call, the other reading.

use crate::page::{Page, Setup, on_page};
use crate::plans::{Row, WHOLE, kept, plan, whole, with};
use serde_json::json;

const PARTNER: Option<&str> = Some("partner");

/// The whole consortium with another organisation in one place.
fn whole_but(at: usize, row: Row) -> Vec<Row> {
    let mut rows = WHOLE.to_vec();
    rows[at] = row;
    rows
}

#[test]
fn all_met() {
    on_page(whole(), |page| {
        page.expect_verdict("met");
        let words = page.text("[data-verdict=met]");
        assert!(words.contains("Alla obligatoriska krav är uppfyllda"), "the overall result says: {words}");
        let met = page.attribute("[data-verdict]", "data-met").unwrap();
        assert!(words.contains(&format!("{met}/{met}")), "the ring says: {words}");
        for id in ["organisations", "programme-countries", "higher-education-institutions", "enterprises", "applicant", "duration"] {
            assert_eq!(page.status(id), "met", "{id}");
        }
        assert_eq!(page.status("grant"), "not_applicable");
    });
}

#[test]
fn a_status_is_also_a_word() {
    on_page(with(&whole_but(5, ("delft", Some("association"), None, PARTNER))), |page| {
        let table = [("met", "Uppfyllt"), ("unknown", "Uppgift saknas"), ("not_applicable", "Gäller inte"), ("review", "Behöver bedömas")];
        for (status, word) in table {
            let words = page.text(&format!("[data-requirement][data-status={status}] summary"));
            assert!(words.contains(word), "{status} says: {words}");
        }
    });
}

#[test]
fn a_fact_that_is_missing_and_decides_gives_unknown() {
    on_page(with(&whole_but(5, ("delft", Some("association"), None, PARTNER))), |page| {
        page.expect_status("organisations", "unknown");
        page.expect_status("programme-countries", "met");
        page.expect_verdict("unknown");
        page.click("[data-requirement=organisations] [data-why]");
        page.wait_for("[data-requirement=organisations] [data-left-out] [data-reason=country_not_stated]");
        page.click("[data-organisation=delft] [data-edit]");
        page.choose("[data-field=country]", "NL");
        page.click("[data-form-save]");
        page.expect_status("organisations", "met");
        page.expect_said(&["Uppgifterna om delft är ändrade", "Minst 6 organisationer: uppfyllt"]);
    });
}

#[test]
fn serbia_is_a_programme_country_from_2019() {
    on_page(with(&whole_but(1, ("novi-sad", Some("hei"), Some("RS"), PARTNER))), |page| {
        page.click("[data-requirement=organisations] [data-why]");
        page.wait_for("[data-requirement=organisations] [data-counted]");
        let table = [("2020", "met"), ("2018", "unmet"), ("2019", "met")];
        for (year, status) in table {
            page.choose("[data-call]", &format!("erasmus-knowledge-alliances/{year}"));
            page.expect_status("higher-education-institutions", status);
            let left_out = page.count("[data-requirement=organisations] [data-left-out] [data-reason=outside_class]");
            assert_eq!(left_out, u64::from(status == "unmet"), "{year}: left out as from a partner country");
        }
        let asked = |page: &Page| page.script("return document.querySelector('[data-call]').value", json!([]));
        assert_eq!(asked(page), "erasmus-knowledge-alliances/2019");
    });
}

#[test]
fn the_address_may_ask_for_a_year() {
    on_page(Setup { query: "?call=erasmus-knowledge-alliances&year=2018", ..Setup::default() }, |page| {
        let year = page.script("return document.querySelector('[data-call]').value", json!([]));
        assert_eq!(year, "erasmus-knowledge-alliances/2018");
    });
}

#[test]
fn the_generous_reading_is_said_where_it_differs() {
    on_page(with(&whole_but(5, ("cape-coast", Some("hei"), Some("GH"), PARTNER))), |page| {
        page.expect_status("organisations", "unmet");
        let words = page.text("[data-requirement=organisations] [data-reading=lenient]");
        assert!(words.contains("Generöst läst: 6 av 6"), "it says: {words}");
        assert!(!page.there("[data-requirement=enterprises] [data-reading]"), "it is said where both say the same");
    });
}

#[test]
fn opened_a_requirement_says_why() {
    let mut plan = plan(&WHOLE);
    for at in [2, 3] {
        plan["organisations"][at]["group"] = json!("Nordgruppen");
    }
    plan["organisations"][1]["eche"] = json!(false);
    on_page(kept(&plan), |page| {
        page.expect_status("enterprises", "unmet");
        page.click("[data-requirement=enterprises] [data-why]");
        page.expect("it is open", || page.words().contains("samma juridiska grupp som bosch"));
        let words = page.words();
        for part in ["av vilka minst 2 är högskolor och 2 företag", "Räknas", "Räknas inte", "programkontorets webbsida"] {
            assert!(words.contains(part), "the open requirement does not say {part}");
        }
        assert_eq!(page.text("[data-requirement=enterprises] [data-counted]"), "bosch");
        page.click("[data-requirement=higher-education-institutions] [data-why]");
        page.wait_for("[data-requirement=higher-education-institutions] [data-left-out]");
        let reasons = [("enterprises", "same_legal_group"), ("higher-education-institutions", "no_charter")];
        for (requirement, reason) in reasons {
            assert!(page.there(&format!("[data-requirement={requirement}] li[data-reason={reason}]")), "{requirement}: {reason}");
        }
    });
}

#[test]
fn facts_of_the_project_are_stated_in_their_requirement() {
    on_page(whole(), |page| {
        page.click("[data-requirement=grant] [data-why]");
        page.wait_for("[data-grant]");
        page.write("[data-grant]", "650 000 €\n");
        page.expect_status("grant", "met");
        page.script("document.querySelector('[data-grant]').select()", json!([]));
        page.write("[data-grant]", "1000001\n");
        page.expect_status("grant", "unmet");
        page.script("document.querySelector('[data-grant]').select()", json!([]));
        page.write("[data-grant]", "mycket\n");
        page.wait_for("[data-grant][aria-invalid=true]");
        // What cannot be read is not stated, and the row says so; the field keeps what was typed.
        page.expect_status("grant", "not_applicable");
        assert!(page.text("[data-requirement=grant] .line").contains("Skriv beloppet i euro"));
        assert_eq!(page.script("return document.querySelector('[data-grant]').value", json!([])), "mycket");
        page.script("document.querySelector('[data-grant]').select()", json!([]));
        page.write("[data-grant]", "646.548,50\n");
        page.expect_status("grant", "met");
        assert!(!page.there("[data-grant][aria-invalid=true]"), "a field that is read is still marked as wrong");
        page.expect("the plan has the cents", || page.kept().is_some_and(|plan| plan["grant_eur"] == 646_548.5));

        page.click("[data-requirement=activities] [data-why]");
        page.wait_for("[data-activity]");
        let before = page.have("activities");
        page.click("[data-activity]");
        page.expect("an activity more", || page.have("activities") == before + 1);
        assert!(page.is_focused("[data-activity]"), "the focus is lost by choosing an activity");
    });
}

#[test]
fn a_script_on_the_page_gets_the_same_answers() {
    on_page(whole(), |page| {
        let script = "return (async (plan) => {
            const { call, calls, check } = await window.wasmBindings;
            const [{ id, years }] = calls();
            try { check({ ...plan, call: 'horizon' }) } catch (error) { var refused = error.kind }
            return [check(plan).verdict, call(id, years.at(-1)).requirements.length, refused];
        })(arguments[0])";
        assert_eq!(page.script(script, json!([plan(&WHOLE)])), json!(["met", page.count("[data-requirement]"), "unknown_call"]));
    });
}
