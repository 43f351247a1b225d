//! What one requirement rests on, and whose leaving it cannot bear.

use super::balance::BalanceSupport;
use super::countries::Spread;
use super::local::{Brought, Sets};
use super::vertex_cover::Fewest;
use crate::engine::MemberRef;
use crate::engine::rule::Count;

/// What a requirement rests on that holds now and that members can take away.
pub(super) enum Support {
    /// On independent organisations.
    Units(Units),
    /// On countries.
    Countries(Spread),
    /// On the applicant, and how many there are who could be it for certain.
    Applicant { applicant: u32, able: usize },
    /// On what each country brings.
    Brought(Brought),
    /// On everybody from one of some countries.
    Sets(Sets),
    /// On those who outweigh others.
    Balance(BalanceSupport),
}

impl Support {
    pub(super) fn on_units(rule: &Count, certain: Vec<MemberRef>) -> Option<Support> {
        let mut units = Units { seats: certain, slack: 0 };
        units.seats.sort_by_key(|seat| seat.group);
        units.slack = units.all().count().checked_sub(rule.at_least as usize)?;
        (rule.at_least > 0).then_some(Support::Units(units))
    }

    /// `able`: in order of their places.
    pub(super) fn on_applicant(applicant: u32, able: &[u32]) -> Option<Support> {
        able.binary_search(&applicant).ok().map(|_| Support::Applicant { applicant, able: able.len() })
    }

    /// The members without whom it does not hold.
    pub(super) fn alone(&self) -> Vec<u32> {
        match self {
            Support::Units(units) => units.alone(),
            Support::Countries(spread) => spread.alone(),
            Support::Applicant { applicant, .. } => vec![*applicant],
            Support::Brought(brought) => brought.alone(),
            Support::Sets(sets) => sets.alone(),
            Support::Balance(balance) => balance.alone.clone(),
        }
    }

    /// The pairs without whom it does not hold, though it holds without either; in no order, some of them twice.
    pub(super) fn pairs(&self) -> Vec<(u32, u32)> {
        match self {
            Support::Units(units) => units.pairs(),
            Support::Countries(spread) => spread.pairs(),
            // It falls with the applicant and with nobody else.
            Support::Applicant { .. } => Vec::new(),
            Support::Brought(brought) => brought.pairs(),
            Support::Sets(sets) => sets.pairs(),
            Support::Balance(balance) => balance.pairs.clone(),
        }
    }

    /// How many have to leave at the fewest until it does not hold; of an applicant, until nobody can take over.
    /// `None`: nobody's leaving can break it.
    pub(super) fn fewest(&self) -> Option<Fewest> {
        match self {
            Support::Units(units) => Some(Fewest { leavers: units.fewest(), exact: true }),
            Support::Countries(spread) => Some(spread.fewest()),
            Support::Applicant { able, .. } => Some(Fewest { leavers: *able, exact: true }),
            Support::Brought(brought) => brought.fewest(),
            Support::Sets(sets) => sets.fewest(),
            Support::Balance(balance) => balance.fewest,
        }
    }
}

/// Independent organisations, each with its members who count for certain: it is lost when the last of them leaves.
pub(super) struct Units {
    /// Members of one legal group beside each other.
    seats: Vec<MemberRef>,
    /// How many units may be lost.
    slack: usize,
}

impl Units {
    fn all(&self) -> impl Iterator<Item = &[MemberRef]> {
        self.seats.chunk_by(|one, next| one.group.is_some() && one.group == next.group)
    }

    /// The members who are a unit each.
    fn single(&self) -> Vec<u32> {
        let of_unit = |unit: &[MemberRef]| match unit {
            [seat] => Some(seat.place),
            _ => None,
        };
        self.all().filter_map(of_unit).collect()
    }

    fn alone(&self) -> Vec<u32> {
        if self.slack == 0 { self.single() } else { Vec::new() }
    }

    fn pairs(&self) -> Vec<(u32, u32)> {
        let of_unit = |unit: &[MemberRef]| match unit {
            [one, other] => Some((one.place, other.place)),
            _ => None,
        };
        match self.slack {
            0 => self.all().filter_map(of_unit).collect(),
            1 => {
                let single = self.single();
                let after = |at: usize| single.iter().skip(at + 1);
                single.iter().enumerate().flat_map(|(at, one)| after(at).map(|other| (*one, *other))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The smallest units go first.
    fn fewest(&self) -> usize {
        let mut sizes: Vec<usize> = self.all().map(<[MemberRef]>::len).collect();
        sizes.sort_unstable();
        sizes.iter().take(self.slack + 1).sum()
    }
}
