//! What is asked for beside the answers: in which order it comes, that every call is answered, and that long lists are cut short.

use super::boards::{EXAMPLE, plan};
use super::further::{ROWS, TWO, answer, compared, file, with_rules};
use super::shape::faults;
use super::{Element, attribute, elements, panel, text};
use crate::support::knowledge_alliances;
use allians::advisor::{AdviceOptions, CompareWith, Node, advise};
use allians::calls::{CallFile, EXAMPLES, SHIPPED};
use allians::engine::Country;
use allians::i18n::Language;

#[test]
fn boxes_come_in_order_and_only_when_asked_for() {
    let plan = with_rules(plan(&EXAMPLE, Some(24)), None, "2019-01-15");
    let calls: Vec<CallFile> = TWO.iter().map(|id| file(id)).collect();
    let file = file("made-up-island-schools");
    let beside = CompareWith::Call(&file, file.latest().remove(0));
    let class = |node: &Node| if let Node::Element(part) = node { attribute(part, "class").map(str::to_owned) } else { None };
    let sheet = answer(&plan, Language::Sv, &AdviceOptions { calls: Some(calls.iter().collect()), beside: Some(beside) });
    let classes: Vec<String> = sheet.panels.iter().filter_map(class).collect();
    assert_eq!(classes[..5], ["note fresh", "note tip", "note shield", "note more", "note beside"]);
    let sheet = answer(&plan, Language::Sv, &AdviceOptions::default());
    let folded = compared(&sheet).unwrap();
    assert_eq!(text(&folded.children), "Vilken utlysning passar oss?Här jämförs planen med alla utlysningar.");
    assert!(panel(&sheet, "beside").is_none());
}

#[test]
fn every_call_of_the_program_is_answered() {
    let calls: Vec<CallFile> = SHIPPED.iter().chain(EXAMPLES.iter()).map(|file| (**file).clone()).collect();
    let rows: usize = calls.iter().map(|file| file.latest().len()).sum();
    for plan in ROWS.iter().map(|row| (row.plan)()) {
        for language in Language::ALL {
            let sheet = answer(&plan, *language, &AdviceOptions { calls: Some(calls.iter().collect()), beside: None });
            assert_eq!(faults(&plan, &sheet), Vec::<String>::new());
            let shown =
                elements(&compared(&sheet).unwrap().children).into_iter().filter(|part| attribute(part, "data-row").is_some()).count();
            assert_eq!(shown, rows + usize::from(plan.year != 2020), "the plan's own call is there once, in its own year");
        }
    }
    for file in &calls {
        for call in file.latest() {
            let plan = plan(&EXAMPLE, Some(24));
            let sheet = answer(&plan, Language::Fi, &AdviceOptions { calls: None, beside: Some(CompareWith::Call(file, call)) });
            assert_eq!(faults(&plan, &sheet), Vec::<String>::new());
        }
    }
}

#[test]
fn variants_of_a_call_are_told_apart_by_their_names() {
    let file = SHIPPED.iter().find(|file| file.variants.len() > 1).unwrap();
    let [own, other] = [0, 1].map(|at| file.latest().remove(at));
    let plan = plan(&EXAMPLE, Some(24));
    let beside = Some(CompareWith::Call(file, other));
    let name = |country: Country| country.code().to_owned();
    let sheet = advise(&plan, file, &own, Language::Sv, &name, &AdviceOptions { calls: Some(vec![&**file]), beside });
    let heads = |part: &Element| -> Vec<String> {
        elements(&part.children)
            .into_iter()
            .filter(|part| attribute(part, "scope") == Some("col"))
            .map(|head| text(&head.children))
            .collect()
    };
    let names: Vec<&str> = file.variants.iter().map(|variant| &*variant.title.sv).collect();
    assert_eq!(heads(panel(&sheet, "beside").unwrap())[1..], names[..2]);
    let rows: Vec<String> = elements(&compared(&sheet).unwrap().children)
        .into_iter()
        .filter(|part| attribute(part, "scope") == Some("row"))
        .map(|head| text(&head.children))
        .collect();
    for variant in &names {
        assert_eq!(rows.iter().filter(|row| row.contains(&format!("· {variant}"))).count(), 1, "{rows:?}");
    }
    assert_eq!(rows.iter().filter(|row| row.ends_with("(den här)")).count(), 1, "{rows:?}");
}

#[test]
fn a_long_difference_is_cut_short() {
    let many = |from: usize| {
        let rows: Vec<String> = (from..from + 40).map(|at| format!("Org{at} | hei FI partner")).collect();
        plan(&rows.iter().map(String::as_str).collect::<Vec<&str>>(), Some(24))
    };
    let (one, other) = (many(0), many(100));
    let file = knowledge_alliances();
    let beside = Some(CompareWith::Plan(&other, &file, file.call(2020, None).unwrap()));
    let sheet = answer(&one, Language::En, &AdviceOptions { calls: None, beside });
    let said = text(&panel(&sheet, "beside").unwrap().children);
    assert!(said.contains("Org6 and 33 more."), "{said}");
    assert!(said.contains("Only in Digital fabrik (the other): Org100,"), "{said}");
}
