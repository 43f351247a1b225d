//! The first state of the page: the language, what the browser kept, and what the address asks for.

use super::advisor::Advisor;
use super::example::made_up;
use super::notice::{Notice, Trouble};
use super::storage::{self, StoreError};
use super::store::Store;
use super::{calls, dom, language, plan_text};
use crate::board::{Action, Board, History};
use crate::calls::{CallLibrary, CallRef, Chosen, LISTED};
use crate::engine::Project;
use crate::i18n::Language;
use crate::plan::Plan;
use std::rc::Rc;
use std::sync::Arc;

/// The first state, from everything there is to begin with. `None` where its texts or a call that it needs cannot be had: then nothing is shown that
/// could be wrong, and nothing that is kept is touched.
pub(super) async fn boot(advisor: &Advisor) -> Option<Store> {
    let language = language::first();
    if !language::load(language).await {
        return None;
    }
    let mut library = CallLibrary::default();
    let kept = kept(&mut library, advisor, language).await?;
    let (asked, trouble) = asked(&mut library, language).await;
    let chosen = match (asked, &kept) {
        (Some(asked), _) => asked,
        (None, Kept::Plan(_, chosen)) => chosen.clone(),
        (None, _) => first(&mut library, language).await?,
    };
    let mut store = match kept {
        Kept::Plan(plan, own) => with_plan(plan, own, chosen, library, language),
        Kept::Nothing(notice) => {
            let board = Board::new(Rc::default(), chosen, Project::default(), Vec::new(), Vec::new());
            let mut store = Store::new(board, library, language);
            store.locked = notice == Some(Notice::Full);
            Rc::make_mut(&mut store.notices).extend(notice);
            store
        }
    };
    let aside = storage::aside().len();
    // What was put aside just now is told of already.
    let is_told = store.notices.iter().any(|notice| matches!(notice, Notice::Damaged(_)));
    let more = [trouble.map(Notice::NotLoaded), (aside > 0 && !is_told).then_some(Notice::Aside(aside))];
    Rc::make_mut(&mut store.notices).extend(more.into_iter().flatten());
    Some(with_made_up(store))
}

/// What the browser kept.
enum Kept {
    /// A plan, with its call.
    Plan(Plan, Chosen),
    /// Nothing that can be shown, and why.
    Nothing(Option<Notice>),
}

/// A text that cannot be read is put aside, so that the next change does not overwrite it. `None`: its call cannot be had at the moment.
async fn kept(library: &mut CallLibrary, advisor: &Advisor, language: Language) -> Option<Kept> {
    let text = match storage::load(storage::PLAN) {
        Err(StoreError::Blocked | StoreError::Full) => return Some(Kept::Nothing(Some(Notice::Blocked))),
        Ok(None) => return Some(Kept::Nothing(None)),
        Ok(Some(text)) => text,
    };
    let found = match plan_text::from_text(&text) {
        Ok(plan) => calls::of_plan(&plan, library, advisor, language).await.map(|chosen| (plan, chosen)),
        Err(error) => Err(Trouble::Plan(error)),
    };
    match found {
        Ok((plan, chosen)) => {
            // Its own call is the board's; into the library it comes after those that the browser keeps.
            if plan.own_call.is_none() {
                library.load(chosen.0.clone());
            }
            Some(Kept::Plan(plan, chosen))
        }
        Err(Trouble::NotLoaded(_) | Trouble::NotRead) => None,
        // What cannot be put aside is not overwritten either: then nothing can be kept, and that is said.
        Err(trouble) => Some(Kept::Nothing(Some(storage::put_aside().map_or(Notice::Full, |()| Notice::Damaged(trouble))))),
    }
}

/// The call that the address asks for, or why it cannot be had.
async fn asked(library: &mut CallLibrary, language: Language) -> (Option<Chosen>, Option<Trouble>) {
    let [id, year, variant] = ["call", "year", "variant"].map(dom::query_parameter);
    if id.is_none() && year.is_none() {
        return (None, None);
    }
    // What is not known is the first call in its last year.
    let id = id.filter(|id| LISTED.iter().any(|listed| *listed.id == **id)).or_else(first_id).unwrap_or_default();
    let wanted = CallRef { id, year: year.and_then(|year| year.parse().ok()), variant };
    match known(library, &wanted, language).await {
        Ok(chosen) => (chosen, None),
        Err(trouble) => (None, Some(trouble)),
    }
}

async fn known(library: &mut CallLibrary, wanted: &CallRef, language: Language) -> Result<Option<Chosen>, Trouble> {
    if library.find(&wanted.id).is_none() {
        library.load(Arc::new(calls::load(&wanted.id, language).await?));
    }
    Ok(library.find(&wanted.id).and_then(|file| wanted.chosen(file)))
}

fn first_id() -> Option<String> {
    LISTED.first().map(|listed| listed.id.to_string())
}

/// The call that the page begins with.
async fn first(library: &mut CallLibrary, language: Language) -> Option<Chosen> {
    let first = CallRef { id: first_id()?, ..CallRef::default() };
    known(library, &first, language).await.ok()?
}

/// The kept plan; the address may ask for another call than the plan's own, and that is a change that can be undone.
fn with_plan(plan: Plan, own: Chosen, chosen: Chosen, library: CallLibrary, language: Language) -> Store {
    let newer = plan.newer;
    let mut store = Store::new(plan.into_board(own), library, language);
    if let Some(history) = store.history.after(&Action::UseCall(chosen)) {
        store.history = Rc::new(history);
    }
    store.holds_newer = newer;
    Rc::make_mut(&mut store.notices).extend(newer.then_some(Notice::Newer));
    store
}

/// `?pool=N` fills the pool for measuring; nothing is kept then.
fn with_made_up(mut store: Store) -> Store {
    const MOST: usize = 50_000;
    let Some(count) = dom::query_parameter("pool").and_then(|count| count.parse::<usize>().ok()) else { return store };
    let board = store.board();
    let pool = board.pool.iter().cloned().chain(made_up(count.min(MOST), board)).collect();
    store.history = Rc::new(History::new(Board { pool: Rc::new(pool), ..Board::clone(board) }));
    store.locked = true;
    Rc::make_mut(&mut store.notices).push(Notice::MadeUp);
    store
}
