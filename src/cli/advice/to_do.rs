//! What is still to be done, as text: who may lead, what is to be shown, what is open, and what holds with the confirmed alone.

use super::{Said, Sections, first, listed};
use crate::cli::prose;
use allians::advice::{Evidence, Lead, Question, checklist, confirmed, coordinators, questions};
use allians::engine::rule::Fact;
use allians::engine::{Fit, MissingFact, ProjectFact, Status};
use allians::i18n::{Language, Message, text};
use std::borrow::Cow;

pub(super) fn sections(said: &Said<'_>) -> Sections {
    let asked = said.asked;
    let (call, members, project, reading) = (asked.call, asked.members(), asked.project(), asked.reading);
    let leads = coordinators(call, members, project, reading);
    let open = questions(call, members, project);
    let confirmed = confirmed(call, members, project, reading).map(|found| {
        let left = said.members(&found.left);
        format!("{} without those who have not confirmed: {left}", found.verdict.as_str())
    });
    vec![
        ("may lead", may_lead(said, &leads)),
        ("to show", to_show(said, &checklist(call, members))),
        ("open", first(&open, |question| of_question(said, question))),
        ("confirmed", confirmed.into_iter().collect()),
    ]
}

/// Those alike on one line: the members whose leading changes the same.
fn may_lead(said: &Said<'_>, leads: &[Lead]) -> Vec<String> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for lead in leads {
        let name = said.member(lead.member);
        let name = if lead.is { format!("{name} (now)") } else { name };
        let (may, reason) = match lead.may {
            Fit::Yes => ("yes", None),
            Fit::Maybe(reason) => ("maybe", Some(reason)),
            Fit::No(reason) => ("no", Some(reason)),
        };
        let reason = reason.map(|reason| format!(", {}", prose::reason(said.checked, reason))).unwrap_or_default();
        let changed = |(place, from, to): &(usize, Status, Status)| {
            format!("; {} from {} to {}", said.asked.requirement(*place), from.as_str(), to.as_str())
        };
        let changes: String = lead.changes.iter().map(changed).collect();
        let answer = format!("{may}{reason}{changes}");
        match all.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, names)) => names.push(name),
            None => all.push((answer, vec![name])),
        }
    }
    all.into_iter().map(|(answer, names)| format!("{answer}: {}", listed(&names, String::clone))).collect()
}

fn to_show(said: &Said<'_>, list: &[Evidence]) -> Vec<String> {
    let mut shown: Vec<(&str, Vec<u32>)> = Vec::new();
    let mut lines = Vec::new();
    for evidence in list {
        let (what, member) = match evidence {
            Evidence::Charter { member, .. } => (fact_words(Fact::Charter), member),
            Evidence::AddedValue { member, .. } => (fact_words(Fact::AddedValue), member),
            Evidence::Commitment { member, .. } => (fact_words(Fact::Commitment), member),
            Evidence::Experience { member, .. } => ("pertinent experience", member),
            Evidence::SharedGroup { members } => {
                lines.push(format!("one legal group, so they count as one: {}", said.members(members)));
                continue;
            }
            Evidence::AlikeNames { one, other } => {
                lines.push(format!("almost the same name, are they one? {}", said.members(&[*one, *other])));
                continue;
            }
        };
        match shown.iter_mut().find(|(known, _)| *known == what) {
            Some((_, members)) => members.push(*member),
            None => shown.push((what, vec![*member])),
        }
    }
    let shown = shown.iter().map(|(what, members)| format!("{what}: {}", said.members(members)));
    shown.chain(first(&lines, String::clone)).collect()
}

pub(super) const fn fact_words(fact: Fact) -> &'static str {
    match fact {
        Fact::Charter => "the Erasmus Charter",
        Fact::AddedValue => "the added value",
        Fact::Commitment => "a confirmation in writing",
    }
}

fn of_question(said: &Said<'_>, question: &Question) -> String {
    match question {
        Question::Facts { requirement, facts } => {
            let of_project = facts.project.map(|fact| match fact {
                ProjectFact::Duration => "the duration".to_owned(),
                ProjectFact::Activities => "the activities".to_owned(),
            });
            let facts: Vec<String> = of_project.into_iter().chain(of_members(said, &facts.members)).collect();
            format!("{}: {} to be stated", said.asked.requirement(*requirement), facts.join(", "))
        }
        Question::Review { requirement } => format!("{}: to be judged by a person", said.asked.requirement(*requirement)),
        Question::Readings { requirement, strict, strict_measured, lenient, lenient_measured } => {
            let ((strict_have, need), (lenient_have, lenient_need)) = (strict_measured.figures(), lenient_measured.figures());
            format!(
                "{}: {} in the strict reading, {strict_have} of {need}; {} in the lenient, {lenient_have} of {lenient_need}",
                said.asked.requirement(*requirement),
                strict.as_str(),
                lenient.as_str()
            )
        }
    }
}

/// The facts, each with the members of whom they are open.
fn of_members(said: &Said<'_>, members: &[MissingFact]) -> Vec<String> {
    let mut all: Vec<(String, Vec<u32>)> = Vec::new();
    for open in members {
        let facts = [open.kind.then_some("the kind"), open.country.then_some("the country"), open.show.map(fact_words)];
        let attribute = open.attribute.map(|attribute| text(Language::En, Message::Attribute(attribute)));
        let facts = facts.into_iter().flatten().map(Cow::from).chain(attribute).collect::<Vec<_>>().join(" and ");
        match all.iter_mut().find(|(known, _)| *known == facts) {
            Some((_, members)) => members.push(open.member),
            None => all.push((facts, vec![open.member])),
        }
    }
    all.into_iter().map(|(facts, members)| format!("{facts} of {}", said.members(&members))).collect()
}
