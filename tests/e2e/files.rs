//! Plan files: opened by button or by dropping, saved, and refused with the place and the reason.

use crate::page::{Page, Setup, on_page};
use crate::plans::{POOL, WHOLE, plan, whole};
use serde_json::{Value, json};
use std::fs;

const ALL: [&str; 6] = ["aalto", "lund", "bosch", "cork", "tartu", "delft"];

/// Another plan than the one on the page.
fn other() -> Value {
    let mut other = plan(&[("helsinki", Some("hei"), Some("FI"), Some("applicant")), ("nokia", Some("enterprise"), Some("FI"), POOL)]);
    other["title"] = json!("Plan B");
    other
}

fn open(page: &Page, name: &str, text: &str) {
    let file = page.file(name, text);
    let field = page.element("input[data-open]");
    page.wait(field.send_keys(&file.to_string_lossy()));
}

/// Lets a file fall on the middle of the page, as a file manager would.
fn drop_file(page: &Page, name: &str, text: &str) {
    let script = "const files = new DataTransfer();
        files.items.add(new File([arguments[1]], arguments[0], { type: 'application/json' }));
        const on = document.querySelector('[data-zone=consortium]');
        const event = (type) => new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true });
        const over = event('dragover');
        on.dispatchEvent(over);
        on.dispatchEvent(event('drop'));
        return over.defaultPrevented";
    assert_eq!(page.script(script, json!([name, text])), true, "the page does not let a file fall on it");
}

impl Page {
    /// The name and the text of the file that was downloaded.
    pub fn downloaded(&self) -> (String, String) {
        self.until(
            || "a file is downloaded".to_owned(),
            || {
                let entry = fs::read_dir(self.downloads())
                    .ok()?
                    .flatten()
                    .find(|entry| !entry.file_name().to_string_lossy().ends_with(".crdownload"))?;
                let text = fs::read_to_string(entry.path()).ok().filter(|text| !text.is_empty())?;
                Some((entry.file_name().to_string_lossy().into_owned(), text))
            },
        )
    }
}

#[test]
fn a_wrong_file_is_refused_and_the_plan_stays() {
    let with = |path: &str, value: Value| {
        let mut wrong = plan(&WHOLE);
        *wrong.pointer_mut(path).unwrap() = value;
        wrong.to_string()
    };
    let unknown_field = plan(&WHOLE).to_string().replacen("\"title\"", "\"titel\"", 1);
    let table = [
        ("not JSON", "{\n  \"format\": \"allians-plan\",\n  oj\n}".to_owned(), ["rad 3, tecken 3", "JSON"]),
        ("empty", String::new(), ["JSON", "rad 1"]),
        ("another format", "{\"format\": \"other\"}".to_owned(), ["ingen plan", "allians-plan"]),
        ("an unknown field", unknown_field, ["titel", "fältet är okänt"]),
        ("an unknown country", with("/organisations/2/country", json!("QX")), ["organisations[2].country", "QX"]),
        ("an unknown kind", with("/organisations/0/kind", json!("firma")), ["organisations[0].kind", "firma"]),
        ("a member who is nobody", with("/members/1/organisation", json!("nobody")), ["members[1].organisation", "nobody"]),
        ("an unknown call", with("/call", json!("horizon")), ["horizon", "finns inte här"]),
        ("an unknown year", with("/year", json!(2031)), ["2031", "finns inte här"]),
    ];
    on_page(whole(), |page| {
        for (name, text, parts) in table {
            open(page, "fel.json", &text);
            page.wait_for("[data-notice=file-refused]");
            let words = page.text("[data-notice=file-refused] p");
            for part in ["fel.json", "Din plan är oförändrad"].iter().chain(&parts) {
                assert!(words.contains(part), "{name}: the notice does not say {part}: {words}");
            }
            page.expect_members(&ALL);
            assert!(page.attribute("[data-undo]", "aria-disabled").is_some(), "{name}: a refused file can be undone");
            page.click("[data-notice=file-refused] [data-close]");
            page.wait_gone("[data-notice]");
            assert!(!page.is_focused("body"), "{name}: the focus is lost by closing the notice");
        }
    });
}

#[test]
fn a_file_is_opened_and_undo_brings_the_plan_before_it_back() {
    on_page(whole(), |page| {
        open(page, "b.allians.json", &other().to_string());
        page.expect_members(&["helsinki"]);
        page.expect("the title", || page.title() == "Plan B – Allians");
        page.wait_for("[data-notice=file-opened]");
        page.click("[data-notice=file-opened] [data-remedy]");
        page.expect_members(&ALL);
        page.wait_gone("[data-notice=file-opened]");
        page.click("[data-redo]");
        page.expect_members(&["helsinki"]);
    });
}

#[test]
fn the_same_file_can_be_opened_twice() {
    on_page(whole(), |page| {
        for _ in 0..2 {
            open(page, "b.allians.json", &other().to_string());
            page.expect_members(&["helsinki"]);
            page.click("[data-undo]");
            page.expect_members(&ALL);
        }
    });
}

#[test]
fn a_file_that_falls_on_the_page_is_opened() {
    on_page(whole(), |page| {
        drop_file(page, "fel.json", "[]");
        page.wait_for("[data-notice=file-refused]");
        page.expect_members(&ALL);
        drop_file(page, "b.allians.json", &other().to_string());
        page.expect_members(&["helsinki"]);
    });
}

#[test]
fn a_saved_file_is_a_plan_that_opens_again() {
    on_page(whole(), |page| {
        page.click("[data-save]");
        let (name, text) = page.downloaded();
        assert_eq!(name, "Plan A.allians.json");
        let saved: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&saved["format"], &saved["version"]), (&json!("allians-plan"), &json!(1)));
        assert_eq!((&saved["year"], &saved["duration_months"]), (&json!(2020), &json!(24)));
        page.click("[data-empty]");
        page.wait_for("[data-example]");
        open(page, &name, &text);
        page.expect_members(&ALL);
        page.expect_verdict("met");
        assert_eq!(page.cards("pool"), ["oslo"]);
    });
}

#[test]
fn without_a_name_the_file_has_one_all_the_same() {
    on_page(Setup::default(), |page| {
        page.click("[data-save]");
        assert_eq!(page.downloaded().0, "Namnlös plan.allians.json");
    });
}
