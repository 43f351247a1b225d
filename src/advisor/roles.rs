//! Who can be the applicant, and without whom it would go.

use super::node::{Element, Node, bold, details, list, paragraph};
use super::view::{READING, View};
use crate::advice::{Lead, coordinators, dispensable, lean};
use crate::engine::{Fit, LeftOut, Rule};
use crate::i18n::{AdviceMessage as M, Message};

/// How many members are listed.
const MOST_LEADS: usize = 12;

/// Who can be the applicant, where there is a choice.
pub(super) fn who_leads(view: &View<'_>) -> Option<Element> {
    let asks = |rule: &Rule| matches!(rule, Rule::Coordinator(_));
    if !view.call.requirements().iter().any(|requirement| asks(requirement.rule_in(READING))) {
        return None;
    }
    let leads = coordinators(view.call, view.members(), &view.plan.project, READING);
    if leads.len() < 2 {
        return None;
    }
    let mut rows: Vec<Element> = leads.iter().take(MOST_LEADS).map(|lead| row(view, lead)).collect();
    if leads.len() > MOST_LEADS {
        rows.push(Element::new("li").child(view.line(M::AndMore, leads.len() - MOST_LEADS, &[])));
    }
    Some(details("leads", "note more", view.words(M::WhoLeads), [list("leads", rows)]))
}

fn row(view: &View<'_>, of: &Lead) -> Element {
    let words = match of.may {
        Fit::Yes if of.is => view.words(M::Leads),
        Fit::Yes => view.words(M::MayLead),
        Fit::Maybe(reason) => because(view, M::MayLeadIf, reason),
        Fit::No(reason) => because(view, M::MayNotLead, reason),
    };
    let changes = of.changes.iter().map(|(place, _, then)| format!("{}: {}", view.title(*place), view.status(*then)));
    let changes: Vec<String> = changes.collect();
    let after = if changes.is_empty() { String::new() } else { format!(" – {}", changes.join(", ")) };
    let row = Element::new("li").child(bold(view.member_name(of.member))).child(format!(", {words}{after}"));
    let can = !of.is && !matches!(of.may, Fit::No(_));
    if !can {
        return row;
    }
    let name = view.member_name(of.member);
    row.child(" ").child(view.row_button("data-lead", view.id(of.member).to_owned(), &view.words(M::MakeLead), &name))
}

fn because(view: &View<'_>, message: M, reason: LeftOut) -> String {
    view.line(message, 0, &[("reason", &view.page(Message::reason(reason, view.file.outside(reason, view.language))))])
}

/// Who could leave without harm; that all are needed is only said once all is met.
pub(super) fn who_could_leave(view: &View<'_>) -> Option<Element> {
    let members = view.members();
    let together = lean(view.call, members, &view.plan.project, READING);
    let alone = dispensable(view.call, members, &view.plan.project, READING);
    if members.is_empty() || together.members.is_empty() && !view.is_met() || together.members.len() == members.len() {
        return None;
    }
    let others: Vec<u32> = alone.into_iter().filter(|place| !together.members.contains(place)).collect();
    let mut lines: Vec<Vec<Node>> = Vec::new();
    if together.members.is_empty() {
        lines.push(vec![view.words(M::NobodyLeaves).into()]);
    } else {
        lines.push(view.say(M::LeaveTogether, together.members.len(), &[("names", view.member_names(&together.members))]));
        lines.extend((!together.exact).then(|| view.say(M::LeaveOthers, 0, &[])));
    }
    if !others.is_empty() {
        lines.push(view.say(M::LeaveAlone, others.len(), &[("names", view.member_names(&others))]));
    }
    Some(details("leave", "note more", view.words(M::WhoCouldLeave), lines.into_iter().map(|line| paragraph([line]))))
}
