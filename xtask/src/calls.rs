//! The calls beside the page, each in a file that is loaded when the call is chosen, or all are compared.

use std::fs;
use std::path::Path;

use allians::calls::call_files;

use crate::{At, Outcome};

/// Their folder, relative to the page.
const FOLDER: &str = "calls/";

/// Whether a file of the page is that of a call.
pub fn is_part(name: &str) -> bool {
    name.starts_with(FOLDER)
}

/// Writes them beside the built page.
pub fn write(dist: &Path) -> Outcome {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).at(folder.display())?;
    for (name, bytes) in call_files() {
        let target = dist.join(&*name);
        fs::write(&target, bytes).at(target.display())?;
    }
    Ok(())
}
