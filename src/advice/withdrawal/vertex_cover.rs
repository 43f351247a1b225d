//! The fewest members whose leaving takes away a country too many.
//!
//! Fewer than `need` countries can be stood for exactly where `need - 1` countries and legal groups cover every member who is left
//! (Kőnig's theorem, on units and countries). So the fewest leavers are the members outside the best such cover. A group whose
//! members are all in one country is never better than that country; of the groups that span several, the ways to take some are
//! searched, and for each the countries with most members follow.

use super::countries::Standing;
use crate::engine::Country;

/// How many members have to leave at the fewest until something does not hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::advice) struct Fewest {
    pub(in crate::advice) leavers: usize,
    /// Whether it is that many, or at least that many.
    pub(in crate::advice) exact: bool,
}

impl Fewest {
    /// The fewest until one of several does not hold. `None`: there is none.
    pub(super) fn of_all(all: impl Iterator<Item = Fewest>) -> Option<Fewest> {
        all.min_by_key(|fewest| (fewest.leavers, !fewest.exact))
    }
}

/// Countries that are looked at over all ways to take legal groups: enough for every way to take some of sixteen groups in as many
/// countries, and some milliseconds at most.
const MOST_LOOKS: usize = 1 << 20;

/// A search for countries and legal groups that cover the most members.
pub(super) struct VertexCover {
    members: usize,
    /// The members in each country who are not covered by a group.
    in_country: Vec<usize>,
    /// Legal groups with members in several countries, largest first.
    wide: Vec<Wide>,
    most: usize,
    looks_left: usize,
}

/// A legal group: how many members, and of them how many in each country, by its place.
struct Wide {
    members: usize,
    by_country: Vec<(usize, usize)>,
}

impl VertexCover {
    pub(super) fn of(standing: &[Standing]) -> VertexCover {
        let mut countries: Vec<Country> = standing.iter().map(|standing| standing.country).collect();
        countries.sort_unstable();
        let in_country = countries.chunk_by(|one, next| one == next).map(<[Country]>::len).collect();
        countries.dedup();
        let place = |standing: &Standing| countries.binary_search(&standing.country).ok();
        let mut grouped: Vec<(u32, usize)> = standing.iter().filter_map(|standing| standing.group.zip(place(standing))).collect();
        grouped.sort_unstable();
        let group = |members: &[(u32, usize)]| Wide {
            members: members.len(),
            by_country: members
                .chunk_by(|one, next| one == next)
                .filter_map(|alike| alike.first().map(|(_, country)| (*country, alike.len())))
                .collect(),
        };
        let mut wide: Vec<Wide> = grouped.chunk_by(|one, next| one.0 == next.0).map(group).collect();
        wide.retain(|group| group.by_country.len() > 1);
        wide.sort_by_key(|group| std::cmp::Reverse(group.members));
        VertexCover { members: standing.len(), in_country, wide, most: 0, looks_left: MOST_LOOKS }
    }

    /// The members outside the best cover of `need - 1`. Where the search is broken off, at least as many as are outside any.
    pub(super) fn fewest(mut self, need: usize, slack: usize) -> Fewest {
        let covers = need.saturating_sub(1);
        let top = self.top();
        let bound = self.bound(0, covers, &top).max(most_of(&top, covers));
        self.search(0, covers, 0);
        let exact = self.looks_left > 0;
        // A member takes one country at most, so more than the slack have to leave.
        let leavers = self.members.saturating_sub(if exact { self.most } else { bound }).max(slack + 1);
        Fewest { leavers, exact }
    }

    /// With some groups taken, whose members are covered: takes the largest countries, or one more of the groups from a place on.
    fn search(&mut self, from: usize, left: usize, covered: usize) {
        self.looks_left = self.looks_left.saturating_sub(self.in_country.len());
        let top = self.top();
        self.most = self.most.max(covered + most_of(&top, left));
        for at in from..self.wide.len() {
            // The groups that follow are no larger, so what cannot help here cannot help later.
            if left == 0 || self.looks_left == 0 || covered + self.bound(at, left, &top) <= self.most {
                return;
            }
            let members = self.take(at, true);
            self.search(at + 1, left - 1, covered + members);
            self.take(at, false);
        }
    }

    /// Takes a group's members out of their countries, or puts them back; says how many they are.
    fn take(&mut self, at: usize, out: bool) -> usize {
        let Some(group) = self.wide.get(at) else { return 0 };
        for (country, members) in &group.by_country {
            if let Some(all) = self.in_country.get_mut(*country) {
                *all = if out { all.saturating_sub(*members) } else { *all + *members };
            }
        }
        group.members
    }

    /// The members in the largest countries: in none, in one, in two …
    fn top(&self) -> Vec<usize> {
        let mut sizes = self.in_country.clone();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        let mut sum = 0;
        let sums = sizes.into_iter().map(|size| {
            sum += size;
            sum
        });
        std::iter::once(0).chain(sums).collect()
    }

    /// No fewer than `left` groups and countries can cover, at least one group from a place on among them.
    fn bound(&self, from: usize, left: usize, top: &[usize]) -> usize {
        let (mut of_groups, mut most) = (0, 0);
        for (group, taken) in self.wide.iter().skip(from).zip(1..=left) {
            of_groups += group.members;
            most = most.max(of_groups + most_of(top, left - taken));
        }
        most
    }
}

/// The members in that many of the largest countries, or in all where there are fewer.
fn most_of(top: &[usize], countries: usize) -> usize {
    top.get(countries).or(top.last()).copied().unwrap_or(0)
}
