//! After one visit the page loads without a server; a new version waits until the visitor asks for it.

use crate::look::on_card;
use crate::page::{Page, Setup, Window, dist, on_page};
use crate::plans::whole;
use crate::scratch::Scratch;
use serde_json::json;
use std::fs;

/// What the browser writes to the console when it asks a stopped server for a newer worker.
const NO_SERVER: &[&str] = &["ERR_CONNECTION_REFUSED", "sw.js"];

#[test]
fn after_one_visit_the_page_loads_without_a_server() {
    on_page(Setup { expected: NO_SERVER, ..whole() }, |page| {
        page.wait_for("[data-offline=ready]");
        assert!(page.text("[data-offline=ready]").contains("Redo offline"));
        page.server.stop();
        page.reload();
        page.expect_verdict("met");
        page.click(&on_card("cork", "[data-move]"));
        page.expect_status("enterprises", "unmet");
        page.open("?lang=fi");
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("fi"));
        page.expect_status("enterprises", "unmet");
        page.open("index.html");
        page.expect_status("enterprises", "unmet");
    });
}

/// The line about it comes some time after the page; what the visitor has under the hand stays where it is.
#[test]
fn what_is_said_about_it_moves_nothing() {
    let script = "globalThis.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
        `${value.toFixed(3)} ${sources.map(({ node }) => node?.cloneNode?.(false).outerHTML ?? node?.nodeName).join(' ')}`))).observe({ type: 'layout-shift', buffered: true })";
    for window in [Window::Wide, Window::Phone] {
        on_page(Setup { script, phone: window == Window::Phone, ..whole() }, |page| {
            page.wait_for("[data-offline=ready]");
            // The observer is told with the next frame.
            page.script_later("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", json!([]));
            assert_eq!(page.script("return shifts", json!([])), json!([]), "{window:?}: what moves by itself while the page starts");
        });
    }
}

#[test]
fn a_new_version_waits_until_it_is_asked_for() {
    let site = Scratch::copy_of(&dist(), "site");
    let setup = Setup { folder: Some(site.path().to_path_buf()), ..whole() };
    on_page(setup, |page| {
        page.wait_for("[data-offline=ready]");
        publish_second(page, &site);
        page.reload();
        page.script_later(
            "const done = arguments[0]; navigator.serviceWorker.ready.then((worker) => worker.update()).then(() => done(), done)",
            json!([]),
        );
        page.wait_for("[data-offline=waiting]");
        let edition = || page.attribute("html", "data-edition");
        assert_eq!(edition(), None, "the new version has come by itself");
        page.reload();
        page.wait_for("[data-offline=waiting]");
        assert_eq!(edition(), None, "the new version has come by reloading");
        page.click(&on_card("cork", "[data-move]"));
        page.click("[data-reload]");
        page.wait_for("html[data-edition=second][data-ready]");
        page.wait_for("[data-offline=ready]");
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        page.server.stop();
        page.open("");
        assert_eq!(edition().as_deref(), Some("second"), "without a server the old version comes back");
    });
}

/// The new version's own button must not throw away a plan that is kept nowhere.
#[test]
fn a_new_version_leaves_a_plan_that_cannot_be_kept() {
    let site = Scratch::copy_of(&dist(), "site");
    let script = "const keep = Storage.prototype.setItem; Storage.prototype.setItem = function (...text) {
        if (globalThis.full && this === localStorage) throw new DOMException('full', 'QuotaExceededError'); return keep.apply(this, text) }";
    on_page(Setup { folder: Some(site.path().to_path_buf()), script, ..whole() }, |page| {
        page.wait_for("[data-offline=ready]");
        publish_second(page, &site);
        page.script_later(
            "const done = arguments[0]; navigator.serviceWorker.ready.then((worker) => worker.update()).then(() => done(), done)",
            json!([]),
        );
        page.wait_for("[data-offline=waiting]");
        page.script("globalThis.full = true", json!([]));
        page.click(&on_card("cork", "[data-move]"));
        page.click("[data-reload]");
        page.wait_for("[data-notice=full]");
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
        assert_eq!(page.attribute("html", "data-edition"), None, "the new version has come, and the plan is gone");
        // With room again the plan goes along.
        page.script("globalThis.full = false", json!([]));
        page.click("[data-reload]");
        page.wait_for("html[data-edition=second][data-ready]");
        page.expect_members(&["aalto", "lund", "bosch", "tartu", "delft"]);
    });
}

/// Puts a second version in place of the first: another index.html, and the worker that lists it.
fn publish_second(page: &Page, site: &Scratch) {
    let read = |name: &str| fs::read_to_string(site.path().join(name)).unwrap();
    let (first, worker) = (read("index.html"), read("sw.js"));
    let second = first.replacen("<html ", "<html data-edition=\"second\" ", 1);
    let (before, after) = (digest(page, &first), digest(page, &second));
    assert!(worker.contains(&before), "sw.js does not list index.html as it is");
    let (_, rest) = worker.split_once("VERSION=\"").expect("a version in sw.js");
    let (version, _) = rest.split_once('"').unwrap();
    site.file("index.html", &second);
    site.file("sw.js", &worker.replace(&before, &after).replace(version, "second"));
}

/// As in a list of integrities.
fn digest(page: &Page, text: &str) -> String {
    let script = "const [text, done] = arguments;
        crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)).then((hash) => done(btoa(String.fromCharCode(...new Uint8Array(hash)))))";
    format!("sha256-{}", page.script_later(script, json!([text])).as_str().unwrap())
}
