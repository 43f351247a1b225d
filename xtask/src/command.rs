//! What may be typed after `cargo xtask`, as data.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::ValueExt;

use crate::bench;
use crate::test::Part;
use crate::{At, Failure, Outcome};

/// Printed by `cargo xtask help`.
pub(crate) const HELP: &str = "cargo xtask COMMAND

  setup                       install what is missing: wasm target, trunk, wasm-bindgen, esbuild, Chromium
  serve [--port N] [--no-build]
                              build the page and serve it at http://127.0.0.1:8080/
  test [--only PART]          run all tests; PART: lint, native, browser, page, e2e
  dist                        the page to deploy in dist/, the JS package in dist/package/
  check-call FILE [--out FILE.json]
                              check a call file (TOML, see docs/call-format.md), say what it asks, and write the JSON
                              that the page opens (default: beside FILE, ending .json)
  size                        what a first visit loads, and all programs; fails above the bounds
  bench [--peers DIR] [--only NAME] [--runs N]
                              benchmarks, and comparisons with the peers in DIR (default ../shared/peers);
                              NAME: native, engines, pages, or one page comparison such as pool-1000";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Setup,
    Serve { port: Option<u16>, build: bool },
    Dist,
    Size,
    Test { only: Option<Part> },
    CheckCall { file: PathBuf, out: Option<PathBuf> },
    Bench(bench::Options),
}

impl Command {
    pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Outcome<Self> {
        let mut parser = lexopt::Parser::from_args(arguments);
        let mut words: Vec<String> = Vec::new();
        let mut port = None;
        let mut build = true;
        let mut only: Option<String> = None;
        let mut bench = bench::Options::default();
        let mut out = None;
        let hint = "`cargo xtask help` lists the commands and options";
        while let Some(argument) = parser.next().at(hint)? {
            match argument {
                lexopt::Arg::Value(value) => words.push(value.string().at(hint)?),
                lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => return Ok(Self::Help),
                lexopt::Arg::Long("port") => port = Some(number(&mut parser, "--port")?),
                lexopt::Arg::Long("no-build") => build = false,
                lexopt::Arg::Long("only") => only = Some(parser.value().at(hint)?.string().at(hint)?),
                lexopt::Arg::Long("peers") => bench.peers = Some(PathBuf::from(parser.value().at(hint)?)),
                lexopt::Arg::Long("out") => out = Some(PathBuf::from(parser.value().at(hint)?)),
                lexopt::Arg::Long("runs") => bench.runs = number(&mut parser, "--runs")?,
                other => return Err(Failure::new(format!("{}; {hint}", other.unexpected()))),
            }
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let ["check-call", rest @ ..] = words.as_slice() {
            return Self::check_call(rest, out);
        }
        match words.as_slice() {
            [] | ["help"] => Ok(Self::Help),
            ["setup"] => Ok(Self::Setup),
            ["serve"] => Ok(Self::Serve { port, build }),
            ["dist"] => Ok(Self::Dist),
            ["size"] => Ok(Self::Size),
            ["test"] => Ok(Self::Test { only: only.map(|name| Part::named(&name)).transpose()? }),
            ["bench"] => Ok(Self::Bench(bench::Options { only, ..bench })),
            unknown => Err(Failure::new(format!("unknown command \"{}\"; {hint}", unknown.join(" ")))),
        }
    }

    fn check_call(files: &[&str], out: Option<PathBuf>) -> Outcome<Self> {
        match files {
            [file] => Ok(Self::CheckCall { file: PathBuf::from(file), out }),
            [] => Err(Failure::new("check-call: which file? cargo xtask check-call FILE")),
            _ => Err(Failure::new(format!("check-call: one file at a time, not {}", files.join(" ")))),
        }
    }
}

fn number<N: std::str::FromStr>(parser: &mut lexopt::Parser, option: &str) -> Outcome<N>
where
    N::Err: std::fmt::Display,
{
    let value = parser.value().at(option)?.string().at(option)?;
    value.parse().at(format!("{option} {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Command> {
        Command::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn commands() {
        let table = [
            ("", Command::Help),
            ("serve --help", Command::Help),
            ("setup", Command::Setup),
            ("serve", Command::Serve { port: None, build: true }),
            ("serve --port 8081 --no-build", Command::Serve { port: Some(8081), build: false }),
            ("serve --port=0", Command::Serve { port: Some(0), build: true }),
            ("test", Command::Test { only: None }),
            ("check-call a.toml", Command::CheckCall { file: "a.toml".into(), out: None }),
            ("check-call a.toml --out b.json", Command::CheckCall { file: "a.toml".into(), out: Some("b.json".into()) }),
            ("test --only e2e", Command::Test { only: Some(Part::E2e) }),
        ];
        for (line, command) in table {
            assert_eq!(parse(line), Ok(command), "{line}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        let table = [
            ("srve", "srve"),
            ("serve --prot 1", "--prot"),
            ("serve --port 70000", "--port 70000"),
            ("test --only unit", "unit"),
            ("setup now", "setup now"),
            ("check-call", "which file"),
            ("check-call a.toml b.toml", "a.toml b.toml"),
        ];
        for (line, named) in table {
            let message = parse(line).map_err(|failure| failure.to_string());
            assert!(matches!(&message, Err(text) if text.contains(named)), "{line}: {message:?}");
        }
    }
}
