//! Checks a call file that somebody writes, with the door that every call comes through, and writes the JSON that the page opens.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use allians::calls::{CallFile, CallFileProblem, FORMAT, SHIPPED, read, with_classes};
use allians::engine::Severity;
use allians::i18n::{Language, call_file_error};
use allians::plan::LONGEST_CALL;
use allians::source;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::{At, Failure, Outcome};

/// The country classes that a call file may name.
const CLASSES: &str = include_str!("../../calls/country-classes.toml");

/// The largest call file, in bytes, as TOML and as JSON: a plan carries no larger one.
const LARGEST: u64 = LONGEST_CALL as u64;

/// A call file that is whole.
#[derive(Debug)]
pub struct Checked {
    /// What it says.
    pub file: CallFile,
    /// The JSON that the page opens.
    pub json: String,
}

/// Checks the file, says what it asks and writes the JSON; what is wrong with it is one line and exit code 1.
pub(crate) fn run(path: &Path, out: Option<PathBuf>) -> Outcome<ExitCode> {
    let out = out.unwrap_or_else(|| path.with_extension("json"));
    if out == path {
        return Err(Failure::new(format!("{}: it is the call file itself; name another file with --out", out.display())));
    }
    match check(&text_of(path)?) {
        Err(fault) => {
            eprintln!("{}:{fault}", path.display());
            Ok(ExitCode::FAILURE)
        }
        Ok(checked) => {
            fs::write(&out, &checked.json).at(out.display())?;
            print!("{}", summary(&checked.file));
            println!("written: {}", out.display());
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The text of a file that is not too large; no more than that is read of one that is.
fn text_of(path: &Path) -> Outcome<String> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).at(path.display())?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::new(format!("{}: it is too large, a call file has at most {LARGEST} bytes", path.display())));
    }
    String::from_utf8(bytes).at(path.display())
}

/// Reads a call file, or says what is wrong: `LINE: requirement "id", path: what is wrong and what is allowed`.
pub fn check(text: &str) -> Result<Checked, String> {
    let not_toml = |error: Error| {
        let (line, column) = place(text, error.span().map_or(0, |span| span.start));
        format!("{line}:{column}: {}", error.message())
    };
    let table = DeTable::parse(text).map_err(not_toml)?;
    let mut json: Value = toml::from_str(text).map_err(not_toml)?;
    let classes: Value = toml::from_str(CLASSES).map_err(|error| format!("1: country-classes.toml: {}", error.message()))?;
    let put_in = with_classes(&mut json, &classes).map_err(|problem| CallFileProblem { requirement: None, problem });
    let file = put_in.and_then(|()| read(&&json)).map_err(|problem| {
        let (line, _) = place(text, start_of(&table, &problem.problem.path));
        format!("{line}: {}", call_file_error(Language::En, Some(&problem), None))
    })?;
    Ok(Checked { file, json: with_format(json)? })
}

/// The JSON with the field `format` first, so that whoever meets the file sees what it is.
fn with_format(mut json: Value) -> Result<String, String> {
    json.as_object_mut().map(|fields| fields.remove("format"));
    let text = serde_json::to_string_pretty(&json).map_err(|error| error.to_string())?;
    let fields = text.strip_prefix('{').unwrap_or_default();
    let json = format!("{{\n  \"format\": \"{FORMAT}\",{fields}\n");
    if json.len() > LONGEST_CALL { Err(format!("1: it is too large, its JSON has at most {LONGEST_CALL} bytes")) } else { Ok(json) }
}

/// Where in the text a path leads: to the value, or as near as the text has it.
fn start_of(table: &Spanned<DeTable<'_>>, path: &source::Path) -> usize {
    let mut start = None;
    let mut value: Option<&Spanned<DeValue<'_>>> = None;
    for step in &path.0 {
        let next = match (step, value.map(Spanned::get_ref)) {
            (source::Step::Field(name), None) => table.get_ref().get(name.as_str()),
            (source::Step::Field(name), Some(DeValue::Table(table))) => table.get(name.as_str()),
            (source::Step::Item(at), Some(DeValue::Array(items))) => items.get(*at),
            _ => None,
        };
        let Some(next) = next else { break };
        start = Some(next.span().start);
        value = Some(next);
    }
    start.unwrap_or(0)
}

/// Line and column of a place in a text, from 1.
fn place(text: &str, start: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// What a call file is: title, years, variants, requirements with their shapes.
pub fn summary(file: &CallFile) -> String {
    let years: Vec<String> = file.years.iter().map(u16::to_string).collect();
    let mut lines = vec![format!("{}: {}", file.id, file.title.en), format!("years: {}", years.join(" "))];
    if !file.variants.is_empty() {
        let variants: Vec<String> = file.variants.iter().map(|variant| format!("{} ({})", variant.id, variant.title.en)).collect();
        lines.push(format!("variants: {}", variants.join(", ")));
    }
    lines.push(format!("requirements: {}", file.requirements.len()));
    for one in &file.requirements {
        let lenient = if one.requirement.lenient.is_some() { ", two readings" } else { "" };
        let (id, shape) = (&one.requirement.id, one.requirement.rule.shape());
        lines.push(format!(
            "  {:9} {id}: {} ({shape}{lenient}{})",
            Severity::as_str(one.requirement.severity),
            one.title.en,
            when(&one.when)
        ));
    }
    lines.extend(file.not_known.iter().map(|one| format!("  not known {}: {}", one.id, one.text.en)));
    if SHIPPED.iter().any(|shipped| shipped.id == file.id) {
        lines.push(format!("note: the page has a call \"{}\" already and opens no other with this id", file.id));
    }
    lines.join("\n") + "\n"
}

/// In which years and variants, where not in all.
fn when(when: &allians::calls::When) -> String {
    let words = when.years.iter().map(u16::to_string).chain(when.variants.iter().map(|variant| variant.to_string()));
    let words: Vec<String> = words.collect();
    if words.is_empty() { String::new() } else { format!("; {}", words.join(" ")) }
}

#[cfg(test)]
#[path = "check_call_tests.rs"]
mod tests;
