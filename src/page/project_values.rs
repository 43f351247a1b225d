//! Facts of the project as buttons and fields state them.

use crate::engine::Project;
use std::rc::Rc;
use yew::AttrValue;

/// The project with so many months.
pub(super) fn lasting(project: &Project, months: &str) -> Option<Project> {
    Some(Project { duration_months: Some(months.parse().ok()?), ..project.clone() })
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

/// What is typed as the fact that it states, or else as it is typed: then nothing is stated, and the field keeps it.
pub(super) fn stated<T, E>(typed: String, read: fn(&str) -> Result<Option<T>, E>) -> (Option<T>, Option<AttrValue>) {
    match read(&typed) {
        Ok(fact) => (fact, None),
        Err(_) => (None, Some(typed.into())),
    }
}
