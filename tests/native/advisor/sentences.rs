//! Named boards and what is said of them, word for word.

use super::boards::{EXAMPLE, mock, plan};
use super::{Element, elements, panel, sheet, text};
use crate::support::{self, none_failed};
use allians::advisor::{Node, Panels};
use allians::engine::Cents;
use allians::i18n::Language;
use allians::plan::Plan;

/// A board, and the file `sentences/{file}.txt`: for each language its ghosts, tip, shield, badges and gist, a line each.
struct Row {
    name: &'static str,
    file: &'static str,
    plan: fn() -> Plan,
}

fn lines(sheet: &Panels) -> Vec<String> {
    let ghost = |node: &Node| {
        let parts: Vec<String> =
            elements(std::slice::from_ref(node)).into_iter().filter(|part| matches!(part.tag, "b" | "small")).map(inside).collect();
        format!("ghost: {}", parts.join(" / "))
    };
    let mut lines: Vec<String> = sheet.vacancies.iter().map(ghost).collect();
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
    lines.extend(sheet.dependence.iter().map(|(id, words)| format!("badge: {id}, {words}")));
    lines.extend((!sheet.said.is_empty()).then(|| format!("said: {}", sheet.said)));
    lines
}

fn inside(element: &Element) -> String {
    text(&element.children)
}

#[test]
fn the_pictures_of_the_design_are_said() {
    let found = lines(&sheet(&mock(), Language::Sv));
    assert_eq!(found[..2], ["ghost: Ett företag / från ett nytt programland", "ghost: En organisation / från valfritt programland"]);
    let tip = "tip: Två till räcker. Av dina organisationer gör Nordlicht Robotik och Teknikföreningen alla krav gröna. [Lägg till båda]";
    assert_eq!(found[2], tip);
}

#[test]
fn named_boards_are_answered_word_for_word() {
    let mut failures = Vec::new();
    for row in ROWS {
        let file = format!("tests/native/advisor/sentences/{}.txt", row.file);
        let said = |language: &Language| format!("{}\n{}\n", language.as_str(), lines(&sheet(&(row.plan)(), *language)).join("\n"));
        let found = Language::ALL.iter().map(said).collect::<Vec<String>>().join("\n");
        if found != support::text(&file) {
            failures.push(format!("{}: {file}\n{found}", row.name));
        }
    }
    none_failed(&failures);
}

const ROWS: &[Row] = &[
    Row { name: "the state on the pictures of the design", file: "pictures", plan: mock },
    Row { name: "the example, its duration not chosen", file: "example", plan: || plan(&EXAMPLE, None) },
    Row {
        name: "everything is met, but only just",
        file: "just_met",
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
    },
    Row {
        name: "an institution too few, and nobody in the pool",
        file: "empty_pool",
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
    },
    Row {
        name: "the pool has one of two, and nobody is the applicant",
        file: "half_in_pool",
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
    },
    Row {
        name: "facts decide",
        file: "facts",
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
    },
    Row {
        name: "two applicants, and a grant above the cap",
        file: "two_applicants",
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
            plan.project.grant = Some(Cents::of_euros(800_000));
            plan
        },
    },
    Row {
        name: "nobody is in yet",
        file: "nobody",
        plan: || {
            plan(
                &[
                    "Skärgård | hei FI",
                    "Mälar | hei SE",
                    "Saima | enterprise FI",
                    "Nordlicht | enterprise DE",
                    "Porto | enterprise PT",
                    "Institutet | research_institute SE",
                    "Föreningen | association SE",
                ],
                None,
            )
        },
    },
    Row {
        name: "the only applicant is from a partner country",
        file: "foreign_applicant",
        plan: || {
            plan(
                &[
                    "Accra | hei GH applicant",
                    "Skärgård | hei FI partner",
                    "Mälar | hei SE partner",
                    "Saima | enterprise FI partner",
                    "Nordlicht | enterprise DE partner",
                    "Institutet | research_institute SE partner",
                    "Föreningen | association SE partner",
                ],
                Some(24),
            )
        },
    },
    Row {
        name: "very many groups in several countries",
        file: "many_groups",
        plan: || {
            let mut rows = vec!["A | hei FI applicant".to_owned()];
            for group in 0..40 {
                let countries = ["SE FI", "FI DE", "SE DE"][group % 3];
                rows.extend(countries.split(' ').map(|country| format!("G{group} | enterprise {country} partner group=G{group}")));
            }
            rows.push("H | hei DE".to_owned());
            plan(&rows.iter().map(String::as_str).collect::<Vec<&str>>(), Some(24))
        },
    },
    Row {
        name: "whoever leaves, everything holds",
        file: "safe",
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
    },
];
