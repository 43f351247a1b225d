//! What to say after a change: what happened, and which requirements it changed. As data; `i18n` says it.

use super::{Action, Board, Zone};
use crate::engine::{Organisation, Role, Status};
use std::rc::Rc;
use std::sync::Arc;

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Happened {
    /// An organisation joined the consortium.
    Joined(Rc<Organisation>),
    /// Several did.
    JoinedTogether(Vec<Rc<Organisation>>),
    /// A member went back to the pool.
    Left(Rc<Organisation>),
    /// It moved on its own side, to this place of so many, counted from 1.
    Reordered(Rc<Organisation>, usize, usize),
    /// A new organisation was added.
    Added(Rc<Organisation>, Zone),
    /// Its facts were changed.
    Edited(Rc<Organisation>),
    /// It was deleted.
    Deleted(Rc<Organisation>),
    /// It has another role.
    Role(Rc<Organisation>, Role),
    /// A fact of the project was changed.
    Project,
    /// The name of the plan was changed.
    Renamed,
    /// Another call, or year.
    Call,
    /// Another plan is on the board.
    Opened,
    /// The last change was undone.
    Undone,
    /// It was done again.
    Redone,
}

/// A requirement with its new status.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatusChange {
    /// The requirement's id.
    pub requirement: Arc<str>,
    /// Its status now.
    pub now: Status,
}

/// What to say after a change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Announcement {
    /// What happened.
    pub happened: Happened,
    /// The requirements whose status changed, in call order.
    pub changes: Vec<StatusChange>,
    /// How many mandatory requirements hold now.
    pub met: usize,
    /// How many there are.
    pub mandatory: usize,
}

/// What to say after a change from one board to the next.
pub fn announce(before: &Board, after: &Board, happened: Happened) -> Announcement {
    let was = |id: &str| before.report.finding(id).map(|finding| finding.status);
    let changed = after.report.findings.iter().filter(|finding| was(&finding.requirement) != Some(finding.status));
    let changes = changed.map(|finding| StatusChange { requirement: finding.requirement.clone(), now: finding.status }).collect();
    let (met, mandatory) = after.report.mandatory();
    Announcement { happened, changes, met, mandatory }
}

impl Happened {
    /// What an action did, given the boards before and after it.
    pub fn of(action: &Action, before: &Board, after: &Board) -> Option<Happened> {
        Some(match action {
            Action::Move { organisation: id, to } => {
                let organisation = after.organisation(id)?.clone();
                match (before.zone(id)?, to.zone) {
                    (Zone::Pool, Zone::Consortium) => Happened::Joined(organisation),
                    (Zone::Consortium, Zone::Pool) => Happened::Left(organisation),
                    (Zone::Consortium, Zone::Consortium) => {
                        let at = after.members.iter().position(|member| member.organisation.id == *id)?;
                        Happened::Reordered(organisation, at + 1, after.members.len())
                    }
                    (Zone::Pool, Zone::Pool) => {
                        let at = after.pool.iter().position(|other| other.id == *id)?;
                        Happened::Reordered(organisation, at + 1, after.pool.len())
                    }
                }
            }
            Action::Join { organisations, .. } => {
                let joined: Vec<_> =
                    organisations.iter().filter_map(|id| after.member(id)).map(|member| member.organisation.clone()).collect();
                match joined.as_slice() {
                    [one] => Happened::Joined(one.clone()),
                    _ => Happened::JoinedTogether(joined),
                }
            }
            Action::Add(organisation, zone) => Happened::Added(Rc::new(organisation.clone()), *zone),
            Action::Edit(organisation, _) => Happened::Edited(Rc::new(organisation.clone())),
            Action::Delete(id) => Happened::Deleted(before.organisation(id)?.clone()),
            Action::SetRole { organisation, role, .. } => Happened::Role(after.organisation(organisation)?.clone(), *role),
            Action::Rename(_) => Happened::Renamed,
            Action::SetProject(_) => Happened::Project,
            Action::UseCall(_) => Happened::Call,
            Action::AcceptRules => return None,
            Action::Open(_) => Happened::Opened,
        })
    }
}
