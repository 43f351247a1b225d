//! Builds the release page with Trunk.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crate::places;
use crate::process;
use crate::setup;
use crate::tool::{TRUNK, WASM_BINDGEN};
use crate::{At, Outcome};
use crate::{advisor, bare, calls, compress, size, small, whole, worker};

/// The release page in `dist/`, with what it needs for that installed first.
pub fn build() -> Outcome {
    setup::build()?;
    let mut folders = vec![TRUNK.folder()?, WASM_BINDGEN.folder()?];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let mut trunk = Command::new(TRUNK.program("trunk")?);
    trunk
        .args(["build", "--release", "--offline"])
        .current_dir(places::root())
        .env("PATH", env::join_paths(folders).at("PATH")?)
        // Trunk reads it as a true/false option of its own and stops at the usual `1`.
        .env_remove("NO_COLOR");
    let built = process::run(small::settings(&mut trunk), "the page was not built; the reason is above")
        .and_then(|()| advisor::build(&places::dist()))
        .and_then(|()| whole::build(&places::dist()))
        .and_then(|()| calls::write(&places::dist()))
        .and_then(|()| bare::file(&places::dist().join("boot.js")))
        .and_then(|()| worker::write(&places::dist()));
    if built.is_err() {
        // Or a later step would take the page of yesterday for the one of now.
        let _ = fs::remove_dir_all(places::dist());
    }
    built
}

/// The page as it is deployed: built, with `.br` and `.gz` beside the files, and its size shown and checked.
pub fn release() -> Outcome {
    build()?;
    let dist = places::dist();
    compress::beside(&dist)?;
    size::report(&dist)
}

/// Whether `name` is a compressed copy that a host sends instead of the file beside it.
pub(crate) fn is_packed(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "br" || ending == "gz")
}
