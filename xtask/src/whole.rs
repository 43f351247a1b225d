//! Builds what takes the place of the first page, or stands beside it, when more is asked for: the whole page, with the rules of every
//! call; and the tools, with the API for other programs and the door of call files.
//!
//! Fixed names, as boot.js has; see `advisor`.

use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::places;
use crate::process;
use crate::setup::WASM;
use crate::small;
use crate::tool::WASM_BINDGEN;

/// What wasm-bindgen makes.
const MADE: [&str; 4] = ["whole.js", "whole_bg.wasm", "tools.js", "tools_bg.wasm"];

/// Each part: its name, what Cargo builds of it, and the wasm that comes of it. A profile for each: two of one name and profile would
/// be built anew each time.
const PARTS: [(&str, &[&str], &str); 2] = [
    ("whole", &["--bin", "allians-page", "--features", "whole"], "allians-page.wasm"),
    ("tools", &["--lib", "--no-default-features", "--features", "tools"], "allians.wasm"),
];

/// Whether a file of the page is loaded only when more is asked for.
pub fn is_part(name: &str) -> bool {
    MADE.contains(&name)
}

/// Adds them to the built page.
pub fn build(dist: &Path) -> Outcome {
    PARTS.iter().try_for_each(|(name, what, wasm)| part(dist, name, what, wasm))
}

fn part(dist: &Path, name: &str, what: &[&str], wasm: &str) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--profile", name, "--target", WASM]).args(what);
    process::run(small::settings(cargo.current_dir(places::root())), "a part of the page was not built; the reason is above")?;
    let wasm = places::root().join("target/page").join(WASM).join(name).join(wasm);
    let mut bindgen = Command::new(WASM_BINDGEN.program("wasm-bindgen")?);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(dist).arg(&wasm);
    process::run(&mut bindgen, "a part of the page was not bound; the reason is above")
}
