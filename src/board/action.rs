//! Everything that a visitor can change, and what it changes.

use super::{Board, MOST_ORGANISATIONS};
use crate::calls::Chosen;
use crate::engine::{Member, Organisation, Project, Role};
use std::rc::Rc;

/// One of the two sides of the board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Zone {
    /// The visitor's organisations.
    Pool,
    /// The members.
    Consortium,
}

impl Zone {
    /// The word in the page's `data-zone`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Zone::Pool => "pool",
            Zone::Consortium => "consortium",
        }
    }

    /// The zone of that word.
    pub fn parse(word: &str) -> Option<Zone> {
        [Zone::Pool, Zone::Consortium].into_iter().find(|zone| zone.as_str() == word)
    }

    /// The other side.
    pub fn other(self) -> Zone {
        match self {
            Zone::Pool => Zone::Consortium,
            Zone::Consortium => Zone::Pool,
        }
    }
}

/// A place on the board.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The side.
    pub zone: Zone,
    /// Before which organisation; `None` = at the end.
    pub before: Option<Rc<str>>,
}

impl Place {
    /// The end of a side.
    pub fn end_of(zone: Zone) -> Place {
        Place { zone, before: None }
    }
}

/// A change.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// An organisation goes to a place: to the other side, or elsewhere on its own.
    Move {
        /// Its id.
        organisation: Rc<str>,
        /// Where to.
        to: Place,
    },
    /// Organisations of the pool join the consortium, in one step; one may do so in a member's stead.
    Join {
        /// Their ids.
        organisations: Vec<Rc<str>>,
        /// Who goes to the pool for them. Where it was the applicant, the first of them is.
        instead_of: Option<Rc<str>>,
    },
    /// A new organisation.
    Add(Organisation, Zone),
    /// New facts for the organisation with the same id, and of a member its role.
    Edit(Organisation, Option<(Role, Option<Rc<str>>)>),
    /// An organisation is deleted for good.
    Delete(Rc<str>),
    /// A member's role; `of` for an affiliated entity.
    SetRole {
        /// Its id.
        organisation: Rc<str>,
        /// The role. A new applicant takes the place of the one before, who becomes a partner.
        role: Role,
        /// What an affiliated entity is affiliated to.
        of: Option<Rc<str>>,
    },
    /// The name of the plan.
    Rename(Rc<str>),
    /// The facts of the project.
    SetProject(Project),
    /// Another call, or the same in another year.
    UseCall(Chosen),
    /// The visitor has seen that the rules are others than those that the plan was made under.
    AcceptRules,
    /// Another plan in place of this one.
    Open(Rc<Board>),
}

impl Board {
    /// The board after the action with its report; `None` where it changes nothing.
    pub fn apply(&self, action: &Action) -> Option<Board> {
        let next = match action {
            Action::Move { organisation, to } => self.moved(organisation, to)?,
            Action::Join { organisations, instead_of } => self.joined(organisations, instead_of.as_ref())?,
            Action::Add(organisation, zone) => self.added(organisation, *zone)?,
            Action::Edit(organisation, None) => self.edited(organisation)?,
            Action::Edit(organisation, Some((role, of))) => self.edited(organisation)?.with_role(&organisation.id, *role, of.as_ref())?,
            Action::Delete(id) => self.without(id)?,
            Action::SetRole { organisation, role, of } => self.with_role(organisation, *role, of.as_ref())?,
            Action::Rename(title) => Board { title: title.clone(), ..self.clone() },
            Action::SetProject(project) => Board { project: Rc::new(project.clone()), ..self.clone() },
            // The same call is no change: what is known of the rules that the plan was made under stays.
            Action::UseCall((file, call)) if *file == self.file && *call == self.call => return None,
            Action::UseCall((file, call)) => Board { file: file.clone(), call: call.clone(), made_under: None, ..self.clone() },
            Action::AcceptRules => Board { made_under: None, ..self.clone() },
            Action::Open(board) => Board::clone(board),
        };
        let next = match action {
            Action::Rename(_) | Action::AcceptRules => next,
            _ => next.evaluated(),
        };
        (next != *self).then_some(next)
    }

    fn moved(&self, id: &Rc<str>, to: &Place) -> Option<Board> {
        if to.before.as_ref() == Some(id) {
            return None;
        }
        let mut next = self.clone();
        match (self.zone(id)?, to.zone) {
            (Zone::Consortium, Zone::Consortium) => shift(Rc::make_mut(&mut next.members), id, to, |member| &member.organisation.id),
            (Zone::Pool, Zone::Pool) => shift(Rc::make_mut(&mut next.pool), id, to, |organisation| &organisation.id),
            (Zone::Pool, Zone::Consortium) => {
                let organisation = take(Rc::make_mut(&mut next.pool), |organisation| organisation.id == *id)?;
                let member = Member { organisation, role: Role::Partner, affiliated_to: None };
                put(Rc::make_mut(&mut next.members), member, to, |member| &member.organisation.id);
            }
            (Zone::Consortium, Zone::Pool) => {
                let member = take(Rc::make_mut(&mut next.members), |member| member.organisation.id == *id)?;
                put(Rc::make_mut(&mut next.pool), member.organisation, to, |organisation| &organisation.id);
            }
        }
        Some(next)
    }

    fn joined(&self, ids: &[Rc<str>], instead_of: Option<&Rc<str>>) -> Option<Board> {
        let mut next = self.clone();
        if let Some(leaver) = instead_of {
            next = next.moved(leaver, &Place::end_of(Zone::Pool))?;
        }
        for id in ids.iter().filter(|id| self.zone(id) == Some(Zone::Pool)) {
            next = next.moved(id, &Place::end_of(Zone::Consortium))?;
        }
        let led = instead_of.and_then(|leaver| self.member(leaver)).is_some_and(|member| member.role == Role::Applicant);
        match ids.first().filter(|_| led) {
            Some(first) => next.with_role(first, Role::Applicant, None),
            None => Some(next),
        }
    }

    /// Nothing, where the board is full.
    fn added(&self, organisation: &Organisation, zone: Zone) -> Option<Board> {
        if self.count() >= MOST_ORGANISATIONS {
            return None;
        }
        let mut next = self.clone();
        let organisation = Rc::new(organisation.clone());
        match zone {
            Zone::Pool => Rc::make_mut(&mut next.pool).insert(0, organisation),
            Zone::Consortium => Rc::make_mut(&mut next.members).push(Member { organisation, role: Role::Partner, affiliated_to: None }),
        }
        Some(next)
    }

    fn edited(&self, organisation: &Organisation) -> Option<Board> {
        let mut next = self.clone();
        let edited = Rc::new(organisation.clone());
        match self.zone(&organisation.id)? {
            Zone::Pool => {
                *Rc::make_mut(&mut next.pool).iter_mut().find(|other| other.id == organisation.id)? = edited;
            }
            Zone::Consortium => {
                Rc::make_mut(&mut next.members).iter_mut().find(|member| member.organisation.id == organisation.id)?.organisation = edited;
            }
        }
        Some(next)
    }

    fn without(&self, id: &Rc<str>) -> Option<Board> {
        let mut next = self.clone();
        match self.zone(id)? {
            Zone::Pool => drop(take(Rc::make_mut(&mut next.pool), |organisation| organisation.id == *id)),
            Zone::Consortium => drop(take(Rc::make_mut(&mut next.members), |member| member.organisation.id == *id)),
        }
        // Nobody can be affiliated to an organisation that is no more.
        if next.members.iter().any(|member| member.affiliated_to.as_ref() == Some(id)) {
            for member in Rc::make_mut(&mut next.members).iter_mut().filter(|member| member.affiliated_to.as_ref() == Some(id)) {
                (member.role, member.affiliated_to) = (Role::Partner, None);
            }
        }
        Some(next)
    }

    fn with_role(&self, id: &Rc<str>, role: Role, of: Option<&Rc<str>>) -> Option<Board> {
        self.member(id)?;
        let mut next = self.clone();
        for member in Rc::make_mut(&mut next.members) {
            if member.organisation.id == *id {
                member.role = role;
                member.affiliated_to = of.filter(|of| role == Role::Affiliated && *of != id).cloned();
            } else if role == Role::Applicant && member.role == Role::Applicant {
                member.role = Role::Partner;
            }
        }
        Some(next)
    }
}

fn take<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool) -> Option<T> {
    list.iter().position(is_it).map(|at| list.remove(at))
}

fn put<T>(list: &mut Vec<T>, value: T, to: &Place, id: impl Fn(&T) -> &Rc<str>) {
    let at = to.before.as_ref().and_then(|before| list.iter().position(|other| id(other) == before));
    list.insert(at.unwrap_or(list.len()), value);
}

fn shift<T>(list: &mut Vec<T>, which: &Rc<str>, to: &Place, id: impl Fn(&T) -> &Rc<str> + Copy) {
    if let Some(value) = take(list, |other| id(other) == which) {
        put(list, value, to, id);
    }
}
