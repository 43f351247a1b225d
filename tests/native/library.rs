//! Which calls are known: a plan's own call is known to that plan alone, and never stands under the name of a call of the program.

use crate::call_shapes::whole;
use crate::consortia::check;
use crate::support::said;
use allians::calls::{CallFileProblem, CallLibrary, LISTED, SHIPPED};
use allians::engine::{Reading, Report, evaluate};
use allians::i18n::{Language, call_file_error, plan_error};
use allians::plan::{Plan, PlanError, from_text};
use allians::source::{Problem, Step};
use allians::wire::Refusal;
use proptest::collection::vec;
use serde_json::{Value, json};
use std::sync::Arc;

/// A call of the visitor's own that asks for so many organisations.
fn own(id: &str, at_least: u32) -> String {
    let mut file = whole();
    file["id"] = json!(id);
    file["requirement"][0]["rule"] = json!({ "shape": "count", "of": {}, "at_least": at_least });
    file.to_string()
}

/// A plan for a call, with two institutions; where it carries a call of its own, with its text.
fn plan(call: &str, year: u16, own: Option<&str>) -> Plan {
    let organisations = json!([{ "id": "a", "kind": "hei", "country": "FI" }, { "id": "b", "kind": "hei", "country": "SE" }]);
    let members = json!([{ "organisation": "a", "role": "applicant" }, { "organisation": "b" }]);
    let mut plan: Value = json!({
        "format": "allians-plan", "version": 1, "call": call, "year": year, "organisations": organisations, "members": members,
    });
    if let Some(text) = own {
        plan["own_call"] = json!(text);
    }
    from_text(&plan.to_string()).unwrap()
}

fn judged(plan: &Plan, library: &CallLibrary) -> Result<Report, Refusal> {
    let (_, call) = Refusal::chosen(plan, library, CallLibrary::read_own_text)?;
    Ok(evaluate(&call, &plan.consortium(), Reading::Strict))
}

#[test]
fn an_id_of_a_call_of_the_program_is_refused_in_the_same_words_everywhere() {
    for listed in LISTED.iter() {
        let text = own(&listed.id, 1);
        for (name, mut library) in [("all are loaded", CallLibrary::whole()), ("none is", CallLibrary::default())] {
            let CallFileProblem { requirement, problem } = library.read_own_text(&text).unwrap_err();
            assert_eq!((requirement, problem.path.to_string().as_str()), (None, "id"), "{}, {name}", listed.id);
            assert_eq!(said(&problem.fault), format!("taken {}", listed.id), "{name}");
            assert!(library.own().is_empty(), "{}, {name}", listed.id);
        }
        let Err(Refusal::Plan(PlanError::Wrong(in_plan))) = judged(&plan(&listed.id, 2020, Some(&text)), &CallLibrary::whole()) else {
            panic!("{}: a plan with it is checked", listed.id)
        };
        assert_eq!(in_plan.path.to_string(), "own_call.id", "{}", listed.id);
        for language in Language::ALL {
            let words = |problem: &Problem| plan_error(*language, &PlanError::Wrong(problem.clone()));
            let mut alone = in_plan.clone();
            alone.path.0.retain(|step| *step == Step::Field("id".to_owned()));
            let of_file = call_file_error(*language, Some(&CallFileProblem { requirement: None, problem: alone }), None);
            assert_eq!(words(&in_plan), format!("own_call.{of_file}"));
            assert!(of_file.contains(&*listed.id), "{of_file}");
        }
    }
}

#[test]
fn own_calls_of_one_library_are_unknown_to_another() {
    let whole = CallLibrary::whole();
    let mut one = whole.clone();
    one.read_own_text(&own("mine", 3)).unwrap();
    let other = CallLibrary::whole();
    let known = [&one, &one.clone(), &whole, &other].map(|library| library.find("mine").is_some());
    assert_eq!(known, [true, true, false, false]);
}

#[test]
fn the_same_text_is_read_once_and_the_newest_of_an_id_counts() {
    let mut library = CallLibrary::whole();
    let [first, again] = [3, 3].map(|number| library.read_own_text(&own("mine", number)).unwrap());
    assert!(Arc::ptr_eq(&first, &again));
    let newer = library.read_own_text(&own("mine", 4)).unwrap();
    assert!(!Arc::ptr_eq(&first, &newer) && Arc::ptr_eq(library.find("mine").unwrap(), &newer));
    assert_eq!((library.own().len(), library.all().count()), (1, SHIPPED.len() + 1));
    let refused = library.read_own_text("no JSON").unwrap_err();
    assert_eq!((said(&refused.problem.fault).as_str(), library.own().len()), ("expected object", 1));
}

/// Plans for calls of the program and of the visitor's own: good ones, and others that are refused.
fn plans() -> Vec<(&'static str, Plan)> {
    let ka = "erasmus-knowledge-alliances";
    let of_own = |id: &str, number: u32| plan(id, 2026, Some(&own(id, number)));
    vec![
        ("a call of the program", plan(ka, 2020, None)),
        ("another call of the program", plan("erasmus-small-scale-partnerships", 2026, None)),
        ("an own call that is met", of_own("mine", 2)),
        ("an own call of the same name that is not", of_own("mine", 9)),
        ("an own call of another name", of_own("yours", 2)),
        ("the name of an own call, without it", plan("mine", 2026, None)),
        ("an own call under a name of the program", plan(ka, 2020, Some(&own(ka, 1)))),
        ("an own call that is another than the plan's", plan("mine", 2026, Some(&own("yours", 1)))),
        ("an own call that cannot be read", plan("mine", 2026, Some("{\"id\": \"mine\"}"))),
        ("an own call that asks for too much", of_own("mine", 201)),
    ]
}

#[test]
fn a_plan_is_judged_the_same_whichever_plans_came_before() {
    let plans = plans();
    let alone: Vec<Result<Report, Refusal>> = plans.iter().map(|(_, plan)| judged(plan, &CallLibrary::whole())).collect();
    let read: Vec<bool> = alone.iter().map(Result::is_ok).collect();
    assert_eq!(read, [true, true, true, true, true, false, false, false, false, false], "{alone:#?}");
    assert_ne!(alone[2], alone[3], "what an own call asks decides");
    let library = CallLibrary::whole();
    let result = check(60, &vec(0..plans.len(), 1..12), |order| {
        for at in &order {
            if judged(&plans[*at].1, &library) != alone[*at] {
                return Err(format!("\"{}\" is judged otherwise in {order:?}", plans[*at].0));
            }
        }
        if library == CallLibrary::whole() { Ok(()) } else { Err(format!("{order:?} leave something behind")) }
    });
    assert_eq!(result, Ok(()));
}

#[test]
fn many_own_calls_leave_no_trace() {
    let library = CallLibrary::whole();
    for number in 0..500 {
        let id = format!("own-{number}");
        assert!(judged(&plan(&id, 2026, Some(&own(&id, 2))), &library).is_ok(), "{id}");
    }
    assert_eq!((library.all().count(), library.own().len()), (SHIPPED.len(), 0));
}

/// What was read goes with the last who holds it: once every call file that was read stayed for ever.
#[test]
fn a_call_file_goes_with_the_last_who_holds_it() {
    let mut library = CallLibrary::whole();
    let first = Arc::downgrade(&library.read_own_text(&own("mine", 3)).unwrap());
    assert!(first.upgrade().is_some(), "the library holds it");
    let held = library.read_own_text(&own("mine", 4)).unwrap();
    assert!(first.upgrade().is_none(), "a newer one has taken its place");
    let second = Arc::downgrade(&held);
    drop(library);
    assert!(second.upgrade().is_some(), "somebody holds it without the library");
    drop(held);
    assert!(second.upgrade().is_none());
    let plan = plan("mine", 2026, Some(&own("mine", 5)));
    let file = {
        let (file, _) = Refusal::chosen(&plan, &CallLibrary::whole(), CallLibrary::read_own_text).unwrap();
        Arc::downgrade(&file)
    };
    assert!(file.upgrade().is_none(), "a plan's own call outlives the plan's answer");
}
