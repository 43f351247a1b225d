//! Which call suits the plan: a row a call, the nearest first, each with what it still misses.

use super::changes;
use super::node::{Element, Node, append, details, list};
use super::questions::fact_name;
use super::table::framed;
use super::view::{READING, View};
use crate::advice::{Additions, Assessment, Change, FactKind, FactToState, Gap, compare};
use crate::calls::CallFile;
use crate::engine::{Call, ProjectFact, Severity, Status};
use crate::i18n::{AdviceMessage as M, Message, lower};

/// The box. While no calls are handed over it only says what it would do; the page hands them over once it is opened.
pub(super) fn comparison(view: &View<'_>, files: Option<&[&CallFile]>) -> Element {
    let inside = match files {
        None => Element::new("p").child(view.words(M::WhichCallHint)),
        Some(files) => rows(view, files),
    };
    details("calls", "note more", view.words(M::WhichCall), [inside]).with("data-compare", "")
}

/// What the page's commands call a call by: `id/year/variant`, the last empty where there is none.
pub(super) fn key(call: &Call) -> String {
    format!("{}/{}/{}", call.id(), call.year(), call.variant().unwrap_or_default())
}

fn rows(view: &View<'_>, files: &[&CallFile]) -> Element {
    let mut all: Vec<(&CallFile, Call)> = files.iter().flat_map(|file| file.latest().into_iter().map(move |call| (*file, call))).collect();
    let own = key(view.call);
    if all.iter().all(|(_, call)| key(call) != own) {
        all.push((view.file, view.call.clone()));
    }
    let found = compare(all.iter().map(|(_, call)| call), view.members(), &view.plan.project, READING);
    let rows: Vec<Element> = found
        .iter()
        .filter_map(|assessment| all.get(assessment.call).map(|(file, call)| (assessment, file, call)))
        .map(|(assessment, file, call)| row(&view.of_call(file, call), assessment, key(call) == own))
        .collect();
    let heads = [view.page(Message::Call), view.words(M::OutcomeColumn), view.words(M::ChoiceColumn)];
    let table = framed(view.words(M::CallsCaption), heads.into_iter(), rows.into_iter());
    Element::new("div").child(table).child(Element::new("p").child(other_plan(view)))
}

/// A plan in a file to hold beside this one.
fn other_plan(view: &View<'_>) -> Element {
    let input = Element::new("input").with("type", "file").class("sr").with("accept", ".json,application/json").with("data-other-plan", "");
    Element::new("label").class("btn file").child(input).child(view.words(M::OtherPlan))
}

fn row(view: &View<'_>, assessment: &Assessment, is_own: bool) -> Element {
    let name = view.call_name();
    let head = if is_own { view.line(M::ThisOne, 0, &[("name", &name)]) } else { name.clone() };
    let outcome = outcome(view, &assessment.gap);
    let lines = lines(view, assessment);
    let outcome: Node = match lines.is_empty() {
        true => outcome.into(),
        false => details("lacks", "more", outcome, [list("lacks", lines.into_iter().map(|line| Element::new("li").children(line)))]).into(),
    };
    let mut buttons = Element::new("td");
    if !is_own {
        let button = |command, label: M| view.row_button(command, key(view.call), &view.words(label), &name);
        buttons = buttons.child(button("data-use-call", M::UseCall)).child(" ").child(button("data-beside", M::CompareWith));
    }
    let head = Element::new("th").with("scope", "row").child(head);
    let outcome = Element::new("td").class(class(&assessment.gap)).child(outcome);
    Element::new("tr").with("data-row", key(view.call)).child(head).child(outcome).child(buttons)
}

const fn class(reach: &Gap) -> &'static str {
    match reach {
        Gap::Now => "now",
        Gap::Facts => "facts",
        Gap::With { .. } => "with",
        Gap::Unclear(_) => "unclear",
        Gap::Never(_) => "never",
    }
}

/// How near the call is, in a few words.
fn outcome(view: &View<'_>, reach: &Gap) -> String {
    let said = |message: M, number: u32| view.line(message, number as usize, &[]);
    match reach {
        Gap::Now => said(M::FitsNow, 0),
        Gap::Facts => said(M::FitsFacts, 0),
        Gap::With { organisations, changes: 0 } => said(M::FitsWith, *organisations),
        Gap::With { organisations: 0, changes } => said(M::FitsAfter, *changes),
        Gap::With { organisations, changes } => said(M::FitsWith, *organisations) + &said(M::AndChanges, *changes),
        Gap::Unclear(_) => said(M::FitsUnclear, 0),
        Gap::Never(_) => said(M::FitsNever, 0),
    }
}

/// What is missing: who, what to change, what is not stated, what is not met; and what nobody knows of the call.
fn lines(view: &View<'_>, assessment: &Assessment) -> Vec<Vec<Node>> {
    let mut lines: Vec<Vec<Node>> = Vec::new();
    let in_the_way = in_the_way(&assessment.gap);
    lines.extend(
        in_the_way.map(|(message, places)| vec![view.line(message, places.len(), &[("requirements", &view.titles(places))]).into()]),
    );
    // Where facts may be enough, they come first.
    let (anybody, who) = (view.is_anybody_missing(&assessment.completion), who(view, assessment).map(|words| vec![words.into()]));
    lines.extend(who.iter().filter(|_| anybody).cloned());
    lines.extend(changes::said(view, &assessment.completion));
    lines.extend(assessment.missing_facts.iter().filter(|ask| !is_said(ask, &assessment.completion.changes)).map(|ask| asked(view, ask)));
    lines.extend(who.filter(|_| !anybody));
    for status in [Status::Unmet, Status::Unknown] {
        let said = |place: &usize| in_the_way.is_some_and(|(_, places)| places.contains(place));
        let places: Vec<usize> = places(view, assessment, status).into_iter().filter(|place| !said(place)).collect();
        let fillings = [("label", &*view.page(Message::Status(status))), ("names", &*view.titles(&places))];
        lines.extend((!places.is_empty()).then(|| vec![(view.line(M::Labelled, 0, &fillings) + ".").into()]));
    }
    lines.extend(view.file.not_known_of(view.call).map(|one| vec![one.text.in_language(view.language).into()]));
    lines
}

/// The mandatory requirements that have a status.
fn places(view: &View<'_>, assessment: &Assessment, status: Status) -> Vec<usize> {
    let is_mandatory = |place: usize| view.requirement(place).is_some_and(|one| one.requirement.severity == Severity::Mandatory);
    let of_status = assessment.statuses.iter().enumerate().filter(|(place, other)| **other == status && is_mandatory(*place));
    of_status.map(|(place, _)| place).collect()
}

/// The requirements for which there is no number of organisations.
fn in_the_way(reach: &Gap) -> Option<(M, &[usize])> {
    match reach {
        Gap::Now | Gap::Facts | Gap::With { .. } => None,
        Gap::Unclear(requirements) => Some((M::UnclearFor, requirements)),
        Gap::Never(requirements) => Some((M::InTheWay, requirements)),
    }
}

/// Whether a change says already what the project has to state.
fn is_said(ask: &FactToState, changes: &[Change]) -> bool {
    changes.iter().any(|change| match change {
        Change::Duration { .. } => ask.fact == FactKind::Project(ProjectFact::Duration),
        Change::Activities { .. } => ask.fact == FactKind::Project(ProjectFact::Activities),
        Change::Applicant { .. } | Change::Grant { .. } | Change::Leave { .. } | Change::Show { .. } => false,
    })
}

/// The seats of the first answer, where they are all that it takes.
fn who(view: &View<'_>, assessment: &Assessment) -> Option<String> {
    let Additions::Seats(seats) = &assessment.completion.additions else { return None };
    if in_the_way(&assessment.gap).is_some() {
        return None;
    }
    if !view.is_anybody_missing(&assessment.completion) {
        return Some(view.line(M::Otherwise, seats.number as usize, &[]));
    }
    Some(view.enough(seats.number, &seats.answers.first().map(|answer| view.seats(&answer.seats)).unwrap_or_default()))
}

/// A fact that is asked for, with those of whom it is.
fn asked(view: &View<'_>, ask: &FactToState) -> Vec<Node> {
    let label = match ask.fact {
        FactKind::Project(ProjectFact::Duration) => return vec![view.words(M::AskDuration).into()],
        FactKind::Project(ProjectFact::Activities) => return vec![view.words(M::AskActivities).into()],
        FactKind::Kind => view.page(Message::KindField),
        FactKind::Country => view.page(Message::Country),
        FactKind::Attribute(attribute) => view.page(Message::Attribute(attribute)),
        FactKind::Show(fact) => fact_name(view, fact),
    };
    let mut nodes = Vec::new();
    append(&mut nodes, view.say(M::FactMissing, 0, &[("label", vec![lower(&label).into()]), ("names", view.member_names(&ask.members))]));
    nodes
}
