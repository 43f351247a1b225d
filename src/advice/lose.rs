//! The fewest members whose leaving breaks a minimum that is met.

use crate::engine::{Call, Country, Fit, Member, group};
use std::collections::BTreeMap;

/// Ways of choosing legal groups that are tried before a bound has to do.
const MOST_WAYS: u64 = 50_000;

/// How many have to leave. If `exact`, so many are enough when it is the right ones; if not, it is only sure that fewer are not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Loss {
    pub(super) fewest: u64,
    pub(super) exact: bool,
}

/// For at least so many organisations. A legal group is lost when all of it that count have left, so the smallest go first.
/// `None`: nobody is needed.
pub(super) fn of_count(fits: &[Fit], members: &[Member], at_least: u32) -> Option<Loss> {
    let mut groups: BTreeMap<&str, u64> = BTreeMap::new();
    let mut units: Vec<u64> = Vec::new();
    for member in certain(fits, members) {
        match group(member) {
            Some(group) => *groups.entry(group).or_default() += 1,
            None => units.push(1),
        }
    }
    units.extend(groups.into_values());
    units.sort_unstable();
    let losing = (units.len() + 1).checked_sub(at_least as usize)?;
    (losing <= units.len()).then(|| Loss { fewest: units.iter().take(losing).sum(), exact: true })
}

/// For members from at least so many countries. By König's theorem fewer are left when all who remain are in one of
/// `at_least - 1` countries or legal groups; so as many as possible remain when these hold as many as possible.
/// `None`: nobody is needed.
pub(super) fn of_countries(call: &Call, fits: &[Fit], members: &[Member], at_least: u32) -> Option<Loss> {
    let kept = (at_least as usize).checked_sub(1)?;
    let count = Held::of(call, fits, members);
    let all: u64 = count.countries.iter().sum();
    let ways = (0..=kept).map(|chosen| ways(count.groups.len(), chosen)).fold(0, u64::saturating_add);
    if ways <= MOST_WAYS {
        return Some(Loss { fewest: all - most_kept(&count.groups, &count.countries, kept), exact: true });
    }
    // A group and a country may hold the same members: so no more than this remain.
    let sizes: Vec<u64> = count.countries.iter().copied().chain(count.groups.iter().map(|group| group.iter().sum())).collect();
    Some(Loss { fewest: all.saturating_sub(largest(&sizes, kept)).max(1), exact: false })
}

fn certain<'a>(fits: &[Fit], members: &'a [Member]) -> impl Iterator<Item = &'a Member> {
    members.iter().zip(fits).filter(|(_, fit)| **fit == Fit::Yes).map(|(member, _)| member)
}

/// How many members count in each country, and of each legal group that is in several countries how many of it in each.
struct Held {
    countries: Vec<u64>,
    groups: Vec<Vec<u64>>,
}

impl Held {
    fn of(call: &Call, fits: &[Fit], members: &[Member]) -> Held {
        let mut countries: BTreeMap<Country, u64> = BTreeMap::new();
        let mut groups: BTreeMap<&str, BTreeMap<Country, u64>> = BTreeMap::new();
        for member in certain(fits, members) {
            let Some(country) = member.organisation.country.map(|country| call.state_of(country)) else { continue };
            *countries.entry(country).or_default() += 1;
            if let Some(group) = group(member) {
                *groups.entry(group).or_default().entry(country).or_default() += 1;
            }
        }
        let several = groups.into_values().filter(|held| held.len() > 1);
        let in_each = several.map(|held| countries.keys().map(|country| held.get(country).copied().unwrap_or(0)).collect());
        Held { groups: in_each.collect(), countries: countries.into_values().collect() }
    }
}

/// The most members that so many countries and groups hold. Which groups is tried; the rest are then the largest countries.
fn most_kept(groups: &[Vec<u64>], countries: &[u64], kept: usize) -> u64 {
    let mut most = largest(countries, kept);
    let mut rest = groups;
    while let (Some((group, others)), true) = (rest.split_first(), kept > 0) {
        let without: Vec<u64> = countries.iter().zip(group).map(|(all, own)| all - own).collect();
        most = most.max(group.iter().sum::<u64>() + most_kept(others, &without, kept - 1));
        rest = others;
    }
    most
}

fn largest(sizes: &[u64], kept: usize) -> u64 {
    let mut sizes = sizes.to_vec();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    sizes.iter().take(kept).sum()
}

/// In how many ways so many of all can be chosen.
fn ways(all: usize, chosen: usize) -> u64 {
    (0..chosen).fold(1u64, |ways, taken| match all.checked_sub(taken) {
        Some(left) => ways.saturating_mul(left as u64) / (taken as u64 + 1),
        None => 0,
    })
}
