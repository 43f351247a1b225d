//! The board: pool and consortium as the visitor arranged them, every change as an action, the way back, and the drag.
//!
//! Pure: it knows no browser, no text for people and no file. A change makes the next board and its report in one step.

mod action;
mod announce;
mod drag;
mod history;

pub use action::{Action, Place, Zone};
pub use announce::{Announcement, Happened, StatusChange, announce};
pub use drag::{Drag, Input, Outcome};
pub use history::{History, MOST_STEPS};

use crate::engine::{Call, Consortium, Member, Organisation, Project, Reading, Report, evaluate};
use std::rc::Rc;

/// Pool and consortium in one arrangement, with the report that belongs to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Board {
    /// The visitor's name for the plan.
    pub title: Rc<str>,
    /// The call that the consortium is held against.
    pub call: Rc<Call>,
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
    pub fn new(title: Rc<str>, call: Rc<Call>, project: Project, pool: Vec<Rc<Organisation>>, members: Vec<Member>) -> Board {
        let report = Rc::new(report(&call, &project, &members));
        Board { title, call, project: Rc::new(project), pool: Rc::new(pool), members: Rc::new(members), report }
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
        let last = ids.filter_map(|id| id.strip_prefix('o')?.parse::<u64>().ok()).max().unwrap_or(0);
        Rc::from(format!("o{}", last.saturating_add(1)))
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
