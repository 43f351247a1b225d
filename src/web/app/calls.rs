//! Calls that are loaded when they are chosen, and the visitor's own. The page that a first visit loads knows one call: for any
//! other it hands the plan over to the whole page (`whole.rs`).

#[cfg(core_page)]
use super::handover::hand_over;
use super::notice::{Notice, Trouble};
use super::store::{Dispatch, Event, Store};
use crate::board::Action;
use crate::calls::LISTED;
use crate::engine::Call;
use crate::plan::Plan;
use crate::web::asked::Asked;
use crate::web::{dom, known};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;

pub(super) use crate::calls::FORMAT;

/// Holds the plan against another call: at once where it is known, else as soon as it is there.
pub(super) fn hold_against(store: &Rc<Store>, dispatch: &Dispatch, text: &str) -> Option<()> {
    let asked = Asked::parse(text)?;
    if let Some(call) = known::find(&asked.id).and_then(|file| asked.call(file)) {
        dispatch.dispatch(Event::Act(Action::UseCall(call)));
        return Some(());
    }
    let (store, dispatch, text) = (store.clone(), dispatch.clone(), text.to_owned());
    spawn_local(async move {
        if let Err(trouble) = fetch(&store, &dispatch, &asked, &text).await {
            choose_shown();
            dispatch.dispatch(Event::Notify(Notice::NotLoaded(trouble)));
        }
    });
    Some(())
}

#[cfg(core_page)]
async fn fetch(store: &Store, _: &Dispatch, asked: &Asked, text: &str) -> Result<(), Trouble> {
    hand_over(store, Some(text), None).await.map_err(|()| Trouble::NotLoaded(asked.id.as_str().into()))
}

#[cfg(not(core_page))]
async fn fetch(_: &Store, dispatch: &Dispatch, asked: &Asked, _: &str) -> Result<(), Trouble> {
    let call = super::whole::load(&asked.id).await?.and_then(|file| asked.call(file));
    call.into_iter().for_each(|call| dispatch.dispatch(Event::Act(Action::UseCall(call))));
    Ok(())
}

/// The choice goes back to the call that is shown: nothing has changed that would draw it anew.
fn choose_shown() -> Option<()> {
    let shown = dom::find("[data-call] option[selected]")?.get_attribute("value")?;
    dom::find("[data-call]")?.dyn_into::<HtmlSelectElement>().ok()?.set_value(&shown);
    Some(())
}

/// Whether a plan is for a call that is not known at the moment and that there is all the same.
pub(super) fn is_elsewhere(plan: &Plan) -> bool {
    known::find(&plan.call).is_none() && (plan.own_call.is_some() || LISTED.iter().any(|listed| *listed.id == *plan.call))
}

/// The call of a plan, where it is known.
pub(super) fn of_plan(plan: &Plan) -> Result<Rc<Call>, Trouble> {
    let call = known::find(&plan.call).and_then(|file| file.call(plan.year, plan.variant.as_deref()));
    call.map(Rc::new).ok_or_else(|| Trouble::UnknownCall(plan.call.clone(), plan.year))
}
