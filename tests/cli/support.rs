//! Runs of the program, and plans to run it on.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Runs the program in the root of the repository.
    pub(crate) fn of(arguments: &[&str], stdin: &[u8]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_allians-check"));
        command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let bytes = stdin.to_vec();
        // Both ends at once: neither pipe holds all.
        let writer = std::thread::spawn(move || input.write_all(&bytes));
        let output = child.wait_with_output().unwrap();
        let _ = writer.join().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Runs the program on files with these texts, `0.json` and so on.
    pub(crate) fn of_files(options: &[&str], texts: &[&str]) -> Run {
        let files = Files::new(&texts.iter().map(|text| text.as_bytes()).collect::<Vec<_>>());
        let names = files.names.iter().map(String::as_str);
        Run::of(&options.iter().copied().chain(names).collect::<Vec<_>>(), b"")
    }
}

/// Files in a folder of their own, gone with it.
pub(crate) struct Files {
    folder: PathBuf,
    pub(crate) names: Vec<String>,
}

impl Files {
    pub(crate) fn new(contents: &[&[u8]]) -> Files {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let names = contents.iter().enumerate().map(|(at, content)| {
            let file = folder.join(format!("{at}.json"));
            std::fs::write(&file, content).unwrap();
            file.to_str().unwrap().to_owned()
        });
        Files { names: names.collect(), folder }
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A plan that meets everything, save for the fields given instead.
pub(crate) fn plan(title: &str, instead: &str) -> String {
    let organisations: Vec<String> = ["hei FI", "hei SE", "enterprise FI", "enterprise DE", "association SE", "public_body DE"]
        .iter()
        .enumerate()
        .map(|(at, words)| {
            let (kind, country) = words.split_once(' ').unwrap();
            format!("{{\"id\": \"o{at}\", \"kind\": \"{kind}\", \"country\": \"{country}\"}}")
        })
        .collect();
    let fields = [
        ("format", "\"allians-plan\"".to_owned()),
        ("version", "1".to_owned()),
        ("call", "\"erasmus-knowledge-alliances\"".to_owned()),
        ("year", "2020".to_owned()),
        ("duration_months", "24".to_owned()),
        ("organisations", format!("[{}]", organisations.join(","))),
        ("members", members(instead)),
    ];
    let rest = fields.iter().filter(|(name, _)| !instead.contains(&format!("\"{name}\"")));
    let rest: Vec<String> = rest.map(|(name, value)| format!("\"{name}\": {value}")).collect();
    let instead = if instead.is_empty() { String::new() } else { format!("{instead},\n") };
    format!("{{\"title\": \"{title}\",\n{instead}{}}}", rest.join(",\n"))
}

/// Nobody is a member where the organisations are others.
fn members(instead: &str) -> String {
    let count = if instead.contains("\"organisations\"") { 0 } else { 6 };
    let role = |at| if at == 0 { "applicant" } else { "partner" };
    let rows: Vec<String> = (0..count).map(|at| format!("{{\"organisation\": \"o{at}\", \"role\": \"{}\"}}", role(at))).collect();
    format!("[{}]", rows.join(","))
}

/// The same plan on one line.
pub(crate) fn line(title: &str, instead: &str) -> String {
    plan(title, instead).replace('\n', "")
}
