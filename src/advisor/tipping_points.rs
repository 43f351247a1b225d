//! For each requirement the smallest change that would flip it, in one sentence.

use super::node::text_of;
use super::questions::fact_name;
use super::view::{READING, View};
use crate::advice::{More, TippingPoint, tipping_point};
use crate::engine::{Cents, Measure, Measured};
use crate::i18n::{AdviceMessage as M, Message};
use std::sync::Arc;

/// One sentence a requirement, where there is such a change.
pub(super) fn tipping_points(view: &View<'_>) -> Vec<(Arc<str>, String)> {
    let of_one = |place: usize, id: Arc<str>| {
        let flip = tipping_point(view.call, view.members(), &view.plan.project, READING, place);
        let mut sentence = sentence(view, &flip)?;
        if view.report.findings.get(place).is_some_and(|finding| matches!(finding.measured, Measured::PerCountry { exact: false, .. })) {
            sentence.push(' ');
            sentence.push_str(&view.words(M::NotAllTried));
        }
        Some((id, sentence))
    };
    view.call.requirements().iter().enumerate().filter_map(|(place, requirement)| of_one(place, requirement.id.clone())).collect()
}

fn sentence(view: &View<'_>, flip: &TippingPoint) -> Option<String> {
    let named = |message: M, members: &[u32]| text_of(&view.say(message, 0, &[("names", view.member_names(members))]));
    Some(match flip {
        TippingPoint::Add(more) => add(view, more),
        TippingPoint::State { members, or } => {
            let facts = if members.is_empty() { String::new() } else { named(M::FlipState, members) };
            match (facts.is_empty(), or.more) {
                (false, _) => facts,
                (true, 0) => return None,
                (true, _) => add(view, or),
            }
        }
        TippingPoint::Lose { fewest, exact: true, .. } => view.line(M::FlipLose, *fewest as usize, &[]),
        TippingPoint::Lose { fewest, exact: false, .. } => view.line(M::FlipLoseAtLeast, *fewest as usize, &[]),
        TippingPoint::Lead { state, .. } if !state.is_empty() => named(M::FlipState, state),
        TippingPoint::Lead { candidates, .. } if candidates.is_empty() => view.words(M::NobodyLeads),
        TippingPoint::Lead { candidates, .. } => named(M::FlipLead, candidates),
        TippingPoint::Replace => view.words(M::FlipReplace),
        TippingPoint::Duration { allowed } => view.line(M::FlipDuration, 0, &[("durations", &view.allowed(allowed))]),
        TippingPoint::Fewer(more) => some(view, M::FlipFewer, more),
        TippingPoint::Room(more) => some(view, if more.more == 0 { M::FlipMoreNone } else { M::FlipMore }, more),
        TippingPoint::Bring { lacking } => view.line(M::FlipBring, 0, &[("lacking", &view.lacks(lacking))]),
        TippingPoint::Leave { members } => text_of(&view.say(M::FlipLeave, members.len(), &[("names", view.member_names(members))])),
        TippingPoint::GrantOf { allowed } => view.line(M::FlipGrantOf, 0, &[("amounts", &view.grants(allowed))]),
        TippingPoint::Grant { at_most, over, months } => grant(view, *at_most, *over, months),
        TippingPoint::GrantRoom { room } => view.line(M::FlipRoom, 0, &[("amount", &euros(view, *room))]),
        TippingPoint::Show { members, fact } => {
            let fact = vec![fact_name(view, *fact).into()];
            text_of(&view.say(M::FlipShow, 0, &[("fact", fact), ("names", view.member_names(members))]))
        }
        TippingPoint::Keep { fact, .. } => view.line(M::FlipKeep, 0, &[("fact", &fact_name(view, *fact))]),
        TippingPoint::Choose { activities } => view.line(M::FlipChoose, activities.len(), &[]),
        TippingPoint::Drop { .. } => view.words(M::FlipDrop),
        TippingPoint::Person => format!("{}.", view.page(Message::PersonJudges)),
        TippingPoint::Nothing => return None,
    })
}

/// A country is brought by an organisation from one that is new.
fn add(view: &View<'_>, more: &More) -> String {
    some(view, M::FlipAdd, more)
}

fn some(view: &View<'_>, message: M, more: &More) -> String {
    let (what, place) = view.selected(&more.of, more.measure == Measure::Countries);
    view.line(message, more.more as usize, &[("what", &what), ("where", &place)])
}

fn grant(view: &View<'_>, at_most: u64, over: u64, months: &[u32]) -> String {
    let most = view.page(Message::GrantAtMost(Cents::of_euros(at_most)));
    let mut text = view.line(M::FlipGrant, 0, &[("amount", &most), ("over", &euros(view, over))]);
    if !months.is_empty() {
        text.push(' ');
        text.push_str(&view.line(M::FlipGrantMonths, 0, &[("durations", &durations(view, months))]));
    }
    text
}

fn euros(view: &View<'_>, amount: u64) -> String {
    view.page(Message::GrantIs(Cents::of_euros(amount)))
}

fn durations(view: &View<'_>, months: &[u32]) -> String {
    view.series(months.iter().map(|months| view.duration(*months)), M::Or)
}
