//! Where things lie: the repository, what is built, and the user's cache of tools.

use std::env;
use std::path::{Path, PathBuf};

use crate::{At, Failure, Outcome};

/// The root of the repository.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// The built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The built JS package. Inside `dist`, so building the page removes it: build it after the page.
pub fn package() -> PathBuf {
    dist().join("package")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The cache of tools, outside the clone, so that a second clone finds them: `$XDG_CACHE_HOME/allians`.
pub fn cache() -> Outcome<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")));
    base.map(|base| base.join("allians")).ok_or_else(|| Failure::new("no place for the tools: set HOME or XDG_CACHE_HOME"))
}

/// All files below `folder` as sorted paths relative to it, with `/` between the parts.
pub fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Outcome {
    for entry in std::fs::read_dir(folder).at(folder.display())? {
        let entry = entry.at(folder.display())?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().at(entry.path().display())?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}
