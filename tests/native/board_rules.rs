//! What a board carries beside its organisations: the rules that its plan was made under, ids that nobody has, and how many there may be.

use crate::advisor::boards::{EXAMPLE, plan};
use crate::support::{chosen, knowledge_alliances};
use allians::board::{Action, Board, History, MOST_ORGANISATIONS, Zone};
use allians::calls::Rules;
use allians::engine::{Organisation, Project};
use allians::plan::Plan;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A board whose plan was made under rules of which one was another then.
fn made_under(checked: &str) -> Board {
    let (file, call) = chosen(2020);
    let board = plan(&EXAMPLE, Some(24)).into_board((file.clone(), call.clone()));
    let mut then = Rules::of(&file, &call, board.report.verdict);
    (then.checked, then.marks[0]) = (checked.into(), "organisations=2:00000000".into());
    Plan { rules: Some(Rc::new(then)), ..Plan::of_board(&board) }.into_board((file, call))
}

/// When the rules had been checked that the plan would be noted under, and whether they are others than today's.
fn noted(board: &Board) -> (String, bool) {
    let rules = Plan::of_board(board).rules.unwrap();
    (rules.checked.to_string(), board.made_under.is_some())
}

#[test]
fn undoing_brings_back_the_rules_of_the_board_that_comes_back() {
    let today = || (knowledge_alliances().checked.to_string(), false);
    let then = |day: &str| (day.to_owned(), true);
    let fresh = || plan(&EXAMPLE, Some(36)).into_board(chosen(2020));
    let open = |board: Board| Action::Open(Rc::new(board));
    let table = [
        ("a plan of then over one of today", fresh(), open(made_under("2019-01-15")), today(), then("2019-01-15")),
        ("a plan of today over one of then", made_under("2019-01-15"), open(fresh()), then("2019-01-15"), today()),
        ("two of then", made_under("2019-01-15"), open(made_under("2020-02-20")), then("2019-01-15"), then("2020-02-20")),
        ("the visitor has seen it", made_under("2019-01-15"), Action::AcceptRules, then("2019-01-15"), today()),
        ("the call in another year", made_under("2019-01-15"), Action::UseCall(chosen(2019)), then("2019-01-15"), today()),
        ("another name", made_under("2019-01-15"), Action::Rename("Ny".into()), then("2019-01-15"), then("2019-01-15")),
    ];
    for (name, board, action, before, after) in table {
        let history = History::new(board.clone()).after(&action).unwrap_or_else(|| panic!("{name}: nothing changes"));
        assert_eq!(noted(history.present()), after, "{name}");
        let undone = history.undone().unwrap();
        assert_eq!((noted(undone.present()), **undone.present() == board), (before, true), "{name}, undone");
        assert_eq!(noted(undone.redone().unwrap().present()), after, "{name}, done again");
    }
    assert_eq!(fresh().apply(&Action::AcceptRules), None, "there is nothing to see");
    assert_eq!(made_under("2019-01-15").apply(&Action::UseCall(chosen(2020))), None, "the call that the plan is for already");
}

#[test]
fn a_fresh_id_is_one_that_nobody_has() {
    let table: &[(&str, &[&str], &str)] = &[
        ("an empty board", &[], "o1"),
        ("the next", &["o1", "o7", "o3"], "o8"),
        ("ids of others", &["Skärgård", "o", "oo9", "x12", "o-3"], "o1"),
        ("the largest number that there is", &["o18446744073709551615"], "o1"),
        ("the largest and the first", &["o18446744073709551615", "o1"], "o2"),
        ("the last but one", &["o18446744073709551614"], "o18446744073709551615"),
        ("the largest of half the size", &["o4294967295"], "o4294967296"),
        ("a number beyond all", &["o99999999999999999999999999", "o2"], "o3"),
    ];
    for (name, ids, first) in table {
        let organisation = |id: &str| Organisation { id: id.into(), ..Organisation::default() };
        let pool = ids.iter().map(|id| Rc::new(organisation(id))).collect();
        let mut board = Board::new(Rc::default(), chosen(2020), Project::default(), pool, Vec::new());
        assert_eq!(&*board.fresh_id(), *first, "{name}");
        for zone in [Zone::Pool, Zone::Consortium] {
            board = board.apply(&Action::Add(organisation(&board.fresh_id()), zone)).unwrap();
        }
        let members = board.members.iter().map(|member| &*member.organisation.id);
        let all: BTreeSet<&str> = board.pool.iter().map(|one| &*one.id).chain(members).collect();
        assert_eq!(all.len(), ids.len() + 2, "{name}: {all:?}");
    }
}

#[test]
fn a_full_board_takes_no_more() {
    let organisation = |number: usize| Organisation { id: format!("o{number}").into(), ..Organisation::default() };
    let board = |count: usize| {
        let pool = (1..=count).map(|number| Rc::new(organisation(number))).collect();
        Board::new(Rc::default(), chosen(2020), Project::default(), pool, Vec::new())
    };
    for zone in [Zone::Pool, Zone::Consortium] {
        let add = Action::Add(organisation(MOST_ORGANISATIONS + 1), zone);
        let last = board(MOST_ORGANISATIONS - 1).apply(&add).unwrap();
        assert_eq!((last.count(), last.apply(&Action::Add(organisation(0), zone))), (MOST_ORGANISATIONS, None), "{zone:?}");
        assert_eq!(board(MOST_ORGANISATIONS).apply(&add), None, "{zone:?}");
    }
}
