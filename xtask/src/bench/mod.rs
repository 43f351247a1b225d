//! `cargo xtask bench`: our own benchmarks, then ourselves beside the peers in one run each.
//!
//! The peers are somebody else's folder: they are copied to `target/peers` and only changed there. Figures of two
//! different runs are not compared; the machine is never the same twice.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::process;
use crate::{At, Failure, Outcome};
use crate::{browser, node, package, page};

mod comparison;
mod copy;
mod table;

use comparison::COMPARISONS;

/// What to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The folder of the peers; `../shared/peers` where there is one.
    pub peers: Option<PathBuf>,
    /// `native`, `engines`, `pages` or one page comparison; all of them without it.
    pub only: Option<String>,
    /// Counted runs a side of a page comparison.
    pub runs: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { peers: None, only: None, runs: 7 }
    }
}

impl Options {
    fn wants(&self, group: &str, name: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == group || only == name)
    }

    fn check(&self) -> Outcome {
        let names = || ["native", "engines", "pages"].into_iter().chain(COMPARISONS.iter().map(|one| one.name));
        match &self.only {
            Some(only) if !names().any(|name| name == only) => {
                let names: Vec<&str> = names().collect();
                Err(Failure::new(format!("--only {only}: no such benchmark; one of {}", names.join(", "))))
            }
            _ => Ok(()),
        }
    }

    /// `None` when there are no peers and nobody asked for them.
    fn peers(&self) -> Outcome<Option<PathBuf>> {
        let folder = self.peers.clone().unwrap_or_else(|| places::root().join("../shared/peers"));
        let asked = self.peers.is_some() || self.only.is_some();
        match folder.join("measure/measure.mjs").is_file() {
            true => Ok(Some(folder)),
            false if asked => Err(Failure::new(format!("{}: no peers there; say where: --peers DIR", folder.display()))),
            false => Ok(None),
        }
    }
}

/// Runs what the options ask for; tables go to stdout, all samples to `target/bench/`.
pub fn run(options: &Options) -> Outcome {
    options.check()?;
    if options.wants("native", "native") {
        native()?;
    }
    let pages: Vec<_> = COMPARISONS.iter().filter(|one| options.wants("pages", one.name)).collect();
    let with_engines = options.wants("engines", "engines");
    if pages.is_empty() && !with_engines {
        return Ok(());
    }
    let Some(source) = options.peers()? else {
        println!("No peers at ../shared/peers, so nothing is compared (--peers DIR).");
        return Ok(());
    };
    let peers = prepare(&source)?;
    let results = places::target().join("bench");
    std::fs::create_dir_all(&results).at(results.display())?;
    page::build()?;
    if with_engines {
        engines(&peers, &results)?;
    }
    let browser = if pages.is_empty() { None } else { Some(react_board(&peers).and_then(|()| browser::ensure())?) };
    for (comparison, browser) in pages.into_iter().zip(browser.iter().cycle()) {
        let file = comparison.run(&peers, &results, options.runs, browser)?;
        println!("\n### {}: {}\n\n{}", comparison.name, comparison.what, table::of_file(&file)?);
    }
    println!("All samples: {}", results.display());
    Ok(())
}

fn native() -> Outcome {
    if !places::root().join("benches").is_dir() {
        return Err(Failure::new("benches/: no such folder, so there is nothing to run natively"));
    }
    process::run(Command::new("cargo").args(["bench", "--package", "allians", "--bench", "*"]).current_dir(places::root()), "see above")
}

fn prepare(source: &Path) -> Outcome<PathBuf> {
    node::ensure()?;
    let peers = places::target().join("peers");
    copy::folder(source, &peers)?;
    for folder in ["engines", "measure", "react-board"] {
        node::install(&peers.join(folder))?;
    }
    Ok(peers)
}

fn react_board(peers: &Path) -> Outcome {
    let mut npm = Command::new("npm");
    npm.args(["run", "--silent", "build"]).current_dir(peers.join("react-board"));
    process::run(&mut npm, "the React page was not built; the reason is above")
}

fn engines(peers: &Path, results: &Path) -> Outcome {
    let package = package::build()?;
    let adapter = places::root().join("tests/peers/allians.mjs");
    if !adapter.is_file() {
        return Err(Failure::new(format!("{}: no adapter there", adapter.display())));
    }
    println!("\n### Rule engines\n");
    let mut node = Command::new("node");
    node.arg("bench.mjs").arg("--add").arg(adapter).arg("--json").arg(results.join("engines.json"));
    node.current_dir(peers.join("engines")).env("ALLIANS_PACKAGE", package).env("ALLIANS_PEERS", peers);
    process::run(&mut node, "the rule engines were not compared; the reason is above")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_name_lists_the_known_ones() {
        let options = Options { only: Some("pool-7".into()), ..Options::default() };
        let message = options.check().map_err(|failure| failure.to_string());
        assert!(matches!(&message, Err(text) if text.contains("pool-7") && text.contains("pool-20")), "{message:?}");
    }

    #[test]
    fn a_group_holds_its_comparisons() {
        let only = |name: &str| Options { only: Some(name.into()), ..Options::default() };
        let table = [
            (Options::default(), "pages", "pool-20", true),
            (only("pages"), "pages", "pool-20", true),
            (only("pool-20"), "pages", "pool-20", true),
            (only("pool-20"), "pages", "pool-1000", false),
            (only("native"), "engines", "engines", false),
        ];
        for (options, group, name, wanted) in table {
            assert_eq!(options.wants(group, name), wanted, "{options:?} {name}");
        }
    }
}
