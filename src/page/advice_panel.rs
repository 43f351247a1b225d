//! What the worker has answered, drawn: boxes below the board, and missing seats among the members.
//!
//! The answers are trees of a few tags and attributes. Parts with a key keep their element when what is around them changes, and so
//! keep what is unfolded and what has the focus.

use super::store::Store;
use crate::advisor::{Element, Node, Panels};
use crate::board::Zone;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VTag};

/// Properties of [`AdvicePanel`].
#[derive(Properties, PartialEq)]
pub(crate) struct AdvicePanelProps {
    pub(super) advice: Rc<Panels>,
}

/// The boxes below the board. They are drawn when the worker has answered, and not with everything else.
#[component]
pub(crate) fn AdvicePanel(props: &AdvicePanelProps) -> Html {
    html! { <>{ for children(&props.advice.panels) }</> }
}

/// The seats that are missing, each a place to drop a card on.
pub(super) fn seats(store: &Store) -> Html {
    if store.advice.vacancies.is_empty() {
        return Html::default();
    }
    html! { <ul class="ghosts" role="list" data-zone={Zone::Consortium.as_str()}>{ for children(&store.advice.vacancies) }</ul> }
}

/// The nodes of one parent. Where one of them has a key all have one: the others by their tag and which of that tag they are.
pub(super) fn children(nodes: &[Node]) -> Vec<Html> {
    let keyed = nodes.iter().any(|node| matches!(node, Node::Element(element) if key(element).is_some()));
    let of_one = |(at, node): (usize, &Node)| match node {
        Node::Text(text) => Html::from(text.clone()),
        Node::Element(element) => {
            let is_same = |node: &&Node| matches!(node, Node::Element(other) if other.tag == element.tag);
            let count = || nodes.iter().take(at).filter(is_same).count();
            let own = || key(element).map_or_else(|| format!("{}{}", element.tag, count()), |(name, value)| format!("{name}{value}"));
            drawn(element, keyed.then(|| Key::from(own())))
        }
    };
    nodes.iter().enumerate().map(of_one).collect()
}

/// What an element is known by among its neighbours.
fn key(element: &Element) -> Option<(&'static str, &str)> {
    let of = |name: &'static str| element.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| (name, value.as_str()));
    of("data-key").or_else(|| of("data-row"))
}

fn drawn(element: &Element, key: Option<Key>) -> Html {
    let mut tag = VTag::new(element.tag);
    for (name, value) in &element.attributes {
        tag.add_attribute(name, value.clone());
    }
    tag.key = key;
    tag.add_children(children(&element.children));
    tag.into()
}
