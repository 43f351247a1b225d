//! What is wrong with a call file, where, and what to do about it.

use super::problem::fault;
use super::{Language, Message, text};
use crate::calls::CallFileProblem;
use crate::source::Fault;

/// A sentence or two on why a text is not a call file: the line and column where that is known, the requirement, the field, and the
/// remedy. Without a problem it is not JSON at all.
pub fn call_file_error(language: Language, problem: Option<&CallFileProblem>, place: Option<(usize, usize)>) -> String {
    let at = place.map(|(line, column)| text(language, Message::AtLine { line, column }));
    let at = at.unwrap_or_default();
    let Some(CallFileProblem { requirement, problem }) = problem else {
        return format!("{at}{}", text(language, Message::CallNotJson));
    };
    let of = requirement.as_ref().map(|id| text(language, Message::OfRequirement(id)));
    let path = if problem.path.0.is_empty() { String::new() } else { format!("{}: ", problem.path) };
    format!("{at}{}{path}{}", of.unwrap_or_default(), in_a_call(language, &problem.fault).unwrap_or_else(|| fault(language, problem)))
}

/// Faults that mean something else than in a plan.
pub(super) fn in_a_call(language: Language, fault: &Fault) -> Option<String> {
    let message = match fault {
        Fault::NotFound { id } => Message::NotOnce(id),
        Fault::TooLarge { most } => Message::TooMuch(*most),
        Fault::UnknownWord { found, allowed } if allowed.is_empty() => Message::WordNotAllowed(found),
        _ => return None,
    };
    Some(text(language, message).into_owned())
}
