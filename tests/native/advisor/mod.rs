//! The planner's answers in words: exact sentences, the shape of the tree, and where following them leads.

mod asked;
pub mod boards;
mod flips;
mod following;
mod further;
mod messages;
mod panels;
mod places;
mod sentences;
mod shape;

use crate::support::knowledge_alliances;
use allians::advisor::{AdviceOptions, Element, Node, Panels, advise};
use allians::engine::Country;
use allians::i18n::Language;
use allians::plan::Plan;

/// The answers to a plan of the seed's call; a country is called by its code.
fn sheet(plan: &Plan, language: Language) -> Panels {
    let file = knowledge_alliances();
    let call = file.call(plan.year, None).unwrap();
    advise(plan, &file, &call, language, &|country: Country| country.code().to_owned(), &AdviceOptions::default())
}

/// All elements of the nodes, outer ones first.
fn elements(nodes: &[Node]) -> Vec<&Element> {
    let mut found = Vec::new();
    for node in nodes {
        if let Node::Element(element) = node {
            found.push(element);
            found.extend(elements(&element.children));
        }
    }
    found
}

/// The text of nodes; what a button says stands in brackets.
fn text(nodes: &[Node]) -> String {
    let of = |node: &Node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(element) if element.tag == "button" => format!("[{}]", text(&element.children)),
        Node::Element(element) => text(&element.children),
    };
    nodes.iter().map(of).collect()
}

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str())
}

/// The box with a class among its classes.
fn panel<'a>(sheet: &'a Panels, class: &str) -> Option<&'a Element> {
    let has = |element: &&Element| attribute(element, "class").is_some_and(|classes| classes.split(' ').any(|one| one == class));
    sheet.panels.iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None }).find(has)
}
