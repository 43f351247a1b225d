//! Brotli and gzip: what a host sends, and what `size` counts.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::package;
use crate::page::is_packed;
use crate::places;
use crate::process;

/// Writes `.br` and `.gz` beside each file in `folder` that gets smaller by it. Node packs both: the build needs it for esbuild anyhow.
pub fn beside(folder: &Path) -> Outcome {
    let mut node = Command::new("node");
    node.arg(places::root().join("xtask/src/pack.mjs"));
    for name in places::files_below(folder)? {
        let file = folder.join(&name);
        if !is_packed(&name) && !package::is_part(&name) && packed(&file).is_none() {
            node.arg(file);
        }
    }
    process::run(&mut node, "the files were not packed; the reason is above")
}

/// The length of `file` as brotli; `None` where there is no copy beside it that is as new.
pub(crate) fn packed(file: &Path) -> Option<u64> {
    let copy = fs::metadata(file.with_added_extension("br")).ok()?;
    let is_current = copy.modified().ok()? >= fs::metadata(file).ok()?.modified().ok()?;
    is_current.then_some(copy.len())
}
