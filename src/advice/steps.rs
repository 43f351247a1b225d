//! Steps of a search: to take some of a class, or some of a legal group, and what that costs.

use super::need::{Need, What};
use super::supply::{Class, Supply};
use crate::engine::Country;

/// So many organisations; of them so many that nobody has named yet; and how much more than needed they help.
/// In order of weight, so that the smaller number is the better set.
pub(super) type Cost = u32;
pub(super) const ADDED: u32 = 1 << 20;
pub(super) const UNNAMED: u32 = 1 << 10;
/// A number that no set reaches.
pub(super) const NEVER: Cost = u32::MAX;

/// How many are added.
pub(super) fn added(cost: Cost) -> u32 {
    cost / ADDED
}

/// How many of them nobody has named yet.
pub(super) fn unnamed(cost: Cost) -> u32 {
    cost % ADDED / UNNAMED
}

/// What to take of a class: its number among all classes of the supply, and how many.
pub(super) type Take = (u32, u32);

/// One step: some of a class, or of a legal group.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) takes: Vec<Take>,
    /// The needs that each of them helps, as bits.
    pub(super) helps: u32,
    /// How many independent organisations they are.
    pub(super) units: u32,
    pub(super) cost: Cost,
    /// In how many ways they can be taken.
    pub(super) ways: u128,
}

/// The steps of which one is taken, or none.
#[derive(Debug)]
pub(super) struct Item {
    /// Where the country matters.
    pub(super) country: Option<Country>,
    pub(super) choices: Vec<Choice>,
}

/// Sets of a legal group's members that could all be needed: of those who help alike one, and never more than there are needs.
pub(super) fn subsets(group: &[Class], number: u32, most: usize) -> Option<Vec<Choice>> {
    if group.len() > 12 {
        return None;
    }
    let mut all: Vec<Choice> = Vec::new();
    for (class, at) in group.iter().zip(number..) {
        let one = Choice {
            takes: vec![(at, 1)],
            helps: class.helps,
            units: 1,
            cost: ADDED + class.helps.count_ones(),
            ways: class.places.len() as u128,
        };
        let longer: Vec<Choice> = all.iter().filter(|before| before.takes.len() < most).map(|before| both(before, &one)).collect();
        all.push(one);
        all.extend(longer);
    }
    Some(all)
}

fn both(one: &Choice, other: &Choice) -> Choice {
    Choice {
        takes: one.takes.iter().chain(&other.takes).copied().collect(),
        helps: one.helps | other.helps,
        units: 1,
        cost: one.cost + other.cost,
        ways: one.ways.saturating_mul(other.ways),
    }
}

/// One class as a step: so many of it as can be needed.
pub(super) fn some_of(class: &Class, number: u32, needs: &[Need]) -> Vec<Choice> {
    let helped = needs.iter().enumerate().filter(|(at, _)| class.helps & (1 << at) != 0);
    let useful = helped.map(|(_, need)| if matches!(need.what, What::Countries(_)) { 1 } else { need.missing }).max().unwrap_or(0);
    let unnamed = class.places.is_empty();
    let most = if unnamed { useful } else { useful.min(class.places.len() as u32) };
    let each = ADDED + if unnamed { UNNAMED } else { 0 } + class.helps.count_ones();
    let mut ways = 1_u128;
    let mut choices = Vec::new();
    for units in 1..=most {
        if !unnamed {
            // Of n so many: exact, as each product of that many factors in a row can be divided.
            ways = ways.saturating_mul(u128::from(class.places.len() as u32 - units + 1)) / u128::from(units);
        }
        choices.push(Choice { takes: vec![(number, units)], helps: class.helps, units, cost: units * each, ways });
    }
    choices
}

/// The classes as steps, country by country.
pub(super) fn items(needs: &[Need], supply: &Supply) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while let Some(class) = supply.classes.get(at) {
        let country = class.country;
        let same = |other: &&Class| other.group == class.group && other.country == country;
        let group = if class.group.is_some() { supply.classes.iter().skip(at).take_while(same).count() } else { 1 };
        let choices = match &class.group {
            Some(_) => subsets(supply.classes.get(at..at + group)?, at as u32, needs.len())?,
            None => some_of(class, at as u32, needs),
        };
        items.push(Item { country, choices });
        at += group;
    }
    Some(items)
}
