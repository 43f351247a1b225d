//! The first state of the page: the language, what the browser kept, and what the address asks for.

use super::example::made_up;
use super::files::board_of;
use super::notice::{Notice, Trouble};
use super::store::Store;
use crate::board::{Board, History};
use crate::calls::{CallFile, SHIPPED};
use crate::engine::{Call, Project};
use crate::i18n::Language;
use crate::web::storage::StoreError;
use crate::web::{dom, storage};
use std::rc::Rc;

/// The first state, from everything there is to begin with.
pub(super) fn boot() -> Option<Store> {
    let call = asked_call(SHIPPED)?;
    let board = Board::new(Rc::default(), call, Project::default(), Vec::new(), Vec::new());
    let store = Store {
        history: Rc::new(History::new(board)),
        calls: SHIPPED,
        language: language(),
        said: None,
        notices: Rc::default(),
        form: None,
        focus: None,
        offline: None,
        keeps: true,
        opened: Rc::default(),
    };
    Some(with_made_up(with_saved(store)))
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

/// `?call=…&year=…`, else the first call in its last year.
fn asked_call(calls: &[CallFile]) -> Option<Rc<Call>> {
    let id = dom::query_parameter("call");
    let file = id.and_then(|id| calls.iter().find(|file| file.id == id)).or(calls.first())?;
    let year = dom::query_parameter("year").and_then(|year| year.parse().ok()).filter(|year| file.years.contains(year));
    file.call(year.or(file.years.last().copied())?).map(Rc::new)
}

/// What the browser kept. A text that cannot be read is kept apart, so that the next change does not overwrite it.
fn with_saved(mut store: Store) -> Store {
    let text = match storage::load(storage::PLAN) {
        Err(StoreError::Blocked | StoreError::Full) => return noticed(store, Notice::Blocked),
        Ok(None) if matches!(storage::load(storage::DAMAGED), Ok(Some(_))) => return noticed(store, Notice::DamagedBefore),
        Ok(None) => return store,
        Ok(Some(text)) => text,
    };
    match board_of(&store, &text) {
        Ok((board, newer)) => {
            // The address may ask for another call than the plan's.
            let asked = dom::query_parameter("call").or_else(|| dom::query_parameter("year")).map(|_| store.board().call.clone());
            let board = asked.and_then(|call| board.apply(&crate::board::Action::UseCall(call))).unwrap_or(board);
            store.history = Rc::new(History::new(board));
            store.keeps = !newer;
            if newer { noticed(store, Notice::Newer) } else { store }
        }
        Err(trouble) => with_damaged(store, &text, trouble),
    }
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
