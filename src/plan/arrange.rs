//! A plan as a board, and back.

use super::{Plan, Rules};
use crate::board::Board;
use crate::engine::Call;
use std::rc::Rc;

impl Plan {
    /// The board that a plan describes, held against its call.
    pub fn into_board(self, call: Rc<Call>) -> Board {
        let mut members: Vec<&str> = self.members.iter().map(|member| &*member.organisation.id).collect();
        members.sort_unstable();
        let pool = self.organisations.iter().filter(|organisation| members.binary_search(&&*organisation.id).is_err()).cloned().collect();
        Board::new(self.title, call, self.project, pool, self.members)
    }

    /// The plan that a board is: members first, then the pool, each in its order; with the rules that it is held against.
    pub fn of_board(board: &Board, rules: Option<Rc<Rules>>, own_call: Option<Rc<str>>) -> Plan {
        let members = board.members.iter().map(|member| member.organisation.clone());
        Plan {
            title: board.title.clone(),
            call: board.call.id().into(),
            year: board.call.year(),
            variant: board.call.variant().map(Into::into),
            project: (*board.project).clone(),
            organisations: members.chain(board.pool.iter().cloned()).collect(),
            members: (*board.members).clone(),
            rules,
            own_call,
            newer: false,
        }
    }
}
