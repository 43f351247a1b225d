//! Seats in words: who is sought, and from where.

use super::view::View;
use crate::advice::Seat;
use crate::engine::{Attribute, KindSet, OrganisationKind, Selector};
use crate::i18n::{AdviceMessage as M, Message, lower, upper};

/// How many kinds a seat names.
const MOST_KINDS: usize = 3;

impl View<'_> {
    /// Who a seat is for, to begin a sentence: "Ett företag".
    pub(super) fn seat_kind(&self, kinds: Option<KindSet>) -> String {
        let kinds: Vec<OrganisationKind> = kinds.into_iter().flat_map(KindSet::iter).collect();
        if kinds.is_empty() || kinds.len() > MOST_KINDS {
            return self.page(Message::AnyOrganisation);
        }
        upper(&self.series(kinds.into_iter().map(|kind| lower(&self.page(Message::One(kind)))), M::Or))
    }

    /// From where: "från ett nytt programland".
    pub(super) fn from(&self, classes: &[u8], is_new: bool) -> String {
        let title = |class: &u8| self.file.classes.get(usize::from(*class)).map(|class| class.title.in_language(self.language).to_owned());
        let class = self.series(classes.iter().filter_map(title), M::And);
        match (class.is_empty(), is_new) {
            (true, true) => self.words(M::FromNewCountry),
            (true, false) => self.words(M::FromAnyCountry),
            (false, true) => self.line(M::FromNew, 0, &[("class", &class)]),
            (false, false) => self.line(M::FromAny, 0, &[("class", &class)]),
        }
    }

    /// From where a seat among others is; that it may be the applicant's only where not all of them may.
    pub(super) fn seat_from(&self, seat: &Seat, among: &[Seat]) -> String {
        let place = self.seat_country(seat, among);
        let is_said = seat.leads && among.iter().any(|other| !other.leads);
        if is_said { self.line(M::AlsoLeads, 0, &[("where", &place)]) } else { place }
    }

    fn seat_country(&self, seat: &Seat, among: &[Seat]) -> String {
        let is_first = among.iter().find(|other| other.together == seat.together).is_none_or(|first| std::ptr::eq(first, seat));
        match (seat.country, seat.together) {
            (Some(country), _) => self.line(M::FromCountry, 0, &[("country", &self.country(country))]),
            (None, Some(_)) if !is_first => self.words(M::FromSameNew),
            (None, together) => self.from(&seat.classes, together.is_some() || !seat.new_country.is_empty()),
        }
    }

    /// Each seat in the middle of a sentence, such as "ett företag från ett nytt programland", and how many are alike.
    pub(super) fn seat_lines(&self, seats: &[Seat]) -> Vec<(String, usize)> {
        let mut lines: Vec<(String, usize)> = Vec::new();
        for seat in seats {
            let what = self.seat_taker(lower(&self.seat_kind(seat.kinds)), seat);
            let place = self.seat_from(seat, seats);
            let line = self.line(M::SeatIs, 0, &[("what", &what), ("where", &place)]);
            // Seats that share a country stay beside each other.
            let shares = seats.iter().filter(|other| seat.together.is_some() && other.together == seat.together).count() > 1;
            match lines.iter_mut().find(|(other, _)| *other == line && !shares) {
                Some((_, count)) => *count += 1,
                None => lines.push((line, 1)),
            }
        }
        lines
    }

    pub(super) fn seats(&self, seats: &[Seat]) -> String {
        let said = |(line, count): (String, usize)| if count > 1 { format!("{line} × {count}") } else { line };
        self.series(self.seat_lines(seats).into_iter().map(said), M::And)
    }

    /// That so many are enough, and who they are where that is said.
    pub(super) fn enough(&self, number: u32, names: &str) -> String {
        let message = match (names.is_empty(), self.members().is_empty()) {
            (true, true) => M::AllItTakes,
            (true, false) => M::Suffice,
            (false, true) => M::AllItTakesAre,
            (false, false) => M::SufficeAre,
        };
        self.line(message, number as usize, &[("names", names)])
    }

    /// "en högskola (utbildar blivande lärare)".
    pub(super) fn with_attributes(&self, what: String, attributes: &[Attribute]) -> String {
        self.of_attributes(M::WithAttribute, what, attributes)
    }

    /// Who a seat is for, with what it has to say of itself and what to deny.
    pub(super) fn seat_taker(&self, what: String, seat: &Seat) -> String {
        let held = self.of_attributes(M::WithAttribute, what, &seat.attributes);
        self.of_attributes(M::WithoutAttribute, held, &seat.denied)
    }

    fn of_attributes(&self, message: M, what: String, attributes: &[Attribute]) -> String {
        if attributes.is_empty() {
            return what;
        }
        let named = attributes.iter().map(|attribute| lower(&self.page(Message::Attribute(*attribute))));
        self.line(message, 0, &[("what", &what), ("attribute", &self.series(named, M::And))])
    }

    /// Whom a selector counts, as a seat is described.
    pub(super) fn selected(&self, of: &Selector, is_new: bool) -> (String, String) {
        let class: Vec<u8> = of.class.into_iter().collect();
        let attributes: Vec<Attribute> = of.attribute.into_iter().collect();
        (self.with_attributes(lower(&self.seat_kind(of.kinds)), &attributes), self.from(&class, is_new))
    }
}
