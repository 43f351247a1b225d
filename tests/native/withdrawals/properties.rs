//! What holds of every consortium, held against trying everything.

use super::slow;
use crate::consortia::{Choice, check, countries, member, members, named, project, shown};
use crate::oracle::wide::{capacity_national, each_and_at_most, exact_and_compare};
use crate::oracle::{many_countries, overlapping, shapes, two_and_three};
use crate::support::{call_of, none_failed};
use allians::advice::{Withdrawals, substitutes, withdrawals};
use allians::engine::{Call, Consortium, Member, Organisation, OrganisationKind, Project, Reading};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use std::rc::Rc;

/// Boards tried for each call and property.
const CASES: u32 = 400;

/// A board, those in its pool, somebody's place and the reading.
pub type Sample = (Vec<Member>, Vec<Rc<Organisation>>, usize, Project, Reading);

type Property = fn(&Call, &Sample) -> Result<(), String>;

const PROPERTIES: &[(&str, Property)] = &[
    ("what breaks if one leaves is what does not hold without it", alone_is_true),
    ("what breaks if two leave is what does not hold without both, and holds without either", pairs_are_true),
    ("the most that any may leave is where the smallest set that breaks something begins", any_is_true),
    ("those who may take over are those who would be the coordinator", successors_are_true),
    ("substitutes are those of the pool that mend something, the best first", substitutes_are_true),
    ("the order of members never matters", order_never_matters),
];

#[test]
fn every_property_holds() {
    let mut failures = Vec::new();
    for call in [
        call_of(2020),
        two_and_three(),
        overlapping(),
        many_countries(),
        shapes(),
        each_and_at_most(),
        exact_and_compare(),
        capacity_national(),
    ] {
        for (name, property) in PROPERTIES {
            let result = check(CASES, &samples(), |sample| {
                let shown = || shown(&Consortium::new(sample.0.clone(), sample.3.clone()));
                property(&call, &sample).map_err(|fault| format!("{fault}\n{:?} {}", sample.4, shown()))
            });
            failures.extend(result.err().map(|error| format!("{name} ({}): {error}", call.id())));
        }
    }
    none_failed(&failures);
}

/// One legal group with members of many sorts, and a few others, where some may not be outweighed.
#[test]
fn a_group_of_many_sorts_is_answered_exactly() {
    let choice =
        Choice { kinds: OrganisationKind::ALL.to_vec(), countries: countries("FI SE NO US GH CH"), unstated: 15, grouped: 85, groups: 1 };
    let boards = (members(&choice, 12), project(), any::<bool>());
    for call in [shapes(), exact_and_compare(), capacity_national()] {
        let result = check(250, &boards, |(members, project, lenient)| {
            let reading = if lenient { Reading::Lenient } else { Reading::Strict };
            let sample = (members, Vec::new(), 0, project, reading);
            any_is_true(&call, &sample).map_err(|fault| format!("{fault}\n{}", shown(&Consortium::new(sample.0, sample.3))))
        });
        result.unwrap_or_else(|fault| panic!("{}: {fault}", call.id()));
    }
}

fn samples() -> impl Strategy<Value = Sample> {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let kinds = vec![Hei, Hei, Enterprise, Enterprise, Association, BusinessIntermediary];
    let mixed = Choice { kinds, countries: countries("FI SE DE NO US"), unstated: 8, grouped: 30, groups: 3 };
    let groups = Choice { countries: countries("FI SE DE EE PT"), unstated: 3, grouped: 75, ..mixed.clone() };
    let pool = vec(proptest::prop_oneof![member(&mixed), member(&groups)], 0..=12)
        .prop_map(|drafts| drafts.into_iter().enumerate().map(|(place, draft)| named(draft, &format!("p{place}")).organisation).collect());
    let board = proptest::prop_oneof![members(&mixed, 8), members(&groups, 8)];
    let reading = any::<bool>().prop_map(|lenient| if lenient { Reading::Lenient } else { Reading::Strict });
    (board, pool, 0..9usize, project(), reading)
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}")) }
}

fn found(call: &Call, (members, _, _, project, reading): &Sample) -> Withdrawals {
    withdrawals(call, members, project, *reading)
}

fn alone_is_true(call: &Call, sample: &Sample) -> Result<(), String> {
    same(found(call, sample).alone, slow::alone(&slow::Board::of(call, sample)))
}

fn pairs_are_true(call: &Call, sample: &Sample) -> Result<(), String> {
    let found = found(call, sample).pairs.into_iter().map(|pair| (pair.one, pair.other, pair.breaks)).collect();
    same(found, slow::pairs(&slow::Board::of(call, sample)))
}

fn any_is_true(call: &Call, sample: &Sample) -> Result<(), String> {
    let found = found(call, sample);
    same((found.any, found.any_is_exact), (slow::any(&slow::Board::of(call, sample)), true))
}

fn successors_are_true(call: &Call, sample: &Sample) -> Result<(), String> {
    same(found(call, sample).successors, slow::successors(&slow::Board::of(call, sample)))
}

fn substitutes_are_true(call: &Call, sample: &Sample) -> Result<(), String> {
    let (members, pool, leaver, project, reading) = sample;
    let found = substitutes(call, members, project, pool, *leaver as u32, *reading);
    let found = found.into_iter().map(|substitute| (substitute.organisation, substitute.broken)).collect();
    same(found, slow::substitutes(&slow::Board::of(call, sample), pool, *leaver))
}

fn order_never_matters(call: &Call, sample: &Sample) -> Result<(), String> {
    let (mut reversed, last) = (sample.clone(), (sample.0.len() as u32).wrapping_sub(1));
    reversed.0.reverse();
    let (one, mut other) = (found(call, sample), found(call, &reversed));
    other.alone.reverse();
    other.pairs.iter_mut().for_each(|pair| (pair.one, pair.other) = (last - pair.other, last - pair.one));
    other.pairs.sort_by_key(|pair| (pair.one, pair.other));
    other.successors.iter_mut().for_each(|place| *place = last - *place);
    other.successors.reverse();
    same(one, other)
}
