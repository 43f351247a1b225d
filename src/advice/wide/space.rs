//! How far everything is, as one number: what holds for the whole consortium, and what holds for the country that is looked at.

use super::ask::{Ask, What};
use super::effect::{Effect, PRESENT};
use super::land::{Land, Local};
use crate::engine::Country;

/// Sizes within a country, and for each thing that is asked the country itself where it is unlike all others.
pub(super) type Shape = (Vec<Vec<usize>>, Vec<Option<Country>>);

/// Stands for a state that nothing leads out of.
pub(super) const DEAD: u32 = u32::MAX;

/// The numbers of one country: for each thing that is asked how far it is, then what is remembered within the country.
pub(super) struct Space<'a> {
    asks: &'a [Ask<'a>],
    land: &'a Land,
    most: i64,
    /// Of the whole consortium, one size for each thing that is asked.
    sizes: Vec<usize>,
    /// Within the country, for each thing that is asked: whether it counts there now, and how many are missing for each need.
    local: Vec<Vec<usize>>,
}

/// All numbers apart: of the whole consortium, and within the country.
struct Digits {
    whole: Vec<u32>,
    local: Vec<Vec<u32>>,
}

impl<'a> Space<'a> {
    /// `touched`: what newcomers from there can do to each thing that is asked.
    pub(super) fn of(asks: &'a [Ask<'a>], land: &'a Land, most: i64, touched: &[bool]) -> Space<'a> {
        let sizes = asks.iter().map(|ask| ask.size(most)).collect();
        let local = |((ask, local), touched): ((&Ask<'_>, &Local), &bool)| match &ask.what {
            _ if !touched => Vec::new(),
            What::Countries(_) | What::Exact { .. } if !local.settled => vec![2],
            What::Each(_) => std::iter::once(2).chain(local.lacks.iter().map(|lacks| *lacks as usize + 1)).collect(),
            What::Countries(_) | What::Exact { .. } => Vec::new(),
            What::Count | What::Leader | What::AtMost | What::Compare(_) => Vec::new(),
        };
        let local = asks.iter().zip(&land.locals).zip(touched).map(local).collect();
        Space { asks, land, most, sizes, local }
    }

    /// How many numbers there are within the country.
    pub(super) fn within(&self) -> usize {
        self.local.iter().flatten().fold(1, |all, size| all.saturating_mul(*size))
    }

    /// How many numbers there are of the whole consortium.
    pub(super) fn whole(&self) -> usize {
        self.sizes.iter().fold(1, |all, size| all.saturating_mul(*size))
    }

    pub(super) fn cells(&self) -> usize {
        self.whole().saturating_mul(self.within())
    }

    fn empty(&self) -> Digits {
        Digits { whole: vec![0; self.sizes.len()], local: self.local.iter().map(|sizes| vec![0; sizes.len()]).collect() }
    }

    fn read(&self, cell: usize, digits: &mut Digits) {
        let sizes = self.local.iter().flatten().chain(&self.sizes);
        let mut rest = cell;
        for (size, digit) in sizes.zip(digits.local.iter_mut().flatten().chain(&mut digits.whole)) {
            *digit = (rest % size) as u32;
            rest /= size;
        }
    }

    fn cell(&self, digits: &Digits) -> u32 {
        let sizes = self.local.iter().flatten().chain(&self.sizes);
        let digits = digits.local.iter().flatten().chain(&digits.whole);
        let (cell, _) = sizes.zip(digits).fold((0, 1), |(cell, unit), (size, digit)| (cell + *digit as usize * unit, unit * size));
        cell as u32
    }

    /// Where the country begins, within.
    pub(super) fn start(&self) -> usize {
        let fresh = |(sizes, local): (&Vec<usize>, &Local)| match sizes.as_slice() {
            [] => Vec::new(),
            [_] => vec![0],
            // Where somebody is from there for certain, what is asked holds for it already.
            _ => std::iter::once(u32::from(local.settled)).chain(local.lacks.iter().copied()).collect(),
        };
        let local = self.local.iter().zip(&self.land.locals).map(fresh).collect();
        self.cell(&Digits { whole: vec![0; self.sizes.len()], local }) as usize
    }

    /// Whether the country can be left like that.
    pub(super) fn may_end(&self, within: usize) -> bool {
        let mut digits = self.empty();
        self.read(within, &mut digits);
        self.land.locals.iter().zip(&digits.local).all(|(local, digits)| match digits.split_first() {
            None => !local.broken,
            Some((counts, lacks)) if *counts == 1 => lacks.iter().all(|lacks| *lacks == 0),
            Some(_) => !local.broken,
        })
    }

    /// All that [`Space::steps`] depends on beside the effect.
    pub(super) fn shape(&self) -> Shape {
        (self.local.clone(), self.land.locals.iter().map(|local| local.contested).collect())
    }

    /// Where each number leads once one more newcomer has joined.
    pub(super) fn steps(&self, effect: &Effect) -> Vec<u32> {
        let mut digits = self.empty();
        let step = |cell| {
            self.read(cell, &mut digits);
            self.step(&mut digits, effect).map_or(DEAD, |()| self.cell(&digits))
        };
        (0..self.cells()).map(step).collect()
    }

    fn step(&self, digits: &mut Digits, effect: &Effect) -> Option<()> {
        for ((ask, hit), (whole, local)) in self.asks.iter().zip(effect).zip(digits.whole.iter_mut().zip(&mut digits.local)) {
            match &ask.what {
                What::Compare(_) => {
                    let top = ask.size(self.most) as i64 - 1;
                    *whole = u32::try_from((i64::from(*whole) + i64::from(*hit)).min(top)).ok()?;
                }
                _ if *hit == 0 => {}
                What::Count | What::Leader => *whole = whole.saturating_sub(1),
                What::AtMost => *whole = whole.checked_sub(1)?,
                What::Countries(ranked) => {
                    if let ([counts @ 0], Some(country)) = (local.as_mut_slice(), self.land.country) {
                        (*counts, *whole) = (1, ranked.take(*whole, country));
                    }
                }
                What::Exact { .. } => {
                    if let [counts @ 0] = local.as_mut_slice() {
                        (*counts, *whole) = (1, whole.checked_sub(1)?);
                    }
                }
                What::Each(_) => {
                    if let Some((counts, lacks)) = local.split_first_mut() {
                        *counts = 1;
                        (0..8)
                            .zip(lacks)
                            .filter(|(at, _)| (hit & !PRESENT) & (1 << at) != 0)
                            .for_each(|(_, lacks)| *lacks = lacks.saturating_sub(1));
                    }
                }
            }
        }
        Some(())
    }
}
