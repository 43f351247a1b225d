//! What is missing, what of the pool is enough, and what else there is to do.

use super::changes::{self, Line};
use super::ids::joined;
use super::node::{Element, Node, append, bold, button, details, list, paragraph, text_of};
use super::view::View;
use crate::advice::{Additions, Completion, PoolAdditions, PoolCompletion, Seats, TooMuch};
use crate::engine::Organisation;
use crate::i18n::{AdviceMessage as M, upper};

/// How many sets of the pool, and how many other answers, are listed.
pub(super) const MOST_SETS: usize = 20;
/// From how many sets on their number is not said.
const MOST_COUNTED: u128 = 1_000_000_000;

/// The box, where something is missing.
pub(super) fn next_steps(view: &View<'_>, completion: &Completion, pool: &PoolCompletion) -> Option<Element> {
    if view.is_met() {
        return None;
    }
    let mut inside = match &completion.additions {
        Additions::Enough => Vec::new(),
        Additions::Seats(seats) => missing(view, completion, seats, pool),
        Additions::Never(_) | Additions::Open(_) | Additions::TooMuch(_) => {
            hopeless(view, completion).into_iter().map(|words| Element::new("p").child(words)).collect()
        }
    };
    let facts = changes::facts(view, completion).map(Line::into_element);
    let place = if facts_may_do(view, completion) { 0 } else { inside.len() };
    facts.into_iter().for_each(|facts| inside.insert(place, facts));
    inside.extend(changes::changes(view, completion).into_iter().map(Line::into_element));
    (!inside.is_empty()).then(|| Element::new("div").class("note tip").with("data-key", "tip").children(inside.into_iter().map(Node::from)))
}

/// The gist of it: who is missing, and what else there is to do.
pub(super) fn said(view: &View<'_>, completion: &Completion, pool: &PoolCompletion) -> String {
    if view.is_met() {
        return String::new();
    }
    let mut sentences: Vec<String> = hopeless(view, completion).into_iter().collect();
    if let Additions::Seats(seats) = &completion.additions {
        sentences.extend((!facts_may_do(view, completion)).then(|| who(view, seats, pool)));
    }
    let lines = changes::facts(view, completion).into_iter().chain(changes::changes(view, completion));
    sentences.extend(lines.map(|line| text_of(&line.words)));
    sentences.join(" ")
}

/// Whether nobody is missing for certain: facts that are not stated may be enough.
fn facts_may_do(view: &View<'_>, completion: &Completion) -> bool {
    !completion.facts.is_empty() && !view.is_anybody_missing(completion)
}

/// Why there is no answer in seats.
fn hopeless(view: &View<'_>, completion: &Completion) -> Option<String> {
    match &completion.additions {
        Additions::Never(requirements) => Some(view.line(M::Never, 0, &[("requirements", &view.titles(requirements))])),
        Additions::Open(requirements) => Some(view.line(M::OpenFor, 0, &[("requirements", &view.titles(requirements))])),
        Additions::TooMuch(much) => Some(too_much(view, *much)),
        Additions::Enough | Additions::Seats(_) => None,
    }
}

/// What it is too much of.
fn too_much(view: &View<'_>, TooMuch { groups, countries }: TooMuch) -> String {
    match groups {
        0 => view.words(M::TooMuch),
        groups => view.line(M::TooMuchOfGroups, groups as usize, &[("countries", &countries.to_string())]),
    }
}

fn who(view: &View<'_>, seats: &Seats, pool: &PoolCompletion) -> String {
    let names = match (&pool.alone, seats.answers.first()) {
        (PoolAdditions::Sets { number, first, .. }, _) if *number == seats.number => {
            first.first().map(|set| text_of(&view.names(&view.of_pool(set)))).unwrap_or_default()
        }
        (_, Some(answer)) if answer.seats.len() <= MOST_SAID => view.seats(&answer.seats),
        _ => String::new(),
    };
    view.enough(seats.number, &names)
}

/// How many seats are read aloud.
const MOST_SAID: usize = 4;

fn missing(view: &View<'_>, completion: &Completion, seats: &Seats, pool: &PoolCompletion) -> Vec<Element> {
    let message = match (facts_may_do(view, completion), view.members().is_empty()) {
        (true, _) => M::Otherwise,
        (false, true) => M::AllItTakes,
        (false, false) => M::Suffice,
    };
    let fewest = vec![bold(view.line(message, seats.number as usize, &[]))];
    let mut inside = match &pool.alone {
        PoolAdditions::Sets { number, ways, first } => {
            let mut inside = vec![of_pool(view, completion, fewest, (seats.number, *number), first)];
            inside.extend(sets(view, *ways, first));
            inside
        }
        PoolAdditions::Never if view.pool.is_empty() => vec![paragraph([fewest])],
        PoolAdditions::Never => vec![paragraph([fewest, vec![view.words(M::PoolNever).into()]])],
        PoolAdditions::Open(_) => vec![paragraph([fewest])],
        PoolAdditions::TooMuch(much) => vec![paragraph([fewest, vec![too_much(view, *much).into()]])],
        PoolAdditions::Enough => Vec::new(),
    };
    let mixed = pool.mixed.as_ref().map(|(places, rest)| mixed(view, places, rest));
    // After the sentence about the pool, before what is unfolded.
    mixed.into_iter().for_each(|mixed| inside.insert(inside.len().min(1), mixed));
    inside.extend(other_answers(view, seats));
    inside
}

/// The first set, with a button that lets all of it join.
fn of_pool(view: &View<'_>, completion: &Completion, fewest: Vec<Node>, (number, taken): (u32, u32), first: &[Vec<u32>]) -> Element {
    let set = first.first().map(|set| view.of_pool(set)).unwrap_or_default();
    let names = ("names", view.names(&set));
    let words = match (taken == number, completion.changes.is_empty()) {
        (true, true) => view.say(M::OfYours, set.len(), &[names]),
        (true, false) => view.say(M::EnoughOfYours, set.len(), &[names]),
        (false, _) => view.say(M::PoolNeeds, taken as usize, &[names]),
    };
    paragraph([fewest, words, vec![join(view, &set, false).into()]])
}

/// The button that lets organisations join; beside others like it, with their names for those who hear it.
fn join(view: &View<'_>, set: &[&Organisation], is_one_of_many: bool) -> Element {
    let ids = joined(set.iter().map(|organisation| &*organisation.id));
    let label = view.line(if set.len() == 2 { M::JoinBoth } else { M::Join }, set.len(), &[]);
    match is_one_of_many {
        true => view.row_button("data-join", ids, &label, &text_of(&view.names(set))),
        false => button("data-join", ids, label),
    }
}

fn sets(view: &View<'_>, ways: u128, first: &[Vec<u32>]) -> Option<Element> {
    if ways < 2 || first.len() < 2 {
        return None;
    }
    let shown = first.len().to_string();
    let summary = match usize::try_from(ways) {
        Ok(all) if all == first.len() => view.line(M::AllWays, all, &[]),
        Ok(all) if ways <= MOST_COUNTED => view.line(M::FirstWays, all, &[("shown", &shown)]),
        Ok(_) | Err(_) => view.line(M::FirstOfMany, 0, &[("shown", &shown)]),
    };
    let row = |set: &Vec<u32>| {
        let set = view.of_pool(set);
        let mut nodes = view.names(&set);
        append(&mut nodes, [Node::from(" "), join(view, &set, true).into()]);
        Element::new("li").children(nodes)
    };
    Some(details("ways", "more", summary, [list("ways", first.iter().map(row))]))
}

/// With as many of the pool as help, and who is still to be found.
fn mixed(view: &View<'_>, places: &[u32], rest: &Seats) -> Element {
    let set = view.of_pool(places);
    let seats = rest.answers.first().map(|answer| view.seats(&answer.seats)).unwrap_or_default();
    let words = view.say(M::Mixed, rest.number as usize, &[("names", view.names(&set)), ("seats", vec![seats.into()])]);
    paragraph([words, vec![join(view, &set, true).into()]])
}

fn other_answers(view: &View<'_>, seats: &Seats) -> Option<Element> {
    let mut rows: Vec<String> = Vec::new();
    for answer in seats.answers.iter().take(MOST_SETS + 1) {
        let row = view.seats(&answer.seats);
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let rows = rows.into_iter().skip(1).map(|row| Element::new("li").child(upper(&row)));
    let rows: Vec<Element> = rows.collect();
    let is_all = seats.is_all && seats.answers.len() <= MOST_SETS + 1;
    let summary = if is_all { M::OtherAnswers } else { M::SomeAnswers };
    (!rows.is_empty()).then(|| details("answers", "more", view.words(summary), [list("ways", rows)]))
}
