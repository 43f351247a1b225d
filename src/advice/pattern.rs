//! All smallest answers in the abstract: seats to be filled, each with the kinds and countries that it may have.
//!
//! A seat stands for the needs that it has to help. Every answer is a set of seats in which no seat could ask for less, so that
//! together the answers say exactly which organisations are enough.

use super::need::{Counting, Need, What};
use super::supply::{Supply, helps_of, worth_trying};
use crate::engine::{Attribute, Country, KindSet, OrganisationKind, Selector};

/// How many answers are listed.
const MOST_ANSWERS: usize = 60;
/// How many steps are taken to find countries for the seats of one answer.
const MOST_STEPS: u32 = 20_000;

/// A seat to be filled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    /// The kinds that it may have; `None` = any.
    pub kinds: Option<KindSet>,
    /// The country classes that its country has to be in, by their places in the call; none = any country.
    pub classes: Vec<u8>,
    /// The requirements for which its country has to be one that no other member stands for.
    pub new_country: Vec<usize>,
    /// Whether it has to be able to be the applicant, and not whoever takes a seat could be.
    pub leads: bool,
    /// The requirements that it helps, by their places in the call.
    pub helps: Vec<usize>,
    /// The country that it has to be in: members from there lack it, or no class says which others would do.
    pub country: Option<Country>,
    /// Seats with the same number are in the same new country: nobody else is from there, neither members nor other seats.
    pub together: Option<u32>,
    /// What whoever takes it has to say of itself.
    pub attributes: Vec<Attribute>,
}

impl Seat {
    /// Asks for what everybody who takes part has to be.
    fn narrow(&mut self, of: &Selector) {
        self.kinds = match (self.kinds, of.kinds) {
            (Some(own), Some(allowed)) => Some(KindSet::of_bits(own.bits() & allowed.bits())),
            (own, allowed) => own.or(allowed),
        };
        self.classes.extend(of.class.filter(|class| !self.classes.contains(class)));
        self.attributes.extend(of.attribute.filter(|attribute| !self.attributes.contains(attribute)));
        self.classes.sort_unstable();
        self.attributes.sort_unstable();
    }
}

/// Seats that are enough together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The seats, those that ask for most first.
    pub seats: Vec<Seat>,
    /// Requirements that ask for different countries, and how many new ones the seats have to bring together. Which seat brings
    /// which is free; [`Seat::new_country`] is one way.
    pub countries: Vec<(usize, u32)>,
}

/// All answers with so many seats; the first [`MOST_ANSWERS`].
pub(super) fn answers(counting: &Counting<'_>, needs: &[Need], supply: &Supply, number: u32) -> Vec<Answer> {
    let kinds = Types::of(counting, needs);
    let mut seats = kinds.seats();
    // Those that help most first: it is how people fill seats.
    seats.sort_by_key(|seat| (u32::MAX - seat.count_ones(), *seat));
    let mut found = Vec::new();
    choose(&seats, needs, number as usize, &mut Vec::new(), &mut found);
    found.retain(|chosen| is_general(chosen, &seats, needs));
    let countries = worth_trying(counting.call, needs, &supply.covered, &Default::default(), number as usize);
    let fits =
        |seat: u32, country: Country| OrganisationKind::ALL.iter().any(|kind| seat & !helps_of(counting, needs, *kind, country) == 0);
    found.retain(|chosen| has_countries(chosen, needs, supply, &countries, &fits));
    found.truncate(MOST_ANSWERS);
    let allowed = counting.allowed();
    let mut answers: Vec<Answer> = found.into_iter().map(|chosen| answer(&chosen, needs)).collect();
    let seats = answers.iter_mut().flat_map(|answer| &mut answer.seats);
    seats.for_each(|seat| allowed.iter().for_each(|of| seat.narrow(of)));
    answers
}

/// What organisations can help at once.
struct Types(Vec<u32>);

impl Types {
    fn of(counting: &Counting<'_>, needs: &[Need]) -> Types {
        let mut types: Vec<u32> = counting
            .call
            .samples()
            .iter()
            .flat_map(|sample| OrganisationKind::ALL.iter().map(|kind| helps_of(counting, needs, *kind, sample.country)))
            .filter(|helps| *helps != 0)
            .collect();
        types.sort_unstable();
        types.dedup();
        Types(types)
    }

    /// Every set of needs that a seat can ask for, with the needs that come with them.
    fn seats(&self) -> Vec<u32> {
        let mut seats: Vec<u32> = self.0.clone();
        let mut at = 0;
        while let Some(seat) = seats.get(at).copied() {
            for other in &self.0 {
                let both = seat & other;
                if both != 0 && !seats.contains(&both) {
                    seats.push(both);
                }
            }
            at += 1;
        }
        seats
    }
}

/// Sets of seats that help each need often enough.
fn choose(seats: &[u32], needs: &[Need], left: usize, chosen: &mut Vec<u32>, found: &mut Vec<Vec<u32>>) {
    let still = |at: usize, need: &Need| {
        let have = chosen.iter().filter(|seat| **seat & (1 << at) != 0).count();
        (need.missing as usize).saturating_sub(have)
    };
    if needs.iter().enumerate().any(|(at, need)| still(at, need) > left) || found.len() >= MOST_ANSWERS * 50 {
        return;
    }
    if left == 0 {
        return found.push(chosen.clone());
    }
    for (at, seat) in seats.iter().enumerate() {
        chosen.push(*seat);
        choose(seats.get(at..).unwrap_or_default(), needs, left - 1, chosen, found);
        chosen.pop();
    }
}

/// Whether no seat could ask for less.
fn is_general(chosen: &[u32], seats: &[u32], needs: &[Need]) -> bool {
    let enough = |but: usize, instead: u32| {
        let helping =
            |bit: u32| chosen.iter().enumerate().filter(|(at, seat)| (if *at == but { instead } else { **seat }) & bit != 0).count();
        needs.iter().enumerate().all(|(at, need)| helping(1 << at) >= need.missing as usize)
    };
    !chosen.iter().enumerate().any(|(at, seat)| seats.iter().any(|less| less != seat && less & !seat == 0 && enough(at, *less)))
}

/// Whether there are countries for the seats in which all needs are helped.
fn has_countries(chosen: &[u32], needs: &[Need], supply: &Supply, countries: &[Country], fits: &dyn Fn(u32, Country) -> bool) -> bool {
    if !needs.iter().any(|need| matches!(need.what, What::Countries(_))) {
        return true;
    }
    let mut steps = 0;
    place(chosen, needs, supply, countries, fits, &mut Vec::new(), &mut steps)
}

fn place(
    chosen: &[u32],
    needs: &[Need],
    supply: &Supply,
    countries: &[Country],
    fits: &dyn Fn(u32, Country) -> bool,
    placed: &mut Vec<(u32, Country)>,
    steps: &mut u32,
) -> bool {
    *steps += 1;
    let Some(seat) = chosen.get(placed.len()) else { return covers(placed, needs, supply) };
    if *steps > MOST_STEPS {
        return true;
    }
    // Countries that nobody is placed in first: they are those that are wanted.
    let mut order: Vec<Country> = countries.iter().copied().filter(|country| fits(*seat, *country)).collect();
    order.sort_by_key(|country| {
        (placed.iter().any(|(_, other)| other == country), supply.covered.iter().any(|known| known.settled.contains(*country)))
    });
    for country in order {
        placed.push((*seat, country));
        let found = place(chosen, needs, supply, countries, fits, placed, steps);
        placed.pop();
        if found {
            return true;
        }
    }
    false
}

fn covers(placed: &[(u32, Country)], needs: &[Need], supply: &Supply) -> bool {
    needs.iter().zip(&supply.covered).enumerate().all(|(at, (need, covered))| {
        let What::Countries(known) = &need.what else { return true };
        let mut with = covered.clone();
        placed.iter().filter(|(seat, _)| seat & (1 << at) != 0).for_each(|(_, country)| with.settled.insert(*country));
        with.rank() >= known.rank() + need.missing
    })
}

/// The seats in words that a page can show. What only some of the seats have to do is given to the first that can.
fn answer(chosen: &[u32], needs: &[Need]) -> Answer {
    // Where whoever fits a seat could lead, no seat has to ask for it.
    let asks = |at: usize, need: &Need| !matches!(need.what, What::Leader) || chosen.iter().any(|seat| seat & (1 << at) == 0);
    let mut left: Vec<u32> = needs.iter().enumerate().map(|(at, need)| if asks(at, need) { need.missing } else { 0 }).collect();
    let ranked = needs.iter().filter(|need| matches!(need.what, What::Countries(_)));
    let countries = ranked.map(|need| (need.requirement, need.missing)).collect();
    let mut seats = Vec::new();
    for seat in chosen {
        let mut of = Vec::new();
        for (at, (need, left)) in needs.iter().zip(&mut left).enumerate() {
            if seat & (1 << at) != 0 {
                of.push((need, *left > 0));
                *left = left.saturating_sub(1);
            }
        }
        seats.push(seat_of(&of));
    }
    Answer { seats, countries }
}

/// A seat that helps these needs, each with whether it is among those that bring what is missing.
fn seat_of(needs: &[(&Need, bool)]) -> Seat {
    let all = || needs.iter().map(|(need, _)| *need);
    let kinds = all().filter_map(|need| need.of.kinds).reduce(|one, other| KindSet::of_bits(one.bits() & other.bits()));
    let mut classes: Vec<u8> = all().filter_map(|need| need.of.class).collect();
    classes.sort_unstable();
    classes.dedup();
    let brings = |what: fn(&What) -> bool| needs.iter().filter(move |(need, brings)| *brings && what(&need.what));
    let new_country = brings(|what| matches!(what, What::Countries(_))).map(|(need, _)| need.requirement).collect();
    let leads = brings(|what| matches!(what, What::Leader)).next().is_some();
    let mut attributes: Vec<Attribute> = all().filter_map(|need| need.of.attribute).collect();
    attributes.sort_unstable();
    attributes.dedup();
    let helps = all().map(|need| need.requirement).collect();
    Seat { kinds, classes, new_country, leads, helps, country: None, together: None, attributes }
}
