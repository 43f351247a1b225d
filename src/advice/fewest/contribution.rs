//! What one newcomer contributes to each constraint.

use super::constraint::{Constraint, Form, Problem};
use crate::engine::rule::Sides;
use crate::engine::{Fit, Profile};

/// One mark for each constraint: 1 where the newcomer counts; of a balance the sides on which it can turn out to be; per country
/// [`PRESENT`] and the needs that it helps, as bits.
pub(super) type Marks = Vec<u16>;

/// The newcomer's country has to bring what is asked.
pub(super) const PRESENT: u16 = 1 << 8;

impl Constraint<'_> {
    /// What two newcomers of one legal group are together: one unit, which is whatever either of them is.
    pub(super) fn join(&self, one: u16, other: u16) -> u16 {
        match self.form {
            Form::Balance { .. } => u16::from(Sides::of_bits(one as u8).with(Sides::of_bits(other as u8)).bits()),
            _ => one | other,
        }
    }

    /// What a unit weighs in the sum; 0 where the constraint is none.
    pub(super) fn weight(&self, mark: u16) -> i32 {
        match self.form {
            Form::Count | Form::Leader => i32::from(mark),
            Form::AtMost => -i32::from(mark),
            Form::Balance { rule, .. } => Sides::of_bits(mark as u8).least(rule.times) as i32,
            Form::Countries(_) | Form::Exactly { .. } | Form::PerCountry(_) => 0,
        }
    }

    /// The most that a unit can weigh, for or against.
    pub(super) fn most_weight(&self) -> u32 {
        if let Form::Balance { rule, .. } = self.form { rule.times.max(1) } else { 1 }
    }

    /// The mark of nobody.
    pub(super) fn none(&self) -> u16 {
        if let Form::Balance { .. } = self.form { u16::from(Sides::NONE.bits()) } else { 0 }
    }

    /// Whether the mark can help.
    pub(super) fn is_helped(&self, mark: u16) -> bool {
        match self.form {
            Form::PerCountry(_) => mark > PRESENT,
            Form::Countries(_) | Form::Exactly { .. } => mark > 0,
            Form::Count | Form::Leader | Form::AtMost | Form::Balance { .. } => self.weight(mark) > 0,
        }
    }

    /// Whether one mark does all that another does, and no more harm.
    pub(super) fn is_no_worse(&self, one: u16, other: u16) -> bool {
        match self.form {
            Form::Count | Form::Leader | Form::Countries(_) => one >= other,
            Form::AtMost | Form::Balance { .. } => self.weight(one) >= self.weight(other),
            Form::Exactly { .. } => one == other,
            Form::PerCountry(_) if one == 0 => other <= PRESENT,
            Form::PerCountry(_) => one & other == other && other != 0,
        }
    }
}

impl Problem<'_> {
    /// What a newcomer contributes. `None`: facts that are not stated decide where more members can do harm; nobody proposes it.
    pub(super) fn marks(&self, profile: &Profile) -> Option<Marks> {
        self.constraints.iter().map(|constraint| self.mark(constraint, profile)).collect()
    }

    pub(super) fn mark(&self, constraint: &Constraint<'_>, profile: &Profile) -> Option<u16> {
        if !constraint.is_active() {
            return Some(0);
        }
        if let Form::Balance { rule, .. } = constraint.form {
            return Some(u16::from(rule.sides(self.context(), profile).bits()));
        }
        let fit = self.counting.fit(&constraint.of, profile);
        Some(match (&constraint.form, fit) {
            (Form::Leader, _) => u16::from(self.counting.leads(&constraint.of, profile)),
            (Form::Countries(_), Fit::Yes) => u16::from(profile.country.is_some()),
            (Form::Exactly { .. } | Form::PerCountry(_), Fit::Maybe(_)) => return None,
            (Form::Exactly { .. } | Form::PerCountry(_), Fit::Yes) if profile.country.is_none() => return None,
            (Form::AtMost, Fit::Yes | Fit::Maybe(_)) | (Form::Count | Form::Exactly { .. }, Fit::Yes) => 1,
            (Form::PerCountry(rule), Fit::Yes) => {
                let helped = (0..8).zip(rule.helpers()).filter(|(_, (of, _))| self.counting.counts(of, profile));
                helped.fold(PRESENT, |bits, (at, _)| bits | 1 << at)
            }
            (Form::Balance { .. }, _) | (_, Fit::No(_)) | (Form::Count | Form::Countries(_), Fit::Maybe(_)) => 0,
        })
    }

    /// What members of one legal group are together.
    pub(super) fn join(&self, one: &Marks, other: &Marks) -> Marks {
        self.constraints.iter().zip(one.iter().zip(other)).map(|(constraint, (one, other))| constraint.join(*one, *other)).collect()
    }

    pub(super) fn none(&self) -> Marks {
        self.constraints.iter().map(Constraint::none).collect()
    }

    /// What each sum gains when a unit that was one thing is another.
    pub(super) fn gains(&self, before: &Marks, after: &Marks) -> Vec<i32> {
        let gain = |(constraint, (before, after)): (&Constraint<'_>, (&u16, &u16))| constraint.weight(*after) - constraint.weight(*before);
        self.constraints.iter().zip(before.iter().zip(after)).map(gain).collect()
    }

    /// How many constraints a newcomer can help. Who can help none is in no smallest set: without it the set would do as well.
    pub(super) fn helped(&self, marks: &Marks) -> u32 {
        self.constraints.iter().zip(marks).filter(|(constraint, mark)| constraint.is_helped(**mark)).count() as u32
    }

    pub(super) fn is_no_worse(&self, one: &Marks, other: &Marks) -> bool {
        self.constraints.iter().zip(one.iter().zip(other)).all(|(constraint, (one, other))| constraint.is_no_worse(*one, *other))
    }
}
