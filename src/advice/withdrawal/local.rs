//! What each country brings, and exact numbers of countries, as what a requirement rests on: one country's members decide about it,
//! whoever else is there.

use super::vertex_cover::Fewest;
use crate::engine::rule::{EachCountry, ExactCountries};
use crate::engine::{Call, Consortium, Country, Exclusion, Fit, KindSet, OrganisationKind, Profile, Selector, certain};
use std::collections::{BTreeMap, BTreeSet};

/// A member who counts, or may.
struct Local {
    place: u32,
    group: Option<u32>,
    /// Whether it counts for certain.
    is_sure: bool,
    /// The needs that it helps for certain, and those that it helps if it counts at all; as bits.
    sure: u8,
    hopeful: u8,
}

/// A country's members.
struct Home {
    members: Vec<Local>,
}

/// The countries, and what each of them needs.
pub(super) struct Brought {
    countries: Vec<Home>,
    needs: Vec<usize>,
}

impl Brought {
    pub(super) fn of(call: &Call, rule: &EachCountry, consortium: &Consortium) -> Brought {
        let exclusions = Exclusion::all(call);
        let fit = |of: &Selector, profile: &Profile| of.fit_counted(call, &exclusions, profile);
        let helpers: Vec<(Selector, u32)> = rule.helpers().collect();
        let mut countries: BTreeMap<Country, Vec<Local>> = BTreeMap::new();
        for seat in consortium.member_refs() {
            let Some(profile) = consortium.alike().get(seat.profile as usize).map(|alike| alike.profile) else { continue };
            let (Some(country), is_sure) = (profile.country, fit(&rule.of, &profile) == Fit::Yes) else { continue };
            if matches!(fit(&rule.of, &profile), Fit::No(_)) {
                continue;
            }
            let bits = |helps: &dyn Fn(&Selector, KindSet) -> bool| {
                let of_need = (0..8).zip(helpers.iter().zip(&*rule.needs)).filter(|(_, ((of, _), need))| helps(of, need.kinds));
                of_need.fold(0_u8, |bits, (at, _)| bits | 1 << at)
            };
            let sure = bits(&|of, _| fit(of, &profile) == Fit::Yes);
            let kinds = || OrganisationKind::ALL.iter().filter(|kind| profile.kind.is_none_or(|stated| stated == **kind));
            let may_be = |kind: &&OrganisationKind| rule.of.could(call, &exclusions, &profile, **kind, country).0;
            let hopeful = bits(&|_, needed| kinds().filter(may_be).all(|kind| needed.contains(*kind)));
            let local = Local { place: seat.place, group: seat.group, is_sure, sure, hopeful };
            countries.entry(call.state_of(country)).or_default().push(local);
        }
        let countries = countries.into_values().map(|members| Home { members }).collect();
        Brought { countries, needs: helpers.iter().map(|(_, at_least)| *at_least as usize).collect() }
    }

    pub(super) fn alone(&self) -> Vec<u32> {
        let of_country = |country: &Home| {
            let candidates = country.candidates(&self.needs, 1);
            candidates.into_iter().filter(|one| !country.holds(&self.needs, &[*one])).collect::<Vec<u32>>()
        };
        self.countries.iter().flat_map(of_country).collect()
    }

    pub(super) fn pairs(&self) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        for country in &self.countries {
            let all = country.candidates(&self.needs, 2);
            let bears: Vec<u32> = all.into_iter().filter(|one| country.holds(&self.needs, &[*one])).collect();
            for (at, one) in bears.iter().enumerate() {
                let others = bears.iter().skip(at + 1).filter(|other| !country.holds(&self.needs, &[*one, **other]));
                pairs.extend(others.map(|other| (*one, *other)));
            }
        }
        pairs
    }

    /// `None`: nobody's leaving can break it.
    pub(super) fn fewest(&self) -> Option<Fewest> {
        let leavers = self.countries.iter().filter_map(|country| country.fewest(&self.needs)).min()?;
        Some(Fewest { leavers, exact: true })
    }
}

impl Home {
    /// The independent organisations that help a need for certain.
    fn units(&self, need: usize) -> Vec<Vec<u32>> {
        let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut units = Vec::new();
        for member in self.members.iter().filter(|member| member.sure & 1 << need != 0) {
            match member.group {
                Some(group) => groups.entry(group).or_default().push(member.place),
                None => units.push(vec![member.place]),
            }
        }
        units.extend(groups.into_values());
        units.sort_by_key(Vec::len);
        units
    }

    /// Whether what is asked holds here once some have left.
    fn holds(&self, needs: &[usize], left: &[u32]) -> bool {
        let here = || self.members.iter().filter(|member| !left.contains(&member.place));
        if here().any(|member| member.is_sure) {
            let enough = |(need, at_least): (usize, &usize)| {
                let helps = |member: &&Local| member.sure & 1 << need != 0;
                let alone = here().filter(helps).filter(|member| member.group.is_none()).count();
                let groups: BTreeSet<u32> = here().filter(helps).filter_map(|member| member.group).collect();
                alone + groups.len() >= *at_least
            };
            return needs.iter().enumerate().all(enough);
        }
        here().all(|member| member.is_enough(needs))
    }

    /// Everybody who can be among so few whose leaving breaks it.
    fn candidates(&self, needs: &[usize], leavers: usize) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        for (need, at_least) in needs.iter().enumerate() {
            let units = self.units(need);
            if units.len() < *at_least + leavers {
                found.extend(units.iter().filter(|unit| unit.len() <= leavers).flatten());
            }
        }
        let sure = || self.members.iter().filter(|member| member.is_sure).map(|member| member.place);
        if sure().count() <= leavers {
            found.extend(sure());
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn fewest(&self, needs: &[usize]) -> Option<usize> {
        let sure = self.members.iter().filter(|member| member.is_sure).count();
        // Once all who are there for certain have left, whoever may be there is asked for everything.
        let all = (sure > 0 && self.members.iter().any(|member| !member.is_sure && !member.is_enough(needs))).then_some(sure);
        let of_need = |(need, at_least): (usize, &usize)| {
            // Somebody has to stay who is there for certain, and whom that leaves wanting.
            let stays = *at_least > 1 || self.members.iter().any(|member| member.is_sure && member.sure & 1 << need == 0);
            let units = self.units(need);
            let lost = units.len().checked_sub(at_least.checked_sub(1)?)?;
            stays.then(|| units.iter().take(lost).map(Vec::len).sum::<usize>())
        };
        needs.iter().enumerate().filter_map(of_need).chain(all).min()
    }
}

impl Local {
    /// Whether it brings everything by itself, if it counts.
    fn is_enough(&self, needs: &[usize]) -> bool {
        needs.iter().enumerate().all(|(need, at_least)| *at_least == 0 || *at_least == 1 && self.hopeful & 1 << need != 0)
    }
}

/// Sets of members, each of whom somebody has to stay.
pub(super) struct Sets(Vec<Vec<u32>>);

impl Sets {
    /// The members of each country that counts. Whoever counts somewhere that is not stated is one of a set of their own.
    pub(super) fn of(call: &Call, rule: &ExactCountries, consortium: &Consortium) -> Sets {
        let mut sets: BTreeMap<Option<Country>, Vec<u32>> = BTreeMap::new();
        for seat in certain(call, consortium, &rule.of) {
            let stated = consortium.alike().get(seat.profile as usize).and_then(|alike| alike.profile.country);
            sets.entry(stated.map(|country| call.state_of(country))).or_default().push(seat.place);
        }
        // Where there are countries that are stated, those who are somewhere are in one of them: else it would not hold.
        if sets.len() > 1 {
            sets.remove(&None);
        }
        Sets(if rule.exactly > 0 { sets.into_values().collect() } else { Vec::new() })
    }

    pub(super) fn alone(&self) -> Vec<u32> {
        let of_set = |set: &Vec<u32>| if let [one] = set.as_slice() { Some(*one) } else { None };
        self.0.iter().filter_map(of_set).collect()
    }

    pub(super) fn pairs(&self) -> Vec<(u32, u32)> {
        let of_set = |set: &Vec<u32>| if let [one, other] = set.as_slice() { Some((*one, *other)) } else { None };
        self.0.iter().filter_map(of_set).collect()
    }

    pub(super) fn fewest(&self) -> Option<Fewest> {
        Some(Fewest { leavers: self.0.iter().map(Vec::len).min()?, exact: true })
    }
}
