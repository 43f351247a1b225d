//! Opening and saving plan files, by button and by dropping a file on the page.

use super::advisor::Advisor;
use super::notice::{Notice, Trouble};
use super::say::t;
use super::store::{Dispatch, Event, Store};
use super::{calls, dom, plan_text};
use crate::browser::node::Js;
use crate::calls::FORMAT;
use crate::i18n::Message;
use crate::plan::{Plan, PlanError, to_text};
use crate::source::Node;
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

/// No plan is larger, in bytes: 50 000 organisations with everything said of them.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Opens a plan from its text, with its call; or takes in a call file.
pub(super) async fn open_text(
    notice: Option<Notice>,
    text: &str,
    store: &Store,
    advisor: &Advisor,
    dispatch: &Dispatch,
) -> Result<(), Trouble> {
    let plan = match plan_text::from_text(text) {
        Err(PlanError::NotAPlan) if is_call(text) => {
            let file = calls::own(advisor, text, store.language).await?;
            dispatch.dispatch(Event::Own(file));
            notice.into_iter().for_each(|notice| dispatch.dispatch(Event::Notify(notice)));
            return Ok(());
        }
        read => read.map_err(Trouble::Plan)?,
    };
    let chosen = calls::of_plan(&plan, &store.library, advisor, store.language).await?;
    dispatch.dispatch(Event::Open(Rc::new(plan.into_board(chosen)), notice));
    Ok(())
}

/// Opens a file, or says why it cannot be opened; the present plan stays until the new one is whole.
pub(super) fn open_file(file: File, store: Rc<Store>, advisor: Advisor, dispatch: Dispatch) {
    spawn_local(async move {
        let name = AttrValue::from(file.name());
        let text = match text_of(&file).await {
            Ok(text) => text,
            Err(notice) => return dispatch.dispatch(Event::Notify(notice)),
        };
        let opened = open_text(Some(Notice::FileOpened(name.clone())), &text, &store, &advisor, &dispatch).await;
        if let Err(trouble) = opened {
            dispatch.dispatch(Event::Notify(Notice::FileRefused(name, trouble)));
        }
    });
}

/// The text of a file that the visitor chose, or what to say of it. The size is asked before anything is read.
pub(super) async fn text_of(file: &File) -> Result<String, Notice> {
    let name = || AttrValue::from(file.name());
    if file.size() > LARGEST {
        return Err(Notice::FileRefused(name(), Trouble::TooLarge));
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or_else(|| Notice::FileUnreadable(name()))
}

/// Whether a text says that it is a call file. What is wrong with it is said when it is read.
fn is_call(text: &str) -> bool {
    let format = js_sys::JSON::parse(text).ok().and_then(|value| Js(value).field("format"));
    format.is_some_and(|format| format.as_text().as_deref() == Some(FORMAT))
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
