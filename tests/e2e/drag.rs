//! Dragging by mouse: to the consortium and back, to another place, and how a drag is given up.

use crate::hands::Point;
use crate::look::card;
use crate::page::{Page, on_page};
use crate::plans::{POOL, Row, WHOLE, with};
use fantoccini::key::Key;

/// Five members and a sixth in the pool.
fn nearly_whole() -> Vec<Row> {
    let mut rows = WHOLE[..6].to_vec();
    rows[5].3 = POOL;
    rows
}

const FIVE: [&str; 5] = ["aalto", "lund", "bosch", "cork", "tartu"];

#[test]
fn a_drag_into_the_consortium_turns_a_requirement_green() {
    on_page(with(&nearly_whole()), |page| {
        page.expect_status("organisations", "unmet");
        page.expect_verdict("unmet");
        let before = page.have("organisations");
        page.drag(page.grip("delft"), page.end_of("consortium"));
        page.expect_members(&["aalto", "lund", "bosch", "cork", "tartu", "delft"]);
        assert_eq!((before, page.have("organisations")), (5, 6), "organisations counted before and after");
        page.expect_status("organisations", "met");
        page.expect_verdict("met");
        assert!(!page.there("[data-preview]"), "the preview stays after the drop");
        page.expect_said(&["delft är med i konsortiet", "Minst 6 organisationer: uppfyllt"]);
    });
}

#[test]
fn a_drag_back_takes_a_member_out() {
    on_page(with(&WHOLE), |page| {
        page.drag(page.grip("lund"), page.end_of_pool());
        page.expect_members(&["aalto", "bosch", "cork", "tartu", "delft"]);
        page.expect_status("higher-education-institutions", "unmet");
        assert!(page.cards("pool").contains(&"lund".to_owned()), "lund is not in the pool");
        page.expect_said(&["lund är inte längre med i konsortiet"]);
    });
}

#[test]
fn a_drag_inside_the_consortium_changes_the_order_only() {
    on_page(with(&WHOLE), |page| {
        page.drag(page.grip("delft"), page.point(&card("lund"), 0.1, 0.3));
        page.expect_members(&["aalto", "delft", "lund", "bosch", "cork", "tartu"]);
        page.drag(page.grip("delft"), page.end_of("consortium"));
        page.expect_members(&["aalto", "lund", "bosch", "cork", "tartu", "delft"]);
        page.expect_verdict("met");
        page.expect_said(&["delft är nu på plats 6 av 6"]);
    });
}

#[test]
fn a_place_between_two_members_is_where_it_is_let_go() {
    on_page(with(&nearly_whole()), |page| {
        page.drag(page.grip("delft"), page.point(&card("aalto"), 0.1, 0.3));
        page.expect_members(&["delft", "aalto", "lund", "bosch", "cork", "tartu"]);
    });
}

#[test]
fn while_dragging_there_are_a_preview_and_a_marked_zone() {
    on_page(with(&nearly_whole()), |page| {
        page.mouse_down_to(page.grip("delft"), page.end_of("consortium"));
        page.wait_for("[data-preview]");
        page.wait_for("[data-zone=consortium][data-over]");
        page.expect_members(&FIVE);
        page.mouse_up();
        page.wait_gone("[data-preview]");
        page.wait_gone("[data-over]");
    });
}

#[test]
fn escape_gives_a_drag_up() {
    given_up(|page| page.end_of("consortium"), |page| page.key(Key::Escape));
}

#[test]
fn letting_go_outside_gives_a_drag_up() {
    given_up(|page| page.point("[data-title]", 0.5, 0.5), |_| ());
}

/// A drag to a point, given up there, changes nothing.
fn given_up(to: impl Fn(&Page) -> Point, how: impl Fn(&Page)) {
    on_page(with(&nearly_whole()), |page| {
        page.mouse_down_to(page.grip("delft"), to(page));
        page.wait_for("[data-preview]");
        how(page);
        page.mouse_up();
        page.wait_gone("[data-preview]");
        page.expect_said(&["delft är kvar där den var"]);
        page.expect_members(&FIVE);
        assert_eq!(page.cards("pool"), ["delft"]);
        assert_eq!(page.attribute("[data-undo]", "aria-disabled").as_deref(), Some("true"), "a drag given up can be undone");
    });
}

#[test]
fn a_click_on_a_card_is_no_drag() {
    on_page(with(&nearly_whole()), |page| {
        page.drag(page.grip("delft"), page.grip("delft"));
        page.expect_members(&FIVE);
        assert!(!page.there("[data-preview]"));
    });
}

impl Page {
    /// A point of the pool below its cards.
    fn end_of_pool(&self) -> Point {
        self.point("[data-zone=pool]", 0.5, 0.98)
    }
}
