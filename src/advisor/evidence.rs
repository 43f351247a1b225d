//! What has to be shown before applying, grouped; independence is asked, never judged.

use super::node::{Element, Node, bold, details, list};
use super::questions::fact_name;
use super::view::View;
use crate::advice::{Evidence, checklist};
use crate::engine::Commitment;
use crate::engine::rule::Fact;
use crate::i18n::{AdviceMessage as M, Message, lower};

/// How many lines a group has.
const MOST_LINES: usize = 20;

/// The titles of the groups, in order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Proof(Fact),
    Experience,
    Independence,
}

const GROUPS: [Group; 5] =
    [Group::Proof(Fact::Charter), Group::Proof(Fact::AddedValue), Group::Experience, Group::Proof(Fact::Commitment), Group::Independence];

/// The box, where there is anything to show.
pub(super) fn evidence(view: &View<'_>) -> Option<Element> {
    let all: Vec<(Group, Evidence)> =
        checklist(view.call, view.members()).into_iter().map(|evidence| (group(&evidence), evidence)).collect();
    let mut inside = Vec::new();
    for group in GROUPS {
        let of_group: Vec<&Evidence> = all.iter().filter(|(other, _)| *other == group).map(|(_, evidence)| evidence).collect();
        if of_group.is_empty() {
            continue;
        }
        let mut rows: Vec<Element> = of_group.iter().take(MOST_LINES).map(|evidence| row(view, evidence)).collect();
        if of_group.len() > MOST_LINES {
            rows.push(Element::new("li").child(view.line(M::AndMore, of_group.len() - MOST_LINES, &[])));
        }
        inside.extend([Element::new("h3").child(title(view, group)), list("evidence", rows)]);
    }
    (!inside.is_empty()).then(|| details("evidence", "note more", view.page(Message::ToShow), inside))
}

fn group(evidence: &Evidence) -> Group {
    match evidence {
        Evidence::Charter { .. } => Group::Proof(Fact::Charter),
        Evidence::AddedValue { .. } => Group::Proof(Fact::AddedValue),
        Evidence::Commitment { .. } => Group::Proof(Fact::Commitment),
        Evidence::Experience { .. } => Group::Experience,
        Evidence::SharedGroup { .. } | Evidence::AlikeNames { .. } => Group::Independence,
    }
}

fn title(view: &View<'_>, group: Group) -> String {
    match group {
        Group::Proof(fact) => fact_name(view, fact),
        Group::Experience => view.page(Message::Experience),
        Group::Independence => view.words(M::Independence),
    }
}

fn row(view: &View<'_>, evidence: &Evidence) -> Element {
    match evidence {
        Evidence::Charter { member, stated: Some(false) } => said(view, *member, view.words(M::StatedNo), false),
        Evidence::Charter { member, stated } => stated_row(view, *member, stated.is_some()),
        Evidence::AddedValue { member, stated } | Evidence::Experience { member, stated } => stated_row(view, *member, *stated),
        Evidence::Commitment { member, commitment } => {
            said(view, *member, lower(&view.page(Message::Commitment(*commitment))), *commitment == Commitment::None)
        }
        Evidence::SharedGroup { members } => asked(view, M::AskGroup, members),
        Evidence::AlikeNames { one, other } => asked(view, M::AskAlike, &[*one, *other]),
    }
}

fn stated_row(view: &View<'_>, member: u32, stated: bool) -> Element {
    let words = if stated { view.words(M::Stated) } else { lower(&view.page(Message::NotStated)) };
    said(view, member, words, !stated)
}

fn said(view: &View<'_>, member: u32, words: String, open: bool) -> Element {
    let row = Element::new("li").child(bold(view.member_name(member))).child(format!(" – {words}"));
    if !open {
        return row;
    }
    row.child(" ").child(view.row_button("data-fill", view.id(member).to_owned(), &view.words(M::FillShort), &view.member_name(member)))
}

fn asked(view: &View<'_>, message: M, members: &[u32]) -> Element {
    let nodes: Vec<Node> = view.say(message, 0, &[("names", view.member_names(members))]);
    Element::new("li").children(nodes)
}
