//! Durations, grants and numbers of organisations in words.

use super::view::View;
use crate::engine::Cents;
use crate::engine::Lack;
use crate::engine::rule::{Duration, Grant};
use crate::i18n::{AdviceMessage as M, Message, lower};

impl View<'_> {
    /// The grants that a call gives.
    pub(super) fn grants(&self, allowed: &Grant) -> String {
        let euros = |amount: u64| self.page(Message::GrantIs(Cents::of_euros(amount)));
        match allowed {
            Grant::OneOf(sums) => self.series(sums.iter().map(|sum| euros(*sum)), M::Or),
            Grant::Range { from, to } if *from > 0 => self.line(M::Between, 0, &[("from", &euros(*from)), ("to", &euros(*to))]),
            Grant::Range { .. } | Grant::PerMonth { .. } | Grant::Caps(_) => {
                let most = allowed.most(self.plan.project.duration_months);
                most.map(|most| self.page(Message::GrantAtMost(Cents::of_euros(most)))).unwrap_or_default()
            }
        }
    }

    /// The durations that a call allows.
    pub(super) fn allowed(&self, allowed: &Duration) -> String {
        match allowed {
            Duration::OneOf(months) => self.series(months.iter().map(|months| self.duration(*months)), M::Or),
            Duration::Range { from, to } => self.line(M::Between, 0, &[("from", &self.duration(*from)), ("to", &self.duration(*to))]),
        }
    }

    /// What countries lack: "ett företag från Sverige".
    pub(super) fn lacks(&self, lacking: &[Lack]) -> String {
        let one = |lack: &Lack| {
            let what = lower(&self.seat_kind(Some(lack.kinds)));
            let lacks = self.page(Message::CountryLacks { country: &self.country(lack.country), what: &what });
            if lack.missing > 1 { format!("{lacks} × {}", lack.missing) } else { lacks }
        };
        lacking.iter().map(one).collect::<Vec<String>>().join("; ")
    }

    /// A duration in years where it is whole years.
    pub(super) fn duration(&self, months: u32) -> String {
        self.page(if months.is_multiple_of(12) { Message::Years(months / 12) } else { Message::Months(months) })
    }
}
