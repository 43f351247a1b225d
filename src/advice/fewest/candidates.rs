//! Who could join: organisations of the pool, or any organisation there could be, as classes of those who contribute the same.

use super::constraint::{Constraint, Form, Problem};
use super::contribution::Marks;
use crate::advice::counting::group;
use crate::engine::{Attribute, Attributes, Country, Organisation, OrganisationKind, Profile, Role, Rule};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Newcomers who contribute the same, from one country, in one legal group.
#[derive(Clone, Debug)]
pub(super) struct Class {
    pub(super) profile: Profile,
    pub(super) country: Option<Country>,
    pub(super) group: Option<Rc<str>>,
    pub(super) marks: Marks,
    /// Their places in the pool; of organisations that there could be, none, and as many as are wanted.
    pub(super) places: Vec<u32>,
}

/// Classes by what sets them apart.
type ByKey = BTreeMap<(Option<Country>, Option<Rc<str>>, Marks), Class>;

impl Class {
    pub(super) fn is_unnamed(&self) -> bool {
        self.places.is_empty()
    }
}

impl Problem<'_> {
    /// The pool as classes. Who may not take part, or cannot help, is left out.
    pub(super) fn pool_classes(&self, pool: &[Rc<Organisation>]) -> Vec<Class> {
        let mut known: BTreeMap<u64, Option<Marks>> = BTreeMap::new();
        let mut classes: ByKey = BTreeMap::new();
        for (place, organisation) in (0..).zip(pool) {
            let profile = Profile::of(&super::partner(organisation.clone()));
            let of_profile = || self.marks(&profile).filter(|_| self.counting.is_welcome(&profile));
            let Some(marks) = known.entry(profile.key()).or_insert_with(of_profile) else { continue };
            let group = group(&organisation.group).cloned();
            // In a legal group somebody may help who weighs against by itself.
            if self.helped(marks) == 0 && group.is_none() {
                continue;
            }
            let country = profile.country.map(|country| self.counting.call.state_of(country));
            let key = (country, group.clone(), marks.clone());
            let class = || Class { profile, country, group, marks: marks.clone(), places: Vec::new() };
            classes.entry(key).or_insert_with(class).places.push(place);
        }
        classes.into_values().collect()
    }

    /// Any organisation there could be in a country, without those that others do better than: in no smallest set is a newcomer
    /// needed of whom another does all, and no more harm.
    pub(super) fn anybody_from(&self, country: Country) -> Vec<Class> {
        let mut found: Vec<Class> = Vec::new();
        for profile in self.profiles(country) {
            let Some(marks) = self.marks(&profile).filter(|marks| self.helped(marks) > 0) else { continue };
            if !self.counting.is_welcome(&profile) || found.iter().any(|other| self.is_no_worse(&other.marks, &marks)) {
                continue;
            }
            found.retain(|other| !self.is_no_worse(&marks, &other.marks));
            found.push(Class { profile, country: Some(country), group: None, marks, places: Vec::new() });
        }
        found
    }

    /// Every kind with every set of the attributes that rules ask for, small sets first. All that every member must show, it shows.
    pub(super) fn profiles(&self, country: Country) -> impl Iterator<Item = Profile> {
        self.attribute_sets()
            .into_iter()
            .flat_map(move |attributes| OrganisationKind::ALL.iter().map(move |kind| newcomer(*kind, country, attributes)))
    }

    /// Everything that newcomers can say of the attributes that mandatory rules about them ask for, little first. An attribute is only
    /// denied where it can do harm to have it.
    pub(super) fn attribute_sets(&self) -> Vec<Attributes> {
        let (asked, harmful) = self.attributes();
        let mut sets = vec![Attributes::default()];
        for attribute in asked {
            let held = sets.iter().map(|set| set.with(attribute, Some(true)));
            let denied = sets.iter().filter(|_| harmful.contains(&attribute)).map(|set| set.with(attribute, Some(false)));
            let more: Vec<Attributes> = held.chain(denied).collect();
            sets.extend(more);
        }
        sets.sort_by_key(|set| set.stated().count());
        sets
    }

    /// The attributes that rules about newcomers ask for; and those of them that can do harm to have.
    fn attributes(&self) -> (BTreeSet<Attribute>, BTreeSet<Attribute>) {
        let (mut asked, mut harmful) = (BTreeSet::new(), BTreeSet::new());
        for (_, one) in crate::advice::mandatory(self.counting.call.requirements()) {
            let rule = one.rule_in(self.counting.reading);
            let of = rule.selector().and_then(|of| of.attribute);
            match rule {
                Rule::Compare(rule) => harmful.extend(of.into_iter().chain(rule.against.attribute)),
                Rule::AtMost(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) => harmful.extend(of),
                // A newcomer is a partner.
                Rule::Only(rule) if !rule.of.roles.contains(Role::Partner) => {}
                Rule::Only(rule) => {
                    harmful.extend(of);
                    asked.extend(rule.allowed.attribute);
                }
                Rule::Count(_) | Rule::Countries(_) | Rule::Coordinator(_) | Rule::EveryMember(_) => asked.extend(of),
                Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => {}
            }
        }
        asked.extend(harmful.iter().copied());
        (asked, harmful)
    }

    /// How many countries there can be use for beyond those that newcomers can all join.
    ///
    /// Where it does not matter who else is from a country, newcomers for one constraint can be from the same new countries as those for
    /// another, so as many are enough as the one that misses most.
    pub(super) fn wanted_countries(&self) -> usize {
        let counted = self.constraints.iter().filter(|one| matches!(one.form, Form::Countries(_) | Form::Exactly { .. }));
        let missing = counted.map(|one| one.missing.max(0) as usize);
        let is_local = |one: &Constraint<'_>| matches!(one.form, Form::Exactly { .. } | Form::PerCountry(_));
        if self.constraints.iter().any(is_local) { missing.sum() } else { missing.max().unwrap_or(0) }
    }
}

pub(super) fn newcomer(kind: OrganisationKind, country: Country, attributes: Attributes) -> Profile {
    let (charter, added_value, committed) = (Some(true), true, true);
    Profile { country: Some(country), kind: Some(kind), charter, attributes, role: Role::Partner, added_value, committed }
}
