//! What is unfolded, word for word: a text for partners, confirmed members, readings, questions, evidence, roles.

use super::boards::plan;
use super::{Element, attribute, elements, sheet, text};
use crate::support::{self, none_failed};
use allians::advisor::{Node, Panels};
use allians::i18n::Language;
use allians::plan::Plan;

/// A board, and the files `panels/{file}.{language}.txt` with what its folded boxes hold: for each the summary, then a line for each row
/// or paragraph.
struct Row {
    file: &'static str,
    plan: fn() -> Plan,
}

fn lines(sheet: &Panels) -> Vec<String> {
    let mut lines = Vec::new();
    for node in &sheet.panels {
        let Node::Element(panel) = node else { continue };
        let more = match attribute(panel, "class") {
            Some("note more") => vec![panel],
            _ => elements(&panel.children).into_iter().filter(|part| attribute(part, "class") == Some("more")).collect(),
        };
        more.into_iter().for_each(|details| unfold(details, &mut lines));
    }
    lines
}

fn unfold(element: &Element, lines: &mut Vec<String>) {
    for node in &element.children {
        let Node::Element(part) = node else { continue };
        match part.tag {
            "summary" => lines.push(format!("# {}", text(&part.children))),
            "p" | "h3" | "caption" | "blockquote" | "pre" => lines.push(text(&part.children)),
            "tr" => {
                let cells: Vec<String> = elements(&part.children).iter().map(|cell| text(&cell.children)).collect();
                lines.push(cells.join(" | "));
            }
            "li" if !part.children.iter().any(|node| matches!(node, Node::Element(inner) if inner.tag == "p")) => {
                lines.push(format!("- {}", text(&part.children)));
            }
            "button" => lines.push(format!("[{}]", text(&part.children))),
            _ => unfold(part, lines),
        }
    }
}

#[test]
fn folded_boxes_say_word_for_word() {
    let mut failures = Vec::new();
    for row in ROWS {
        for language in Language::ALL {
            let file = format!("tests/native/advisor/panels/{}.{}.txt", row.file, language.as_str());
            let found = lines(&sheet(&(row.plan)(), *language)).join("\n") + "\n";
            if found != support::text(&file) {
                failures.push(format!("{file}\n{found}"));
            }
        }
    }
    none_failed(&failures);
}

const ROWS: &[Row] = &[
    Row {
        file: "open",
        plan: || {
            plan(
                &[
                    "Skärgård | hei FI applicant confirmed",
                    "Accra | hei GH partner promised",
                    "Saima | enterprise FI partner confirmed group=S",
                    "Saima Software | enterprise DE partner group=S",
                    "Tammerkoski Konsult | business_intermediary SE partner confirmed",
                    "Tammerkoski Konsult Ab | SE partner asked",
                    "Porto | enterprise PT",
                    "Malmö | hei SE",
                ],
                None,
            )
        },
    },
    Row {
        file: "ample",
        plan: || {
            plan(
                &[
                    "A | hei FI applicant confirmed eche=yes",
                    "B | hei SE partner confirmed eche=yes",
                    "D | enterprise FI partner confirmed",
                    "E | enterprise PT partner promised",
                    "F | association EE partner confirmed",
                    "G | association SE partner confirmed",
                    "H | public_body SE partner confirmed",
                    "I | hei NO",
                    "J | enterprise DE",
                ],
                Some(24),
            )
        },
    },
];
