//! All smallest answers in the abstract: seats, of which none could ask for less.
//!
//! Every set of seats is looked at that meets everything whoever takes them, in a fixed order, so that each is seen once: first those in
//! countries where somebody is, then those that share a new country, then those that can be anywhere. A set is dropped as soon as one of
//! its seats asks for what the others bring already, since further seats only bring more. What is left are the sets of seats that are
//! minimal: every smallest set of organisations fits one of them, and whoever fits one is enough.

use super::constraint::{Constraint, Form, Problem};
use super::contribution::PRESENT;
use super::country::Local;
use super::takers::{Region, Takers};

/// How many pairs of seats are looked at, and how many answers are listed.
const MOST_PAIRS: u32 = 6_000_000;
/// The same where seats can be in any of many countries that somebody is from already: there are many answers then, all much alike.
const MOST_PAIRS_AMONG_MEMBERS: u32 = 200_000;
/// How many seats in one country are looked at for how many it takes.
const MOST_TOGETHER: usize = 8;
const MOST_TRIES: u32 = 4_000;
pub(super) const MOST_ANSWERS: usize = 60;

/// Where the takers of seats are from.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Place {
    /// A country that somebody is from, with what it lacks.
    At(Vec<Local>),
    /// A country that nobody is from yet, and no other seat.
    New,
    /// Any country of the region, each for itself.
    Any,
}

/// Who can take seats at a place.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub(super) place: Place,
    pub(super) region: Region,
    pub(super) takers: Vec<Takers>,
}

/// Seats whose takers are from one country, or, of [`Place::Any`], each from any: the offer's number, and for each seat its takers there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Group {
    pub(super) offer: usize,
    pub(super) seats: Vec<usize>,
    /// What they bring to each constraint.
    pub(super) brings: Vec<i64>,
}

/// The sets of seats that are found, and whether they are all.
pub(super) struct Listing<'p> {
    pub(super) problem: &'p Problem<'p>,
    pub(super) offers: Vec<Offer>,
    pub(super) found: Vec<Vec<Group>>,
    pub(super) is_all: bool,
    left: u32,
    per_country: Vec<i64>,
}

impl<'p> Listing<'p> {
    pub(super) fn of(problem: &'p Problem<'p>, number: u32) -> Listing<'p> {
        let (offers, is_all) = problem.offers();
        let is_among_members = offers.iter().any(|offer| matches!(offer.place, Place::At(_)));
        let left = if is_among_members { MOST_PAIRS_AMONG_MEMBERS } else { MOST_PAIRS };
        let mut listing = Listing { problem, offers, found: Vec::new(), is_all, left, per_country: Vec::new() };
        listing.per_country = listing.seats_per_country();
        listing.choose(0, number as usize, &mut Vec::new());
        let minimal: Vec<Vec<Group>> = listing.found.iter().filter(|groups| !listing.could_ask_less(groups)).cloned().collect();
        listing.found = minimal;
        listing
    }

    pub(super) fn offer(&self, group: &Group) -> Option<&Offer> {
        self.offers.get(group.offer)
    }

    pub(super) fn takers<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = &'a Takers> {
        let takers = self.offer(group).map_or(&[][..], |offer| &offer.takers);
        group.seats.iter().filter_map(|number| takers.get(*number))
    }

    /// Goes on with seats of this offer or a later one.
    fn choose(&mut self, from: usize, left: usize, groups: &mut Vec<Group>) {
        if !self.goes_on(groups) || self.is_too_narrow(groups) {
            return;
        }
        if left == 0 {
            if self.is_met_by(groups) {
                self.found.push(groups.clone());
            }
            return;
        }
        for offer in from..self.offers.len() {
            groups.push(self.group(offer, Vec::new()));
            self.fill(left, groups);
            groups.pop();
        }
    }

    fn goes_on(&mut self, groups: &[Group]) -> bool {
        // Each seat is held against the others, and against those who could take it instead.
        let cost = 1 + groups.iter().map(|group| group.seats.len() as u32).sum::<u32>().pow(2);
        self.left = self.left.saturating_sub(cost);
        self.is_all &= self.left > 0 && self.found.len() < MOST_ANSWERS * 50;
        self.is_all
    }

    pub(super) fn group(&self, offer: usize, seats: Vec<usize>) -> Group {
        let mut group = Group { offer, seats, brings: Vec::new() };
        group.brings = (0..).zip(&self.problem.constraints).map(|(at, constraint)| self.brings(at, constraint, &group)).collect();
        group
    }

    /// Adds a seat to the last group; then it is closed, or another is added.
    fn fill(&mut self, left: usize, groups: &mut Vec<Group>) {
        let Some(last) = groups.pop() else { return };
        let number = self.offer(&last).map_or(0, |offer| offer.takers.len());
        for one in last.seats.last().copied().unwrap_or(0)..number {
            groups.push(self.group(last.offer, last.seats.iter().copied().chain([one]).collect()));
            if self.goes_on(groups) && self.is_within(groups, left - 1) && !self.brings_too_much(groups) {
                if groups.last().is_none_or(|last| self.closes(last)) && self.is_in_order(groups) {
                    self.choose(self.next_offer(groups), left - 1, groups);
                }
                if left > 1 {
                    self.fill(left - 1, groups);
                }
            }
            groups.pop();
        }
        groups.push(last);
    }

    /// Of new countries there can be several of a kind; of others one group is all.
    fn next_offer(&self, groups: &[Group]) -> usize {
        let Some(last) = groups.last() else { return 0 };
        last.offer + usize::from(!self.offer(last).is_some_and(|offer| offer.place == Place::New))
    }

    /// New countries of a kind come in order of their seats, so that each set of them is seen once.
    fn is_in_order(&self, groups: &[Group]) -> bool {
        match groups {
            [.., before, last] => before.offer != last.offer || before.seats <= last.seats,
            _ => true,
        }
    }

    /// Whether what every country has to bring is there, in the group's own.
    fn closes(&self, group: &Group) -> bool {
        let Some(offer) = self.offer(group) else { return false };
        (0..self.problem.constraints.len()).all(|at| self.is_whole(at, offer, group))
    }

    fn is_whole(&self, at: usize, offer: &Offer, group: &Group) -> bool {
        let Some(constraint) = self.problem.constraints.get(at) else { return true };
        let local = match &offer.place {
            Place::At(locals) => locals.get(at).cloned().unwrap_or_default(),
            Place::New => fresh(constraint, self.problem.is_safe()),
            Place::Any => return true,
        };
        let levels = || self.takers(group).map(move |one| one.levels.get(at).copied().unwrap_or(0));
        let units = (local.units + levels().filter(|level| *level != 0).count() as u32).min(self.problem.most_units());
        match constraint.form {
            Form::Exactly { .. } => (units == 0 || units >= self.problem.most_units()) && !(local.is_broken && units == local.units),
            Form::PerCountry(_) if units == 0 => !local.is_broken,
            Form::PerCountry(_) => {
                let spare = u32::from(units < self.problem.most_units());
                let helping = |need: usize| levels().filter(|level| level & !i32::from(PRESENT) & (1 << need) != 0).count() as u32;
                local.lacks.iter().enumerate().all(|(need, lacks)| lacks.saturating_sub(helping(need)) <= spare)
            }
            _ => true,
        }
    }

    /// How many countries a group can bring that count and did not before, and how much it adds to a sum.
    fn brings(&self, at: usize, constraint: &Constraint<'_>, group: &Group) -> i64 {
        let Some(offer) = self.offer(group) else { return 0 };
        let levels = || self.takers(group).map(move |one| i64::from(one.levels.get(at).copied().unwrap_or(0)));
        let is_new = || levels().any(|level| level > 0);
        match (&constraint.form, &offer.place) {
            (Form::PerCountry(_), _) => 0,
            (Form::Countries(_), Place::Any) => levels().sum(),
            (Form::Exactly { .. }, Place::Any) => 0,
            (Form::Countries(_) | Form::Exactly { .. }, Place::New) => i64::from(is_new()),
            (Form::Countries(_) | Form::Exactly { .. }, Place::At(locals)) => {
                i64::from(is_new() && locals.get(at).is_some_and(|local| local.units == 0))
            }
            (Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. }, _) => levels().sum(),
        }
    }

    /// By how much a constraint is short then; negative: by how much it is more than met.
    pub(super) fn short(&self, at: usize, constraint: &Constraint<'_>, groups: &[Group]) -> i64 {
        let brought: i64 = groups.iter().filter_map(|group| group.brings.get(at)).sum();
        let loss = match constraint.form {
            Form::Balance { loss, .. } if self.problem.is_safe() => {
                let levels = groups.iter().flat_map(|group| self.takers(group)).filter_map(|one| one.levels.get(at).copied());
                levels.chain([loss as i32]).max().unwrap_or(0).into()
            }
            _ => 0,
        };
        constraint.missing - brought + loss
    }

    pub(super) fn constraints(&self) -> impl Iterator<Item = (usize, &Constraint<'p>)> {
        self.problem.constraints.iter().enumerate()
    }

    /// Whether all holds, whoever takes the seats; of countries, if they bring as many new ones as are missing.
    pub(super) fn is_met_by(&self, groups: &[Group]) -> bool {
        let is_met = |(at, constraint): (usize, &Constraint<'_>)| {
            let short = self.short(at, constraint, groups);
            match constraint.form {
                Form::Exactly { nowhere } => short == 0 || nowhere && short == 1,
                Form::PerCountry(_) => true,
                Form::Count | Form::Leader | Form::Countries(_) | Form::AtMost | Form::Balance { .. } => short <= 0,
            }
        };
        self.constraints().all(is_met) && groups.iter().all(|group| self.closes(group)) && self.mends(groups)
    }

    /// Whether somebody joins in every country where somebody has to.
    fn mends(&self, groups: &[Group]) -> bool {
        self.offers.iter().enumerate().all(|(number, offer)| match &offer.place {
            Place::At(locals) if locals.iter().any(|local| local.is_broken) => groups.iter().any(|group| group.offer == number),
            _ => true,
        })
    }

    /// Whether so many more seats can bring what is still missing. Where only new countries with several seats each can, it takes as many.
    fn is_within(&self, groups: &[Group], left: usize) -> bool {
        let open = groups.last().filter(|last| !self.closes(last));
        self.constraints().all(|(at, constraint)| {
            let short = self.short(at, constraint, groups);
            // A second unit can make up for what may be lost with the first.
            let spare = i64::from(self.problem.is_safe());
            match constraint.form {
                Form::Balance { rule, .. } => short <= left as i64 * i64::from(rule.times) + spare,
                Form::AtMost | Form::PerCountry(_) => true,
                Form::Count | Form::Leader => short <= left as i64 + spare,
                Form::Countries(_) | Form::Exactly { .. } => {
                    // What is begun takes one more at least, and may be what brings a country.
                    let begun = open.is_some_and(|open| open.brings.get(at) == Some(&0));
                    let new = (short - spare - i64::from(begun)).max(0);
                    new * self.per_country.get(at).copied().unwrap_or(1) + i64::from(open.is_some()) <= left as i64
                }
            }
        })
    }

    /// For each constraint on countries how many seats a new one takes at least.
    fn seats_per_country(&self) -> Vec<i64> {
        let fewest = |(at, constraint): (usize, &Constraint<'_>)| match constraint.form {
            Form::Countries(_) | Form::Exactly { .. } => {
                let mut left = MOST_TRIES;
                let offers = |size: usize| (0..self.offers.len()).map(move |number| (number, size));
                let is_enough =
                    |size: &usize| offers(*size).any(|(number, size)| self.can_bring(at, &self.group(number, Vec::new()), size, &mut left));
                (1..=MOST_TOGETHER).find(is_enough).unwrap_or(1) as i64
            }
            _ => 1,
        };
        self.constraints().map(fewest).collect()
    }

    /// Whether so many seats in one country bring a country that counts. After many tries it is taken for granted.
    fn can_bring(&self, at: usize, group: &Group, size: usize, left: &mut u32) -> bool {
        *left = left.saturating_sub(1);
        if size == 0 || *left == 0 {
            let is_alone = self.offer(group).is_some_and(|offer| offer.place != Place::New);
            return *left == 0 || group.brings.get(at).is_some_and(|brings| *brings > 0) && (is_alone || self.closes(group));
        }
        let number = self.offer(group).map_or(0, |offer| offer.takers.len());
        let with = |one: usize| self.group(group.offer, group.seats.iter().copied().chain([one]).collect());
        (group.seats.last().copied().unwrap_or(0)..number).any(|one| self.can_bring(at, &with(one), size - 1, left))
    }
}

/// A country that nobody is from.
fn fresh(constraint: &Constraint<'_>, is_safe: bool) -> Local {
    let Form::PerCountry(rule) = constraint.form else { return Local::default() };
    Local { lacks: rule.needs.iter().map(|need| need.at_least + u32::from(is_safe)).collect(), ..Local::default() }
}
