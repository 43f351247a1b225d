//! JSON Lines: one plan a line in, one report a line out, however many there are. Never holds more than one line.

use super::arguments::Arguments;
use super::checked;
use super::{LONGEST, Outcome, json};
use allians::calls::CallLibrary;
use allians::plan::PlanError;
use allians::wire::{Refusal, RefusalOut};
use serde::Serialize;
use std::io::{self, BufRead, Read, Write};

/// What stands in the place of a report that there is none of.
#[derive(Serialize)]
struct Unread {
    error: RefusalOut,
    line: usize,
}

/// Checks every line. Empty ones are skipped.
pub(crate) fn check(library: &CallLibrary, arguments: &Arguments, mut from: impl BufRead, out: &mut impl Write) -> io::Result<Outcome> {
    let mut worst = Outcome::Met;
    let mut bytes = Vec::new();
    for line in 1.. {
        bytes.clear();
        match next(&mut from, &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                out.flush()?;
                eprintln!("standard input: line {line} could not be read: {error}");
                return Ok(Outcome::Unread);
            }
        }
        let whole = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        let whole = whole.strip_suffix(b"\r").unwrap_or(whole);
        let trimmed = whole.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(whole).trim_ascii();
        let plan = if whole.len() > LONGEST { whole } else { trimmed };
        if !plan.is_empty() {
            worst = worst.max(one(library, arguments, plan, line, out)?);
        }
    }
    Ok(worst)
}

/// Reads a line; of one that is too long only as much as shows that it is.
fn next(from: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let read = from.by_ref().take(LONGEST as u64 + 2).read_until(b'\n', bytes)?;
    if bytes.len() > LONGEST && bytes.last() != Some(&b'\n') {
        from.skip_until(b'\n')?;
    }
    Ok(read)
}

fn one(library: &CallLibrary, arguments: &Arguments, plan: &[u8], line: usize, out: &mut impl Write) -> io::Result<Outcome> {
    match checked::check(library, plan, &format!("-:{line}"), arguments.reading) {
        Ok(checked) => json(&checked, arguments, out).map(|()| checked.outcome()),
        Err(refusal) => {
            let refusal = match refusal {
                Refusal::Plan(PlanError::NotJson { column, .. }) => PlanError::NotJson { line, column }.into(),
                other => other,
            };
            serde_json::to_writer(&mut *out, &Unread { error: refusal.out(), line })?;
            out.write_all(b"\n")?;
            Ok(Outcome::Unread)
        }
    }
}
