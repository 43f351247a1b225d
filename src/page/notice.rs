//! Notices: what the visitor has to know beside the board, each with what can be done about it.

use super::say::{plan_error_text, t};
use super::{dom, storage};
use crate::board::MOST_ORGANISATIONS;
use crate::calls::LISTED;
use crate::i18n::{Language, Message};
use crate::plan::PlanError;
use std::rc::Rc;
use yew::prelude::*;

/// Something to know.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Notice {
    /// Storage is blocked.
    Blocked,
    /// Storage is full.
    Full,
    /// The saved plan could not be read; its text is put aside.
    Damaged(Trouble),
    /// So many texts are put aside: what could not be read, what crashed the page, what a newer version wrote.
    Aside(usize),
    /// A plan was emptied.
    Emptied(AttrValue),
    /// The board holds as many organisations as a plan may have.
    BoardFull,
    /// The worker's answers cannot be had.
    Unanswered,
    /// There is no room for the visitor's own calls.
    OwnNotKept,
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
    /// The texts of a language could not be loaded.
    LanguageNotLoaded(Language),
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
    /// It is a call file, and it cannot be read at the moment.
    NotRead,
    /// It is a call file, and something in it is wrong.
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
            Trouble::NotRead => t(language, Message::Unanswered),
            Trouble::CallFile(words) => words.clone(),
        }
    }
}

impl Notice {
    /// Whether what it tells of can be undone by it, as long as nothing else has been done.
    pub(super) const fn undoes(&self) -> bool {
        matches!(self, Notice::FileOpened(_) | Notice::Emptied(_))
    }

    /// Its words, and those of what can be done.
    fn words(&self, language: Language) -> (AttrValue, Option<Message<'static>>) {
        let say = |message: Message<'_>| t(language, message);
        match self {
            Notice::Blocked => (say(Message::StorageBlocked), None),
            Notice::Full => (say(Message::StorageFull), None),
            Notice::Damaged(trouble) => (say(Message::DamagedSave { reason: &trouble.text(language) }), Some(Message::DownloadDamaged)),
            Notice::Aside(count) => (say(Message::PutAside(*count)), Some(Message::DownloadDamaged)),
            Notice::Emptied(title) => {
                let untitled = say(Message::UntitledPlan);
                let plan = if title.is_empty() { &untitled } else { title };
                (say(Message::PlanEmptied { plan }), Some(Message::Undo))
            }
            Notice::BoardFull => (say(Message::BoardFull(MOST_ORGANISATIONS)), None),
            Notice::Unanswered => (say(Message::Unanswered), Some(Message::TryAgain)),
            Notice::OwnNotKept => (say(Message::OwnNotKept), None),
            Notice::Newer => (say(Message::NewerPlan), None),
            Notice::OtherTab => (say(Message::OtherTab), Some(Message::ShowOther)),
            Notice::FileOpened(file) => (say(Message::FileOpened { file }), Some(Message::Undo)),
            Notice::FileRefused(file, trouble) => (say(Message::FileRefused { file, reason: &trouble.text(language) }), None),
            Notice::FileUnreadable(file) => (say(Message::FileUnreadable { file }), None),
            Notice::NotLoaded(trouble) => (trouble.text(language), None),
            Notice::LanguageNotLoaded(other) => (say(Message::LanguageNotLoaded { language: other.own_name() }), Some(Message::TryAgain)),
            Notice::MadeUp => (say(Message::MadeUp), None),
        }
    }

    /// The word in `data-notice`.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Notice::Blocked => "blocked",
            Notice::Full => "full",
            Notice::Damaged(_) => "damaged",
            Notice::Aside(_) => "aside",
            Notice::Emptied(_) => "emptied",
            Notice::BoardFull => "board-full",
            Notice::Unanswered => "unanswered",
            Notice::OwnNotKept => "own-not-kept",
            Notice::Newer => "newer",
            Notice::OtherTab => "other-tab",
            Notice::FileOpened(_) => "file-opened",
            Notice::FileRefused(..) => "file-refused",
            Notice::FileUnreadable(_) => "file-unreadable",
            Notice::NotLoaded(_) => "not-loaded",
            Notice::LanguageNotLoaded(_) => "language-not-loaded",
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
                if let Notice::Aside(_) = notice { <button type="button" class="btn" data-erase="">{ t(language, Message::EraseAside) }</button> }
                <button type="button" class="btn quiet" data-close="">{ t(language, Message::Close) }</button>
            </div>
        }
    };
    html! { <div class="notices" role="status" aria-live="polite">{ for notices.iter().map(row) }</div> }
}

/// Lets the visitor have the texts that were put aside, each as a file.
pub(super) fn download_aside() {
    for (text, number) in storage::aside().iter().zip(1..) {
        dom::download(&format!("allians-{number}.txt"), text);
    }
}
