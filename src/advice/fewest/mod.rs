//! The fewest organisations to add, for every shape of rule: in the abstract, from the pool, mixed, and safe against a withdrawal.
//!
//! Every mandatory rule about members is one of three constraints on the newcomers (`constraint.rs`), and one search serves them all.
//! Newcomers who contribute the same are a class (`candidates.rs`). The search goes through the countries and, in each, through the
//! classes (`order.rs`, `stages.rs`, `search.rs`), and remembers what is still missing (`state.rs`); legal groups are remembered as what they have
//! become (`groups.rs`) and as the rank function of what they can stand for (`wandering.rs`, `ranks.rs`). It is dynamic programming, so both the least
//! and the number of sets are exact. Sets are listed afterwards (`listing.rs`). In the abstract an answer is a set of seats of which none
//! could ask for less (`takers.rs`, `offers.rs`, `seats.rs`, `minimal.rs`, `placing.rs`, `answer.rs`).
//!
//! What cannot be worked out is an answer that says what it is too much of ([`TooMuch`]). Everything that is found is held against the
//! rules themselves before it is an answer.

mod answer;
mod candidates;
mod constraint;
mod contribution;
mod country;
mod groups;
mod key;
mod listing;
mod minimal;
mod offers;
mod order;
mod placing;
mod ranks;
mod search;
mod seats;
mod stages;
mod state;
mod takers;
mod wandering;

pub use answer::{Answer, Seat};
pub(super) use constraint::Aim;

use super::completion::{Additions, PoolAdditions, PoolCompletion, Seats};
use super::counting::Counting;
use crate::engine::{Member, Organisation, Role, Rule};
use constraint::{Form, Problem};
use listing::{Taken, Walk};
use search::{Found, search};
use stages::{Candidates, added, unnamed};
use state::Space;
use std::rc::Rc;

/// How many mixed sets are looked at for the one that is shown.
const MOST_LOOKED_AT: usize = 200;

/// What it is too much of to work out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TooMuch {
    /// Legal groups that can stand for several countries; 0 where it is the call's own numbers that are too large.
    pub groups: u32,
    /// The most countries that one of them can stand for.
    pub countries: u32,
}

/// The fewest organisations, whoever they are.
pub(super) fn anybody(counting: &Counting<'_>, members: &[Member], aim: Aim) -> Additions {
    let problem = Problem::of(counting, members, aim);
    let missing = problem.missing();
    if missing.is_empty() {
        return Additions::Enough;
    }
    if let Some(hopeless) = hopeless(&problem) {
        return hopeless;
    }
    match fewest(&problem, Vec::new(), true) {
        Err(much) => Additions::TooMuch(much),
        Ok(None) => never(&problem),
        Ok(Some((candidates, found))) => in_seats(&problem, members, missing, (&candidates, &found)),
    }
}

fn in_seats(
    problem: &Problem<'_>,
    members: &[Member],
    missing: Vec<(usize, u32)>,
    (candidates, found): (&Candidates, &Found),
) -> Additions {
    let taken = first(problem, candidates, found);
    let with: Vec<Member> = members.iter().cloned().chain(answer::members_of(candidates, &taken)).collect();
    let open = Problem::of(problem.counting, &with, problem.aim).missing();
    if !open.is_empty() {
        return Additions::Open(open.into_iter().map(|(requirement, _)| requirement).collect());
    }
    let number = added(found.cost);
    let (mut answers, is_all) = answer::answers(problem, number);
    if answers.is_empty() {
        answers.push(answer::plain(problem, candidates, &taken));
        return Additions::Seats(Seats { number, answers, is_all: false, missing });
    }
    Additions::Seats(Seats { number, answers, is_all, missing })
}

/// The fewest organisations of the pool, and the fewest of anybody with as many of the pool as can be.
pub(super) fn from_pool(counting: &Counting<'_>, members: &[Member], pool: &[Rc<Organisation>], most: usize) -> PoolCompletion {
    let problem = Problem::of(counting, members, Aim::Met);
    let only = |alone| PoolCompletion { alone, mixed: None };
    if problem.missing().is_empty() {
        return only(PoolAdditions::Enough);
    }
    match hopeless(&problem) {
        Some(Additions::Open(open)) => return only(PoolAdditions::Open(open)),
        Some(_) => return only(PoolAdditions::Never),
        None => {}
    }
    let classes = problem.pool_classes(pool);
    let alone = match fewest(&problem, classes.clone(), false) {
        Err(much) => PoolAdditions::TooMuch(much),
        Ok(None) => match problem.open() {
            open if open.is_empty() => PoolAdditions::Never,
            open => PoolAdditions::Open(open),
        },
        Ok(Some((candidates, found))) => sets(&problem, (members, pool), (&candidates, &found), most),
    };
    let mixed = fewest(&problem, classes, true).ok().flatten();
    let mixed = mixed.and_then(|(candidates, found)| {
        let is_whole = unnamed(found.cost) == 0;
        let places = if is_whole { Vec::new() } else { named(&problem, &candidates, &found) };
        let places = Some(places).filter(|places| !places.is_empty())?;
        match anybody(counting, &joined(members, pool, &places), Aim::Met) {
            Additions::Seats(seats) if seats.number == unnamed(found.cost) => Some((places, seats)),
            _ => None,
        }
    });
    PoolCompletion { alone, mixed }
}

fn sets(
    problem: &Problem<'_>,
    (members, pool): (&[Member], &[Rc<Organisation>]),
    (candidates, found): (&Candidates, &Found),
    most: usize,
) -> PoolAdditions {
    let Some(space) = Space::of(problem, candidates, found.most) else { return PoolAdditions::Never };
    let mut first = listing::list(&space, candidates, found, most.max(1));
    let left = first.first().map(|set| Problem::of(problem.counting, &joined(members, pool, set), problem.aim).missing());
    let open: Vec<usize> = left.into_iter().flatten().map(|(requirement, _)| requirement).collect();
    if !open.is_empty() {
        return PoolAdditions::Open(open);
    }
    first.truncate(most);
    PoolAdditions::Sets { number: added(found.cost), ways: found.ways, first }
}

fn fewest(problem: &Problem<'_>, pool: Vec<candidates::Class>, anybody: bool) -> Result<Option<(Candidates, Found)>, TooMuch> {
    let candidates = Candidates::of(problem, pool, anybody)?;
    Ok(search(problem, &candidates)?.map(|found| (candidates, found)))
}

/// What is taken in the first set that costs least.
fn first(problem: &Problem<'_>, candidates: &Candidates, found: &Found) -> Taken {
    let mut first = Taken::new();
    if let Some(space) = Space::of(problem, candidates, found.most) {
        Walk::of(&space, candidates, found).each(found.cost, &mut |taken| {
            first.clone_from(taken);
            false
        });
    }
    first
}

/// The organisations of the pool in a mixed set: those that help most, so that least is asked of who is still to be found; of these
/// the first in the order of the pool.
fn named(problem: &Problem<'_>, candidates: &Candidates, found: &Found) -> Vec<u32> {
    let Some(space) = Space::of(problem, candidates, found.most) else { return Vec::new() };
    let mut sets: Vec<Vec<u32>> = Vec::new();
    Walk::of(&space, candidates, found).each(found.cost, &mut |taken| {
        sets.extend(listing::sets_of(candidates, taken, 1));
        sets.len() < MOST_LOOKED_AT
    });
    sets.into_iter().min().unwrap_or_default()
}

fn joined(members: &[Member], pool: &[Rc<Organisation>], places: &[u32]) -> Vec<Member> {
    let newcomers = places.iter().filter_map(|place| pool.get(*place as usize)).cloned().map(partner);
    members.iter().cloned().chain(newcomers).collect()
}

/// Whoever joins is a full partner.
fn partner(organisation: Rc<Organisation>) -> Member {
    Member { organisation, role: Role::Partner, affiliated_to: None }
}

/// What nobody who joins can mend: more than there may be, for certain; or perhaps.
fn hopeless(problem: &Problem<'_>) -> Option<Additions> {
    let is_over = |one: &&constraint::Constraint<'_>| match one.form {
        Form::AtMost => one.missing > 0,
        Form::Exactly { .. } => one.missing < 0,
        _ => false,
    };
    let is_certain = |one: &&constraint::Constraint<'_>| match problem.counting.call.requirements().get(one.requirement) {
        Some(asked) => match asked.rule_in(problem.counting.reading) {
            Rule::AtMost(rule) => rule.is_exceeded(problem.context()),
            _ => true,
        },
        None => true,
    };
    let all = || problem.constraints.iter().filter(is_over);
    let never: Vec<usize> = all().filter(is_certain).map(|one| one.requirement).collect();
    let open: Vec<usize> = all().map(|one| one.requirement).collect();
    match (never.is_empty(), open.is_empty()) {
        (false, _) => Some(Additions::Never(never)),
        (true, false) => Some(Additions::Open(open)),
        (true, true) => None,
    }
}

/// Nothing does: those that cannot be met by themselves, or all that do not hold. Where facts are not stated, that is not known.
fn never(problem: &Problem<'_>) -> Additions {
    let open = problem.open();
    if !open.is_empty() {
        return Additions::Open(open);
    }
    let all: Vec<usize> = problem.missing().into_iter().map(|(requirement, _)| requirement).collect();
    let alone = |requirement: &usize| {
        let mut alone = Problem::of(problem.counting, problem.consortium.members(), problem.aim);
        alone.constraints.retain(|one| one.requirement == *requirement);
        matches!(fewest(&alone, Vec::new(), true), Ok(None))
    };
    let by_itself: Vec<usize> = all.iter().copied().filter(alone).collect();
    Additions::Never(if by_itself.is_empty() { all } else { by_itself })
}
