//! The board: pool and consortium as the visitor arranged them, every change as an action, the way back, and the drag.
//!
//! Pure: it knows no browser, no text for people and no plan file. A change makes the next board and its report in one step.

mod action;
mod announce;
mod drag;
mod history;

pub use action::{Action, Place, Zone};
pub use announce::{Announcement, Happened, StatusChange, announce};
pub use drag::{Drag, Input, Outcome};
pub use history::{History, MOST_STEPS};

use crate::calls::{CallFile, Chosen, Rules};
use crate::engine::{Call, Consortium, Member, Organisation, Project, Reading, Report, evaluate};
use std::rc::Rc;
use std::sync::Arc;

/// The most organisations that a board may have: as many as a list of a plan file.
pub const MOST_ORGANISATIONS: usize = 50_000;

/// Pool and consortium in one arrangement, with the report that belongs to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Board {
    /// The visitor's name for the plan.
    pub title: Rc<str>,
    /// The file that the call comes from, with its texts: the very one that it was made from, whatever is read later under the same id.
    pub file: Arc<CallFile>,
    /// The call that the consortium is held against.
    pub call: Arc<Call>,
    /// The rules that the plan was made under, where they are others than the call's of today, until the visitor has seen that.
    pub made_under: Option<Rc<Rules>>,
    /// Whether it comes from a plan of a newer version, of which this program understands only a part: it is shown and not kept.
    pub newer: bool,
    /// The facts of the project.
    pub project: Rc<Project>,
    /// The visitor's organisations that are not in the consortium, in their order.
    pub pool: Rc<Vec<Rc<Organisation>>>,
    /// The members, in their order.
    pub members: Rc<Vec<Member>>,
    /// What the engine says of it.
    pub report: Rc<Report>,
}

impl Board {
    /// A board with its report.
    pub fn new(title: Rc<str>, (file, call): Chosen, project: Project, pool: Vec<Rc<Organisation>>, members: Vec<Member>) -> Board {
        let report = Rc::new(report(&call, &project, &members));
        let (project, pool, members) = (Rc::new(project), Rc::new(pool), Rc::new(members));
        Board { title, file, call, made_under: None, newer: false, project, pool, members, report }
    }

    /// A board with nothing on it, held against the same call.
    pub fn emptied(&self) -> Board {
        Board::new(Rc::default(), (self.file.clone(), self.call.clone()), Project::default(), Vec::new(), Vec::new())
    }

    /// The rules that a plan of this board is noted under: those that it was made under, or today's.
    pub fn rules(&self) -> Rc<Rules> {
        self.made_under.clone().unwrap_or_else(|| Rc::new(Rules::of(&self.file, &self.call, self.report.verdict)))
    }

    /// How many organisations there are.
    pub fn count(&self) -> usize {
        self.pool.len() + self.members.len()
    }

    /// Whether there is nothing on it at all.
    pub fn is_empty(&self) -> bool {
        self.pool.is_empty() && self.members.is_empty()
    }

    /// An organisation, wherever it is.
    pub fn organisation(&self, id: &str) -> Option<&Rc<Organisation>> {
        self.member(id).map(|member| &member.organisation).or_else(|| self.pool.iter().find(|organisation| &*organisation.id == id))
    }

    /// A member by the id of its organisation.
    pub fn member(&self, id: &str) -> Option<&Member> {
        self.members.iter().find(|member| &*member.organisation.id == id)
    }

    /// Where an organisation is.
    pub fn zone(&self, id: &str) -> Option<Zone> {
        if self.member(id).is_some() {
            Some(Zone::Consortium)
        } else {
            self.pool.iter().any(|organisation| &*organisation.id == id).then_some(Zone::Pool)
        }
    }

    /// An id that no organisation on the board has.
    pub fn fresh_id(&self) -> Rc<str> {
        let ids = self.pool.iter().chain(self.members.iter().map(|member| &member.organisation)).map(|organisation| &organisation.id);
        let mut taken: Vec<u64> = ids.filter_map(|id| id.strip_prefix('o')?.parse().ok()).collect();
        let next = taken.iter().max().map_or(Some(1), |last| last.checked_add(1));
        // Ids that others gave may be as large as a number can be; then the first that was left out is taken.
        let next = next.unwrap_or_else(|| {
            taken.sort_unstable();
            taken.iter().fold(1, |free, id| if *id == free { free + 1 } else { free })
        });
        Rc::from(format!("o{next}"))
    }

    /// The same board with its report made anew.
    fn evaluated(mut self) -> Board {
        self.report = Rc::new(report(&self.call, &self.project, &self.members));
        self
    }
}

fn report(call: &Call, project: &Project, members: &[Member]) -> Report {
    evaluate(call, &Consortium::new(members.to_vec(), project.clone()), Reading::Strict)
}
