//! How the page is compiled: with a standard library built for size, in which a panic ends the program without words.
//!
//! It takes a seventh off what every visitor loads. The switches are not stable yet, so the compiler, which is pinned by version
//! in rust-toolchain.toml, is told to take them. Only the page is built so: tests, the JS package and the command line are not.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::process;

/// The environment of a command that builds the page, or fetches for it.
pub fn settings(command: &mut Command) -> &mut Command {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_ENCODED_RUSTFLAGS", flags().join("\u{1f}"))
        // Other flags than those of tests: a folder of its own keeps both from building everything anew each time.
        .env("CARGO_TARGET_DIR", target())
}

/// Cargo's folder for the page.
pub fn target() -> PathBuf {
    places::root().join("target/page")
}

fn flags() -> Vec<String> {
    let mut flags = vec!["-Zunstable-options".to_owned(), "-Cpanic=immediate-abort".to_owned()];
    // No paths of the building machine in what visitors load.
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    for (folder, name) in [(Some(places::root().to_path_buf()), "allians"), (cargo, "cargo")] {
        if let Some(folder) = folder {
            flags.push(format!("--remap-path-prefix={}={name}", folder.display()));
        }
    }
    flags
}

/// Whether the source of the standard library is there.
pub fn has_source() -> bool {
    let root = process::answer(Command::new("rustc").args(["--print", "sysroot"]).current_dir(places::root()));
    root.is_some_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}
