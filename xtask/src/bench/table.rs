//! The markdown table of one page comparison, from the file that the harness wrote.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{At, Failure, Outcome};

/// The harness's name of a measure, ours, and what to divide it by.
const ROWS: [(&str, &str, f64); 18] = [
    ("bytes", "bytes sent", 1.0),
    ("requests", "requests", 1.0),
    ("fcpMs", "first contentful paint, ms", 1.0),
    ("readyMs", "ready, ms", 1.0),
    ("loadTaskMs", "main thread busy while loading, ms", 1.0),
    ("loadLongTaskMs", "long tasks while loading, ms", 1.0),
    ("jsHeapBytes", "JS heap, kB", 1000.0),
    ("browserHeapBytes", "DOM heap, kB", 1000.0),
    ("wasmMemoryBytes", "wasm memory, kB", 1000.0),
    ("domNodes", "DOM nodes", 1.0),
    ("dragTaskMs", "main thread busy in the drag, ms", 1.0),
    ("dragScriptMs", "of it script, ms", 1.0),
    ("dragLongTaskMs", "long tasks in the drag, ms", 1.0),
    ("frameP95Ms", "frame, 95th percentile, ms", 1.0),
    ("frameMaxMs", "frame, longest, ms", 1.0),
    ("dropToDomMs", "drop to state in DOM, ms", 1.0),
    ("dropToFrameMs", "drop to state in a frame, ms", 1.0),
    ("dropTaskMs", "main thread busy after the drop, ms", 1.0),
];
/// The memory that a page takes in all.
const MEMORY: [&str; 3] = ["jsHeapBytes", "browserHeapBytes", "wasmMemoryBytes"];

/// The table of the results in `file`.
pub(super) fn of_file(file: &Path) -> Outcome<String> {
    let text = fs::read_to_string(file).at(file.display())?;
    let results: Value = serde_json::from_str(&text).at(file.display())?;
    of(&results).ok_or_else(|| Failure::new(format!("{}: no two sides in it", file.display())))
}

fn of(results: &Value) -> Option<String> {
    let [ours, theirs] = results.get("sides")?.as_array()?.as_slice() else {
        return None;
    };
    let (a, b) = (ours.get("median")?, theirs.get("median")?);
    let name = |side: &Value| side.get("name").and_then(Value::as_str).unwrap_or("?").to_owned();
    let mut text = format!("| median of {} | {} | {} | ratio |\n", results.get("runs")?, name(ours), name(theirs));
    text.push_str("| --- | ---: | ---: | ---: |\n");
    let of = |side: &Value, key: &str| side.get(key).and_then(Value::as_f64);
    for (key, label, unit) in ROWS {
        if of(a, key).is_some() || of(b, key).is_some() {
            text.push_str(&row(label, of(a, key).map(|n| n / unit), of(b, key).map(|n| n / unit)));
        }
        if Some(key) == MEMORY.last().copied() {
            let sum = |side| Some(MEMORY.iter().filter_map(|part| of(side, part)).sum::<f64>() / unit);
            text.push_str(&row("all three, kB", sum(a), sum(b)));
        }
    }
    Some(text)
}

fn row(label: &str, a: Option<f64>, b: Option<f64>) -> String {
    let show = |n: Option<f64>| n.map_or("-".to_owned(), |n| if n < 100.0 { format!("{n:.1}") } else { format!("{n:.0}") });
    let ratio = a.zip(b).filter(|(_, b)| *b > 0.0).map_or("-".to_owned(), |(a, b)| format!("{:.2}", a / b));
    format!("| {label} | {} | {} | {ratio} |\n", show(a), show(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sides_with_ratio_and_memory_in_all() {
        let side = |name: &str, js: u32, wasm: u32| serde_json::json!({ "name": name, "median": { "bytes": 50_000, "jsHeapBytes": js, "wasmMemoryBytes": wasm } });
        let results = serde_json::json!({ "runs": 7, "sides": [side("Allians", 1000, 2000), side("React", 6000, 0)] });
        let text = of(&results).unwrap_or_default();
        for line in [
            "| median of 7 | Allians | React | ratio |",
            "| bytes sent | 50000 | 50000 | 1.00 |",
            "| all three, kB | 3.0 | 6.0 | 0.50 |",
            "| wasm memory, kB | 2.0 | 0.0 | - |",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(!text.contains("first contentful paint"), "{text}");
    }

    #[test]
    fn one_side_is_no_comparison() {
        assert_eq!(of(&serde_json::json!({ "runs": 7, "sides": [] })), None);
    }
}
