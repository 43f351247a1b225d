//! A text for finding partners: the plan, who is in by kind and country, who is sought. No names of organisations, nobody's data.

use super::node::{Element, details};
use super::vacancies::first_answer;
use super::view::{View, copying};
use crate::advice::{Completion, Seat};
use crate::i18n::{AdviceMessage as M, Message, upper};
use std::collections::BTreeMap;

/// How many lines there are for those who are in.
const MOST_LINES: usize = 30;

/// The text with its button, where somebody is sought.
pub(super) fn search_text(view: &View<'_>, completion: &Completion) -> Option<Element> {
    let answer = first_answer(view, completion)?;
    let text = Element::new("pre").class("text").with("data-text", "").child(text(view, &answer.seats));
    let copy = Element::new("p").child(copying(view, view.words(M::Copy)));
    Some(details("search", "note more", view.words(M::SearchText), [copy, text]))
}

fn text(view: &View<'_>, seats: &[Seat]) -> String {
    let mut lines: Vec<String> = view.heading().into();
    let inside = inside(view);
    if !inside.is_empty() {
        lines.extend([String::new(), view.words(M::SearchIn)]);
        lines.extend(inside);
    }
    lines.extend([String::new(), view.line(M::SearchWanted, seats.len(), &[])]);
    lines.extend(view.seat_lines(seats).into_iter().map(|(seat, count)| item(&upper(&seat), count)));
    lines.join("\n")
}

/// The members by kind and country.
fn inside(view: &View<'_>) -> Vec<String> {
    let lines = view.members().iter().map(|member| {
        let kind = view.page(member.organisation.kind.map_or(Message::KindNotStated, Message::Kind));
        let country = member.organisation.country.map_or_else(|| view.page(Message::CountryNotStated), |country| view.country(country));
        format!("{kind}, {country}")
    });
    let mut lines = counted(lines);
    if lines.len() > MOST_LINES {
        let more = view.line(M::AndMore, lines.len() - MOST_LINES, &[]);
        lines.truncate(MOST_LINES);
        lines.push(format!("– {more}"));
    }
    lines
}

/// Each line once, in order of the first, with how often it is there.
fn counted(lines: impl Iterator<Item = String>) -> Vec<String> {
    let (mut order, mut counts) = (Vec::new(), BTreeMap::new());
    for line in lines {
        let count = counts.entry(line.clone()).or_insert(0usize);
        if *count == 0 {
            order.push(line);
        }
        *count += 1;
    }
    order.into_iter().map(|line| item(&line, counts.get(&line).copied().unwrap_or(1))).collect()
}

fn item(line: &str, count: usize) -> String {
    if count > 1 { format!("– {line} × {count}") } else { format!("– {line}") }
}
