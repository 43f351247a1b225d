//! The page's state: the boards, the calls that are known, what the worker has answered, the language, notices, the open form. Its
//! reducer is in `reduce`; effects are elsewhere.

use super::notice::{Notice, Trouble};
use super::offline::Offline;
use super::storage::StoreError;
use crate::advisor::Panels;
use crate::board::{Action, Announcement, Board, History};
use crate::calls::{CallFile, CallLibrary, CallRef};
use crate::engine::{Organisation, Project};
use crate::i18n::Language;
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

/// The page's state.
#[derive(Clone, PartialEq)]
pub(crate) struct Store {
    /// The boards.
    pub(super) history: Rc<History>,
    /// The calls that are loaded, and the visitor's own.
    pub(super) library: Rc<CallLibrary>,
    /// The call that was chosen last and is not loaded yet.
    pub(super) wanted: Option<CallRef>,
    /// The page's language.
    pub(super) language: Language,
    /// The language that was chosen last and is not loaded yet.
    pub(super) wanted_language: Option<Language>,
    /// What was said last; each has its own number, so that the same words can be said twice.
    pub(super) said: Option<(u32, Said)>,
    /// Notices, oldest first.
    pub(super) notices: Rc<Vec<Notice>>,
    /// The form, while it is open.
    pub(super) form: Option<Rc<Form>>,
    /// What to focus after the next change.
    pub(super) focus: Option<(u32, Focus)>,
    /// The service worker's word.
    pub(super) offline: Option<Offline>,
    /// Whether the plan is not kept at all: the pool is filled for measuring, or a text that could not be put aside is where the plan would go.
    pub(super) locked: bool,
    /// Whether what the browser keeps is of a newer version.
    pub(super) holds_newer: bool,
    /// The board that the browser has.
    pub(super) kept: Rc<Board>,
    /// Why the last change was not kept.
    pub(super) unkept: Option<StoreError>,
    /// The requirements that show why.
    pub(super) opened: Rc<Vec<Arc<str>>>,
    /// What was typed of the project and is no number.
    pub(super) unread: Rc<Unread>,
    /// Goes up with everything that makes the worker's answers old: the board, the language, what is asked.
    pub(super) turn: u32,
    /// What is asked of the worker beside the answers to the board.
    pub(super) options: Rc<Options>,
    /// The worker's newest answers.
    pub(super) advice: Rc<Panels>,
    /// Whether the page is narrow, so that missing seats stand below the pool and move nothing.
    pub(super) narrow: bool,
}

/// What is asked of the worker beside the answers to the board.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Options {
    /// Whether all calls are compared.
    pub(super) all: bool,
    /// Which call stands beside the plan's own.
    pub(super) beside: Option<CallRef>,
    /// Which other plan, as text.
    pub(super) other: Option<Rc<str>>,
}

/// What stands in the fields of the project and cannot be read; while it does, the fact is not stated.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Unread {
    /// In the field for the months.
    pub(super) months: Option<AttrValue>,
    /// In the field for the grant.
    pub(super) grant: Option<AttrValue>,
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
    pub(super) organisation: Organisation,
    /// Whether it is a new organisation.
    pub(super) new: bool,
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
    /// A language was chosen that may have to be loaded first.
    WantLanguage(Language),
    /// It has come, with the texts of calls that the page holds.
    Speak(Language, Vec<CallFile>),
    /// It cannot be had.
    NotSpoken(Language),
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
    /// The service worker's word.
    Offline(Offline),
    /// The example, in place of the empty board.
    Example,
    /// An empty plan in place of this one.
    Empty,
    /// A requirement shows why, or no more.
    Toggle(String),
    /// A call was chosen that has to be loaded first.
    Want(CallRef),
    /// It has come.
    Loaded(CallRef, Arc<CallFile>),
    /// It cannot be had.
    NotLoaded(CallRef, Trouble),
    /// A plan in place of this one, from a file or from another tab, with the notice that says so.
    Open(Rc<Board>, Option<Notice>),
    /// The visitor's own call, in place of another of the same id; the plan is held against it.
    Own(Arc<CallFile>),
    /// The visitor's own calls from earlier visits; of one id the first.
    OwnAgain(Vec<Arc<CallFile>>),
    /// A fact of the project is typed and cannot be read: it is not stated, and the field keeps what is typed.
    Unread(Project, Unread),
    /// What is asked of the worker beside the answers to the board.
    Ask(Options),
    /// The text of another plan, to be held beside this one.
    Beside(Rc<str>),
    /// The worker's answers to the question of that turn; `None` where there are none to be had.
    Advised(u32, Option<Panels>),
    /// Another tab has kept a plan.
    OtherTab {
        /// Whether it is of a newer version.
        holds_newer: bool,
    },
    /// Whether that board was kept.
    Kept(Rc<Board>, Result<(), StoreError>),
    /// Whether the visitor's own calls were kept.
    OwnKept(bool),
    /// Whether the page is narrow.
    Narrow(bool),
}

/// How components change the page.
pub(crate) type Dispatch = UseReducerDispatcher<Store>;

impl Store {
    /// A page with a board, and nothing said or opened yet.
    pub(super) fn new(board: Board, library: CallLibrary, language: Language) -> Store {
        let history = Rc::new(History::new(board));
        Store {
            kept: history.present().clone(),
            history,
            library: Rc::new(library),
            wanted: None,
            language,
            wanted_language: None,
            said: None,
            notices: Rc::default(),
            form: None,
            focus: None,
            offline: None,
            locked: false,
            holds_newer: false,
            unkept: None,
            opened: Rc::default(),
            unread: Rc::default(),
            turn: 0,
            options: Rc::default(),
            advice: Rc::default(),
            narrow: false,
        }
    }

    /// The board as it is now.
    pub(super) fn board(&self) -> &Rc<Board> {
        self.history.present()
    }

    /// Whether changes are kept in the browser.
    pub(super) fn keeps(&self) -> bool {
        !self.locked && !self.board().newer
    }

    /// Whether there is something to keep that the browser does not have.
    pub(super) fn is_unsaved(&self) -> bool {
        self.keeps() && !Rc::ptr_eq(&self.kept, self.board())
    }

    /// Whether leaving the page would throw away what was done: it could not be kept, or may not be.
    pub(super) fn would_lose(&self) -> bool {
        self.unkept.is_some() || !self.keeps() && self.history.can_undo()
    }

    /// The file of a call that is known: the board's own, or one of the library.
    pub(super) fn find(&self, id: &str) -> Option<&Arc<CallFile>> {
        Some(&self.board().file).filter(|file| *file.id == *id).or_else(|| self.library.find(id))
    }

    /// The calls that come with the program and are held here: loaded, or on a board to which undo leads.
    pub(super) fn shipped(&self) -> impl Iterator<Item = &Arc<CallFile>> {
        let of_boards = self.history.boards().map(|board| &board.file);
        self.library.all().chain(of_boards).filter(|file| file.own_text.is_none())
    }

    /// The ids of those whose texts are not known in a language.
    pub(super) fn without_texts_in(&self, language: Language) -> Vec<Arc<str>> {
        let mut ids: Vec<Arc<str>> = self.shipped().filter(|file| !file.speaks(language)).map(|file| file.id.clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The texts of the visitor's own calls.
    pub(super) fn own_texts(&self) -> impl Iterator<Item = &str> {
        self.library.own().iter().filter_map(|file| file.own_text.as_deref())
    }
}
