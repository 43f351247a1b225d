//! Opening and saving plan files, by button and by dropping a file on the page.

use super::calls;
#[cfg(core_page)]
use super::handover::hand_over;
use super::notice::{Notice, Trouble, open};
use super::say::t;
use super::store::{Dispatch, Event, Store};
#[cfg(not(core_page))]
use super::whole;
#[cfg(not(core_page))]
use crate::board::Action;
use crate::i18n::Message;
use crate::plan::{PlanError, to_text};
use crate::source::Node;
use crate::web::node::Js;
use crate::web::{dom, plan_text};
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

/// No plan is larger, in bytes: 50 000 organisations with everything said of them.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// Opens a plan from its text: with its call, and the rules that it was made under where they are others than today's.
pub(super) async fn open_text(name: &str, text: &str, store: &Store, dispatch: &Dispatch) -> Result<(), Trouble> {
    let plan = match plan_text::from_text(text) {
        Err(PlanError::NotAPlan) if is_call(text) => return open_call(name, text, store, dispatch).await,
        read => read.map_err(Trouble::Plan)?,
    };
    #[cfg(core_page)]
    if calls::is_elsewhere(&plan) {
        return hand_over(store, None, Some((name, text))).await.map_err(|()| Trouble::NotLoaded(plan.call));
    }
    #[cfg(not(core_page))]
    whole::load_for(&plan, store.language).await?;
    let call = calls::of_plan(&plan)?;
    let (newer, rules) = (plan.newer, store.older_rules(&plan, &call));
    dispatch.dispatch(open(plan.into_board(call)));
    dispatch.dispatch(Event::MadeUnder(rules));
    if newer {
        dispatch.dispatch(Event::Notify(Notice::Newer));
    }
    Ok(())
}

/// The whole page reads the visitor's own call.
#[cfg(core_page)]
async fn open_call(name: &str, text: &str, store: &Store, _: &Dispatch) -> Result<(), Trouble> {
    hand_over(store, None, Some((name, text))).await.map_err(|()| Trouble::NotLoaded(Rc::default()))
}

/// Takes in the visitor's own call, and holds the plan against it.
#[cfg(not(core_page))]
async fn open_call(_: &str, text: &str, store: &Store, dispatch: &Dispatch) -> Result<(), Trouble> {
    let file = whole::own(text, store.language).await?;
    whole::keep_own();
    let call = file.years.last().and_then(|year| file.call(*year, None));
    call.into_iter().for_each(|call| dispatch.dispatch(Event::Act(Action::UseCall(Rc::new(call)))));
    Ok(())
}

/// Opens what the first page was asked to open and has handed over.
#[cfg(not(core_page))]
pub(super) fn open_handed(store: &Rc<Store>, dispatch: &Dispatch) {
    if let Some((name, text)) = whole::handed_text("name").zip(whole::handed_text("text")) {
        let (store, dispatch) = (store.clone(), dispatch.clone());
        spawn_local(async move { open_named(AttrValue::from(name), &text, &store, &dispatch).await });
    }
}

async fn open_named(name: AttrValue, text: &str, store: &Store, dispatch: &Dispatch) {
    let opened = open_text(&name, text, store, dispatch).await;
    dispatch.dispatch(Event::Notify(match opened {
        Ok(()) => Notice::FileOpened(name),
        Err(trouble) => Notice::FileRefused(name, trouble),
    }));
}

/// Opens a file, or says why it cannot be opened; the present plan stays until the new one is whole.
pub(super) fn open_file(file: File, store: Rc<Store>, dispatch: Dispatch) {
    let name = AttrValue::from(file.name());
    if file.size() > LARGEST {
        return dispatch.dispatch(Event::Notify(Notice::FileRefused(name, Trouble::TooLarge)));
    }
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        let Some(text) = text else { return dispatch.dispatch(Event::Notify(Notice::FileUnreadable(name))) };
        open_named(name, &text, &store, &dispatch).await;
    });
}

/// Whether a text says that it is a call file. What is wrong with it is said when it is read.
fn is_call(text: &str) -> bool {
    let format = js_sys::JSON::parse(text).ok().and_then(|value| Js(value).field("format"));
    format.is_some_and(|format| format.as_text().as_deref() == Some(calls::FORMAT))
}

/// Lets the visitor keep the plan as a file.
pub(super) fn save_file(store: &Store) {
    let board = store.board();
    dom::download(&file_name(&board.title, &t(store.language, Message::UntitledPlan)), &to_text(&store.plan()));
}

/// A name that every system takes.
fn file_name(title: &str, untitled: &str) -> String {
    let title = if title.is_empty() { untitled } else { title };
    let safe: String = title.chars().map(|c| if c.is_control() || r#"/\:*?"<>|."#.contains(c) { '-' } else { c }).collect();
    format!("{}.allians.json", safe.trim())
}
