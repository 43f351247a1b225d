//! Countries as newcomers find them: who is from there, and what the country still has to bring.

use super::constraint::{Aim, Constraint, Form, Problem};
use super::wandering::Wandering;
use crate::advice::classes;
use crate::engine::{Consortium, Country, Fit, Member, Project, Selector, Status};

/// What a constraint finds in a country.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Local {
    /// How many units stand for the country, up to as many as make a difference: one, or two where one may leave.
    pub(super) units: u32,
    /// What there is does not hold, so somebody has to join from there.
    pub(super) is_broken: bool,
    /// How many are missing for each need, once anybody is from there.
    pub(super) lacks: Vec<u32>,
}

impl Problem<'_> {
    /// How many units in a country are told apart: a second one matters where one may leave.
    pub(super) fn most_units(&self) -> u32 {
        match self.aim {
            Aim::Met => 1,
            Aim::Safe => 2,
        }
    }

    pub(super) fn own(&self, country: Country) -> &[Member] {
        self.present.get(&country).map_or(&[], Vec::as_slice)
    }

    /// What each constraint finds in a country.
    pub(super) fn locals(&self, country: Country, wandering: &[Wandering]) -> Vec<Local> {
        let own = self.own(country);
        let consortium = Consortium::new(own.to_vec(), Project::default());
        let local = |(constraint, wandering): (&Constraint<'_>, &Wandering)| match constraint.form {
            Form::Countries(_) => Local { units: wandering.units(country).min(self.most_units()), ..Local::default() },
            _ => self.local(constraint, &consortium),
        };
        self.constraints.iter().zip(wandering).map(local).collect()
    }

    fn local(&self, constraint: &Constraint<'_>, own: &Consortium) -> Local {
        let fitting = |is: fn(&Fit) -> bool| -> u32 {
            own.alike().iter().filter(|alike| is(&self.counting.fit(&constraint.of, &alike.profile))).map(|alike| alike.members).sum()
        };
        let (sure, open) = (|| fitting(|fit| *fit == Fit::Yes), || fitting(|fit| matches!(fit, Fit::Maybe(_))));
        match &constraint.form {
            Form::Exactly { .. } => {
                let units = sure().min(self.most_units());
                let is_broken = units == 0 && open() > 0 || self.aim == Aim::Safe && units == 1;
                Local { units, is_broken, ..Local::default() }
            }
            Form::PerCountry(rule) => {
                let lacks = |of: &Selector, need: u32| self.missing_units(&self.counting.units(of, own.members()), need) as u32;
                let lacks = rule.helpers().map(|(of, need)| lacks(&of, need)).collect();
                // Who may turn out to count could be the second one there.
                let units = if self.aim == Aim::Safe && open() > 0 { 2 } else { sure() };
                Local { units: units.min(self.most_units()), is_broken: !self.holds_of(constraint, own), lacks }
            }
            Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. } | Form::Countries(_) => Local::default(),
        }
    }

    /// Whether what is asked of each country holds among these, and among those who are left whoever leaves.
    fn holds_of(&self, constraint: &Constraint<'_>, own: &Consortium) -> bool {
        let Form::PerCountry(rule) = constraint.form else { return true };
        let holds = |own: &Consortium| matches!(rule.answer(self.counting.context(own)).status, Status::Met | Status::NotApplicable);
        let without = |place: u32| {
            let rest = (0..).zip(own.members()).filter(|(at, _)| *at != place).map(|(_, member)| member.clone()).collect();
            Consortium::new(rest, Project::default())
        };
        let stays = || classes::leavers(own.members()).into_iter().all(|place| holds(&without(place)));
        holds(own) && (self.aim == Aim::Met || stays())
    }

    /// Whether some country does not hold as it is.
    pub(super) fn is_broken(&self, constraint: &Constraint<'_>) -> bool {
        let broken = |own: &Vec<Member>| !self.holds_of(constraint, &Consortium::new(own.clone(), Project::default()));
        match constraint.form {
            Form::PerCountry(_) => self.present.values().any(broken),
            Form::Exactly { .. } => self.present.values().any(|own| {
                let own = Consortium::new(own.clone(), Project::default());
                self.local(constraint, &own).is_broken
            }),
            _ => false,
        }
    }

    /// How many are missing in all countries where somebody is for certain.
    pub(super) fn lacks(&self, constraint: &Constraint<'_>) -> i64 {
        let locals = self.present.values().map(|own| {
            let own = Consortium::new(own.clone(), Project::default());
            self.local(constraint, &own)
        });
        locals.filter(|local| local.units > 0).flat_map(|local| local.lacks).map(i64::from).sum()
    }
}
