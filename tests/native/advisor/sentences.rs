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
    Row {
        name: "the state on the pictures of the design",
        plan: mock,
        said: [
            &[
                "ghost: Ett företag / från ett nytt programland",
                "ghost: En organisation / från valfritt programland",
                "tip: Två till räcker. Av dina organisationer gör Nordlicht Robotik och Teknikföreningen alla krav gröna. [Lägg till båda]",
                "tip: + Alla 5 sätt",
                "shield: Om någon hoppar av: utan Yrkeshögskolan Skärgård faller två krav.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "ghost: Yritys / uusi ohjelmamaa",
                "ghost: Organisaatio / mikä tahansa ohjelmamaa",
                "tip: Kaksi lisää riittää. Omista organisaatioistasi nämä tekevät kaikki vaatimukset vihreiksi: Nordlicht Robotik ja Teknikföreningen. [Lisää molemmat]",
                "tip: + Kaikki 5 tapaa",
                "shield: Jos joku jää pois: kun poissa on Yrkeshögskolan Skärgård, kaksi vaatimusta ei enää täyty.",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "ghost: An enterprise / from a new programme country",
                "ghost: An organisation / from any programme country",
                "tip: Two more are enough. Of your organisations, Nordlicht Robotik and Teknikföreningen turn all requirements green. [Add both]",
                "tip: + All 5 ways",
                "shield: If somebody leaves: without Yrkeshögskolan Skärgård two requirements fail.",
                "shield: + What fails if somebody leaves",
            ],
        ],
    },
    Row {
        name: "the example, its duration not chosen",
        plan: || plan(&EXAMPLE, None),
        said: [
            &[
                "ghost: Ett företag / från ett nytt programland",
                "ghost: En organisation / från valfritt programland",
                "tip: Två till räcker. Av dina organisationer räcker Nordlicht Robotik och Teknikföreningen. [Lägg till båda]",
                "tip: + Alla 5 sätt",
                "tip: Välj projektets längd. [2 år] [3 år]",
                "shield: Om någon hoppar av: utan Yrkeshögskolan Skärgård faller två krav.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "ghost: Yritys / uusi ohjelmamaa",
                "ghost: Organisaatio / mikä tahansa ohjelmamaa",
                "tip: Kaksi lisää riittää. Omista organisaatioistasi riittävät Nordlicht Robotik ja Teknikföreningen. [Lisää molemmat]",
                "tip: + Kaikki 5 tapaa",
                "tip: Valitse hankkeen kesto. [2 vuotta] [3 vuotta]",
                "shield: Jos joku jää pois: kun poissa on Yrkeshögskolan Skärgård, kaksi vaatimusta ei enää täyty.",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "ghost: An enterprise / from a new programme country",
                "ghost: An organisation / from any programme country",
                "tip: Two more are enough. Of your organisations, Nordlicht Robotik and Teknikföreningen are enough. [Add both]",
                "tip: + All 5 ways",
                "tip: Choose the duration of the project. [2 years] [3 years]",
                "shield: If somebody leaves: without Yrkeshögskolan Skärgård two requirements fail.",
                "shield: + What fails if somebody leaves",
            ],
        ],
    },
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
        said: [
            &[
                "shield: Om någon hoppar av: utan Skärgård faller tre krav. Detsamma gäller Nordlicht. Två till gör konsortiet tryggt: en högskola från ett nytt programland och ett företag från valfritt programland.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "shield: Jos joku jää pois: kun poissa on Skärgård, kolme vaatimusta ei enää täyty. Sama tilanne: Nordlicht. Kaksi lisää tekee konsortiosta turvallisen: korkeakoulu (uusi ohjelmamaa) ja yritys (mikä tahansa ohjelmamaa).",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "shield: If somebody leaves: without Skärgård three requirements fail. The same goes for Nordlicht. Two more make the consortium safe: a higher education institution from a new programme country and an enterprise from any programme country.",
                "shield: + What fails if somebody leaves",
            ],
        ],
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
        said: [
            &[
                "ghost: En högskola / från valfritt programland",
                "tip: En till räcker.",
                "shield: Om någon hoppar av: utan Nordlicht faller två krav.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "ghost: Korkeakoulu / mikä tahansa ohjelmamaa",
                "tip: Yksi lisää riittää.",
                "shield: Jos joku jää pois: kun poissa on Nordlicht, kaksi vaatimusta ei enää täyty.",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "ghost: A higher education institution / from any programme country",
                "tip: One more is enough.",
                "shield: If somebody leaves: without Nordlicht two requirements fail.",
                "shield: + What fails if somebody leaves",
            ],
        ],
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
        said: [
            &[
                "ghost: En högskola / från valfritt programland",
                "ghost: Ett företag / från valfritt programland",
                "tip: Två till räcker. Dina organisationer räcker inte ensamma.",
                "tip: Med Porto saknas bara en till: en högskola från valfritt programland. [Lägg till den]",
                "tip: Välj vem som är sökande. [Gör Skärgård till sökande] [Gör Saima till sökande] [Gör Institutet till sökande] [Gör Föreningen till sökande]",
                "shield: Om någon hoppar av: utan Institutet faller ett krav. Detsamma gäller Föreningen.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "ghost: Korkeakoulu / mikä tahansa ohjelmamaa",
                "ghost: Yritys / mikä tahansa ohjelmamaa",
                "tip: Kaksi lisää riittää. Omat organisaatiosi eivät yksin riitä.",
                "tip: Kun mukana on Porto, puuttuu enää yksi: korkeakoulu (mikä tahansa ohjelmamaa). [Lisää se]",
                "tip: Valitse hakija. [Valitse hakijaksi: Skärgård] [Valitse hakijaksi: Saima] [Valitse hakijaksi: Institutet] [Valitse hakijaksi: Föreningen]",
                "shield: Jos joku jää pois: kun poissa on Institutet, yksi vaatimus ei enää täyty. Sama tilanne: Föreningen.",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "ghost: A higher education institution / from any programme country",
                "ghost: An enterprise / from any programme country",
                "tip: Two more are enough. Your organisations alone are not enough.",
                "tip: With Porto, only one more is missing: a higher education institution from any programme country. [Add it]",
                "tip: Choose who is the applicant. [Make Skärgård the applicant] [Make Saima the applicant] [Make Institutet the applicant] [Make Föreningen the applicant]",
                "shield: If somebody leaves: without Institutet one requirement fails. The same goes for Föreningen.",
                "shield: + What fails if somebody leaves",
            ],
        ],
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
        said: [
            &[
                "tip: Det beror på uppgifter som saknas: Nordlicht. [Fyll i uppgifter: Nordlicht]",
                "tip: Annars räcker en till.",
                "shield: Om någon hoppar av: utan Skärgård faller tre krav.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "tip: Puuttuvat tiedot ratkaisevat: Nordlicht. [Täydennä tiedot: Nordlicht]",
                "tip: Muuten yksi lisää riittää.",
                "shield: Jos joku jää pois: kun poissa on Skärgård, kolme vaatimusta ei enää täyty.",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "tip: It depends on facts that are missing: Nordlicht. [Fill in the facts: Nordlicht]",
                "tip: If not, one more is enough.",
                "shield: If somebody leaves: without Skärgård three requirements fail.",
                "shield: + What fails if somebody leaves",
            ],
        ],
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
        said: [
            &[
                "tip: Bara en kan vara sökande. Välj vilken. [Gör Skärgård till sökande] [Gör Mälar till sökande] [Gör Saima till sökande] [Gör Nordlicht till sökande] [Gör Institutet till sökande] [Gör Föreningen till sökande]",
                "tip: Bidraget får vara högst 700\u{a0}000 euro (2 år).",
                "shield: Om någon hoppar av: utan Nordlicht faller tre krav. Två till gör konsortiet tryggt: en högskola från ett nytt programland och ett företag från valfritt programland.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "tip: Vain yksi voi olla hakija. Valitse, mikä niistä. [Valitse hakijaksi: Skärgård] [Valitse hakijaksi: Mälar] [Valitse hakijaksi: Saima] [Valitse hakijaksi: Nordlicht] [Valitse hakijaksi: Institutet] [Valitse hakijaksi: Föreningen]",
                "tip: Avustus saa olla enintään 700\u{a0}000 euroa (2 vuotta).",
                "shield: Jos joku jää pois: kun poissa on Nordlicht, kolme vaatimusta ei enää täyty. Kaksi lisää tekee konsortiosta turvallisen: korkeakoulu (uusi ohjelmamaa) ja yritys (mikä tahansa ohjelmamaa).",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "tip: Only one can be the applicant. Choose which. [Make Skärgård the applicant] [Make Mälar the applicant] [Make Saima the applicant] [Make Nordlicht the applicant] [Make Institutet the applicant] [Make Föreningen the applicant]",
                "tip: The grant may be at most EUR 700,000 (2 years).",
                "shield: If somebody leaves: without Nordlicht three requirements fail. Two more make the consortium safe: a higher education institution from a new programme country and an enterprise from any programme country.",
                "shield: + What fails if somebody leaves",
            ],
        ],
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
        said: [
            &[
                "shield: Om någon hoppar av: vilken medlem som helst får göra det. Det som är uppfyllt håller ändå. Om sökanden hoppar av kan en annan ta över: B, C, D, E, F och G.",
                "shield: + Vad som faller om någon hoppar av",
            ],
            &[
                "shield: Jos joku jää pois: mikä tahansa jäsen voi jäädä pois. Se, mikä täyttyy, täyttyy silti. Jos hakija jää pois, uusi hakija voi olla: B, C, D, E, F ja G.",
                "shield: + Mikä ei enää täyty, jos joku jää pois",
            ],
            &[
                "shield: If somebody leaves: any one member may. What is met stays met. If the applicant leaves, another can take over: B, C, D, E, F and G.",
                "shield: + What fails if somebody leaves",
            ],
        ],
    },
];
