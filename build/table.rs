//! Writes the call that the page begins with, and the list of calls, as tables of the program, so that nothing has to be read when it starts.

use crate::calls::{
    Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Document, ListedCall, Localised, NotKnown, RequirementFile, Source, Variant,
    When,
};
use crate::engine::rule::{
    Activities, AtMost, Cap, Compare, Coordinator, Count, Countries, CountryNeed, Duration, EachCountry, EveryMember, ExactCountries,
    Grant, Only,
};
use crate::engine::{Country, CountrySet, KindSet, Requirement, RoleSet, Rule, Selector};

/// A value as the Rust that makes it.
pub trait Code {
    /// The Rust.
    fn code(&self) -> String;
}

impl Code for &'static str {
    fn code(&self) -> String {
        format!("{self:?}")
    }
}

impl<T: Code> Code for Option<T> {
    fn code(&self) -> String {
        self.as_ref().map_or_else(|| "None".to_owned(), |value| format!("Some({})", value.code()))
    }
}

impl<T: Code> Code for &'static [T] {
    fn code(&self) -> String {
        let items: Vec<String> = self.iter().map(Code::code).collect();
        format!("&[{}]", items.join(", "))
    }
}

/// Numbers, and enums without data: `Debug` is their Rust, below the path of the type.
macro_rules! plain {
    ($($type:ty = $path:literal),+ $(,)?) => {
        $(impl Code for $type {
            fn code(&self) -> String {
                format!(concat!($path, "{:?}"), self)
            }
        })+
    };
}

plain!(
    u8 = "",
    u16 = "",
    u32 = "",
    u64 = "",
    usize = "",
    crate::calls::Confidence = "Confidence::",
    crate::engine::Severity = "Severity::",
    crate::engine::Outcome = "Outcome::",
    crate::engine::rule::Fact = "Fact::",
    crate::engine::Attribute = "Attribute::",
);

/// Structs, field for field.
macro_rules! fields {
    ($($type:ident { $($field:ident),+ })+) => {
        $(impl Code for $type {
            fn code(&self) -> String {
                let fields = [$(format!("{}: {}", stringify!($field), self.$field.code())),+];
                format!("{} {{ {} }}", stringify!($type), fields.join(", "))
            }
        })+
    };
}

crate::calls::described::described!(fields);

impl Code for ClassMembers {
    fn code(&self) -> String {
        match self {
            ClassMembers::Listed(editions) => format!("ClassMembers::Listed({})", editions.code()),
            ClassMembers::ComplementOf(class) => format!("ClassMembers::ComplementOf({class})"),
        }
    }
}

impl Code for CountrySet {
    fn code(&self) -> String {
        let codes: Vec<String> = self.iter().map(|country| country.code().to_owned()).collect();
        format!("CountrySet::of_codes({:?})", codes.join(" "))
    }
}

impl Code for KindSet {
    fn code(&self) -> String {
        format!("KindSet::of_bits({})", self.bits())
    }
}

impl Code for RoleSet {
    fn code(&self) -> String {
        format!("RoleSet::of_bits({})", self.bits())
    }
}

impl Code for (Country, Country) {
    fn code(&self) -> String {
        format!("(Country::of_code({:?}), Country::of_code({:?}))", self.0.code(), self.1.code())
    }
}

impl Code for Rule {
    fn code(&self) -> String {
        match self {
            Rule::Count(rule) => format!("Rule::Count({})", rule.code()),
            Rule::AtMost(rule) => format!("Rule::AtMost({})", rule.code()),
            Rule::ExactCountries(rule) => format!("Rule::ExactCountries({})", rule.code()),
            Rule::EachCountry(rule) => format!("Rule::EachCountry({})", rule.code()),
            Rule::Compare(rule) => format!("Rule::Compare({})", rule.code()),
            Rule::Only(rule) => format!("Rule::Only({})", rule.code()),
            Rule::Countries(rule) => format!("Rule::Countries({})", rule.code()),
            Rule::Coordinator(rule) => format!("Rule::Coordinator({})", rule.code()),
            Rule::EveryMember(rule) => format!("Rule::EveryMember({})", rule.code()),
            Rule::Duration(rule) => format!("Rule::Duration({})", rule.code()),
            Rule::Grant(rule) => format!("Rule::Grant({})", rule.code()),
            Rule::Activities(rule) => format!("Rule::Activities({})", rule.code()),
            Rule::Judgement => "Rule::Judgement".to_owned(),
        }
    }
}

impl Code for Duration {
    fn code(&self) -> String {
        match self {
            Duration::OneOf(months) => format!("Duration::OneOf({})", months.code()),
            range => format!("Duration::{range:?}"),
        }
    }
}

impl Code for Grant {
    fn code(&self) -> String {
        match self {
            Grant::Caps(caps) => format!("Grant::Caps({})", caps.code()),
            Grant::OneOf(sums) => format!("Grant::OneOf({})", sums.code()),
            other => format!("Grant::{other:?}"),
        }
    }
}
