//! A report: what is found of each requirement, who counts and who does not.

use super::Word;
use super::measured::MeasuredOut;
use super::missing::MissingFactsOut;
use crate::engine::{Call, Finding, LeftOut, Member, OtherReading, Reading, Report, Status, Verdict};
use serde::{Serialize, Serializer};

/// The class whose absence has a word of its own in reports.
const PROGRAMME: &str = "programme";

/// A report on one plan.
#[derive(Serialize, Debug)]
pub struct ReportOut<'a> {
    plan: &'a str,
    call: &'a str,
    year: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'a str>,
    reading: Word,
    verdict: Word,
    findings: Vec<FindingOut<'a>>,
}

/// What is found of one requirement.
#[derive(Serialize, Debug)]
struct FindingOut<'a> {
    id: &'a str,
    status: Word,
    severity: Word,
    measured: MeasuredOut,
    counted: Vec<&'a str>,
    left_out: Vec<LeftOutOut<'a>>,
    countries: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_facts: Option<MissingFactsOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_reading: Option<OtherReadingOut>,
}

/// What the other reading says, where it says something else.
#[derive(Serialize, Debug)]
struct OtherReadingOut {
    reading: Word,
    status: Word,
    measured: MeasuredOut,
}

/// A member who does not count, and why.
#[derive(Serialize, Debug)]
struct LeftOutOut<'a> {
    organisation: &'a str,
    reason: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<Word>,
}

impl<'a> ReportOut<'a> {
    /// A report in the form in which it leaves the program. `plan` is the plan's title, or where it comes from.
    pub fn new(plan: &'a str, call: &'a Call, members: &'a [Member], report: &'a Report) -> ReportOut<'a> {
        let reading = report.reading;
        ReportOut {
            plan,
            call: call.id(),
            year: call.year(),
            variant: call.variant(),
            reading: Word(reading.as_str()),
            verdict: Word(report.verdict.as_str()),
            findings: report.findings.iter().map(|finding| finding_out(call, members, reading, finding)).collect(),
        }
    }
}

fn finding_out<'a>(call: &'a Call, members: &'a [Member], reading: Reading, finding: &'a Finding) -> FindingOut<'a> {
    let other = |other: &OtherReading| OtherReadingOut {
        reading: Word(reading.other().as_str()),
        status: Word(other.status.as_str()),
        measured: MeasuredOut::of(&other.measured),
    };
    let facts = Some(&finding.missing_facts).filter(|facts| !facts.is_empty());
    FindingOut {
        id: &finding.requirement,
        status: Word(finding.status.as_str()),
        severity: Word(finding.severity.as_str()),
        measured: MeasuredOut::of(&finding.measured),
        counted: finding.counted.iter().map(|place| id(members, *place)).collect(),
        left_out: finding.left_out.iter().map(|(place, why)| left_out(call, members, *place, *why)).collect(),
        countries: finding.countries.iter().map(|country| country.code()).collect(),
        missing_facts: facts.map(|facts| MissingFactsOut::of(facts, &|place| id(members, place))),
        other_reading: finding.other.as_ref().map(other),
    }
}

fn left_out<'a>(call: &'a Call, members: &'a [Member], place: u32, why: LeftOut) -> LeftOutOut<'a> {
    let (word, class) = reason(call, why);
    let same_as = if let LeftOut::SameLegalGroup(other) = why { Some(id(members, other)) } else { None };
    let attribute = match why {
        LeftOut::WithoutAttribute(attribute) | LeftOut::AttributeNotStated(attribute) => Some(Word(attribute.as_str())),
        _ => None,
    };
    LeftOutOut { organisation: id(members, place), reason: Word(word), class, same_as, attribute }
}

fn id(members: &[Member], place: u32) -> &str {
    members.get(place as usize).map_or("", |member| &*member.organisation.id)
}

/// The verdict and every status, without who counts and why.
#[derive(Serialize, Debug)]
pub struct StatusesOut<'a> {
    reading: Word,
    verdict: Word,
    #[serde(serialize_with = "as_fields")]
    statuses: Vec<(&'a str, Word)>,
}

impl<'a> StatusesOut<'a> {
    /// The statuses by requirement, in call order.
    pub fn new(call: &'a Call, reading: Reading, verdict: Verdict, statuses: &[Status]) -> StatusesOut<'a> {
        let by_id = call.requirements().iter().zip(statuses).map(|(requirement, status)| (&*requirement.id, Word(status.as_str())));
        StatusesOut { reading: Word(reading.as_str()), verdict: Word(verdict.as_str()), statuses: by_id.collect() }
    }
}

fn as_fields<S: Serializer>(fields: &[(&str, Word)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().copied())
}

/// The word for why a member is left out, and the class that it is outside of where the word does not say it.
pub fn reason(call: &Call, left_out: LeftOut) -> (&'static str, Option<&str>) {
    let (LeftOut::OutsideClass(place) | LeftOut::NotDecided(place)) = left_out else { return (left_out.as_str(), None) };
    match call.classes().get(usize::from(place)).map(|class| &*class.name) {
        Some(PROGRAMME) if left_out == LeftOut::OutsideClass(place) => ("partner_country", None),
        class => (left_out.as_str(), class),
    }
}
