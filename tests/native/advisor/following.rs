//! Who does what the tip says, and nothing else, ends with everything met.

use super::boards::{EXAMPLE, plan};
use super::{attribute, elements, panel, sheet, text};
use crate::consortia::{Choice, check, countries, member, members, named};
use crate::support::call_of;
use allians::advisor::Panels;
use allians::engine::{Member, OrganisationKind, Project, Reading, Role, Verdict, evaluate};
use allians::i18n::Language;
use allians::plan::Plan;
use proptest::collection::vec;
use std::cell::Cell;

/// The first command of the tip.
fn command(sheet: &Panels) -> Option<(&'static str, String)> {
    let tip = panel(sheet, "tip")?;
    let known = ["data-join", "data-lead", "data-months"];
    let buttons = elements(&tip.children).into_iter().filter(|element| element.tag == "button");
    let mut commands = buttons.filter_map(|button| known.iter().find_map(|name| Some((*name, attribute(button, name)?.to_owned()))));
    commands.next()
}

fn follow(plan: &mut Plan, (command, value): (&'static str, String)) {
    match command {
        "data-join" => {
            for id in value.split(' ') {
                let organisation = plan.organisations.iter().find(|organisation| &*organisation.id == id).unwrap().clone();
                plan.members.push(Member { organisation, role: Role::Partner, affiliated_to: None });
            }
        }
        "data-lead" => {
            for member in &mut plan.members {
                member.role = if &*member.organisation.id == value.as_str() { Role::Applicant } else { Role::Partner };
            }
        }
        "data-months" => plan.project.duration_months = Some(value.parse().unwrap()),
        other => panic!("{other}"),
    }
}

fn verdict(plan: &Plan) -> Verdict {
    evaluate(&call_of(plan.year), &plan.consortium(), Reading::Strict).verdict
}

fn followed(mut plan: Plan) -> (Verdict, u32) {
    for step in 0..10 {
        let Some(next) = command(&sheet(&plan, Language::Fi)) else { return (verdict(&plan), step) };
        follow(&mut plan, next);
    }
    panic!("no end");
}

#[test]
fn following_the_tip_ends_with_everything_met() {
    assert_eq!(followed(plan(&EXAMPLE, None)), (Verdict::Met, 2), "the example");
    let in_pool: Vec<String> = EXAMPLE.iter().map(|row| row.replace(" applicant", "").replace(" partner", "")).collect();
    let in_pool: Vec<&str> = in_pool.iter().map(String::as_str).collect();
    assert_eq!(followed(plan(&in_pool, None)), (Verdict::Met, 3), "nobody is in yet");
    let mut led_from_outside = EXAMPLE;
    led_from_outside[0] = "Yrkeshögskolan Skärgård | hei FI partner";
    led_from_outside[8] = "Cape Coast University | hei GH applicant";
    assert_eq!(followed(plan(&led_from_outside, Some(36))), (Verdict::Met, 2), "the applicant is from a partner country");
}

#[test]
fn organisations_that_turn_all_requirements_green_do() {
    use OrganisationKind::{Association, Enterprise, Hei};
    let kinds = vec![Hei, Enterprise, Association];
    let choice = Choice { kinds, countries: countries("FI SE DE EE GH"), unstated: 8, grouped: 20, groups: 3 };
    let tried = Cell::new(0);
    let result = check(1_500, &(members(&choice, 7), vec(member(&choice), 3..=8)), |(members, pool)| {
        let pool = pool.into_iter().enumerate().map(|(at, member)| named(member, &format!("p{at}")).organisation);
        let organisations = members.iter().map(|member| member.organisation.clone()).chain(pool).collect();
        let project = Project { duration_months: Some(24), ..Project::default() };
        let plan = Plan { year: 2020, project, organisations, members, ..Plan::default() };
        let sheet = sheet(&plan, Language::En);
        let Some(tip) = panel(&sheet, "tip").filter(|tip| text(&tip.children).contains("all requirements green")) else { return Ok(()) };
        for join in elements(&tip.children).into_iter().filter_map(|button| attribute(button, "data-join")) {
            let mut joined = plan.clone();
            follow(&mut joined, ("data-join", join.to_owned()));
            if verdict(&joined) != Verdict::Met {
                return Err(format!("{join}: {joined:?}"));
            }
            tried.set(tried.get() + 1);
        }
        Ok(())
    });
    assert_eq!(result, Ok(()));
    assert!(tried.get() > 100, "{} sets tried", tried.get());
}
