//! The first state of the page: the language, what the browser kept, and what the address asks for.

use super::calls;
use super::example::made_up;
use super::notice::{Notice, Trouble};
use super::store::Store;
#[cfg(not(core_page))]
use super::whole;
use crate::board::{Action, Board, History};
use crate::calls::FIRST;
use crate::engine::Project;
use crate::i18n::Language;
use crate::plan::{Plan, PlanError};
use crate::web::asked::Asked;
use crate::web::storage::StoreError;
use crate::web::{dom, plan_text, storage};
use std::rc::Rc;

/// What the browser kept: the text, and the plan that it is.
pub(super) type Saved = Result<Option<(String, Result<Plan, PlanError>)>, StoreError>;

/// Reads what the browser kept.
pub(super) fn saved() -> Saved {
    #[cfg(core_page)]
    let text = storage::load(storage::PLAN)?;
    #[cfg(not(core_page))]
    let text = whole::handed_text("plan").map_or_else(|| storage::load(storage::PLAN), |plan| Ok(Some(plan)))?;
    Ok(text.map(|text| {
        let plan = plan_text::from_text(&text);
        (text, plan)
    }))
}

/// Loads the call that the address asks for, or else that of the plan.
#[cfg(not(core_page))]
pub(super) async fn wanted(saved: &Saved) -> Result<(), Trouble> {
    let plan = saved.as_ref().ok().and_then(Option::as_ref).and_then(|(_, plan)| plan.as_ref().ok());
    if let Some(plan) = plan {
        whole::load_for(plan, language()).await?;
    }
    match asked() {
        Some(asked) => whole::load(&asked.id).await.map(drop),
        None => Ok(()),
    }
}

/// The call that the first page hands over, or else that of the address; `None` where neither asks for one.
fn asked() -> Option<Asked> {
    #[cfg(not(core_page))]
    if let Some(call) = whole::handed_text("call") {
        return Asked::parse(&call);
    }
    let [id, year, variant] = ["call", "year", "variant"].map(dom::query_parameter);
    let year = if id.is_some() || year.is_some() { year } else { return None };
    Some(Asked { id: id.unwrap_or_default(), year: year.and_then(|year| year.parse().ok()), variant })
}

/// The first state, from everything there is to begin with; `trouble`: why the call that was wanted is not there.
pub(super) fn boot(saved: Saved, trouble: Option<Trouble>) -> Option<Store> {
    let asked = asked().unwrap_or_default();
    // What is not asked for, or not known, is the first call in its last year.
    let call = asked.call(asked.file().unwrap_or(&FIRST))?;
    let board = Board::new(Rc::default(), call, Project::default(), Vec::new(), Vec::new());
    let store = Store {
        history: Rc::new(History::new(board)),
        language: language(),
        said: None,
        notices: Rc::default(),
        form: None,
        focus: None,
        offline: None,
        keeps: keeps(),
        opened: Rc::default(),
        rules: None,
        listed: 0,
    };
    Some(with_made_up(with_saved(store, saved, trouble)))
}

/// `?lang=`, else the language chosen before, else the browser's, else Swedish.
fn language() -> Language {
    let asked = dom::query_parameter("lang").as_deref().and_then(Language::parse);
    let kept = || storage::load(storage::LANGUAGE).ok().flatten().as_deref().and_then(Language::parse);
    let preferred = || {
        let languages = dom::window()?.navigator().languages();
        languages.iter().find_map(|tag| Language::of_browser(&tag.as_string()?))
    };
    asked.or_else(kept).or_else(preferred).unwrap_or_default()
}

/// Whether changes may be kept: not those of a plan that another program made, which the first page has handed over.
fn keeps() -> bool {
    #[cfg(not(core_page))]
    if let Some(keeps) = whole::handed("keeps").and_then(|keeps| keeps.as_bool()) {
        return keeps;
    }
    true
}

/// What the browser kept. A text that cannot be read is kept apart, so that the next change does not overwrite it.
fn with_saved(mut store: Store, saved: Saved, trouble: Option<Trouble>) -> Store {
    let (text, plan) = match saved {
        Err(StoreError::Blocked | StoreError::Full) => return noticed(store, Notice::Blocked),
        Ok(None) if matches!(storage::load(storage::DAMAGED), Ok(Some(_))) => return noticed(store, Notice::DamagedBefore),
        Ok(None) => return trouble.map(Notice::NotLoaded).into_iter().fold(store, noticed),
        Ok(Some((text, plan))) => (text, plan),
    };
    let plan = match (plan, trouble) {
        (Err(error), _) => return with_damaged(store, &text, Trouble::Plan(error)),
        (Ok(plan), Some(_)) => return shown_without(store, plan),
        (Ok(plan), None) => plan,
    };
    let call = match calls::of_plan(&plan) {
        Ok(call) => call,
        // The whole page knows it; without a network and on a first visit that cannot be had.
        Err(_) if calls::is_elsewhere(&plan) => return shown_without(store, plan),
        Err(trouble) => return with_damaged(store, &text, trouble),
    };
    store.keeps &= !plan.newer;
    store.rules = store.older_rules(&plan, &call);
    let newer = plan.newer;
    let board = plan.into_board(call);
    // The address may ask for another call than the plan's.
    let asked = asked().map(|_| store.board().call.clone());
    let board = asked.and_then(|call| board.apply(&Action::UseCall(call))).unwrap_or(board);
    store.history = Rc::new(History::new(board));
    if newer { noticed(store, Notice::Newer) } else { store }
}

/// The plan is shown against another call, and kept as it is: its own may be there the next time.
fn shown_without(mut store: Store, plan: Plan) -> Store {
    store.keeps = false;
    let trouble = Trouble::NotLoaded(plan.call.clone());
    let board = plan.into_board(store.board().call.clone());
    store.history = Rc::new(History::new(board));
    noticed(store, Notice::NotLoaded(trouble))
}

fn with_damaged(mut store: Store, text: &str, trouble: Trouble) -> Store {
    // Out first: there may be no room for two. What cannot be put aside must not be overwritten.
    storage::forget(storage::PLAN);
    if storage::save(storage::DAMAGED, text).is_err() {
        store.keeps = storage::save(storage::PLAN, text).is_err();
    }
    noticed(store, Notice::Damaged(trouble))
}

/// `?pool=N` fills the pool for measuring; nothing is kept then.
fn with_made_up(mut store: Store) -> Store {
    const MOST: usize = 50_000;
    let Some(count) = dom::query_parameter("pool").and_then(|count| count.parse::<usize>().ok()) else { return store };
    let board = store.board();
    let pool = board.pool.iter().cloned().chain(made_up(count.min(MOST), board)).collect();
    let board = Board::new(board.title.clone(), board.call.clone(), (*board.project).clone(), pool, board.members.to_vec());
    store.history = Rc::new(History::new(board));
    store.keeps = false;
    noticed(store, Notice::MadeUp)
}

fn noticed(mut store: Store, notice: Notice) -> Store {
    Rc::make_mut(&mut store.notices).push(notice);
    store
}
