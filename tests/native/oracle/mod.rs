//! `unknown` means that it depends: small consortia with facts missing are filled in every way, and the oracle judges each.

mod calls;
mod each_country;
mod slow;
pub mod wide;

pub use calls::{many_countries, overlapping, shapes, two_and_three};

use crate::consortia::{Choice, check, countries, members, project, shown};
use crate::support::call_of;
use allians::engine::{
    Attribute, Call, Consortium, Country, Measured, Member, Organisation, OrganisationKind, Project, Reading, Requirement, Rule, Severity,
    Status, evaluate,
};
use proptest::prelude::{Strategy, any};
use slow::Answer;
use std::rc::Rc;

/// Consortia judged for each call.
const CASES: u32 = 1_200;

/// Durations tried where none is stated.
const MONTHS: &[u32] = &[1, 12, 24, 30, 36, 48];

#[test]
fn unknown_means_that_it_depends_in_knowledge_alliances() {
    let kinds = OrganisationKind::ALL.to_vec();
    let choice = Choice { kinds, countries: countries("FI SE DE RS GH CH"), unstated: 15, grouped: 40, groups: 2 };
    // Fresh programme countries as many as facts may be missing, those of the members, and two partner countries.
    judge(&call_of(2020), &choice, &countries("FI SE DE RS EE LV PT GH CH"), 3);
}

#[test]
fn unknown_means_that_it_depends_in_a_call_of_two_and_three() {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let choice = Choice {
        kinds: vec![Hei, Hei, Enterprise, Association, BusinessIntermediary],
        countries: countries("FI SE DE NO US"),
        unstated: 20,
        grouped: 40,
        groups: 3,
    };
    judge(&two_and_three(), &choice, &countries("FI SE DE EE NO US"), 3);
}

#[test]
fn unknown_means_that_it_depends_where_classes_overlap() {
    use OrganisationKind::{Enterprise, Hei};
    let choice = Choice { kinds: vec![Hei, Enterprise], countries: countries("FI SE NO IS US"), unstated: 22, grouped: 40, groups: 2 };
    judge(&overlapping(), &choice, &countries("FI SE DE NO IS US CH GH"), 2);
}

#[test]
fn unknown_means_that_it_depends_in_shapes_that_more_members_can_break() {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let kinds = vec![Hei, Hei, Enterprise, Association, BusinessIntermediary];
    let choice = Choice { kinds, countries: countries("FI SE DE NO US"), unstated: 14, grouped: 30, groups: 2 };
    judge(&shapes(), &choice, &countries("FI SE DE NO IS US CH GH"), 2);
}

fn judge(call: &Call, choice: &Choice, fills: &[Country], most_missing: usize) {
    let strategy = (members(choice, 6), project(), any::<bool>())
        .prop_filter("too many facts missing", |(members, ..)| missing(members) <= most_missing);
    let result = check(CASES, &strategy, |(members, project, lenient)| {
        let reading = if lenient { Reading::Lenient } else { Reading::Strict };
        let consortium = Consortium::new(members, project);
        let faults = disagreements(call, &consortium, reading, fills);
        if faults.is_empty() { Ok(()) } else { Err(format!("{}\n{reading:?} {}", faults.join("\n"), shown(&consortium))) }
    });
    result.unwrap_or_else(|fault| panic!("{}: {fault}", call.id()));
}

fn missing(members: &[Member]) -> usize {
    members.iter().map(|member| usize::from(member.organisation.kind.is_none()) + usize::from(member.organisation.country.is_none())).sum()
}

/// Where the engine says something else than the oracle makes of all fills.
fn disagreements(call: &Call, consortium: &Consortium, reading: Reading, fills: &[Country]) -> Vec<String> {
    let report = evaluate(call, consortium, reading);
    let asks = call.requirements().iter().any(|one| one.rule.selector().is_some_and(|of| of.attribute.is_some()));
    let (ways, projects) = (filled(consortium.members(), fills, asks), projects(&consortium.project));
    let mut faults = Vec::new();
    for (requirement, finding) in
        call.requirements().iter().zip(&report.findings).filter(|(requirement, _)| requirement.severity == Severity::Mandatory)
    {
        let rule = rule(requirement, reading);
        // Members and project never decide the same requirement, so they are filled one after the other.
        let by_members = ways.iter().map(|members| slow::answer(call, rule, members, &projects[0]));
        let answers: Vec<Answer> = by_members.chain(projects.iter().map(|project| slow::answer(call, rule, &ways[0], project))).collect();
        let expected = expected(&answers);
        // What asks nothing of anybody holds.
        let vacuous = finding.status == Status::NotApplicable && matches!(rule, Rule::EachCountry(_) | Rule::Compare(_) | Rule::Only(_));
        let status = if vacuous { Status::Met } else { finding.status };
        if status != expected {
            faults.push(format!("{}: the engine says {:?}, all fills say {expected:?}", requirement.id, finding.status));
        }
        let (have, possible) = (answers.iter().map(|answer| answer.have()).min(), answers.iter().map(|answer| answer.have()).max());
        // What is held against another number, or against each country, has no range of its own.
        let ranged = !matches!(rule, Rule::EachCountry(_) | Rule::Compare(_));
        let counts = ranged && matches!(finding.measured, Measured::AtLeast { .. } | Measured::AtMost { .. } | Measured::Exactly { .. });
        let (found, may) = (finding.measured.figures().0, finding.measured.possible());
        if counts && (Some(found), Some(may)) != (have, possible) {
            faults.push(format!("{}: the engine says {found}..{may}, all fills say {have:?}..{possible:?}", requirement.id));
        }
    }
    faults
}

fn rule(requirement: &Requirement, reading: Reading) -> &Rule {
    match reading {
        Reading::Strict => &requirement.rule,
        Reading::Lenient => requirement.lenient.as_ref().unwrap_or(&requirement.rule),
    }
}

/// A grant for a duration without a maximum asks nothing, so that fill decides nothing.
fn expected(answers: &[Answer]) -> Status {
    let met = answers.iter().any(|answer| matches!(answer, Answer::Met(_)));
    let unmet = answers.iter().any(|answer| matches!(answer, Answer::Unmet(_)));
    match (met, unmet) {
        (true, true) => Status::Unknown,
        (true, false) => Status::Met,
        (false, true) => Status::Unmet,
        (false, false) => Status::NotApplicable,
    }
}

/// The members with their missing facts filled in every way.
fn filled(members: &[Member], countries: &[Country], attributes: bool) -> Vec<Vec<Member>> {
    let mut ways: Vec<Vec<Member>> = vec![Vec::new()];
    for member in members {
        let kinds = member.organisation.kind.map_or(OrganisationKind::ALL.to_vec(), |kind| vec![kind]);
        let countries = member.organisation.country.map_or(countries.to_vec(), |country| vec![country]);
        let known = |kind, country, has| {
            let attributes = member.organisation.attributes.with(Attribute::EstablishedTwoYears, Some(has));
            let known = Organisation { kind: Some(kind), country: Some(country), attributes, ..(*member.organisation).clone() };
            Member { organisation: Rc::new(known), ..member.clone() }
        };
        let stated = member.organisation.attributes.get(Attribute::EstablishedTwoYears);
        let has = stated.map_or(if attributes { vec![true, false] } else { vec![false] }, |has| vec![has]);
        let placed: Vec<(OrganisationKind, Country)> =
            kinds.iter().flat_map(|kind| countries.iter().map(|country| (*kind, *country))).collect();
        let these: Vec<Member> = placed.iter().flat_map(|(kind, country)| has.iter().map(|has| known(*kind, *country, *has))).collect();
        ways = ways.iter().flat_map(|way| these.iter().map(|member| way.iter().chain([member]).cloned().collect())).collect();
    }
    ways
}

/// The project with its duration filled in every way.
fn projects(project: &Project) -> Vec<Project> {
    let months = project.duration_months.map_or(MONTHS.to_vec(), |months| vec![months]);
    months.into_iter().map(|months| Project { duration_months: Some(months), ..project.clone() }).collect()
}
