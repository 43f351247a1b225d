//! The two build tools, each in its own version in the user's cache, so that no global install is touched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::process;
use crate::{At, Outcome};

/// A program from crates.io in one exact version.
#[derive(Debug, Clone, Copy)]
pub struct Tool {
    package: &'static str,
    version: &'static str,
    /// All of them have to be there; the first is asked for its version.
    programs: &'static [&'static str],
    /// On two cores, unoptimised.
    usual_time: &'static str,
}

/// 0.22 wants a newer Rust than ours.
pub const TRUNK: Tool = Tool { package: "trunk", version: "0.21.14", programs: &["trunk"], usual_time: "about 4 minutes" };

/// Has to equal the `wasm-bindgen` in Cargo.toml.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.128",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    usual_time: "about 1 minute",
};

impl Tool {
    /// The folder with its programs.
    pub fn folder(&self) -> Outcome<PathBuf> {
        Ok(self.home()?.join("bin"))
    }

    /// The path of its program `name`.
    pub fn program(&self, name: &str) -> Outcome<PathBuf> {
        Ok(self.folder()?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
    }

    fn home(&self) -> Outcome<PathBuf> {
        Ok(places::cache()?.join(self.label()))
    }

    fn label(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    fn is_whole(&self) -> Outcome<bool> {
        for name in self.programs {
            if !process::is_program(&self.program(name)?) {
                return Ok(false);
            }
        }
        let Some(name) = self.programs.first() else {
            return Ok(true);
        };
        let says = process::answer(Command::new(self.program(name)?).arg("--version"));
        Ok(says.is_some_and(|text| text.split_whitespace().any(|word| word == self.version)))
    }

    /// Installs it unless it is there and whole.
    pub fn ensure(&self) -> Outcome {
        if self.is_whole()? {
            return Ok(());
        }
        println!("Installing {} {} ({}) …", self.package, self.version, self.usual_time);
        let cache = places::cache()?;
        // Built beside its place and moved there whole, so that an interrupted install is not taken for a whole one.
        let unfinished = cache.join(format!("unfinished-{}-{}", self.label(), std::process::id()));
        let installed = self.install(&unfinished);
        let moved = installed.and_then(|()| self.move_home(&unfinished.join("root")));
        let _ = fs::remove_dir_all(&unfinished);
        moved
    }

    fn install(&self, unfinished: &Path) -> Outcome {
        // On the path, or Cargo advises to put this passing folder there.
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).chain([unfinished.join("root/bin")]);
        let mut cargo = Command::new("cargo");
        cargo
            .args(["install", "--locked", "--debug", "--no-default-features", "--root"])
            .arg(unfinished.join("root"))
            .arg(format!("{}@{}", self.package, self.version))
            .current_dir(places::root())
            .env("CARGO_TARGET_DIR", unfinished.join("build"))
            // A third of the time to link, and nobody debugs these.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("PATH", std::env::join_paths(folders).at("PATH")?)
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS");
        let remedy = format!(
            "could not fetch or build {} {} from crates.io (its own words are above); when the network is there: \
             cargo xtask setup",
            self.package, self.version
        );
        process::run(&mut cargo, &remedy)
    }

    fn move_home(&self, from: &Path) -> Outcome {
        let home = self.home()?;
        match fs::rename(from, &home) {
            Ok(()) => Ok(()),
            // Another set-up was faster.
            Err(_) if self.is_whole()? => Ok(()),
            Err(_) => {
                fs::remove_dir_all(&home).at(home.display())?;
                fs::rename(from, &home).at(home.display())
            }
        }
    }
}
