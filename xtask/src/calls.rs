//! The calls beside the page, each a file of its own that is loaded when it is chosen.

use std::fs;
use std::path::Path;

use allians::calls::SHIPPED;
use allians::calls::pack::to_bytes;

use crate::{At, Outcome};

/// The folder, relative to the page.
const FOLDER: &str = "calls/";

/// Whether a file of the page is a call.
pub fn is_call(name: &str) -> bool {
    name.starts_with(FOLDER)
}

/// Writes the calls beside the built page.
pub fn write(dist: &Path) -> Outcome {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).at(folder.display())?;
    SHIPPED.iter().try_for_each(|file| {
        let target = folder.join(format!("{}.pack", file.id));
        fs::write(&target, to_bytes(file)).at(target.display())
    })
}
