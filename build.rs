//! Reads `calls/` and `texts/`, refuses a file that is not whole, and turns both into the bytes that programs carry and the page loads.
//! So no program carries a TOML parser; a broken call file stops the build with file, requirement and field, a broken text with file and key.
//! The JSON form is written beside the bytes: tests of the door read it.

#![allow(dead_code, unused_imports, unreachable_pub, missing_docs, reason = "the modules below are the library's own, used here in part")]

mod calls {
    #[path = "../src/calls/described.rs"]
    pub mod described;
    #[path = "../src/calls/file.rs"]
    mod file;
    #[path = "../src/calls/language.rs"]
    mod language;
    #[path = "../src/calls/listed.rs"]
    mod listed;
    #[path = "../src/calls/mark.rs"]
    mod mark;
    #[path = "../src/calls/pack.rs"]
    pub mod pack;
    #[path = "../src/calls/read.rs"]
    mod read;
    #[path = "../src/calls/read_classes.rs"]
    mod read_classes;
    #[path = "../src/calls/read_parts.rs"]
    mod read_parts;
    #[path = "../src/calls/read_rule.rs"]
    mod read_rule;
    #[path = "../src/calls/toml_form.rs"]
    pub mod toml_form;
    #[path = "../src/calls/when.rs"]
    mod when;
    pub use file::{
        Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, NotKnown, RequirementFile, Source,
        Variant,
    };
    pub use language::Language;
    pub use listed::ListedCall;
    pub use read::{CallFileProblem, read};
    pub use when::When;
}
#[path = "src/engine/mod.rs"]
mod engine;
#[path = "src/i18n/messages/mod.rs"]
mod messages;
#[path = "src/source.rs"]
mod source;

use calls::pack::to_bytes;
use calls::toml_form::with_classes;
use calls::{CallFile, Language, ListedCall};
use serde_json::Value;
use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, error::Error, fs};

const CLASSES: &str = "country-classes.toml";

/// The call that the page begins with.
const FIRST: &str = "erasmus-knowledge-alliances";

type Read = (Value, CallFile);

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // As it is to be read: a line for each fault.
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    for watched in ["calls", "texts", "src/calls", "src/engine", "src/i18n", "src/source.rs", "build.rs"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let folder = Path::new("calls");
    let classes = toml_file(&folder.join(CLASSES))?;
    let mut calls = call_files(folder, &classes)?;
    // The newest come first, after the one that the page begins with.
    calls.sort_by_key(|(_, file)| (*file.id != *FIRST, Reverse(file.years.last().copied()), file.id.clone()));
    let examples = call_files(&folder.join("examples"), &classes)?;
    println!("cargo::rustc-check-cfg=cfg(carried)");
    // Whether the program carries its texts. What a visitor loads does not.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target != "wasm32") || env::var_os("CARGO_FEATURE_TEXTS").is_some() {
        println!("cargo::rustc-cfg=carried");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let (documents, files): (Vec<Value>, Vec<CallFile>) = calls.into_iter().unzip();
    let bare: Vec<CallFile> = files.iter().map(CallFile::bare).collect();
    let listed: Vec<ListedCall> = files.iter().map(ListedCall::of).collect();
    let examples: Vec<CallFile> = examples.into_iter().map(|(_, file)| file).collect();
    fs::write(out.join("calls.json"), Value::Array(documents).to_string())?;
    fs::write(out.join("listed.pack"), to_bytes(&listed))?;
    fs::write(out.join("calls.pack"), to_bytes(&files))?;
    fs::write(out.join("bare.pack"), to_bytes(&bare))?;
    fs::write(out.join("examples.pack"), to_bytes(&examples))?;
    texts(&out, &files)
}

/// Writes the texts of each language, those of the calls after those of the answers, with an empty line at the end; says of all languages what is wrong.
fn texts(out: &Path, calls: &[CallFile]) -> Result<(), Box<dyn Error>> {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let path = Path::new("texts").join(language.as_str()).with_extension("toml");
        match messages::lines(&toml_file(&path)?) {
            Ok(lines) => {
                fs::write(out.join("page").with_extension(language.as_str()), lines.page)?;
                let of_calls = calls.iter().flat_map(|file| file.said(*language)).map(|text| format!("{text}\n"));
                fs::write(
                    out.join("answers").with_extension(language.as_str()),
                    of_calls.fold(lines.answers, |all, text| all + &text) + "\n",
                )?;
            }
            Err(found) => faults.extend(found.into_iter().map(|fault| format!("{} {fault}", path.display()))),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

fn call_files(folder: &Path, classes: &Value) -> Result<Vec<Read>, Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with(CLASSES));
    paths.sort();
    paths.iter().map(|path| call_file(path, classes)).collect()
}

fn toml_file(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// A call file with the country classes that it names put in.
fn call_file(path: &Path, classes: &Value) -> Result<Read, Box<dyn Error>> {
    let mut file = toml_file(path)?;
    let put_in = with_classes(&mut file, classes).map_err(|problem| calls::CallFileProblem { requirement: None, problem });
    let read = put_in.and_then(|()| calls::read(&&file)).map_err(|calls::CallFileProblem { requirement, problem }| {
        let requirement = requirement.map(|id| format!("requirement \"{id}\": ")).unwrap_or_default();
        format!("{}: {requirement}{}: {:?}", path.display(), problem.path, problem.fault)
    })?;
    Ok((file, read))
}
