//! What concerns the whole page: its language and title, the status region, the focus, keeping the plan, keys, other tabs.
//!
//! One effect follows every change of the state and one holds the listeners: an effect for each of these would cost every
//! visitor's first load two kilobytes apiece.

use super::advisor::Advisor;
use super::announcer::{ADVICE, STATUS, announce, words};
use super::autosave::Autosave;
use super::commands::{Commands, give_focus};
use super::say::t;
use super::store::{Dispatch, Event, Store};
use super::use_drag::Feed;
use super::{calls, dom, language, offline, plan_text, storage};
use crate::board::Input;
use crate::i18n::{Language, Message};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, KeyboardEvent, StorageEvent};
use yew::prelude::*;

/// How long the status region waits, so that a screen reader says the new focus first, in milliseconds.
const STATUS_AFTER: u32 = 500;

/// How long it waits with what follows from a change, which is said after what happened.
const ADVICE_AFTER: u32 = 1200;

/// How long after a change the worker is asked, in milliseconds: typing and dragging make many in a row.
const ASK_AFTER: u32 = 300;

/// What the page looked like after the last change, and what is still to come of it.
#[derive(Default)]
struct Tied {
    shown: Option<Rc<Store>>,
    status: Option<Timeout>,
    advice: Option<Timeout>,
    question: Option<Timeout>,
    autosave: Autosave,
    /// What had the focus last: where it went with a change, the focus goes to a heading near it. Giving the focus tells of it at once,
    /// so this is not borrowed with the rest.
    focused: Rc<RefCell<Option<Element>>>,
}

/// Ties the page to its document.
#[hook]
pub(super) fn use_page(store: &Rc<Store>, dispatch: &Dispatch, feed: &Feed, commands: &Rc<Commands>) {
    let tied = use_mut_ref(Tied::default);
    let newest = use_mut_ref(|| commands.clone());
    *newest.borrow_mut() = commands.clone();
    {
        let (tied, dispatch, advisor) = (tied.clone(), dispatch.clone(), commands.advisor.clone());
        use_effect_with(store.clone(), move |store| follow(&mut tied.borrow_mut(), store, &dispatch, &advisor));
    }
    let (dispatch, feed, advisor) = (dispatch.clone(), feed.clone(), commands.advisor.clone());
    use_effect_with((), move |()| {
        let listeners = listen(&dispatch, &feed, &tied, &newest);
        // The frame shows the report; what is asked for in it comes after it was painted.
        request_frame(move || drop(Timeout::new(0, move || ready(dispatch, advisor, &tied)).forget()));
        move || drop(listeners)
    });
}

/// Brings the document after the state.
fn follow(tied: &mut Tied, store: &Rc<Store>, dispatch: &Dispatch, advisor: &Advisor) {
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
    say(tied, before, store);
    if before.focus != store.focus
        && let Some((_, wish)) = &store.focus
    {
        give_focus(wish);
    }
    let is_gone = |element: &Element| !element.is_connected();
    let has_lost = tied.focused.borrow().as_ref().is_some_and(is_gone);
    if has_lost && dom::find("body :focus").is_none() {
        dom::focus("[data-heading=consortium]");
    }
    if !Rc::ptr_eq(before.board(), store.board()) {
        // Texts of a call in another language are nothing to keep.
        if !(Rc::ptr_eq(&before.kept, before.board()) && Rc::ptr_eq(&store.kept, store.board())) {
            tied.autosave.soon(store, dispatch);
        }
        // A call that was asked for before the language changed has come in the language before.
        if store.wanted_language.is_none() && !store.without_texts_in(store.language).is_empty() {
            language::speak(store, dispatch, store.language);
        }
    }
    if before.library.own() != store.library.own() {
        dispatch.dispatch(Event::OwnKept(calls::keep_own(store)));
    }
    if before.turn != store.turn {
        let (store, dispatch, advisor) = (store.clone(), dispatch.clone(), advisor.clone());
        tied.question = Some(Timeout::new(ASK_AFTER, move || ask(&store, &dispatch, &advisor)));
    }
}

/// Says what happened, and later what follows from it.
fn say(tied: &mut Tied, before: &Store, store: &Rc<Store>) {
    let number = |store: &Store| store.said.as_ref().map(|(number, _)| *number);
    if number(before) != number(store) {
        let text = words(store);
        tied.status = Some(Timeout::new(STATUS_AFTER, move || announce(STATUS, &text)));
    }
    if !Rc::ptr_eq(&before.advice, &store.advice) {
        if let Some(root) = dom::find(":root") {
            // The attribute is for tests; without it the page is the same.
            let _ = root.set_attribute("data-advice", &store.turn.to_string());
        }
        // Nobody has asked for anything yet when a kept plan is opened.
        let said = store.advice.said.clone();
        if before.advice.said != said && store.turn > 0 {
            tied.advice = Some(Timeout::new(ADVICE_AFTER, move || announce(ADVICE, &said)));
        }
    }
}

/// Asks the worker. On nothing there is nothing to ask: an empty board does not load it.
fn ask(store: &Store, dispatch: &Dispatch, advisor: &Advisor) {
    if store.board().is_empty() {
        return;
    }
    let (turn, dispatch) = (store.turn, dispatch.clone());
    advisor.advise(store, move |advice| dispatch.dispatch(Event::Advised(turn, advice)));
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

fn ready(dispatch: Dispatch, advisor: Advisor, tied: &RefCell<Tied>) {
    storage::booted();
    if let Some(root) = dom::find(":root") {
        // The attribute is for tests and measuring; without it the page is the same.
        let _ = root.set_attribute("data-ready", "");
    }
    if let Some(store) = &tied.borrow().shown {
        ask(store, &dispatch, &advisor);
        calls::own_again(store, &advisor, &dispatch);
    }
    offline::register(Callback::from(move |word| dispatch.dispatch(Event::Offline(word))));
}

/// All that the page listens to beside its own elements.
fn listen(
    dispatch: &Dispatch,
    feed: &Feed,
    tied: &Rc<RefCell<Tied>>,
    commands: &Rc<RefCell<Rc<Commands>>>,
) -> Option<(Vec<EventListener>, Option<EventListener>)> {
    let (window, document) = (dom::window()?, dom::document()?);
    let on = |target: &EventTarget, name: &'static str, act: Box<dyn Fn(&web_sys::Event)>| {
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(target, name, options, move |event| act(event))
    };
    let flush = || {
        let (tied, dispatch) = (tied.clone(), dispatch.clone());
        Box::new(move |_: &web_sys::Event| tied.borrow().autosave.flush(&dispatch))
    };
    let (keys, blur, focused, unkept) = (dispatch.clone(), feed.clone(), tied.borrow().focused.clone(), tied.clone());
    let (of_keys, other, toggled) = (feed.clone(), dispatch.clone(), commands.clone());
    let listeners = vec![
        on(&document, "keydown", Box::new(move |event| pressed(event, &keys, &of_keys))),
        on(&document, "visibilitychange", flush()),
        on(&document, "focusin", Box::new(move |event| drop(focused.replace(event.target().and_then(|it| it.dyn_into().ok()))))),
        // It does not bubble, but it is caught on its way down.
        on(&document, "toggle", Box::new(move |event| toggled.borrow().toggled(event).unwrap_or_default())),
        on(&window, "pagehide", flush()),
        on(&window, "beforeunload", Box::new(move |event| ask_before_leaving(event, &unkept.borrow()))),
        on(&window, "blur", Box::new(move |_| blur.give(Input::Cancel))),
        on(&window, "storage", Box::new(move |event| changed_elsewhere(event, &other))),
    ];
    Some((listeners, watch_width(dispatch)))
}

/// The browser asks before it leaves what is kept nowhere.
fn ask_before_leaving(event: &web_sys::Event, tied: &Tied) {
    if tied.shown.as_ref().is_some_and(|store| store.would_lose()) {
        event.prevent_default();
    }
}

fn changed_elsewhere(event: &web_sys::Event, dispatch: &Dispatch) {
    let event = event.dyn_ref::<StorageEvent>();
    if event.is_some_and(|event| event.key().as_deref() == Some(storage::PLAN) && event.new_value().is_some()) {
        let text = event.and_then(StorageEvent::new_value).unwrap_or_default();
        let holds_newer = plan_text::from_text(&text).is_ok_and(|plan| plan.newer);
        dispatch.dispatch(Event::OtherTab { holds_newer });
    }
}

/// Tells when the board stands above the pool and no longer beside it; the style sheet has the same width.
fn watch_width(dispatch: &Dispatch) -> Option<EventListener> {
    let narrow = dom::window()?.match_media("(max-width: 1160px)").ok()??;
    dispatch.dispatch(Event::Narrow(narrow.matches()));
    let (dispatch, watched) = (dispatch.clone(), narrow.clone());
    Some(EventListener::new(&narrow, "change", move |_| dispatch.dispatch(Event::Narrow(watched.matches()))))
}

/// Escape ends a drag; Ctrl or Command with Z, Y or Shift+Z undo and redo, unless a text is being written.
fn pressed(event: &web_sys::Event, dispatch: &Dispatch, feed: &Feed) {
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
    dispatch.dispatch(step);
}

/// Whether an event comes from a field in which keys mean text.
fn in_text_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let field = "input:not([type=radio]):not([type=checkbox]), textarea, select, dialog";
    target.is_some_and(|target| target.closest(field).ok().flatten().is_some())
}
