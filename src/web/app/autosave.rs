//! Keeps the plan in the browser after each change, and before the page goes away.

use super::notice::Notice;
use super::store::{Dispatch, Event};
use crate::board::Board;
use crate::plan::Plan;
use crate::web::plan_text;
use crate::web::storage::{self, StoreError};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// How long after a change it is kept, in milliseconds: typing and dragging make many in a row.
const AFTER: u32 = 300;

/// A board that is not kept yet, and when it will be.
#[derive(Default)]
pub(super) struct Autosave {
    pending: Rc<RefCell<Option<Rc<Board>>>>,
    timer: Option<Timeout>,
}

impl Autosave {
    /// Keeps a board, unless another follows at once.
    pub(super) fn soon(&mut self, board: &Rc<Board>, dispatch: &Dispatch) {
        self.pending.replace(Some(board.clone()));
        let (pending, dispatch) = (self.pending.clone(), dispatch.clone());
        self.timer = Some(Timeout::new(AFTER, move || keep(pending.take(), &dispatch)));
    }

    /// Keeps what is not kept yet.
    pub(super) fn flush(&self, dispatch: &Dispatch) {
        keep(self.pending.take(), dispatch);
    }
}

fn keep(board: Option<Rc<Board>>, dispatch: &Dispatch) {
    let Some(board) = board else { return };
    let text = plan_text::to_text(&Plan::of_board(&board)).ok_or(StoreError::Full);
    dispatch.dispatch(match text.and_then(|text| storage::save(storage::PLAN, &text)) {
        Ok(()) => Event::Close(Notice::Full),
        Err(StoreError::Blocked) => Event::Notify(Notice::Blocked),
        Err(StoreError::Full) => Event::Notify(Notice::Full),
    });
}
