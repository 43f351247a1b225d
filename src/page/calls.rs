//! Calls that are loaded when they are chosen, and the visitor's own.

use super::advisor::Advisor;
use super::fetched::fetched;
use super::notice::Trouble;
use super::storage;
use super::store::{Dispatch, Event, Store};
use crate::board::Action;
use crate::browser::node::Js;
use crate::calls::pack::of_bytes;
use crate::calls::{CallFile, CallLibrary, CallRef, Chosen, LISTED};
use crate::i18n::Language;
use crate::plan::Plan;
use crate::source::Node;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;

/// Holds the plan against another call: at once where it is known, else as soon as it is there. Of several that are chosen meanwhile the
/// last is the one that is wanted.
pub(super) fn hold_against(store: &Rc<Store>, dispatch: &Dispatch, text: &str) -> Option<()> {
    let wanted = CallRef::parse(text)?;
    if let Some(chosen) = store.find(&wanted.id).and_then(|file| wanted.chosen(file)) {
        dispatch.dispatch(Event::Act(Action::UseCall(chosen)));
        return Some(());
    }
    dispatch.dispatch(Event::Want(wanted.clone()));
    let (dispatch, language) = (dispatch.clone(), store.language);
    spawn_local(async move {
        dispatch.dispatch(match load(&wanted.id, language).await {
            Ok(file) => Event::Loaded(wanted, Arc::new(file)),
            Err(trouble) => Event::NotLoaded(wanted, trouble),
        });
    });
    Some(())
}

/// Loads a call that comes with the program, with its texts in a language.
pub(super) async fn load(id: &str, language: Language) -> Result<CallFile, Trouble> {
    let trouble = || Trouble::NotLoaded(id.into());
    let listed = LISTED.iter().find(|listed| *listed.id == *id).ok_or_else(trouble)?;
    fetched(listed.file.known(language), |bytes| of_bytes(&bytes)).await.ok_or_else(trouble)
}

/// Reads the visitor's own call, which the worker does.
pub(super) async fn own(advisor: &Advisor, text: &str, language: Language) -> Result<Arc<CallFile>, Trouble> {
    match advisor.read_call(text, language).await {
        Some(Ok(file)) => Ok(Arc::new(file)),
        Some(Err(words)) => Err(Trouble::CallFile(AttrValue::from(words))),
        None => Err(Trouble::NotRead),
    }
}

/// The call of a plan: its own, one that is known, or one that is loaded for it.
pub(super) async fn of_plan(plan: &Plan, library: &CallLibrary, advisor: &Advisor, language: Language) -> Result<Chosen, Trouble> {
    let file = match (&plan.own_call, library.find(&plan.call)) {
        (Some(text), _) => own(advisor, text, language).await?,
        (None, Some(file)) => file.clone(),
        (None, None) if LISTED.iter().any(|listed| *listed.id == *plan.call) => Arc::new(load(&plan.call, language).await?),
        (None, None) => return Err(Trouble::UnknownCall(plan.call.clone(), plan.year)),
    };
    let call = file.call(plan.year, plan.variant.as_deref()).filter(|call| *call.id() == *plan.call);
    call.map(|call| (file, Arc::new(call))).ok_or_else(|| Trouble::UnknownCall(plan.call.clone(), plan.year))
}

/// Keeps the visitor's own calls in the browser, so that they can be chosen again whatever the plan is for; says whether there was room.
/// Those that are kept and not read, or not read yet, stay where they are.
pub(super) fn keep_own(store: &Store) -> bool {
    let kept = kept_own();
    let is_known = |text: &str| {
        let id = js_sys::JSON::parse(text).ok().and_then(|file| Js(file).field("id")?.as_text().map(String::from));
        id.is_some_and(|id| store.library.own().iter().any(|own| *own.id == *id))
    };
    let others = kept.iter().filter(|text| !is_known(text)).map(String::as_str);
    let texts: Vec<&str> = others.chain(store.own_texts()).collect();
    if texts == kept {
        return true;
    }
    let list: js_sys::Array = texts.into_iter().map(JsValue::from_str).collect();
    let list = js_sys::JSON::stringify(&list).ok().and_then(|list| list.as_string());
    list.is_some_and(|list| storage::save(storage::OWN_CALLS, &list).is_ok())
}

/// The texts of the own calls that the browser keeps.
fn kept_own() -> Vec<String> {
    let list = storage::load(storage::OWN_CALLS).ok().flatten().and_then(|list| js_sys::JSON::parse(&list).ok());
    list.filter(js_sys::Array::is_array).iter().flat_map(js_sys::Array::from).filter_map(|text| text.as_string()).collect()
}

/// Takes in the own calls that the browser keeps, and then that of the board, unless there is one of its id; one that cannot be read
/// stays where it is.
pub(super) fn own_again(store: &Store, advisor: &Advisor, dispatch: &Dispatch) {
    let (advisor, dispatch, language, texts) = (advisor.clone(), dispatch.clone(), store.language, kept_own());
    let of_board = Some(store.board().file.clone()).filter(|file| file.own_text.is_some());
    spawn_local(async move {
        let mut files = Vec::new();
        for text in texts {
            // The board's has been read already.
            match of_board.iter().find(|file| file.own_text.as_deref() == Some(&text)) {
                Some(file) => files.push(file.clone()),
                None => files.extend(own(&advisor, &text, language).await.ok()),
            }
        }
        files.extend(of_board);
        if !files.is_empty() {
            dispatch.dispatch(Event::OwnAgain(files));
        }
    });
}
