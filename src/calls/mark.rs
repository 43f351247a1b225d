//! A mark of a requirement: a number that changes with its rules, and with nothing else.
//!
//! It is made from a canonical text of the rules, in the words of call files, so that neither the layout of bytes nor the order in which
//! Rust declares things can change it. Plans keep marks for years: a change of this text makes every kept plan say that its rules have
//! changed, so a new shape or field is added without touching what is written for the others.

use super::pack::mark_of;
use crate::engine::rule::{Duration, Grant};
use crate::engine::{KindSet, Requirement, Role, RoleSet, Rule, Selector};
use std::fmt::{self, Display, Formatter};
use std::sync::Arc;

/// The mark of a requirement; `classes` are the names of the call's country classes.
pub(super) fn mark(requirement: &Requirement, classes: &[Arc<str>]) -> u32 {
    mark_of(canonical(requirement, classes).as_bytes())
}

/// The rules of a requirement as one line.
pub fn canonical(requirement: &Requirement, classes: &[Arc<str>]) -> String {
    let Requirement { id: _, severity, rule, lenient } = requirement;
    let lenient = lenient.as_ref().map(|rule| format!(" lenient {}", Line(rule, classes))).unwrap_or_default();
    format!("{} {}{lenient}", severity.as_str(), Line(rule, classes))
}

struct Line<'a>(&'a Rule, &'a [Arc<str>]);

impl Display for Line<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.shape())?;
        let of = |selector| Of(selector, self.1);
        match self.0 {
            Rule::Count(rule) => write!(f, " of {} at_least {}", of(&rule.of), rule.at_least),
            Rule::AtMost(rule) => write!(f, " of {} at_most {}", of(&rule.of), rule.at_most),
            Rule::Countries(rule) => write!(f, " of {} at_least {}", of(&rule.of), rule.at_least),
            Rule::ExactCountries(rule) => write!(f, " of {} exactly {}", of(&rule.of), rule.exactly),
            Rule::EachCountry(rule) => {
                write!(f, " of {}", of(&rule.of))?;
                rule.needs.iter().try_for_each(|need| write!(f, " needs {} at_least {}", Kinds(need.kinds), need.at_least))
            }
            Rule::Compare(rule) => write!(f, " of {} against {} times {}", of(&rule.of), of(&rule.against), rule.times),
            Rule::Coordinator(rule) => write!(f, " of {}", of(&rule.of)),
            Rule::Only(rule) => write!(f, " of {} allowed {} outcome {}", of(&rule.of), of(&rule.allowed), rule.outcome.as_str()),
            Rule::EveryMember(rule) => {
                write!(f, " of {} fact {} outcome {}", of(&rule.of), rule.fact.as_str(), rule.outcome.as_str())
            }
            Rule::Duration(Duration::OneOf(months)) => months.iter().try_for_each(|months| write!(f, " months {months}")),
            Rule::Duration(Duration::Range { from, to }) => write!(f, " from {from} to {to}"),
            Rule::Grant(rule) => grant(f, rule),
            Rule::Activities(rule) => rule.any_of.iter().try_for_each(|id| write!(f, " any_of {id}")),
            Rule::Judgement => Ok(()),
        }
    }
}

fn grant(f: &mut Formatter<'_>, grant: &Grant) -> fmt::Result {
    match grant {
        Grant::Caps(caps) => caps.iter().try_for_each(|cap| write!(f, " months {} at_most {}", cap.months, cap.at_most)),
        Grant::OneOf(sums) => sums.iter().try_for_each(|sum| write!(f, " one_of {sum}")),
        Grant::Range { from, to } => write!(f, " from {from} to {to}"),
        Grant::PerMonth { each, at_most } => write!(f, " per_month {each} at_most {at_most}"),
    }
}

struct Of<'a>(&'a Selector, &'a [Arc<str>]);

impl Display for Of<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Selector { roles, kinds, class, attribute } = self.0;
        roles_in(f, *roles)?;
        kinds.iter().try_for_each(|kinds| write!(f, " kinds {}", Kinds(*kinds)))?;
        let name = |class: u8| self.1.get(usize::from(class)).map_or("", |name| name);
        class.iter().try_for_each(|class| write!(f, " class {}", name(*class)))?;
        attribute.iter().try_for_each(|attribute| write!(f, " attribute {}", attribute.as_str()))
    }
}

fn roles_in(f: &mut Formatter<'_>, roles: RoleSet) -> fmt::Result {
    f.write_str("roles")?;
    Role::ALL.iter().filter(|role| roles.contains(**role)).try_for_each(|role| write!(f, " {}", role.as_str()))
}

struct Kinds(KindSet);

impl Display for Kinds {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, kind) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("+")?;
            }
            f.write_str(kind.as_str())?;
        }
        Ok(())
    }
}
