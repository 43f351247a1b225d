//! Writes the service worker: the template with the list of the files of this build.
//!
//! It is written last, when all other files have their names.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::page::is_packed;
use crate::places;
use crate::{At, Failure, Outcome};

/// The same for ever: visitors with an old worker ask for this name.
pub const NAME: &str = "sw.js";

/// One file that the worker keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    /// Relative to the page. The page itself is `./`: some hosts redirect `index.html`, and a redirected reply
    /// cannot answer a navigation.
    address: String,
    digest: [u8; 32],
}

/// Writes the worker beside the built page.
pub fn write(dist: &Path) -> Outcome {
    let source = places::root().join("src/assets/sw.template.js");
    let template = fs::read_to_string(&source).at(source.display())?;
    let target = dist.join(NAME);
    fs::write(&target, worker(&template, &kept(dist)?)?).at(target.display())
}

fn kept(folder: &Path) -> Outcome<Vec<Kept>> {
    let mut files = Vec::new();
    for name in places::files_below(folder)? {
        if name == NAME || is_packed(&name) || name.starts_with('.') {
            continue;
        }
        let file = folder.join(&name);
        let digest = Sha256::digest(fs::read(&file).at(file.display())?).into();
        let address = if name == "index.html" { "./".to_owned() } else { name };
        files.push(Kept { address, digest });
    }
    Ok(files)
}

fn worker(template: &str, files: &[Kept]) -> Outcome<String> {
    let list: Vec<serde_json::Value> = files.iter().map(|file| serde_json::json!([file.address, integrity(&file.digest)])).collect();
    let mut text = template.to_owned();
    for (mark, value) in
        [("\"%VERSION%\"", serde_json::json!(version(template, files)).to_string()), ("[\"%FILES%\"]", serde_json::json!(list).to_string())]
    {
        if text.matches(mark).count() != 1 {
            return Err(Failure::new(format!("src/assets/sw.template.js: {mark} has to stand there once")));
        }
        text = text.replace(mark, &value);
    }
    Ok(text)
}

/// Changes when a name, a content or the worker's own text does.
fn version(template: &str, files: &[Kept]) -> String {
    let mut hash = Sha256::new_with_prefix(template);
    for file in files {
        hash.update([0]);
        hash.update(&file.address);
        hash.update([0]);
        hash.update(file.digest);
    }
    hash.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// As `integrity` wants it.
fn integrity(digest: &[u8; 32]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(address: &str, content: &str) -> Kept {
        Kept { address: address.to_owned(), digest: Sha256::digest(content).into() }
    }

    const TEMPLATE: &str = "const VERSION = \"%VERSION%\";\nconst FILES = [\"%FILES%\"];";

    #[test]
    fn integrity_is_base64_with_padding() {
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(integrity(&Sha256::digest("").into()), empty);
    }

    #[test]
    fn the_version_follows_everything_that_is_kept() {
        let same = version(TEMPLATE, &[file("./", "a"), file("boot.js", "b")]);
        let table = [
            ("nothing changed", TEMPLATE, vec![file("./", "a"), file("boot.js", "b")], true),
            ("another content", TEMPLATE, vec![file("./", "a"), file("boot.js", "c")], false),
            ("another name", TEMPLATE, vec![file("./", "a"), file("boot2.js", "b")], false),
            ("a file more", TEMPLATE, vec![file("./", "a"), file("boot.js", "b"), file("c", "")], false),
            ("another worker", "//", vec![file("./", "a"), file("boot.js", "b")], false),
        ];
        for (name, template, files, is_same) in table {
            assert_eq!(version(template, &files) == same, is_same, "{name}");
        }
    }

    #[test]
    fn the_list_stands_in_the_worker() {
        let text = worker(TEMPLATE, &[file("./", "a"), file("styles-1.css", "b")]).unwrap_or_default();
        assert!(text.contains(r#"const FILES = [["./","sha256-"#) && text.contains(r#"["styles-1.css","#), "{text}");
        assert!(!text.contains('%'), "{text}");
    }

    #[test]
    fn a_template_without_its_marks_is_an_error() {
        assert!(worker("const VERSION = 1;", &[]).is_err());
    }

    #[test]
    fn the_real_template_has_its_marks() {
        assert!(worker(include_str!("../../src/assets/sw.template.js"), &[]).is_ok());
    }

    #[test]
    fn worker_and_packed_files_are_not_listed() -> Outcome {
        let folder = std::env::temp_dir().join(format!("allians-worker-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep")).at("test")?;
        for name in ["index.html", "sw.js", "a.js", "a.js.br", "a.js.gz", "deep/b.svg"] {
            fs::write(folder.join(name), "").at("test")?;
        }
        let listed: Vec<String> = kept(&folder)?.into_iter().map(|file| file.address).collect();
        fs::remove_dir_all(&folder).at("test")?;
        assert_eq!(listed, ["a.js", "deep/b.svg", "./"]);
        Ok(())
    }
}
