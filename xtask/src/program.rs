//! The two programs of the page: the page itself, and the library that its worker and other programs run.
//!
//! Both are built with the same switches into one folder, so they share the standard library, and neither makes the other stale.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::places;
use crate::process;
use crate::setup::WASM;
use crate::small;
use crate::tool::WASM_BINDGEN;

/// One of them.
#[derive(Debug)]
pub struct Program {
    /// Its glue is `NAME.js`, and its wasm `NAME_bg.wasm`.
    pub name: &'static str,
    /// What a person calls it.
    what: &'static str,
    cargo: &'static [&'static str],
    /// On two cores, when nothing of it is there yet.
    usual_time: &'static str,
}

/// What a visitor sees. Trunk builds it with just these arguments, and so finds it built.
pub const PAGE: Program =
    Program { name: "allians-page", what: "the page", cargo: &["build", "--bin", "allians-page"], usual_time: "about 1 minute" };

/// What is answered beside the page, and to scripts.
pub const LIBRARY: Program = Program {
    name: "allians",
    what: "the library",
    cargo: &["rustc", "--lib", "--crate-type", "cdylib", "--no-default-features"],
    usual_time: "about half a minute",
};

impl Program {
    /// Builds its wasm, unless Cargo finds it built.
    pub fn build(&self) -> Outcome {
        println!("Building {} ({} the first time) …", self.what, self.usual_time);
        let mut cargo = Command::new("cargo");
        cargo.args(self.cargo).args(["--quiet", "--release", "--target", WASM]).current_dir(places::root());
        process::run(small::settings(&mut cargo), &format!("{} was not built; the reason is above", self.what))
    }

    /// What Cargo builds.
    pub fn wasm(&self) -> PathBuf {
        small::target().join(WASM).join("release").join(self.name).with_extension("wasm")
    }

    /// Writes its wasm with its glue to `folder`, as Trunk does for the page.
    pub fn bind(&self, folder: &Path) -> Outcome {
        let mut bindgen = Command::new(WASM_BINDGEN.program("wasm-bindgen")?);
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", self.name, "--out-dir"]).arg(folder).arg(self.wasm());
        process::run(&mut bindgen, &format!("{} was not bound; the reason is above", self.what))
    }
}
