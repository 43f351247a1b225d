//! One comparison of our page with the React page, both in the same run of the peers' harness.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::browser::Browser;
use crate::{places, process};

/// What is compared.
#[derive(Debug)]
pub(super) struct Comparison {
    pub(super) name: &'static str,
    /// For the heading of its table.
    pub(super) what: &'static str,
    our_path: &'static str,
    their_path: &'static str,
    more: &'static [&'static str],
}

/// The peer draws only visible cards where a team with so many would; its plain list is held against ours once.
pub(super) const COMPARISONS: [Comparison; 5] = [
    Comparison { name: "pool-20", what: "20 organisations", our_path: "?pool=20", their_path: "?pool=20", more: &[] },
    Comparison {
        name: "pool-1000",
        what: "1000 organisations, React with a virtual list",
        our_path: "?pool=1000",
        their_path: "?pool=1000&virtual=1",
        more: &[],
    },
    Comparison {
        name: "pool-10000",
        what: "10000 organisations, React with a virtual list",
        our_path: "?pool=10000",
        their_path: "?pool=10000&virtual=1",
        more: &[],
    },
    Comparison {
        name: "pool-20-slow",
        what: "20 organisations on a slow phone (CPU ÷ 4, Fast 3G)",
        our_path: "?pool=20",
        their_path: "?pool=20",
        more: &["--cpu", "4", "--net", "fast3g"],
    },
    Comparison {
        name: "pool-10000-plain",
        what: "10000 organisations, React with a plain list",
        our_path: "?pool=10000",
        their_path: "?pool=10000",
        more: &[],
    },
];

/// What the harness looks for on a page: option, on ours, on theirs.
/// The peer says that it is ready when its report is in the document, before it is painted; so ours is looked for there too, and not
/// `html[data-ready]`, which is there only after the paint.
const HANDLES: [(&str, &str, &str); 4] = [
    ("ready", "[data-verdict]", "main[data-ready=true]"),
    ("card", "[data-organisation=\"g0\"]", "[data-org=g0]"),
    ("drop", "[data-zone=\"consortium\"]", "[data-drop=consortium]"),
    ("state", "[data-requirement=\"organisations\"][data-have=\"1\"]", "[data-req=min-organisations][data-have=\"1\"]"),
];

impl Comparison {
    /// Measures both pages; answers the file with all samples.
    pub(super) fn run(&self, peers: &Path, results: &Path, runs: u32, browser: &Browser) -> Outcome<PathBuf> {
        let file = results.join(format!("{}.json", self.name));
        eprintln!("Measuring {} ({runs} runs a side) …", self.name);
        let mut node = Command::new("node");
        node.arg("measure.mjs").current_dir(peers.join("measure")).env("CHROMIUM", &browser.chromium);
        node.arg("--a").arg(places::dist()).arg("--b").arg(peers.join("react-board/dist"));
        node.args(["--name-a", "Allians", "--name-b", "React", "--runs", &runs.to_string()]);
        node.args(["--path-a", self.our_path, "--path-b", self.their_path]);
        for (option, ours, theirs) in HANDLES {
            node.arg(format!("--{option}-a")).arg(ours).arg(format!("--{option}-b")).arg(theirs);
        }
        node.args(self.more).arg("--json").arg(&file);
        process::run(&mut node, "the pages were not compared; the reason is above")?;
        Ok(file)
    }
}
