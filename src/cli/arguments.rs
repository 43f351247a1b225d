//! The arguments of the command line.

use allians::engine::Reading;
use lexopt::prelude::*;
use std::ffi::OsString;

pub(crate) const HELP: &str = "\
Says which requirements of a European call a consortium meets, who counts and who does not.

Usage: allians-check [--json] [--advice] [--compare] [--reading strict|lenient] FILE…

  FILE                      a plan file, saved from the page (docs/plan-format.md);
                            - reads plans from standard input, one JSON object a line,
                            and writes one JSON report a line in the same order
  --json                    one JSON report a line instead of text
  --advice                  what is missing, who of the pool could help, what falls if
                            somebody withdraws, who may lead, and what is still to be
                            done; with JSON in the field \"advice\" of each report
  --compare                 which call suits: every call, the nearest first, and what it
                            still misses; with JSON in the field \"comparison\"
  --reading strict|lenient  how to read a sentence that allows two readings; strict if not given
  --help, --version

Exit code: 0 every mandatory requirement is met in every plan; 1 some plan falls short;
2 some plan could not be read (the others are checked all the same).
";

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    Version,
    Check(Arguments),
}

/// What is to be checked, and how.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) json: bool,
    pub(crate) advice: bool,
    pub(crate) compare: bool,
    pub(crate) reading: Reading,
    pub(crate) files: Vec<OsString>,
}

/// Reads the arguments of this process.
pub(crate) fn read() -> Result<Request, lexopt::Error> {
    let mut arguments = Arguments { json: false, advice: false, compare: false, reading: Reading::default(), files: Vec::new() };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Request::Help),
            Short('V') | Long("version") => return Ok(Request::Version),
            Long("json") => arguments.json = true,
            Long("advice") => arguments.advice = true,
            Long("compare") => arguments.compare = true,
            Long("reading") => arguments.reading = parser.value()?.parse_with(reading)?,
            Value(file) => arguments.files.push(file),
            Short(_) | Long(_) => return Err(argument.unexpected()),
        }
    }
    if arguments.files.is_empty() {
        return Err("no plan file is named".into());
    }
    Ok(Request::Check(arguments))
}

fn reading(word: &str) -> Result<Reading, &'static str> {
    Reading::parse(word).ok_or("it is strict or lenient")
}
