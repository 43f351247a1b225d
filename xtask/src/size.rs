//! What a first visit loads, and the bound that it must stay under; and what is loaded when advice is first asked for.
//!
//! Counted generously: every file of the page and the service worker, as brotli 11, each once.

use std::fs;
use std::path::Path;

use crate::advisor;
use crate::calls;
use crate::page::is_packed;
use crate::whole;
use crate::worker;
use crate::{At, Failure, Outcome};
use crate::{compress, places};

/// The most bytes that a first visit may load.
pub const BOUND: u64 = 150_000;

/// The most bytes that the first advice may load, in the background, when there is something on the board.
pub const ADVICE_BOUND: u64 = 230_000;

/// One file of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name below `dist`.
    pub name: String,
    /// Bytes in the file.
    pub raw: u64,
    /// Bytes sent: as brotli, or raw where that is smaller.
    pub sent: u64,
}

/// Prints the table for the page in `dist`; fails above [`BOUND`].
pub fn report(dist: &Path) -> Outcome {
    let rows = measure(dist)?;
    println!("{}", table(&rows));
    check(&rows)
}

/// Every file that a first visit loads from `dist`, largest first.
pub fn measure(dist: &Path) -> Outcome<Vec<Row>> {
    let mut rows = Vec::new();
    for name in places::files_below(dist)? {
        if !is_packed(&name) && !name.starts_with("package/") {
            let file = dist.join(&name);
            let bytes = fs::read(&file).at(file.display())?;
            let raw = length(&bytes);
            let packed = packed_length(&file, &bytes)?;
            rows.push(Row { name, raw, sent: raw.min(packed) });
        }
    }
    rows.sort_by_key(|row| (row.name == worker::NAME, u64::MAX - row.sent));
    Ok(rows)
}

/// Fails when one of the two sums is above its bound, or when there is no page to measure.
pub fn check(rows: &[Row]) -> Outcome {
    if !rows.iter().any(|row| row.name.ends_with(".wasm") && part(row) == Part::Page) {
        return Err(Failure::new("no wasm in dist/: build the page first, cargo xtask dist"));
    }
    for (what, sum, bound) in [("a first visit", total(rows), BOUND), ("the first advice", advice(rows), ADVICE_BOUND)] {
        if sum > bound {
            let excess = sum - bound;
            return Err(Failure::new(format!("{what} loads {sum} bytes, {excess} more than the bound of {bound}")));
        }
    }
    Ok(())
}

/// The bytes that are sent for a first visit.
pub fn total(rows: &[Row]) -> u64 {
    rows.iter().filter(|row| part(row) == Part::Page).map(|row| row.sent).sum()
}

/// The bytes that are sent when advice is first asked for.
pub fn advice(rows: &[Row]) -> u64 {
    rows.iter().filter(|row| part(row) == Part::Advice).map(|row| row.sent).sum()
}

/// When a file is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// With the page.
    Page,
    /// With the first advice.
    Advice,
    /// When another call is chosen than the first.
    Call,
}

fn part(row: &Row) -> Part {
    match &*row.name {
        name if advisor::is_part(name) => Part::Advice,
        name if calls::is_part(name) || whole::is_part(name) => Part::Call,
        _ => Part::Page,
    }
}

fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or_default().max(40);
    let line = |name: &str, raw: u64, sent: u64, note: &str| format!("{name:width$} {raw:>9} {sent:>9}  {note}\n");
    let mut text = format!("{:width$} {:>9} {:>9}\n", "a first visit loads, bytes", "raw", "brotli 11");
    for row in rows.iter().filter(|row| part(row) == Part::Page) {
        let note = if row.name == worker::NAME { "after the first paint" } else { "" };
        text.push_str(line(&row.name, row.raw, row.sent, note).trim_end());
        text.push('\n');
    }
    let raw = |of: Part| rows.iter().filter(|row| part(row) == of).map(|row| row.raw).sum();
    text.push_str(&line("total", raw(Part::Page), total(rows), &format!("of at most {BOUND}")));
    for row in rows.iter().filter(|row| part(row) == Part::Advice) {
        text.push_str(&line(&row.name, row.raw, row.sent, "with the first advice"));
    }
    text.push_str(&line("advice", raw(Part::Advice), advice(rows), &format!("of at most {ADVICE_BOUND}")));
    for row in rows.iter().filter(|row| part(row) == Part::Call) {
        text.push_str(&line(&row.name, row.raw, row.sent, "when another call is chosen"));
    }
    let sent = rows.iter().filter(|row| part(row) == Part::Call).map(|row| row.sent).sum();
    text.push_str(&line("all other calls", raw(Part::Call), sent, "and all of it kept for use offline"));
    text
}

/// The length as brotli: of the file beside it when that is not older, because packing takes seconds.
fn packed_length(file: &Path, bytes: &[u8]) -> Outcome<u64> {
    let changed = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    let beside = file.with_added_extension("br");
    if changed(&beside) >= changed(file) {
        return Ok(fs::metadata(&beside).at(beside.display())?.len());
    }
    Ok(length(&compress::brotli(bytes).at(file.display())?))
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, sent: u64) -> Row {
        Row { name: name.to_owned(), raw: sent * 3, sent }
    }

    #[test]
    fn the_bound() {
        let table: [(&str, &[Row], bool); 8] = [
            ("just under", &[row("a.wasm", 149_999)], true),
            ("on the bound", &[row("a.wasm", 149_000), row("sw.js", 1_000)], true),
            ("one byte over", &[row("a.wasm", 149_000), row("sw.js", 1_001)], false),
            ("many small files count", &[row("a.wasm", 1), row("b.js", 100_000), row("c.css", 50_000)], false),
            ("no page is no small page", &[row("index.html", 10)], false),
            ("advice has a bound of its own", &[row("a.wasm", 149_000), row("advisor_bg.wasm", 229_000)], true),
            ("advice over its bound", &[row("a.wasm", 1), row("advisor_bg.wasm", 229_000), row("advice.js", 1_001)], false),
            ("advice alone is no page", &[row("advisor_bg.wasm", 10)], false),
        ];
        for (name, rows, fits) in table {
            assert_eq!(check(rows).is_ok(), fits, "{name}");
        }
    }

    #[test]
    fn the_table_says_what_comes_later_and_the_sum() {
        let text = table(&[row("a.wasm", 100), row("sw.js", 20)]);
        assert!(text.contains("after the first paint"), "{text}");
        assert!(text.contains("total") && text.contains(" 120 ") && text.contains("150000"), "{text}");
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
