//! Keeps the plan in the browser after each change, and before the page goes away.

use super::notice::Notice;
use super::storage::{self, StoreError};
use super::store::{Dispatch, Event, Store};
use crate::plan::{Plan, to_text};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// How long after a change it is kept, in milliseconds: typing and dragging make many in a row.
const AFTER: u32 = 300;

/// A board that is not kept yet, and when it will be.
#[derive(Default)]
pub(super) struct Autosave {
    pending: Rc<RefCell<Option<Rc<Store>>>>,
    timer: Option<Timeout>,
}

impl Autosave {
    /// Keeps a board, unless another follows at once.
    pub(super) fn soon(&mut self, store: &Rc<Store>, dispatch: &Dispatch) {
        self.pending.replace(Some(store.clone()));
        let (pending, dispatch) = (self.pending.clone(), dispatch.clone());
        self.timer = Some(Timeout::new(AFTER, move || keep(pending.take(), &dispatch)));
    }

    /// Keeps what is not kept yet.
    pub(super) fn flush(&self, dispatch: &Dispatch) {
        keep(self.pending.take(), dispatch);
    }
}

fn keep(store: Option<Rc<Store>>, dispatch: &Dispatch) {
    let Some(store) = store.filter(|store| store.keeps()) else { return };
    dispatch.dispatch(Event::Kept(store.board().clone(), save(&store)));
}

/// Keeps the plan of a store. What the browser holds of a newer version is put aside first: it is more than this program understands.
pub(super) fn save(store: &Store) -> Result<(), StoreError> {
    if store.holds_newer {
        storage::put_aside()?;
    }
    storage::save(storage::PLAN, &to_text(&Plan::of_board(store.board())))
}

/// What the visitor has to know where a plan could not be kept.
pub(super) fn trouble(error: StoreError) -> Notice {
    match error {
        StoreError::Blocked => Notice::Blocked,
        StoreError::Full => Notice::Full,
    }
}
