//! What a test sees on the page.

use crate::page::Page;
use serde_json::{Value, json};

/// The selector of an organisation's card.
pub fn card(id: &str) -> String {
    format!("[data-organisation=\"{id}\"]")
}

/// The selector of a part of an organisation's card.
pub fn on_card(id: &str, part: &str) -> String {
    format!("{} {part}", card(id))
}

impl Page {
    pub fn there(&self, selector: &str) -> bool {
        self.count(selector) > 0
    }

    pub fn count(&self, selector: &str) -> u64 {
        self.script("return document.querySelectorAll(arguments[0]).length", json!([selector])).as_u64().unwrap()
    }

    pub fn wait_for(&self, selector: &str) {
        self.until(|| format!("{selector} on the page"), || self.there(selector).then_some(()));
    }

    pub fn wait_gone(&self, selector: &str) {
        self.until(|| format!("{selector} gone from the page"), || (!self.there(selector)).then_some(()));
    }

    /// Waits until `is` holds; `what` says what was awaited.
    pub fn expect(&self, what: &str, is: impl Fn() -> bool) {
        self.until(|| what.to_owned(), || is().then_some(()));
    }

    pub fn text(&self, selector: &str) -> String {
        let text = self.script("return document.querySelector(arguments[0])?.textContent ?? null", json!([selector]));
        text.as_str().unwrap_or_else(|| panic!("{selector} is not there")).trim().to_owned()
    }

    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let value = self.script("return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null", json!([selector, name]));
        value.as_str().map(str::to_owned)
    }

    /// The ids of the cards of a side, in order.
    pub fn cards(&self, zone: &str) -> Vec<String> {
        let selector = format!("[data-zone={zone}] [data-organisation]");
        let ids =
            self.script("return [...document.querySelectorAll(arguments[0])].map((card) => card.dataset.organisation)", json!([selector]));
        ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    }

    /// Waits until exactly these are the members, in this order.
    pub fn expect_members(&self, members: &[&str]) {
        let seen = || self.cards("consortium");
        self.until(|| format!("the members {members:?}; there are {:?}", seen()), || (seen() == members).then_some(()));
    }

    pub fn status(&self, requirement: &str) -> String {
        self.attribute(&format!("[data-requirement={requirement}]"), "data-status").unwrap_or_default()
    }

    pub fn have(&self, requirement: &str) -> u64 {
        self.attribute(&format!("[data-requirement={requirement}]"), "data-have").unwrap().parse().unwrap()
    }

    pub fn expect_status(&self, requirement: &str, status: &str) {
        let what = || format!("{requirement} {status}; it is {}", self.status(requirement));
        self.until(what, || (self.status(requirement) == status).then_some(()));
    }

    pub fn expect_verdict(&self, verdict: &str) {
        self.wait_for(&format!("[data-verdict={verdict}]"));
    }

    /// Waits until the status region says all of these, in capitals or not.
    pub fn expect_said(&self, parts: &[&str]) {
        let said = || self.text("[data-status-region]").to_lowercase();
        let what = || format!("the status region says {parts:?}; it says: {}", said());
        self.until(what, || parts.iter().all(|part| said().contains(&part.to_lowercase())).then_some(()));
    }

    /// The plan that the browser keeps.
    pub fn kept(&self) -> Option<Value> {
        let text = self.script("return localStorage.getItem('allians:plan')", json!([]));
        serde_json::from_str(text.as_str()?).ok()
    }

    /// Waits until the kept plan has these members.
    pub fn expect_kept_members(&self, members: &[&str]) {
        self.expect(&format!("the browser keeps a plan with the members {members:?}"), || {
            let kept = self.kept().unwrap_or_default();
            let ids: Vec<&str> = kept["members"].as_array().into_iter().flatten().filter_map(|row| row["organisation"].as_str()).collect();
            ids == members
        });
    }

    pub fn is_focused(&self, selector: &str) -> bool {
        self.script("return document.activeElement?.matches(arguments[0]) ?? false", json!([selector])) == true
    }

    pub fn expect_focus(&self, selector: &str) {
        self.until(|| format!("the focus on {selector}; it is on {}", self.focused()), || self.is_focused(selector).then_some(()));
    }

    /// The element with the focus, as one would write it.
    pub fn focused(&self) -> String {
        let script = "const it = document.activeElement; return it ? it.cloneNode(false).outerHTML : 'nothing'";
        self.script(script, json!([])).as_str().unwrap().to_owned()
    }

    /// The title of the document.
    pub fn title(&self) -> String {
        self.script("return document.title", json!([])).as_str().unwrap().to_owned()
    }

    /// The page's words, without scripts and styles.
    pub fn words(&self) -> String {
        self.script("return document.body.innerText", json!([])).as_str().unwrap().to_owned()
    }
}
