//! Builds the planner's answers for the page: a program of its own, which a worker runs after the page has been drawn.
//!
//! Fixed names, as boot.js has: the files are asked for again at each visit, and the service worker keeps them all of one version.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::places;
use crate::process;
use crate::setup::WASM;
use crate::small;
use crate::tool::WASM_BINDGEN;
use crate::{At, Outcome, bare};

/// What wasm-bindgen makes, and what lies in `src/assets` beside it.
const MADE: [&str; 2] = ["advisor.js", "advisor_bg.wasm"];
const ASSETS: [&str; 4] = ["advice.js", "advice.css", "advisor-worker.js", "extras.js"];

/// Whether a file of the page is loaded only when advice is asked for.
pub fn is_part(name: &str) -> bool {
    MADE.contains(&name) || ASSETS.contains(&name)
}

/// Adds it to the built page.
pub fn build(dist: &Path) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--lib", "--profile", "advisor", "--no-default-features", "--features", "advisor", "--target", WASM]);
    process::run(small::settings(cargo.current_dir(places::root())), "the advisor was not built; the reason is above")?;
    let wasm = places::root().join("target/page").join(WASM).join("advisor/allians.wasm");
    let folder = places::target().join("advisor");
    let mut bindgen = Command::new(WASM_BINDGEN.program("wasm-bindgen")?);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "advisor", "--out-dir"]).arg(&folder).arg(&wasm);
    process::run(&mut bindgen, "the advisor was not bound; the reason is above")?;
    for (from, names) in [(folder, &MADE[..]), (places::root().join("src/assets"), &ASSETS[..])] {
        for name in names {
            let source = from.join(name);
            fs::copy(&source, dist.join(name)).at(source.display())?;
        }
    }
    ASSETS.iter().filter(|name| name.ends_with(".js")).try_for_each(|name| bare::file(&dist.join(name)))
}
