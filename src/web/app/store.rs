//! The page's state: the boards, the language, notices, the open form. Its reducer is pure; effects are elsewhere.

use super::example;
use super::notice::Notice;
use crate::board::{Action, Announcement, Board, Happened, History, announce};
use crate::calls::CallFile;
use crate::engine::{Call, Organisation, Verdict};
use crate::i18n::Language;
use crate::plan::{Plan, Rules};
use crate::web::known;
use crate::web::offline::Offline;
use std::rc::Rc;
use yew::prelude::*;

/// The page's state.
#[derive(Clone, PartialEq)]
pub(crate) struct Store {
    /// The boards.
    pub(crate) history: Rc<History>,
    /// The page's language.
    pub(crate) language: Language,
    /// What was said last; each has its own number, so that the same words can be said twice.
    pub(crate) said: Option<(u32, Said)>,
    /// Notices, oldest first.
    pub(crate) notices: Rc<Vec<Notice>>,
    /// The form, while it is open.
    pub(crate) form: Option<Rc<Form>>,
    /// What to focus after the next change.
    pub(crate) focus: Option<(u32, Focus)>,
    /// The worker's word.
    pub(crate) offline: Option<Offline>,
    /// Whether changes are kept in the browser.
    pub(crate) keeps: bool,
    /// The requirements that show why.
    pub(crate) opened: Rc<Vec<&'static str>>,
    /// The rules that the plan was made under, where they are others than today's and nobody has seen that yet.
    pub(crate) rules: Option<Rc<Rules>>,
    /// How often calls that can be chosen have come.
    pub(crate) listed: u32,
}

/// Something to say in the status region.
#[derive(Clone, PartialEq)]
pub(crate) enum Said {
    /// After a change.
    Change(Rc<Announcement>),
    /// A card is dragged.
    Lifted(Rc<Organisation>),
    /// A drag was given up.
    PutBack(Rc<Organisation>),
}

/// What the form is about.
#[derive(Clone, PartialEq)]
pub(crate) struct Form {
    /// The facts to begin with.
    pub(crate) organisation: Organisation,
    /// Whether it is a new organisation.
    pub(crate) new: bool,
}

/// What gets the focus.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Focus {
    /// A part of an organisation's card.
    Card(Rc<str>, &'static str),
    /// The first element for a selector.
    Selector(&'static str),
}

/// What can happen to the page.
pub(crate) enum Event {
    /// A change of the board.
    Act(Action),
    /// The same, by a button on a card that may go away: the focus goes to this.
    ActThenFocus(Action, Focus),
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
    /// Something to say.
    Say(Said),
    /// Another language.
    Speak(Language),
    /// Something to know.
    Notify(Notice),
    /// A notice was read.
    Close(Notice),
    /// The form for a new organisation.
    New(Organisation),
    /// The form for an organisation that is there.
    Edit(Rc<str>),
    /// The form was left; the focus goes to this.
    CloseForm(Focus),
    /// The worker's word.
    Offline(Offline),
    /// The example, in place of the empty board.
    Example,
    /// An empty plan in place of this one.
    Empty,
    /// A requirement shows why, or no more.
    Toggle(String),
    /// Calls that can be chosen have come.
    #[cfg(not(core_page))]
    Listed,
    /// The plan was made under these rules, which are not today's; or that was seen.
    MadeUnder(Option<Rc<Rules>>),
}

/// How components change the page.
pub(crate) type Dispatch = UseReducerDispatcher<Store>;

impl Reducible for Store {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        match event {
            Event::Act(action) => self.act(&action, None),
            Event::ActThenFocus(action, focus) => self.act(&action, Some(focus)),
            Event::Undo => self.step(History::undone, Happened::Undone),
            Event::Redo => self.step(History::redone, Happened::Redone),
            Event::Say(said) => self.with(|next| next.say(said)),
            Event::Speak(language) if language == self.language => self,
            Event::Speak(language) => self.with(|next| next.language = language),
            Event::Notify(notice) if self.notices.contains(&notice) => self,
            Event::Notify(notice) => self.with(|next| {
                // One of each kind: the newer one is the one to read.
                let notices = Rc::make_mut(&mut next.notices);
                notices.retain(|other| other.name() != notice.name());
                notices.push(notice);
            }),
            Event::Close(notice) if !self.notices.contains(&notice) => self,
            Event::Close(notice) => self.with(|next| Rc::make_mut(&mut next.notices).retain(|other| *other != notice)),
            Event::New(organisation) => self.with(|next| next.form = Some(Rc::new(Form { organisation, new: true }))),
            Event::Edit(id) => self.edit(&id),
            Event::CloseForm(focus) => self.with(|next| {
                next.form = None;
                next.look_at(focus);
            }),
            Event::Offline(offline) => self.with(|next| next.offline = Some(offline)),
            Event::Example => {
                let board = example::board(self.board().call.clone(), self.language);
                self.act(&Action::Open(Rc::new(board)), Some(Focus::Selector("[data-heading=consortium]")))
            }
            Event::Toggle(id) => self.toggle(&id),
            #[cfg(not(core_page))]
            Event::Listed => self.with(|next| next.listed += 1),
            Event::MadeUnder(rules) if rules == self.rules => self,
            Event::MadeUnder(rules) => self.with(|next| next.rules = rules),
            Event::Empty => {
                let board = Board::new(Rc::default(), self.board().call.clone(), Default::default(), Vec::new(), Vec::new());
                self.act(&Action::Open(Rc::new(board)), Some(Focus::Selector("[data-heading=consortium]")))
            }
        }
    }
}

impl Store {
    /// The board as it is now.
    pub(crate) fn board(&self) -> &Rc<Board> {
        self.history.present()
    }

    /// The file of the board's call; the first where it has none, which does not happen: boards are made from files.
    pub(crate) fn call_file(&self) -> Option<&'static CallFile> {
        known::find(self.board().call.id())
    }

    /// The rules that a plan was made under, where they are others than today's.
    pub(crate) fn older_rules(&self, plan: &Plan, call: &Call) -> Option<Rc<Rules>> {
        let (then, file) = (plan.rules.clone()?, known::find(call.id())?);
        (then.marks != Rules::of(file, call, Verdict::Met).marks).then_some(then)
    }

    /// The plan as it is kept: with the rules that it was made under, or today's, and with its own call.
    pub(crate) fn plan(&self) -> Plan {
        let board = self.board();
        let now = || self.call_file().map(|file| Rc::new(Rules::of(file, &board.call, board.report.verdict)));
        Plan::of_board(board, self.rules.clone().or_else(now), known::own_text(board.call.id()))
    }

    fn with(&self, change: impl FnOnce(&mut Store)) -> Rc<Store> {
        let mut next = self.clone();
        change(&mut next);
        Rc::new(next)
    }

    fn say(&mut self, said: Said) {
        self.said = Some((self.said.as_ref().map_or(0, |(number, _)| number.wrapping_add(1)), said));
    }

    fn look_at(&mut self, focus: Focus) {
        self.focus = Some((self.focus.as_ref().map_or(0, |(number, _)| number.wrapping_add(1)), focus));
    }

    fn act(self: Rc<Self>, action: &Action, focus: Option<Focus>) -> Rc<Self> {
        let Some(history) = self.history.after(action) else { return self };
        let happened = Happened::of(action, self.board(), history.present());
        self.with(|next| {
            next.form = None;
            if let Some(focus) = focus {
                next.look_at(focus);
            }
            if let Some(happened) = happened {
                next.say(Said::Change(Rc::new(announce(self.board(), history.present(), happened))));
            }
            // Another call or another plan has rules of its own.
            if matches!(action, Action::UseCall(_) | Action::Open(_)) {
                next.rules = None;
            }
            next.history = Rc::new(history);
        })
    }

    fn step(self: Rc<Self>, step: fn(&History) -> Option<History>, happened: Happened) -> Rc<Self> {
        let Some(history) = step(&self.history) else { return self };
        self.with(|next| {
            next.say(Said::Change(Rc::new(announce(self.board(), history.present(), happened))));
            next.history = Rc::new(history);
        })
    }

    fn toggle(self: Rc<Self>, id: &str) -> Rc<Self> {
        let requirements = self.board().call.requirements();
        let Some(requirement) = requirements.iter().find(|requirement| requirement.id == id) else { return self };
        self.with(|next| {
            let opened = Rc::make_mut(&mut next.opened);
            match opened.iter().position(|other| *other == id) {
                Some(at) => drop(opened.swap_remove(at)),
                None => opened.push(requirement.id),
            }
        })
    }

    fn edit(self: Rc<Self>, id: &str) -> Rc<Self> {
        let Some(organisation) = self.board().organisation(id).cloned() else { return self };
        self.with(|next| next.form = Some(Rc::new(Form { organisation: (*organisation).clone(), new: false })))
    }
}
