//! What stands at a place of a text.

use super::Message;
use crate::engine::{Attribute, Cents, OrganisationKind, Role, Status};

/// What is put in at a place of a text: a value of its message.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Insert<'a> {
    /// As it is.
    Text(&'a str),
    /// Another message.
    Whole(Message<'a>),
    /// Another message that goes on in the middle of a sentence: its first letter is small.
    Within(Message<'a>),
    /// A number.
    Number(u64),
    /// An amount, in groups of three digits.
    Amount(Cents),
}

/// A value made of some text or number.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) trait Of<'a>: Sized {
    fn of(text: &'a str, number: u16) -> Self;
}

/// What can be a value, and as what; then how one is made.
macro_rules! values {
    ($($type:ty: $value:ident => $as:expr, $text:pat, $number:pat => $made:expr);+ $(;)?) => {
        $(#[cfg(not(target_arch = "wasm32"))]
        impl<'a> Of<'a> for $type {
            fn of($text: &'a str, $number: u16) -> $type {
                $made
            }
        })+
        $(impl<'a> From<$type> for Insert<'a> {
            fn from($value: $type) -> Insert<'a> {
                $as
            }
        })+
    };
}

values! {
    &'a str: text => Insert::Text(text), text, _ => text;
    u16: number => Insert::Number(number.into()), _, number => number;
    u32: number => Insert::Number(number.into()), _, number => number.into();
    u64: number => Insert::Number(number), _, number => number.into();
    usize: number => Insert::Number(number as u64), _, number => number.into();
    Cents: amount => Insert::Amount(amount), _, number => Cents::of_euros(number.into());
    Status: status => Insert::Within(Message::Status(status)), _, _ => Status::Met;
    Role: role => Insert::Within(Message::Role(role)), _, _ => Role::Partner;
    Attribute: attribute => Insert::Within(Message::Attribute(attribute)), _, _ => Attribute::PracticeSchool;
    Option<OrganisationKind>: kind => Insert::Whole(Message::one_of(kind)), _, number => (number > 1).then_some(OrganisationKind::Hei);
}

/// Numbers that have a word of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "they are numbers")]
pub enum Small {
    Zero,
    One,
    Two,
    Three,
    Four,
    Five,
    Six,
    Seven,
    Eight,
    Nine,
    Ten,
}

crate::engine::words!(Small {
    Zero = "zero",
    One = "one",
    Two = "two",
    Three = "three",
    Four = "four",
    Five = "five",
    Six = "six",
    Seven = "seven",
    Eight = "eight",
    Nine = "nine",
    Ten = "ten",
});
