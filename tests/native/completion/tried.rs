//! What is missing, against trying everything: every set of the pool, and every set of organisations there could be.

use crate::consortia::{Choice, check, countries, members, named, shown};
use crate::oracle::wide::{barring, small_scale};
use crate::oracle::{overlapping, two_and_three};
use crate::support::call_of;
use allians::advice::{Additions, Answer, PoolAdditions, Seat, complete, from_pool, safe};
use allians::engine::{
    Call, Consortium, Country, Member, Organisation, OrganisationKind, Project, Reading, Role, Rule, Severity, Status, statuses,
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
    ("the pool's smallest sets are those that trying all sets finds", 500, pool_is_exact),
    ("the fewest of anybody are as few as trying everybody finds, and the answers say exactly who", 80, anybody_is_exact),
    ("mixed answers are as few as any and complete", 120, mixed_is_whole),
    ("after the safe additions whoever leaves does no harm", 60, safe_is_safe),
];

#[test]
fn completions_agree_with_trying_everything() {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let choice = |codes: &str, grouped| Choice {
        kinds: vec![Hei, Hei, Enterprise, Association, BusinessIntermediary],
        countries: countries(codes),
        unstated: 8,
        grouped,
        groups: 3,
    };
    let calls = [
        (two_and_three(), choice("FI SE DE NO US", 20)),
        (two_and_three(), choice("FI SE DE EE US", 75)),
        (overlapping(), choice("FI SE NO IS US DE", 30)),
        (overlapping(), choice("FI SE NO IS US DE", 75)),
        (call_of(2020), choice("FI SE DE RS GH CH", 30)),
        (small_scale(), choice("FI SE NO US DE", 20)),
        (barring(), choice("FI SE NO IS US DE", 20)),
    ];
    let mut failures = Vec::new();
    for (call, choice) in calls {
        for (name, cases, property) in PROPERTIES {
            let strategy = (members(&choice, 6), members(&choice, 7), any::<bool>());
            let result = check(*cases, &strategy, |(members, pool, lenient)| {
                let pool = pool.into_iter().enumerate().map(|(at, member)| named(member, &format!("p{at}")).organisation).collect();
                let reading = if lenient { Reading::Lenient } else { Reading::Strict };
                let sample = Sample { call: call.clone(), members, pool, reading };
                property(&sample).map_err(|fault| format!("{fault}\n{}", told(&sample)))
            });
            failures.extend(result.err().map(|error| format!("{name} ({}): {error}", call.id())));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

pub(super) fn told(sample: &Sample) -> String {
    let pool = sample.pool.iter().cloned().map(partner).collect();
    let board = |members: Vec<Member>| shown(&Consortium::new(members, Project::default()));
    format!("{:?}\n{}pool\n{}", sample.reading, board(sample.members.clone()), board(pool))
}

pub(super) fn partner(organisation: Rc<Organisation>) -> Member {
    Member { organisation, role: Role::Partner, affiliated_to: None }
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
            one.severity != Severity::Mandatory || !is_met_by_more(one.rule_in(reading)) || status == Status::Met || asks_nothing
        })
    })
}

fn is_met_by_more(rule: &Rule) -> bool {
    let wide = matches!(rule, Rule::AtMost(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_));
    wide || matches!(rule, Rule::Count(_) | Rule::Countries(_) | Rule::Coordinator(_))
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
pub(super) fn subsets(of: usize, size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let shorter = subsets(of, size - 1);
    shorter.iter().flat_map(|set| (set.last().map_or(0, |last| last + 1)..of).map(|next| [&set[..], &[next]].concat())).collect()
}

fn pool_is_exact(sample: &Sample) -> Result<(), String> {
    pool_agrees(sample, false)
}

/// The pool's answer is what trying all its sets finds. Where no set is enough and facts are open, it may say that.
pub(super) fn pool_agrees(sample: &Sample, is_open: bool) -> Result<(), String> {
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
        PoolAdditions::Open(_) if is_open => Ok(()),
        other => Err(format!("{other:?}, but the whole pool is not enough")),
    }
}

/// Organisations that there could be: each kind that matters in each country that could.
pub(super) fn everybody() -> Vec<Rc<Organisation>> {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let mut all = Vec::new();
    for kind in [Hei, Enterprise, Association, BusinessIntermediary] {
        for country in countries("FI SE DE EE NO IS US") {
            all.push(Rc::new(Organisation { id: Rc::from("new"), kind: Some(kind), country: Some(country), ..Organisation::default() }));
        }
    }
    all
}

/// The most additions for which everybody is tried.
const MOST_TRIED: usize = 2;

fn anybody_is_exact(sample: &Sample) -> Result<(), String> {
    let found = complete(&sample.call, &sample.members, &Project::default(), sample.reading).additions;
    let everybody = everybody();
    for size in 0..=MOST_TRIED {
        let sets: Vec<Vec<Rc<Organisation>>> =
            multisets(everybody.len(), size).iter().map(|set| set.iter().map(|at| everybody[*at].clone()).collect()).collect();
        let (good, bad): (Vec<_>, Vec<_>) = sets.into_iter().partition(|set| is_complete(sample, set));
        match &found {
            Additions::Enough if size == 0 && !good.is_empty() => return Ok(()),
            _ if good.is_empty() => {}
            Additions::Seats(seats) if seats.number as usize == size => return says_who(sample, &seats.answers, &good, &bad),
            other => return Err(format!("{other:?}, but {size} are enough: {:?}", good.first())),
        }
    }
    match found {
        Additions::Enough => Err("enough, but it is not".to_owned()),
        Additions::Seats(seats) if seats.number as usize <= MOST_TRIED => Err(format!("{seats:?}, but no such set is enough")),
        Additions::Seats(seats) if seats.answers.is_empty() => Err(format!("{} without an answer", seats.number)),
        Additions::Seats(_) | Additions::Never(_) | Additions::Open(_) | Additions::TooMany | Additions::NotWorkedOut => Ok(()),
    }
}

pub(super) fn multisets(of: usize, size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let shorter = multisets(of, size - 1);
    shorter.iter().flat_map(|set| (set.last().copied().unwrap_or(0)..of).map(|next| [&set[..], &[next]].concat())).collect()
}

/// Every set that is enough fits an answer, no other set does that brings the countries, and no answer is empty.
fn says_who(sample: &Sample, answers: &[Answer], good: &[Vec<Rc<Organisation>>], bad: &[Vec<Rc<Organisation>>]) -> Result<(), String> {
    let fits = |answer: &Answer, set: &[Rc<Organisation>]| seated(&sample.call, &answer.seats, set);
    if let Some(set) = good.iter().find(|set| !answers.iter().any(|answer| fits(answer, set))) {
        return Err(format!("no answer for {set:?} in {answers:?}"));
    }
    if let Some(answer) = answers.iter().find(|answer| !good.iter().any(|set| fits(answer, set))) {
        return Err(format!("nobody fits {answer:?}"));
    }
    let brings = |set: &[Rc<Organisation>]| answers.iter().any(|answer| fits(answer, set)) && brings_countries(sample, set);
    match bad.iter().find(|set| brings(set)) {
        Some(set) => Err(format!("{set:?} fits {answers:?} and is not enough")),
        None => Ok(()),
    }
}

/// Whether the organisations can take the seats, each one.
fn seated(call: &Call, seats: &[Seat], set: &[Rc<Organisation>]) -> bool {
    let Some((seat, rest)) = seats.split_first() else { return set.is_empty() };
    (0..set.len()).any(|at| {
        let others: Vec<_> = set.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| one.clone()).collect();
        takes(call, seat, &set[at]) && seated(call, rest, &others)
    })
}

pub(super) fn takes(call: &Call, seat: &Seat, organisation: &Organisation) -> bool {
    let in_class = |class: &u8, country: Country| call.classes()[usize::from(*class)].countries.contains(country);
    seat.kinds.is_none_or(|kinds| organisation.kind.is_some_and(|kind| kinds.contains(kind)))
        && seat.classes.iter().all(|class| organisation.country.is_some_and(|country| in_class(class, country)))
}

fn brings_countries(sample: &Sample, set: &[Rc<Organisation>]) -> bool {
    let all: Vec<Member> = sample.members.iter().cloned().chain(set.iter().cloned().map(partner)).collect();
    let (_, found) = statuses(&sample.call, &Consortium::new(all, Project::default()), sample.reading);
    let ranked = |rule: &Rule| matches!(rule, Rule::Countries(_));
    sample.call.requirements().iter().zip(found).all(|(one, status)| !ranked(one.rule_in(sample.reading)) || status == Status::Met)
}

pub(super) fn mixed_is_whole(sample: &Sample) -> Result<(), String> {
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
        let joined = joined.into_iter().map(partner);
        let with: Vec<Member> = sample.members.iter().cloned().chain(joined).collect();
        let left = match complete(&sample.call, &with, &Project::default(), sample.reading).additions {
            Additions::Enough => 0,
            Additions::Seats(seats) => seats.number,
            Additions::Never(_) | Additions::Open(_) | Additions::TooMany | Additions::NotWorkedOut => continue,
        };
        if left + set.len() as u32 == all.number {
            return Err(format!("{set:?} and {left} more would use more of the pool than {places:?}"));
        }
    }
    Ok(())
}

fn safe_is_safe(sample: &Sample) -> Result<(), String> {
    let everybody = everybody();
    let is_safe = |added: &[Rc<Organisation>]| {
        let all: Vec<Member> = sample.members.iter().cloned().chain(added.iter().cloned().map(partner)).collect();
        let without = |at: usize| all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| one.clone()).collect::<Vec<_>>();
        let fits = are_welcome(sample, added) && holds(&sample.call, &all, sample.reading);
        fits && (0..all.len()).all(|at| holds(&sample.call, &without(at), sample.reading))
    };
    let found = safe(&sample.call, &sample.members, sample.reading);
    for size in 0..=MOST_TRIED {
        let good = multisets(everybody.len(), size)
            .into_iter()
            .find(|set| is_safe(&set.iter().map(|at| everybody[*at].clone()).collect::<Vec<_>>()));
        match (&found, good) {
            (_, None) => {}
            (Additions::Enough, Some(_)) if size == 0 => return Ok(()),
            (Additions::Seats(seats), Some(_)) if seats.number as usize == size => return Ok(()),
            // Where the class has no country left, doubling would do; the answer does not claim to know.
            (Additions::Never(_), Some(_)) => return Ok(()),
            (other, Some(set)) => return Err(format!("{other:?}, but {size} are enough: {set:?}")),
        }
    }
    match found {
        Additions::Seats(seats) if seats.number as usize <= MOST_TRIED => Err(format!("{seats:?}, but no such set is safe")),
        Additions::Enough => Err("safe, but it is not".to_owned()),
        Additions::Seats(_) | Additions::Never(_) | Additions::Open(_) | Additions::TooMany | Additions::NotWorkedOut => Ok(()),
    }
}
