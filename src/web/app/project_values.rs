//! Facts of the project as fields state them.

use crate::engine::Project;
use std::rc::Rc;

/// A number with the spaces, points and signs that people write in it; empty = not stated.
pub(super) fn euros(text: &str) -> Result<Option<u64>, ()> {
    let mut digits = text.to_owned();
    digits.retain(|c| !matches!(c, ' ' | '.' | ',' | '€' | '\u{a0}' | '\u{202f}'));
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse::<u32>().map(|euros| Some(u64::from(euros))).map_err(|_| ())
}

/// The project with an activity more, or less.
pub(super) fn toggled(project: &Project, id: &Rc<str>) -> Project {
    let mut next = project.clone();
    match next.activities.iter().position(|activity| activity == id) {
        Some(at) => drop(next.activities.remove(at)),
        None => next.activities.push(id.clone()),
    }
    next
}
