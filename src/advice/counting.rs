//! How a call counts members: who fits, who could lead, and how many independent organisations and countries there are.

use super::mandatory;
use crate::engine::rule::{Context, covered};
use crate::engine::{Call, Consortium, Country, Exclusion, Fit, Member, Profile, Reading, Role, Rule, Selector};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A call in one reading, with who is left out of every count.
pub(super) struct Counting<'a> {
    pub(super) call: &'a Call,
    pub(super) reading: Reading,
    exclusions: Vec<Exclusion>,
}

/// Independent organisations that count for certain.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    /// Members in no legal group.
    pub(super) alone: u32,
    /// Legal groups, each with how many of its members count.
    pub(super) groups: BTreeMap<Rc<str>, u32>,
}

impl Units {
    pub(super) fn number(&self) -> u32 {
        self.alone + self.groups.len() as u32
    }

    /// Whether one member can take a unit away by leaving. A legal group of several is not lost with one of them.
    pub(super) fn is_fragile(&self) -> bool {
        self.alone > 0 || self.groups.values().any(|members| *members == 1)
    }
}

/// The countries of those who count for certain.
#[derive(Clone, Debug, Default)]
pub(super) struct Presence {
    /// Countries of members in no legal group, each with how many members.
    pub(super) alone: BTreeMap<Country, u32>,
    /// Legal groups, each with the countries of its members and how many are there.
    pub(super) groups: BTreeMap<Rc<str>, BTreeMap<Country, u32>>,
}

impl Presence {
    /// How many different countries these stand for: the size of a maximum matching, as a legal group stands for one country.
    pub(super) fn rank(&self) -> u32 {
        let settled = self.alone.iter().filter(|(_, members)| **members > 0).map(|(country, _)| *country).collect();
        let countries =
            |own: &BTreeMap<Country, u32>| own.iter().filter(|(_, members)| **members > 0).map(|(country, _)| *country).collect();
        covered(settled, self.groups.values().map(countries).collect()).len() as u32
    }

    /// Whether so many countries are left whoever leaves.
    pub(super) fn stays(&self, at_least: u32) -> bool {
        let mut rest = self.clone();
        let alone: Vec<Country> = self.alone.iter().filter(|(_, members)| **members == 1).map(|(country, _)| *country).collect();
        let lost_alone = alone.into_iter().all(|country| {
            let stays = rest.without(country, None) >= at_least;
            rest.alone.insert(country, 1);
            stays
        });
        let places = self.groups.iter().flat_map(|(group, own)| own.iter().map(move |(country, members)| (group, *country, *members)));
        let mut lost_in_group = places.filter(|(_, _, members)| *members == 1).map(|(group, country, _)| {
            let stays = rest.without(country, Some(group)) >= at_least;
            rest.groups.entry(group.clone()).or_default().insert(country, 1);
            stays
        });
        lost_alone && lost_in_group.all(|stays| stays)
    }

    fn without(&mut self, country: Country, group: Option<&Rc<str>>) -> u32 {
        match group {
            None => drop(self.alone.insert(country, 0)),
            Some(group) => drop(self.groups.entry(group.clone()).or_default().insert(country, 0)),
        }
        self.rank()
    }
}

impl<'a> Counting<'a> {
    pub(super) fn of(call: &'a Call, reading: Reading) -> Counting<'a> {
        Counting { call, reading, exclusions: Exclusion::all(call) }
    }

    /// What rules are asked about such a consortium.
    pub(super) fn context<'b>(&'b self, consortium: &'b Consortium) -> Context<'b> {
        Context { call: self.call, consortium, exclusions: &self.exclusions, explain: false }
    }

    /// How a member fits for counting.
    pub(super) fn fit(&self, of: &Selector, profile: &Profile) -> Fit {
        of.fit_counted(self.call, &self.exclusions, profile)
    }

    /// Whether a member counts, whatever the facts that are not stated.
    pub(super) fn counts(&self, of: &Selector, profile: &Profile) -> bool {
        self.fit(of, profile) == Fit::Yes
    }

    /// Whether it could be the applicant, whatever the facts that are not stated.
    pub(super) fn leads(&self, of: &Selector, profile: &Profile) -> bool {
        matches!(profile.role, Role::Applicant | Role::Partner) && self.counts(of, &Profile { role: Role::Applicant, ..*profile })
    }

    /// The places of those who could be the applicant.
    pub(super) fn leaders(&self, of: &Selector, members: &[Member]) -> Vec<u32> {
        (0..).zip(members).filter(|(_, member)| self.leads(of, &Profile::of(member))).map(|(place, _)| place).collect()
    }

    /// Whether a newcomer breaks nothing that every member must show, and may take part.
    pub(super) fn is_welcome(&self, profile: &Profile) -> bool {
        mandatory(self.call.requirements()).all(|(_, one)| match one.rule_in(self.reading) {
            Rule::EveryMember(rule) => !rule.is_lacking(self.call, profile),
            Rule::Only(rule) => !rule.bars(self.call, profile),
            Rule::Count(_) | Rule::AtMost(_) | Rule::Countries(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) => true,
            Rule::Compare(_) | Rule::Coordinator(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => true,
        })
    }

    /// The independent organisations that count.
    pub(super) fn units(&self, of: &Selector, members: &[Member]) -> Units {
        let mut units = Units::default();
        for member in members.iter().filter(|member| self.counts(of, &Profile::of(member))) {
            match group(&member.organisation.group) {
                Some(group) => *units.groups.entry(group.clone()).or_default() += 1,
                None => units.alone += 1,
            }
        }
        units
    }

    /// The countries that those who count are from.
    pub(super) fn presence(&self, of: &Selector, members: &[Member]) -> Presence {
        let mut presence = Presence::default();
        for member in members.iter().filter(|member| self.counts(of, &Profile::of(member))) {
            let Some(country) = member.organisation.country.map(|country| self.call.state_of(country)) else { continue };
            let own = match group(&member.organisation.group) {
                Some(group) => presence.groups.entry(group.clone()).or_default(),
                None => &mut presence.alone,
            };
            *own.entry(country).or_default() += 1;
        }
        presence
    }
}

/// The legal group, if it is one.
pub(super) fn group(group: &Option<Rc<str>>) -> Option<&Rc<str>> {
    group.as_ref().filter(|group| !group.is_empty())
}
