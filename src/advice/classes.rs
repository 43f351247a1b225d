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

fn sorted<'a, K: Ord>(members: &'a [Member], key: impl Fn(&'a Member) -> K) -> Vec<Vec<u32>> {
    let mut classes: BTreeMap<K, Vec<u32>> = BTreeMap::new();
    for (place, member) in (0..).zip(members) {
        classes.entry(key(member)).or_default().push(place);
    }
    classes.into_values().collect()
}
