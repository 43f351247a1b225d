//! The fewest newcomers, with the first sets of so few.

use super::ask::{Frame, What};
use super::supply::{Sort, Supply, sorts};
use super::table::{ADDED, Cost, NEVER, Table};
use super::walk::Taken;
use crate::advice::need::Counting;
use crate::engine::{Country, Member, Organisation, Role, group};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The most newcomers that are looked for, few first.
const TRIES: [u32; 3] = [8, 16, 64];
/// How many steps are taken to list sets.
const MOST_STEPS: u32 = 200_000;
/// How many ways in which organisations join legal groups of several countries are tried, and how many sorts there may be in a group.
const MOST_WAYS: usize = 256;
const MOST_IN_GROUP: usize = 6;

/// What is found.
pub(super) enum Found {
    /// So many; of them so many whom nobody has named; and in how many ways.
    Least { number: u32, unnamed: u32, ways: u128, sets: Vec<Vec<u32>> },
    /// Nothing can do.
    Never,
    /// More than can be worked out.
    TooMany,
}

/// The smallest table in which something does.
pub(super) fn table<'a>(frame: &Frame<'_>, supply: &'a Supply, counted: bool) -> Result<Option<Table<'a>>, ()> {
    let bound = bound(frame, supply);
    for most in TRIES {
        let table = Table::of(frame, &supply.stages, most.min(bound), counted)?;
        if table.least != NEVER {
            return Ok(Some(table));
        }
        if most >= bound {
            return Ok(None);
        }
    }
    Err(())
}

/// How many newcomers are in a smallest answer at most, if there is one.
///
/// Of any answer it is enough to keep who fills what is missing, each with what its country then has to bring. That can be too few of
/// one sort against another by no more than there are of them; and each unit of that is made up for by one more newcomer, with what
/// its country then has to bring. Of several comparisons nothing is known.
fn bound(frame: &Frame<'_>, supply: &Supply) -> u32 {
    let named = supply.stages.iter().flat_map(|stage| &stage.items).map(|options| match options.as_slice() {
        [one] => u64::from(one.most),
        several => several.iter().map(|option| option.sorts.len() as u64).max().unwrap_or(0),
    });
    let named: u64 = named.sum();
    let brings: u64 = 1 + frame
        .asks
        .iter()
        .map(|ask| match &ask.what {
            What::Each(rule) => rule.needs.iter().map(|need| u64::from(need.at_least)).sum(),
            _ => 0,
        })
        .sum::<u64>();
    let lacking: u64 = frame
        .present()
        .iter()
        .flat_map(|land| &land.locals)
        .map(|local| local.lacks.iter().map(|lacks| u64::from(*lacks)).sum::<u64>() + u64::from(local.broken))
        .sum();
    let (mut missing, mut behind, mut compared) = (0, 0, 0);
    for ask in &frame.asks {
        match ask.what {
            What::Compare(_) => (behind, compared) = (behind + (-ask.left).max(0) as u64, compared + 1),
            What::Count | What::Leader | What::Countries(_) | What::Exact { .. } => missing += ask.left.max(0) as u64,
            What::AtMost | What::Each(_) => {}
        }
    }
    let kept = missing * brings + lacking;
    let all = match compared {
        0 => kept,
        1 => kept + (behind + kept) * brings,
        _ => u64::MAX,
    };
    all.min(named).min(u64::from(u32::MAX)) as u32
}

/// The pool, with what legal groups of several countries, or of members, make of it: organisations that join first, and the others.
pub(super) fn search(counting: &Counting<'_>, members: &[Member], pool: &[Rc<Organisation>], anybody: bool, most: usize) -> Found {
    let Some(frame) = Frame::of(counting, members) else { return Found::TooMany };
    let (apart, rest) = apart(members, sorts(&frame, pool));
    let Some(ways_to_join) = joins(&apart) else { return Found::TooMany };
    let (mut least, mut ways, mut sets) = (NEVER, 0_u128, Vec::new());
    for join in ways_to_join {
        let joined: Vec<&Sort> = join.iter().filter_map(|at| apart.get(*at)).collect();
        let newcomers = joined.iter().filter_map(|sort| member(pool, *sort.places.first()?));
        let with: Vec<Member> = members.iter().cloned().chain(newcomers).collect();
        let Some(frame) = Frame::of(counting, &with) else { return Found::TooMany };
        // Of whom facts are not stated that decide, nobody is proposed.
        if joined.iter().any(|sort| frame.effect(&[sort.profile]).is_none()) {
            continue;
        }
        let supply = Supply::of(&frame, rest.clone(), anybody);
        let table = match table(&frame, &supply, !anybody) {
            Ok(Some(table)) => table,
            Ok(None) => continue,
            Err(()) => return Found::TooMany,
        };
        let cost = table.least.saturating_add(joined.len() as Cost * ADDED);
        if cost / ADDED < least / ADDED || anybody && cost < least {
            (ways, sets) = (0, Vec::new());
            least = cost;
        }
        if cost == least {
            let of_join = joined.iter().fold(1_u128, |ways, sort| ways.saturating_mul(sort.places.len() as u128));
            ways = ways.saturating_add(table.ways.saturating_mul(of_join));
            list(&table, &supply, &joined, most, &mut sets);
        }
    }
    sets.sort_unstable();
    sets.truncate(most);
    if least == NEVER {
        Found::Never
    } else {
        Found::Least { number: u32::from(least / ADDED), unnamed: u32::from(least % ADDED), ways, sets }
    }
}

pub(super) fn member(pool: &[Rc<Organisation>], place: u32) -> Option<Member> {
    let organisation = pool.get(place as usize)?.clone();
    Some(Member { organisation, role: Role::Partner, affiliated_to: None })
}

/// The sorts of legal groups that have members, or are in several countries; and the others.
fn apart(members: &[Member], sorts: Vec<Sort>) -> (Vec<Sort>, Vec<Sort>) {
    let present: BTreeSet<&str> = members.iter().filter_map(group).collect();
    let mut countries: BTreeMap<Rc<str>, BTreeSet<Option<Country>>> = BTreeMap::new();
    for sort in &sorts {
        let group = sort.group.clone();
        group.into_iter().for_each(|group| countries.entry(group).or_default().extend([sort.country]));
    }
    let mut in_group: BTreeMap<Rc<str>, usize> = BTreeMap::new();
    sorts.iter().filter_map(|sort| sort.group.clone()).for_each(|group| *in_group.entry(group).or_default() += 1);
    let is_apart = |group: &Rc<str>| {
        let wide = countries.get(group).is_some_and(|countries| countries.len() > 1);
        wide || present.contains(&**group) || in_group.get(group).is_some_and(|sorts| *sorts > MOST_IN_GROUP)
    };
    sorts.into_iter().partition(|sort| sort.group.as_ref().is_some_and(is_apart))
}

/// Every way in which some of these join.
fn joins(apart: &[Sort]) -> Option<Vec<Vec<usize>>> {
    let ways = 1_usize.checked_shl(apart.len() as u32).filter(|ways| *ways <= MOST_WAYS)?;
    Some((0..ways).map(|chosen| (0..apart.len()).filter(|at| chosen & 1 << at != 0).collect()).collect())
}

/// The sets of places in the pool behind what is taken.
fn list(table: &Table<'_>, supply: &Supply, joined: &[&Sort], most: usize, sets: &mut Vec<Vec<u32>>) {
    table.walk(MOST_STEPS, &mut |taken| {
        let mut own: Vec<Vec<u32>> = vec![Vec::new()];
        joined.iter().for_each(|sort| own = with(&own, &sort.places, 1, most));
        for (sort, number) in sorts_of(taken).filter_map(|(sort, number)| Some((supply.sorts.get(sort)?, number))) {
            if !sort.places.is_empty() {
                own = with(&own, &sort.places, number as usize, most);
            }
        }
        own.iter_mut().for_each(|set| set.sort_unstable());
        sets.extend(own);
        sets.len() < most
    });
}

/// The sorts that are taken, and how many of each.
pub(super) fn sorts_of<'t>(taken: &'t Taken<'_>) -> impl Iterator<Item = (usize, u32)> + 't {
    taken.iter().flat_map(|(_, option, number)| option.sorts.iter().map(move |sort| (*sort, *number)))
}

fn with(sets: &[Vec<u32>], places: &[u32], number: usize, most: usize) -> Vec<Vec<u32>> {
    let picks = crate::advice::listing::picks(places, number, most);
    sets.iter().flat_map(|set| picks.iter().map(move |pick| set.iter().chain(pick).copied().collect())).take(most).collect()
}
