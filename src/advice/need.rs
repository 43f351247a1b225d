//! What a consortium still needs of its members: for each mandatory requirement that counts them, how many more.

use super::mandatory;
use crate::engine::rule::{Context, covered};
use crate::engine::{Call, Consortium, Country, CountrySet, Exclusion, Fit, Member, Profile, Reading, Role, Rule, Selector};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How sure the plan is to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Aim {
    /// Every mandatory requirement is met.
    Met,
    /// It stays met whoever leaves.
    Safe,
}

/// What is missing for one requirement.
#[derive(Clone, Debug)]
pub(super) struct Need {
    /// The requirement's place in the call.
    pub(super) requirement: usize,
    /// Who would help.
    pub(super) of: Selector,
    /// How many are missing, of what `what` says; never 0.
    pub(super) missing: u32,
    pub(super) what: What,
}

/// What is missing.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// Independent organisations. Who joins a legal group that counts already helps nothing.
    Organisations { standing: Vec<Rc<str>> },
    /// Different countries.
    Countries(Covered),
    /// Somebody who may be the applicant.
    Leader,
}

/// The countries that members stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Covered {
    /// Those of members who have no choice.
    pub(super) settled: CountrySet,
    /// Legal groups, each with the countries that it can choose from.
    pub(super) groups: BTreeMap<Rc<str>, CountrySet>,
}

impl Covered {
    /// How many countries are stood for at most.
    pub(super) fn rank(&self) -> u32 {
        covered(self.settled, self.groups.values().copied().collect()).len() as u32
    }

    fn insert(&mut self, country: Country, group: Option<&Rc<str>>) {
        match group {
            Some(group) => self.groups.entry(group.clone()).or_default().insert(country),
            None => self.settled.insert(country),
        }
    }
}

/// The call's way of counting.
pub(super) struct Counting<'a> {
    pub(super) call: &'a Call,
    pub(super) reading: Reading,
    exclusions: Vec<Exclusion>,
}

impl<'a> Counting<'a> {
    pub(super) fn of(call: &'a Call, reading: Reading) -> Counting<'a> {
        Counting { call, reading, exclusions: Exclusion::all(call) }
    }

    /// What rules are asked about such a consortium.
    pub(super) fn case<'b>(&'b self, consortium: &'b Consortium) -> Context<'b> {
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

    /// What a call asks of everybody who takes part: what only such members may.
    pub(super) fn allowed(&self) -> Vec<Selector> {
        let of_everybody =
            |of: &Selector| of.roles.contains(Role::Partner) && of.kinds.is_none() && of.class.is_none() && of.attribute.is_none();
        let rules = mandatory(self.call.requirements()).map(|(_, one)| one.rule_in(self.reading));
        rules
            .filter_map(|rule| if let Rule::Only(only) = rule { Some(only) } else { None })
            .filter(|only| of_everybody(&only.of))
            .map(|only| only.allowed)
            .collect()
    }

    /// What is missing, in call order.
    pub(super) fn needs(&self, members: &[Member], aim: Aim) -> Vec<Need> {
        let mut needs = Vec::new();
        for (requirement, one) in mandatory(self.call.requirements()) {
            let found = match one.rule_in(self.reading) {
                Rule::Count(rule) => Some((rule.of, self.organisations(&rule.of, rule.at_least, members, aim))),
                Rule::Countries(rule) => Some((rule.of, self.countries(&rule.of, rule.at_least, members, aim))),
                Rule::Coordinator(rule) => Some((rule.of, self.leader(&rule.of, members, aim))),
                // Calls with these are searched otherwise; an `only` bars newcomers, and needs none.
                Rule::AtMost(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_) | Rule::Only(_) => None,
                Rule::EveryMember(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => None,
            };
            if let Some((of, (missing, what))) = found.filter(|(_, (missing, _))| *missing > 0) {
                needs.push(Need { requirement, of, missing, what });
            }
        }
        needs
    }

    pub(super) fn organisations(&self, of: &Selector, at_least: u32, members: &[Member], aim: Aim) -> (u32, What) {
        let (mut alone, mut groups) = (0, BTreeMap::<Rc<str>, u32>::new());
        for member in members.iter().filter(|member| self.counts(of, &Profile::of(member))) {
            match group(&member.organisation.group) {
                Some(group) => *groups.entry(group.clone()).or_default() += 1,
                None => alone += 1,
            }
        }
        let have = alone + groups.len() as u32;
        // A legal group of several is not lost with one of them; all that may be added can be.
        let fragile = alone > 0 || groups.values().any(|members| *members == 1);
        let missing = match aim {
            Aim::Met => at_least.saturating_sub(have),
            Aim::Safe if have.saturating_sub(u32::from(fragile)) >= at_least => 0,
            Aim::Safe => (at_least + 1).saturating_sub(have),
        };
        (missing, What::Organisations { standing: groups.into_keys().collect() })
    }

    pub(super) fn countries(&self, of: &Selector, at_least: u32, members: &[Member], aim: Aim) -> (u32, What) {
        let counted: Vec<(Country, Option<&Rc<str>>)> = members
            .iter()
            .filter(|member| self.counts(of, &Profile::of(member)))
            .filter_map(|member| Some((self.call.state_of(member.organisation.country?), group(&member.organisation.group))))
            .collect();
        let covered = |but: Option<usize>| {
            let mut covered = Covered::default();
            counted.iter().enumerate().filter(|(place, _)| Some(*place) != but).for_each(|(_, one)| covered.insert(one.0, one.1));
            covered
        };
        let all = covered(None);
        let have = all.rank();
        let missing = match aim {
            Aim::Met => at_least.saturating_sub(have),
            // One leaver takes one country at most.
            Aim::Safe if have > at_least || (have == at_least && stays(&counted, at_least, covered)) => 0,
            Aim::Safe => (at_least + 1).saturating_sub(have),
        };
        (missing, What::Countries(all))
    }

    /// Where no member could be the applicant, somebody who is added has to be.
    pub(super) fn leader(&self, of: &Selector, members: &[Member], aim: Aim) -> (u32, What) {
        let enough = match aim {
            Aim::Met => 1,
            Aim::Safe => 2,
        };
        let leaders = self.leaders(of, members).len().min(enough);
        ((enough - leaders) as u32, What::Leader)
    }
}

/// Whether so many countries are left whoever leaves.
fn stays(counted: &[(Country, Option<&Rc<str>>)], at_least: u32, covered: impl Fn(Option<usize>) -> Covered) -> bool {
    // Somebody else from the same country and group makes up for whoever leaves.
    let alone = |place: &usize| counted.get(*place).is_some_and(|one| counted.iter().filter(|other| *other == one).count() == 1);
    (0..counted.len()).filter(alone).all(|place| covered(Some(place)).rank() >= at_least)
}

/// The legal group, if it is one.
pub(super) fn group(group: &Option<Rc<str>>) -> Option<&Rc<str>> {
    group.as_ref().filter(|group| !group.is_empty())
}
