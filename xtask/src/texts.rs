//! The texts beside the page, a file a language: the page loads the one that it speaks.

use std::fs;
use std::path::Path;

use crate::{At, Outcome};
use allians::i18n::{answer_files, text_files};

/// Their folder, relative to the page.
const FOLDER: &str = "texts/";

/// Whether a file of the page is that of answers and calls in a language, which the library loads.
pub fn is_of_answers(name: &str) -> bool {
    name.starts_with("texts/answers-")
}

/// Whether a file of the page is that of a language.
pub fn is_part(name: &str) -> bool {
    name.starts_with(FOLDER)
}

/// All of them, with their names before these get their hashes.
pub(crate) fn files() -> impl Iterator<Item = (String, &'static str)> {
    text_files().chain(answer_files())
}

/// Writes them beside the built page.
pub fn write(dist: &Path) -> Outcome {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).at(folder.display())?;
    for (name, text) in files() {
        let target = dist.join(name);
        fs::write(&target, text).at(target.display())?;
    }
    Ok(())
}
