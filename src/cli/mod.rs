//! The command line: plan files in, findings out.
//!
//! Reports go to standard output, what could not be read to standard error; a plan that cannot be read never hides the others.

mod advice;
mod arguments;
mod checked;
mod lines;
mod prose;

use allians::calls::CallLibrary;
use allians::wire::{AdviceOut, ComparisonOut, ReportOut};
use arguments::{Arguments, HELP, Request};
use checked::Checked;
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

/// The longest plan that is read, in bytes: more than 50 000 organisations with all that can be said of them in practice.
pub(crate) const LONGEST: usize = 64 * 1024 * 1024;

/// How it went, from best to worst: the exit code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Outcome {
    /// Every mandatory requirement is met in every plan.
    Met = 0,
    /// Some plan falls short.
    Short = 1,
    /// Some plan could not be read.
    Unread = 2,
}

/// Does what the arguments ask for.
pub(crate) fn run() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = match arguments::read() {
        Ok(Request::Help) => out.write_all(HELP.as_bytes()).map(|()| Outcome::Met),
        Ok(Request::Version) => writeln!(out, "allians-check {}", env!("CARGO_PKG_VERSION")).map(|()| Outcome::Met),
        Ok(Request::Check(arguments)) => check(&arguments, &mut out),
        Err(error) => {
            eprintln!("allians-check: {error}\nTry `allians-check --help`.");
            Ok(Outcome::Unread)
        }
    };
    match outcome.and_then(|outcome| out.flush().map(|()| outcome)) {
        Ok(outcome) => ExitCode::from(outcome as u8),
        // Whoever reads has read enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("allians-check: the reports could not be written: {error}");
            ExitCode::from(Outcome::Unread as u8)
        }
    }
}

fn check(arguments: &Arguments, out: &mut impl Write) -> io::Result<Outcome> {
    let library = CallLibrary::whole();
    let mut worst = Outcome::Met;
    for name in &arguments.files {
        let outcome = if name == "-" {
            lines::check(&library, arguments, BufReader::new(io::stdin().lock()), out)?
        } else {
            file(&library, arguments, &name.to_string_lossy(), File::open(name), out)?
        };
        worst = worst.max(outcome);
    }
    Ok(worst)
}

fn file(library: &CallLibrary, arguments: &Arguments, name: &str, file: io::Result<File>, out: &mut impl Write) -> io::Result<Outcome> {
    let mut bytes = Vec::new();
    if let Err(error) = file.and_then(|file| file.take(LONGEST as u64 + 1).read_to_end(&mut bytes)) {
        out.flush()?;
        eprintln!("{name}: it could not be read: {error}. Check the path and your permissions.");
        return Ok(Outcome::Unread);
    }
    match checked::check(library, &bytes, name, arguments.reading) {
        Ok(checked) if arguments.json => json(&checked, arguments, out).map(|()| checked.outcome()),
        Ok(checked) => prose(&checked, arguments, out).map(|()| checked.outcome()),
        Err(refusal) => {
            out.flush()?;
            eprintln!("{}{}", prose::place(name, &refusal, &bytes), refusal.message());
            Ok(Outcome::Unread)
        }
    }
}

/// A report as text, with advice and the other calls where they are wanted, and an empty line.
fn prose(checked: &Checked, wanted: &Arguments, out: &mut impl Write) -> io::Result<()> {
    prose::write(checked, out)?;
    if wanted.advice {
        advice::write(checked, out)?;
    }
    if wanted.compare {
        advice::calls::write(checked, out)?;
    }
    writeln!(out)
}

/// A report with what else is wanted.
#[derive(Serialize)]
struct Advised<'a> {
    #[serde(flatten)]
    report: ReportOut<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<AdviceOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparison: Option<ComparisonOut<'a>>,
}

/// A report on one line, with advice and the other calls where they are wanted.
pub(crate) fn json(checked: &Checked, wanted: &Arguments, out: &mut impl Write) -> io::Result<()> {
    if wanted.advice || wanted.compare {
        let asked = checked.asked();
        let calls = if wanted.compare { advice::calls::latest() } else { Vec::new() };
        let under = asked.under(&calls);
        let advice = wanted.advice.then(|| AdviceOut::of(&asked));
        let comparison = wanted.compare.then(|| ComparisonOut::of(&asked, &under));
        serde_json::to_writer(&mut *out, &Advised { report: checked.out(), advice, comparison })?;
    } else {
        serde_json::to_writer(&mut *out, &checked.out())?;
    }
    out.write_all(b"\n")
}
