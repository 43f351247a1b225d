//! Chromium and its driver: found, or installed where that needs nobody's password.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use crate::places;
use crate::process;
use crate::{At, Failure, Outcome};

/// A browser and the driver of the same version.
#[derive(Debug, Clone)]
pub struct Browser {
    /// Chromium.
    pub chromium: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

const MISSING: &str = "Chromium or its driver is missing: install the packages chromium and chromium-driver (Debian), \
                       or set CHROMIUM and CHROMEDRIVER to the two programs";

/// The browser, installed first where it is missing, apt is there and we are root.
pub fn ensure() -> Outcome<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    if !install(&["chromium", "chromium-driver"], "Chromium, about 1 minute")? {
        return Err(Failure::new(MISSING));
    }
    find()?.ok_or_else(|| Failure::new(MISSING))
}

fn find() -> Outcome<Option<Browser>> {
    let chromium = program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
    let driver = program("CHROMEDRIVER", &["chromedriver"])?;
    Ok(chromium.zip(driver).map(|(chromium, driver)| Browser { chromium, driver }))
}

/// The program that `variable` names (which then has to be there), or the first of `names` that is found.
fn program(variable: &str, names: &[&str]) -> Outcome<Option<PathBuf>> {
    match env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        Some(file) if process::is_program(&file) => Ok(Some(file)),
        Some(file) => Err(Failure::new(format!("{variable}={}: no such program", file.display()))),
        None => Ok(names.iter().find_map(|name| process::find(name))),
    }
}

/// Installs Debian packages; `false` where we may not.
pub(crate) fn install(packages: &[&str], what: &str) -> Outcome<bool> {
    let is_root = process::answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !is_root || process::find("apt-get").is_none() {
        return Ok(false);
    }
    println!("Installing {what} …");
    let remedy = format!("could not fetch {} from the Debian mirror; when the network is there: cargo xtask setup", packages.join(" "));
    process::run(Command::new("apt-get").args(["--quiet", "update"]), &remedy)?;
    let mut apt = Command::new("apt-get");
    apt.args(["--quiet", "install", "--yes", "--no-install-recommends"]).args(packages);
    process::run(apt.env("DEBIAN_FRONTEND", "noninteractive"), &remedy)?;
    Ok(true)
}

impl Browser {
    /// tests/browser/webdriver.json with the path of this Chromium in it, as a file for wasm-bindgen-test-runner.
    pub fn capabilities(&self) -> Outcome<PathBuf> {
        let source = places::root().join("tests/browser/webdriver.json");
        let text = fs::read_to_string(&source).at(source.display())?;
        let mut value: serde_json::Value = serde_json::from_str(&text).at(source.display())?;
        let options = value
            .get_mut("goog:chromeOptions")
            .and_then(serde_json::Value::as_object_mut)
            .ok_or_else(|| Failure::new(format!("{}: no object \"goog:chromeOptions\"", source.display())))?;
        options.insert("binary".to_owned(), self.chromium.to_string_lossy().into());
        let file = places::target().join("webdriver.json");
        fs::create_dir_all(places::target()).at(file.display())?;
        fs::write(&file, value.to_string()).at(file.display())?;
        Ok(file)
    }
}
