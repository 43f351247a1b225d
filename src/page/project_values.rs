//! Facts of the project as fields state them.

use crate::engine::Project;
use std::rc::Rc;

/// The project with an activity more, or less.
pub(super) fn toggled(project: &Project, id: &Rc<str>) -> Project {
    let mut next = project.clone();
    match next.activities.iter().position(|activity| activity == id) {
        Some(at) => drop(next.activities.remove(at)),
        None => next.activities.push(id.clone()),
    }
    next
}
