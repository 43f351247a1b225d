//! The smallest change that turns a requirement, as data.

use super::AdviceRequest;
use super::allowed::AllowedOut;
use crate::advice::{More, TippingPoint};
use crate::wire::Word;
use crate::wire::call::{GrantOut, SelectorOut};
use crate::wire::measured::LackOut;
use serde::Serialize;
use std::sync::Arc;

/// The smallest change that turns a requirement from met to not met, or to met.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum FlipOut<'a> {
    Add(MoreOut<'a>),
    State {
        members: Vec<&'a str>,
        or: MoreOut<'a>,
    },
    Lose {
        fewest: u64,
        measure: Word,
        exact: bool,
    },
    Lead {
        candidates: Vec<&'a str>,
        state: Vec<&'a str>,
    },
    Replace,
    Duration {
        allowed: AllowedOut,
    },
    Fewer(MoreOut<'a>),
    Room(MoreOut<'a>),
    Bring {
        lacking: Vec<LackOut>,
    },
    Leave {
        members: Vec<&'a str>,
    },
    GrantOf {
        #[serde(flatten)]
        allowed: GrantOut,
    },
    Grant {
        at_most: u64,
        over: u64,
        months: Vec<u32>,
    },
    GrantRoom {
        room: u64,
    },
    Show {
        members: Vec<&'a str>,
        fact: Word,
    },
    Keep {
        members: Vec<&'a str>,
        fact: Word,
    },
    Choose {
        activities: Arc<[Arc<str>]>,
    },
    Drop {
        activities: Vec<Arc<str>>,
    },
    Person,
    Nothing,
}

/// How many more have to count, and who would.
#[derive(Serialize, Debug)]
pub(super) struct MoreOut<'a> {
    more: u64,
    measure: Word,
    of: SelectorOut<'a>,
}

impl<'a> FlipOut<'a> {
    pub(super) fn of(request: &'a AdviceRequest<'a>, flip: TippingPoint) -> FlipOut<'a> {
        match flip {
            TippingPoint::Add(more) => FlipOut::Add(more_out(request, more)),
            TippingPoint::State { members, or } => FlipOut::State { members: request.members_at(&members), or: more_out(request, or) },
            TippingPoint::Lose { fewest, measure, exact } => FlipOut::Lose { fewest, measure: Word(measure.as_str()), exact },
            TippingPoint::Lead { candidates, state } => {
                FlipOut::Lead { candidates: request.members_at(&candidates), state: request.members_at(&state) }
            }
            TippingPoint::Replace => FlipOut::Replace,
            TippingPoint::Duration { allowed } => FlipOut::Duration { allowed: AllowedOut::of(&allowed) },
            TippingPoint::Fewer(more) => FlipOut::Fewer(more_out(request, more)),
            TippingPoint::Room(more) => FlipOut::Room(more_out(request, more)),
            TippingPoint::Bring { lacking } => FlipOut::Bring { lacking: lacking.iter().map(LackOut::of).collect() },
            TippingPoint::Leave { members } => FlipOut::Leave { members: request.members_at(&members) },
            TippingPoint::GrantOf { allowed } => FlipOut::GrantOf { allowed: GrantOut::of(&allowed) },
            TippingPoint::Grant { at_most, over, months } => FlipOut::Grant { at_most, over, months },
            TippingPoint::GrantRoom { room } => FlipOut::GrantRoom { room },
            TippingPoint::Show { members, fact } => FlipOut::Show { members: request.members_at(&members), fact: Word(fact.as_str()) },
            TippingPoint::Keep { members, fact } => FlipOut::Keep { members: request.members_at(&members), fact: Word(fact.as_str()) },
            TippingPoint::Choose { activities } => FlipOut::Choose { activities },
            TippingPoint::Drop { activities } => FlipOut::Drop { activities },
            TippingPoint::Person => FlipOut::Person,
            TippingPoint::Nothing => FlipOut::Nothing,
        }
    }
}

fn more_out<'a>(request: &'a AdviceRequest<'a>, more: More) -> MoreOut<'a> {
    let class = more.of.class.and_then(|place| request.class(place));
    MoreOut { more: more.more, measure: Word(more.measure.as_str()), of: SelectorOut::of(&more.of, class) }
}
