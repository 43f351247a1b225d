//! scratch
use super::{boards, sheet};
use allians::advisor::Node;
use allians::i18n::Language;

fn show(nodes: &[Node], depth: usize) {
    for node in nodes {
        match node {
            Node::Text(text) => println!("{}{text:?}", "  ".repeat(depth)),
            Node::Element(element) => {
                let attributes: Vec<String> = element.attributes.iter().map(|(name, value)| format!("{name}={value:?}")).collect();
                println!("{}<{} {}>", "  ".repeat(depth), element.tag, attributes.join(" "));
                show(&element.children, depth + 1);
            }
        }
    }
}

#[test]
fn print() {
    for language in Language::ALL {
        let sheet = sheet(&boards::mock(), *language);
        show(&sheet.ghosts, 0);
        show(&sheet.panels, 0);
        println!("{:#?} {:#?}\n{}", sheet.badges, sheet.flips, sheet.said);
    }
}
