//! On any board: only the agreed tags, attributes and commands, with ids that exist, and no gap in a text.

use super::boards::{self, plan};
use super::{attribute, elements, sheet, text};
use crate::consortia::{Choice, check, countries, member, members, named, project};
use crate::oracle::{overlapping, two_and_three, wide};
use crate::support::knowledge_alliances;
use allians::advisor::{ATTRIBUTES, AdviceOptions, Element, Node, Panels, TAGS, advise, ids, read};
use allians::engine::{Member, Organisation, OrganisationKind, Role};
use allians::i18n::Language;
use allians::plan::Plan;
use proptest::collection::vec;
use std::rc::Rc;
use std::time::{Duration, Instant};

pub(super) fn faults(plan: &Plan, sheet: &Panels) -> Vec<String> {
    let mut faults = Vec::new();
    let nodes: Vec<Node> = sheet.vacancies.iter().chain(&sheet.panels).cloned().collect();
    for element in elements(&nodes) {
        let known = |list: &[&str], word: &str| list.contains(&word);
        if !known(TAGS, element.tag) {
            faults.push(format!("tag {}", element.tag));
        }
        faults.extend(element.attributes.iter().filter(|(name, _)| !known(ATTRIBUTES, name)).map(|(name, _)| format!("attribute {name}")));
        faults.extend(element.children.iter().filter_map(|node| if let Node::Text(text) = node { gap(text) } else { None }));
        if element.tag == "button" {
            faults.extend(of_button(plan, element));
        }
    }
    let plain =
        sheet.dependence.iter().map(|(_, words)| words).chain(sheet.tipping_points.iter().map(|(_, words)| words)).chain([&sheet.said]);
    faults.extend(plain.filter(|words| !words.is_empty()).filter_map(|words| gap(words)));
    let inside = |id: &str| plan.members.iter().any(|member| &*member.organisation.id == id);
    faults.extend(sheet.dependence.iter().filter(|(id, _)| !inside(id)).map(|(id, _)| format!("badge of {id}")));
    // What is not read again as it is would not be drawn.
    let written = serde_json::to_value(sheet).unwrap();
    if read(&&written).map(|again| serde_json::to_value(again).unwrap()) != Some(written) {
        faults.push("the page reads something else".to_owned());
    }
    if sheet.vacancies.len() > 12 {
        faults.push(format!("{} ghosts", sheet.vacancies.len()));
    }
    faults
}

/// What a text looks like where a value was left out.
fn gap(text: &str) -> Option<String> {
    let is_bad = text.is_empty() || ["  ", "{", "}", " .", " ,", ": .", ": ]", "()", "( "].iter().any(|gap| text.contains(gap));
    is_bad.then(|| format!("gap in {text:?}"))
}

fn of_button(plan: &Plan, button: &Element) -> Vec<String> {
    let inside = |id: &str| plan.members.iter().any(|member| &*member.organisation.id == id);
    let outside = |id: &str| !inside(id) && plan.organisations.iter().any(|organisation| &*organisation.id == id);
    let commands: Vec<&(&str, String)> =
        button.attributes.iter().filter(|(name, _)| name.starts_with("data-") && *name != "data-marked").collect();
    let [(command, value)] = commands[..] else { return vec![format!("{} commands", commands.len())] };
    let fits = match *command {
        "data-join" => !value.is_empty() && ids(value).all(|id| outside(&id)),
        "data-seat" => value.is_empty() || OrganisationKind::parse(value).is_some(),
        "data-lead" | "data-fill" => inside(value),
        "data-months" => value.parse::<u32>().is_ok(),
        "data-swap" => matches!(&ids(value).collect::<Vec<String>>()[..], [leaves, joins] if inside(leaves) && outside(joins)),
        "data-copy" => !value.is_empty() && attribute(button, "data-marked").is_some_and(|words| !words.is_empty()),
        "data-print" | "data-accept-rules" => value.is_empty(),
        "data-use-call" => value.split('/').count() == 3,
        "data-beside" => value.is_empty() || value.split('/').count() == 3,
        _ => false,
    };
    let mut faults = Vec::new();
    if !fits || attribute(button, "type") != Some("button") {
        faults.push(format!("{command}={value:?}"));
    }
    if text(&button.children).is_empty() {
        faults.push(format!("{command} says nothing"));
    }
    faults
}

#[test]
fn boards_by_chance_give_nothing_but_what_the_page_can_draw() {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let choice = Choice {
        kinds: vec![Hei, Enterprise, Association, BusinessIntermediary],
        countries: countries("FI SE DE EE GH US"),
        unstated: 20,
        grouped: 30,
        groups: 3,
    };
    let strategy = (members(&choice, 9), vec(member(&choice), 0..=6), project());
    let result = check(300, &strategy, |(members, pool, project)| {
        let pool = pool.into_iter().enumerate().map(|(at, member)| named(member, &format!("p{at}")).organisation);
        let organisations = members.iter().map(|member| member.organisation.clone()).chain(pool).collect();
        let plan = Plan { year: 2020, project, organisations, members, ..Plan::default() };
        let found = Language::ALL.iter().flat_map(|language| faults(&plan, &sheet(&plan, *language)));
        found.take(1).next().map_or(Ok(()), |fault| Err(format!("{fault}\n{plan:?}")))
    });
    assert_eq!(result, Ok(()));
}

#[test]
fn other_calls_are_answered_too() {
    use OrganisationKind::{Association, Enterprise, Hei};
    let kinds = vec![Hei, Enterprise, Association];
    let choice = Choice { kinds, countries: countries("FI SE NO IS US DE"), unstated: 10, grouped: 60, groups: 3 };
    for call in [two_and_three(), overlapping(), wide::each_and_at_most(), wide::exact_and_compare(), wide::excellence()] {
        let strategy = (members(&choice, 8), vec(member(&choice), 0..=5));
        let result = check(100, &strategy, |(members, pool)| {
            let pool = pool.into_iter().enumerate().map(|(at, member)| named(member, &format!("p{at}")).organisation);
            let organisations = members.iter().map(|member| member.organisation.clone()).chain(pool).collect();
            let plan = Plan { year: call.year(), organisations, members, ..Plan::default() };
            // The call has no file of its own, so its titles are missing; its buttons are not.
            let sheet =
                advise(&plan, &knowledge_alliances(), &call, Language::En, &|country| country.code().to_owned(), &AdviceOptions::default());
            let faults: Vec<String> =
                elements(&sheet.panels).iter().filter(|part| part.tag == "button").flat_map(|part| of_button(&plan, part)).collect();
            if faults.is_empty() { Ok(()) } else { Err(faults.join(", ")) }
        });
        assert_eq!(result, Ok(()));
    }
}

#[test]
fn ids_may_be_any_text() {
    let mut plan = boards::mock();
    let odd = ["%", "a b", " ", "%20", "ä\"<", "o 6", "%25 %20", "o8", "o9"];
    for (at, id) in odd.iter().enumerate() {
        let renamed = Rc::new(Organisation { id: (*id).into(), ..(*plan.organisations[at]).clone() });
        plan.organisations[at] = renamed.clone();
        plan.members.iter_mut().skip(at).take(1).for_each(|member| member.organisation = renamed.clone());
    }
    assert_eq!(faults(&plan, &sheet(&plan, Language::Sv)), Vec::<String>::new());
}

#[test]
fn an_empty_plan_has_seats_and_no_shield() {
    let empty = Plan { year: 2020, ..Plan::default() };
    let sheet = sheet(&empty, Language::Sv);
    assert_eq!(faults(&empty, &sheet), Vec::<String>::new());
    assert_eq!(sheet.vacancies.len(), 6);
    assert!(super::panel(&sheet, "shield").is_none());
}

#[test]
fn large_plans_are_answered_and_stay_small() {
    let organisation = |at: usize, stated: bool| {
        let kind = stated.then(|| OrganisationKind::ALL[at % OrganisationKind::ALL.len()]);
        let country = countries("FI SE DE GH")[at % 4];
        Rc::new(Organisation { id: format!("o{at}").into(), kind, country: stated.then_some(country), ..Organisation::default() })
    };
    for stated in [true, false] {
        let organisations: Vec<Rc<Organisation>> = (0..3_000).map(|at| organisation(at, stated)).collect();
        let role = |at: usize| if at == 0 { Role::Applicant } else { Role::Partner };
        let member = |(at, organisation): (usize, &Rc<Organisation>)| Member {
            organisation: organisation.clone(),
            role: role(at),
            affiliated_to: None,
        };
        let members = organisations.iter().take(1_000).enumerate().map(member).collect();
        let plan = Plan { year: 2020, organisations, members, ..Plan::default() };
        let start = Instant::now();
        let sheet = sheet(&plan, Language::Fi);
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
        assert_eq!(faults(&plan, &sheet), Vec::<String>::new());
        let size = serde_json::to_string(&sheet).unwrap().len();
        assert!(size < 60_000, "{size} bytes");
    }
}

#[test]
fn the_sheet_is_written_as_tags_attributes_and_children() {
    let json: serde_json::Value = serde_json::to_value(sheet(&boards::mock(), Language::Sv)).unwrap();
    let ghost = serde_json::json!(["li", { "class": "ghost" }, [["button",
        { "type": "button", "data-seat": "enterprise" },
        [["b", {}, ["Ett företag"]], " ", ["small", {}, ["från ett nytt programland"]]]]]]);
    assert_eq!(json["vacancies"][0], ghost);
    assert_eq!(json["dependence"], serde_json::json!([["o1", "2 krav hänger på den"], ["o2", "1 krav hänger på den"]]));
    assert_eq!(
        json["tipping_points"][1],
        serde_json::json!(["programme-countries", "En till räcker: en organisation från ett nytt programland."])
    );
    assert_eq!(json["said"], "Två till räcker: Nordlicht Robotik och Teknikföreningen.");
    assert_eq!(json["panels"][0][0], "div");
    assert_eq!(json["panels"][0][1]["class"], "note tip");
    let names = plan(&["A {n} <b>{names} | hei FI partner", "B | hei SE applicant"], None);
    assert!(text(&sheet(&names, Language::En).panels).contains("A {n} <b>{names}"), "names are taken as they are");
}

#[test]
fn what_is_no_answer_is_not_read() {
    let whole = || serde_json::to_value(sheet(&boards::mock(), Language::Sv)).unwrap();
    let rows: [(&str, &str, serde_json::Value); 7] = [
        ("a tag that nothing is made of", "/panels/0/0", serde_json::json!("script")),
        ("an attribute that runs something", "/panels/0/1", serde_json::json!({ "onclick": "alert(1)" })),
        ("an element without its parts", "/panels/0", serde_json::json!(["div"])),
        ("a number in place of an element", "/vacancies/0", serde_json::json!(1)),
        ("a badge without words", "/dependence/0", serde_json::json!(["o1"])),
        ("nothing said", "/said", serde_json::json!(null)),
        ("no panels", "/panels", serde_json::json!({})),
    ];
    assert!(read(&&whole()).is_some());
    for (name, pointer, value) in rows {
        let mut other = whole();
        *other.pointer_mut(pointer).unwrap() = value;
        assert_eq!(read(&&other), None, "{name}");
    }
}
