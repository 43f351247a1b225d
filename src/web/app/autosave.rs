//! Keeps the plan in the browser after each change, and before the page goes away; and asks for advice on it.

use super::notice::Notice;
use super::store::{Dispatch, Event, Store};
use crate::plan::to_text;
use crate::web::known;
use crate::web::storage::{self, StoreError};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

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
    let Some(store) = store else { return };
    let text = to_text(&store.plan());
    if store.keeps {
        dispatch.dispatch(match storage::save(storage::PLAN, &text) {
            Ok(()) => Event::Close(Notice::Full),
            Err(StoreError::Blocked) => Event::Notify(Notice::Blocked),
            Err(StoreError::Full) => Event::Notify(Notice::Full),
        });
    }
    // On nothing there is no advice.
    let text = if store.board().is_empty() { "" } else { &text };
    let _ = advise(text, store.language.as_str(), of_others(&store));
}

/// Asks for advice on the plan. Where there is none, the page is the same without.
pub(super) fn ask(store: &Store) {
    let _ = advise(&to_text(&store.plan()), store.language.as_str(), of_others(store));
}

/// Whether the calls beside the page have to be loaded for the advice: not for the first, nor for the visitor's own.
fn of_others(store: &Store) -> bool {
    let id = store.board().call.id();
    crate::calls::FIRST.id != id && known::own_text(id).is_none()
}

#[wasm_bindgen]
extern "C" {
    /// Of boot.js.
    #[wasm_bindgen(js_name = alliansAdvise, catch)]
    fn advise(plan: &str, language: &str, of_others: bool) -> Result<(), JsValue>;
}
