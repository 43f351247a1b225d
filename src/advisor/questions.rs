//! Everything that is open, as questions ready to be asked, with the call's own sentences; and the two readings beside each other.

use super::node::{Element, Node, bold, button, details};
use super::table::{Cell, table};
use super::view::{View, copying};
use crate::advice::Question;
use crate::calls::Source;
use crate::engine::rule::Fact;
use crate::engine::{Measured, MissingFacts, ProjectFact, Status};
use crate::i18n::{AdviceMessage as M, Message, lower};

/// How many members are asked about in one requirement.
const MOST_MEMBERS: usize = 20;

/// The sheet of all questions.
pub(super) fn questions(view: &View<'_>, all: &[Question]) -> Option<Element> {
    if all.is_empty() {
        return None;
    }
    let rows = all.chunk_by(|one, next| requirement(one) == requirement(next)).map(|of_one| Node::from(row(view, of_one)));
    let heading = Element::new("h3").child(view.heading().join(" – "));
    let sheet = Element::new("div").with("data-text", "").child(heading).child(Element::new("ol").class("questions").children(rows));
    let buttons = Element::new("p").child(copying(view, view.words(M::Copy))).child(" ");
    let buttons = buttons.child(button("data-print", "", view.words(M::Print)));
    Some(details("questions", "note more", view.words(M::Questions), [buttons, sheet]))
}

fn requirement(question: &Question) -> usize {
    match question {
        Question::Facts { requirement, .. } | Question::Review { requirement } | Question::Readings { requirement, .. } => *requirement,
    }
}

/// All that is open in one requirement.
fn row(view: &View<'_>, of_one: &[Question]) -> Element {
    let place = of_one.first().map_or(0, requirement);
    let ask = |question: &Question| match question {
        Question::Facts { facts, .. } => missing(view, facts),
        Question::Review { .. } => vec![view.line(M::AskReview, 0, &[("requirement", view.title(place))])],
        Question::Readings { .. } => vec![ask_reading(view, place)],
    };
    let asked = of_one.iter().flat_map(ask).map(|line| Element::new("p").child(line).into());
    let row = Element::new("li").child(Element::new("p").child(bold(view.title(place)))).children(asked);
    row.children(sentence(view, place).map(Node::from))
}

fn missing(view: &View<'_>, facts: &MissingFacts) -> Vec<String> {
    let MissingFacts { members, project } = facts;
    let of_project = project.map(|fact| match fact {
        ProjectFact::Duration => view.words(M::AskDuration),
        ProjectFact::Activities => view.words(M::AskActivities),
    });
    let mut lines: Vec<String> = of_project.into_iter().collect();
    lines.extend(members.iter().take(MOST_MEMBERS).flat_map(|open| {
        let name = view.member_name(open.member);
        let asked = [open.kind.then_some(M::AskKind), open.country.then_some(M::AskCountry), open.show.map(ask_fact)];
        let mut lines: Vec<String> = asked.into_iter().flatten().map(|message| view.line(message, 0, &[("name", &name)])).collect();
        lines.extend(open.attribute.map(|attribute| {
            let attribute = lower(&view.page(Message::Attribute(attribute)));
            view.line(M::AskAttribute, 0, &[("name", &name), ("attribute", &attribute)])
        }));
        lines
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

/// The call's own sentence: in the reader's language where a source has it, else in that of the first source.
fn sentence(view: &View<'_>, requirement: usize) -> Option<Element> {
    let language = |source: &Source| view.file.documents.get(source.document).map_or("", |document| &*document.language);
    let mut quoted: Vec<&Source> = view.requirement(requirement)?.sources.iter().filter(|source| source.sentence.is_some()).collect();
    quoted.sort_by_key(|source| language(source) != view.language.as_str());
    let source = quoted.first()?;
    Some(Element::new("blockquote").with("lang", language(source)).child(source.sentence.as_deref()?))
}

fn ask_reading(view: &View<'_>, requirement: usize) -> String {
    let readings = view.requirement(requirement).and_then(|file| file.readings.as_ref()).map_or("", |text| text.in_language(view.language));
    view.line(M::AskReading, 0, &[("requirement", view.title(requirement)), ("readings", readings)])
}

/// Requirements for which the two readings differ.
pub(super) fn readings(view: &View<'_>, all: &[Question]) -> Option<Element> {
    let (mut rows, mut asked) = (Vec::new(), Vec::new());
    for question in all {
        if let Question::Readings { requirement, strict, strict_measured, lenient, lenient_measured } = question {
            let cells = vec![cell(view, *strict, strict_measured), cell(view, *lenient, lenient_measured)];
            rows.push((view.title(*requirement).to_owned(), cells));
            asked.push(ask(view, *requirement));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let heads = [M::RequirementColumn, M::Strict, M::Lenient].map(|head| view.words(head));
    let inside = std::iter::once(table(view.words(M::ReadingsCaption), heads.into_iter(), rows.into_iter())).chain(asked);
    Some(details("readings", "note more", view.words(M::Readings), inside))
}

fn cell(view: &View<'_>, status: Status, measured: &Measured) -> Cell {
    let (have, need) = measured.figures();
    Cell { class: status.as_str(), text: format!("{} – {}", view.page(Message::HaveOf { have, need }), view.status(status)) }
}

/// A question to the agency with its button.
fn ask(view: &View<'_>, requirement: usize) -> Element {
    let question = format!("{}. {}", view.call_name(), ask_reading(view, requirement));
    let copy = view.row_button("data-copy", view.words(M::Copied), &view.words(M::Copy), view.title(requirement));
    let copy = copy.with("data-marked", view.words(M::Marked));
    // The button copies the text that follows it.
    Element::new("div").child(Element::new("p").child(copy)).child(Element::new("p").with("data-text", "").child(question))
}
