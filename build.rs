//! Reads `calls/`, refuses a call file that is not whole, and turns the calls into tables of the program.
//! So the program carries no TOML parser, and a broken call file stops the build with file, requirement and field.
//! The JSON form is written beside the tables: tests of the door read it.

#![allow(dead_code, unused_imports, unreachable_pub, missing_docs, reason = "the modules below are the library's own, used here in part")]

mod calls {
    #[path = "../src/calls/file.rs"]
    mod file;
    #[path = "../src/calls/keep.rs"]
    mod keep;
    #[path = "../src/calls/read.rs"]
    mod read;
    pub use file::{Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, RequirementFile, Source};
    pub use read::{CallFileProblem, read};
}
#[path = "src/engine/mod.rs"]
mod engine;
#[path = "src/source.rs"]
mod source;
#[path = "build/table.rs"]
mod table;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};
use table::Code;

const CLASSES: &str = "country-classes.toml";

fn main() -> Result<(), Box<dyn Error>> {
    for watched in ["calls", "src/calls", "src/engine", "src/source.rs", "build.rs", "build"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let folder = Path::new("calls");
    let classes = toml_file(&folder.join(CLASSES))?;
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with(CLASSES));
    paths.sort();
    let mut files = Vec::new();
    let mut tables = Vec::new();
    for path in &paths {
        let (json, file) = call_file(path, &classes)?;
        files.push(json);
        tables.push(file.code());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("calls.json"), Value::Array(files).to_string())?;
    fs::write(out.join("calls.rs"), format!("&[{}]", tables.join(", ")))?;
    Ok(())
}

fn toml_file(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// A call file with the country classes that it names put in.
fn call_file(path: &Path, classes: &Value) -> Result<(Value, calls::CallFile), Box<dyn Error>> {
    let mut file = toml_file(path)?;
    let known = classes.get("class").and_then(Value::as_array).cloned().unwrap_or_default();
    if let Some(named) = file.get_mut("classes").and_then(Value::as_array_mut) {
        for class in named {
            let Some(name) = class.as_str() else { continue };
            let found = known.iter().find(|known| known.get("name").and_then(Value::as_str) == Some(name));
            *class = found.cloned().ok_or_else(|| format!("{}: classes: no class \"{name}\" in {CLASSES}", path.display()))?;
        }
    }
    let read = calls::read(&&file).map_err(|calls::CallFileProblem { requirement, problem }| {
        let requirement = requirement.map(|id| format!("requirement \"{id}\": ")).unwrap_or_default();
        format!("{}: {requirement}{}: {:?}", path.display(), problem.path, problem.fault)
    })?;
    Ok((file, read))
}
