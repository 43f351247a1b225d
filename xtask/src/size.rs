//! What a first visit loads and what all programs weigh, and the bounds that both must stay under.
//!
//! Counted generously, as brotli 11, each file once. A first visit loads the page, the texts of its language and the call in view, of which
//! the largest stand here; the library, other languages and other calls follow in the background.

use std::fs;
use std::path::Path;

use crate::calls;
use crate::package;
use crate::page::is_packed;
use crate::program::{LIBRARY, PAGE};
use crate::worker;
use crate::{At, Failure, Outcome};
use crate::{compress, places, texts};

/// The most bytes that a first visit may load: what it is, with little room. It is to be 165 000 (docs/decisions.md).
pub const FIRST_VISIT: u64 = 195_500;

/// The most bytes that wasm, scripts and styles may have together: what they are, with little room. It is to be 400 000.
pub const PROGRAMS: u64 = 468_500;

/// One file of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name below `dist`.
    pub name: String,
    /// Bytes in the file.
    pub raw: u64,
    /// Bytes sent: as brotli, or raw where that is not smaller.
    pub sent: u64,
}

/// Prints the table for the page in `dist`; fails above [`FIRST_VISIT`] or [`PROGRAMS`].
pub fn report(dist: &Path) -> Outcome {
    let rows = measure(dist)?;
    println!("{}", table(&rows));
    check(&rows)
}

/// Every file of the packed page in `dist`, largest first, the service worker last.
pub fn measure(dist: &Path) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    for name in places::files_below(dist)? {
        if !is_packed(&name) && !package::is_part(&name) {
            let file = dist.join(&name);
            let raw = fs::metadata(&file).at(file.display())?.len();
            rows.push(Row { name, raw, sent: compress::packed(&file).unwrap_or(raw) });
        }
    }
    rows.sort_by_key(|row| (row.name == worker::NAME, u64::MAX - row.sent));
    Ok(rows)
}

/// Fails when one of the two sums is above its bound, or when there is no page to measure.
pub fn check(rows: &[Row]) -> Outcome {
    if !rows.iter().any(|row| row.name.ends_with(".wasm") && part(row) == Part::Page) {
        return Err(Failure::new("no wasm of the page in dist/: build it first, cargo xtask dist"));
    }
    for (what, sum, bound) in [("a first visit loads", first_visit(rows), FIRST_VISIT), ("all programs weigh", programs(rows), PROGRAMS)] {
        if sum > bound {
            let excess = sum - bound;
            return Err(Failure::new(format!("{what} {sum} bytes, {excess} more than the bound of {bound}")));
        }
    }
    Ok(())
}

/// The bytes that are sent for a first visit.
pub fn first_visit(rows: &[Row]) -> u64 {
    sum(rows, |row| part(row) == Part::Page) + in_view(rows).map(|(row, _)| row.sent).sum::<u64>()
}

/// The bytes that are sent of wasm, scripts and styles.
pub fn programs(rows: &[Row]) -> u64 {
    sum(rows, |row| [".wasm", ".js", ".css"].iter().any(|ending| row.name.ends_with(ending)))
}

fn sum(rows: &[Row], counts: impl Fn(&Row) -> bool) -> u64 {
    rows.iter().filter(|row| counts(row)).map(|row| row.sent).sum()
}

/// The texts and the call that weigh most, each with what it is: who comes in that language, by a link to that call, loads those.
fn in_view(rows: &[Row]) -> impl Iterator<Item = (&Row, &'static str)> {
    let largest = |of: Part| rows.iter().filter(move |row| part(row) == of).max_by_key(|row| row.sent);
    let texts = largest(Part::Texts).map(|row| (row, "the largest language"));
    texts.into_iter().chain(largest(Part::Call).map(|row| (row, "the largest call")))
}

/// When a file is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// With the page.
    Page,
    /// After the page has been drawn.
    Library,
    /// When the language is spoken.
    Texts,
    /// When the call is in view, in the language that is spoken.
    Call,
}

fn part(row: &Row) -> Part {
    let name = &*row.name;
    if calls::is_part(name) {
        Part::Call
    } else if texts::is_of_answers(name) {
        Part::Library
    } else if texts::is_part(name) {
        Part::Texts
    } else if !name.starts_with(PAGE.name) && (name.starts_with(LIBRARY.name) || name.starts_with("worker-")) {
        Part::Library
    } else {
        Part::Page
    }
}

fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or_default().max(40);
    let mut text = format!("{:width$} {:>9} {:>9}\n", "a first visit loads, bytes", "raw", "brotli 11");
    let mut line = |name: &str, raw: Option<u64>, sent: u64, note: &str| {
        let raw = raw.map(|raw| raw.to_string()).unwrap_or_default();
        text.push_str(format!("{name:width$} {raw:>9} {sent:>9}  {note}").trim_end());
        text.push('\n');
    };
    for row in rows.iter().filter(|row| part(row) == Part::Page) {
        let note = if row.name == worker::NAME { "after the first paint" } else { "" };
        line(&row.name, Some(row.raw), row.sent, note);
    }
    for (row, what) in in_view(rows) {
        line(&row.name, Some(row.raw), row.sent, what);
    }
    line("a first visit", None, first_visit(rows), &format!("of at most {FIRST_VISIT}"));
    for row in rows.iter().filter(|row| part(row) == Part::Library) {
        line(&row.name, Some(row.raw), row.sent, "in the background");
    }
    line("all wasm, scripts and styles", None, programs(rows), &format!("of at most {PROGRAMS}"));
    for (of, what) in [(Part::Texts, "all texts"), (Part::Call, "all calls, in each language")] {
        line(what, None, sum(rows, |row| part(row) == of), "in the background");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, sent: u64) -> Row {
        Row { name: name.to_owned(), raw: sent * 3, sent }
    }

    const PAGE_WASM: &str = "allians-page_bg-01234567.wasm";
    const LIBRARY_WASM: &str = "allians_bg-01234567.wasm";

    #[test]
    fn the_bounds() {
        let table: [(&str, &[Row], bool); 11] = [
            ("just under", &[row(PAGE_WASM, 195_499)], true),
            ("on the bound", &[row(PAGE_WASM, 194_500), row("sw.js", 1_000)], true),
            ("one byte over", &[row(PAGE_WASM, 194_500), row("sw.js", 1_001)], false),
            ("many small files count", &[row(PAGE_WASM, 1), row("b.js", 100_000), row("c.css", 96_000)], false),
            ("no page is no small page", &[row("index.html", 10)], false),
            ("the library alone is no page", &[row(LIBRARY_WASM, 10)], false),
            ("the call in view counts", &[row(PAGE_WASM, 194_500), row("calls/a-0.pack", 1_001)], false),
            ("of calls only the largest", &[row(PAGE_WASM, 194_500), row("calls/a-0.pack", 600), row("calls/b-0.pack", 500)], true),
            ("and the largest language", &[row(PAGE_WASM, 194_500), row("texts/sv-0.txt", 1_001), row("texts/fi-0.txt", 2)], false),
            ("all programs on their bound", &[row(PAGE_WASM, 100_000), row(LIBRARY_WASM, 367_500), row("worker-0.js", 1_000)], true),
            ("and over", &[row(PAGE_WASM, 100_000), row(LIBRARY_WASM, 367_500), row("worker-0.js", 1_001)], false),
        ];
        for (name, rows, fits) in table {
            assert_eq!(check(rows).is_ok(), fits, "{name}");
        }
    }

    #[test]
    fn the_table_has_every_program_and_both_sums() {
        let text = table(&[
            row(PAGE_WASM, 100),
            row("calls/a-0.pack", 3),
            row("calls/b-0.pack", 4),
            row("texts/fi-0.txt", 6),
            row("texts/sv-0.txt", 5),
            row(LIBRARY_WASM, 1_000),
            row("worker-0.js", 7),
            row("sw.js", 20),
        ]);
        let lines: Vec<String> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let expected = [
            "a first visit loads, bytes raw brotli 11",
            "allians-page_bg-01234567.wasm 300 100",
            "sw.js 60 20 after the first paint",
            "texts/fi-0.txt 18 6 the largest language",
            "calls/b-0.pack 12 4 the largest call",
            "a first visit 130 of at most 195500",
            "allians_bg-01234567.wasm 3000 1000 in the background",
            "worker-0.js 21 7 in the background",
            "all wasm, scripts and styles 1127 of at most 468500",
            "all texts 11 in the background",
            "all calls, in each language 7 in the background",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn packed_files_and_the_package_are_not_counted_twice() -> Outcome {
        let folder = std::env::temp_dir().join(format!("allians-size-{}", std::process::id()));
        fs::create_dir_all(folder.join("package")).at("test")?;
        for name in ["index.html", "index.html.br", "a.wasm", "a.wasm.gz", "sw.js", "package/a.wasm"] {
            fs::write(folder.join(name), "text").at("test")?;
        }
        let names: Vec<String> = measure(&folder)?.into_iter().map(|row| row.name).collect();
        fs::remove_dir_all(&folder).at("test")?;
        assert_eq!(names, ["a.wasm", "index.html", "sw.js"]);
        Ok(())
    }
}
