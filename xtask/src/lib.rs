//! Everything around the page that is not the page: sets up the tools, builds, serves, tests, measures.
//!
//! It is a library so that the end-to-end tests use the same [`server`] as `cargo xtask serve` and the size test
//! the same [`size`] as `cargo xtask size`. It never changes a file of the repository outside `dist/`, `target/`
//! and `tests/e2e/node_modules/`, and installs tools only into the user's cache.

use std::ffi::OsString;
use std::process::ExitCode;

use command::Command;
pub use outcome::{At, Failure, Outcome};

pub mod bench;
pub mod browser;
pub mod calls;
pub mod check_call;
mod command;
pub mod compress;
pub mod fresh;
pub mod hashed;
pub mod minify;
pub mod node;
pub mod npm;
mod outcome;
pub mod package;
pub mod page;
pub mod places;
pub mod process;
pub mod program;
pub mod serve;
pub mod server;
pub mod setup;
mod short;
pub mod size;
pub mod small;
pub mod test;
pub mod texts;
pub mod tool;
pub mod worker;

/// Does what the arguments say; a failure is one message on stderr and exit code 1.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    match Command::parse(arguments).and_then(perform) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(command: Command) -> Outcome<ExitCode> {
    match command {
        Command::Help => println!("{}", command::HELP),
        Command::Setup => setup::everything()?,
        Command::Serve { port, build } => serve::run(port, build)?,
        Command::Dist => {
            page::release()?;
            println!("JS package: {}", package::build()?.display());
        }
        Command::Size => page::release()?,
        // It has named its failures already, and its last line is to be the counts.
        Command::Test { only } if test::run(only).failed > 0 => return Ok(ExitCode::FAILURE),
        Command::Test { .. } => {}
        Command::CheckCall { file, out } => return check_call::run(&file, out),
        Command::Bench(options) => bench::run(&options)?,
    }
    Ok(ExitCode::SUCCESS)
}
