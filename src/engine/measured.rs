//! What a requirement measures, and how far the consortium is: each shape with numbers of its own.

use super::organisation::words;
use super::{Cents, Country, KindSet};

/// What is counted where a minimum is needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// Independent organisations.
    Organisations,
    /// Different countries.
    Countries,
    /// Members.
    Members,
}

words!(Measure { Organisations = "organisations", Countries = "countries", Members = "members" });

/// What a requirement measures. `have` is what there is for certain, `possible` what there would be if every fact that is not stated
/// fell well.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Measured {
    /// Independent organisations or different countries, of which there have to be at least `need`.
    AtLeast {
        /// What is counted.
        of: Measure,
        /// How many count for certain.
        have: u64,
        /// How many may count.
        possible: u64,
        /// How many have to.
        need: u64,
    },
    /// Independent organisations, of which there may be at most `most`.
    AtMost {
        /// How many count for certain.
        have: u64,
        /// How many may count.
        possible: u64,
        /// How many may at the most.
        most: u64,
    },
    /// Different countries, of which there have to be exactly `exactly`.
    Exactly {
        /// How many count for certain.
        have: u64,
        /// How many may count.
        possible: u64,
        /// How many have to.
        exactly: u64,
    },
    /// Independent organisations held against others: `have` may not be less than `against`.
    Balance {
        /// The weight of those who count for certain.
        have: u64,
        /// The weight of those who may count.
        possible: u64,
        /// How many count against them for certain.
        against: u64,
        /// What one of those who count weighs.
        times: u32,
        /// By how much those who count outweigh the others at the least, whatever is not stated.
        worth: i64,
    },
    /// Countries that members are from, each of which has to bring something.
    PerCountry {
        /// How many of those present bring all of it for certain.
        complete: u64,
        /// No fewer than can bring all of it if every fact that is not stated falls well, in countries that may be new.
        possible: u64,
        /// How many countries are present for certain.
        present: u64,
        /// What countries still have to bring, in order of their codes.
        lacking: Vec<Lack>,
        /// How many independent organisations more than needed there are in the country where there are fewest to spare, of those whose
        /// leaving would leave the country wanting. Negative: how many it lacks. `None`: nobody's leaving leaves a country wanting.
        surplus: Option<i64>,
        /// Whether the status is all that can be known. False where so many facts are missing that the search was given up: the
        /// requirement is unknown then, though it may be unmet.
        exact: bool,
    },
    /// Members, each of whom has to show a fact, or has to be one of those allowed.
    Shown {
        /// How many do for certain.
        have: u64,
        /// How many may.
        possible: u64,
        /// Of how many it is asked, or may be.
        of: u64,
    },
    /// A fact of the project.
    Project(ProjectMeasure),
    /// Nothing: only a person can judge.
    Judged,
}

/// What a requirement on the project measures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProjectMeasure {
    /// How long it lasts.
    Duration {
        /// Months, if stated.
        months: Option<u32>,
        /// The shortest that is allowed.
        shortest: u32,
    },
    /// How much is asked for.
    Grant {
        /// The grant, if stated.
        asked: Option<Cents>,
        /// The most for its duration, in EUR; with none stated, the most for any. `None`: the duration has no maximum.
        most: Option<u64>,
    },
    /// What it does from the call's list.
    Activities {
        /// How many of the listed activities it chose; one is enough.
        chosen: u64,
        /// How many are listed.
        listed: u64,
    },
}

/// What a country still has to bring.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lack {
    /// Which.
    pub country: Country,
    /// One of these kinds.
    pub kinds: KindSet,
    /// How many.
    pub missing: u32,
}

impl Measured {
    /// How many changes by one the requirement can bear; negative: how many it is short of, or over. `None` where no number says so.
    ///
    /// | measured | a change by one | slack |
    /// |---|---|---|
    /// | at least | an independent organisation leaves, or part of one; of countries, everybody of one country or of one group | `have - need` |
    /// | at most | an independent organisation joins | `most - possible` |
    /// | balance | an organisation joins the other side | the worth |
    /// | per country | an independent organisation leaves, or part of one | the least surplus |
    /// | exactly, shown, project, judged | a country more is as wrong as one fewer; there is nothing to spare | – |
    pub fn slack(&self) -> Option<i64> {
        let less = |one: u64, other: u64| one as i64 - other as i64;
        match *self {
            // What asks for nobody cannot be broken.
            Measured::AtLeast { need: 0, .. } => None,
            Measured::AtLeast { have, need, .. } => Some(less(have, need)),
            Measured::AtMost { possible, most, .. } => Some(less(most, possible)),
            Measured::Balance { worth, .. } => Some(worth),
            Measured::PerCountry { surplus, .. } => surplus,
            Measured::Exactly { .. } | Measured::Shown { .. } | Measured::Project(_) | Measured::Judged => None,
        }
    }

    /// The two numbers that a line of text says: how much there is for certain, and the number that it is held against.
    pub fn figures(&self) -> (u64, u64) {
        match *self {
            Measured::AtLeast { have, need, .. } => (have, need),
            Measured::AtMost { have, most, .. } => (have, most),
            Measured::Exactly { have, exactly, .. } => (have, exactly),
            Measured::Balance { have, against, .. } => (have, against),
            Measured::PerCountry { complete, present, .. } => (complete, present),
            Measured::Shown { have, of, .. } => (have, of),
            Measured::Project(ref project) => project.figures(),
            Measured::Judged => (0, 0),
        }
    }

    /// How much there would be if every fact that is not stated fell well.
    pub fn possible(&self) -> u64 {
        match *self {
            Measured::AtLeast { possible, .. }
            | Measured::AtMost { possible, .. }
            | Measured::Exactly { possible, .. }
            | Measured::Balance { possible, .. }
            | Measured::PerCountry { possible, .. }
            | Measured::Shown { possible, .. } => possible,
            Measured::Project(_) | Measured::Judged => self.figures().0,
        }
    }

    /// What countries still have to bring, where each has to bring something.
    pub fn lacking(&self) -> &[Lack] {
        if let Measured::PerCountry { lacking, .. } = self { lacking } else { &[] }
    }
}

impl ProjectMeasure {
    fn figures(&self) -> (u64, u64) {
        match *self {
            ProjectMeasure::Duration { months, shortest } => (months.unwrap_or(0).into(), shortest.into()),
            // What is more than an amount by cents is more.
            ProjectMeasure::Grant { asked, most } => (asked.map_or(0, Cents::rounded_up), most.unwrap_or(0)),
            ProjectMeasure::Activities { chosen, .. } => (chosen, 1),
        }
    }
}
