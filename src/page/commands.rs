//! What buttons and fields do: one listener for clicks and one for changes on the whole page, told apart by `data-…`.
//!
//! A listener for each button of each card would cost every visitor's first load, and every card's memory.

use super::advised::advised;
use super::advisor::Advisor;
use super::calls::hold_against;
use super::files::{open_file, open_text, save_file, text_of};
use super::form_values;
use super::notice::{self, Notice, Trouble};
use super::offline::{Offline, reload_into};
use super::project_values::{lasting, stated, toggled};
use super::store::{Dispatch, Event, Focus, Options, Store, Unread};
use super::{autosave, clipboard, dom, language, plan_text, storage};
use crate::amounts::{euros, months};
use crate::board::{Action, Place, Zone};
use crate::calls::CallRef;
use crate::engine::{Organisation, Project, Role};
use crate::i18n::Language;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File, HtmlInputElement};
use yew::prelude::*;

/// What commands act on.
#[derive(Clone, PartialEq)]
pub(super) struct Commands {
    pub(super) store: Rc<Store>,
    pub(super) dispatch: Dispatch,
    pub(super) advisor: Advisor,
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
            Event::ActThenFocus(Action::AcceptRules, Focus::Selector("[data-heading=consortium]"))
        } else if let Some(beside) = button.get_attribute("data-beside") {
            let beside = CallRef::parse(&beside).filter(|_| !beside.is_empty());
            Event::Ask(Options { beside, other: None, ..(*self.store.options).clone() })
        } else if is("data-copy") {
            return clipboard::copy(&button);
        } else if is("data-print") {
            return clipboard::print();
        } else if is("data-reload") {
            return self.reload();
        } else {
            return self.in_form(&is);
        };
        self.dispatch.dispatch(event);
        Some(())
    }

    /// The new version takes over, but not from a plan that is kept nowhere.
    fn reload(&self) -> Option<()> {
        let Some(Offline::Waiting(worker)) = &self.store.offline else { return None };
        // What the browser has already, or may not have, is not written: another tab may have kept something newer.
        let saved = if self.store.is_unsaved() { autosave::save(&self.store) } else { Ok(()) };
        match saved {
            Err(error) => self.dispatch.dispatch(Event::Kept(self.store.board().clone(), Err(error))),
            Ok(()) => reload_into(worker),
        }
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
                Notice::Damaged(_) | Notice::Aside(_) => {
                    notice::download_aside();
                    return None;
                }
                Notice::OtherTab => self.show_other_tab()?,
                notice if notice.undoes() => self.dispatch.dispatch(Event::Undo),
                Notice::LanguageNotLoaded(language) => language::speak(&self.store, &self.dispatch, *language),
                Notice::Unanswered => self.dispatch.dispatch(Event::Ask((*self.store.options).clone())),
                _ => {}
            }
        }
        if is("data-erase") {
            storage::forget_aside();
        }
        // The notice goes, and the focus must not go with it.
        dom::focus("[data-heading=consortium]");
        Some(Event::Close(notice.clone()))
    }

    fn show_other_tab(&self) -> Option<()> {
        let text = storage::load(storage::PLAN).ok()??;
        let Commands { store, dispatch, advisor } = self.clone();
        spawn_local(async move {
            if let Err(trouble) = open_text(None, &text, &store, &advisor, &dispatch).await {
                dispatch.dispatch(Event::Notify(Notice::NotLoaded(trouble)));
            }
        });
        Some(())
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
            language::speak(&self.store, &self.dispatch, Language::parse(&value)?);
            return Some(());
        } else if is("data-months") {
            let (duration_months, months) = stated(value, months);
            let unread = Unread { months, ..(*self.store.unread).clone() };
            Event::Unread(Project { duration_months, ..(**project).clone() }, unread)
        } else if let Some(months) = field.get_attribute("data-duration") {
            Event::Act(Action::SetProject(lasting(project, &months)?))
        } else if is("data-grant") {
            let (grant, typed) = stated(value, euros);
            let unread = Unread { grant: typed, ..(*self.store.unread).clone() };
            Event::Unread(Project { grant, ..(**project).clone() }, unread)
        } else if let Some(id) = field.get_attribute("data-activity") {
            Event::Act(Action::SetProject(toggled(project, &Rc::from(id))))
        } else {
            let field: HtmlInputElement = field.dyn_into().ok()?;
            let file = field.files()?.get(0)?;
            // A plan that is only to be compared with is not opened.
            match field.has_attribute("data-other-plan") {
                true => self.compare_with(file),
                false => open_file(file, self.store.clone(), self.advisor.clone(), self.dispatch.clone()),
            }
            // The same file can be chosen again.
            field.set_value("");
            return Some(());
        };
        self.dispatch.dispatch(event);
        Some(())
    }

    fn compare_with(&self, file: File) {
        let (dispatch, name) = (self.dispatch.clone(), AttrValue::from(file.name()));
        spawn_local(async move {
            dispatch.dispatch(match text_of(&file).await {
                Err(notice) => Event::Notify(notice),
                Ok(text) => match plan_text::from_text(&text) {
                    Ok(_) => Event::Beside(text.into()),
                    Err(error) => Event::Notify(Notice::FileRefused(name, Trouble::Plan(error))),
                },
            });
        });
    }

    /// A part of the page is unfolded, or folded again: the comparison of all calls is worked out once somebody opens it.
    pub(super) fn toggled(&self, event: &web_sys::Event) -> Option<()> {
        let opened: Element = event.target()?.dyn_into().ok()?;
        let all = opened.has_attribute("open");
        if opened.has_attribute("data-compare") && all != self.store.options.all {
            self.dispatch.dispatch(Event::Ask(Options { all, ..(*self.store.options).clone() }));
        }
        Some(())
    }
}

/// The page's listener for clicks, and the one for changes.
#[hook]
pub(super) fn use_commands(
    store: &Rc<Store>,
    dispatch: &Dispatch,
    advisor: &Advisor,
) -> (Rc<Commands>, Callback<MouseEvent>, Callback<web_sys::Event>) {
    let commands = use_memo((store.clone(), dispatch.clone(), advisor.clone()), |(store, dispatch, advisor)| Commands {
        store: store.clone(),
        dispatch: dispatch.clone(),
        advisor: advisor.clone(),
    });
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
