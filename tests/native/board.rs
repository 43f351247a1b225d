//! Joining by suggestion: who is in afterwards, as what, and what is said.

use crate::notation::members;
use crate::support::chosen;
use allians::board::{Action, Board, Happened, History};
use allians::engine::{Organisation, Project, Role};
use std::rc::Rc;

fn board() -> Board {
    let lines = ["hei FI applicant id=a", "hei SE id=b", "enterprise DE id=c"].map(str::to_owned);
    let pool = ["enterprise PT id=x", "hei EE id=y"].map(str::to_owned);
    let pool: Vec<Rc<Organisation>> = members(&pool).unwrap().into_iter().map(|member| member.organisation).collect();
    Board::new(Rc::from("plan"), chosen(2020), Project::default(), pool, members(&lines).unwrap())
}

/// The members in order, the applicant with a star, and the pool.
fn shown(board: &Board) -> String {
    let member = |role: Role| if role == Role::Applicant { "*" } else { "" };
    let members: Vec<String> = board.members.iter().map(|one| format!("{}{}", one.organisation.id, member(one.role))).collect();
    let pool: Vec<&str> = board.pool.iter().map(|one| &*one.id).collect();
    format!("{} | {}", members.join(" "), pool.join(" "))
}

#[test]
fn organisations_join_together_and_in_somebodys_stead() {
    let table = [
        ("one joins", "x", None, Some("a* b c x | y")),
        ("two join, in the order of the suggestion", "y x", None, Some("a* b c y x | ")),
        ("one joins in a partner's stead", "y", Some("b"), Some("a* c y | x b")),
        ("one joins in the applicant's stead and leads", "y", Some("a"), Some("b c y* | x a")),
        ("a member is in already", "b", None, None),
        ("nobody knows whom", "z", None, None),
        ("nobody knows in whose stead", "x", Some("z"), None),
    ];
    for (name, ids, leaver, after) in table {
        let organisations = ids.split(' ').map(Rc::from).collect();
        let next = board().apply(&Action::Join { organisations, instead_of: leaver.map(Rc::from) });
        assert_eq!(next.as_ref().map(shown).as_deref(), after, "{name}");
    }
}

#[test]
fn joining_together_is_one_step_and_is_said_of_all() {
    let before = board();
    let action = Action::Join { organisations: vec![Rc::from("x"), Rc::from("y")], instead_of: None };
    let history = History::new(before.clone()).after(&action).unwrap();
    let Some(Happened::JoinedTogether(joined)) = Happened::of(&action, &before, history.present()) else { panic!("not said of all") };
    assert_eq!(joined.iter().map(|one| &*one.id).collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(shown(history.undone().unwrap().present()), shown(&before));
}
