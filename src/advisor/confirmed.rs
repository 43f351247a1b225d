//! What holds if only those join who have confirmed it, beside what holds with all.

use super::node::{Element, details};
use super::table::{Cell, table};
use super::view::{READING, View};
use crate::advice;
use crate::engine::rule::Fact;
use crate::engine::{Commitment, Rule, Status, Verdict};
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
        .filter(|(place, (finding, then))| finding.status != **then && !asks_commitment(view, *place))
        .map(|(place, (finding, then))| (place, finding.status, *then))
        .collect();
    let inside = if changed.is_empty() && found.verdict == view.report.verdict {
        vec![Element::new("p").child(format!("{said}. {}", view.words(M::ConfirmedSame)))]
    } else {
        vec![Element::new("p").child(format!("{said}.")), changes(view, found.verdict, &changed)]
    };
    Some(details("confirmed", "note more", view.words(M::Confirmed), inside))
}

/// That those who have confirmed have confirmed is no news.
fn asks_commitment(view: &View<'_>, place: usize) -> bool {
    let asked = view.call.requirements().get(place).map(|requirement| requirement.rule_in(READING));
    matches!(asked, Some(Rule::EveryMember(rule)) if rule.fact == Fact::Commitment)
}

/// Both verdicts where they differ, and the requirements that do.
fn changes(view: &View<'_>, then: Verdict, changed: &[(usize, Status, Status)]) -> Element {
    let heads = [M::RequirementColumn, M::WithAll, M::WithConfirmed].map(|head| view.words(head));
    let cell = |status: &Status| Cell { class: status.as_str(), text: view.status(*status) };
    let row = |(place, now, then): &(usize, Status, Status)| row_of(view.title(*place).to_owned(), [cell(now), cell(then)]);
    let whole = [view.report.verdict, then].map(status_of);
    let verdicts = (view.report.verdict != then).then(|| row_of(view.words(M::AllMandatory), whole.map(|status| cell(&status))));
    table(view.words(M::ConfirmedCaption), heads.into_iter(), verdicts.into_iter().chain(changed.iter().map(row)))
}

fn row_of(head: String, cells: [Cell; 2]) -> (String, Vec<Cell>) {
    (head, cells.into())
}

fn status_of(verdict: Verdict) -> Status {
    match verdict {
        Verdict::Met => Status::Met,
        Verdict::Unmet => Status::Unmet,
        Verdict::Unknown => Status::Unknown,
    }
}
