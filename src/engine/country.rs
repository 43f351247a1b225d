//! Countries by ISO 3166-1 alpha-2 code, sets of them, and the classes a call sorts them into.
//!
//! Names of countries are not known here: the page asks the browser for them, in the reader's language.

use std::sync::Arc;

/// A country by its ISO 3166-1 alpha-2 code (Kosovo as `XK`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Country([u8; 2]);

/// The officially assigned codes of ISO 3166-1, and `XK`, in order.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG \
GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ \
LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR \
NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ \
TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

impl Country {
    /// Reads a code, in either case. The Union's own `EL` and `UK` are accepted and stored as `GR` and `GB`.
    pub fn parse(text: &str) -> Option<Country> {
        let &[first, second] = text.as_bytes() else { return None };
        let code = match [first.to_ascii_uppercase(), second.to_ascii_uppercase()] {
            [b'E', b'L'] => *b"GR",
            [b'U', b'K'] => *b"GB",
            other => other,
        };
        let country = Country(code);
        ASSIGNED.contains(country).then_some(country)
    }

    /// The ISO code, two capital letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Every country there is a code for, in order of the codes.
    pub fn all() -> impl Iterator<Item = Country> {
        ASSIGNED.iter()
    }

    /// Its number, below 676.
    pub(super) const fn bit(self) -> usize {
        let [first, second] = self.0;
        (first.wrapping_sub(b'A') as usize) * 26 + second.wrapping_sub(b'A') as usize
    }

    const fn of_bit(bit: u32) -> Country {
        Country([b'A' + (bit / 26) as u8, b'A' + (bit % 26) as u8])
    }
}

/// A set of countries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CountrySet([u32; WORDS]);

const WORDS: usize = (26 * 26usize).div_ceil(32);

/// All codes, worked out when the program is compiled.
static ASSIGNED: CountrySet = CountrySet::of_codes(CODES);

impl CountrySet {
    /// No country.
    pub const EMPTY: CountrySet = CountrySet([0; WORDS]);

    #[allow(clippy::indexing_slicing, reason = "evaluated at compile time, where a wrong index is a build error")]
    /// The countries of codes with one space between them; nothing is checked.
    const fn of_codes(codes: &str) -> CountrySet {
        let (bytes, mut words, mut at) = (codes.as_bytes(), [0; WORDS], 0);
        while at + 1 < bytes.len() {
            let bit = Country([bytes[at], bytes[at + 1]]).bit();
            words[bit / 32] |= 1 << (bit % 32);
            at += 3;
        }
        CountrySet(words)
    }

    /// Adds a country.
    pub fn insert(&mut self, country: Country) {
        let bit = country.bit();
        if let Some(word) = self.0.get_mut(bit / 32) {
            *word |= 1 << (bit % 32);
        }
    }

    /// Whether the country is in the set.
    pub fn contains(&self, country: Country) -> bool {
        let bit = country.bit();
        self.0.get(bit / 32).is_some_and(|word| word & (1 << (bit % 32)) != 0)
    }

    /// Takes a country out.
    pub fn remove(&mut self, country: Country) {
        let bit = country.bit();
        if let Some(word) = self.0.get_mut(bit / 32) {
            *word &= !(1 << (bit % 32));
        }
    }

    /// Adds every country of another set.
    pub fn insert_all(&mut self, other: &CountrySet) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    /// Every country there is a code for that is not in this set.
    pub fn complement(&self) -> CountrySet {
        ASSIGNED.without(self)
    }

    /// The countries that are not in another set.
    pub fn without(mut self, other: &CountrySet) -> CountrySet {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word &= !other);
        self
    }

    /// The countries that are in another set too.
    pub fn within(mut self, other: &CountrySet) -> CountrySet {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word &= other);
        self
    }

    /// The first country, in order of the codes, that is not in another set.
    pub fn first_outside(&self, other: &CountrySet) -> Option<Country> {
        let mut rest = (0..).zip(self.0.iter().zip(other.0)).map(|(word, (own, other))| (word, own & !other));
        rest.find(|(_, bits)| *bits != 0).map(|(word, bits)| Country::of_bit(word * 32 + bits.trailing_zeros()))
    }

    /// The countries, in order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = Country> {
        (0..).zip(self.0).flat_map(|(word, bits)| Bits(bits).map(move |bit| Country::of_bit(word * 32 + bit)))
    }

    /// How many countries are in the set.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether no country is in the set.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl FromIterator<Country> for CountrySet {
    fn from_iter<I: IntoIterator<Item = Country>>(countries: I) -> CountrySet {
        let mut set = CountrySet::EMPTY;
        countries.into_iter().for_each(|country| set.insert(country));
        set
    }
}

/// The places of the bits that are set, lowest first.
struct Bits(u32);

impl Iterator for Bits {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let lowest = self.0.trailing_zeros();
        // Clears the lowest bit; of 0 it makes 0.
        self.0 &= self.0.wrapping_sub(1);
        (lowest < u32::BITS).then_some(lowest)
    }
}

/// A class of countries in the year of a call, such as programme countries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountryClass {
    /// The name that call files use: `programme`, `partner` …
    pub name: Arc<str>,
    /// Its countries in that year.
    pub countries: CountrySet,
    /// Countries of which it is announced, and not decided, that they are in it (or, of a class of all others, that they are not):
    /// unknown until it is.
    pub planned: CountrySet,
}

/// A territory overseas that takes part as the state that it belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Territory {
    /// The territory, which has a code of its own.
    pub territory: Country,
    /// The state whose part it takes.
    pub state: Country,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_the_forms_write_them() {
        let rows = [
            ("FI", Some("FI")),
            ("fi", Some("FI")),
            ("EL", Some("GR")),
            ("GR", Some("GR")),
            ("UK", Some("GB")),
            ("XK", Some("XK")),
            ("ZZ", None),
            ("EU", None),
            ("F", None),
            ("FIN", None),
            ("Å", None),
            ("", None),
        ];
        for (text, code) in rows {
            assert_eq!(Country::parse(text).as_ref().map(Country::code), code, "{text}");
        }
    }

    #[test]
    fn the_first_country_outside_a_set_is_the_first_that_it_does_not_hold() {
        let set = |codes: &str| -> CountrySet { codes.split(' ').filter_map(Country::parse).collect() };
        let rows = [
            ("DE FI SE", "", Some("DE")),
            ("DE FI SE", "DE", Some("FI")),
            ("DE ZW", "DE FI", Some("ZW")),
            ("DE", "DE", None),
            ("", "DE", None),
        ];
        for (own, other, first) in rows {
            assert_eq!(set(own).first_outside(&set(other)).as_ref().map(Country::code), first, "{own} without {other}");
        }
    }

    #[test]
    fn there_are_249_assigned_codes_and_kosovo() {
        assert_eq!(Country::all().count(), 250);
        assert!(Country::all().all(|country| CODES.contains(country.code())));
    }

    #[test]
    fn a_set_and_its_complement_share_nothing_and_leave_nothing_out() {
        let some: CountrySet = ["FI", "SE", "GB"].into_iter().filter_map(Country::parse).collect();
        assert_eq!((some.len(), some.complement().len()), (3, 247));
        assert!(Country::all().all(|country| some.contains(country) != some.complement().contains(country)));
    }
}
