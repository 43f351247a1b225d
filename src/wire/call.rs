//! A call as data: its texts, sources and rules, with the countries of one year.

use super::{TextsOut, Word};
use crate::calls::{Activity, CallFile, RequirementFile, Source, Variant};
use crate::engine::rule::{Cap, CountryNeed, Duration, Grant};
use crate::engine::{Call, Country, OrganisationKind, Role, Rule, Selector};
use serde::Serialize;
use std::sync::Arc;

/// A call in the list of calls.
#[derive(Serialize, Debug)]
pub struct ListedCall<'a> {
    id: &'a str,
    years: &'a [u16],
    title: TextsOut<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variants: Vec<VariantOut<'a>>,
}

/// A variant of a call.
#[derive(Serialize, Debug)]
pub(super) struct VariantOut<'a> {
    id: &'a str,
    title: TextsOut<'a>,
}

impl<'a> ListedCall<'a> {
    /// A call as the list shows it.
    pub fn of(file: &'a CallFile) -> ListedCall<'a> {
        let variant = |variant: &'a Variant| VariantOut { id: &variant.id, title: TextsOut::of(&variant.title) };
        let variants = file.variants.iter().map(variant).collect();
        ListedCall { id: &file.id, years: &file.years, title: TextsOut::of(&file.title), variants }
    }
}

/// A call in one year.
#[derive(Serialize, Debug)]
pub struct CallOut<'a> {
    id: &'a str,
    year: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'a str>,
    title: TextsOut<'a>,
    address: &'a str,
    checked: &'a str,
    notes: Vec<TextsOut<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_known: Vec<TextsOut<'a>>,
    classes: Vec<ClassOut<'a>>,
    activities: Vec<ActivityOut<'a>>,
    requirements: Vec<RequirementOut<'a>>,
}

#[derive(Serialize, Debug)]
struct ClassOut<'a> {
    name: &'a str,
    title: TextsOut<'a>,
    countries: Vec<String>,
}

#[derive(Serialize, Debug)]
struct ActivityOut<'a> {
    id: &'a str,
    title: TextsOut<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
}

/// A requirement with its texts.
#[derive(Serialize, Debug)]
pub struct RequirementOut<'a> {
    id: &'a str,
    severity: Word,
    title: TextsOut<'a>,
    explanation: TextsOut<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    readings: Option<TextsOut<'a>>,
    sources: Vec<SourceOut<'a>>,
    rule: RuleOut<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lenient: Option<RuleOut<'a>>,
}

#[derive(Serialize, Debug)]
struct SourceOut<'a> {
    title: &'a str,
    address: &'a str,
    language: &'a str,
    confidence: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
}

/// A rule with its numbers, in the words of the call files.
#[derive(Serialize, Debug)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum RuleOut<'a> {
    /// At least so many independent organisations.
    Count {
        /// Who counts.
        of: SelectorOut<'a>,
        /// How many.
        at_least: u32,
    },
    /// At most so many independent organisations.
    AtMost {
        /// Who counts.
        of: SelectorOut<'a>,
        /// How many.
        at_most: u32,
    },
    /// Members from exactly so many countries.
    ExactCountries {
        /// Who counts.
        of: SelectorOut<'a>,
        /// How many.
        exactly: u32,
    },
    /// Each country that is present brings so many of certain kinds.
    EachCountry {
        /// Whose countries, and who counts.
        of: SelectorOut<'a>,
        /// What each brings.
        needs: Vec<NeedOut>,
    },
    /// `times` × `of` is no less than `against`.
    Compare {
        /// Who counts.
        of: SelectorOut<'a>,
        /// Against whom.
        against: SelectorOut<'a>,
        /// What each of those who count weighs.
        times: u32,
    },
    /// Only such members.
    Only {
        /// Of whom it is asked.
        of: SelectorOut<'a>,
        /// Who is allowed.
        allowed: SelectorOut<'a>,
        /// What follows where somebody else takes part.
        outcome: Word,
    },
    /// Members from at least so many countries.
    Countries {
        /// Who counts.
        of: SelectorOut<'a>,
        /// How many.
        at_least: u32,
    },
    /// Exactly one applicant.
    Coordinator {
        /// Who may be it.
        of: SelectorOut<'a>,
    },
    /// Each such member shows something.
    EveryMember {
        /// Of whom it is asked.
        of: SelectorOut<'a>,
        /// What is asked.
        fact: Word,
        /// What follows where it is missing, or shown.
        outcome: Word,
    },
    /// One of the allowed durations.
    Duration {
        /// In months.
        #[serde(flatten)]
        months: MonthsOut,
    },
    /// The grant is one that the call gives.
    Grant {
        /// Which.
        #[serde(flatten)]
        allowed: GrantOut,
    },
    /// At least one activity of the list.
    Activities {
        /// Ids of activities.
        any_of: &'a [Arc<str>],
    },
    /// Only a person can judge it.
    Judgement {},
}

/// Which members a rule counts.
#[derive(Serialize, Debug)]
pub struct SelectorOut<'a> {
    roles: Vec<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kinds: Option<Vec<Word>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<Word>,
}

/// What a country brings.
#[derive(Serialize, Debug)]
pub struct NeedOut {
    kinds: Vec<Word>,
    at_least: u32,
}

/// The durations that are allowed.
#[derive(Serialize, Debug)]
#[serde(untagged)]
pub enum MonthsOut {
    /// One of these.
    OneOf {
        /// In months.
        months: Arc<[u32]>,
    },
    /// Any in a range.
    Range {
        /// In months.
        from: u32,
        /// In months.
        to: u32,
    },
}

/// The grants that are given, in EUR.
#[derive(Serialize, Debug)]
#[serde(untagged)]
pub enum GrantOut {
    /// At most so much, by duration.
    Caps {
        /// The most, by duration.
        caps: Vec<CapOut>,
    },
    /// One of these sums.
    OneOf {
        /// The sums.
        one_of: Arc<[u64]>,
    },
    /// Any in a range.
    Range {
        /// The least.
        from: u64,
        /// The most.
        to: u64,
    },
    /// At most so much for a month.
    PerMonth {
        /// For a month.
        per_month: u64,
        /// However long it lasts.
        at_most: u64,
    },
}

/// The most that may be asked for, by duration.
#[derive(Serialize, Debug)]
pub struct CapOut {
    months: u32,
    at_most: u64,
}

impl<'a> CallOut<'a> {
    /// A call file with the countries of the call's year.
    pub fn new(file: &'a CallFile, call: &'a Call) -> CallOut<'a> {
        let classes = file.classes.iter().zip(call.classes()).map(|(class, of_year)| ClassOut {
            name: &class.name,
            title: TextsOut::of(&class.title),
            countries: of_year.countries.iter().map(|country: Country| country.code().to_owned()).collect(),
        });
        CallOut {
            id: &file.id,
            year: call.year(),
            variant: call.variant(),
            title: TextsOut::of(&file.title),
            address: &file.address,
            checked: &file.checked,
            notes: file.notes(call.year()).map(TextsOut::of).collect(),
            not_known: file.not_known_of(call).map(|one| TextsOut::of(&one.text)).collect(),
            classes: classes.collect(),
            activities: file.activities.iter().map(activity).collect(),
            requirements: file.requirements_of(call).into_iter().map(|one| requirement(file, one)).collect(),
        }
    }
}

fn activity(activity: &Activity) -> ActivityOut<'_> {
    ActivityOut { id: &activity.id, title: TextsOut::of(&activity.title), sentence: activity.sentence.as_deref() }
}

fn requirement<'a>(file: &'a CallFile, one: &'a RequirementFile) -> RequirementOut<'a> {
    let source = |source: &'a Source| {
        let document = file.documents.get(source.document)?;
        Some(SourceOut {
            title: &document.title,
            address: &document.address,
            language: &document.language,
            confidence: Word(document.confidence.as_str()),
            sentence: source.sentence.as_deref(),
        })
    };
    RequirementOut {
        id: &one.requirement.id,
        severity: Word(one.requirement.severity.as_str()),
        title: TextsOut::of(&one.title),
        explanation: TextsOut::of(&one.explanation),
        readings: one.readings.as_ref().map(TextsOut::of),
        sources: one.sources.iter().filter_map(source).collect(),
        rule: rule(file, &one.requirement.rule),
        lenient: one.requirement.lenient.as_ref().map(|lenient| rule(file, lenient)),
    }
}

fn rule<'a>(file: &'a CallFile, rule: &'a Rule) -> RuleOut<'a> {
    match rule {
        Rule::Count(rule) => RuleOut::Count { of: selector(file, &rule.of), at_least: rule.at_least },
        Rule::AtMost(rule) => RuleOut::AtMost { of: selector(file, &rule.of), at_most: rule.at_most },
        Rule::ExactCountries(rule) => RuleOut::ExactCountries { of: selector(file, &rule.of), exactly: rule.exactly },
        Rule::EachCountry(rule) => RuleOut::EachCountry { of: selector(file, &rule.of), needs: rule.needs.iter().map(need).collect() },
        Rule::Compare(rule) => RuleOut::Compare { of: selector(file, &rule.of), against: selector(file, &rule.against), times: rule.times },
        Rule::Only(rule) => {
            let (of, allowed) = (selector(file, &rule.of), selector(file, &rule.allowed));
            RuleOut::Only { of, allowed, outcome: Word(rule.outcome.as_str()) }
        }
        Rule::Countries(rule) => RuleOut::Countries { of: selector(file, &rule.of), at_least: rule.at_least },
        Rule::Coordinator(rule) => RuleOut::Coordinator { of: selector(file, &rule.of) },
        Rule::EveryMember(rule) => {
            RuleOut::EveryMember { of: selector(file, &rule.of), fact: Word(rule.fact.as_str()), outcome: Word(rule.outcome.as_str()) }
        }
        Rule::Duration(rule) => RuleOut::Duration { months: MonthsOut::of(rule) },
        Rule::Grant(rule) => RuleOut::Grant { allowed: GrantOut::of(rule) },
        Rule::Activities(rule) => RuleOut::Activities { any_of: &rule.any_of },
        Rule::Judgement => RuleOut::Judgement {},
    }
}

fn need(need: &CountryNeed) -> NeedOut {
    NeedOut { kinds: need.kinds.iter().map(|kind| Word(kind.as_str())).collect(), at_least: need.at_least }
}

impl MonthsOut {
    pub(super) fn of(duration: &Duration) -> MonthsOut {
        match *duration {
            Duration::OneOf(ref months) => MonthsOut::OneOf { months: months.clone() },
            Duration::Range { from, to } => MonthsOut::Range { from, to },
        }
    }
}

impl GrantOut {
    pub(super) fn of(grant: &Grant) -> GrantOut {
        match *grant {
            Grant::Caps(ref caps) => GrantOut::Caps { caps: caps.iter().map(CapOut::of).collect() },
            Grant::OneOf(ref one_of) => GrantOut::OneOf { one_of: one_of.clone() },
            Grant::Range { from, to } => GrantOut::Range { from, to },
            Grant::PerMonth { each, at_most } => GrantOut::PerMonth { per_month: each, at_most },
        }
    }
}

fn selector<'a>(file: &'a CallFile, selector: &Selector) -> SelectorOut<'a> {
    SelectorOut::of(selector, selector.class.and_then(|place| file.classes.get(usize::from(place))).map(|class| &*class.name))
}

impl<'a> SelectorOut<'a> {
    /// A selector with the name of its class.
    pub(super) fn of(selector: &Selector, class: Option<&'a str>) -> SelectorOut<'a> {
        SelectorOut {
            roles: Role::ALL.iter().filter(|role| selector.roles.contains(**role)).map(|role| Word(role.as_str())).collect(),
            kinds: selector.kinds.map(|kinds| kinds.iter().map(|kind: OrganisationKind| Word(kind.as_str())).collect()),
            class,
            attribute: selector.attribute.map(|attribute| Word(attribute.as_str())),
        }
    }
}

impl CapOut {
    pub(super) fn of(cap: &Cap) -> CapOut {
        CapOut { months: cap.months, at_most: cap.at_most }
    }
}
