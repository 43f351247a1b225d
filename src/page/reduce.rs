//! What follows from an event: the next state of the page. Pure, so that it can be read from top to bottom.

use super::autosave;
use super::example;
use super::notice::Notice;
use super::storage::StoreError;
use super::store::{Event, Focus, Form, Options, Said, Store, Unread};
use crate::board::{Action, Board, Happened, History, announce};
use crate::calls::{CallFile, CallRef, Chosen};
use crate::engine::Project;
use crate::i18n::Language;
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

impl Reducible for Store {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        match event {
            Event::Act(action) => self.act(&action, None),
            Event::ActThenFocus(action, focus) => self.act(&action, Some(focus)),
            Event::Undo => self.step(History::undone, Happened::Undone),
            Event::Redo => self.step(History::redone, Happened::Redone),
            Event::Example => self.example(),
            Event::Empty => self.emptied(),
            Event::Open(board, notice) => self.opened(&board, notice),
            Event::Unread(project, unread) => self.unread(project, unread),
            Event::Toggle(id) => self.toggle(&id),
            Event::Edit(id) => self.edit(&id),
            Event::Loaded(wanted, file) => self.loaded(&wanted, &file),
            Event::Own(file) => self.own(&file),
            Event::Speak(language, files) if self.wanted_language == Some(language) => self.spoken(language, &files),
            Event::Advised(turn, _) if turn != self.turn => self,
            event => self.with(|next| next.set(event)),
        }
    }
}

impl Store {
    /// The state after a change; where nothing has changed the very same, so that nothing is drawn.
    fn with(self: &Rc<Self>, change: impl FnOnce(&mut Store)) -> Rc<Store> {
        let mut next = Store::clone(self);
        change(&mut next);
        if next == **self { self.clone() } else { Rc::new(next) }
    }

    /// What changes one thing only.
    fn set(&mut self, event: Event) {
        match event {
            Event::Say(said) => self.say(said),
            Event::WantLanguage(language) => {
                self.wanted_language = Some(language);
                Rc::make_mut(&mut self.notices).retain(|other| !matches!(other, Notice::LanguageNotLoaded(_)));
            }
            Event::NotSpoken(language) if self.wanted_language == Some(language) => {
                self.wanted_language = None;
                self.notify(Notice::LanguageNotLoaded(language));
            }
            Event::Notify(notice) => self.notify(notice),
            Event::Close(notice) => Rc::make_mut(&mut self.notices).retain(|other| *other != notice),
            Event::New(organisation) => self.form = Some(Rc::new(Form { organisation, new: true })),
            Event::CloseForm(focus) => {
                self.form = None;
                self.look_at(focus);
            }
            Event::Offline(offline) => self.offline = Some(offline),
            Event::Want(wanted) => self.wanted = Some(wanted),
            Event::NotLoaded(wanted, trouble) if self.wanted == Some(wanted.clone()) => {
                self.wanted = None;
                self.notify(Notice::NotLoaded(trouble));
            }
            Event::OwnAgain(files) => {
                for file in files {
                    if self.library.find(&file.id).is_none() {
                        Rc::make_mut(&mut self.library).keep_own(file);
                    }
                }
            }
            Event::Ask(options) => {
                self.options = Rc::new(options);
                self.turn = self.turn.wrapping_add(1);
            }
            Event::Beside(other) => {
                self.options = Rc::new(Options { beside: None, other: Some(other), ..Options::clone(&self.options) });
                self.turn = self.turn.wrapping_add(1);
            }
            Event::Advised(_, Some(advice)) => {
                self.advice = Rc::new(advice);
                Rc::make_mut(&mut self.notices).retain(|other| *other != Notice::Unanswered);
            }
            Event::Advised(_, None) => {
                self.advice = Rc::default();
                self.notify(Notice::Unanswered);
            }
            Event::Kept(board, kept) => self.kept(board, kept),
            Event::OwnKept(true) => Rc::make_mut(&mut self.notices).retain(|other| *other != Notice::OwnNotKept),
            Event::OwnKept(false) => self.notify(Notice::OwnNotKept),
            Event::Narrow(narrow) => self.narrow = narrow,
            Event::OtherTab { holds_newer } => {
                self.holds_newer = holds_newer;
                self.notify(Notice::OtherTab);
            }
            _ => {}
        }
    }

    fn kept(&mut self, board: Rc<Board>, kept: Result<(), StoreError>) {
        self.unkept = kept.err();
        match kept {
            Ok(()) => {
                self.kept = board;
                self.holds_newer = false;
                Rc::make_mut(&mut self.notices).retain(|other| !matches!(other, Notice::Full | Notice::Blocked));
            }
            Err(error) => self.notify(autosave::trouble(error)),
        }
    }

    /// One of each kind: the newer one is the one to read.
    fn notify(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            let notices = Rc::make_mut(&mut self.notices);
            notices.retain(|other| other.name() != notice.name());
            notices.push(notice);
        }
    }

    fn say(&mut self, said: Said) {
        self.said = Some((self.said.as_ref().map_or(0, |(number, _)| number.wrapping_add(1)), said));
    }

    fn look_at(&mut self, focus: Focus) {
        self.focus = Some((self.focus.as_ref().map_or(0, |(number, _)| number.wrapping_add(1)), focus));
    }

    /// Another history, with what follows from its present board.
    fn turned(&mut self, history: History) {
        let newer = history.present().newer;
        // What can be undone by a notice is the change that it tells of, and no later one; what it says of a plan goes with that plan.
        Rc::make_mut(&mut self.notices)
            .retain(|notice| !notice.undoes() && (newer || *notice != Notice::Newer) && !matches!(notice, Notice::NotLoaded(_)));
        if newer && !self.board().newer {
            self.notify(Notice::Newer);
        }
        // What was typed and cannot be read stays until its own fact is stated.
        let (before, now) = (self.board().project.clone(), &history.present().project);
        let unread = Rc::make_mut(&mut self.unread);
        unread.months.take_if(|_| before.duration_months != now.duration_months);
        unread.grant.take_if(|_| before.grant != now.grant);
        if history.present().is_empty() {
            // The box of all calls goes with the answers, so nobody waits for it.
            self.advice = Rc::default();
            self.options = Rc::default();
        }
        self.history = Rc::new(history);
        self.turn = self.turn.wrapping_add(1);
    }

    fn act(self: Rc<Self>, action: &Action, focus: Option<Focus>) -> Rc<Self> {
        let is_call = matches!(action, Action::UseCall(_));
        let Some(history) = self.history.after(action) else {
            let is_full = matches!(action, Action::Add(..));
            return self.with(|next| {
                next.wanted = next.wanted.take().filter(|_| !is_call);
                if is_full {
                    next.notify(Notice::BoardFull);
                }
            });
        };
        let happened = Happened::of(action, self.board(), history.present());
        self.with(|next| {
            // Another call changes what is asked, not what somebody is writing.
            if is_call {
                next.wanted = None;
            } else if !matches!(action, Action::AcceptRules) {
                next.form = None;
            }
            if let Some(focus) = focus {
                next.look_at(focus);
            }
            if let Some(happened) = happened {
                next.say(Said::Change(Rc::new(announce(self.board(), history.present(), happened))));
            }
            next.turned(history);
            // What was typed, and what the worker said, is of the plan before.
            if matches!(action, Action::Open(_)) {
                next.unread = Rc::default();
                next.advice = Rc::default();
            } else if is_call {
                Rc::make_mut(&mut next.advice).tipping_points.clear();
            }
        })
    }

    fn step(self: Rc<Self>, step: fn(&History) -> Option<History>, happened: Happened) -> Rc<Self> {
        let Some(history) = step(&self.history) else { return self };
        self.with(|next| {
            next.say(Said::Change(Rc::new(announce(self.board(), history.present(), happened))));
            next.turned(history);
        })
    }

    fn example(self: Rc<Self>) -> Rc<Self> {
        let board = example::board(self.board(), self.language);
        self.act(&Action::Open(Rc::new(board)), Some(Focus::Selector("[data-heading=consortium]")))
    }

    /// An empty plan, and a way back that is seen.
    fn emptied(self: Rc<Self>) -> Rc<Self> {
        let (empty, title) = (Rc::new(self.board().emptied()), self.board().title.clone());
        let next = self.act(&Action::Open(empty), Some(Focus::Selector("[data-heading=consortium]")));
        next.with(|next| next.notify(Notice::Emptied(title.into())))
    }

    /// Another plan. What was chosen for the one before, or could not be opened, is of no more interest.
    fn opened(self: Rc<Self>, board: &Rc<Board>, notice: Option<Notice>) -> Rc<Self> {
        let own = Some(&board.file).filter(|file| file.own_text.is_some() && self.library.find(&file.id).is_none()).cloned();
        let (before, next) = (self.history.clone(), self.act(&Action::Open(board.clone()), None));
        // Where the very same plan is there already nothing was done that could be undone.
        let notice = notice.filter(|_| !Rc::ptr_eq(&before, &next.history));
        next.with(|next| {
            next.wanted = None;
            own.into_iter().for_each(|file| Rc::make_mut(&mut next.library).keep_own(file));
            Rc::make_mut(&mut next.notices).retain(|other| !matches!(other, Notice::FileRefused(..) | Notice::FileUnreadable(_)));
            notice.into_iter().for_each(|notice| next.notify(notice));
        })
    }

    fn unread(self: Rc<Self>, project: Project, unread: Unread) -> Rc<Self> {
        let next = self.act(&Action::SetProject(project), None);
        next.with(|next| next.unread = Rc::new(unread))
    }

    /// A call that was chosen has come. It is taken where it is still the one that is wanted; moves that were made meanwhile stay.
    fn loaded(self: Rc<Self>, wanted: &CallRef, file: &Arc<CallFile>) -> Rc<Self> {
        let is_wanted = self.wanted.as_ref() == Some(wanted);
        let next = self.with(|next| Rc::make_mut(&mut next.library).load(file.clone()));
        next.held_against(wanted.chosen(file).filter(|_| is_wanted))
    }

    /// The page in another language, whose texts have come. Nothing of the plan changes by it.
    fn spoken(self: Rc<Self>, language: Language, files: &[CallFile]) -> Rc<Self> {
        self.with(|next| {
            next.wanted_language = None;
            files.iter().for_each(|file| next.knows(file, language));
            if language != next.language {
                next.language = language;
                next.turn = next.turn.wrapping_add(1);
            }
        })
    }

    /// Takes in the texts of a call in a language, wherever the call is held.
    fn knows(&mut self, file: &CallFile, language: Language) {
        let Some(known) = self.shipped().find(|known| known.id == file.id) else { return };
        let known = Arc::new(known.with_texts_of(file, language));
        let is_kept = Rc::ptr_eq(&self.kept, self.board());
        self.history = Rc::new(self.history.with_file(&known));
        // What the browser keeps is the plan, in which no text of a call stands.
        if is_kept {
            self.kept = self.board().clone();
        }
        Rc::make_mut(&mut self.library).load(known);
    }

    fn own(self: Rc<Self>, file: &Arc<CallFile>) -> Rc<Self> {
        let next = self.with(|next| Rc::make_mut(&mut next.library).keep_own(file.clone()));
        next.held_against(CallRef::default().chosen(file))
    }

    fn held_against(self: Rc<Self>, chosen: Option<Chosen>) -> Rc<Self> {
        match chosen {
            Some(chosen) => self.act(&Action::UseCall(chosen), None),
            None => self,
        }
    }

    fn toggle(self: Rc<Self>, id: &str) -> Rc<Self> {
        let requirements = self.board().call.requirements();
        let Some(requirement) = requirements.iter().find(|requirement| *requirement.id == *id) else { return self };
        self.with(|next| {
            let opened = Rc::make_mut(&mut next.opened);
            match opened.iter().position(|other| **other == *id) {
                Some(at) => drop(opened.swap_remove(at)),
                None => opened.push(requirement.id.clone()),
            }
        })
    }

    fn edit(self: Rc<Self>, id: &str) -> Rc<Self> {
        let Some(organisation) = self.board().organisation(id).cloned() else { return self };
        self.with(|next| next.form = Some(Rc::new(Form { organisation: (*organisation).clone(), new: false })))
    }
}
