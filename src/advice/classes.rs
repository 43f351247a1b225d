//! Members whom no rule can tell apart: what is found of one holds of all, so a thousand members need few evaluations.

use crate::engine::{Member, Profile, group};
use std::collections::BTreeMap;

/// The members by profile and legal group, each class in order of place.
pub(super) fn by_group(members: &[Member]) -> Vec<Vec<u32>> {
    sorted(members, |member| (Profile::of(member).key(), group(member)))
}

/// The members by profile alone, where legal groups do not matter.
pub(super) fn by_profile(members: &[Member]) -> Vec<Vec<u32>> {
    sorted(members, |member| Profile::of(member).key())
}

/// One of each of those who make the same difference by leaving: by profile, and by the profiles of the legal group that stays.
pub(super) fn leavers(members: &[Member]) -> Vec<u32> {
    let mut of_group: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for member in members {
        group(member).into_iter().for_each(|group| of_group.entry(group).or_default().push(Profile::of(member).key()));
    }
    of_group.values_mut().for_each(|profiles| profiles.sort_unstable());
    let alike = sorted(members, |member| (Profile::of(member).key(), group(member).and_then(|group| of_group.get(group))));
    alike.into_iter().filter_map(|class| class.first().copied()).collect()
}

fn sorted<'a, K: Ord>(members: &'a [Member], key: impl Fn(&'a Member) -> K) -> Vec<Vec<u32>> {
    let mut classes: BTreeMap<K, Vec<u32>> = BTreeMap::new();
    for (place, member) in (0..).zip(members) {
        classes.entry(key(member)).or_default().push(place);
    }
    classes.into_values().collect()
}
