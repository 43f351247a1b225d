//! A number of countries as what a requirement rests on.
//!
//! Whoever takes it away has to take somebody from every choice of members that carries it. So only carriers are looked at: at most
//! as many members as countries are needed, and for each of them the carriers that are left without it.

use super::vertex_cover::{Fewest, VertexCover};
use crate::engine::rule::{Countries, Matching, Units};
use crate::engine::{Call, Consortium, Country, CountrySet, MemberRef};

/// The members who count for certain, each with its country.
pub(super) struct Spread {
    standing: Vec<Standing>,
    /// How many legal groups the consortium has.
    groups: usize,
    need: usize,
    /// How many countries may be lost.
    slack: usize,
}

/// A member, its legal group if it is in one, and the country that it can stand for.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    place: u32,
    pub(super) group: Option<u32>,
    pub(super) country: Country,
}

impl Spread {
    /// `None` where it does not hold, or holds without anybody.
    pub(super) fn of(call: &Call, rule: &Countries, certain: &[MemberRef], consortium: &Consortium) -> Option<Spread> {
        let stated = |seat: &MemberRef| consortium.alike().get(seat.profile as usize).and_then(|alike| alike.profile.country);
        let country = |seat: &MemberRef| stated(seat).map(|country| call.state_of(country));
        // A member whose country is not stated may be in one that others are in already.
        let standing = |seat: &MemberRef| country(seat).map(|country| Standing { place: seat.place, group: seat.group, country });
        let standing = certain.iter().filter_map(standing).collect();
        let mut spread = Spread { standing, groups: consortium.groups(), need: rule.at_least as usize, slack: 0 };
        spread.slack = spread.carriers(&[]).len().checked_sub(spread.need)?;
        (spread.need > 0).then_some(spread)
    }

    /// As many members as there are countries, each standing for another, once some have left.
    fn carriers(&self, left: &[u32]) -> Vec<u32> {
        let here = || self.standing.iter().filter(|standing| !left.contains(&standing.place));
        let mut units = Units { settled: CountrySet::EMPTY, choices: vec![CountrySet::EMPTY; self.groups] };
        for standing in here() {
            let choice = standing.group.and_then(|group| units.choices.get_mut(group as usize));
            choice.unwrap_or(&mut units.settled).insert(standing.country);
        }
        let matching = Matching::of(&units);
        let stands = |standing: &&Standing| standing.group.is_none_or(|group| matching.unit_of.contains(&(standing.country, group)));
        let mut carriers: Vec<(Country, u32)> = here().filter(stands).map(|standing| (standing.country, standing.place)).collect();
        carriers.sort_unstable();
        carriers.dedup_by_key(|(country, _)| *country);
        carriers.into_iter().map(|(_, place)| place).collect()
    }

    /// Members enough for it once some have left, and no more than enough; `None` where it does not hold.
    fn enough(&self, left: &[u32]) -> Option<Vec<u32>> {
        let mut carriers = self.carriers(left);
        let enough = carriers.len() >= self.need;
        carriers.truncate(self.need);
        enough.then_some(carriers)
    }

    /// One member takes one country at most.
    pub(super) fn alone(&self) -> Vec<u32> {
        if self.slack > 0 {
            return Vec::new();
        }
        self.enough(&[]).into_iter().flatten().filter(|one| self.enough(&[*one]).is_none()).collect()
    }

    pub(super) fn pairs(&self) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        if self.slack > 1 {
            return pairs;
        }
        for one in self.enough(&[]).into_iter().flatten() {
            for other in self.enough(&[one]).into_iter().flatten() {
                if self.enough(&[one, other]).is_none() && self.enough(&[other]).is_some() {
                    pairs.push((one, other));
                }
            }
        }
        pairs
    }

    pub(super) fn fewest(&self) -> Fewest {
        VertexCover::of(&self.standing).fewest(self.need, self.slack)
    }
}
