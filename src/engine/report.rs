//! What an evaluation says: one finding a requirement, as data without sentences.

use super::organisation::words;
use super::{Attribute, Country, Measured, MissingFacts, Severity};
use std::sync::Arc;

/// What is known of a requirement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Status {
    /// Holds, whatever the facts that are not stated.
    Met,
    /// Does not hold, whatever the facts that are not stated.
    Unmet,
    /// A fact that is not stated decides.
    Unknown,
    /// Only a person can judge.
    Review,
    /// Asks nothing of this consortium.
    NotApplicable,
}

impl Status {
    /// Of two members' statuses the one that decides: one that fails, then one that is not known, then one that a person must judge.
    pub(super) fn worse(self, other: Status) -> Status {
        let rank = |status| match status {
            Status::NotApplicable => 0,
            Status::Met => 1,
            Status::Review => 2,
            Status::Unknown => 3,
            Status::Unmet => 4,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

words!(Status { Met = "met", Unmet = "unmet", Unknown = "unknown", Review = "review", NotApplicable = "not_applicable" });

/// The overall result, from the mandatory requirements alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Every mandatory requirement is met or does not apply.
    Met,
    /// One is unmet.
    Unmet,
    /// None is unmet, and one is unknown.
    Unknown,
}

words!(Verdict { Met = "met", Unmet = "unmet", Unknown = "unknown" });

/// Which reading of a sentence that allows two.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Reading {
    /// The one that no assessor can object to.
    #[default]
    Strict,
    /// The wider one.
    Lenient,
}

words!(Reading { Strict = "strict", Lenient = "lenient" });

impl Reading {
    /// The other of the two.
    pub fn other(self) -> Reading {
        match self {
            Reading::Strict => Reading::Lenient,
            Reading::Lenient => Reading::Strict,
        }
    }
}

/// Why a member does not count for a requirement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftOut {
    /// Its country is not in the class with this place in the call, such as the programme countries.
    OutsideClass(u8),
    /// It is of another kind than those that count.
    OtherKind,
    /// It is an associated partner.
    Associated,
    /// It is an affiliated entity.
    Affiliated,
    /// It is in the same legal group as the member with this place, who counts for both.
    SameLegalGroup(u32),
    /// Facts that decide whether it counts are not stated.
    NotStated {
        /// Its kind.
        kind: bool,
        /// Its country.
        country: bool,
    },
    /// It is a higher education institution declared to be without the charter.
    NoCharter,
    /// It is not the applicant.
    NotApplicant,
    /// It is one of several applicants, and there may be only one.
    SeveralApplicants,
    /// What every such member must show has not been stated.
    NotShown,
    /// It declares that it lacks the attribute that counts.
    WithoutAttribute(Attribute),
    /// It has not stated whether it has the attribute that counts.
    AttributeNotStated(Attribute),
    /// Whether its country is in the class is announced and not decided.
    NotDecided(u8),
    /// It counts on the side that the others are held against.
    OtherSide,
}

impl LeftOut {
    /// The word that reports use.
    pub const fn as_str(self) -> &'static str {
        match self {
            LeftOut::OutsideClass(_) => "outside_class",
            LeftOut::OtherKind => "other_kind",
            LeftOut::Associated => "associated",
            LeftOut::Affiliated => "affiliated",
            LeftOut::SameLegalGroup(_) => "same_legal_group",
            LeftOut::NotStated { kind: true, country: true } => "kind_and_country_not_stated",
            LeftOut::NotStated { country: true, .. } => "country_not_stated",
            LeftOut::NotStated { .. } => "kind_not_stated",
            LeftOut::NoCharter => "no_charter",
            LeftOut::NotApplicant => "not_applicant",
            LeftOut::SeveralApplicants => "several_applicants",
            LeftOut::NotShown => "not_shown",
            LeftOut::WithoutAttribute(_) => "without_attribute",
            LeftOut::AttributeNotStated(_) => "attribute_not_stated",
            LeftOut::NotDecided(_) => "not_decided",
            LeftOut::OtherSide => "other_side",
        }
    }
}

/// What the other reading says, where it says something else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherReading {
    /// Its status.
    pub status: Status,
    /// What it measures.
    pub measured: Measured,
}

/// What is found of one requirement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The requirement's id.
    pub requirement: Arc<str>,
    /// How the requirement weighs.
    pub severity: Severity,
    /// What is known.
    pub status: Status,
    /// What is measured, and how far it is.
    pub measured: Measured,
    /// Members who count, by their place in the consortium.
    pub counted: Vec<u32>,
    /// Members who do not, and why.
    pub left_out: Vec<(u32, LeftOut)>,
    /// The countries that count, where countries are counted, in order of their codes.
    pub countries: Vec<Country>,
    /// Where it is unknown: the facts that decide it.
    pub missing_facts: MissingFacts,
    /// The other reading, where it differs.
    pub other: Option<OtherReading>,
}

/// All findings, in call order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// The reading that the statuses and the verdict are of.
    pub reading: Reading,
    /// The overall result.
    pub verdict: Verdict,
    /// One for each requirement of the call.
    pub findings: Vec<Finding>,
}

impl Report {
    /// The finding for a requirement.
    pub fn finding(&self, requirement: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| *finding.requirement == *requirement)
    }

    /// How many mandatory requirements hold (met, or asking nothing), and how many there are.
    pub fn mandatory(&self) -> (usize, usize) {
        let all = self.findings.iter().filter(|finding| finding.severity == Severity::Mandatory);
        let held = all.clone().filter(|finding| matches!(finding.status, Status::Met | Status::NotApplicable));
        (held.count(), all.count())
    }
}
