//! What is answered only when it is asked for, word for word: which call suits, two calls or plans beside each other, changed rules.

use super::boards::{EXAMPLE, plan};
use super::shape::faults;
use super::{Element, attribute, elements, panel, text};
use crate::support::{self, knowledge_alliances, none_failed};
use allians::advisor::{AdviceOptions, CompareWith, Node, Panels, advise};
use allians::calls::{CallFile, Rules};
use allians::engine::{Cents, Country, Verdict};
use allians::i18n::Language;
use allians::plan::Plan;
use std::rc::Rc;

/// A board, what is asked for, and the file `further/{name}.txt` with the box that answers, in each language.
pub(super) struct Row {
    name: &'static str,
    pub(super) plan: fn() -> Plan,
    ask: Ask,
}

enum Ask {
    /// Which of these calls suits.
    Calls(&'static [&'static str]),
    /// Another year.
    Year(u16),
    /// Another call.
    Call(&'static str),
    /// Another plan.
    Plan(fn() -> Plan),
    /// Whether the rules are still those of the plan.
    Rules,
}

pub(super) fn file(id: &str) -> CallFile {
    (*support::call_file(id).unwrap_or_else(|| panic!("{id} is not there"))).clone()
}

pub(super) const TWO: &[&str] = &["erasmus-knowledge-alliances", "erasmus-small-scale-partnerships"];
const THREE: &[&str] = &["erasmus-knowledge-alliances", "erasmus-small-scale-partnerships", "made-up-island-schools"];

pub(super) fn answer(plan: &Plan, language: Language, further: &AdviceOptions<'_>) -> Panels {
    let file = knowledge_alliances();
    let call = file.call(plan.year, None).unwrap();
    advise(plan, &file, &call, language, &|country: Country| country.code().to_owned(), further)
}

fn asked(row: &Row, language: Language) -> (Plan, Panels) {
    let plan = (row.plan)();
    let calls: Option<Vec<CallFile>> = if let Ask::Calls(ids) = row.ask { Some(ids.iter().map(|id| file(id)).collect()) } else { None };
    let other = if let Ask::Plan(other) = row.ask { other() } else { Plan::default() };
    let own = (*knowledge_alliances()).clone();
    let beside_call = match row.ask {
        Ask::Call(id) => Some(file(id)),
        Ask::Year(_) | Ask::Plan(_) => Some(own),
        Ask::Calls(_) | Ask::Rules => None,
    };
    let beside = beside_call.as_ref().map(|file| match row.ask {
        Ask::Plan(_) => CompareWith::Plan(&other, file, file.call(other.year, None).unwrap()),
        Ask::Year(year) => CompareWith::Call(file, file.call(year, None).unwrap()),
        Ask::Call(_) | Ask::Calls(_) | Ask::Rules => CompareWith::Call(file, file.latest().remove(0)),
    });
    let sheet = answer(&plan, language, &AdviceOptions { calls: calls.as_ref().map(|calls| calls.iter().collect()), beside });
    (plan, sheet)
}

/// The box that answers: for a row of a table its cells, and below it what it opens into.
fn lines(sheet: &Panels, ask: &Ask) -> Vec<String> {
    let mut lines = Vec::new();
    let found = match ask {
        Ask::Calls(_) => compared(sheet),
        Ask::Year(_) | Ask::Call(_) | Ask::Plan(_) => panel(sheet, "beside"),
        Ask::Rules => panel(sheet, "fresh"),
    };
    found.into_iter().for_each(|panel| read(panel, &mut lines));
    lines
}

pub(super) fn compared(sheet: &Panels) -> Option<&Element> {
    let boxes = sheet.panels.iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None });
    boxes.into_iter().find(|element| attribute(element, "data-compare").is_some())
}

fn read(element: &Element, lines: &mut Vec<String>) {
    for node in &element.children {
        let Node::Element(part) = node else { continue };
        match part.tag {
            "summary" => lines.push(format!("# {}", text(&part.children))),
            "p" | "h3" | "caption" => lines.push(text(&part.children)),
            "tr" => row(part, lines),
            _ => read(part, lines),
        }
    }
}

fn row(row: &Element, lines: &mut Vec<String>) {
    let cells = row.children.iter().map(|cell| match cell {
        Node::Element(cell) => match elements(&cell.children).into_iter().find(|part| part.tag == "summary") {
            Some(summary) => text(&summary.children),
            None => text(&cell.children),
        },
        Node::Text(text) => text.clone(),
    });
    lines.push(cells.collect::<Vec<String>>().join(" | "));
    lines.extend(elements(&row.children).into_iter().filter(|part| part.tag == "li").map(|line| format!("  - {}", text(&line.children))));
}

#[test]
fn what_is_asked_for_is_said_word_for_word() {
    let mut failures = Vec::new();
    for row in ROWS {
        let name = format!("tests/native/advisor/further/{}.txt", row.name);
        let mut found = String::new();
        for language in Language::ALL {
            let (plan, sheet) = asked(row, *language);
            failures.extend(faults(&plan, &sheet).into_iter().map(|fault| format!("{}: {fault}", row.name)));
            let said = lines(&sheet, &row.ask).join("\n");
            found.push_str(&format!("{}\n{said}\n\n", language.as_str()));
        }
        if found != support::text(&name) {
            failures.push(format!("{name}\n{found}"));
        }
    }
    none_failed(&failures);
}

const SERBIAN: [&str; 6] = [
    "Skärgård | hei FI applicant",
    "Beograd | hei RS partner",
    "Saima | enterprise FI partner",
    "Novi | enterprise RS partner",
    "Mälar | association SE partner",
    "| public_body EE partner",
];

pub(super) const ROWS: &[Row] = &[
    Row { name: "calls_example", plan: || plan(&EXAMPLE, Some(24)), ask: Ask::Calls(THREE) },
    Row { name: "calls_nobody", plan: || plan(&[], None), ask: Ask::Calls(TWO) },
    Row {
        name: "calls_facts",
        plan: || {
            plan(&["Skärgård | hei FI applicant", "Okänd | partner", "Malmö | school partner", "Åbo | public_body FI partner"], Some(12))
        },
        ask: Ask::Calls(THREE),
    },
    Row {
        name: "calls_foreign",
        plan: || Plan {
            year: 2018,
            ..plan(&["Accra | hei GH applicant", "Skolan | school FI partner", "Byn | school SE partner"], Some(24))
        },
        ask: Ask::Calls(THREE),
    },
    Row { name: "beside_year", plan: || Plan { year: 2019, ..plan(&SERBIAN, Some(24)) }, ask: Ask::Year(2018) },
    Row { name: "beside_same", plan: || plan(&EXAMPLE, Some(24)), ask: Ask::Year(2019) },
    Row { name: "beside_call", plan: || plan(&EXAMPLE, Some(24)), ask: Ask::Call("erasmus-small-scale-partnerships") },
    Row {
        name: "plans",
        plan: || plan(&EXAMPLE, Some(24)),
        ask: Ask::Plan(|| {
            let mut other = plan(
                &["Mälarhögskolan | hei SE applicant", "Ny | enterprise DE partner", "| school DE partner", "| school DE partner"],
                None,
            );
            other.title = "Reservplan".into();
            other.year = 2018;
            other.project.grant = Some(Cents::of_euros(500_000));
            other
        }),
    },
    Row { name: "plans_alike", plan: || plan(&EXAMPLE, Some(24)), ask: Ask::Plan(|| plan(&EXAMPLE, Some(24))) },
    Row { name: "rules_changed", plan: || with_rules(plan(&SERBIAN, Some(24)), Some(Verdict::Unmet), "2019-01-15"), ask: Ask::Rules },
    Row { name: "rules_same_result", plan: || with_rules(plan(&EXAMPLE, Some(24)), Some(Verdict::Unmet), "2026-11-23"), ask: Ask::Rules },
    Row {
        name: "rules_same",
        plan: || {
            let plan = plan(&EXAMPLE, Some(24));
            let (file, call) = (knowledge_alliances(), support::call_of(2020));
            Plan { rules: Some(Rc::new(Rules::of(&file, &call, Verdict::Met))), ..plan }
        },
        ask: Ask::Rules,
    },
    Row {
        name: "rules_first_way",
        plan: || {
            let plan = with_rules(plan(&SERBIAN, Some(24)), Some(Verdict::Unmet), "2019-01-15");
            let now = Rules::of(&knowledge_alliances(), &support::call_of(2020), Verdict::Met);
            let first_way = |mark: &Rc<str>| match Rules::parts(mark) {
                (name, _) if name.starts_with("class ") => mark.clone(),
                (name, _) => format!("{name}=1f2e3d4c").into(),
            };
            let rules = Rules { marks: now.marks.iter().map(first_way).collect(), ..Rules::clone(plan.rules.as_ref().unwrap()) };
            Plan { rules: Some(Rc::new(rules)), ..plan }
        },
        ask: Ask::Rules,
    },
];

/// The plan held against older rules: two requirements were others, one was not there, one is no longer there, and a class was another.
pub(super) fn with_rules(plan: Plan, verdict: Option<Verdict>, checked: &str) -> Plan {
    let now = Rules::of(&knowledge_alliances(), &support::call_of(2020), Verdict::Met);
    let other = |name: &str| format!("{name}={}00000000", if name.starts_with("class ") { "" } else { "2:" }).into();
    let mark = |mark: &Rc<str>| match Rules::parts(mark) {
        ("duration", _) => None,
        (name @ ("organisations" | "enterprises" | "class programme" | "class partner"), _) => Some(other(name)),
        _ => Some(mark.clone()),
    };
    let marks = now.marks.iter().filter_map(mark).chain(["gone-for-good=12345678".into()]).collect();
    Plan { rules: Some(Rc::new(Rules { checked: checked.into(), verdict, marks })), ..plan }
}
