//! One consortium against many calls: how near each is, what it asks, and in which order they come.

use crate::advisor::boards::plan;
use crate::consortia::{Choice, check, countries, members, project, shown};
use crate::oracle::{many_countries, overlapping, shapes, two_and_three};
use crate::support::{call_of, none_failed};
use allians::advice::{Additions, Assessment, FactKind, FactToState, Gap, assess, compare, complete};
use allians::calls::{EXAMPLES, SHIPPED};
use allians::engine::ProjectFact;
use allians::engine::{Call, Consortium, OrganisationKind, Reading, Severity, Status, Verdict, evaluate};
use allians::plan::Plan;

fn call(id: &str) -> Call {
    let file = SHIPPED.iter().chain(EXAMPLES.iter()).find(|file| *file.id == *id).unwrap_or_else(|| panic!("{id} is not there"));
    file.latest().remove(0)
}

/// The calls of the program, examples among them, and some that were made for the oracle.
fn all() -> Vec<Call> {
    let files = SHIPPED.iter().chain(EXAMPLES.iter());
    files.flat_map(|file| file.latest()).chain([two_and_three(), overlapping(), many_countries(), shapes()]).collect()
}

fn with(organisations: u32, changes: u32) -> Gap {
    Gap::With { organisations, changes }
}

/// Name, call, board, months, how near it is, and the facts that are asked with the members.
type Row = (&'static str, &'static str, &'static [&'static str], Option<u32>, Gap, Vec<(FactKind, Vec<u32>)>);

const SMALL: &str = "erasmus-small-scale-partnerships";
const ISLANDS: &str = "made-up-island-schools";

fn rows() -> Vec<Row> {
    let duration = (FactKind::Project(ProjectFact::Duration), vec![]);
    vec![
        ("all is met", SMALL, &["A | hei FI applicant", "B | school SE partner"], Some(12), Gap::Now, vec![]),
        ("nobody is in", SMALL, &[], Some(12), with(2, 0), vec![]),
        ("one is missing", SMALL, &["A | hei FI applicant"], Some(12), with(1, 0), vec![]),
        ("only the duration is wrong", SMALL, &["A | hei FI applicant", "B | school SE partner"], Some(36), with(0, 1), vec![]),
        ("the duration and the applicant", SMALL, &["A | hei FI partner", "B | school SE partner"], Some(36), with(0, 2), vec![]),
        ("one is missing, and the duration is wrong", SMALL, &["A | hei FI applicant"], Some(36), with(1, 1), vec![]),
        (
            "only the duration is not stated",
            SMALL,
            &["A | hei FI applicant", "B | school SE partner"],
            None,
            Gap::Facts,
            vec![duration.clone()],
        ),
        (
            "a country decides",
            SMALL,
            &["A | hei FI applicant", "B | school partner"],
            Some(12),
            Gap::Facts,
            vec![(FactKind::Country, vec![1])],
        ),
        (
            "a country may do, and the duration is wrong",
            SMALL,
            &["A | hei FI applicant", "B | school partner"],
            Some(36),
            with(0, 1),
            vec![(FactKind::Country, vec![1])],
        ),
        (
            "somebody may not take part",
            SMALL,
            &["A | hei FI applicant", "B | school GH partner", "C | hei SE partner"],
            Some(12),
            Gap::Never(vec![2]),
            vec![],
        ),
        (
            "too many are in",
            ISLANDS,
            &[
                "A | school FI applicant",
                "B | school SE partner",
                "C | school DE partner",
                "D | school FI partner",
                "E | school FI partner",
                "F | school FI partner",
                "G | school FI partner",
            ],
            Some(12),
            Gap::Never(vec![1]),
            vec![],
        ),
    ]
}

#[test]
fn rows_say_how_near_a_call_is() {
    let mut failures = Vec::new();
    for (name, id, board, months, reach, asks) in rows() {
        let Plan { members, project, .. } = plan(board, months);
        let found = assess(&call(id), &members, &project, Reading::Strict);
        let asked: Vec<(FactKind, Vec<u32>)> =
            found.missing_facts.iter().map(|FactToState { fact, members }| (*fact, members.clone())).collect();
        if (&found.gap, &asked) != (&reach, &asks) {
            failures.push(format!("{name}: {:?}, {asked:?} instead of {reach:?}, {asks:?}", found.gap));
        }
    }
    none_failed(&failures);
}

#[test]
fn calls_that_are_as_near_as_each_other_keep_their_order() {
    let calls = [call_of(2020), call(SMALL), call_of(2019), call(ISLANDS), call_of(2018), call(SMALL)];
    let Plan { members, project, .. } = plan(&["A | hei FI applicant", "B | school SE partner", "C | hei DE partner"], Some(24));
    let order: Vec<usize> = compare(&calls, &members, &project, Reading::Strict).iter().map(|assessment| assessment.call).collect();
    assert_eq!(order, [1, 5, 0, 2, 4, 3]);
    assert_eq!(compare(&[], &members, &project, Reading::Strict), []);
}

fn faults(assessment: &Assessment, call: &Call, consortium: &Consortium, reading: Reading) -> Option<String> {
    let (members, project) = (consortium.members(), &consortium.project);
    let report = evaluate(call, consortium, reading);
    let completion = complete(call, members, project, reading);
    let statuses: Vec<Status> = report.findings.iter().map(|finding| finding.status).collect();
    let unmet = |place: usize| statuses[place] == Status::Unmet && call.requirements()[place].severity == Severity::Mandatory;
    let fault = |fault: &str| Some(format!("{fault}: {:?} of {}", assessment.gap, call.id()));
    if (assessment.verdict, &assessment.statuses, &assessment.completion) != (report.verdict, &statuses, &completion) {
        return fault("not what the report and the completion say");
    }
    if (assessment.gap == Gap::Now) != (report.verdict == Verdict::Met)
        || (assessment.gap == Gap::Facts) != (report.verdict == Verdict::Unknown)
    {
        return fault("not what the verdict says");
    }
    match &assessment.gap {
        Gap::With { organisations, changes } => {
            let number = match &completion.additions {
                Additions::Seats(seats) if seats.missing.iter().any(|(place, _)| unmet(*place)) => seats.number,
                _ => 0,
            };
            if *organisations != number || organisations + changes == 0 {
                return fault("another number than the completion's");
            }
        }
        Gap::Never(requirements) | Gap::Unclear(requirements)
            if requirements.is_empty() || !requirements.iter().all(|place| unmet(*place)) =>
        {
            return fault("what stands in the way is met");
        }
        Gap::Now if !assessment.missing_facts.is_empty() => return fault("facts are asked for nothing"),
        _ => {}
    }
    assessment
        .missing_facts
        .iter()
        .flat_map(|ask| &ask.members)
        .any(|place| *place as usize >= members.len())
        .then(|| "nobody is asked".to_owned())
}

#[test]
fn any_consortium_is_told_the_same_as_of_each_call_alone() {
    use OrganisationKind::{Association, Enterprise, Hei, School, VetProvider};
    let kinds = vec![Hei, Enterprise, Association, School, VetProvider];
    let choice = Choice { kinds, countries: countries("FI SE DE EE GH RS"), unstated: 15, grouped: 20, groups: 3 };
    let calls = all();
    let result = check(30, &(members(&choice, 8), project()), |(members, project)| {
        let consortium = Consortium::new(members, project);
        for reading in [Reading::Strict, Reading::Lenient] {
            let found = compare(&calls, consortium.members(), &consortium.project, reading);
            let mut places: Vec<usize> = found.iter().map(|assessment| assessment.call).collect();
            if !found.is_sorted_by_key(|assessment| (assessment.nearness(), assessment.call)) {
                return Err("not the nearest first".to_owned());
            }
            places.sort_unstable();
            if places != (0..calls.len()).collect::<Vec<usize>>() {
                return Err("not every call once".to_owned());
            }
            let fault = found.iter().find_map(|assessment| faults(assessment, &calls[assessment.call], &consortium, reading));
            fault.map_or(Ok(()), |fault| Err(format!("{fault}\n{}", shown(&consortium))))?;
        }
        Ok(())
    });
    assert_eq!(result, Ok(()));
}
