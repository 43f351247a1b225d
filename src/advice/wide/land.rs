//! Countries as newcomers find them: who is from there, and what they still have to bring.

use super::ask::{Ask, Frame, What};
use crate::engine::{Consortium, Country, Fit, Member, Profile, Project, Status};
use std::collections::BTreeMap;

/// What a requirement finds in a country.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Local {
    /// The country counts already.
    pub(super) settled: bool,
    /// What there is does not hold, so somebody has to join from there.
    pub(super) broken: bool,
    /// Where each country has to bring something: how many are missing for each need, once anybody is from there.
    pub(super) lacks: Vec<u32>,
    /// A country that a legal group could stand for is unlike all others.
    pub(super) contested: Option<Country>,
}

/// A country, or none: of those whose country is not stated.
#[derive(Clone, Debug)]
pub(super) struct Land {
    pub(super) country: Option<Country>,
    /// The place of its like among the call's samples.
    pub(super) sample: usize,
    /// Nobody is from there yet.
    pub(super) is_fresh: bool,
    /// One for each thing that is asked.
    pub(super) locals: Vec<Local>,
}

impl Land {
    /// Whether somebody has to join from there.
    pub(super) fn is_broken(&self) -> bool {
        self.locals.iter().any(|local| local.broken)
    }
}

impl Frame<'_> {
    /// A country as it is now.
    pub(super) fn land(&self, country: Option<Country>, own: &[Member]) -> Land {
        let samples = self.counting.call.samples();
        let sample = country.and_then(|country| samples.iter().position(|sample| sample.alike.contains(country))).unwrap_or(0);
        let consortium = Consortium::new(own.to_vec(), Project::default());
        let locals = match country {
            Some(country) => self.asks.iter().map(|ask| self.local(ask, country, &consortium)).collect(),
            None => self.asks.iter().map(|_| Local { settled: true, ..Local::default() }).collect(),
        };
        Land { country, sample, is_fresh: own.is_empty(), locals }
    }

    fn local(&self, ask: &Ask<'_>, country: Country, own: &Consortium) -> Local {
        let fits = |is: fn(&Fit) -> bool| own.alike().iter().any(|alike| is(&self.counting.fit(&ask.of, &alike.profile)));
        let (sure, open) = (fits(|fit| *fit == Fit::Yes), fits(|fit| matches!(fit, Fit::Maybe(_))));
        match &ask.what {
            What::Countries(ranked) => {
                let contested = ranked.contested.contains(&country).then_some(country);
                Local { settled: ranked.settled(country) || !ask.is_open(), contested, ..Local::default() }
            }
            What::Exact { .. } => Local { settled: sure, broken: open && !sure, ..Local::default() },
            What::Each(rule) => {
                let have = |of: &crate::engine::Selector| {
                    self.counting.organisations(of, u32::MAX, own.members(), crate::advice::need::Aim::Met).0
                };
                let lacks: Vec<u32> = rule.helpers().map(|(of, need)| need.saturating_sub(u32::MAX - have(&of))).collect();
                let holds = !(sure || open) || matches!(rule.answer(self.counting.case(own)).status, Status::Met | Status::NotApplicable);
                Local { settled: sure, broken: !holds, lacks, contested: None }
            }
            What::Count | What::Leader | What::AtMost | What::Compare(_) => Local::default(),
        }
    }

    /// The countries that members are from.
    pub(super) fn present(&self) -> Vec<Land> {
        let mut by_country: BTreeMap<Country, Vec<Member>> = BTreeMap::new();
        for member in self.consortium.members() {
            let country = Profile::of(member).country.map(|country| self.counting.call.state_of(country));
            country.into_iter().for_each(|country| by_country.entry(country).or_default().push(member.clone()));
        }
        by_country.iter().map(|(country, own)| self.land(Some(*country), own)).collect()
    }

    /// How many countries there may be use for beyond those that newcomers can all join.
    fn wanted(&self) -> usize {
        let counted = self.asks.iter().filter(|ask| matches!(ask.what, What::Countries(_) | What::Exact { .. }));
        counted.map(|ask| ask.left.max(0) as usize).sum()
    }

    /// Of present countries that are alike, those that there may be use for; and for each sample as many that nobody is from.
    pub(super) fn worth_trying(&self, taken: &[Country]) -> Vec<Land> {
        let (wanted, present) = (self.wanted(), self.present());
        let mut found: Vec<Land> = Vec::new();
        for land in &present {
            let alike = found.iter().filter(|other| other.sample == land.sample && other.locals == land.locals).count();
            let is_named = land.country.is_some_and(|country| taken.contains(&country));
            if land.is_broken() || is_named || alike <= wanted {
                found.push(land.clone());
            }
        }
        found.extend(taken.iter().filter(|country| !is_in(&present, **country)).map(|country| self.land(Some(*country), &[])));
        for sample in self.counting.call.samples() {
            let fresh = sample.alike.iter().filter(|country| !is_in(&found, *country) && !is_in(&present, *country));
            let lands: Vec<Land> = fresh.map(|country| self.land(Some(country), &[])).collect();
            // Those that a legal group could stand for are of use only where there are no others.
            let (contested, others): (Vec<Land>, Vec<Land>) =
                lands.into_iter().partition(|land| land.locals.iter().any(|local| local.contested.is_some()));
            found.extend(contested.into_iter().chain(others.into_iter().take(wanted + 1)));
        }
        found
    }
}

fn is_in(lands: &[Land], country: Country) -> bool {
    lands.iter().any(|land| land.country == Some(country))
}
