//! The page in a tab of its own: how it is set up, opened, waited for, and what every test asks of it at its end.

use crate::browser::{Lent, lend};
use crate::scratch::Scratch;
use fantoccini::Locator;
use fantoccini::actions::ActionSequence;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::env;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};
use xtask::server::Server;

/// How long something may take before it counts as not happening. Far more than it takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// How a test wants its page.
#[derive(Default)]
pub struct Setup {
    /// After the address: `?lang=fi`.
    pub query: &'static str,
    /// The languages that the browser asks for; Swedish if empty.
    pub languages: &'static str,
    /// What the browser keeps from before.
    pub stored: Vec<(&'static str, String)>,
    /// Runs before the page's own scripts.
    pub script: &'static str,
    /// A phone and not a wide window.
    pub phone: bool,
    /// The page does not start, but shows what there is to do after a crash.
    pub crashed: bool,
    /// The served folder, if not the built page.
    pub folder: Option<PathBuf>,
    /// Console errors that belong to the test: a part of each.
    pub expected: &'static [&'static str],
}

/// The page, its browser, its server.
pub struct Page {
    browser: Lent,
    pub server: Server,
    scratch: Scratch,
    expected: &'static [&'static str],
}

/// Opens a page, hands it to the test, and then looks whether the page broke a promise meanwhile.
pub fn on_page(setup: Setup, test: impl FnOnce(&Page)) {
    let server = Server::start(&setup.folder.clone().unwrap_or_else(dist), "/allians/", None).expect("a server");
    let page = Page { browser: lend(setup.languages), server, scratch: Scratch::new("files"), expected: setup.expected };
    page.prepare(&setup);
    if setup.crashed {
        page.open_crashed();
    } else {
        page.open(setup.query);
    }
    test(&page);
    page.assert_clean();
}

/// The folder of the built page.
pub fn dist() -> PathBuf {
    let folder = env::var_os("ALLIANS_DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(folder.join("index.html").is_file(), "{}: no built page; `cargo xtask test --only e2e` builds it", folder.display());
    folder
}

impl Page {
    fn prepare(&self, setup: &Setup) {
        // A port may have been another test's before.
        let origin = self.server.url().trim_end_matches("/allians/").to_owned();
        self.devtools("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" }));
        self.devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": self.downloads() }));
        self.see(if setup.phone { Window::Phone } else { Window::Wide });
        let watch = "globalThis.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));";
        self.before_each_document(watch);
        for (key, text) in &setup.stored {
            // Once: what the page makes of it is there after a reload.
            self.before_each_document(&format!(
                "if (sessionStorage.getItem('stored {key}') === null) {{ sessionStorage.setItem('stored {key}', ''); localStorage.setItem({}, {}) }}",
                json!(key),
                json!(text)
            ));
        }
        self.before_each_document(setup.script);
    }

    fn before_each_document(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Opens the page, with something after its address, and waits until it has painted and all of it is in its place.
    pub fn open(&self, query: &str) {
        let address = format!("{}{query}", self.server.url());
        self.wait(self.browser.client.goto(&address));
        self.settle();
    }

    fn open_crashed(&self) {
        let address = self.server.url();
        self.wait(self.browser.client.goto(&address));
        self.wait_for("#crash:not([hidden])");
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.assert_clean();
        self.wait(self.browser.client.refresh());
        self.settle();
    }

    fn settle(&self) {
        self.wait_for("html[data-ready]");
        self.wait_for("[data-offline]");
    }

    /// A command of the Chrome DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.browser.devtools(command, parameters)
    }

    /// The size of the window.
    pub fn see(&self, window: Window) {
        let (width, height, mobile) = match window {
            Window::Wide => (1440, 900, false),
            Window::Phone => (390, 844, true),
        };
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": mobile }));
    }

    /// What the visitor's system prefers: `("prefers-color-scheme", "dark")`.
    pub fn prefer(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// The result of a script; a list of arguments is seen there as `arguments`.
    pub fn script(&self, script: &str, arguments: Value) -> Value {
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        self.wait(self.browser.client.execute(script, arguments))
    }

    /// What a script hands to its last argument, a function.
    pub fn script_later(&self, script: &str, arguments: Value) -> Value {
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        self.wait(self.browser.client.execute_async(script, arguments))
    }

    pub fn element(&self, selector: &str) -> Element {
        self.wait_for(selector);
        self.wait(self.browser.client.find(Locator::Css(selector)))
    }

    /// What a screen reader is told of an element: `computedlabel`, `computedrole`.
    pub fn computed(&self, selector: &str, what: &str) -> String {
        let element = self.element(selector);
        let path = format!("element/{}/{what}", &*element.element_id());
        self.browser.ask(&path, None).as_str().unwrap_or_default().to_owned()
    }

    pub fn perform(&self, actions: impl Into<ActionSequence>) {
        self.wait(self.browser.client.perform_actions(actions.into()));
    }

    /// Runs one command of fantoccini to its end.
    pub fn wait<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.browser.wait(command)
    }

    /// Waits until there is what the test looks for; `what` says at the end what was missed.
    pub fn until<T>(&self, what: impl Fn() -> String, look: impl Fn() -> Option<T>) -> T {
        let until = Instant::now() + PATIENCE;
        loop {
            match look() {
                Some(found) => return found,
                None if Instant::now() > until => panic!("not within {} s: {}", PATIENCE.as_secs(), what()),
                None => thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Where the browser puts what it downloads.
    pub fn downloads(&self) -> PathBuf {
        self.scratch.path().join("downloads")
    }

    /// A file for the page to open.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        self.scratch.file(name, text)
    }

    /// Another tab with the page; back in the first when `there` is done.
    pub fn in_another_tab(&self, there: impl FnOnce()) {
        let client = &self.browser.client;
        let first = self.wait(client.window());
        let second = self.wait(client.new_window(true));
        self.wait(client.switch_to_window(second.handle));
        self.open("");
        there();
        self.wait(client.switch_to_window(first));
    }

    /// What the page promises at all times.
    fn assert_clean(&self) {
        let violations = self.script("return globalThis.violations ?? []", json!([]));
        assert_eq!(violations, json!([]), "violations of the page's policy");
        let foreign = "const own = new URL('.', location).href; return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(own) && !name.startsWith('blob:'))";
        assert_eq!(self.script(foreign, json!([])), json!([]), "requests elsewhere");
        let is_expected = |message: &String| self.expected.iter().any(|part| message.contains(part));
        let errors: Vec<String> = self.browser.errors().into_iter().filter(|message| !is_expected(message)).collect();
        assert!(errors.is_empty(), "errors in the console: {errors:?}");
    }
}

/// The sizes that the page is looked at in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Window {
    Wide,
    Phone,
}
