//! What is missing, against trying everything: every set of the pool, and every set of organisations there could be.

use super::fits::{filled, fits};
use crate::consortia::{Choice, check, countries, members, named, shown};
use crate::oracle::wide::{
    barring, capacity_national, capacity_vocational, each_and_at_most, exact_and_compare, excellence, small_scale, traits,
};
use crate::oracle::{overlapping, two_and_three};
use crate::support::call_of;
use allians::advice::{Additions, Answer, PoolAdditions, complete, from_pool, safe};
use allians::engine::{
    Attribute, Attributes, Call, Consortium, Member, Organisation, OrganisationKind, Project, Reading, Role, Rule, Severity, Status,
    statuses,
};
use proptest::prelude::any;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A made-up board.
pub(super) struct Sample {
    pub(super) call: Call,
    pub(super) members: Vec<Member>,
    pub(super) pool: Vec<Rc<Organisation>>,
    pub(super) reading: Reading,
}

type Property = fn(&Sample) -> Result<(), String>;

/// Each with the number of boards tried for each call.
const PROPERTIES: &[(&str, u32, Property)] = &[
    ("the pool's smallest sets are those that trying all sets finds", 300, pool_is_exact),
    ("the fewest of anybody are as few as trying everybody finds, and the answers say exactly who", 60, anybody_is_exact),
    ("mixed answers are as few as any, with as many of the pool as can be", 40, mixed_is_whole),
    ("the safe additions are as few as trying everybody finds", 40, safe_is_exact),
];

/// A call, the countries of its boards, of a hundred facts how many are not stated, of a hundred members how many are in legal groups.
type Row = (fn() -> Call, &'static str, u32, u32);

const ROWS: &[Row] = &[
    (two_and_three, "FI SE DE NO US", 8, 20),
    (two_and_three, "FI SE DE EE US", 8, 75),
    (overlapping, "FI SE NO IS US DE", 8, 30),
    (overlapping, "FI SE NO IS US DE", 8, 75),
    (|| call_of(2020), "FI SE DE RS GH CH", 8, 30),
    (small_scale, "FI SE NO US DE", 8, 20),
    (barring, "FI SE NO IS US DE", 8, 20),
    (traits, "FI SE DE US", 8, 20),
    (each_and_at_most, "FI SE DE US NO", 0, 15),
    (each_and_at_most, "FI SE DE US NO", 8, 60),
    (exact_and_compare, "FI SE DE US NO", 0, 15),
    (exact_and_compare, "FI SE DE US NO", 8, 60),
    (excellence, "FI SE DE US NO", 4, 20),
    (excellence, "FI SE US", 0, 70),
    (capacity_national, "FI SE DE US GH", 4, 20),
    (capacity_vocational, "FI SE DE US GH", 4, 40),
];

#[test]
fn completions_agree_with_trying_everything() {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei, VetProvider};
    let mut failures = Vec::new();
    for (call, codes, unstated, grouped) in ROWS {
        let call = call();
        let other = if call.id() == "excellence" { VetProvider } else { Association };
        let kinds = vec![Hei, Hei, Enterprise, other, BusinessIntermediary];
        let choice = Choice { kinds, countries: countries(codes), unstated: *unstated, grouped: *grouped, groups: 3 };
        for (name, cases, property) in PROPERTIES {
            let strategy = (members(&choice, 6), members(&choice, 7), any::<bool>());
            let result = check(*cases, &strategy, |(members, pool, lenient)| {
                let pool = pool.into_iter().enumerate().map(|(at, member)| named(member, &format!("p{at}"))).map(|one| one.organisation);
                let pool = (0..).zip(pool).map(|(at, one)| with_authority(&one, at)).collect();
                let reading = if lenient { Reading::Lenient } else { Reading::Strict };
                let sample = Sample { call: call.clone(), members, pool, reading };
                property(&sample).map_err(|fault| format!("{fault}\n{}", told(&sample)))
            });
            failures.extend(result.err().map(|error| format!("{name} ({} {codes} {grouped}): {error}", call.id())));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// Every second one is an authority, every third has not said.
fn with_authority(one: &Organisation, at: usize) -> Rc<Organisation> {
    let stated = (at % 3 != 2).then_some(at.is_multiple_of(2));
    Rc::new(Organisation { attributes: one.attributes.with(Attribute::CompetentAuthority, stated), ..one.clone() })
}

fn told(sample: &Sample) -> String {
    let pool = sample.pool.iter().cloned().map(partner).collect();
    let board = |members: Vec<Member>| shown(&Consortium::new(members, Project::default()));
    format!("{:?}\n{}pool\n{}", sample.reading, board(sample.members.clone()), board(pool))
}

pub(super) fn partner(organisation: Rc<Organisation>) -> Member {
    Member { organisation, role: Role::Partner, affiliated_to: None }
}

/// Whether facts are open that could be what decides.
fn is_open(sample: &Sample) -> bool {
    let organisations = sample.members.iter().map(|member| &member.organisation);
    let asked: Vec<Attribute> = sample.call.attributes().collect();
    let is_stated = |one: &Organisation| asked.iter().all(|attribute| one.attributes.get(*attribute).is_some());
    organisations.clone().any(|one| one.country.is_none() || one.kind.is_none() || !is_stated(one))
}

/// Whether the members meet every mandatory requirement about members, if the one who fits best leads.
pub(super) fn is_complete(sample: &Sample, added: &[Rc<Organisation>]) -> bool {
    let all: Vec<Member> = sample.members.iter().cloned().chain(added.iter().cloned().map(partner)).collect();
    are_welcome(sample, added) && holds(&sample.call, &all, sample.reading)
}

fn holds(call: &Call, members: &[Member], reading: Reading) -> bool {
    let may_lead = |member: &Member| matches!(member.role, Role::Applicant | Role::Partner);
    (0..members.len()).filter(|leader| may_lead(&members[*leader])).any(|leader| {
        let mut led = members.to_vec();
        for (at, member) in led.iter_mut().enumerate() {
            member.role = match member.role {
                _ if at == leader => Role::Applicant,
                Role::Applicant => Role::Partner,
                other => other,
            };
        }
        let (_, found) = statuses(call, &Consortium::new(led, Project::default()), reading);
        call.requirements().iter().zip(found).all(|(one, status)| {
            let asks_nothing = status == Status::NotApplicable && matches!(one.rule_in(reading), Rule::EachCountry(_) | Rule::Compare(_));
            one.severity != Severity::Mandatory || !is_about_members(one.rule_in(reading)) || status == Status::Met || asks_nothing
        })
    })
}

fn is_about_members(rule: &Rule) -> bool {
    let can_be_harmed = matches!(rule, Rule::AtMost(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_));
    can_be_harmed || matches!(rule, Rule::Count(_) | Rule::Countries(_) | Rule::Coordinator(_))
}

/// Whether each may take part at all.
fn are_welcome(sample: &Sample, added: &[Rc<Organisation>]) -> bool {
    added.iter().all(|one| {
        let (_, found) = statuses(&sample.call, &Consortium::new(vec![partner(one.clone())], Project::default()), sample.reading);
        sample.call.requirements().iter().zip(found).all(|(requirement, status)| match requirement.rule_in(sample.reading) {
            Rule::Only(_) if requirement.severity == Severity::Mandatory => !matches!(status, Status::Unmet | Status::Unknown),
            _ => true,
        })
    })
}

/// All sets with so many of a list.
fn subsets(of: usize, size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let shorter = subsets(of, size - 1);
    shorter.iter().flat_map(|set| (set.last().map_or(0, |last| last + 1)..of).map(|next| [&set[..], &[next]].concat())).collect()
}

fn multisets(of: usize, size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let shorter = multisets(of, size - 1);
    shorter.iter().flat_map(|set| (set.last().copied().unwrap_or(0)..of).map(|next| [&set[..], &[next]].concat())).collect()
}

/// The pool's answer is what trying all its sets finds. Where no set is enough and facts are open, it may say that.
fn pool_is_exact(sample: &Sample) -> Result<(), String> {
    let found = from_pool(&sample.call, &sample.members, &sample.pool, sample.reading, 1_000).alone;
    let take = |set: &Vec<usize>| set.iter().map(|at| sample.pool[*at].clone()).collect::<Vec<_>>();
    for size in 0..=sample.pool.len() {
        let sets: BTreeSet<Vec<u32>> = subsets(sample.pool.len(), size)
            .into_iter()
            .filter(|set| is_complete(sample, &take(set)))
            .map(|set| set.into_iter().map(|at| at as u32).collect())
            .collect();
        if sets.is_empty() {
            continue;
        }
        return match found {
            PoolAdditions::Enough if size == 0 => Ok(()),
            PoolAdditions::Sets { number, ways, first } if number as usize == size && ways == sets.len() as u128 => {
                let listed: BTreeSet<Vec<u32>> = first.iter().cloned().collect();
                if listed == sets && first.len() == sets.len() { Ok(()) } else { Err(format!("listed {listed:?}, not {sets:?}")) }
            }
            other => Err(format!("{other:?}, not {size}: {sets:?}")),
        };
    }
    match found {
        PoolAdditions::Never => Ok(()),
        PoolAdditions::Open(_) if is_open(sample) => Ok(()),
        other => Err(format!("{other:?}, but the whole pool is not enough")),
    }
}

/// Organisations that there could be: each kind that matters in each country that could, with the attributes that are asked for.
fn everybody(call: &Call, codes: &str) -> Vec<Rc<Organisation>> {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei, VetProvider};
    let asked: Vec<Attribute> = call.attributes().collect();
    let sets = (0..1 << asked.len())
        .map(|set| asked.iter().enumerate().fold(Attributes::default(), |all, (at, one)| all.with(*one, Some(set & (1 << at) != 0))));
    let sets: Vec<Attributes> = sets.collect();
    let kinds = if call.id() == "excellence" { [Hei, Enterprise, VetProvider] } else { [Hei, Enterprise, Association] };
    let mut all = Vec::new();
    for kind in kinds.into_iter().chain((codes.len() > 18).then_some(BusinessIntermediary)) {
        for country in countries(codes) {
            for attributes in &sets {
                let (id, kind, country, attributes) = (Rc::from("new"), Some(kind), Some(country), *attributes);
                all.push(Rc::new(Organisation { id, kind, country, attributes, ..Organisation::default() }));
            }
        }
    }
    all
}

/// The most additions that are tried; of more of them fewer are tried: from fewer countries, without attributes.
const MOST_TRIED: usize = 4;
/// Up to so many, one of those who are tried is enough where anybody is.
const MOST_SURE: usize = 2;

fn is_unsure(number: u32, size: usize) -> bool {
    number as usize > MOST_SURE && (number as usize) < size
}

fn sets_of_everybody(sample: &Sample, size: usize) -> Vec<Vec<Rc<Organisation>>> {
    let codes = match size {
        0..=2 => "FI SE DE EE NO IS US",
        3 => "FI SE NO US",
        _ => "FI SE US",
    };
    let own = sample.members.iter().filter_map(|member| member.organisation.country).filter(|own| !codes.contains(own.code()));
    let own: std::collections::BTreeSet<String> = own.map(|own| format!(" {}", own.code())).collect();
    let own = if size < MOST_TRIED { own.into_iter().collect::<String>() } else { String::new() };
    let mut everybody = everybody(&sample.call, &format!("{codes}{own}"));
    everybody.retain(|one| size < MOST_TRIED || one.attributes.stated().all(|(_, has)| !has));
    multisets(everybody.len(), size).iter().map(|set| set.iter().map(|at| everybody[*at].clone()).collect()).collect()
}

fn anybody_is_exact(sample: &Sample) -> Result<(), String> {
    let found = complete(&sample.call, &sample.members, &Project::default(), sample.reading).additions;
    for size in 0..=MOST_TRIED {
        let (good, bad): (Vec<_>, Vec<_>) = sets_of_everybody(sample, size).into_iter().partition(|set| is_complete(sample, set));
        match &found {
            Additions::Enough if size == 0 && !good.is_empty() => return Ok(()),
            _ if good.is_empty() => {}
            Additions::Seats(seats) if seats.number as usize == size => {
                return says_who(sample, (&seats.answers, seats.is_all), &good, &bad);
            }
            // They could be others than those who are tried.
            Additions::Seats(seats) if is_unsure(seats.number, size) => return Ok(()),
            other => return Err(format!("{other:?}, but {size} are enough: {:?}", good.first())),
        }
    }
    match found {
        Additions::Enough => Err("enough, but it is not".to_owned()),
        Additions::Seats(seats) if seats.number as usize <= MOST_SURE => Err(format!("{seats:?}, but no such set is enough")),
        Additions::Seats(seats) if seats.answers.is_empty() => Err(format!("{} without an answer", seats.number)),
        Additions::Seats(seats) => seats.answers.iter().try_for_each(|answer| whoever_fills_it_is_enough(sample, answer)),
        Additions::Open(_) if !is_open(sample) => Err("open, but all is stated".to_owned()),
        Additions::TooMuch(much) => Err(format!("{much:?}")),
        Additions::Never(_) | Additions::Open(_) => Ok(()),
    }
}

/// Every set that is enough fits an answer where they are all, no other set does, and somebody fits each.
fn says_who(
    sample: &Sample,
    (answers, is_all): (&[Answer], bool),
    good: &[Vec<Rc<Organisation>>],
    bad: &[Vec<Rc<Organisation>>],
) -> Result<(), String> {
    if let Some(set) = good.iter().find(|set| is_all && !answers.iter().any(|answer| fits(sample, answer, set))) {
        return Err(format!("no answer for {set:?} in {answers:#?}"));
    }
    if let Some(set) = bad.iter().find(|set| answers.iter().any(|answer| fits(sample, answer, set))) {
        return Err(format!("{set:?} fits {answers:?} and is not enough"));
    }
    if answers.is_empty() {
        return Err("no answer".to_owned());
    }
    answers.iter().try_for_each(|answer| whoever_fills_it_is_enough(sample, answer))
}

fn whoever_fills_it_is_enough(sample: &Sample, answer: &Answer) -> Result<(), String> {
    match filled(sample, answer).into_iter().filter(|set| fits(sample, answer, set)).find(|set| !is_complete(sample, set)) {
        Some(set) => Err(format!("{set:?} fill {answer:?} and are not enough")),
        None => Ok(()),
    }
}

fn mixed_is_whole(sample: &Sample) -> Result<(), String> {
    let Some((places, seats)) = from_pool(&sample.call, &sample.members, &sample.pool, sample.reading, 1).mixed else { return Ok(()) };
    let anybody = complete(&sample.call, &sample.members, &Project::default(), sample.reading).additions;
    let Additions::Seats(all) = anybody else { return Err(format!("{places:?} and {seats:?}, but {anybody:?}")) };
    if all.number != seats.number + places.len() as u32 {
        return Err(format!("{places:?} and {} are not {}", seats.number, all.number));
    }
    // No set of more of the pool leaves fewer to be found.
    for set in subsets(sample.pool.len(), (places.len() + 1).min(all.number as usize)) {
        let joined: Vec<Rc<Organisation>> = set.iter().map(|at| sample.pool[*at].clone()).collect();
        if !are_welcome(sample, &joined) {
            continue;
        }
        let with: Vec<Member> = sample.members.iter().cloned().chain(joined.into_iter().map(partner)).collect();
        let left = match complete(&sample.call, &with, &Project::default(), sample.reading).additions {
            Additions::Enough => 0,
            Additions::Seats(seats) => seats.number,
            Additions::Never(_) | Additions::Open(_) | Additions::TooMuch(_) => continue,
        };
        if left + set.len() as u32 == all.number && left < seats.number {
            return Err(format!("{set:?} and {left} more would use more of the pool than {places:?}"));
        }
    }
    Ok(())
}

fn safe_is_exact(sample: &Sample) -> Result<(), String> {
    let is_safe = |added: &[Rc<Organisation>]| {
        let all: Vec<Member> = sample.members.iter().cloned().chain(added.iter().cloned().map(partner)).collect();
        let without = |at: usize| all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| one.clone()).collect::<Vec<_>>();
        let fits = are_welcome(sample, added) && holds(&sample.call, &all, sample.reading);
        fits && (0..all.len()).all(|at| holds(&sample.call, &without(at), sample.reading))
    };
    let found = safe(&sample.call, &sample.members, sample.reading);
    for size in 0..=MOST_TRIED {
        let good = sets_of_everybody(sample, size).into_iter().find(|set| is_safe(set));
        match (&found, good) {
            (_, None) => {}
            (Additions::Enough, Some(_)) if size == 0 => return Ok(()),
            (Additions::Seats(seats), Some(_)) if seats.number as usize == size => {
                let open = seats.answers.iter().flat_map(|answer| filled(sample, answer)).find(|set| !is_safe(set));
                return open.map_or(Ok(()), |set| Err(format!("{set:?} fill {seats:?} and are not safe")));
            }
            (Additions::Seats(seats), Some(_)) if is_unsure(seats.number, size) => return Ok(()),
            (Additions::TooMuch(_), Some(_)) if sample.members.iter().any(|member| member.organisation.group.is_some()) => return Ok(()),
            (other, Some(set)) => return Err(format!("{other:?}, but {size} are enough: {set:?}")),
        }
    }
    match found {
        Additions::Seats(seats) if seats.number as usize <= MOST_SURE => Err(format!("{seats:?}, but no such set is safe")),
        Additions::Enough => Err("safe, but it is not".to_owned()),
        Additions::Seats(_) | Additions::Never(_) | Additions::Open(_) | Additions::TooMuch(_) => Ok(()),
    }
}
