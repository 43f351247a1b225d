//! Everything that is open, as questions ready to be asked, with the call's own sentences; and the two readings beside each other.

use super::node::{Element, Node, bold, button, details};
use super::table::{Cell, table};
use super::view::View;
use crate::advice::{OpenMember, ProjectFact, Question};
use crate::engine::Status;
use crate::engine::rule::Fact;
use crate::i18n::{AdviceMessage as M, Message};

/// How many members are asked about in one requirement.
const MOST_MEMBERS: usize = 20;

/// The sheet of all questions.
pub(super) fn questions(view: &View<'_>, all: &[Question]) -> Option<Element> {
    if all.is_empty() {
        return None;
    }
    let rows = all.iter().map(|question| Node::from(row(view, question)));
    let sheet = Element::new("div").with("data-text", "").child(Element::new("ol").class("questions").children(rows));
    let buttons = Element::new("p").child(button("data-copy", "", view.words(M::Copy))).child(" ");
    let buttons = buttons.child(button("data-print", "", view.words(M::Print)));
    Some(details("note more", view.words(M::Questions), [buttons, sheet]))
}

fn row(view: &View<'_>, question: &Question) -> Element {
    let (requirement, asked) = match question {
        Question::Facts { requirement, members, project } => (*requirement, facts(view, members, *project)),
        Question::Review { requirement } => (*requirement, vec![view.line(M::AskReview, 0, &[("requirement", view.title(*requirement))])]),
        Question::Readings { requirement, .. } => (*requirement, vec![ask_reading(view, *requirement)]),
    };
    let row = Element::new("li").child(Element::new("p").child(bold(view.title(requirement))));
    let row = row.children(asked.into_iter().map(|line| Element::new("p").child(line).into()));
    row.children(sentence(view, requirement).map(Node::from))
}

fn facts(view: &View<'_>, members: &[OpenMember], project: Option<ProjectFact>) -> Vec<String> {
    let of_project = project.map(|fact| match fact {
        ProjectFact::Duration => view.words(M::AskDuration),
        ProjectFact::Activities => view.words(M::AskActivities),
    });
    let mut lines: Vec<String> = of_project.into_iter().collect();
    lines.extend(members.iter().take(MOST_MEMBERS).flat_map(|open| {
        let name = view.member_name(open.member);
        let asked = [open.kind.then_some(M::AskKind), open.country.then_some(M::AskCountry), open.show.map(ask_fact)];
        asked.into_iter().flatten().map(move |message| view.line(message, 0, &[("name", &name)]))
    }));
    if members.len() > MOST_MEMBERS {
        lines.push(view.line(M::AndMore, members.len() - MOST_MEMBERS, &[]));
    }
    lines
}

fn ask_fact(fact: Fact) -> M {
    match fact {
        Fact::AddedValue => M::AskValue,
        Fact::Charter => M::AskCharter,
        Fact::Commitment => M::AskCommitment,
    }
}

/// What has to be shown, as the form calls it.
pub(super) fn fact_name(view: &View<'_>, fact: Fact) -> String {
    view.page(match fact {
        Fact::AddedValue => Message::AddedValue,
        Fact::Charter => Message::Charter,
        Fact::Commitment => Message::CommitmentField,
    })
}

/// The call's own sentence, in its own language.
fn sentence(view: &View<'_>, requirement: usize) -> Option<Element> {
    let source = view.requirement(requirement)?.sources.iter().find(|source| source.sentence.is_some())?;
    let language = view.file.documents.get(source.document).map_or("", |document| document.language);
    Some(Element::new("blockquote").with("lang", language).child(source.sentence.unwrap_or_default()))
}

fn ask_reading(view: &View<'_>, requirement: usize) -> String {
    let readings = view.requirement(requirement).and_then(|file| file.readings).map_or("", |text| text.in_language(view.language));
    view.line(M::AskReading, 0, &[("requirement", view.title(requirement)), ("readings", readings)])
}

/// Requirements for which the two readings differ.
pub(super) fn readings(view: &View<'_>, all: &[Question]) -> Option<Element> {
    let (mut rows, mut asked) = (Vec::new(), Vec::new());
    for question in all {
        if let Question::Readings { requirement, strict, strict_have, need, lenient, lenient_have, lenient_need } = question {
            let strict = cell(view, *strict, *strict_have, *need);
            rows.push((view.title(*requirement).to_owned(), vec![strict, cell(view, *lenient, *lenient_have, *lenient_need)]));
            asked.push(ask(view, *requirement));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let heads = [M::RequirementColumn, M::Strict, M::Lenient].map(|head| view.words(head));
    let inside = std::iter::once(table(view.words(M::ReadingsCaption), heads.into_iter(), rows.into_iter())).chain(asked);
    Some(details("note more", view.words(M::Readings), inside))
}

fn cell(view: &View<'_>, status: Status, have: u64, need: u64) -> Cell {
    Cell { class: status.as_str(), text: format!("{} – {}", view.page(Message::HaveOf { have, need }), view.status(status)) }
}

/// A question to the agency with its button.
fn ask(view: &View<'_>, requirement: usize) -> Element {
    let question = ask_reading(view, requirement);
    let copy = view.row_button("data-copy", String::new(), &view.words(M::Copy), view.title(requirement));
    Element::new("div").child(Element::new("p").with("data-text", "").child(question)).child(copy)
}
