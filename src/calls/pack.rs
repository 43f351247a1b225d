//! Call files as bytes: what the library carries, and what the page loads of a call that is chosen.
//!
//! One description of each type serves writing and reading, so that they cannot differ. The bytes begin with the version of their
//! layout. Numbers take as many bytes as they need, texts and lists begin with their length. Bytes that are no call file, or are of
//! another version, give nothing; they never bring anything down.

use super::file::{
    Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Confidence, Document, Localised, NotKnown, RequirementFile, Source, Variant,
};
use super::listed::ListedCall;
use super::when::When;
use crate::engine::rule::{
    Activities, AtMost, Cap, Compare, Coordinator, Count, Countries, CountryNeed, Duration, EachCountry, EveryMember, ExactCountries, Fact,
    Grant, Only,
};
use crate::engine::{Attribute, Country, CountrySet, KindSet, Outcome, Requirement, RoleSet, Rule, Selector, Severity};
use std::sync::Arc;

/// A value that can be written as bytes and read again.
pub trait Pack: Sized {
    /// Writes it.
    fn pack(&self, bytes: &mut Vec<u8>);
    /// Reads it from the front, and takes what it has read away.
    fn unpack(bytes: &mut &[u8]) -> Option<Self>;
}

/// The layout of the bytes. It goes up with every change of what is described here or in `described`.
const VERSION: u8 = 3;

/// All bytes of a value, after the version of their layout.
pub fn to_bytes<T: Pack>(value: &T) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    value.pack(&mut bytes);
    bytes
}

/// The value that the bytes are, all of them; `None` where they are of another version, or damaged.
pub fn of_bytes<T: Pack>(bytes: &[u8]) -> Option<T> {
    let mut rest = bytes.strip_prefix(&[VERSION])?;
    let value = T::unpack(&mut rest)?;
    rest.is_empty().then_some(value)
}

/// A number that changes with the bytes (FNV-1a).
pub fn mark_of<'a>(bytes: impl IntoIterator<Item = &'a u8>) -> u32 {
    bytes.into_iter().fold(0x811c_9dc5, |mark, byte| (mark ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

impl Pack for u64 {
    fn pack(&self, bytes: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 127 {
            bytes.push(rest as u8 | 128);
            rest >>= 7;
        }
        bytes.push(rest as u8);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (first, rest) = bytes.split_first()?;
            *bytes = rest;
            number |= u64::from(first & 127) << shift;
            if first & 128 == 0 {
                return Some(number);
            }
        }
        None
    }
}

/// Numbers of other sizes.
macro_rules! numbers {
    ($($type:ty),+) => {
        $(impl Pack for $type {
            fn pack(&self, bytes: &mut Vec<u8>) {
                (*self as u64).pack(bytes);
            }

            fn unpack(bytes: &mut &[u8]) -> Option<$type> {
                u64::unpack(bytes)?.try_into().ok()
            }
        })+
    };
}

numbers!(u8, u16, u32, usize);

/// As many bytes as the number before them says.
fn taken<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::unpack(bytes)?;
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

impl Pack for Arc<str> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.len().pack(bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Arc<str>> {
        std::str::from_utf8(taken(bytes)?).ok().map(Arc::from)
    }
}

impl<T: Pack> Pack for Arc<[T]> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.len().pack(bytes);
        self.iter().for_each(|item| item.pack(bytes));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Arc<[T]>> {
        Vec::unpack(bytes).map(Arc::from)
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.len().pack(bytes);
        self.iter().for_each(|item| item.pack(bytes));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Vec<T>> {
        let length = usize::unpack(bytes)?;
        // No item takes less than a byte, so a length that is a lie reserves nothing.
        let mut items = Vec::with_capacity(length.min(bytes.len()));
        for _ in 0..length {
            items.push(T::unpack(bytes)?);
        }
        Some(items)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(self.is_some()));
        self.iter().for_each(|value| value.pack(bytes));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Option<T>> {
        match u8::unpack(bytes)? {
            0 => Some(None),
            1 => T::unpack(bytes).map(Some),
            _ => None,
        }
    }
}

impl Pack for Country {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(self.code().as_bytes());
    }

    fn unpack(bytes: &mut &[u8]) -> Option<Country> {
        let (code, rest) = bytes.split_at_checked(2)?;
        *bytes = rest;
        Country::parse(std::str::from_utf8(code).ok()?)
    }
}

impl Pack for (Country, Country) {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.0.pack(bytes);
        self.1.pack(bytes);
    }

    fn unpack(bytes: &mut &[u8]) -> Option<(Country, Country)> {
        Some((Country::unpack(bytes)?, Country::unpack(bytes)?))
    }
}

impl Pack for CountrySet {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.len().pack(bytes);
        self.iter().for_each(|country| country.pack(bytes));
    }

    fn unpack(bytes: &mut &[u8]) -> Option<CountrySet> {
        (0..usize::unpack(bytes)?).map(|_| Country::unpack(bytes)).collect()
    }
}

/// Sets that are their bits.
macro_rules! bits {
    ($($type:ty),+) => {
        $(impl Pack for $type {
            fn pack(&self, bytes: &mut Vec<u8>) {
                self.bits().pack(bytes);
            }

            fn unpack(bytes: &mut &[u8]) -> Option<$type> {
                Pack::unpack(bytes).map(<$type>::of_bits)
            }
        })+
    };
}

bits!(KindSet, RoleSet);

/// Enums of words: their place among all.
macro_rules! places {
    ($($type:ty),+) => {
        $(impl Pack for $type {
            fn pack(&self, bytes: &mut Vec<u8>) {
                bytes.push(*self as u8);
            }

            fn unpack(bytes: &mut &[u8]) -> Option<$type> {
                <$type>::ALL.get(usize::unpack(bytes)?).copied()
            }
        })+
    };
}

places!(Attribute, Confidence, Severity, Outcome, Fact);

/// Structs, field for field.
macro_rules! fields {
    ($($type:ident { $($field:ident),+ })+) => {
        $(impl Pack for $type {
            fn pack(&self, bytes: &mut Vec<u8>) {
                $(self.$field.pack(bytes);)+
            }

            fn unpack(bytes: &mut &[u8]) -> Option<$type> {
                Some($type { $($field: Pack::unpack(bytes)?),+ })
            }
        })+
    };
}

super::described::described!(fields);

/// Enums with data: a number for each, which is never given to another.
macro_rules! choices {
    ($($type:ident { $($number:literal = $variant:ident $(($value:ident))? $({ $($field:ident),+ })?),+ })+) => {
        $(impl Pack for $type {
            fn pack(&self, bytes: &mut Vec<u8>) {
                match self {
                    $($type::$variant $(($value))? $({ $($field),+ })? => {
                        bytes.push($number);
                        $($value.pack(bytes);)?
                        $($($field.pack(bytes);)+)?
                    })+
                }
            }

            fn unpack(bytes: &mut &[u8]) -> Option<$type> {
                Some(match u8::unpack(bytes)? {
                    $($number => $type::$variant $(({ let $value = Pack::unpack(bytes)?; $value }))? $({ $($field: Pack::unpack(bytes)?),+ })?,)+
                    _ => return None,
                })
            }
        })+
    };
}

choices! {
    ClassMembers { 0 = Listed(editions), 1 = ComplementOf(class) }
    Duration { 0 = OneOf(months), 1 = Range { from, to } }
    Grant { 0 = Caps(caps), 1 = OneOf(sums), 2 = Range { from, to }, 3 = PerMonth { each, at_most } }
    Rule {
        0 = Count(rule), 1 = AtMost(rule), 2 = Countries(rule), 3 = ExactCountries(rule), 4 = EachCountry(rule), 5 = Compare(rule),
        6 = Coordinator(rule), 7 = Only(rule), 8 = EveryMember(rule), 9 = Duration(rule), 10 = Grant(rule), 11 = Activities(rule), 12 = Judgement
    }
}
