//! The planner's answers in words: a plan goes in, a small tree of elements comes out that the page draws.
//!
//! Pure: it asks `advice`, takes its words from `i18n` and the call file, and knows no browser. Commands are attributes of buttons, named by
//! ids of organisations ([`ids`] reads those that name several): `data-join`, `data-seat`, `data-lead`, `data-months`, `data-fill`, `data-copy`, `data-print`, `data-swap`,
//! `data-use-call` and `data-beside` (a call as `id/year/variant`; empty: nothing beside any more), `data-accept-rules`. The box with
//! `data-compare` waits for the page to hand over all calls ([`AdviceOptions`]); each of its rows has the call's key in `data-row`.

mod amounts;
mod changes;
mod comparison;
mod confirmed;
mod difference;
mod evidence;
mod freshness;
mod ids;
mod next_steps;
mod node;
mod options;
mod plans;
mod questions;
mod read;
mod roles;
mod search_text;
mod seats;
mod table;
mod tipping_points;
mod vacancies;
mod view;
mod withdrawals;

pub use ids::ids;
pub use node::{Element, Node};
pub use options::{AdviceOptions, CompareWith};
pub use read::{ATTRIBUTES, TAGS, read};

use crate::advice::{self, complete, from_pool, withdrawals};
use crate::calls::CallFile;
use crate::engine::{Call, Country};
use crate::i18n::Language;
use crate::plan::Plan;
use serde::{Serialize, Serializer};
use std::rc::Rc;
use std::sync::Arc;
use view::{READING, View};

/// The planner's answers to a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Panels {
    /// Seats that are missing, as list items.
    pub vacancies: Vec<Node>,
    /// Boxes below the board, most urgent first.
    pub panels: Vec<Node>,
    /// Quiet words on the cards of members, by the ids of their organisations.
    #[serde(serialize_with = "as_texts")]
    pub dependence: Vec<(Rc<str>, String)>,
    /// The smallest change that would flip a requirement, by the requirement's id.
    pub tipping_points: Vec<(Arc<str>, String)>,
    /// One short sentence for those who hear the page: the gist of vacancies and tip, or empty.
    pub said: String,
}

/// The planner's answers to a plan, in words, ready to be drawn.
pub fn advise(
    plan: &Plan,
    file: &CallFile,
    call: &Call,
    language: Language,
    country_name: &dyn Fn(Country) -> String,
    options: &AdviceOptions<'_>,
) -> Panels {
    let view = View::new(plan, file, call, language, country_name);
    let completion = complete(call, &plan.members, &plan.project, READING);
    let pool = from_pool(call, &plan.members, &view.pool, READING, next_steps::MOST_SETS);
    let withdrawals = withdrawals(call, &plan.members, &plan.project, READING);
    let open = advice::questions(call, &plan.members, &plan.project);
    let panels = [
        freshness::freshness(&view),
        next_steps::next_steps(&view, &completion, &pool),
        withdrawals::withdrawals(&view, &withdrawals),
        Some(comparison::comparison(&view, options.calls.as_deref())),
        options.beside.as_ref().map(|beside| difference::difference(&view, beside)),
        search_text::search_text(&view, &completion),
        confirmed::confirmed(&view),
        questions::readings(&view, &open),
        questions::questions(&view, &open),
        evidence::evidence(&view),
        roles::who_leads(&view),
        roles::who_could_leave(&view),
    ];
    Panels {
        vacancies: vacancies::vacancies(&view, &completion),
        panels: panels.into_iter().flatten().map(Node::from).collect(),
        dependence: withdrawals::dependence(&view, &withdrawals),
        tipping_points: tipping_points::tipping_points(&view),
        said: next_steps::said(&view, &completion, &pool),
    }
}

fn as_texts<S: Serializer>(dependence: &[(Rc<str>, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(dependence.iter().map(|(id, words)| (&**id, words)))
}
