//! Opening and saving plan files, by button and by dropping a file on the page.

use super::notice::{Notice, Trouble, open};
use super::say::t;
use super::store::{Dispatch, Event, Store};
use crate::board::Board;
use crate::i18n::Message;
use crate::plan::{Plan, to_text};
use crate::web::{dom, plan_text};
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

/// No plan is larger, in bytes: 50 000 organisations with everything said of them.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Reads a plan and puts it with its call.
pub(super) fn board_of(store: &Store, text: &str) -> Result<(Board, bool), Trouble> {
    let plan = plan_text::from_text(text).map_err(Trouble::Plan)?;
    let newer = plan.newer;
    let call = store.call(&plan.call, plan.year).ok_or_else(|| Trouble::UnknownCall(plan.call.clone(), plan.year))?;
    Ok((plan.into_board(call), newer))
}

/// Opens a file, or says why it cannot be opened; the present plan stays until the new one is whole.
pub(super) fn open_file(file: File, store: Rc<Store>, dispatch: Dispatch) {
    let name = AttrValue::from(file.name());
    if file.size() > LARGEST {
        return dispatch.dispatch(Event::Notify(Notice::FileRefused(name, Trouble::TooLarge)));
    }
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        let event = match text.as_deref().map(|text| board_of(&store, text)) {
            None => Event::Notify(Notice::FileUnreadable(name)),
            Some(Err(trouble)) => Event::Notify(Notice::FileRefused(name, trouble)),
            Some(Ok((board, newer))) => {
                dispatch.dispatch(open(board));
                if newer {
                    dispatch.dispatch(Event::Notify(Notice::Newer));
                }
                Event::Notify(Notice::FileOpened(name))
            }
        };
        dispatch.dispatch(event);
    });
}

/// Lets the visitor keep the plan as a file.
pub(super) fn save_file(store: &Store) {
    let board = store.board();
    dom::download(&file_name(&board.title, &t(store.language, Message::UntitledPlan)), &to_text(&Plan::of_board(board)));
}

/// A name that every system takes.
fn file_name(title: &str, untitled: &str) -> String {
    let title = if title.is_empty() { untitled } else { title };
    let safe: String = title.chars().map(|c| if c.is_control() || r#"/\:*?"<>|."#.contains(c) { '-' } else { c }).collect();
    format!("{}.allians.json", safe.trim())
}
