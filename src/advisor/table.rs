//! A small table with a caption and heads that say what they are heads of.

use super::node::{Element, Node};

/// A cell: the words say what the class shows.
pub(super) struct Cell {
    pub(super) class: &'static str,
    pub(super) text: String,
}

/// A table; each row begins with its head.
pub(super) fn table(caption: String, heads: impl Iterator<Item = String>, rows: impl Iterator<Item = (String, Vec<Cell>)>) -> Element {
    let row = |(head, cells): (String, Vec<Cell>)| {
        let cells = cells.into_iter().map(|cell| Node::from(Element::new("td").class(cell.class).child(cell.text)));
        Element::new("tr").child(Element::new("th").with("scope", "row").child(head)).children(cells)
    };
    framed(caption, heads, rows.map(row))
}

/// The frame of a table around rows that are made already.
pub(super) fn framed(caption: String, heads: impl Iterator<Item = String>, rows: impl Iterator<Item = Element>) -> Element {
    let heads = heads.map(|head| Node::from(Element::new("th").with("scope", "col").child(head)));
    let table = Element::new("table")
        .child(Element::new("caption").child(caption.as_str()))
        .child(Element::new("thead").child(Element::new("tr").children(heads)))
        .child(Element::new("tbody").children(rows.map(Node::from)));
    // Wider than the box it can be scrolled, by the keyboard too.
    Element::new("div").class("wide").with("role", "region").with("tabindex", "0").with("aria-label", caption).child(table)
}
