//! What the buttons of advice do: each names its command and its organisations in one attribute, and each is an action with undo.

use super::project_values::lasting;
use super::store::{Event, Focus, Store};
use crate::board::Action;
use crate::engine::{Organisation, OrganisationKind, Role};
use std::rc::Rc;
use web_sys::Element;

/// What a button of advice asks for, if it is one.
pub(super) fn advised(store: &Store, button: &Element) -> Option<Event> {
    let attribute = |name: &str| button.get_attribute(name);
    // The button goes with the change, and the focus must not go with it.
    let act = |action: Action| Event::ActThenFocus(action, Focus::Selector("[data-heading=consortium]"));
    // An id may be any text; a space in it is written as a mark that nobody types.
    let letter = |letter: char| if letter == '\u{1f}' { ' ' } else { letter };
    let id = |id: &str| Rc::from(id.chars().map(letter).collect::<String>());
    let ids = |ids: &str| ids.split(' ').map(id).collect::<Vec<Rc<str>>>();
    Some(if let Some(all) = attribute("data-join") {
        act(Action::Join { organisations: ids(&all), instead_of: None })
    } else if let Some(both) = attribute("data-swap") {
        let (leaver, comer) = both.split_once(' ')?;
        act(Action::Join { organisations: ids(comer), instead_of: Some(id(leaver)) })
    } else if let Some(id) = attribute("data-lead") {
        act(Action::SetRole { organisation: id.into(), role: Role::Applicant, of: None })
    } else if let Some(months) = attribute("data-months") {
        act(Action::SetProject(lasting(&store.board().project, &months)?))
    } else if let Some(id) = attribute("data-fill") {
        Event::Edit(id.into())
    } else {
        let kind = OrganisationKind::parse(&attribute("data-seat")?);
        Event::New(Organisation { kind, ..Organisation::default() })
    })
}
