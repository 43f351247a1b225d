//! What every table needs: the files beside it, the shipped call of a year, and one report of all rows that failed.

use allians::calls::{CallFile, Chosen, EXAMPLES, SHIPPED};
use allians::engine::Call;
use allians::source::Fault;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A path from the root of the package.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file, by its path from the root of the package.
pub fn text(relative: &str) -> String {
    fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// The files of a folder with that ending, in order of their names, as paths from the root of the package.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut found: Vec<String> = names.filter(|name| name.ends_with(ending)).map(|name| format!("{folder}/{name}")).collect();
    found.sort();
    assert!(!found.is_empty(), "{folder}: no file ends with {ending}");
    found
}

/// The call file of the seed.
pub fn knowledge_alliances() -> Arc<CallFile> {
    call_file("erasmus-knowledge-alliances").expect("erasmus-knowledge-alliances is shipped")
}

/// A call that is shipped, or an example.
pub fn call_file(id: &str) -> Option<Arc<CallFile>> {
    SHIPPED.iter().chain(EXAMPLES.iter()).find(|file| *file.id == *id).cloned()
}

/// The call of the seed in a year.
pub fn call_of(year: u16) -> Call {
    knowledge_alliances().call(year, None).unwrap_or_else(|| panic!("knowledge alliances have no call {year}"))
}

/// The same with its file, as boards are made.
pub fn chosen(year: u16) -> Chosen {
    (knowledge_alliances(), Arc::new(call_of(year)))
}

/// Fails with every row that failed, each with its file and name.
pub fn none_failed(failures: &[String]) {
    assert!(failures.is_empty(), "\n{} failed\n{}\n", failures.len(), failures.join("\n"));
}

/// A fault in a few words, for tables.
pub fn said(fault: &Fault) -> String {
    match fault {
        Fault::Missing => "missing".to_owned(),
        Fault::UnknownField { known } => format!("unknown field, known: {}", known.join(" ")),
        Fault::Expected(expected) => format!("expected {expected:?}").to_lowercase(),
        Fault::UnknownWord { found, allowed } => format!("unknown word {found}, one of {}", allowed.len()),
        Fault::UnknownCountry { found } => format!("unknown country {found}"),
        Fault::Repeated { id } => format!("repeated {id}"),
        Fault::Taken { id } => format!("taken {id}"),
        Fault::NotFound { id } => format!("not found {id}"),
        Fault::TooLarge { most } => format!("too large, most {most}"),
    }
}

/// Every shipped call, in each of its years and variants.
pub fn every_call() -> Vec<Call> {
    let variants = |file: &CallFile| -> Vec<Option<Arc<str>>> {
        let own: Vec<Option<Arc<str>>> = file.variants.iter().map(|variant| Some(variant.id.clone())).collect();
        if own.is_empty() { vec![None] } else { own }
    };
    let of_file = |file: &Arc<CallFile>| -> Vec<Call> {
        let both = file.years.iter().flat_map(|year| variants(file).into_iter().map(move |variant| (*year, variant)));
        both.filter_map(|(year, variant)| file.call(year, variant.as_deref())).collect()
    };
    SHIPPED.iter().flat_map(of_file).collect()
}
