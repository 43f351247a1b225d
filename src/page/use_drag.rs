//! Dragging by mouse, pen and touch: pointer events in, the pure state machine of `board`, and what follows out.
//!
//! While a card is dragged nothing is rendered: the preview and the marks of the place it is over are attributes and
//! styles set here, once for each move. The board is what captures the pointer, since a card that changes list is unmounted.

use super::drag_view::{self, Preview};
use super::store::{Dispatch, Event, Said, Store};
use crate::board::{Action, Drag, Input, Outcome};
use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

/// Everything that lives as long as a drag.
#[derive(Default)]
struct Hand {
    drag: Drag,
    preview: Option<Preview>,
    at: (i32, i32),
    frame: Option<AnimationFrame>,
    store: Option<Rc<Store>>,
}

/// The handlers for the element that holds the whole board.
pub(super) struct DragHandlers {
    pub(super) down: Callback<PointerEvent>,
    pub(super) moved: Callback<PointerEvent>,
    pub(super) up: Callback<PointerEvent>,
    pub(super) cancel: Callback<PointerEvent>,
    pub(super) lost: Callback<PointerEvent>,
}

type Shared = Rc<RefCell<Hand>>;

/// Where inputs of a drag go.
#[derive(Clone)]
pub(super) struct Feed {
    hand: Shared,
    board: NodeRef,
    dispatch: Dispatch,
}

impl Feed {
    /// One input.
    pub(super) fn give(&self, input: Input) {
        follow(&self.hand, &self.board, &self.dispatch, input);
    }
}

/// Dragging on the element of `board`.
#[hook]
pub(super) fn use_drag(board: &NodeRef, store: &Rc<Store>, dispatch: &Dispatch) -> (DragHandlers, Feed) {
    let hand: Shared = use_mut_ref(Hand::default);
    hand.borrow_mut().store = Some(store.clone());
    let feed = Feed { hand, board: board.clone(), dispatch: dispatch.clone() };
    let handler = |act: fn(&Feed, PointerEvent)| {
        let feed = feed.clone();
        Callback::from(move |event: PointerEvent| act(&feed, event))
    };
    let handlers = DragHandlers {
        down: handler(|feed, event| {
            if let Some(organisation) = drag_view::pressed_card(&event) {
                let at = (event.client_x(), event.client_y());
                feed.hand.borrow_mut().at = at;
                feed.give(Input::Down { organisation, pointer: event.pointer_id(), at });
            }
        }),
        moved: handler(|feed, event| {
            if feed.hand.borrow().drag != Drag::Idle {
                let at = (event.client_x(), event.client_y());
                feed.hand.borrow_mut().at = at;
                feed.give(Input::Move { pointer: event.pointer_id(), at, over: drag_view::place_at(at) });
            }
        }),
        up: handler(|feed, event| feed.give(Input::Up { pointer: event.pointer_id() })),
        cancel: handler(|feed, _| feed.give(Input::Cancel)),
        lost: handler(|feed, event| {
            // A finger is captured by what it touches first; that it goes from there to the board is no end.
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some_and(|target| target.has_attribute("data-board")) {
                feed.give(Input::Cancel);
            }
        }),
    };
    (handlers, feed)
}

/// One step of the machine, and what follows from it.
fn follow(hand: &Shared, board: &NodeRef, dispatch: &Dispatch, input: Input) {
    let (drag, outcome) = hand.borrow().drag.next(input);
    hand.borrow_mut().drag = drag.clone();
    match outcome {
        Outcome::Nothing => {}
        Outcome::Started => start(hand, board, dispatch, &drag),
        Outcome::Moved => show(hand),
        Outcome::Over(place) => {
            show(hand);
            drag_view::mark(place.as_ref());
        }
        Outcome::Dropped(organisation, to) => {
            end(hand);
            dispatch.dispatch(Event::Act(Action::Move { organisation, to }));
        }
        Outcome::Aborted => {
            let dragged = hand.borrow().preview.as_ref().map(|preview| preview.organisation.clone());
            end(hand);
            let organisation = dragged.and_then(|id| hand.borrow().store.as_ref()?.board().organisation(&id).cloned());
            if let Some(organisation) = organisation {
                dispatch.dispatch(Event::Say(Said::PutBack(organisation)));
            }
        }
    }
}

fn start(hand: &Shared, board: &NodeRef, dispatch: &Dispatch, drag: &Drag) {
    let Drag::Dragging { organisation, pointer, over } = drag else { return };
    if let Some(board) = board.cast::<Element>() {
        // A pointer that is gone already cannot be captured; its end comes as well.
        let _ = board.set_pointer_capture(*pointer);
    }
    let at = hand.borrow().at;
    hand.borrow_mut().preview = Preview::lift(organisation, at);
    drag_view::mark(over.as_ref());
    scroll_while_dragging(hand);
    let lifted = hand.borrow().store.as_ref().and_then(|store| store.board().organisation(organisation).cloned());
    if let Some(organisation) = lifted {
        dispatch.dispatch(Event::Say(Said::Lifted(organisation)));
    }
}

fn show(hand: &Shared) {
    let hand = hand.borrow();
    if let Some(preview) = &hand.preview {
        preview.move_to(hand.at);
        drag_view::mark_seat(Some(hand.at));
    }
}

/// Once a frame: near an edge, the page or the list under the pointer scrolls.
fn scroll_while_dragging(hand: &Shared) {
    let next = hand.clone();
    let frame = request_animation_frame(move |_| {
        if matches!(next.borrow().drag, Drag::Dragging { .. }) {
            drag_view::scroll_near_edge(next.borrow().at);
            scroll_while_dragging(&next);
        }
    });
    // Dropping the frame before this one, which has run, frees it.
    let before = hand.borrow_mut().frame.replace(frame);
    drop(before);
}

fn end(hand: &Shared) {
    let (preview, frame) = {
        let mut hand = hand.borrow_mut();
        (hand.preview.take(), hand.frame.take())
    };
    drop((preview, frame));
    drag_view::mark(None);
    drag_view::mark_seat(None);
}
