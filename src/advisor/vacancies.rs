//! The seats that are missing, drawn among the members.

use super::node::{Element, Node};
use super::view::View;
use crate::advice::{Additions, Answer, Completion, Seat};
use crate::engine::KindSet;

/// How many seats are drawn.
const MOST_GHOSTS: usize = 12;

/// One list item for each seat of the first answer.
pub(super) fn vacancies(view: &View<'_>, completion: &Completion) -> Vec<Node> {
    let seats = first_answer(view, completion).map(|answer| answer.seats.as_slice()).unwrap_or_default();
    seats.iter().take(MOST_GHOSTS).map(|seat| ghost(view, seat, seats)).collect()
}

/// The first answer in the abstract, where organisations are missing for certain.
pub(super) fn first_answer<'a>(view: &View<'_>, completion: &'a Completion) -> Option<&'a Answer> {
    match &completion.additions {
        Additions::Seats(seats) => seats.answers.first().filter(|_| view.is_anybody_missing(completion)),
        Additions::Enough | Additions::Never(_) | Additions::Open(_) | Additions::TooMuch(_) => None,
    }
}

fn ghost(view: &View<'_>, seat: &Seat, among: &[Seat]) -> Node {
    let what = view.seat_taker(view.seat_kind(seat.kinds), seat);
    let place = view.seat_from(seat, among);
    // What is seen is what is heard.
    let inside = [Element::new("b").child(what).into(), " ".into(), Element::new("small").child(place).into()];
    let fill = Element::new("button").with("type", "button").with("data-seat", kind(seat)).children(inside);
    Element::new("li").class("ghost").child(fill).into()
}

/// The kind that the form begins with: where a seat may have several, the first of them.
fn kind(seat: &Seat) -> &'static str {
    seat.kinds.into_iter().flat_map(KindSet::iter).next().map_or("", |kind| kind.as_str())
}
