//! What a call asks of its members where more members can also do harm: one number for each requirement says how far it is.

use super::effect::Effect;
use crate::advice::mandatory;
use crate::advice::need::{Aim, Counting, Covered, What as Missing};
use crate::engine::rule::{Compare, Context, EachCountry, covered};
use crate::engine::{Consortium, Country, Fit, Member, Profile, Project, Rule, Selector};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Countries that legal groups choose from are remembered one by one; with more of them there is no exact answer.
const MOST_CONTESTED: usize = 6;

/// A mandatory requirement about members, and how far the present members bring it.
#[derive(Debug)]
pub(super) struct Ask<'a> {
    /// The requirement's place in the call.
    pub(super) requirement: usize,
    pub(super) of: Selector,
    pub(super) what: What<'a>,
    /// How many are missing; how many more there may be; by how much those who count outweigh the others.
    pub(super) left: i64,
}

#[derive(Debug)]
pub(super) enum What<'a> {
    /// At least so many independent organisations.
    Count,
    /// Somebody who could be the applicant.
    Leader,
    /// At least so many countries.
    Countries(Ranked),
    /// No more than so many.
    AtMost,
    /// Exactly so many countries. `nowhere`: one who counts for certain, in a country that is not stated, is the only country.
    Exact { nowhere: bool },
    /// In each country.
    Each(&'a EachCountry),
    /// No fewer than others.
    Compare(&'a Compare),
}

/// Countries that are covered, where legal groups may choose.
#[derive(Debug)]
pub(super) struct Ranked {
    /// Covered whatever the groups choose.
    covered: Covered,
    /// Countries that a group could stand for and a newcomer take.
    pub(super) contested: Vec<Country>,
    /// Whether it is enough, by how many fresh countries there are and which of the contested ones are taken.
    enough: Vec<bool>,
}

impl Ranked {
    /// `None`: too many to choose from.
    fn of(known: &Covered, at_least: u32, missing: u32) -> Option<Ranked> {
        let mut all = known.clone();
        let (single, wide): (Vec<_>, Vec<_>) = known.groups.iter().partition(|(_, own)| own.len() < 2);
        single.iter().for_each(|(_, own)| all.settled.insert_all(own));
        all.groups = wide.into_iter().map(|(group, own)| (group.clone(), *own)).collect();
        let open = all.groups.values().flat_map(|own| own.iter()).filter(|country| missing > 0 && !all.settled.contains(*country));
        let mut contested: Vec<Country> = open.collect();
        contested.sort_unstable();
        contested.dedup();
        if contested.len() > MOST_CONTESTED {
            return None;
        }
        let rank = |taken: usize| {
            let mut settled = all.settled;
            (0..).zip(&contested).filter(|(at, _)| taken & (1 << at) != 0).for_each(|(_, country)| settled.insert(*country));
            covered(settled, all.groups.values().copied().collect()).len()
        };
        let by_taken: Vec<usize> = (0..1 << contested.len()).map(rank).collect();
        let with = |fresh: u32| by_taken.iter().map(move |rank| rank + fresh as usize >= at_least as usize);
        let enough = (0..=missing).flat_map(with).collect();
        Some(Ranked { covered: all, contested, enough })
    }

    pub(super) fn settled(&self, country: Country) -> bool {
        self.covered.settled.contains(country)
    }

    /// Once one more country is taken.
    pub(super) fn take(&self, digit: u32, country: Country) -> u32 {
        match self.contested.iter().position(|other| *other == country) {
            Some(at) => digit | 1 << at,
            None => {
                let more = digit + (1 << self.contested.len());
                if (more as usize) < self.enough.len() { more } else { digit }
            }
        }
    }
}

impl Ask<'_> {
    /// How many numbers there are to say how far it is, if at most so many join.
    pub(super) fn size(&self, most: i64) -> usize {
        let least = match &self.what {
            What::Countries(ranked) => return ranked.enough.len(),
            What::Compare(rule) => i64::from(rule.times) * most + most,
            What::AtMost => self.left.min(most),
            What::Each(_) => 0,
            What::Count | What::Leader | What::Exact { .. } => self.left,
        };
        least.max(0) as usize + 1
    }

    /// How far it is now. `None`: too far for so many to mend.
    pub(super) fn start(&self, most: i64) -> Option<u32> {
        let start = match &self.what {
            What::Countries(_) | What::Each(_) => 0,
            What::Compare(rule) => self.left.min(most) + i64::from(rule.times) * most,
            What::AtMost => self.left.min(most),
            What::Count | What::Leader => self.left.max(0),
            What::Exact { .. } => self.left,
        };
        u32::try_from(start).ok()
    }

    /// Whether it holds then.
    pub(super) fn is_done(&self, digit: u32, most: i64) -> bool {
        match &self.what {
            What::Countries(ranked) => ranked.enough.get(digit as usize).copied().unwrap_or(false),
            What::Compare(rule) => i64::from(digit) >= i64::from(rule.times) * most,
            What::AtMost | What::Each(_) => true,
            What::Count | What::Leader => digit == 0,
            What::Exact { nowhere } => digit == 0 || *nowhere && digit == 1,
        }
    }

    /// Whether newcomers can still bring it anything.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.what, What::Count | What::Leader | What::Countries(_)) || self.left > 0
    }
}

/// The members, and what is asked.
pub(super) struct Frame<'a> {
    pub(super) counting: &'a Counting<'a>,
    pub(super) consortium: Consortium,
    pub(super) asks: Vec<Ask<'a>>,
    /// What newcomers do who were looked at already, by the keys of their profiles.
    pub(super) known: RefCell<BTreeMap<u64, Option<Effect>>>,
}

impl<'a> Frame<'a> {
    /// `None`: there are too many legal groups in several countries.
    pub(super) fn of(counting: &'a Counting<'a>, members: &[Member]) -> Option<Frame<'a>> {
        let consortium = Consortium::new(members.to_vec(), Project::default());
        let mut frame = Frame { counting, consortium, asks: Vec::new(), known: RefCell::default() };
        for (requirement, one) in mandatory(counting.call.requirements()) {
            let rule = one.rule_in(counting.reading);
            if let (Some(of), Some((what, left))) = (rule.selector(), frame.ask(rule)?) {
                frame.asks.push(Ask { requirement, of: *of, what, left });
            }
        }
        Some(frame)
    }

    pub(super) fn case(&self) -> Context<'_> {
        self.counting.case(&self.consortium)
    }

    /// What a rule asks, with how far it is. `None`: too many groups; inside, that it asks nothing that can be added.
    fn ask(&self, rule: &'a Rule) -> Option<Option<(What<'a>, i64)>> {
        let (counting, members) = (self.counting, self.consortium.members());
        Some(Some(match rule {
            Rule::Count(rule) => (What::Count, i64::from(counting.organisations(&rule.of, rule.at_least, members, Aim::Met).0)),
            Rule::Coordinator(rule) => (What::Leader, i64::from(counting.leader(&rule.of, members, Aim::Met).0)),
            Rule::Countries(rule) => {
                let (missing, covered) = counting.countries(&rule.of, rule.at_least, members, Aim::Met);
                let Missing::Countries(covered) = covered else { return Some(None) };
                (What::Countries(Ranked::of(&covered, rule.at_least, missing)?), i64::from(missing))
            }
            Rule::AtMost(rule) => {
                let answer = rule.answer(self.case());
                (What::AtMost, i64::from(rule.at_most) - answer.measured.possible() as i64)
            }
            Rule::ExactCountries(rule) => {
                let certain = rule.answer(self.case()).measured.figures().0 as i64;
                let nowhere = certain == 0 && self.anybody(|profile| profile.country.is_none() && counting.counts(&rule.of, profile));
                (What::Exact { nowhere }, i64::from(rule.exactly) - certain)
            }
            Rule::EachCountry(rule) => (What::Each(rule), 0),
            Rule::Compare(rule) => (What::Compare(rule), worth(self.case(), rule)),
            Rule::Only(_) | Rule::EveryMember(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => {
                return Some(None);
            }
        }))
    }

    fn anybody(&self, is: impl Fn(&Profile) -> bool) -> bool {
        self.consortium.alike().iter().any(|alike| is(&alike.profile))
    }

    /// The requirements that facts of members decide which are not stated, of those that more members can harm.
    pub(super) fn clouded(&self) -> Vec<usize> {
        let is_clouded = |ask: &&Ask<'_>| {
            let open = |of: &Selector, profile: &Profile, placed: bool| match self.counting.fit(of, profile) {
                Fit::Yes => placed && (profile.country.is_none() || profile.kind.is_none()),
                Fit::Maybe(_) => true,
                Fit::No(_) => false,
            };
            match &ask.what {
                What::AtMost => self.anybody(|profile| open(&ask.of, profile, false)),
                What::Exact { .. } | What::Each(_) => self.anybody(|profile| open(&ask.of, profile, true)),
                What::Compare(rule) => self.anybody(|profile| open(&rule.of, profile, false) || open(&rule.against, profile, false)),
                What::Count | What::Leader | What::Countries(_) => false,
            }
        };
        self.asks.iter().filter(is_clouded).map(|ask| ask.requirement).collect()
    }
}

/// By how much those who count outweigh the others, whatever is not stated.
pub(in crate::advice) fn worth(case: Context<'_>, rule: &Compare) -> i64 {
    let alone = case.consortium.alike().iter().filter(|alike| alike.alone > 0);
    let alone: i64 = alone.map(|alike| rule.least(case, [&alike.profile].into_iter()) * i64::from(alike.alone)).sum();
    let mut groups: BTreeMap<u32, Vec<&Profile>> = BTreeMap::new();
    for seat in case.consortium.grouped() {
        let profile = case.consortium.alike().get(seat.profile as usize).map(|alike| &alike.profile);
        seat.group.into_iter().for_each(|group| groups.entry(group).or_default().extend(profile));
    }
    alone + groups.into_values().map(|group| rule.least(case, group.into_iter())).sum::<i64>()
}
