//! Chromium. Starting it takes longer than most tests, so one is lent from test to test; each test has a tab, an address and
//! so a storage of its own. A browser that saw a test fail, or that speaks other languages, is not lent on.

use crate::driver::Driver;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::env;
use std::ops::Deref;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use tokio::runtime::Runtime;

/// A browser with one tab.
pub struct Browser {
    pub client: Client,
    runtime: Runtime,
    session: String,
    driver: Driver,
}

impl Browser {
    fn start(languages: &str) -> Browser {
        let driver = Driver::start();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let mut builder = ClientBuilder::new(connector);
        let client = runtime.block_on(builder.capabilities(capabilities(languages, &driver)).connect(&driver.url()));
        let client = client.unwrap_or_else(|error| panic!("no browser: {error}; install chromium, or set CHROMIUM"));
        let session = runtime.block_on(client.session_id()).unwrap().expect("a session");
        Browser { client, runtime, session, driver }
    }

    /// Runs one command of fantoccini to its end.
    pub fn wait<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.runtime.block_on(command).unwrap_or_else(|error| panic!("{error}"))
    }

    /// A command of the session that fantoccini has no name for; without a body a question.
    pub fn ask(&self, path: &str, body: Option<Value>) -> Value {
        self.driver.ask(&self.session, path, body)
    }

    /// A command of the Chrome DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.driver.devtools(&self.session, command, parameters)
    }

    /// The errors in the console since the last look.
    pub fn errors(&self) -> Vec<String> {
        let log = self.ask("se/log", Some(json!({ "type": "browser" })));
        let errors = log.as_array().into_iter().flatten().filter(|entry| entry["level"] == "SEVERE");
        errors.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect()
    }

    /// An empty tab in place of all there are: what was set for those is gone with them.
    fn begin_anew(&self) {
        let before = self.wait(self.client.windows());
        let tab = self.wait(self.client.new_window(true)).handle;
        for window in before {
            self.wait(self.client.switch_to_window(window));
            self.wait(self.client.close_window());
        }
        self.wait(self.client.switch_to_window(tab));
        self.errors();
    }
}

static SHARED: Mutex<Option<Browser>> = Mutex::new(None);

/// A browser for one test. Meanwhile no other test runs.
pub struct Lent {
    browser: Option<Browser>,
    home: MutexGuard<'static, Option<Browser>>,
    shared: bool,
}

/// A browser that asks for pages in these languages; in Swedish if there are none.
pub fn lend(languages: &str) -> Lent {
    let mut home = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    let shared = languages.is_empty();
    let browser = if shared { home.take() } else { None };
    let browser = match browser {
        Some(browser) => {
            browser.begin_anew();
            browser
        }
        None => Browser::start(if shared { "sv" } else { languages }),
    };
    Lent { browser: Some(browser), home, shared }
}

impl Deref for Lent {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.browser.as_ref().expect("a lent browser")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if self.shared && !thread::panicking() {
            *self.home = self.browser.take();
        }
    }
}

fn capabilities(languages: &str, driver: &Driver) -> Map<String, Value> {
    const ARGUMENTS: [&str; 10] = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1440,900",
        // The browser ends when the driver does.
        "--remote-debugging-pipe",
    ];
    let own = [format!("--user-data-dir={}", driver.profile()), format!("--accept-lang={languages}")];
    let arguments: Vec<&str> = ARGUMENTS.into_iter().chain(own.iter().map(String::as_str)).collect();
    let mut options = json!({ "args": arguments, "prefs": { "intl.accept_languages": languages } });
    if let Some(chromium) = env::var_os("CHROMIUM").filter(|name| !name.is_empty()) {
        options["binary"] = json!(chromium.to_string_lossy());
    }
    let all = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
        "timeouts": { "script": 60_000 },
    });
    all.as_object().cloned().unwrap_or_default()
}
