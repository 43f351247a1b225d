//! The way back and forth through the arrangements of a board.

use super::{Action, Board};
use crate::calls::CallFile;
use std::rc::Rc;
use std::sync::Arc;

/// How many steps back are kept.
pub const MOST_STEPS: usize = 100;

/// The present board, those before it and those undone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct History {
    past: Vec<Rc<Board>>,
    present: Rc<Board>,
    future: Vec<Rc<Board>>,
}

impl History {
    /// A board with nothing before it.
    pub fn new(board: Board) -> History {
        History { past: Vec::new(), present: Rc::new(board), future: Vec::new() }
    }

    /// The board as it is now.
    pub fn present(&self) -> &Rc<Board> {
        &self.present
    }

    /// All boards, the present one first.
    pub fn boards(&self) -> impl Iterator<Item = &Rc<Board>> {
        [&self.present].into_iter().chain(&self.past).chain(&self.future)
    }

    /// The same with this copy of a call file that comes with the program, which knows more texts, wherever there is one of its id.
    pub fn with_file(&self, file: &Arc<CallFile>) -> History {
        let with = |board: &Rc<Board>| match board.file.id == file.id && board.file.own_text.is_none() {
            true => Rc::new(Board { file: file.clone(), ..Board::clone(board) }),
            false => board.clone(),
        };
        let all = |boards: &[Rc<Board>]| boards.iter().map(with).collect();
        History { past: all(&self.past), present: with(&self.present), future: all(&self.future) }
    }

    /// After the action; `None` where it changes nothing.
    pub fn after(&self, action: &Action) -> Option<History> {
        let next = self.present.apply(action)?;
        let skip = (self.past.len() + 1).saturating_sub(MOST_STEPS);
        let past = self.past.iter().skip(skip).chain([&self.present]).cloned().collect();
        Some(History { past, present: Rc::new(next), future: Vec::new() })
    }

    /// One step back, if there is one.
    pub fn undone(&self) -> Option<History> {
        let (present, past) = self.past.split_last()?;
        let future = self.future.iter().chain([&self.present]).cloned().collect();
        Some(History { past: past.to_vec(), present: present.clone(), future })
    }

    /// One step forth again, if one was undone.
    pub fn redone(&self) -> Option<History> {
        let (present, future) = self.future.split_last()?;
        let past = self.past.iter().chain([&self.present]).cloned().collect();
        Some(History { past, present: present.clone(), future: future.to_vec() })
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forth.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
