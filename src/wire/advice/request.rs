//! What advice is asked about: a plan with its call. It knows the ids for the places that answers give.

use crate::engine::{Call, LeftOut, Member, Organisation, Project, Reading, Requirement};
use crate::plan::Plan;
use crate::wire::{Word, reason};
use serde::Serialize;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// A plan that advice is asked about. Its organisations without a member row are the pool.
#[derive(Debug)]
pub struct AdviceRequest<'a> {
    title: &'a str,
    plan: &'a Plan,
    pool: Vec<Rc<Organisation>>,
    /// The call that the plan names.
    pub call: &'a Call,
    /// How a sentence that allows two readings is read.
    pub reading: Reading,
}

/// What every answer begins with.
#[derive(Serialize, Debug)]
pub(super) struct Head<'a> {
    plan: &'a str,
    call: &'a str,
    year: u16,
    reading: Word,
}

/// Why a member does not fit, in the words of reports.
#[derive(Serialize, Debug)]
pub(super) struct ReasonOut<'a> {
    reason: Word,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'a str>,
}

impl<'a> AdviceRequest<'a> {
    /// `title` is the plan's title, or where it comes from.
    pub fn new(title: &'a str, call: &'a Call, plan: &'a Plan, reading: Reading) -> AdviceRequest<'a> {
        let members: BTreeSet<&str> = plan.members.iter().map(|member| &*member.organisation.id).collect();
        let waiting = plan.organisations.iter().filter(|organisation| !members.contains(&*organisation.id));
        AdviceRequest { title, plan, pool: waiting.cloned().collect(), call, reading }
    }

    /// The same plan under each of some calls, without the pool.
    pub fn under<'b>(&'b self, calls: &'b [Call]) -> Vec<AdviceRequest<'b>> {
        let of_call = |call| AdviceRequest { title: self.title, plan: self.plan, pool: Vec::new(), call, reading: self.reading };
        calls.iter().map(of_call).collect()
    }

    /// The members, in the order of the plan.
    pub fn members(&self) -> &[Member] {
        &self.plan.members
    }

    /// The facts of the project.
    pub fn project(&self) -> &Project {
        &self.plan.project
    }

    /// The pool, in the order of the plan.
    pub fn pool(&self) -> &[Rc<Organisation>] {
        &self.pool
    }

    /// The id of the requirement with that place in the call.
    pub fn requirement(&self, place: usize) -> Arc<str> {
        self.call.requirements().get(place).map(|requirement: &Requirement| requirement.id.clone()).unwrap_or_default()
    }

    pub(super) fn head(&self) -> Head<'_> {
        Head { plan: self.title, call: self.call.id(), year: self.call.year(), reading: Word(self.reading.as_str()) }
    }

    pub(super) fn requirements(&self, places: &[usize]) -> Vec<Arc<str>> {
        places.iter().map(|place| self.requirement(*place)).collect()
    }

    pub(super) fn member(&self, place: u32) -> &str {
        self.members().get(place as usize).map_or("", |member| &member.organisation.id)
    }

    pub(super) fn members_at(&self, places: &[u32]) -> Vec<&str> {
        places.iter().map(|place| self.member(*place)).collect()
    }

    pub(super) fn waiting(&self, place: u32) -> &str {
        self.pool.get(place as usize).map_or("", |organisation| &organisation.id)
    }

    pub(super) fn waiting_at(&self, places: &[u32]) -> Vec<&str> {
        places.iter().map(|place| self.waiting(*place)).collect()
    }

    pub(super) fn class(&self, place: u8) -> Option<&str> {
        self.call.classes().get(usize::from(place)).map(|class| &*class.name)
    }

    pub(super) fn reason(&self, left_out: LeftOut) -> ReasonOut<'_> {
        let (word, class) = reason(self.call, left_out);
        ReasonOut { reason: Word(word), class }
    }
}
