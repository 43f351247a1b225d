//! The page's side of the worker, in which the library answers what the page does not work out itself.
//!
//! One worker serves the page for as long as it works and the page speaks its language. It is started by the first question; one that
//! fails is let go, and the next question starts another.

use super::dom;
use super::store::Store;
use crate::advisor::{Panels, read};
use crate::browser::node::Js;
use crate::calls::CallFile;
use crate::calls::pack::of_bytes;
use crate::i18n::Language;
use crate::plan::{Plan, to_text};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What is done with an answer; `None` where there is none to be had.
type Then = Box<dyn FnOnce(Option<JsValue>)>;

/// The way to the worker. Clones are the same way.
#[derive(Clone, Default)]
pub(super) struct Advisor(Rc<RefCell<Hired>>);

#[derive(Default)]
struct Hired {
    /// What the worker speaks.
    language: Language,
    worker: Option<(Worker, [EventListener; 2])>,
    /// The number of the last question.
    asked: u32,
    /// Questions that are not answered yet, by their numbers.
    waiting: Vec<(u32, Then)>,
}

impl PartialEq for Advisor {
    fn eq(&self, other: &Advisor) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Advisor {
    /// Asks for the answers to the board. Of the questions that the worker has not begun with it answers only the newest.
    pub(super) fn advise(&self, store: &Store, then: impl FnOnce(Option<Panels>) + 'static) {
        let options = &store.options;
        let needs_own = options.all || options.beside.is_some();
        let own: Array = store.own_texts().filter(|_| needs_own).map(JsValue::from_str).collect();
        let text = |text: Option<&str>| text.map_or(JsValue::UNDEFINED, JsValue::from_str);
        let parts = [
            to_text(&Plan::of_board(store.board())).into(),
            store.language.as_str().into(),
            options.all.into(),
            text(options.beside.as_ref().map(ToString::to_string).as_deref()),
            text(options.other.as_deref()),
            own.into(),
        ];
        self.ask("advise", store.language, parts, move |answer| {
            let document = answer.and_then(|answer| js_sys::JSON::parse(&answer.as_string()?).ok());
            then(document.and_then(|document| read(&Js(document))));
        });
    }

    /// Reads the visitor's own call file: the call, or in words why it is none; nothing where that cannot be found out.
    pub(super) async fn read_call(&self, text: &str, language: Language) -> Option<Result<CallFile, String>> {
        let parts: [JsValue; 2] = [text.into(), language.as_str().into()];
        let promise = js_sys::Promise::new(&mut |done, _| {
            self.ask("readCall", language, parts.clone(), move |answer| {
                // What a promise is told when it is settled already is of no consequence.
                let _ = done.call1(&JsValue::NULL, &answer.unwrap_or_default());
            });
        });
        let answer = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?;
        match answer.as_string() {
            Some(words) => Some(Err(words)),
            None => of_bytes(&answer.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec()).map(Ok),
        }
    }

    fn ask<const N: usize>(&self, what: &str, language: Language, parts: [JsValue; N], then: impl FnOnce(Option<JsValue>) + 'static) {
        if self.0.borrow().language != language {
            self.dismiss();
            self.0.borrow_mut().language = language;
        }
        let number = {
            let hired = &mut *self.0.borrow_mut();
            hired.asked = hired.asked.wrapping_add(1);
            hired.waiting.push((hired.asked, Box::new(then)));
            hired.asked
        };
        let message: Array = [JsValue::from(number), what.into()].into_iter().chain(parts).collect();
        let sent = self.worker().is_some_and(|worker| worker.post_message(&message).is_ok());
        if !sent {
            self.answer(number, None);
        }
    }

    /// The worker, hired where there is none.
    fn worker(&self) -> Option<Worker> {
        if let Some((worker, _)) = &self.0.borrow().worker {
            return Some(worker.clone());
        }
        let address = dom::find("script[data-worker]")?.get_attribute("data-worker")?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&dom::here(&address)?, &options).ok()?;
        let (told, failed) = (self.clone(), self.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| told.told(event)),
            EventListener::new_with_options(&worker, "error", EventListenerOptions::enable_prevent_default(), move |event| {
                event.prevent_default();
                failed.dismiss();
            }),
        ];
        self.0.borrow_mut().worker = Some((worker.clone(), listeners));
        Some(worker)
    }

    /// `[number, answer]`. A question without an answer has been overtaken by a newer one; `null` is that there is none to be had.
    fn told(&self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let data = Array::from(&event.data());
        let Some(number) = data.get(0).as_f64() else { return };
        let answer = data.get(1);
        if answer.is_null() {
            return self.dismiss();
        }
        if answer.is_undefined() {
            return self.0.borrow_mut().waiting.retain(|(other, _)| *other != number as u32);
        }
        self.answer(number as u32, Some(answer));
    }

    fn answer(&self, number: u32, answer: Option<JsValue>) {
        let then = {
            let waiting = &mut self.0.borrow_mut().waiting;
            waiting.iter().position(|(other, _)| *other == number).map(|at| waiting.swap_remove(at))
        };
        if let Some((_, then)) = then {
            then(answer);
        }
    }

    /// A worker that has failed answers nobody any more. The next question gets a new one.
    fn dismiss(&self) {
        let (worker, waiting) = {
            let hired = &mut *self.0.borrow_mut();
            (hired.worker.take(), std::mem::take(&mut hired.waiting))
        };
        if let Some((worker, listeners)) = worker {
            worker.terminate();
            // Listeners cannot be dropped while one of them is running.
            gloo::timers::callback::Timeout::new(0, move || drop(listeners)).forget();
        }
        waiting.into_iter().for_each(|(_, then)| then(None));
    }
}
