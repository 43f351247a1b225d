//! Builds the release page: the two programs, what Trunk makes of the page, and what makes it smaller and lasting.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::fresh::{self, Made};
use crate::places;
use crate::process;
use crate::program::{LIBRARY, PAGE};
use crate::setup;
use crate::tool::{TRUNK, WASM_BINDGEN};
use crate::{At, Outcome};
use crate::{calls, compress, hashed, minify, size, small, texts, worker};

/// The release page in `dist/`, with what it needs for that installed first.
pub fn build() -> Outcome {
    setup::build()?;
    let built = PAGE.build().and_then(|()| LIBRARY.build()).and_then(|()| together());
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
    println!("Packing what is sent (some seconds) …");
    compress::beside(&dist)?;
    size::report(&dist)
}

/// Puts the page together, unless it lies in `dist/` already.
fn together() -> Outcome {
    let dist = places::dist();
    let made = Made::of_now()?;
    if made.is_in(&dist, &fresh::note()) {
        return Ok(());
    }
    println!("Putting the page together (some seconds) …");
    let stage = stage();
    trunk(&stage)?;
    LIBRARY.bind(&stage)?;
    minify::programs(&stage)?;
    minify::modules(&["boot.js", "worker.js", "styles.css"], &stage)?;
    calls::write(&stage)?;
    texts::write(&stage)?;
    hashed::give(&stage)?;
    worker::write(&stage)?;
    minify::script(worker::NAME, &stage)?;
    if dist.exists() {
        fs::remove_dir_all(&dist).at(dist.display())?;
    }
    fs::rename(&stage, &dist).at(dist.display())?;
    made.is_now_in(&dist, &fresh::note())
}

/// Where the page is put together, so that `dist/` holds a whole one or none.
fn stage() -> PathBuf {
    small::target().join("stage")
}

fn trunk(stage: &Path) -> Outcome {
    let mut folders = vec![TRUNK.folder()?, WASM_BINDGEN.folder()?];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let mut trunk = Command::new(TRUNK.program("trunk")?);
    trunk
        .args(["--quiet", "build", "--release", "--offline", "--dist"])
        .arg(stage)
        .current_dir(places::root())
        .env("PATH", env::join_paths(folders).at("PATH")?)
        .env("CARGO_TERM_QUIET", "true")
        // Trunk reads it as a true/false option of its own and stops at the usual `1`.
        .env_remove("NO_COLOR");
    process::run(small::settings(&mut trunk), "the page was not built; the reason is above")
}

/// Whether `name` is a compressed copy that a host sends instead of the file beside it.
pub(crate) fn is_packed(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "br" || ending == "gz")
}
