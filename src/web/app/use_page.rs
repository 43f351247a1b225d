//! What concerns the whole page: its language and title, the status region, the focus, keeping the plan, keys, other tabs.
//!
//! One effect follows every change of the state and one holds the listeners: an effect for each of these would cost every
//! visitor's first load two kilobytes apiece.

use super::autosave::{self, Autosave};
use super::commands::give_focus;
use super::notice::Notice;
use super::say::t;
use super::status::words;
use super::store::{Dispatch, Event, Store};
use super::use_drag::Feed;
use crate::board::Input;
use crate::i18n::{Language, Message};
use crate::web::{dom, offline, storage};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, KeyboardEvent, StorageEvent};
use yew::prelude::*;

/// How long the status region waits, so that a screen reader says the new focus first, in milliseconds.
const STATUS_AFTER: u32 = 500;

/// What the page looked like after the last change, and what is still to come of it.
#[derive(Default)]
struct Tied {
    shown: Option<Rc<Store>>,
    status: Option<Timeout>,
    autosave: Autosave,
    /// Whether something had the focus when keys asked for the change that follows.
    focused: bool,
}

/// Ties the page to its document.
#[hook]
pub(super) fn use_page(store: &Rc<Store>, dispatch: &Dispatch, feed: &Feed) {
    let tied = use_mut_ref(Tied::default);
    {
        let (tied, dispatch) = (tied.clone(), dispatch.clone());
        use_effect_with(store.clone(), move |store| follow(&mut tied.borrow_mut(), store, &dispatch));
    }
    let (dispatch, feed) = (dispatch.clone(), feed.clone());
    use_effect_with((), move |()| {
        let listeners = listen(&dispatch, &feed, &tied);
        // The frame shows the report; what is asked for in it comes after it was painted.
        request_frame(move || drop(Timeout::new(0, move || ready(dispatch, &tied)).forget()));
        move || drop(listeners)
    });
}

/// Brings the document after the state.
fn follow(tied: &mut Tied, store: &Rc<Store>, dispatch: &Dispatch) {
    let before = tied.shown.replace(store.clone());
    let before = before.as_deref();
    if before.is_some_and(|before| before.language != store.language) {
        show_language(store.language);
        // A language that cannot be remembered is asked of the browser again.
        let _ = storage::save(storage::LANGUAGE, store.language.as_str());
    }
    if before.is_none_or(|before| before.language != store.language || before.board().title != store.board().title) {
        show_title(store);
    }
    let Some(before) = before else { return };
    let number = |store: &Store| store.said.as_ref().map(|(number, _)| *number);
    if number(before) != number(store) {
        let text = words(store);
        tied.status = Some(Timeout::new(STATUS_AFTER, move || {
            if let Some(region) = dom::find("[data-status-region]") {
                region.set_text_content(Some(&text));
            }
        }));
    }
    if before.focus != store.focus
        && let Some((_, wish)) = &store.focus
    {
        give_focus(wish);
    }
    if !Rc::ptr_eq(before.board(), store.board()) && tied.focused && dom::find("body :focus").is_none() {
        // What had the focus went with the change: its heading is near it.
        dom::focus("[data-heading=consortium]");
    }
    tied.focused = false;
    if before.language != store.language || !Rc::ptr_eq(before.board(), store.board()) {
        tied.autosave.soon(store, dispatch);
    }
}

/// Says the page's language where the browser looks for it.
pub(super) fn show_language(language: Language) {
    if let Some(root) = dom::find(":root") {
        // A document without its root would show nothing at all.
        let _ = root.set_attribute("lang", language.as_str());
    }
}

fn show_title(store: &Store) {
    if let Some(document) = dom::document() {
        let untitled = t(store.language, Message::UntitledPlan);
        let title = &store.board().title;
        let plan = if title.is_empty() { untitled.as_str() } else { title };
        document.set_title(&t(store.language, Message::PageTitle { plan }));
    }
}

fn request_frame(then: impl FnOnce() + 'static) {
    let frame = Rc::new(RefCell::new(None));
    let kept = frame.clone();
    let handle = request_animation_frame(move |_| {
        then();
        drop(kept.take());
    });
    frame.replace(Some(handle));
}

fn ready(dispatch: Dispatch, tied: &RefCell<Tied>) {
    storage::booted();
    if let Some(root) = dom::find(":root") {
        // The attribute is for tests and measuring; without it the page is the same.
        let _ = root.set_attribute("data-ready", "");
    }
    // Nobody asks for advice on nothing: a first visit does not load it.
    if let Some(store) = tied.borrow().shown.as_ref().filter(|store| !store.board().is_empty()) {
        autosave::ask(store);
    }
    #[cfg(not(core_page))]
    taken_over(&dispatch, tied);
    offline::register(Callback::from(move |word| dispatch.dispatch(Event::Offline(word))));
}

/// What the first page has handed over is kept, opened where it is a file, and the focus is where it was: on the choice of the call.
#[cfg(not(core_page))]
fn taken_over(dispatch: &Dispatch, tied: &RefCell<Tied>) {
    let shown = tied.borrow().shown.clone();
    let (tell, language) = (dispatch.clone(), shown.as_ref().map(|store| store.language).unwrap_or_default());
    wasm_bindgen_futures::spawn_local(async move {
        if super::whole::own_again(language).await {
            tell.dispatch(Event::Listed);
        }
    });
    if let Some(store) = shown.filter(|_| super::whole::handed("plan").is_some()) {
        tied.borrow_mut().autosave.soon(&store, dispatch);
        super::files::open_handed(&store, dispatch);
        dom::focus("[data-call]");
    }
}

/// All that the page listens to beside its own elements.
fn listen(dispatch: &Dispatch, feed: &Feed, tied: &Rc<RefCell<Tied>>) -> Option<[EventListener; 5]> {
    let (window, document) = (dom::window()?, dom::document()?);
    let on = |target: &EventTarget, name: &'static str, act: Box<dyn Fn(&web_sys::Event)>| {
        EventListener::new_with_options(target, name, EventListenerOptions::enable_prevent_default(), move |event| act(event))
    };
    let flush = || {
        let (tied, dispatch) = (tied.clone(), dispatch.clone());
        Box::new(move |_: &web_sys::Event| tied.borrow().autosave.flush(&dispatch))
    };
    let keys = {
        let (dispatch, feed) = (dispatch.clone(), feed.clone());
        let tied = tied.clone();
        move |event: &web_sys::Event| pressed(event, &dispatch, &feed, &tied)
    };
    let blur = {
        let feed = feed.clone();
        move |_: &web_sys::Event| feed.give(Input::Cancel)
    };
    let other_tab = {
        let dispatch = dispatch.clone();
        move |event: &web_sys::Event| {
            let event = event.dyn_ref::<StorageEvent>();
            if event.is_some_and(|event| event.key().as_deref() == Some(storage::PLAN) && event.new_value().is_some()) {
                dispatch.dispatch(Event::Notify(Notice::OtherTab));
            }
        }
    };
    Some([
        on(&document, "keydown", Box::new(keys)),
        on(&document, "visibilitychange", flush()),
        on(&window, "pagehide", flush()),
        on(&window, "blur", Box::new(blur)),
        on(&window, "storage", Box::new(other_tab)),
    ])
}

/// Escape ends a drag; Ctrl or Command with Z, Y or Shift+Z undo and redo, unless a text is being written.
fn pressed(event: &web_sys::Event, dispatch: &Dispatch, feed: &Feed, tied: &RefCell<Tied>) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.key() == "Escape" {
        return feed.give(Input::Cancel);
    }
    if !(key.ctrl_key() || key.meta_key()) || in_text_field(key) {
        return;
    }
    let step = match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
        ("z", false) => Event::Undo,
        ("z", true) | ("y", false) => Event::Redo,
        _ => return,
    };
    event.prevent_default();
    tied.borrow_mut().focused = dom::find("body :focus").is_some();
    dispatch.dispatch(step);
}

/// Whether an event comes from a field in which keys mean text.
fn in_text_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let field = "input:not([type=radio]):not([type=checkbox]), textarea, select, dialog";
    target.is_some_and(|target| target.closest(field).ok().flatten().is_some())
}
