//! Notices: what the visitor has to know beside the board, each with what can be done about it.

use super::say::{plan_error_text, t};
use super::store::Event;
use crate::board::{Action, Board};
use crate::calls::LISTED;
use crate::i18n::{Language, Message};
use crate::plan::PlanError;
use crate::web::{dom, storage};
use std::rc::Rc;
use yew::prelude::*;

/// Something to know.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Notice {
    /// Storage is blocked.
    Blocked,
    /// Storage is full.
    Full,
    /// The saved plan could not be read; its text is kept under another key.
    Damaged(Trouble),
    /// A text that could not be read, or that crashed the page, is kept from before.
    DamagedBefore,
    /// The plan is of a newer version.
    Newer,
    /// Another tab has changed the plan.
    OtherTab,
    /// A file was opened.
    FileOpened(AttrValue),
    /// A file was refused.
    FileRefused(AttrValue, Trouble),
    /// The browser could not read a file.
    FileUnreadable(AttrValue),
    /// A call could not be loaded.
    NotLoaded(Trouble),
    /// The pool is filled for measuring.
    MadeUp,
}

/// Why a plan was not taken.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Trouble {
    /// It could not be read.
    Plan(PlanError),
    /// Its call is not one of those here.
    UnknownCall(Rc<str>, u16),
    /// It is larger than any plan.
    TooLarge,
    /// Its call cannot be had at the moment.
    NotLoaded(Rc<str>),
    /// It is a call file, and something in it is wrong.
    #[cfg(not(core_page))]
    CallFile(AttrValue),
}

impl Trouble {
    fn text(&self, language: Language) -> AttrValue {
        match self {
            Trouble::Plan(error) => plan_error_text(language, error),
            Trouble::UnknownCall(call, year) => t(language, Message::UnknownCall { call, year: *year }),
            Trouble::TooLarge => t(language, Message::FileTooLarge),
            Trouble::NotLoaded(id) => {
                let listed = LISTED.iter().find(|listed| *listed.id == **id);
                t(language, Message::CallNotLoaded { call: listed.map_or("", |listed| listed.title.in_language(language)) })
            }
            #[cfg(not(core_page))]
            Trouble::CallFile(words) => words.clone(),
        }
    }
}

impl Notice {
    /// Its words, and those of what can be done.
    fn words(&self, language: Language) -> (AttrValue, Option<Message<'static>>) {
        let say = |message: Message<'_>| t(language, message);
        match self {
            Notice::Blocked => (say(Message::StorageBlocked), None),
            Notice::Full => (say(Message::StorageFull), None),
            Notice::Damaged(trouble) => (say(Message::DamagedSave { reason: &trouble.text(language) }), Some(Message::DownloadDamaged)),
            Notice::DamagedBefore => (say(Message::DamagedBefore), Some(Message::DownloadDamaged)),
            Notice::Newer => (say(Message::NewerPlan), None),
            Notice::OtherTab => (say(Message::OtherTab), Some(Message::ShowOther)),
            Notice::FileOpened(file) => (say(Message::FileOpened { file }), Some(Message::Undo)),
            Notice::FileRefused(file, trouble) => (say(Message::FileRefused { file, reason: &trouble.text(language) }), None),
            Notice::FileUnreadable(file) => (say(Message::FileUnreadable { file }), None),
            Notice::NotLoaded(trouble) => (trouble.text(language), None),
            Notice::MadeUp => (say(Message::MadeUp), None),
        }
    }

    /// The word in `data-notice`.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Notice::Blocked => "blocked",
            Notice::Full => "full",
            Notice::Damaged(_) => "damaged",
            Notice::DamagedBefore => "damaged-before",
            Notice::Newer => "newer",
            Notice::OtherTab => "other-tab",
            Notice::FileOpened(_) => "file-opened",
            Notice::FileRefused(..) => "file-refused",
            Notice::FileUnreadable(_) => "file-unreadable",
            Notice::NotLoaded(_) => "not-loaded",
            Notice::MadeUp => "made-up",
        }
    }
}

/// All notices; they are read out when they appear.
pub(super) fn notices(language: Language, notices: &[Notice]) -> Html {
    let row = |notice: &Notice| {
        let (words, remedy) = notice.words(language);
        html! {
            <div class="note" key={notice.name()} data-notice={notice.name()}>
                <p>{ words }</p>
                if let Some(remedy) = remedy { <button type="button" class="btn" data-remedy="">{ t(language, remedy) }</button> }
                <button type="button" class="btn quiet" data-close="">{ t(language, Message::Close) }</button>
            </div>
        }
    };
    html! { <div class="notices" role="status" aria-live="polite">{ for notices.iter().map(row) }</div> }
}

/// Lets the visitor have the text that could not be read.
pub(super) fn download_damaged() {
    if let Ok(Some(text)) = storage::load(storage::DAMAGED) {
        dom::download("allians-damaged.txt", &text);
    }
}

/// Another plan in place of the present one, as an event.
pub(super) fn open(board: Board) -> Event {
    Event::Act(Action::Open(Rc::new(board)))
}
