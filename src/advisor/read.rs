//! Reads the answers again, as the page gets them from its worker: the same trees, and nothing that is not one.

use super::Panels;
use super::node::{Element, Node};
use crate::source::{self, list, text};
use std::rc::Rc;
use std::sync::Arc;

/// Every tag that answers are made of.
pub const TAGS: &[&str] = &[
    "li",
    "p",
    "div",
    "section",
    "h3",
    "h4",
    "b",
    "span",
    "small",
    "em",
    "button",
    "details",
    "summary",
    "ul",
    "ol",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "blockquote",
    "pre",
    "label",
    "input",
];

/// Every attribute that they have.
pub const ATTRIBUTES: &[&str] = &[
    "class",
    "aria-label",
    "lang",
    "scope",
    "role",
    "tabindex",
    "type",
    "accept",
    "data-text",
    "data-join",
    "data-seat",
    "data-lead",
    "data-months",
    "data-fill",
    "data-copy",
    "data-marked",
    "data-print",
    "data-swap",
    "data-compare",
    "data-row",
    "data-use-call",
    "data-beside",
    "data-accept-rules",
    "data-other-plan",
    "data-key",
];

/// The answers that a document is; `None` where it is none.
pub fn read<N: source::Node>(document: &N) -> Option<Panels> {
    Some(Panels {
        vacancies: nodes(&document.field("vacancies")?)?,
        panels: nodes(&document.field("panels")?)?,
        dependence: pairs(&document.field("dependence")?)?.into_iter().map(|(id, words)| (Rc::from(id), words)).collect(),
        tipping_points: pairs(&document.field("tipping_points")?)?.into_iter().map(|(id, words)| (Arc::from(id), words)).collect(),
        said: document.field("said")?.as_text()?.into_owned(),
    })
}

fn nodes<N: source::Node>(document: &N) -> Option<Vec<Node>> {
    document.items()?.iter().map(node).collect()
}

fn node<N: source::Node>(document: &N) -> Option<Node> {
    if let Some(text) = document.as_text() {
        return Some(Node::Text(text.into_owned()));
    }
    let items = document.items()?;
    let [tag, attributes, children] = items.as_slice() else { return None };
    let tag = known(TAGS, &tag.as_text()?)?;
    let attribute = |name: String| {
        let name = known(ATTRIBUTES, &name)?;
        Some((name, attributes.field(name)?.as_text()?.into_owned()))
    };
    let attributes = attributes.field_names().into_iter().map(attribute).collect::<Option<_>>()?;
    Some(Node::Element(Element { tag, attributes, children: nodes(children)? }))
}

fn known(all: &[&'static str], word: &str) -> Option<&'static str> {
    all.iter().find(|known| **known == word).copied()
}

fn pairs<N: source::Node>(document: &N) -> Option<Vec<(String, String)>> {
    let pair = |node: &N| list(node, |node| text(node).map(String::from)).ok().and_then(|pair| <[String; 2]>::try_from(pair).ok());
    document.items()?.iter().map(|node| pair(node).map(|[one, other]| (one, other))).collect()
}
