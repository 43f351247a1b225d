//! `cargo xtask test`: every kind of test in one run, and one line of counts at the end.
//!
//! Nothing is left out silently: a part that cannot run (no browser, no files) is a failure with its reason. A failing
//! part does not keep the later ones from running, so one run shows everything there is to repair.

use std::time::Instant;

use crate::{Failure, Outcome};

mod count;
mod steps;

pub use count::Count;
use steps::Step;

/// A part of the tests that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Format and lints.
    Lint,
    /// Native tests and doc tests.
    Native,
    /// Components in a headless browser.
    Browser,
    /// The release page, its size, and the JS package in Node.
    Page,
    /// The built page in a driven browser.
    E2e,
}

impl Part {
    const ALL: [Self; 5] = [Self::Lint, Self::Native, Self::Browser, Self::Page, Self::E2e];

    fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Page => "page",
            Self::E2e => "e2e",
        }
    }

    /// The part that is called `name` on the command line.
    pub fn named(name: &str) -> Outcome<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.into_iter().map(Self::name).collect();
            Failure::new(format!("--only {name}: no such part; one of {}", names.join(", ")))
        })
    }
}

/// A finished step.
struct Line {
    name: &'static str,
    count: Count,
    seconds: f64,
}

/// Runs all parts, or only one, and prints what failed and the counts.
pub fn run(only: Option<Part>) -> Count {
    let lines: Vec<Line> = steps::of(only).iter().map(perform).collect();
    let total = lines.iter().fold(Count::default(), |sum, line| sum + line.count);
    println!("\n{}\n{total}", table(&lines));
    total
}

fn perform(step: &Step) -> Line {
    println!("\n== {}", step.name);
    let began = Instant::now();
    let count = (step.run)().unwrap_or_else(|failure| {
        println!("FAILED: {failure}");
        Count::FAILED
    });
    let seconds = began.elapsed().as_secs_f64();
    println!("-- {}: {count} ({seconds:.1} s)", step.name);
    Line { name: step.name, count, seconds }
}

fn table(lines: &[Line]) -> String {
    let mut text = format!("{:34} {:>7} {:>7} {:>7} {:>8}\n", "part", "passed", "failed", "skipped", "seconds");
    for Line { name, count, seconds } in lines {
        let mark = if count.failed > 0 { "  FAILED" } else { "" };
        let Count { passed, failed, skipped } = count;
        text.push_str(&format!("{name:34} {passed:>7} {failed:>7} {skipped:>7} {seconds:>8.1}{mark}\n"));
    }
    text
}
