//! Mandatory requirements about members as constraints on who is added.
//!
//! There are three families, in the words of integer programming. A *sum* Σ wᵢxᵢ ≥ b over the newcomers x: `count` (w = 1), `at_most`
//! (w = −1), `coordinator` (w = 1 for who could lead) and `compare` (w = times for one side, −1 for the other). A *number of countries*
//! with a unit that fits, from below (`countries`) or exact (`exact_countries`). And one *per country* (`each_country`): wherever
//! somebody is, Σ ≥ b. `only` and `every_member` decide who may come at all, and what is asked of the project no newcomer changes.

use crate::advice::classes;
use crate::advice::counting::{Counting, Presence, Units};
use crate::advice::{holds, mandatory};
use crate::engine::rule::{Compare, Context, EachCountry};
use crate::engine::{Consortium, Country, Fit, Member, Profile, Project, Rule, Selector, statuses};
use std::collections::BTreeMap;

/// How sure the consortium is to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::advice) enum Aim {
    /// Every mandatory requirement about members is met.
    Met,
    /// It stays met whoever leaves, if only one does.
    Safe,
}

/// A mandatory requirement about members.
#[derive(Debug)]
pub(super) struct Constraint<'a> {
    /// The requirement's place in the call.
    pub(super) requirement: usize,
    pub(super) of: Selector,
    pub(super) form: Form<'a>,
    /// How many are missing; negative: how many there are to spare.
    pub(super) missing: i64,
}

/// What a constraint says of its number.
#[derive(Debug)]
pub(super) enum Form<'a> {
    /// At least so many independent organisations.
    Count,
    /// Somebody who could be the applicant; where one may leave, two.
    Leader,
    /// No more than so many independent organisations.
    AtMost,
    /// One side weighs no less than the other. `loss`: the most that one who leaves takes away, where that matters.
    Balance { rule: &'a Compare, loss: u32 },
    /// At least so many countries.
    Countries(Presence),
    /// Exactly so many countries. `nowhere`: one who counts for certain, in a country that is not stated, is the only country.
    Exactly { nowhere: bool },
    /// Each country where somebody is.
    PerCountry(&'a EachCountry),
}

impl Constraint<'_> {
    /// Whether newcomers can change whether it holds. What is met by enough stays met however many more join.
    pub(super) fn is_active(&self) -> bool {
        !matches!(self.form, Form::Count | Form::Leader | Form::Countries(_)) || self.missing > 0
    }
}

/// A consortium with the constraints on who is added to it.
pub(super) struct Problem<'a> {
    pub(super) counting: &'a Counting<'a>,
    pub(super) consortium: Consortium,
    pub(super) aim: Aim,
    pub(super) constraints: Vec<Constraint<'a>>,
    /// The members by the country that they take part as.
    pub(super) present: BTreeMap<Country, Vec<Member>>,
}

impl<'a> Problem<'a> {
    pub(super) fn of(counting: &'a Counting<'a>, members: &[Member], aim: Aim) -> Problem<'a> {
        let consortium = Consortium::new(members.to_vec(), Project::default());
        let mut present: BTreeMap<Country, Vec<Member>> = BTreeMap::new();
        for member in members {
            let country = member.organisation.country.map(|country| counting.call.state_of(country));
            country.into_iter().for_each(|country| present.entry(country).or_default().push(member.clone()));
        }
        let mut problem = Problem { counting, consortium, aim, constraints: Vec::new(), present };
        for (requirement, one) in mandatory(counting.call.requirements()) {
            let rule = one.rule_in(counting.reading);
            if let (Some(of), Some((form, missing))) = (rule.selector(), problem.form(rule)) {
                problem.constraints.push(Constraint { requirement, of: *of, form, missing });
            }
        }
        problem
    }

    pub(super) fn context(&self) -> Context<'_> {
        self.counting.context(&self.consortium)
    }

    fn members(&self) -> &[Member] {
        self.consortium.members()
    }

    /// What a rule says of the members, and how many are missing.
    fn form(&self, rule: &'a Rule) -> Option<(Form<'a>, i64)> {
        Some(match rule {
            Rule::Count(rule) => (Form::Count, self.missing_units(&self.counting.units(&rule.of, self.members()), rule.at_least)),
            Rule::Coordinator(rule) => (Form::Leader, self.missing_leaders(&rule.of)),
            Rule::Countries(rule) => {
                let presence = self.counting.presence(&rule.of, self.members());
                let missing = self.missing_countries(&presence, rule.at_least);
                (Form::Countries(presence), missing)
            }
            Rule::AtMost(rule) => (Form::AtMost, rule.answer(self.context()).measured.possible() as i64 - i64::from(rule.at_most)),
            Rule::ExactCountries(rule) => {
                let certain = rule.answer(self.context()).measured.figures().0 as i64;
                let is_nowhere = |profile: &Profile| profile.country.is_none() && self.counting.counts(&rule.of, profile);
                (Form::Exactly { nowhere: certain == 0 && self.anybody(is_nowhere) }, i64::from(rule.exactly) - certain)
            }
            Rule::EachCountry(rule) => (Form::PerCountry(rule), 0),
            Rule::Compare(rule) => (Form::Balance { rule, loss: self.loss(rule) }, -worth(self.context(), rule)),
            Rule::Only(_) | Rule::EveryMember(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => {
                return None;
            }
        })
    }

    /// Newcomers are organisations on their own, and each can leave: where any is added, one more is needed for that.
    pub(super) fn missing_units(&self, units: &Units, at_least: u32) -> i64 {
        let (have, need) = (i64::from(units.number()), i64::from(at_least));
        match self.aim {
            Aim::Met => (need - have).max(0),
            Aim::Safe if have - i64::from(units.is_fragile()) >= need => 0,
            Aim::Safe => (need + 1 - have).max(0),
        }
    }

    fn missing_leaders(&self, of: &Selector) -> i64 {
        let enough = match self.aim {
            Aim::Met => 1,
            Aim::Safe => 2,
        };
        enough - (self.counting.leaders(of, self.members()).len() as i64).min(enough)
    }

    fn missing_countries(&self, presence: &Presence, at_least: u32) -> i64 {
        let (have, need) = (i64::from(presence.rank()), i64::from(at_least));
        match self.aim {
            Aim::Met => (need - have).max(0),
            // One who leaves takes one country at most.
            Aim::Safe if have > need || have == need && presence.stays(at_least) => 0,
            Aim::Safe => need + 1 - have,
        }
    }

    /// The most that a balance loses when one leaves.
    fn loss(&self, rule: &Compare) -> u32 {
        if self.aim == Aim::Met {
            return 0;
        }
        let members = self.members();
        let all = worth(self.context(), rule);
        let without = |place: u32| {
            let rest = (0..).zip(members).filter(|(at, _)| *at != place).map(|(_, member)| member.clone()).collect();
            worth(self.counting.context(&Consortium::new(rest, Project::default())), rule)
        };
        classes::leavers(members).into_iter().map(|place| all - without(place)).max().unwrap_or(0).max(0) as u32
    }

    pub(super) fn anybody(&self, is: impl Fn(&Profile) -> bool) -> bool {
        self.consortium.alike().iter().any(|alike| is(&alike.profile))
    }

    /// The requirements that facts of members decide which are not stated, of those that more members can harm.
    pub(super) fn open(&self) -> Vec<usize> {
        let is_open = |constraint: &&Constraint<'_>| {
            let open = |of: &Selector, profile: &Profile, placed: bool| match self.counting.fit(of, profile) {
                Fit::Yes => placed && (profile.country.is_none() || profile.kind.is_none()),
                Fit::Maybe(_) => true,
                Fit::No(_) => false,
            };
            match &constraint.form {
                Form::AtMost => self.anybody(|profile| open(&constraint.of, profile, false)),
                Form::Exactly { .. } | Form::PerCountry(_) => self.anybody(|profile| open(&constraint.of, profile, true)),
                Form::Balance { rule, .. } => self.anybody(|profile| open(&rule.of, profile, false) || open(&rule.against, profile, false)),
                Form::Count | Form::Leader | Form::Countries(_) => false,
            }
        };
        self.constraints.iter().filter(is_open).map(|constraint| constraint.requirement).collect()
    }

    /// What does not hold by the rules themselves, and how much is missing of each: never 0. What holds now and would not if somebody
    /// left is missing too, where that is the aim.
    pub(super) fn missing(&self) -> Vec<(usize, u32)> {
        let (_, found) = statuses(self.counting.call, &self.consortium, self.counting.reading);
        let is_missing = |constraint: &&Constraint<'_>| match (&constraint.form, self.aim) {
            (Form::Leader, _) | (Form::Count | Form::Countries(_), Aim::Safe) => constraint.missing > 0,
            (Form::Balance { loss, .. }, Aim::Safe) => constraint.missing + i64::from(*loss) > 0,
            (Form::PerCountry(_) | Form::Exactly { .. }, Aim::Safe) => self.is_broken(constraint) || !self.is_held(constraint, &found),
            (Form::AtMost, Aim::Safe) | (_, Aim::Met) => !self.is_held(constraint, &found),
        };
        let number = |constraint: &Constraint<'_>| match constraint.form {
            Form::Balance { rule, loss } => {
                ((constraint.missing + i64::from(loss)).max(0) as u64).div_ceil(u64::from(rule.times.max(1))) as i64
            }
            Form::PerCountry(_) => self.lacks(constraint),
            Form::Count | Form::Leader | Form::Countries(_) | Form::Exactly { .. } | Form::AtMost => constraint.missing,
        };
        self.constraints.iter().filter(is_missing).map(|one| (one.requirement, number(one).max(1) as u32)).collect()
    }

    fn is_held(&self, constraint: &Constraint<'_>, found: &[crate::engine::Status]) -> bool {
        found.get(constraint.requirement).copied().is_some_and(holds)
    }
}

/// By how much those who count outweigh the others, whatever is not stated.
fn worth(case: Context<'_>, rule: &Compare) -> i64 {
    let alone = case.consortium.alike().iter().filter(|alike| alike.alone > 0);
    let alone: i64 = alone.map(|alike| rule.least(case, [&alike.profile].into_iter()) * i64::from(alike.alone)).sum();
    let mut groups: BTreeMap<u32, Vec<&Profile>> = BTreeMap::new();
    for seat in case.consortium.grouped() {
        let profile = case.consortium.alike().get(seat.profile as usize).map(|alike| &alike.profile);
        seat.group.into_iter().for_each(|group| groups.entry(group).or_default().extend(profile));
    }
    alone + groups.into_values().map(|group| rule.least(case, group.into_iter())).sum::<i64>()
}
