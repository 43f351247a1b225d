//! Builds the JS package: the library without the page, for browsers and for Node.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::process;
use crate::setup::{self, WASM};
use crate::tool::WASM_BINDGEN;
use crate::{At, Outcome};

const README: &str = include_str!("package.md");
/// Text and not a JSON value: Node takes the first condition that fits, so the order matters.
const MANIFEST: &str = include_str!("package.json");

/// The two outputs: folder, wasm-bindgen's name of the target.
const TARGETS: [(&str, &str); 2] = [("web", "web"), ("node", "experimental-nodejs-module")];

/// Whether a file below `dist` is of the package and not of the page.
pub(crate) fn is_part(name: &str) -> bool {
    name.starts_with("package/")
}

/// The package in `dist/package`. Building the page removes it, so build it after the page.
pub fn build() -> Outcome<PathBuf> {
    setup::build()?;
    println!("Building the JS package (about 1 minute the first time) …");
    let mut cargo = Command::new("cargo");
    cargo.args([
        "rustc",
        "--quiet",
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        "fast",
        "--no-default-features",
        "--features",
        "texts",
        "--target",
        WASM,
    ]);
    cargo.current_dir(places::root());
    process::run(&mut cargo, "the library was not built; the reason is above")?;
    let wasm = places::target().join(WASM).join("fast/allians.wasm");
    let folder = places::package();
    if folder.exists() {
        fs::remove_dir_all(&folder).at(folder.display())?;
    }
    for (name, target) in TARGETS {
        bind(&wasm, &folder.join(name), target)?;
    }
    write(&folder.join("package.json"), &manifest())?;
    write(&folder.join("README.md"), README)?;
    Ok(folder)
}

fn bind(wasm: &Path, folder: &Path, target: &str) -> Outcome {
    let mut bindgen = Command::new(WASM_BINDGEN.program("wasm-bindgen")?);
    bindgen.args(["--target", target, "--out-name", "allians", "--out-dir"]).arg(folder).arg(wasm);
    process::run(&mut bindgen, "the JS package was not made; the reason is above")
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).at(file.display())
}

fn manifest() -> String {
    MANIFEST.replace("%VERSION%", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_condition_that_fits_is_the_right_one() {
        let text = manifest();
        let keys = ["\"exports\"", "\"node\":", "\"types\": \"./node", "\"default\": \"./node", "\"default\": {"];
        let order: Vec<usize> = keys.iter().filter_map(|key| text.find(key)).collect();
        assert!(order.len() == keys.len() && order.is_sorted(), "{order:?} {text}");
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
    }
}
