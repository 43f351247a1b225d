//! The texts beside the page, a file a language: the page loads the one that it speaks.

use std::fs;
use std::path::Path;

use crate::{At, Outcome};
use allians::i18n::text_files;

/// Their folder, relative to the page.
const FOLDER: &str = "texts/";

/// Whether a file of the page is that of a language.
pub fn is_part(name: &str) -> bool {
    name.starts_with(FOLDER)
}

/// Writes them beside the built page.
pub fn write(dist: &Path) -> Outcome {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).at(folder.display())?;
    for (name, text) in text_files() {
        let target = dist.join(name);
        fs::write(&target, text).at(target.display())?;
    }
    Ok(())
}
