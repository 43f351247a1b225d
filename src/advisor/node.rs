//! The tree of elements that answers are made of. It has no markup in it: texts are texts, and the page makes the elements.

use serde::ser::{Serialize, SerializeTuple, Serializer};

/// A text or an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// A text; serialised as `"text"`.
    Text(String),
    /// An element; serialised as `["tag", {"attribute": "value"}, [children]]`.
    Element(Element),
}

/// An element with its attributes and what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element {
    /// Its tag.
    pub tag: &'static str,
    /// Its attributes, in the order in which they were given.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Element {
    pub(super) fn new(tag: &'static str) -> Element {
        Element { tag, attributes: Vec::new(), children: Vec::new() }
    }

    pub(super) fn with(mut self, attribute: &'static str, value: impl Into<String>) -> Element {
        self.attributes.push((attribute, value.into()));
        self
    }

    pub(super) fn class(self, class: &str) -> Element {
        self.with("class", class)
    }

    pub(super) fn child(mut self, child: impl Into<Node>) -> Element {
        self.children.push(child.into());
        self
    }

    pub(super) fn children(mut self, children: impl IntoIterator<Item = Node>) -> Element {
        self.children.extend(children);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Node {
        Node::Text(text)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Node {
        Node::Text(text.to_owned())
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Text(text) => serializer.serialize_str(text),
            Node::Element(element) => element.serialize(serializer),
        }
    }
}

impl Serialize for Element {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parts = serializer.serialize_tuple(3)?;
        parts.serialize_element(self.tag)?;
        parts.serialize_element(&Attributes(&self.attributes))?;
        parts.serialize_element(&self.children)?;
        parts.end()
    }
}

struct Attributes<'a>(&'a [(&'static str, String)]);

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// All texts in the nodes, one after another.
pub(super) fn text_of(nodes: &[Node]) -> String {
    let mut text = String::new();
    collect(nodes, &mut text);
    text
}

fn collect(nodes: &[Node], text: &mut String) {
    for node in nodes {
        match node {
            Node::Text(words) => text.push_str(words),
            Node::Element(element) => collect(&element.children, text),
        }
    }
}

/// Adds nodes; texts beside each other become one.
pub(super) fn append(nodes: &mut Vec<Node>, more: impl IntoIterator<Item = Node>) {
    for node in more {
        match (nodes.last_mut(), node) {
            (Some(Node::Text(text)), Node::Text(words)) => text.push_str(&words),
            (_, node) => nodes.push(node),
        }
    }
}

/// A paragraph of sentences with spaces between them.
pub(super) fn paragraph(sentences: impl IntoIterator<Item = Vec<Node>>) -> Element {
    let mut nodes: Vec<Node> = Vec::new();
    for sentence in sentences.into_iter().filter(|sentence| !sentence.is_empty()) {
        if !nodes.is_empty() {
            append(&mut nodes, [Node::from(" ")]);
        }
        append(&mut nodes, sentence);
    }
    Element::new("p").children(nodes)
}

/// A text in bold.
pub(super) fn bold(text: impl Into<String>) -> Node {
    Element::new("b").child(text.into()).into()
}

/// A list without bullets, still a list to those who hear it.
pub(super) fn list(class: &str, items: impl IntoIterator<Item = Element>) -> Element {
    Element::new("ul").class(class).with("role", "list").children(items.into_iter().map(Node::from))
}

/// Something to unfold. By its key it is known again, so that it stays unfolded when its words or the numbers in them change.
pub(super) fn details(key: &str, class: &str, summary: impl Into<Node>, inside: impl IntoIterator<Item = Element>) -> Element {
    let summary = Element::new("summary").child(summary);
    Element::new("details").class(class).with("data-key", key).child(summary).children(inside.into_iter().map(Node::from))
}

/// A button that gives the page a command.
pub(super) fn button(command: &'static str, value: impl Into<String>, label: impl Into<String>) -> Element {
    Element::new("button").with("type", "button").class("btn").with(command, value).child(label.into())
}
