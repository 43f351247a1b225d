//! What the planner's answers promise of every board, each against trying it out.

mod tried;

use crate::consortia::{Choice, check, countries, members, project, shown};
use crate::oracle::wide::{self, each_and_at_most, exact_and_compare};
use crate::oracle::{many_countries, overlapping, shapes, two_and_three};
use crate::support::call_of;
use allians::advice::{Evidence, TippingPoint, checklist, coordinators, dispensable, lean, questions, tipping_point};
use allians::calls::SHIPPED;
use allians::engine::rule::{Count, EveryMember, Fact};
use allians::engine::{
    Call, Commitment, Consortium, Lack, Measure, Measured, Member, Organisation, OrganisationKind, Outcome, Project, Reading, Requirement,
    Role, RoleSet, Rule, Selector, Severity, Status, evaluate, statuses,
};
use proptest::prelude::{Strategy, any};
use std::rc::Rc;

/// Boards tried for each property and call.
const CASES: u32 = 100;

struct Sample {
    call: Call,
    members: Vec<Member>,
    project: Project,
    reading: Reading,
}

type Property = fn(&Sample) -> Result<(), String>;

const PROPERTIES: &[(&str, Property)] = &[
    ("who may lead, and what changes then, is what trying it says", tried::leading_is_as_tried),
    ("with the confirmed alone is without the others", tried::confirmed_is_as_tried),
    ("no fewer leave than break a minimum, and so many do", tried::losing_is_as_tried),
    ("so many more meet a minimum, and one fewer does not", tried::adding_is_as_tried),
    ("once the facts that are asked for are stated, nothing is unknown", tried::stating_decides),
    ("once everyone has shown it, it is shown", tried::showing_meets),
    ("each who could leave can, and nobody else", tried::leaving_alone_is_as_tried),
    ("those who could leave together can, and nobody more", tried::leaving_together_is_as_tried),
];

#[test]
fn every_answer_is_what_trying_it_says() {
    let mut failures = Vec::new();
    for call in [call_of(2020), two_and_three(), of_roles(), each_and_at_most(), exact_and_compare(), shapes()] {
        for (name, property) in PROPERTIES {
            let result = check(CASES, &samples(), |(members, project, lenient)| {
                let reading = if lenient { Reading::Lenient } else { Reading::Strict };
                let sample = Sample { call: call.clone(), members, project, reading };
                property(&sample).map_err(|fault| {
                    format!("{fault}\n{reading:?} {}", shown(&Consortium::new(sample.members.clone(), sample.project.clone())))
                })
            });
            failures.extend(result.err().map(|error| format!("{name} ({}): {error}", call.id())));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn once_what_is_missing_is_stated_nothing_is_unknown_in_any_call() {
    let calls = SHIPPED.iter().flat_map(|file| file.latest());
    for call in calls.chain([call_of(2018), many_countries(), overlapping(), wide::capacity_national(), wide::barring()]) {
        let result = check(CASES, &samples(), |(members, project, lenient)| {
            let reading = if lenient { Reading::Lenient } else { Reading::Strict };
            let sample = Sample { call: call.clone(), members, project, reading };
            tried::stating_decides(&sample).map_err(|fault| {
                format!("{fault}\n{reading:?} {}", shown(&Consortium::new(sample.members.clone(), sample.project.clone())))
            })
        });
        result.unwrap_or_else(|fault| panic!("{} {}: {fault}", call.id(), call.year()));
    }
}

#[test]
fn a_thousand_members_are_answered() {
    let (kinds, places) = (OrganisationKind::ALL, countries("FI SE DE EE LV PT US GH"));
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8).to_string().repeat(4);
    let member = |at: usize| {
        let organisation = Organisation {
            id: Rc::from(format!("m{at}")),
            name: Rc::from(format!("University of {}{}", letter(at), letter(at / 26))),
            kind: Some(kinds[at % kinds.len()]),
            country: Some(places[at % places.len()]),
            group: Some(Rc::from(format!("G{}", at / 2))),
            ..Organisation::default()
        };
        Member { organisation: Rc::new(organisation), role: if at == 0 { Role::Applicant } else { Role::Partner }, affiliated_to: None }
    };
    let (call, members, project) = (call_of(2020), (0..1_000).map(member).collect::<Vec<_>>(), Project::default());
    let pairs = checklist(&call, &members).into_iter().filter(|evidence| matches!(evidence, Evidence::AlikeNames { .. }));
    assert_eq!(pairs.count(), 324, "of a thousand names there are 676");
    assert!(!questions(&call, &members, &project).is_empty());
    assert_eq!(coordinators(&call, &members, &project, Reading::Strict).len(), 1_000);
    assert!(lean(&call, &members, &project, Reading::Strict).members.len() > 900);
    assert_eq!(dispensable(&call, &members, &project, Reading::Strict).len(), 999);
    let flips: Vec<TippingPoint> =
        (0..call.requirements().len()).map(|at| tipping_point(&call, &members, &project, Reading::Strict, at)).collect();
    assert!(matches!(flips[1], TippingPoint::Lose { fewest: 500, measure: Measure::Countries, exact: true }), "{:?}", flips[1]);
}

fn samples() -> impl Strategy<Value = (Vec<Member>, Project, bool)> {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let kinds = vec![Hei, Hei, Enterprise, Enterprise, BusinessIntermediary, Association];
    let mixed = Choice { kinds, countries: countries("FI SE DE EE US"), unstated: 12, grouped: 40, groups: 3 };
    let known = Choice { countries: countries("FI SE DE"), unstated: 3, grouped: 60, ..mixed.clone() };
    let few = Choice { kinds: vec![Hei, Enterprise], countries: countries("FI SE"), unstated: 10, ..mixed.clone() };
    let all = proptest::prop_oneof![members(&mixed, 8), members(&known, 8), members(&few, 8)];
    (all, any::<u8>(), project(), any::<bool>(), any::<bool>()).prop_map(|(members, confirming, project, lenient, plain)| {
        let committed = members.into_iter().enumerate().map(|(at, member)| {
            let confirmed = !plain && confirming >> at & 1 == 1;
            with(&member, |organisation| {
                organisation.commitment = if confirmed { Commitment::Confirmed } else { Commitment::Asked };
                // Plain members are often alike, so that more than one is in a class.
                if plain {
                    (organisation.charter, organisation.added_value) = (None, Rc::default());
                }
            })
        });
        (committed.collect(), project, lenient)
    })
}

/// A call in which it matters elsewhere too who the applicant is, and a member must show something to be let in.
fn of_roles() -> Call {
    let of = |roles: &[Role]| Selector { roles: roles.iter().copied().collect::<RoleSet>(), kinds: None, class: None, attribute: None };
    let shown = EveryMember { of: of(&[Role::Applicant]), fact: Fact::AddedValue, outcome: Outcome::Fails };
    let rules = [Rule::Count(Count { of: of(&[Role::Partner]), at_least: 3 }), Rule::EveryMember(shown)];
    let requirements =
        rules.into_iter().map(|rule| Requirement { id: rule.shape().into(), severity: Severity::Mandatory, rule, lenient: None }).collect();
    Call::new("of-roles", 2020, Vec::new(), requirements)
}

fn with(member: &Member, change: impl Fn(&mut Organisation)) -> Member {
    let mut organisation = (*member.organisation).clone();
    change(&mut organisation);
    Member { organisation: Rc::new(organisation), ..member.clone() }
}

impl Sample {
    fn statuses(&self, members: Vec<Member>) -> Vec<Status> {
        statuses(&self.call, &Consortium::new(members, self.project.clone()), self.reading).1
    }

    /// Those whom the bits do not name.
    fn without(&self, leaving: u32) -> Vec<Member> {
        self.members.iter().enumerate().filter(|(at, _)| leaving >> at & 1 == 0).map(|(_, member)| member.clone()).collect()
    }

    /// Whether leaving keeps what holds, and takes nothing from a minimum that does not.
    fn harmless(&self, leaving: u32) -> bool {
        let report = |members| evaluate(&self.call, &Consortium::new(members, self.project.clone()), self.reading).findings;
        let (before, after) = (report(self.members.clone()), report(self.without(leaving)));
        before.iter().zip(&after).filter(|(before, _)| before.severity == Severity::Mandatory).all(|(before, after)| {
            let holds = |status| !matches!(status, Status::Unmet | Status::Unknown);
            let minimum = !matches!(before.measured, Measured::Shown { .. } | Measured::Project(_) | Measured::Judged);
            let (had, need) = before.measured.figures();
            let has = after.measured.figures().0;
            let possible = |measured: &Measured| measured.possible().min(need);
            let missing = |measured: &Measured| {
                let (have, need) = measured.figures();
                (need.saturating_sub(have), need.saturating_sub(measured.possible()))
            };
            let rank = |status| [Status::Unmet, Status::Unknown].iter().position(|other| *other == status).unwrap_or(2);
            let worse = |lack: &Lack| {
                let lacked = |one: &Lack| (one.country, one.kinds) == (lack.country, lack.kinds) && one.missing >= lack.missing;
                !before.measured.lacking().iter().any(lacked)
            };
            let rule = self.call.requirements().iter().find(|one| one.id == before.requirement).map(|one| one.rule_in(self.reading));
            match holds(before.status) {
                true => holds(after.status),
                // Who leaves is one less of those who are too many.
                false if matches!(rule, Some(Rule::AtMost(_) | Rule::Only(_))) => true,
                false if matches!(rule, Some(Rule::EachCountry(_))) => {
                    rank(after.status) >= rank(before.status) && !after.measured.lacking().iter().any(worse)
                }
                false if matches!(rule, Some(Rule::Compare(_))) => {
                    let (was, is) = (missing(&before.measured), missing(&after.measured));
                    rank(after.status) >= rank(before.status) && is.0 <= was.0 && is.1 <= was.1
                }
                false if matches!(rule, Some(Rule::ExactCountries(_))) => {
                    let enough = has.min(need) >= had.min(need) && possible(&after.measured) >= possible(&before.measured);
                    rank(after.status) >= rank(before.status) && enough
                }
                false => !minimum || has >= had && possible(&after.measured) >= possible(&before.measured),
            }
        })
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, tried: T) -> Result<(), String> {
    if found == tried { Ok(()) } else { Err(format!("{what}: {found:?}, tried: {tried:?}")) }
}
