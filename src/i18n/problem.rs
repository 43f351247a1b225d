//! What is wrong with a plan, where, and what to do about it.

use super::call_problem::in_a_call;
use super::{Language, Message, text};
use crate::plan::PlanError;
use crate::source::{Expected, Fault, LONGEST_LIST, Problem, Step};

/// The field of a plan that holds a call file.
const OWN_CALL: &str = "own_call";

/// A sentence or two on why a text is not a plan. Names the path, not the file: who opened the file knows its name.
pub fn plan_error(language: Language, error: &PlanError) -> String {
    match error {
        PlanError::NotJson { line, column } => text(language, Message::NotJson { line: *line, column: *column }).into_owned(),
        PlanError::NotAPlan => text(language, Message::NotAPlan).into_owned(),
        PlanError::Wrong(problem) => format!("{}: {}", problem.path, fault(language, problem)),
    }
}

/// What is wrong, in words. What stands in a call file, a plan's own included, is said as of a call and not of a plan.
pub(super) fn fault(language: Language, problem: &Problem) -> String {
    let in_own_call = matches!(problem.path.0.as_slice(), [Step::Field(field), _, ..] if field == OWN_CALL);
    if let Some(words) = in_a_call(language, &problem.fault).filter(|_| in_own_call) {
        return words;
    }
    let say = |message: Message<'_>| text(language, message).into_owned();
    match &problem.fault {
        Fault::Missing => say(Message::FieldMissing),
        Fault::UnknownField { known } => say(Message::UnknownField(&known.join(", "))),
        Fault::Expected(what) => say(Message::Expected(&say(expected(*what)))),
        Fault::UnknownWord { found, allowed } => say(Message::UnknownWord { found, allowed: &allowed.join(", ") }),
        Fault::UnknownCountry { found } => say(Message::UnknownCountry(found)),
        Fault::Repeated { id } => say(Message::Repeated(id)),
        Fault::Taken { id } => say(Message::Taken(id)),
        Fault::NotFound { id } => say(Message::NotInPlan(id)),
        Fault::TooLarge { most } if *most == LONGEST_LIST => say(Message::ListTooLong(*most)),
        Fault::TooLarge { most } => say(Message::TextTooLong(*most)),
    }
}

const fn expected(expected: Expected) -> Message<'static> {
    match expected {
        Expected::Object => Message::AnObject,
        Expected::List => Message::AList,
        Expected::Text => Message::AText,
        Expected::Truth => Message::TrueOrFalse,
        Expected::Number => Message::AWholeNumber,
        Expected::Amount => Message::AnAmount,
    }
}
