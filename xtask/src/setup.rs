//! Installs what is missing. Says nothing when nothing is.

use std::path::Path;
use std::process::Command;

use crate::places;
use crate::process;
use crate::tool::{TRUNK, WASM_BINDGEN};
use crate::{Failure, Outcome};
use crate::{browser, npm, small};

/// The target that the page is built for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// What building, testing and serving need.
pub fn everything() -> Outcome {
    build()?;
    lints()?;
    browser::ensure().map(|_| ())
}

/// What building the page needs: no browser.
pub fn build() -> Outcome {
    let rustc = |arguments: &[&str]| {
        process::answer(Command::new("rustc").args(arguments).current_dir(places::root()))
            .ok_or_else(|| Failure::new("rustc does not answer: install Rust with rustup, https://rustup.rs"))
    };
    if !Path::new(&rustc(&["--print", "target-libdir", "--target", WASM])?).is_dir() {
        println!("Adding the Rust target {WASM} (some seconds) …");
        rustup(&["target", "add", WASM])?;
    }
    if !small::has_source() {
        println!("Adding the source of the standard library (some seconds) …");
        rustup(&["component", "add", "rust-src"])?;
    }
    crates()?;
    npm::ensure()?;
    WASM_BINDGEN.ensure()?;
    TRUNK.ensure()
}

/// Trunk builds with `--offline`, so the crates have to be there before.
fn crates() -> Outcome {
    let fetch = |more: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(["fetch", "--quiet", "--target", WASM]).args(more).current_dir(places::root());
        small::settings(&mut cargo);
        cargo
    };
    if process::answer(&mut fetch(&["--offline"])).is_some() {
        return Ok(());
    }
    println!("Fetching the crates of Cargo.lock (some seconds) …");
    process::run(&mut fetch(&[]), "could not fetch the crates of Cargo.lock; when crates.io is there: cargo xtask setup")
}

/// Clippy and rustfmt.
pub fn lints() -> Outcome {
    for (component, program) in [("clippy", "cargo-clippy"), ("rustfmt", "rustfmt")] {
        let there = process::answer(Command::new(program).arg("--version").current_dir(places::root()));
        if there.is_none() {
            println!("Adding {component} (some seconds) …");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Outcome {
    let mut rustup = Command::new("rustup");
    rustup.args(arguments).current_dir(places::root());
    let remedy = format!(
        "could not fetch it from static.rust-lang.org, or there is no rustup; when the network is there: rustup {}",
        arguments.join(" ")
    );
    process::run(&mut rustup, &remedy)
}
