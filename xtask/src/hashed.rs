//! Gives each file of the page its hash: a name with one is kept by browsers for ever, and never holds anything else.
//!
//! A file gets its name after those that it refers to, whose new names are part of what it holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::places;
use crate::worker;
use crate::{At, Failure, Outcome};

/// What is asked for by these names: by visitors, by browsers, by workers of long ago.
const FIXED: [&str; 3] = ["index.html", "manifest.webmanifest", "icon.svg"];

/// What may refer to other files, and between which marks names stand in it.
const REFERRING: [(&str, &[char]); 4] =
    [(".html", &['"']), (".webmanifest", &['"']), (".js", &['"', '\'', '`']), (".css", &['"', '\'', '(', ')'])];

/// What is referred to.
const REFERRED: [&str; 7] = [".js", ".wasm", ".css", ".svg", ".webmanifest", ".pack", ".txt"];

/// The call files; the library has given them their names.
const CALLS: &str = "calls/";

/// Names all files in `folder`, and fails where one refers to a file that is not there.
pub fn give(folder: &Path) -> Outcome {
    let mut files = BTreeMap::new();
    for name in places::files_below(folder)? {
        let file = folder.join(&name);
        files.insert(name, fs::read(&file).at(file.display())?);
    }
    for (old, (new, content)) in named(files)? {
        let file = folder.join(&new);
        fs::write(&file, content).at(file.display())?;
        if new != old {
            fs::remove_file(folder.join(&old)).at(old)?;
        }
    }
    Ok(())
}

/// The first sixteen digits of a digest in base sixteen.
pub(crate) fn digits(digest: &[u8]) -> String {
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What each file is called, and what it then holds.
fn named(mut waiting: BTreeMap<String, Vec<u8>>) -> Outcome<BTreeMap<String, (String, Vec<u8>)>> {
    let mut done: BTreeMap<String, (String, Vec<u8>)> = BTreeMap::new();
    while let Some(name) = next(&waiting)? {
        let content = waiting.remove(&name).unwrap_or_default();
        let missing = references(&name, &content).into_iter().find(|to| !done.contains_key(to));
        if let Some(missing) = missing {
            return Err(Failure::new(format!("{name} refers to {missing}, which is not there")));
        }
        let content = mapped(&name, &content, |to| done.get(to).map_or_else(|| to.to_owned(), |(new, _)| new.clone()));
        done.insert(name.clone(), (new_name(&name, &content), content));
    }
    Ok(done)
}

/// A file that refers to none of those that wait; `None` when none waits.
fn next(waiting: &BTreeMap<String, Vec<u8>>) -> Outcome<Option<String>> {
    let is_free = |(name, content): &(&String, &Vec<u8>)| !references(name, content).iter().any(|to| waiting.contains_key(to));
    match waiting.iter().find(is_free) {
        None if !waiting.is_empty() => {
            let names: Vec<&str> = waiting.keys().map(String::as_str).collect();
            Err(Failure::new(format!("files that refer to each other in a circle: among {}", names.join(", "))))
        }
        found => Ok(found.map(|(name, _)| name.clone())),
    }
}

fn new_name(name: &str, content: &[u8]) -> String {
    if FIXED.contains(&name) || name.starts_with(CALLS) {
        return name.to_owned();
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{ending}", digits(&Sha256::digest(content)))
}

/// The files that the file `name` refers to.
fn references(name: &str, content: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    mapped(name, content, |to| {
        found.push(to.to_owned());
        to.to_owned()
    });
    found
}

/// The content with another name in the place of each name that it refers to.
fn mapped(name: &str, content: &[u8], mut new: impl FnMut(&str) -> String) -> Vec<u8> {
    let Some((_, marks)) = REFERRING.iter().find(|(ending, _)| name.ends_with(ending)) else {
        return content.to_vec();
    };
    let mut text = String::new();
    for piece in String::from_utf8_lossy(content).split_inclusive(*marks) {
        let between = piece.trim_end_matches(*marks);
        let to = between.strip_prefix("./").unwrap_or(between);
        if is_reference(to) {
            text.push_str(&piece.replace(to, &new(to)));
        } else {
            text.push_str(piece);
        }
    }
    text.into_bytes()
}

/// Whether it is the name of a file of the page. The service worker is written when all others have their names.
fn is_reference(text: &str) -> bool {
    let is_path = text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
    is_path && text != worker::NAME && REFERRED.iter().any(|ending| text.strip_suffix(ending).is_some_and(|stem| !stem.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names and contents.
    type Folder<'a> = &'a [(&'a str, &'a str)];

    fn files(files: Folder<'_>) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    const PAGE: [(&str, &str); 6] = [
        ("index.html", r#"<script src="./boot.js" data-js="./a.js"></script><link href="icon.svg">"#),
        ("boot.js", "register('sw.js');here(e.js)"),
        ("a.js", r#"import"./b.js";new URL("a_bg.wasm",import.meta.url)"#),
        ("a_bg.wasm", "\"b.js\""),
        ("b.js", "//"),
        ("icon.svg", ""),
    ];

    #[test]
    fn names_follow_in_what_refers_to_them() -> Outcome {
        let named = named(files(&PAGE))?;
        let new = |name: &str| named.get(name).map(|(new, _)| new.clone()).unwrap_or_default();
        let text = |name: &str| named.get(name).map(|(_, text)| String::from_utf8_lossy(text).into_owned()).unwrap_or_default();
        assert_eq!(new("index.html"), "index.html");
        assert_eq!(new("icon.svg"), "icon.svg");
        assert_eq!(new("b.js"), format!("b-{}.js", digits(&Sha256::digest("//"))));
        assert_eq!(text("a.js"), format!(r#"import"./{}";new URL("{}",import.meta.url)"#, new("b.js"), new("a_bg.wasm")));
        let (boot, glue) = (new("boot.js"), new("a.js"));
        assert_eq!(text("index.html"), format!(r#"<script src="./{boot}" data-js="./{glue}"></script><link href="icon.svg">"#));
        assert_eq!((text("boot.js").as_str(), text("a_bg.wasm").as_str()), ("register('sw.js');here(e.js)", "\"b.js\""));
        Ok(())
    }

    #[test]
    fn a_name_changes_with_everything_below_it() -> Outcome {
        let before = named(files(&PAGE))?;
        let mut changed = files(&PAGE);
        changed.insert("b.js".to_owned(), b"// another".to_vec());
        let after = named(changed)?;
        let table = [("b.js", false), ("a.js", false), ("a_bg.wasm", true), ("boot.js", true), ("index.html", true)];
        for (name, same) in table {
            let new = |of: &BTreeMap<String, (String, Vec<u8>)>| of.get(name).map(|(new, _)| new.clone());
            assert_eq!(new(&before) == new(&after), same, "{name}");
        }
        Ok(())
    }

    #[test]
    fn what_is_referred_to_has_to_be_there() {
        let table: [(&str, Folder<'_>, &str); 4] = [
            ("a script that is not there", &[("a.js", r#"import "./b.js""#)], "a.js refers to b.js"),
            ("a misspelt call file", &[("a.js", "fetch('calls/x.pack')")], "calls/x.pack"),
            ("a picture of a style", &[("a.css", "a{background:url(b.svg)}")], "a.css refers to b.svg"),
            ("two that refer to each other", &[("a.js", "'b.js'"), ("b.js", "'a.js'")], "circle: among a.js, b.js"),
        ];
        for (name, of, said) in table {
            let message = named(files(of)).map(|_| ()).map_err(|failure| failure.to_string());
            assert!(matches!(&message, Err(text) if text.contains(said)), "{name}: {message:?}");
        }
    }
}
