//! What falls if somebody leaves, who could come in, and what makes the consortium safe.

use super::ids::joined;
use super::node::{Element, Node, append, bold, details, list, paragraph};
use super::table::{Cell, table};
use super::view::{READING, View};
use crate::advice::{Additions, Pair, Seats, Substitute, Withdrawals, safe, substitutes};
use crate::engine::Rule;
use crate::i18n::{AdviceMessage as M, lower};
use std::rc::Rc;

/// How many members, pairs and newcomers are listed.
const MOST_ROWS: usize = 30;
const MOST_PAIRS: usize = 10;
const MOST_LEAVERS: usize = 8;
const MOST_NEWCOMERS: usize = 3;
/// The most organisations for safety that are named while something is still missing.
const FEW: u32 = 2;

/// The box, where something rests on members.
pub(super) fn withdrawals(view: &View<'_>, withdrawals: &Withdrawals) -> Option<Element> {
    let any = withdrawals.any?;
    let worst = withdrawals.alone.iter().map(Vec::len).max().unwrap_or(0);
    let leads_only = worst > 0
        && any > 0
        && !withdrawals.successors.is_empty()
        && needed(withdrawals).all(|(_, breaks)| breaks.iter().all(|place| is_of_lead(view, *place)));
    let mut sentences = vec![vec![bold(view.words(M::IfLeaves))]];
    if worst == 0 || leads_only {
        // Nobody alone breaks anything, even where `any` is on the safe side.
        sentences.push(view.say(M::AnyMay, any.max(1) as usize, &[]));
        sentences.extend((!withdrawals.any_is_exact).then(|| view.say(M::PerhapsMore, 0, &[])));
    } else {
        sentences.extend(without(view, withdrawals, worst));
        sentences.extend(made_safe(view));
    }
    sentences.extend(leads_only.then(|| successors(view, withdrawals)));
    let mut inside = vec![paragraph(sentences)];
    let more = more(view, withdrawals);
    if !more.is_empty() {
        inside.push(details("falls", "more", view.words(M::WhatFalls), more));
    }
    Some(Element::new("div").class("note shield").with("data-key", "shield").children(inside.into_iter().map(Node::from)))
}

/// The quiet words on the cards of those on whom something rests.
pub(super) fn dependence(view: &View<'_>, withdrawals: &Withdrawals) -> Vec<(Rc<str>, String)> {
    let of_one = |(place, breaks): (u32, &Vec<usize>)| {
        let member = view.members().get(place as usize)?;
        Some((member.organisation.id.clone(), view.line(M::HangsOn, breaks.len(), &[])))
    };
    needed(withdrawals).filter_map(of_one).collect()
}

/// The members whose leaving breaks something, and what.
fn needed(withdrawals: &Withdrawals) -> impl Iterator<Item = (u32, &Vec<usize>)> {
    (0..).zip(&withdrawals.alone).filter(|(_, breaks)| !breaks.is_empty())
}

/// Whether a requirement is about the applicant: if there is somebody else who could be it, it is soon mended.
fn is_of_lead(view: &View<'_>, requirement: usize) -> bool {
    let asked = view.call.requirements().get(requirement);
    asked.is_some_and(|asked| matches!(asked.rule_in(READING), Rule::Coordinator(_)))
}

fn successors(view: &View<'_>, withdrawals: &Withdrawals) -> Vec<Node> {
    view.say(M::NewLead, 0, &[("names", view.member_names(&withdrawals.successors))])
}

/// The one whose leaving breaks most, and who else breaks as much.
fn without(view: &View<'_>, withdrawals: &Withdrawals, worst: usize) -> Vec<Vec<Node>> {
    let places: Vec<u32> = needed(withdrawals).filter(|(_, breaks)| breaks.len() == worst).map(|(place, _)| place).collect();
    let Some((first, others)) = places.split_first() else { return Vec::new() };
    let mut sentences = vec![view.say(M::Without, worst, &[("name", vec![bold(view.member_name(*first))])])];
    if !others.is_empty() {
        sentences.push(view.say(M::SameFor, 0, &[("names", view.member_names(others))]));
    }
    sentences
}

/// Who would make it safe, once all is met, or where that takes few.
fn made_safe(view: &View<'_>) -> Option<Vec<Node>> {
    let Additions::Seats(Seats { number, answers, .. }) = safe(view.call, view.members(), READING) else { return None };
    let answer = answers.first().filter(|_| view.is_met() || number <= FEW)?;
    Some(match answer.seats.as_slice() {
        [seat] => {
            let what = view.seat_taker(lower(&view.seat_kind(seat.kinds)), seat);
            view.say(M::SafeOne, 0, &[("what", vec![what.into()]), ("where", vec![view.seat_from(seat, &[]).into()])])
        }
        seats => view.say(M::SafeMany, number as usize, &[("seats", vec![view.seats(seats).into()])]),
    })
}

fn more(view: &View<'_>, withdrawals: &Withdrawals) -> Vec<Element> {
    let mut inside = falls(view, withdrawals);
    if let Some(list) = pairs(view, &withdrawals.pairs) {
        inside.extend([Element::new("h3").child(view.words(M::Pairs)), list]);
    }
    if !withdrawals.successors.is_empty() && needed(withdrawals).next().is_some() {
        inside.push(paragraph([successors(view, withdrawals)]));
    }
    let hurt = |(leaver, breaks): (u32, &Vec<usize>)| {
        let hurt = breaks.iter().copied().filter(|place| withdrawals.successors.is_empty() || !is_of_lead(view, *place));
        (leaver, hurt.collect::<Vec<usize>>())
    };
    let leavers = needed(withdrawals).map(hurt).filter(|(_, hurt)| !hurt.is_empty());
    inside.extend(leavers.take(MOST_LEAVERS).flat_map(|(leaver, hurt)| newcomers(view, leaver, &hurt)));
    inside
}

/// Members and requirements, and where the two break.
fn falls(view: &View<'_>, withdrawals: &Withdrawals) -> Vec<Element> {
    let mut columns: Vec<usize> = needed(withdrawals).flat_map(|(_, breaks)| breaks.iter().copied()).collect();
    columns.sort_unstable();
    columns.dedup();
    if columns.is_empty() {
        return Vec::new();
    }
    let all = withdrawals.alone.len();
    let rows: Vec<(u32, &Vec<usize>)> =
        if all <= MOST_ROWS { (0..).zip(&withdrawals.alone).collect() } else { needed(withdrawals).collect() };
    let heads = std::iter::once(view.words(M::MemberColumn)).chain(columns.iter().map(|column| view.title(*column).to_owned()));
    let row = |(place, breaks): &(u32, &Vec<usize>)| {
        let cell = |column: &usize| match breaks.contains(column) {
            true => Cell { class: "falls", text: view.words(M::Falls) },
            false => Cell { class: "stays", text: view.words(M::Stays) },
        };
        (view.member_name(*place), columns.iter().map(cell).collect())
    };
    let slack = |column: &usize| {
        let slack = view.report.findings.get(*column).and_then(|finding| finding.measured.slack());
        Cell { class: "stays", text: slack.map_or_else(|| "–".to_owned(), |slack| slack.to_string()) }
    };
    let slack = (view.words(M::Slack), columns.iter().map(slack).collect());
    let rows_shown = rows.iter().take(MOST_ROWS).map(row).chain([slack]);
    let mut inside = vec![table(view.words(M::FallsCaption), heads, rows_shown)];
    if rows.len() > MOST_ROWS {
        let words = view.line(M::FirstRows, rows.len(), &[("shown", &MOST_ROWS.to_string())]);
        inside.push(Element::new("p").child(words));
    }
    inside
}

/// The first pairs, those that break the same beside each other.
fn pairs(view: &View<'_>, pairs: &[Pair]) -> Option<Element> {
    let mut first: Vec<&Pair> = pairs.iter().take(MOST_PAIRS).collect();
    first.sort_by(|one, next| one.breaks.cmp(&next.breaks));
    let row = |alike: &[&Pair]| {
        let title = alike.first().map(|pair| view.titles(&pair.breaks)).unwrap_or_default();
        let mut nodes = vec![Node::Text(format!("{title}: "))];
        for (at, pair) in alike.iter().enumerate() {
            append(&mut nodes, (at > 0).then(|| Node::from("; ")));
            append(&mut nodes, view.member_names(&[pair.one, pair.other]));
        }
        Element::new("li").children(nodes)
    };
    let mut rows: Vec<Element> = first.chunk_by(|one, next| one.breaks == next.breaks).map(row).collect();
    if pairs.len() > MOST_PAIRS {
        rows.push(Element::new("li").child(view.line(M::AndMore, pairs.len() - MOST_PAIRS, &[])));
    }
    (!rows.is_empty()).then(|| list("pairs", rows))
}

/// Who of the pool could come in for one member, and mends some of what hurts.
fn newcomers(view: &View<'_>, leaver: u32, hurt: &[usize]) -> Vec<Element> {
    let found = substitutes(view.call, view.members(), &view.plan.project, &view.pool, leaver, READING);
    let helping = found.iter().filter(|substitute| hurt.iter().any(|requirement| !substitute.broken.contains(requirement)));
    let rows: Vec<Element> = helping.take(MOST_NEWCOMERS).filter_map(|substitute| newcomer(view, leaver, substitute)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let title = view.line(M::InsteadOf, 0, &[("name", &view.member_name(leaver))]);
    vec![Element::new("h3").child(title), list("newcomers", rows)]
}

fn newcomer(view: &View<'_>, leaver: u32, substitute: &Substitute) -> Option<Element> {
    let organisation = view.pool.get(substitute.organisation as usize)?;
    let name = view.name(organisation);
    let then = match substitute.broken.len() {
        0 => view.words(M::NothingFalls),
        broken => view.line(M::ButFalls, broken, &[]),
    };
    let swap = view.row_button("data-swap", joined([view.id(leaver), &organisation.id]), &view.words(M::SwapIn), &name);
    let row = Element::new("li").child(bold(name)).child(format!(", {then} "));
    Some(row.child(swap))
}
