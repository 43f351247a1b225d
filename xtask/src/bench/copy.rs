//! Copies the peers into a folder that may be written to.

use std::fs;
use std::path::Path;

use crate::{At, Outcome};

/// Copies what has changed from `source` to `target`. Leaves `node_modules` and `dist` on either side alone, so that
/// packages are fetched once, and what was copied earlier and is gone now stays.
pub(super) fn folder(source: &Path, target: &Path) -> Outcome {
    fs::create_dir_all(target).at(target.display())?;
    for entry in fs::read_dir(source).at(source.display())? {
        let entry = entry.at(source.display())?;
        let name = entry.file_name();
        let (from, to) = (entry.path(), target.join(&name));
        if name == "node_modules" || name == "dist" {
            continue;
        }
        if from.is_dir() {
            folder(&from, &to)?;
        } else {
            let bytes = fs::read(&from).at(from.display())?;
            // Writing, not `fs::copy`: that would copy the read-only bit too. And only when changed: a newer lock
            // file would fetch all packages again.
            if fs::read(&to).ok().as_ref() != Some(&bytes) {
                fs::write(&to, bytes).at(to.display())?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unchanged_files_keep_their_time_and_modules_stay_out() -> Outcome {
        let base = std::env::temp_dir().join(format!("allians-copy-{}", std::process::id()));
        let (source, target) = (base.join("source"), base.join("target"));
        fs::create_dir_all(source.join("node_modules")).at("test")?;
        fs::create_dir_all(source.join("deep")).at("test")?;
        fs::write(source.join("node_modules/big.js"), "").at("test")?;
        fs::write(source.join("deep/lock.json"), "1").at("test")?;
        let copied = |what: &str| fs::metadata(target.join("deep/lock.json")).and_then(|data| data.modified()).at(what);
        folder(&source, &target)?;
        let first = copied("first")?;
        folder(&source, &target)?;
        assert_eq!(copied("second")?, first);
        assert!(!target.join("node_modules").exists());
        fs::write(source.join("deep/lock.json"), "2").at("test")?;
        folder(&source, &target)?;
        assert_eq!(fs::read_to_string(target.join("deep/lock.json")).at("test")?, "2");
        fs::remove_dir_all(&base).at("test")
    }
}
