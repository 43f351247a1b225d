//! Counts of tests, read from the closing lines of the runners themselves.

use std::fmt;
use std::ops::Add;

/// How many tests passed, failed and were skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
    /// Ignored, skipped or to do.
    pub skipped: u32,
}

impl Count {
    /// One check that passed.
    pub(super) const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    /// One check that failed.
    pub(super) const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };

    /// What a line of a runner's output adds; nothing when it is no closing line.
    pub(super) fn in_line(line: &str) -> Self {
        Self::in_rust_line(line).or_else(|| Self::in_node_line(line)).unwrap_or_default()
    }

    /// `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`
    fn in_rust_line(line: &str) -> Option<Self> {
        let rest = line.trim_start().strip_prefix("test result: ")?;
        let of = |word: &str| {
            let part = rest.split([';', '.']).map(str::trim).find(|part| part.ends_with(word))?;
            part.split(' ').next()?.parse().ok()
        };
        Some(Self { passed: of("passed")?, failed: of("failed")?, skipped: of("ignored").unwrap_or(0) })
    }

    /// `# pass 5` or `ℹ pass 5`, one line a number
    fn in_node_line(line: &str) -> Option<Self> {
        let rest = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?;
        let (word, number) = rest.split_once(' ')?;
        let number = number.parse().ok()?;
        match word {
            "pass" => Some(Self { passed: number, ..Self::default() }),
            "fail" | "cancelled" => Some(Self { failed: number, ..Self::default() }),
            "skipped" | "todo" => Some(Self { skipped: number, ..Self::default() }),
            _ => None,
        }
    }

    /// The count of a runner that ended well or not. One that fails without a failed test did not compile or crashed,
    /// and one without any test has lost its files: both are failures.
    pub(super) fn of_runner(self, ended_well: bool) -> Self {
        let has_run = self.passed + self.failed > 0;
        if self.failed == 0 && !(ended_well && has_run) { self + Self::FAILED } else { self }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed, skipped: self.skipped + other.skipped }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: u32, failed: u32, skipped: u32) -> Count {
        Count { passed, failed, skipped }
    }

    #[test]
    fn closing_lines() {
        let table = [
            ("cargo", "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s", count(12, 0, 1)),
            (
                "cargo, failing",
                "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s",
                count(1, 2, 0),
            ),
            ("wasm-bindgen", "test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out", count(5, 0, 0)),
            ("node, tap", "# pass 7", count(7, 0, 0)),
            ("node, spec", "ℹ pass 7", count(7, 0, 0)),
            ("node, failed", "ℹ fail 2", count(0, 2, 0)),
            ("node, cancelled tests did not pass", "ℹ cancelled 1", count(0, 1, 0)),
            ("node, skipped", "# skipped 3", count(0, 0, 3)),
            ("node, all of them", "# tests 7", count(0, 0, 0)),
            ("one test", "test a_row ... ok", count(0, 0, 0)),
            ("a test that prints such words", "result: 3 passed; 0 failed", count(0, 0, 0)),
        ];
        for (name, line, expected) in table {
            assert_eq!(Count::in_line(line), expected, "{name}");
        }
    }

    #[test]
    fn a_runner_cannot_pass_by_not_running() {
        let table = [
            ("all well", count(3, 0, 0), true, count(3, 0, 0)),
            ("failed tests are counted once", count(3, 2, 0), false, count(3, 2, 0)),
            ("did not compile", count(0, 0, 0), false, count(0, 1, 0)),
            ("crashed after some tests", count(3, 0, 0), false, count(3, 1, 0)),
            ("no tests at all", count(0, 0, 0), true, count(0, 1, 0)),
            ("only ignored ones", count(0, 0, 4), true, count(0, 1, 4)),
        ];
        for (name, counted, ended_well, expected) in table {
            assert_eq!(counted.of_runner(ended_well), expected, "{name}");
        }
    }

    #[test]
    fn the_last_line() {
        assert_eq!(count(3, 0, 1).to_string(), "3 passed, 0 failed, 1 skipped");
    }
}
