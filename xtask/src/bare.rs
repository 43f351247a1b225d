//! Scripts without their comments, which are for readers of the source and not for visitors.

use std::fs;
use std::path::Path;

use crate::{At, Outcome};

/// The lines that are not comments. A comment stands on a line of its own: `//` or `/** … */`.
pub(crate) fn text(script: &str) -> String {
    let is_comment = |line: &&str| {
        let line = line.trim();
        line.starts_with("//") || line.starts_with("/**") && line.ends_with("*/")
    };
    script.lines().filter(|line| !is_comment(line)).flat_map(|line| [line, "\n"]).collect()
}

/// Takes the comments out of a script.
pub(crate) fn file(script: &Path) -> Outcome {
    let source = fs::read_to_string(script).at(script.display())?;
    fs::write(script, text(&source)).at(script.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_that_are_comments_go() {
        let table = [
            ("// a\nb();\n", "b();\n"),
            ("  // a\n  b(); // c\n", "  b(); // c\n"),
            ("/** a */\nb();\n", "b();\n"),
            ("const a = \"//\";\n", "const a = \"//\";\n"),
            ("/** a */ b();\n", "/** a */ b();\n"),
        ];
        for (script, bare) in table {
            assert_eq!(text(script), bare);
        }
    }
}
