//! A drag as a state machine that knows no browser: presses, moves and releases in, what to do out.

use super::Place;
use std::rc::Rc;

/// How far a pointer travels before a press becomes a drag, in CSS pixels.
const START_AFTER: i32 = 5;

/// The state of a drag.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Drag {
    /// Nothing is pressed.
    #[default]
    Idle,
    /// A card is pressed and has not moved far enough to be dragged.
    Pressed {
        /// Whose card.
        organisation: Rc<str>,
        /// Which pointer.
        pointer: i32,
        /// Where it was pressed.
        from: (i32, i32),
    },
    /// A card is dragged.
    Dragging {
        /// Whose card.
        organisation: Rc<str>,
        /// Which pointer.
        pointer: i32,
        /// What it is over.
        over: Option<Place>,
    },
}

/// What the pointer does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// It is pressed on a card.
    Down {
        /// Whose card.
        organisation: Rc<str>,
        /// Which pointer.
        pointer: i32,
        /// Where.
        at: (i32, i32),
    },
    /// It moves.
    Move {
        /// Which pointer.
        pointer: i32,
        /// Where to.
        at: (i32, i32),
        /// The place it is over, if it is one.
        over: Option<Place>,
    },
    /// It is released.
    Up {
        /// Which pointer.
        pointer: i32,
    },
    /// Escape, a lost pointer, another window.
    Cancel,
}

/// What follows from an input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Nothing to do.
    Nothing,
    /// The preview appears.
    Started,
    /// The preview moves; the place it is over is the same.
    Moved,
    /// It is over another place than before.
    Over(Option<Place>),
    /// It was let go over a place.
    Dropped(Rc<str>, Place),
    /// It ends where it began.
    Aborted,
}

impl Drag {
    /// The next state, and what to do.
    pub fn next(&self, input: Input) -> (Drag, Outcome) {
        match (self, input) {
            (Drag::Idle, Input::Down { organisation, pointer, at }) => {
                (Drag::Pressed { organisation, pointer, from: at }, Outcome::Nothing)
            }
            (Drag::Pressed { organisation, pointer, from }, Input::Move { pointer: moved, at, over }) if moved == *pointer => {
                if (at.0 - from.0).abs().max((at.1 - from.1).abs()) < START_AFTER {
                    return (self.clone(), Outcome::Nothing);
                }
                (Drag::Dragging { organisation: organisation.clone(), pointer: *pointer, over }, Outcome::Started)
            }
            (Drag::Dragging { organisation, pointer, over: before }, Input::Move { pointer: moved, over, .. }) if moved == *pointer => {
                if over == *before {
                    return (self.clone(), Outcome::Moved);
                }
                (Drag::Dragging { organisation: organisation.clone(), pointer: *pointer, over: over.clone() }, Outcome::Over(over))
            }
            (Drag::Dragging { organisation, pointer, over }, Input::Up { pointer: up }) if up == *pointer => match over {
                Some(place) => (Drag::Idle, Outcome::Dropped(organisation.clone(), place.clone())),
                None => (Drag::Idle, Outcome::Aborted),
            },
            (Drag::Pressed { pointer, .. }, Input::Up { pointer: up }) if up == *pointer => (Drag::Idle, Outcome::Nothing),
            (Drag::Pressed { .. }, Input::Cancel) => (Drag::Idle, Outcome::Nothing),
            (Drag::Dragging { .. }, Input::Cancel) => (Drag::Idle, Outcome::Aborted),
            (state, Input::Down { .. } | Input::Move { .. } | Input::Up { .. } | Input::Cancel) => (state.clone(), Outcome::Nothing),
        }
    }
}
