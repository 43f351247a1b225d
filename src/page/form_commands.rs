//! What the buttons of the form do, and what becomes of what it says.

use super::commands::Commands;
use super::form_values::{self, FormValues};
use super::store::{Event, Focus};
use crate::board::{Action, Zone};

impl Commands {
    pub(super) fn in_form(&self, is: &impl Fn(&str) -> bool) -> Option<()> {
        let form = self.store.form.clone()?;
        if is("data-form-cancel") {
            self.leave_form();
        } else if is("data-form-join") {
            self.keep_form(Zone::Consortium);
        } else if is("data-form-delete") {
            let action = Action::Delete(form.organisation.id.clone());
            self.dispatch.dispatch(Event::ActThenFocus(action, Focus::Selector("[data-undo]")));
        }
        Some(())
    }

    /// The form is left without a change.
    pub(super) fn leave_form(&self) {
        if let Some(form) = &self.store.form {
            let back = if form.new { Focus::Selector("[data-new]") } else { Focus::Card(form.organisation.id.clone(), "[data-edit]") };
            self.dispatch.dispatch(Event::CloseForm(back));
        }
    }

    /// What the form says is kept, if it says anything.
    pub(super) fn keep_form(&self, zone: Zone) {
        let Some(form) = &self.store.form else { return };
        let FormValues { mut organisation, role } = form_values::read(&form.organisation);
        let says_nothing = organisation.name.is_empty() && organisation.kind.is_none() && organisation.country.is_none();
        if says_nothing {
            return form_values::show_error();
        }
        if form.new {
            organisation.id = self.store.board().fresh_id();
            let focus = Focus::Card(organisation.id.clone(), "[data-edit]");
            return self.dispatch.dispatch(Event::ActThenFocus(Action::Add(organisation, zone), focus));
        }
        let focus = Focus::Card(organisation.id.clone(), "[data-edit]");
        let role = role.filter(|_| self.store.board().member(&organisation.id).is_some());
        self.dispatch.dispatch(Event::Act(Action::Edit(organisation, role)));
        self.dispatch.dispatch(Event::CloseForm(focus));
    }
}
