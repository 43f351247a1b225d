//! What no further organisation can mend: applicant, duration, grant, proofs, activities, and facts that are missing.

use super::node::{Element, Node, append, button, paragraph};
use super::view::{READING, View};
use crate::advice::{Additions, Change, Completion};
use crate::engine::rule::{Cap, Duration, Grant};
use crate::engine::{Cents, Rule};
use crate::i18n::{AdviceMessage as M, Message};

/// How many candidates and open members get a button.
const MOST_BUTTONS: usize = 6;

/// Words, and buttons after them.
pub(super) struct Line {
    pub(super) words: Vec<Node>,
    buttons: Vec<Element>,
}

impl Line {
    fn of(words: Vec<Node>, buttons: Vec<Element>) -> Line {
        Line { words, buttons }
    }

    pub(super) fn into_element(self) -> Element {
        let mut line = paragraph([self.words]);
        self.buttons.into_iter().for_each(|button| append(&mut line.children, [Node::from(" "), button.into()]));
        line
    }
}

/// A line for each change.
pub(super) fn changes(view: &View<'_>, completion: &Completion) -> Vec<Line> {
    completion.changes.iter().filter_map(|change| line(view, completion, change)).collect()
}

/// What each change is, in words alone; with the durations to choose from.
pub(super) fn said(view: &View<'_>, completion: &Completion) -> Vec<Vec<Node>> {
    let words = |change: &Change| match change {
        Change::Duration { allowed } => Some(vec![view.line(M::LastsFor, 0, &[("durations", &view.allowed(allowed))]).into()]),
        _ => line(view, completion, change).map(|line| line.words),
    };
    completion.changes.iter().filter_map(words).collect()
}

/// The line for facts that may be enough.
pub(super) fn facts(view: &View<'_>, completion: &Completion) -> Option<Line> {
    let words = || view.say(M::FactsDecide, 0, &[("names", view.member_names(&completion.facts))]);
    (!completion.facts.is_empty()).then(|| Line::of(words(), fill(view, &completion.facts)))
}

/// Buttons to state the facts of members.
fn fill(view: &View<'_>, members: &[u32]) -> Vec<Element> {
    members.iter().take(MOST_BUTTONS).map(|place| fill_in(view, *place)).collect()
}

fn fill_in(view: &View<'_>, member: u32) -> Element {
    button("data-fill", view.id(member), view.line(M::FillIn, 0, &[("name", &view.member_name(member))]))
}

/// Buttons to choose the applicant.
fn lead(view: &View<'_>, member: u32) -> Element {
    button("data-lead", view.id(member), view.page(Message::MakeApplicant(&view.member_name(member))))
}

fn line(view: &View<'_>, completion: &Completion, change: &Change) -> Option<Line> {
    Some(match change {
        Change::Applicant { present, candidates } => applicant(view, completion, present, candidates)?,
        Change::Duration { allowed } => {
            let choices = choices(allowed).into_iter().map(|months| button("data-months", months.to_string(), view.duration(months)));
            Line::of(vec![view.words(M::ChooseLength).into()], choices.collect())
        }
        Change::Grant { allowed } => Line::of(vec![grant(view, allowed).into()], Vec::new()),
        Change::Leave { requirement, members, number } => {
            let rule = view.call.requirements().get(*requirement).map(|asked| asked.rule_in(READING));
            let message = match rule {
                Some(Rule::ExactCountries(_)) => M::LeaveCountries,
                _ if *number as usize == members.len() => M::LeaveThese,
                _ => M::LeaveSome,
            };
            Line::of(view.say(message, *number as usize, &[("names", view.member_names(members))]), Vec::new())
        }
        Change::Show { requirement, members, .. } => {
            let words =
                view.say(M::ShowFact, 0, &[("requirement", vec![view.title(*requirement).into()]), ("names", view.member_names(members))]);
            Line::of(words, fill(view, members))
        }
        Change::Activities { .. } => Line::of(vec![view.words(M::ChooseActivity).into()], Vec::new()),
    })
}

fn applicant(view: &View<'_>, completion: &Completion, present: &[u32], candidates: &[u32]) -> Option<Line> {
    let others: Vec<u32> = candidates.iter().copied().filter(|place| present.len() > 1 || !present.contains(place)).collect();
    let message = match (others.is_empty(), present) {
        (true, [_]) if !completion.facts.is_empty() => return None,
        (true, _) if view.members().is_empty() => match &completion.additions {
            Additions::Seats(_) => M::LeadIsNew,
            Additions::Enough | Additions::Never(_) | Additions::Open(_) | Additions::TooMuch(_) => return None,
        },
        (true, _) => M::NobodyLeads,
        (false, []) => M::ChooseLead,
        (false, [_]) => M::AnotherLead,
        (false, _) => M::OneLead,
    };
    let choices = others.iter().take(MOST_BUTTONS).map(|place| lead(view, *place)).collect();
    Some(Line::of(vec![view.words(message).into()], choices))
}

/// Durations to choose from. Of a range the shortest and the longest.
fn choices(allowed: &Duration) -> Vec<u32> {
    match allowed {
        Duration::OneOf(months) => months.to_vec(),
        Duration::Range { from, to } => vec![*from, *to],
    }
}

/// The caps: that of the stated duration, or all.
fn grant(view: &View<'_>, allowed: &Grant) -> String {
    let Grant::Caps(caps) = allowed else { return view.line(M::GrantCaps, 0, &[("caps", &view.grants(allowed))]) };
    let stated = view.plan.project.duration_months;
    let of_stated = caps.iter().filter(|cap| stated == Some(cap.months));
    let caps: Vec<&Cap> = if of_stated.clone().next().is_some() { of_stated.collect() } else { caps.iter().collect() };
    let said = caps.iter().map(|cap| {
        let amount = view.page(Message::GrantAtMost(Cents::of_euros(cap.at_most)));
        view.line(M::CapFor, 0, &[("amount", &amount), ("duration", &view.duration(cap.months))])
    });
    view.line(M::GrantCaps, 0, &[("caps", &view.series(said, M::Or))])
}
