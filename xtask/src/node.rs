//! Node and npm, for the tests of the JS package and for what the build and the end-to-end tests take from npm.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::browser;
use crate::process;
use crate::{Failure, Outcome};

/// The oldest that is still kept up, and that has the test runner.
const OLDEST: u32 = 20;

/// Node in a version that will do, and npm; installed first where that needs nobody's password.
pub fn ensure() -> Outcome {
    if is_there() {
        return Ok(());
    }
    let missing = format!("Node {OLDEST} or newer with npm is missing: install the packages nodejs and npm (Debian)");
    if browser::install(&["nodejs", "npm"], "Node, about 1 minute")? && is_there() {
        return Ok(());
    }
    Err(Failure::new(missing))
}

fn is_there() -> bool {
    let version = process::answer(Command::new("node").arg("--version"));
    let major = version.and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    major.is_some_and(|major| major >= OLDEST) && process::find("npm").is_some()
}

/// Runs `npm ci` in `folder` unless its node_modules are newer than the lock file.
pub fn install(folder: &Path) -> Outcome {
    let changed = |name: &str| fs::metadata(folder.join(name)).and_then(|data| data.modified()).ok();
    let (installed, lock) = (changed("node_modules/.package-lock.json"), changed("package-lock.json"));
    if lock.is_none() {
        return Err(Failure::new(format!("{}: no package-lock.json", folder.display())));
    }
    if installed >= lock {
        return Ok(());
    }
    ensure()?;
    println!("Installing npm packages for {} (some seconds) …", folder.display());
    clean_install(folder)
}

/// `npm ci`: just what the lock file in `folder` says, without running any script of a package.
pub(crate) fn clean_install(folder: &Path) -> Outcome {
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder).stdout(Stdio::null());
    let remedy = format!("npm packages for {} could not be fetched; run the same command again", folder.display());
    process::run(&mut npm, &remedy)
}
