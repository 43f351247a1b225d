//! What is missing where more members can also do harm: too many, from too many countries, from countries that then lack something,
//! or outnumbering others.
//!
//! Countries are gone through one after another, and what is still missing is remembered in small numbers; so the fewest are exact.
//! Everything that is found is held against the rules themselves before it is an answer.

mod answer;
mod ask;
mod effect;
mod group;
mod land;
mod search;
mod space;
mod supply;
mod table;
mod walk;

use super::completion::{Additions, PoolAdditions, PoolCompletion, Seats};
use super::need::Counting;
use super::{holds, mandatory};
use crate::engine::{Call, Member, Organisation, Reading, Role, Rule, statuses};
use ask::{Frame, What};
use search::Found;
use std::rc::Rc;

/// Whether more members can do harm to a mandatory requirement, beside being unwelcome.
pub(super) fn is_wide(call: &Call, reading: Reading) -> bool {
    let wide = |rule: &Rule| matches!(rule, Rule::AtMost(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_));
    mandatory(call.requirements()).any(|(_, one)| wide(one.rule_in(reading)))
}

/// The fewest organisations, whoever they are.
pub(super) fn anybody(counting: &Counting<'_>, members: &[Member]) -> Additions {
    let Some(frame) = Frame::of(counting, members) else { return Additions::TooMany };
    let missing = missing(&frame);
    if missing.is_empty() {
        return Additions::Enough;
    }
    if let Some(hopeless) = broken(&frame) {
        return hopeless;
    }
    let supply = supply::Supply::of(&frame, Vec::new(), true);
    let table = match search::table(&frame, &supply, false) {
        Ok(Some(table)) => table,
        Ok(None) => return never(frame),
        Err(()) => return Additions::TooMany,
    };
    let added = answer::first(&supply, &table);
    let with: Vec<Member> = members.iter().cloned().chain(added).collect();
    match Frame::of(counting, &with).map(|frame| self::missing(&frame)) {
        Some(open) if open.is_empty() => {
            let number = u32::from(table.least / table::ADDED);
            Additions::Seats(Seats { number, answers: answer::answers(&frame, &supply, &table), missing })
        }
        Some(open) => Additions::Open(open.into_iter().map(|(requirement, _)| requirement).collect()),
        None => Additions::TooMany,
    }
}

/// The fewest organisations of the pool.
pub(super) fn from_pool(counting: &Counting<'_>, members: &[Member], pool: &[Rc<Organisation>], most: usize) -> PoolCompletion {
    let only = |alone| PoolCompletion { alone, mixed: None };
    let Some(frame) = Frame::of(counting, members) else { return only(PoolAdditions::TooMany) };
    if missing(&frame).is_empty() {
        return only(PoolAdditions::Enough);
    }
    match broken(&frame) {
        Some(Additions::Open(open)) => return only(PoolAdditions::Open(open)),
        Some(_) => return only(PoolAdditions::Never),
        None => {}
    }
    let alone = match search::search(counting, members, pool, false, most.max(1)) {
        Found::TooMany => PoolAdditions::TooMany,
        Found::Never => match frame.clouded() {
            open if open.is_empty() => PoolAdditions::Never,
            open => PoolAdditions::Open(open),
        },
        Found::Least { number, ways, sets: first, .. } => {
            let open = first.first().map(|set| left(counting, members, pool, set)).unwrap_or_default();
            let first = first.into_iter().take(most).collect();
            if open.is_empty() { PoolAdditions::Sets { number, ways, first } } else { PoolAdditions::Open(open) }
        }
    };
    // As few as of anybody leave nobody to be found.
    let is_least = |number: u32| {
        let supply = supply::Supply::of(&frame, Vec::new(), true);
        matches!(search::table(&frame, &supply, false), Ok(Some(table)) if u32::from(table.least / table::ADDED) == number)
    };
    let is_whole = matches!(alone, PoolAdditions::Sets { number, .. } if is_least(number));
    PoolCompletion { alone, mixed: if is_whole { None } else { mixed(counting, members, pool) } }
}

fn mixed(counting: &Counting<'_>, members: &[Member], pool: &[Rc<Organisation>]) -> Option<(Vec<u32>, Seats)> {
    let Found::Least { number, unnamed, sets, .. } = search::search(counting, members, pool, true, 1) else { return None };
    let places = sets.into_iter().next().filter(|places| unnamed > 0 && !places.is_empty())?;
    match anybody(counting, &joined(members, pool, &places)) {
        Additions::Seats(seats) if seats.number == unnamed && number == unnamed + places.len() as u32 => Some((places, seats)),
        _ => None,
    }
}

fn joined(members: &[Member], pool: &[Rc<Organisation>], places: &[u32]) -> Vec<Member> {
    members.iter().cloned().chain(places.iter().filter_map(|place| search::member(pool, *place))).collect()
}

/// What does not hold once these have joined.
fn left(counting: &Counting<'_>, members: &[Member], pool: &[Rc<Organisation>], places: &[u32]) -> Vec<usize> {
    let with = joined(members, pool, places);
    let frame = Frame::of(counting, &with);
    frame.map(|frame| missing(&frame).into_iter().map(|(requirement, _)| requirement).collect()).unwrap_or_default()
}

/// What does not hold by the rules themselves, and how much is missing of each: never 0.
fn missing(frame: &Frame<'_>) -> Vec<(usize, u32)> {
    let (_, found) = statuses(frame.counting.call, &frame.consortium, frame.counting.reading);
    let is_open = |ask: &&ask::Ask<'_>| match ask.what {
        What::Leader => ask.left > 0,
        _ => !found.get(ask.requirement).copied().is_some_and(holds),
    };
    let lacks = |at: usize| {
        let present = frame.present();
        let locals = present.iter().filter_map(|land| land.locals.get(at)).filter(|local| local.settled);
        locals.flat_map(|local| &local.lacks).map(|lacks| i64::from(*lacks)).sum::<i64>()
    };
    let number = |at: usize, ask: &ask::Ask<'_>| match ask.what {
        What::Compare(rule) => (-ask.left).max(0).unsigned_abs().div_ceil(u64::from(rule.times.max(1))) as i64,
        What::Each(_) => lacks(at),
        What::Count | What::Leader | What::Countries(_) | What::Exact { .. } | What::AtMost => ask.left,
    };
    let open = frame.asks.iter().enumerate().filter(|(_, ask)| is_open(ask));
    open.map(|(at, ask)| (ask.requirement, number(at, ask).max(1) as u32)).collect()
}

/// What nobody who joins can mend: more than there may be, for certain; or perhaps.
fn broken(frame: &Frame<'_>) -> Option<Additions> {
    let over = |ask: &ask::Ask<'_>| matches!(ask.what, What::AtMost | What::Exact { .. }) && ask.left < 0;
    let certain = |ask: &ask::Ask<'_>| match (&ask.what, frame.counting.call.requirements().get(ask.requirement)) {
        (What::AtMost, Some(one)) => match one.rule_in(frame.counting.reading) {
            Rule::AtMost(rule) => rule.is_exceeded(frame.case()),
            _ => false,
        },
        _ => true,
    };
    let all = || frame.asks.iter().filter(|ask| over(ask));
    let never: Vec<usize> = all().filter(|ask| certain(ask)).map(|ask| ask.requirement).collect();
    let open: Vec<usize> = all().map(|ask| ask.requirement).collect();
    match (never.is_empty(), open.is_empty()) {
        (false, _) => Some(Additions::Never(never)),
        (true, false) => Some(Additions::Open(open)),
        (true, true) => None,
    }
}

/// Nothing does: those that cannot be met by themselves, or all that do not hold. Where facts are not stated, that is not known.
fn never(mut frame: Frame<'_>) -> Additions {
    let clouded = frame.clouded();
    if !clouded.is_empty() {
        return Additions::Open(clouded);
    }
    let all: Vec<usize> = missing(&frame).into_iter().map(|(requirement, _)| requirement).collect();
    let asks = std::mem::take(&mut frame.asks);
    let mut hopeless = Vec::new();
    for ask in asks {
        let requirement = ask.requirement;
        frame.asks = vec![ask];
        frame.known.take();
        let supply = supply::Supply::of(&frame, Vec::new(), true);
        if matches!(search::table(&frame, &supply, false), Ok(None)) {
            hopeless.push(requirement);
        }
    }
    Additions::Never(if hopeless.is_empty() { all } else { hopeless })
}

/// A consortium of one who joins as a full partner.
fn partner(organisation: Organisation) -> Member {
    Member { organisation: Rc::new(organisation), role: Role::Partner, affiliated_to: None }
}
