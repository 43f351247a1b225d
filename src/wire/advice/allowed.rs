//! The durations that a call allows, as advice gives them.

use crate::engine::rule::Duration;
use serde::Serialize;
use std::sync::Arc;

/// A list of months, or a range of them.
#[derive(Serialize, Debug)]
#[serde(untagged)]
pub(super) enum AllowedOut {
    OneOf(Arc<[u32]>),
    Range { from: u32, to: u32 },
}

impl AllowedOut {
    pub(super) fn of(duration: &Duration) -> AllowedOut {
        match *duration {
            Duration::OneOf(ref months) => AllowedOut::OneOf(months.clone()),
            Duration::Range { from, to } => AllowedOut::Range { from, to },
        }
    }
}
