//! What holds if only those join who have confirmed it, beside what holds with all.

use super::node::{Element, details};
use super::table::{Cell, table};
use super::view::{READING, View};
use crate::advice;
use crate::engine::{Commitment, Status};
use crate::i18n::{AdviceMessage as M, Message};

/// The box, where somebody has said how far it is and not everybody has confirmed.
pub(super) fn confirmed(view: &View<'_>) -> Option<Element> {
    let members = view.members();
    if members.iter().all(|member| member.organisation.commitment == Commitment::None) {
        return None;
    }
    let found = advice::confirmed(view.call, members, &view.plan.project, READING)?;
    let have = (members.len() - found.left.len()) as u64;
    let said = view.page(Message::HaveConfirmed { have, need: members.len() as u64 });
    let changed: Vec<(usize, Status, Status)> = (0..)
        .zip(view.report.findings.iter().zip(&found.statuses))
        .filter(|(_, (finding, then))| finding.status != **then)
        .map(|(place, (finding, then))| (place, finding.status, *then))
        .collect();
    let inside = if changed.is_empty() {
        vec![Element::new("p").child(format!("{said}. {}", view.words(M::ConfirmedSame)))]
    } else {
        vec![Element::new("p").child(format!("{said}.")), changes(view, &changed)]
    };
    Some(details("note more", view.words(M::Confirmed), inside))
}

fn changes(view: &View<'_>, changed: &[(usize, Status, Status)]) -> Element {
    let heads = [M::RequirementColumn, M::WithAll, M::WithConfirmed].map(|head| view.words(head));
    let row = |(place, now, then): &(usize, Status, Status)| {
        let cell = |status: &Status| Cell { class: status.as_str(), text: view.status(*status) };
        (view.title(*place).to_owned(), vec![cell(now), cell(then)])
    };
    table(view.words(M::ConfirmedCaption), heads.into_iter(), changed.iter().map(row))
}
