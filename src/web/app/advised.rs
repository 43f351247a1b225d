//! What the buttons of advice do: each names its command and its organisations in one attribute, and each is an action with undo.

use super::store::{Event, Focus, Store};
use crate::board::Action;
use crate::engine::{Organisation, OrganisationKind, Project, Role};
use std::rc::Rc;
use web_sys::Element;

/// What a button of advice asks for, if it is one.
pub(super) fn advised(store: &Store, button: &Element) -> Option<Event> {
    let attribute = |name: &str| button.get_attribute(name);
    // The button goes with the change, and the focus must not go with it.
    let act = |action: Action| Event::ActThenFocus(action, Focus::Selector("[data-heading=consortium]"));
    // Ids are any text; a space in one is written so that it does not end it.
    let ids = |ids: &str| ids.split(' ').map(|id| id.replace("%20", " ").replace("%25", "%").into()).collect::<Vec<Rc<str>>>();
    Some(if let Some(all) = attribute("data-join") {
        act(Action::Join { organisations: ids(&all), instead_of: None })
    } else if let Some(both) = attribute("data-swap") {
        let mut organisations = ids(&both);
        let leaver = organisations.remove(0);
        act(Action::Join { organisations, instead_of: Some(leaver) })
    } else if let Some(id) = attribute("data-lead") {
        act(Action::SetRole { organisation: id.into(), role: Role::Applicant, of: None })
    } else if let Some(months) = attribute("data-months") {
        act(lasting(store, &months)?)
    } else if let Some(id) = attribute("data-fill") {
        Event::Edit(id.into())
    } else {
        let kind = OrganisationKind::parse(&attribute("data-seat")?);
        Event::New(Organisation { kind, ..Organisation::default() })
    })
}

/// The project with so many months.
pub(super) fn lasting(store: &Store, months: &str) -> Option<Action> {
    let project = Project { duration_months: Some(months.parse().ok()?), ..(*store.board().project).clone() };
    Some(Action::SetProject(project))
}
