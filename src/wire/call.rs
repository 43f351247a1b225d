//! A call as data: its texts, sources and rules, with the countries of one year.

use super::{TextsOut, Word};
use crate::calls::{Activity, CallFile, RequirementFile, Source};
use crate::engine::rule::Cap;
use crate::engine::{Call, Country, OrganisationKind, Role, Rule, Selector};
use serde::Serialize;

/// A call in the list of calls.
#[derive(Serialize, Debug)]
pub struct ListedCall<'a> {
    id: &'a str,
    years: &'a [u16],
    title: TextsOut<'a>,
}

impl<'a> ListedCall<'a> {
    /// A call as the list shows it.
    pub fn of(file: &'a CallFile) -> ListedCall<'a> {
        ListedCall { id: file.id, years: file.years, title: TextsOut::of(&file.title) }
    }
}

/// A call in one year.
#[derive(Serialize, Debug)]
pub struct CallOut<'a> {
    id: &'a str,
    year: u16,
    title: TextsOut<'a>,
    address: &'a str,
    checked: &'a str,
    notes: Vec<TextsOut<'a>>,
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
        months: &'a [u32],
    },
    /// The grant is within the most allowed.
    Grant {
        /// The most, by duration.
        caps: Vec<CapOut>,
    },
    /// At least one activity of the list.
    Activities {
        /// Ids of activities.
        any_of: &'a [&'a str],
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
            name: class.name,
            title: TextsOut::of(&class.title),
            countries: of_year.countries.iter().map(|country: Country| country.code().to_owned()).collect(),
        });
        CallOut {
            id: file.id,
            year: call.year(),
            title: TextsOut::of(&file.title),
            address: file.address,
            checked: file.checked,
            notes: file.notes(call.year()).map(TextsOut::of).collect(),
            classes: classes.collect(),
            activities: file.activities.iter().map(activity).collect(),
            requirements: file.requirements.iter().map(|one| requirement(file, one)).collect(),
        }
    }
}

fn activity(activity: &Activity) -> ActivityOut<'_> {
    ActivityOut { id: activity.id, title: TextsOut::of(&activity.title), sentence: activity.sentence }
}

fn requirement<'a>(file: &'a CallFile, one: &'a RequirementFile) -> RequirementOut<'a> {
    let source = |source: &'a Source| {
        let document = file.documents.get(source.document)?;
        Some(SourceOut {
            title: document.title,
            address: document.address,
            language: document.language,
            confidence: Word(document.confidence.as_str()),
            sentence: source.sentence,
        })
    };
    RequirementOut {
        id: one.requirement.id,
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
        Rule::Countries(rule) => RuleOut::Countries { of: selector(file, &rule.of), at_least: rule.at_least },
        Rule::Coordinator(rule) => RuleOut::Coordinator { of: selector(file, &rule.of) },
        Rule::EveryMember(rule) => {
            RuleOut::EveryMember { of: selector(file, &rule.of), fact: Word(rule.fact.as_str()), outcome: Word(rule.outcome.as_str()) }
        }
        Rule::Duration(rule) => RuleOut::Duration { months: rule.months },
        Rule::Grant(rule) => RuleOut::Grant { caps: rule.caps.iter().map(CapOut::of).collect() },
        Rule::Activities(rule) => RuleOut::Activities { any_of: rule.any_of },
        Rule::Judgement => RuleOut::Judgement {},
    }
}

fn selector<'a>(file: &'a CallFile, selector: &Selector) -> SelectorOut<'a> {
    SelectorOut::of(selector, selector.class.and_then(|place| file.classes.get(usize::from(place))).map(|class| class.name))
}

impl<'a> SelectorOut<'a> {
    /// A selector with the name of its class.
    pub(super) fn of(selector: &Selector, class: Option<&'a str>) -> SelectorOut<'a> {
        SelectorOut {
            roles: Role::ALL.iter().filter(|role| selector.roles.contains(**role)).map(|role| Word(role.as_str())).collect(),
            kinds: selector.kinds.map(|kinds| kinds.iter().map(|kind: OrganisationKind| Word(kind.as_str())).collect()),
            class,
        }
    }
}

impl CapOut {
    pub(super) fn of(cap: &Cap) -> CapOut {
        CapOut { months: cap.months, at_most: cap.at_most }
    }
}
