//! What buttons and fields do: one listener for clicks and one for changes on the whole page, told apart by `data-…`.
//!
//! A listener for each button of each card would cost every visitor's first load, and every card's memory.

use super::advised::{advised, lasting};
use super::calls::hold_against;
use super::files::{open_file, open_text, save_file};
use super::form_values::{self, FormValues};
use super::notice::{self, Notice};
use super::project_values;
use super::store::{Dispatch, Event, Focus, Store};
use crate::board::{Action, Place, Zone};
use crate::engine::{Organisation, Project, Role};
use crate::i18n::Language;
use crate::web::offline::{Offline, reload_into};
use crate::web::{dom, storage};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// What commands act on.
#[derive(Clone, PartialEq)]
pub(super) struct Commands {
    pub(super) store: Rc<Store>,
    pub(super) dispatch: Dispatch,
}

impl Commands {
    /// A click somewhere on the page.
    pub(super) fn clicked(&self, event: &MouseEvent) -> Option<()> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let button = target.closest("button, summary").ok()??;
        if button.get_attribute("aria-disabled").is_some() {
            return None;
        }
        let is = |hook: &str| button.has_attribute(hook);
        let card = button.closest("[data-organisation]").ok()?.and_then(|card| card.get_attribute("data-organisation"));
        let notice = button.closest("[data-notice]").ok()?.and_then(|notice| notice.get_attribute("data-notice"));
        let event = if let Some(id) = card {
            self.on_card(&Rc::from(id), &is)?
        } else if let Some(name) = notice {
            self.on_notice(&name, &is)?
        } else if is("data-why") {
            // The page opens it, with what it then has to show.
            event.prevent_default();
            let row = button.closest("[data-requirement]").ok()??;
            Event::Toggle(row.get_attribute("data-requirement")?)
        } else if is("data-undo") {
            Event::Undo
        } else if is("data-redo") {
            Event::Redo
        } else if is("data-example") {
            Event::Example
        } else if is("data-empty") {
            Event::Empty
        } else if is("data-new") {
            let name = button.get_attribute("data-new").unwrap_or_default();
            Event::New(Organisation { name: name.into(), ..Organisation::default() })
        } else if let Some(event) = advised(&self.store, &button) {
            event
        } else if is("data-save") {
            save_file(&self.store);
            return None;
        } else if let Some(asked) = button.get_attribute("data-use-call") {
            hold_against(&self.store, &self.dispatch, &asked)?;
            dom::focus("[data-heading=consortium]");
            return None;
        } else if is("data-accept-rules") {
            dom::focus("[data-heading=consortium]");
            Event::MadeUnder(None)
        } else if is("data-reload") {
            if let Some(Offline::Waiting(worker)) = &self.store.offline {
                reload_into(worker);
            }
            return None;
        } else {
            return self.in_form(&is);
        };
        self.dispatch.dispatch(event);
        Some(())
    }

    fn on_card(&self, id: &Rc<str>, is: &impl Fn(&str) -> bool) -> Option<Event> {
        let board = self.store.board();
        let again = |part: &'static str| Focus::Card(id.clone(), part);
        let to = |zone: Zone, before: Option<Rc<str>>| Action::Move { organisation: id.clone(), to: Place { zone, before } };
        let at = board.members.iter().position(|member| member.organisation.id == *id);
        let id_at = |at: usize| board.members.get(at).map(|member| member.organisation.id.clone());
        Some(if is("data-move") {
            // The card goes to the other side, and the focus goes with it.
            Event::ActThenFocus(to(board.zone(id)?.other(), None), again("[data-move]"))
        } else if is("data-edit") {
            Event::Edit(id.clone())
        } else if is("data-applicant") {
            let role = if board.member(id)?.role == Role::Applicant { Role::Partner } else { Role::Applicant };
            Event::ActThenFocus(Action::SetRole { organisation: id.clone(), role, of: None }, again("[data-applicant]"))
        } else if is("data-earlier") {
            Event::ActThenFocus(to(Zone::Consortium, Some(id_at(at?.checked_sub(1)?)?)), again("[data-earlier]"))
        } else if is("data-later") {
            Event::ActThenFocus(to(Zone::Consortium, id_at(at? + 2)), again("[data-later]"))
        } else {
            return None;
        })
    }

    fn on_notice(&self, name: &str, is: &impl Fn(&str) -> bool) -> Option<Event> {
        let notice = self.store.notices.iter().find(|notice| notice.name() == name)?;
        if is("data-remedy") {
            match notice {
                Notice::Damaged(_) => {
                    notice::download_damaged();
                    return None;
                }
                Notice::OtherTab => {
                    let text = storage::load(storage::PLAN).ok()??;
                    let (store, dispatch) = (self.store.clone(), self.dispatch.clone());
                    // A plan of another tab that cannot be read leaves this one as it is.
                    spawn_local(async move { drop(open_text("", &text, &store, &dispatch).await) });
                }
                Notice::FileOpened(_) => self.dispatch.dispatch(Event::Undo),
                _ => {}
            }
        }
        // The notice goes, and the focus must not go with it.
        dom::focus("[data-heading=consortium]");
        Some(Event::Close(notice.clone()))
    }

    fn in_form(&self, is: &impl Fn(&str) -> bool) -> Option<()> {
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

    /// A field somewhere on the page has another value.
    pub(super) fn changed(&self, event: &web_sys::Event) -> Option<()> {
        let field: Element = event.target()?.dyn_into().ok()?;
        let value = form_values::value_of(&field)?;
        let is = |hook: &str| field.has_attribute(hook);
        let project = &self.store.board().project;
        let event = if is("data-title") {
            Event::Act(Action::Rename(value.trim().into()))
        } else if is("data-call") {
            return hold_against(&self.store, &self.dispatch, &value);
        } else if is("data-language") {
            Event::Speak(Language::parse(&value)?)
        } else if is("data-months") {
            #[cfg(core_page)]
            return None;
            #[cfg(not(core_page))]
            Event::Act(Action::SetProject(Project { duration_months: value.trim().parse().ok(), ..(**project).clone() }))
        } else if let Some(months) = field.get_attribute("data-duration") {
            Event::Act(lasting(&self.store, &months)?)
        } else if is("data-grant") {
            let read = project_values::euros(&value);
            form_values::mark(&field, read.is_err());
            Event::Act(Action::SetProject(Project { grant_eur: read.ok()?, ..(**project).clone() }))
        } else if let Some(id) = field.get_attribute("data-activity") {
            Event::Act(Action::SetProject(project_values::toggled(project, &Rc::from(id))))
        } else {
            let field: HtmlInputElement = field.dyn_into().ok()?;
            // A plan that is only to be compared with is not opened; advice.js reads it.
            if field.has_attribute("data-other-plan") {
                return None;
            }
            let file = field.files()?.get(0)?;
            open_file(file, self.store.clone(), self.dispatch.clone());
            // The same file can be chosen again.
            field.set_value("");
            return Some(());
        };
        self.dispatch.dispatch(event);
        Some(())
    }
}

/// The page's listener for clicks, and the one for changes.
#[hook]
pub(super) fn use_commands(store: &Rc<Store>, dispatch: &Dispatch) -> (Rc<Commands>, Callback<MouseEvent>, Callback<web_sys::Event>) {
    let commands =
        use_memo((store.clone(), dispatch.clone()), |(store, dispatch)| Commands { store: store.clone(), dispatch: dispatch.clone() });
    let (on_click, on_change) = (commands.clone(), commands.clone());
    let clicked = Callback::from(move |event: MouseEvent| {
        // A click that means nothing is no failure.
        let _ = on_click.clicked(&event);
    });
    let changed = Callback::from(move |event: web_sys::Event| {
        // A field that means nothing here, such as the form's, is read when the form is kept.
        let _ = on_change.changed(&event);
    });
    (commands, clicked, changed)
}

/// Gives the focus where a change asked for it, once the change is on the page.
pub(super) fn give_focus(wish: &Focus) {
    let found = match wish {
        Focus::Card(id, part) => dom::focus_in_card(id, part),
        Focus::Selector(selector) => dom::focus(selector),
    };
    // In a long list the card may not be drawn: the list's heading is near it.
    if !found {
        dom::focus("[data-heading=pool]");
    }
}
