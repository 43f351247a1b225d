//! Calls that are loaded when they are chosen, and the visitor's own.

use super::notice::{Notice, Trouble};
use super::store::{Dispatch, Event, Store};
use crate::board::Action;
use crate::calls::{CallFile, LISTED};
use crate::engine::Call;
use crate::i18n::Language;
use crate::plan::Plan;
use crate::web::known;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// Of boot.js: the bytes of a listed call.
    #[wasm_bindgen(js_name = alliansCall, catch)]
    async fn fetch(id: &str) -> Result<JsValue, JsValue>;
    /// Of boot.js: the bytes of the visitor's own call, or in words why it is none.
    #[wasm_bindgen(js_name = alliansOwnCall, catch)]
    async fn read_own(text: &str, language: &str) -> Result<JsValue, JsValue>;
}

/// The word that says that a document is a call file.
pub(super) const FORMAT: &str = "allians-call";

/// A call as an address names it: id, year, variant.
pub(super) struct Asked {
    pub(super) id: String,
    pub(super) year: Option<u16>,
    pub(super) variant: Option<String>,
}

impl Asked {
    /// `id/year/variant`, of which the last may be left out.
    pub(super) fn parse(text: &str) -> Option<Asked> {
        let mut parts = text.split('/');
        let id = parts.next()?.to_owned();
        let year = parts.next().and_then(|year| year.parse().ok());
        Some(Asked { id, year, variant: parts.next().filter(|variant| !variant.is_empty()).map(str::to_owned) })
    }

    /// The call in that year and variant, else in the last year and the first variant.
    pub(super) fn call(&self, file: &CallFile) -> Option<Rc<Call>> {
        let year = self.year.filter(|year| file.years.contains(year)).or(file.years.last().copied())?;
        file.call(year, self.variant.as_deref()).or_else(|| file.call(year, None)).map(Rc::new)
    }
}

/// Loads a call that comes with the page, unless it is known; nothing where there is no such call, or where it cannot be had.
pub(super) async fn load(id: &str) -> Result<Option<&'static CallFile>, Trouble> {
    if let Some(file) = known::find(id) {
        return Ok(Some(file));
    }
    let Some(listed) = LISTED.iter().find(|listed| listed.id == id) else { return Ok(None) };
    let bytes = fetch(listed.id).await.ok().map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec());
    let file = bytes.and_then(|bytes| known::learn(&bytes));
    file.map(Some).ok_or_else(|| Trouble::NotLoaded(id.into()))
}

/// Reads the visitor's own call.
pub(super) async fn own(text: &str, language: Language) -> Result<&'static CallFile, Trouble> {
    let answer = read_own(text, language.as_str()).await.map_err(|_| Trouble::NotLoaded(Rc::default()))?;
    if let Some(words) = answer.as_string() {
        return Err(Trouble::CallFile(AttrValue::from(words)));
    }
    known::learn_own(&js_sys::Uint8Array::new(&answer).to_vec(), text).ok_or_else(|| Trouble::NotLoaded(Rc::default()))
}

/// The call that a plan is for.
pub(super) async fn of_plan(plan: &Plan, language: Language) -> Result<Rc<Call>, Trouble> {
    let file = match &plan.own_call {
        Some(text) => Some(own(text, language).await?),
        None => load(&plan.call).await?,
    };
    let call = file.and_then(|file| file.call(plan.year, plan.variant.as_deref()));
    call.map(Rc::new).ok_or_else(|| Trouble::UnknownCall(plan.call.clone(), plan.year))
}

/// Holds the plan against another call: at once where it is known, else as soon as it is there.
pub(super) fn hold_against(store: &Store, dispatch: &Dispatch, asked: Asked) {
    if let Some(call) = known::find(&asked.id).and_then(|file| asked.call(file)) {
        return dispatch.dispatch(Event::Act(Action::UseCall(call)));
    }
    let (dispatch, shown) = (dispatch.clone(), store.board().call.clone());
    spawn_local(async move {
        match load(&asked.id).await {
            Ok(file) => {
                if let Some(call) = file.and_then(|file| asked.call(file)) {
                    dispatch.dispatch(Event::Act(Action::UseCall(call)));
                }
            }
            Err(trouble) => {
                // The choice goes back to the call that is shown.
                dispatch.dispatch(Event::Act(Action::UseCall(shown)));
                dispatch.dispatch(Event::Notify(Notice::NotLoaded(trouble)));
            }
        }
    });
}
