//! Writes a call file as a table of the program, so that nothing has to be read when the page starts.

use crate::calls::{Activity, CallFile, ClassEdition, ClassFile, ClassMembers, Document, Localised, RequirementFile, Source};
use crate::engine::rule::{Activities, Cap, Coordinator, Count, Countries, Duration, EveryMember, Grant};
use crate::engine::{CountrySet, Requirement, Rule, Selector};

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

fields! {
    Localised { sv, fi, en }
    Document { id, title, address, language, confidence }
    Source { document, sentence }
    Activity { id, title, sentence }
    ClassEdition { years, countries, note }
    ClassFile { name, title, members }
    RequirementFile { requirement, title, explanation, readings, sources }
    Requirement { id, severity, rule, lenient }
    CallFile { id, title, years, address, checked, classes, documents, activities, requirements }
    Count { of, at_least }
    Countries { of, at_least }
    Coordinator { of }
    EveryMember { of, fact, outcome }
    Duration { months }
    Grant { caps }
    Cap { months, at_most }
    Activities { any_of }
}

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

impl Code for Selector {
    fn code(&self) -> String {
        let kinds = self.kinds.map_or_else(|| "None".to_owned(), |kinds| format!("Some(KindSet::of_bits({}))", kinds.bits()));
        format!("Selector {{ roles: RoleSet::of_bits({}), kinds: {kinds}, class: {} }}", self.roles.bits(), self.class.code())
    }
}

impl Code for Rule {
    fn code(&self) -> String {
        match self {
            Rule::Count(rule) => format!("Rule::Count({})", rule.code()),
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
