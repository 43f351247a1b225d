//! Calls that are loaded when they are chosen, and the visitor's own. The page that a first visit loads knows one call: for any
//! other it hands the plan over to the whole page (`whole.rs`).

#[cfg(core_page)]
use super::handover::hand_over;
use super::notice::{Notice, Trouble};
use super::store::{Dispatch, Event, Store};
use crate::board::Action;
use crate::calls::CallFile;
use crate::engine::Call;
use crate::plan::Plan;
use crate::web::known;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

pub(super) use crate::calls::FORMAT;

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
            // The choice goes back to the call that is shown.
            dispatch.dispatch(Event::Act(Action::UseCall(Rc::new(Call::clone(&store.board().call)))));
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

/// The call of a plan, where it is known.
pub(super) fn of_plan(plan: &Plan) -> Result<Rc<Call>, Trouble> {
    let call = known::find(&plan.call).and_then(|file| file.call(plan.year, plan.variant.as_deref()));
    call.map(Rc::new).ok_or_else(|| Trouble::UnknownCall(plan.call.clone(), plan.year))
}
