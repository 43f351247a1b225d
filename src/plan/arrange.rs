//! A plan as a board, and back.

use super::Plan;
use crate::board::Board;
use crate::calls::Chosen;

impl Plan {
    /// The board that a plan describes, held against its call.
    pub fn into_board(self, chosen: Chosen) -> Board {
        let mut members: Vec<&str> = self.members.iter().map(|member| &*member.organisation.id).collect();
        members.sort_unstable();
        let pool = self.organisations.iter().filter(|organisation| members.binary_search(&&*organisation.id).is_err()).cloned().collect();
        let board = Board::new(self.title, chosen, self.project, pool, self.members);
        let now = board.rules();
        let made_under = self.rules.filter(|then| then.are_others(&now));
        Board { made_under, newer: self.newer, ..board }
    }

    /// The plan that a board is: members first, then the pool, each in its order; with the rules that it is held against.
    pub fn of_board(board: &Board) -> Plan {
        let members = board.members.iter().map(|member| member.organisation.clone());
        Plan {
            title: board.title.clone(),
            call: board.call.id().into(),
            year: board.call.year(),
            variant: board.call.variant().map(Into::into),
            project: (*board.project).clone(),
            organisations: members.chain(board.pool.iter().cloned()).collect(),
            members: (*board.members).clone(),
            rules: Some(board.rules()),
            own_call: board.file.own_text.clone(),
            newer: false,
        }
    }
}
