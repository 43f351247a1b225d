//! Amounts and months as people type them, read exactly or refused, and never guessed.

use crate::engine::Cents;

/// A text is no amount: something else than digits in groups, ambiguous, or more than [`MOST_EUROS`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotAnAmount;

/// A text is no number of months from 1 to [`MOST_MONTHS`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotMonths;

/// The most euros that are read, several years of the Union's budget: beyond it somebody has leant on a key.
pub const MOST_EUROS: u64 = 999_999_999_999;

/// The most months that are read: fifty years.
pub const MOST_MONTHS: u32 = 600;

/// The euro, as it stands before or after an amount.
const SIGNS: [&str; 5] = ["€", "euros", "euroa", "euro", "eur"];

/// An amount as a field shows it, which [`euros`] reads as the same: `250000`, `250000.50`.
pub fn text_of(amount: Cents) -> String {
    let mut text = amount.whole().to_string();
    if amount.rest() > 0 {
        text.push('.');
        text.extend([10, 1].map(|place| char::from(b'0' + (amount.0 / place % 10) as u8)));
    }
    text
}

/// Reads an amount. Of two separators the last one is decimal; a single point or comma is decimal before one or two digits and parts
/// thousands before three. Spaces and apostrophes part thousands only. Nothing, or only the sign of the euro, is not stated.
pub fn euros(text: &str) -> Result<Option<Cents>, NotAnAmount> {
    let number = without_sign(text.trim());
    if number.is_empty() {
        return Ok(None);
    }
    let read = Number::read(number).and_then(|number| number.cents());
    read.filter(|cents| cents.whole() <= MOST_EUROS).map(Some).ok_or(NotAnAmount)
}

/// Reads a duration: plain digits, from 1 to [`MOST_MONTHS`]. Nothing is not stated.
pub fn months(text: &str) -> Result<Option<u32>, NotMonths> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    // A parser of numbers would take a plus too.
    let months = Some(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit())).and_then(|digits| digits.parse().ok());
    months.filter(|months| (1..=MOST_MONTHS).contains(months)).map(Some).ok_or(NotMonths)
}

/// A number without the sign of the euro before or after it.
fn without_sign(text: &str) -> &str {
    for sign in SIGNS {
        let is_sign = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(sign));
        if is_sign(text.get(..sign.len())) {
            return text.get(sign.len()..).unwrap_or("").trim_start();
        }
        let start = text.len().saturating_sub(sign.len());
        if is_sign(text.get(start..)) {
            return text.get(..start).unwrap_or("").trim_end();
        }
    }
    text
}

/// A number as far as it is read. It is read in one go, letter by letter: every visitor loads this, and parting texts takes more room.
struct Number {
    /// All digits as one number.
    value: u64,
    /// The digits since the last separator.
    run: u32,
    last: Option<char>,
    /// What parts the groups before the last separator.
    thousands: Option<char>,
    /// Whether the number begins as groups do: with one to three digits, the first of them no zero.
    may_group: bool,
}

impl Number {
    fn read(text: &str) -> Option<Number> {
        let mut number = Number { value: 0, run: 0, last: None, thousands: None, may_group: !text.starts_with('0') };
        for letter in text.chars() {
            match letter.to_digit(10) {
                Some(digit) => number.digit(digit)?,
                None => number.part(separator(letter)?)?,
            }
        }
        Some(number)
    }

    fn digit(&mut self, digit: u32) -> Option<()> {
        self.value = self.value.checked_mul(10)?.checked_add(u64::from(digit))?;
        self.run += 1;
        Some(())
    }

    fn part(&mut self, next: char) -> Option<()> {
        match self.last {
            None if self.run > 0 => self.may_group &= self.run <= 3,
            Some(_) if self.ends_group() => self.thousands = self.last,
            _ => return None,
        }
        self.last = Some(next);
        self.run = 0;
        Some(())
    }

    /// Whether the digits since the last separator are one more group of those before.
    fn ends_group(&self) -> bool {
        self.may_group && self.run == 3 && (self.thousands.is_none() || self.thousands == self.last)
    }

    fn cents(&self) -> Option<Cents> {
        let is_decimal = matches!(self.last, Some('.' | ',')) && self.last != self.thousands;
        let factor = match self.run {
            2 if is_decimal => 1,
            1 if is_decimal => 10,
            _ if self.last.is_none() || self.ends_group() => 100,
            _ => return None,
        };
        self.value.checked_mul(factor).map(Cents)
    }
}

/// The kind of a separator: all spaces are one kind, and both apostrophes.
fn separator(letter: char) -> Option<char> {
    match letter {
        '.' | ',' => Some(letter),
        ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}' => Some(' '),
        '\'' | '’' => Some('\''),
        _ => None,
    }
}
