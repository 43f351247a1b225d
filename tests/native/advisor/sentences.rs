//! Named boards and what is said of them, word for word.

use super::boards::{EXAMPLE, mock, plan};
use super::{Element, elements, panel, sheet, text};
use crate::support::none_failed;
use allians::advisor::{Node, Sheet};
use allians::i18n::Language;
use allians::plan::Plan;

/// A board, and in each language its ghosts, tip and shield, a line each.
struct Row {
    name: &'static str,
    plan: fn() -> Plan,
    said: [&'static [&'static str]; 3],
}

fn lines(sheet: &Sheet) -> Vec<String> {
    let ghost = |node: &Node| {
        let parts: Vec<String> =
            elements(std::slice::from_ref(node)).into_iter().filter(|part| matches!(part.tag, "b" | "small")).map(inside).collect();
        format!("ghost: {}", parts.join(" / "))
    };
    let mut lines: Vec<String> = sheet.ghosts.iter().map(ghost).collect();
    for class in ["tip", "shield"] {
        for part in panel(sheet, class).into_iter().flat_map(|panel| &panel.children) {
            let Node::Element(part) = part else { continue };
            match part.tag {
                "details" => lines
                    .push(format!("{class}: + {}", elements(&part.children).first().map(|summary| inside(summary)).unwrap_or_default())),
                _ => lines.push(format!("{class}: {}", inside(part))),
            }
        }
    }
    lines
}

fn inside(element: &Element) -> String {
    text(&element.children)
}

#[test]
fn named_boards_are_answered_word_for_word() {
    let mut failures = Vec::new();
    for row in ROWS {
        for (language, said) in Language::ALL.iter().zip(row.said) {
            let found = lines(&sheet(&(row.plan)(), *language));
            if found != said {
                failures.push(format!("{} ({})\n{:#?}", row.name, language.as_str(), found));
            }
        }
    }
    none_failed(&failures);
}

const ROWS: &[Row] = &[
    Row { name: "the state on the pictures of the design", plan: mock, said: [&[], &[], &[]] },
    Row { name: "the example, its duration not chosen", plan: || plan(&EXAMPLE, None), said: [&[], &[], &[]] },
    Row {
        name: "everything is met, but only just",
        plan: || {
            plan(
                &[
                    "Skärgård | hei FI applicant",
                    "Mälar | hei SE partner",
                    "Saima | enterprise FI partner",
                    "Nordlicht | enterprise DE partner",
                    "Institutet | research_institute SE partner",
                    "Föreningen | association SE partner",
                    "Reserv | hei EE",
                ],
                Some(24),
            )
        },
        said: [&[], &[], &[]],
    },
    Row {
        name: "an institution too few, and nobody in the pool",
        plan: || {
            plan(
                &[
                    "Skärgård | hei FI applicant",
                    "Saima | enterprise FI partner",
                    "Nordlicht | enterprise DE partner",
                    "Institutet | research_institute SE partner",
                    "Föreningen | association SE partner",
                ],
                Some(36),
            )
        },
        said: [&[], &[], &[]],
    },
    Row {
        name: "the pool has one of two, and nobody is the applicant",
        plan: || {
            plan(
                &[
                    "Skärgård | hei FI partner",
                    "Saima | enterprise FI partner",
                    "Institutet | research_institute SE partner",
                    "Föreningen | association DE partner",
                    "Porto | enterprise PT",
                ],
                Some(36),
            )
        },
        said: [&[], &[], &[]],
    },
    Row {
        name: "facts decide",
        plan: || {
            plan(
                &[
                    "Skärgård | hei FI applicant",
                    "Mälar | hei SE partner",
                    "Saima | enterprise FI partner",
                    "Nordlicht | DE partner",
                    "Institutet | research_institute SE partner",
                    "Föreningen | association SE partner",
                ],
                Some(24),
            )
        },
        said: [&[], &[], &[]],
    },
    Row {
        name: "two applicants, and a grant above the cap",
        plan: || {
            let mut plan = plan(
                &[
                    "Skärgård | hei FI applicant",
                    "Mälar | hei SE applicant",
                    "Saima | enterprise FI partner",
                    "Nordlicht | enterprise DE partner",
                    "Institutet | research_institute SE partner",
                    "Föreningen | association SE partner",
                ],
                Some(24),
            );
            plan.project.grant_eur = Some(800_000);
            plan
        },
        said: [&[], &[], &[]],
    },
    Row {
        name: "whoever leaves, everything holds",
        plan: || {
            plan(
                &[
                    "A | hei FI applicant",
                    "B | hei SE partner",
                    "C | hei DE partner",
                    "D | enterprise FI partner",
                    "E | enterprise PT partner",
                    "F | enterprise EE partner",
                    "G | association SE partner",
                ],
                Some(24),
            )
        },
        said: [&[], &[], &[]],
    },
];
