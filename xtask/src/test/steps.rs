//! The steps of the tests, in the order in which they run: what fails fastest comes first.

use std::path::PathBuf;
use std::process::Command;

use super::{Count, Part};
use crate::places;
use crate::setup::{self, WASM};
use crate::tool::WASM_BINDGEN;
use crate::{At, Failure, Outcome};
use crate::{browser, node, package, page, process};

/// One step: a heading and what to do.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) run: fn() -> Outcome<Count>,
}

const LINT: [Step; 7] = [
    Step { name: "format", run: || lint(&["fmt", "--all", "--check"]) },
    Step { name: "lints, native", run: || clippy(&["--workspace", "--all-targets"]) },
    Step { name: "lints, page", run: || clippy(&["--bin", "allians-page", "--target", WASM]) },
    Step { name: "lints, library with the page", run: || clippy(&["--lib", "--target", WASM]) },
    Step { name: "lints, library alone", run: || clippy(&["--lib", "--no-default-features", "--target", WASM]) },
    Step { name: "lints, browser tests of the page", run: || clippy(&["--test", "browser", "--target", WASM]) },
    Step {
        name: "lints, browser tests of the library",
        run: || clippy(&["--test", "browser", "--no-default-features", "--features", "texts", "--target", WASM]),
    },
];
const NATIVE: [Step; 2] = [
    Step { name: "native tests", run: || cargo_test(&["--workspace", "--lib", "--test", "native", "--test", "cli"]) },
    Step { name: "doc tests", run: doc_tests },
];
const BROWSER: [Step; 2] = [
    Step { name: "browser tests, page", run: || in_browser(&[]) },
    Step { name: "browser tests, library", run: || in_browser(&["--no-default-features", "--features", "texts"]) },
];
const PAGE: [Step; 2] = [
    Step { name: "release page and its size", run: || page::release().map(|()| Count::PASSED) },
    Step { name: "JS package in Node", run: in_node },
];
/// Alone, it has to test the page of now and not of yesterday.
const E2E_ALONE: Step = Step { name: "release page", run: || page::build().map(|()| Count::PASSED) };
const E2E: [Step; 1] = [Step { name: "end-to-end tests", run: end_to_end }];

/// The steps of one part, or of all.
pub(super) fn of(only: Option<Part>) -> Vec<Step> {
    match only {
        None => LINT.into_iter().chain(NATIVE).chain(BROWSER).chain(PAGE).chain(E2E).collect(),
        Some(Part::Lint) => LINT.into(),
        Some(Part::Native) => NATIVE.into(),
        Some(Part::Browser) => BROWSER.into(),
        Some(Part::Page) => PAGE.into(),
        Some(Part::E2e) => [E2E_ALONE].into_iter().chain(E2E).collect(),
    }
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments).current_dir(places::root());
    cargo
}

fn lint(arguments: &[&str]) -> Outcome<Count> {
    setup::lints()?;
    setup::build()?;
    process::run(&mut cargo(arguments), "see above").map(|()| Count::PASSED)
}

fn clippy(arguments: &[&str]) -> Outcome<Count> {
    lint(&[&["clippy", "--quiet"], arguments, &["--", "-D", "warnings"]].concat())
}

fn cargo_test(arguments: &[&str]) -> Outcome<Count> {
    counted(&mut cargo(&[&["test", "--no-fail-fast"], arguments].concat()))
}

/// The only tests that there may be none of: an example is only written where one helps.
fn doc_tests() -> Outcome<Count> {
    let mut count = Count::default();
    let mut cargo = cargo(&["test", "--package", "allians", "--doc"]);
    let ended_well = process::stream(&mut cargo, |line| count = count + Count::in_line(line))?;
    Ok(if ended_well { count } else { count.of_runner(false) })
}

/// Runs a test runner and counts from its closing lines.
fn counted(command: &mut Command) -> Outcome<Count> {
    let mut count = Count::default();
    let ended_well = process::stream(command, |line| count = count + Count::in_line(line))?;
    let judged = count.of_runner(ended_well);
    if judged != count {
        let why = if ended_well { "no test has run" } else { "it failed without naming a failed test" };
        println!("FAILED: `{}`: {why}", process::words(command));
    }
    Ok(judged)
}

fn in_browser(features: &[&str]) -> Outcome<Count> {
    setup::build()?;
    let browser = browser::ensure()?;
    let mut cargo = cargo(&[&["test", "--target", WASM, "--test", "browser"], features].concat());
    cargo
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", WASM_BINDGEN.program("wasm-bindgen-test-runner")?)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    counted(&mut cargo)
}

fn in_node() -> Outcome<Count> {
    node::ensure()?;
    let folder = places::root().join("tests/package");
    let names = places::files_below(&folder)?;
    let tests: Vec<PathBuf> = names.iter().filter(|name| name.ends_with(".test.mjs")).map(|name| folder.join(name)).collect();
    if tests.is_empty() {
        return Err(Failure::new(format!("{}: no *.test.mjs there", folder.display())));
    }
    let package = package::build()?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).args(tests).current_dir(places::root());
    counted(node.env("ALLIANS_PACKAGE", package))
}

fn end_to_end() -> Outcome<Count> {
    let dist = places::dist();
    if !dist.join("index.html").is_file() {
        return Err(Failure::new(format!("{}: no page to test; its build has failed above", dist.display())));
    }
    let browser = browser::ensure()?;
    node::install(&places::root().join("tests/e2e"))?;
    let mut cargo = cargo(&["test", "--test", "e2e", "--", "--test-threads=1"]);
    cargo
        .env("ALLIANS_DIST", dist.canonicalize().at(dist.display())?)
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver);
    counted(&mut cargo)
}
