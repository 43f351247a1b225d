//! The build tool from npm, as `xtask/npm/package-lock.json` pins it, in the user's cache beside those of [`tool`](crate::tool).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::hashed;
use crate::node;
use crate::places;
use crate::{At, Outcome};

/// What `npm ci` needs, compiled in: the lock decides which folder of the cache is the right one.
const FILES: [(&str, &str); 3] = [
    ("package.json", include_str!("../npm/package.json")),
    ("package-lock.json", include_str!("../npm/package-lock.json")),
    (".npmrc", include_str!("../npm/.npmrc")),
];

/// A call of esbuild, which minifies scripts and styles.
pub fn esbuild() -> Outcome<Command> {
    let mut node = Command::new("node");
    node.arg(home()?.join("node_modules/esbuild/bin/esbuild")).arg("--log-level=warning");
    Ok(node)
}

/// Installs what is missing.
pub fn ensure() -> Outcome {
    node::ensure()?;
    let home = home()?;
    if home.is_dir() {
        return Ok(());
    }
    println!("Installing esbuild (some seconds) …");
    // Filled beside its place and moved there whole, so that an interrupted install is not taken for a whole one.
    let unfinished = places::cache()?.join(format!("unfinished-npm-{}", std::process::id()));
    let moved = install(&unfinished).and_then(|()| match fs::rename(&unfinished, &home) {
        // Another set-up was faster.
        Err(_) if home.is_dir() => Ok(()),
        moved => moved.at(home.display()),
    });
    let _ = fs::remove_dir_all(&unfinished);
    moved
}

fn home() -> Outcome<PathBuf> {
    let hash = FILES.iter().fold(Sha256::new(), |hash, (_, text)| hash.chain_update(text)).finalize();
    Ok(places::cache()?.join(format!("npm-{}", hashed::digits(&hash))))
}

fn install(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).at(folder.display())?;
    for (name, text) in FILES {
        fs::write(folder.join(name), text).at(folder.join(name).display())?;
    }
    node::clean_install(folder)
}
