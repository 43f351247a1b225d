//! Two plans beside each other: members that only one has, facts of the project and requirements that differ.

use super::difference::shown;
use super::node::{Element, bold, paragraph};
use super::table::Cell;
use super::view::View;
use crate::engine::{Role, Status, Verdict};
use crate::i18n::{AdviceMessage as M, Message, lower};
use std::collections::BTreeMap;

/// What differs between the plan and another, each under its own call.
pub(super) fn differ(view: &View<'_>, other: &View<'_>) -> Vec<Element> {
    let names = names(view, other);
    let mut rows = facts(view, other);
    rows.extend(statuses(view, other));
    let mut inside = Vec::new();
    if !rows.is_empty() {
        inside.extend(shown(view, M::PlansCaption, M::WhatColumn, &names, rows));
    }
    let [here, there] = &names;
    inside.extend(only(view, other, here));
    inside.extend(only(other, view, there));
    if inside.is_empty() {
        inside.push(Element::new("p").child(view.words(M::PlansAlike)));
    }
    inside
}

/// The plans' titles, told apart where they are the same.
fn names(view: &View<'_>, other: &View<'_>) -> [String; 2] {
    let ([one, _], [two, _]) = (view.heading(), other.heading());
    if one != two {
        return [one, two];
    }
    [view.line(M::ThisOne, 0, &[("name", &one)]), view.line(M::OtherOne, 0, &[("name", &two)])]
}

/// What differs of the project, and of what is known of the members as a whole.
fn facts(view: &View<'_>, other: &View<'_>) -> Vec<(String, [Cell; 2])> {
    type Told = fn(&View<'_>) -> String;
    let rows: [(String, Told); 6] = [
        (view.page(Message::Call), |view| view.call_name()),
        (view.page(Message::Duration), duration),
        (view.page(Message::GrantLabel), grant),
        (view.words(M::ActivitiesRow), activities),
        (view.words(M::MembersRow), |view| view.members().len().to_string()),
        (view.page(Message::Role(Role::Applicant)), applicant),
    ];
    let cell = |text: String| Cell { class: "fact", text };
    let differing = rows.into_iter().map(|(head, say)| (head, [say(view), say(other)])).filter(|(_, [one, two])| one != two);
    let mut rows: Vec<(String, [Cell; 2])> = differing.map(|(head, said)| (head, said.map(cell))).collect();
    if view.report.verdict != other.report.verdict {
        rows.push((view.words(M::AllMandatory), [view, other].map(|view| status(view, of_verdict(view.report.verdict)))));
    }
    rows
}

fn not_stated(view: &View<'_>) -> String {
    lower(&view.page(Message::NotStated))
}

fn duration(view: &View<'_>) -> String {
    view.plan.project.duration_months.map_or_else(|| not_stated(view), |months| view.duration(months))
}

fn grant(view: &View<'_>) -> String {
    view.plan.project.grant.map_or_else(|| not_stated(view), |amount| view.page(Message::GrantIs(amount)))
}

fn activities(view: &View<'_>) -> String {
    let chosen = view.file.activities.iter().filter(|one| view.plan.project.activities.iter().any(|id| **id == *one.id));
    let chosen: Vec<String> = chosen.map(|one| one.title.in_language(view.language).to_owned()).collect();
    if chosen.is_empty() { not_stated(view) } else { chosen.join("; ") }
}

fn applicant(view: &View<'_>) -> String {
    let leads = view.members().iter().filter(|member| member.role == Role::Applicant);
    let names: Vec<String> = leads.map(|member| view.name(&member.organisation)).collect();
    if names.is_empty() { not_stated(view) } else { view.series(names, M::And) }
}

fn of_verdict(verdict: Verdict) -> Status {
    match verdict {
        Verdict::Met => Status::Met,
        Verdict::Unmet => Status::Unmet,
        Verdict::Unknown => Status::Unknown,
    }
}

fn status(view: &View<'_>, status: Status) -> Cell {
    Cell { class: status.as_str(), text: view.status(status) }
}

/// Requirements that both calls have and that come out differently.
fn statuses(view: &View<'_>, other: &View<'_>) -> Vec<(String, [Cell; 2])> {
    let twin = |id: &str| other.report.findings.iter().find(|finding| *finding.requirement == *id);
    let both = view.report.findings.iter().enumerate().filter_map(|(place, finding)| Some((place, finding, twin(&finding.requirement)?)));
    let differing = both.filter(|(_, one, two)| one.status != two.status);
    differing.map(|(place, one, two)| (view.title(place).to_owned(), [status(view, one.status), status(other, two.status)])).collect()
}

/// The members that only one plan has, by their names; those without a name by what they stand for, as many as there are more of them.
fn only(view: &View<'_>, other: &View<'_>, plan: &str) -> Option<Element> {
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for member in other.members() {
        *there.entry(other.name(&member.organisation)).or_default() += 1;
    }
    let mut names = Vec::new();
    for name in view.members().iter().map(|member| view.name(&member.organisation)) {
        match there.get_mut(&name).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => names.push(name),
        }
    }
    let count = names.len();
    let names = view.few(names.into_iter().map(bold), count, M::And);
    (count > 0).then(|| paragraph([view.say(M::OnlyIn, count, &[("plan", vec![plan.into()]), ("names", names)])]))
}
