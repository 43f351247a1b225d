//! Whether `dist/` is the page of now, so that it need not be put together once more.
//!
//! Cargo alone judges Rust sources: the programs that it has built are looked at, not what they are built from.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{env, fs};

use sha2::{Digest, Sha256};

use crate::package;
use crate::page::is_packed;
use crate::places;
use crate::program::{LIBRARY, PAGE};
use crate::small;
use crate::texts;
use crate::{At, Outcome};
use allians::calls::call_files;

/// Of what the page is made, as a digest.
#[derive(Debug, PartialEq, Eq)]
pub struct Made(String);

impl Made {
    /// Of what is there now: both programs, the page's own files, the calls, the texts, and this program, which puts them together.
    pub fn of_now() -> Outcome<Self> {
        let root = places::root();
        let assets = root.join("src/assets");
        let mut hash = Sha256::new();
        let mut files = vec![PAGE.wasm(), LIBRARY.wasm(), root.join("index.html"), root.join("Trunk.toml")];
        files.extend(places::files_below(&assets)?.into_iter().map(|name| assets.join(name)));
        for file in files {
            add(&mut hash, &file.to_string_lossy(), &fs::read(&file).at(file.display())?);
        }
        for (name, bytes) in call_files() {
            add(&mut hash, &name, &bytes);
        }
        for (name, text) in texts::files() {
            add(&mut hash, &name, text.as_bytes());
        }
        add(&mut hash, "xtask", own_age()?.as_bytes());
        Ok(Self(words(hash)))
    }

    /// Whether `note` says that the page in `dist` was made of this, and it is still as it was made.
    pub fn is_in(&self, dist: &Path, note: &Path) -> bool {
        let noted = fs::read_to_string(note);
        noted.is_ok_and(|noted| self.with(dist).is_ok_and(|now| now == noted))
    }

    /// Writes down that the page in `dist` is made of this.
    pub fn is_now_in(&self, dist: &Path, note: &Path) -> Outcome {
        fs::write(note, self.with(dist)?).at(note.display())
    }

    fn with(&self, dist: &Path) -> Outcome<String> {
        let mut hash = Sha256::new();
        for name in places::files_below(dist)?.iter().filter(|name| !is_packed(name) && !package::is_part(name)) {
            let file = dist.join(name);
            add(&mut hash, name, &fs::read(&file).at(file.display())?);
        }
        Ok(format!("{}\n{}\n", self.0, words(hash)))
    }
}

/// Where it is written down of what the page in `dist/` is made.
pub fn note() -> PathBuf {
    small::target().join("page-in-dist")
}

/// The length keeps the end of one file and the beginning of the next apart.
fn add(hash: &mut Sha256, name: &str, bytes: &[u8]) {
    hash.update(format!("{name}\n{}\n", bytes.len()));
    hash.update(bytes);
}

fn words(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Another one for each build of this program; its bytes are too many to be read each time.
fn own_age() -> Outcome<String> {
    let own = env::current_exe().at("the path of xtask")?;
    let data = fs::metadata(&own).at(own.display())?;
    let changed = data.modified().at(own.display())?.duration_since(UNIX_EPOCH).at(own.display())?;
    Ok(format!("{} {}", data.len(), changed.as_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What happens to a folder of the page.
    type Change = fn(&Path) -> std::io::Result<()>;

    #[test]
    fn only_the_page_that_was_written_down_is_taken_for_it() -> Outcome {
        let table: [(&str, Change, bool); 6] = [
            ("nothing", |_| Ok(()), true),
            (
                "packed copies and the package",
                |dist| fs::write(dist.join("a.js.br"), "").and_then(|()| fs::write(dist.join("package/a.js"), "")),
                true,
            ),
            ("a file has changed", |dist| fs::write(dist.join("a.js"), "c"), false),
            ("a file more", |dist| fs::write(dist.join("c.js"), ""), false),
            ("a file less", |dist| fs::remove_file(dist.join("b.js")), false),
            ("all of it", |dist| fs::remove_dir_all(dist), false),
        ];
        let made = Made("one".to_owned());
        for (place, (name, change, is_in)) in table.into_iter().enumerate() {
            let folder = env::temp_dir().join(format!("allians-fresh-{}-{place}", std::process::id()));
            let (dist, note) = (folder.join("dist"), folder.join("note"));
            fs::create_dir_all(dist.join("package")).at(name)?;
            fs::write(dist.join("a.js"), "a").and_then(|()| fs::write(dist.join("b.js"), "b")).at(name)?;
            assert!(!made.is_in(&dist, &note), "{name}: nothing is written down");
            made.is_now_in(&dist, &note)?;
            change(&dist).at(name)?;
            assert_eq!(made.is_in(&dist, &note), is_in, "{name}");
            assert!(!Made("other".to_owned()).is_in(&dist, &note), "{name}: made of something else");
            fs::remove_dir_all(&folder).at(name)?;
        }
        Ok(())
    }
}
