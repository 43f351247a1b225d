//! What a drag looks like: the preview under the pointer, the place it is over, scrolling near edges.

use super::dom;
use crate::board::{Place, Zone};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, PointerEvent};

/// How near an edge scrolling begins, in CSS pixels.
const EDGE: i32 = 56;
/// How far one frame scrolls.
const STEP: i32 = 12;

/// The dragged card's likeness. It goes when it is dropped.
pub(super) struct Preview {
    /// Whose.
    pub(super) organisation: Rc<str>,
    likeness: Element,
    card: Element,
    /// From the pointer to the card's corner.
    offset: (i32, i32),
}

impl Preview {
    /// A likeness of the organisation's card under the pointer.
    pub(super) fn lift(organisation: &Rc<str>, at: (i32, i32)) -> Option<Preview> {
        let card = dom::card(organisation)?;
        let rect = card.get_bounding_client_rect();
        let likeness: Element = card.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        for attribute in ["data-organisation", "aria-posinset", "aria-setsize"] {
            likeness.remove_attribute(attribute).ok()?;
        }
        likeness.set_attribute("data-preview", "").ok()?;
        likeness.set_attribute("aria-hidden", "true").ok()?;
        likeness.set_attribute("inert", "").ok()?;
        dom::set_style(&likeness, "width", &format!("{}px", rect.width() as i32));
        dom::document()?.body()?.append_child(&likeness).ok()?;
        card.set_attribute("data-lifted", "").ok()?;
        let offset = (rect.left() as i32 - at.0, rect.top() as i32 - at.1);
        let preview = Preview { organisation: organisation.clone(), likeness, card, offset };
        preview.move_to(at);
        Some(preview)
    }

    /// Moves it with the pointer.
    pub(super) fn move_to(&self, at: (i32, i32)) {
        // Whole pixels: formatting fractions would cost the first visit five kilobytes.
        let (x, y) = (at.0 + self.offset.0, at.1 + self.offset.1);
        dom::set_style(&self.likeness, "transform", &format!("translate3d({x}px,{y}px,0) rotate(-1.5deg)"));
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.likeness.remove();
        // The card may be gone from the page by now, which is as good.
        let _ = self.card.remove_attribute("data-lifted");
    }
}

/// The organisation whose card a press would drag: mouse and pen anywhere on it, touch on its handle.
pub(super) fn pressed_card(event: &PointerEvent) -> Option<Rc<str>> {
    if !event.is_primary() || event.button() != 0 || event.ctrl_key() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    if target.closest("button, a, input, select, textarea, summary, label").ok()?.is_some() {
        return None;
    }
    if event.pointer_type() == "touch" && target.closest("[data-handle]").ok()?.is_none() {
        return None;
    }
    let card = target.closest("[data-organisation]").ok()??;
    card.get_attribute("data-organisation").map(Rc::from)
}

/// The place on the board under a point of the window.
pub(super) fn place_at(at: (i32, i32)) -> Option<Place> {
    let under = dom::document()?.element_from_point(at.0 as f32, at.1 as f32)?;
    let zone = Zone::parse(&under.closest("[data-zone]").ok()??.get_attribute("data-zone")?)?;
    let Some(card) = under.closest("[data-organisation]").ok()? else { return Some(Place::end_of(zone)) };
    let id = |card: &Element| card.get_attribute("data-organisation").map(Rc::from);
    let before = if is_first_half(&card, at) { id(&card) } else { card.next_element_sibling().as_ref().and_then(id) };
    Some(Place { zone, before })
}

/// Whether a point is in the half of a card that means "before it": the left where cards stand side by side, else the upper.
fn is_first_half(card: &Element, at: (i32, i32)) -> bool {
    let rect = card.get_bounding_client_rect();
    let neighbour = card.next_element_sibling().or_else(|| card.previous_element_sibling());
    let beside = |other: DomRect| (other.top() - rect.top()).abs() < rect.height() / 2.0;
    if neighbour.is_some_and(|neighbour| beside(neighbour.get_bounding_client_rect())) {
        f64::from(at.0) < rect.left() + rect.width() / 2.0
    } else {
        f64::from(at.1) < rect.top() + rect.height() / 2.0
    }
}

/// Marks the missing seat under a point of the window, and takes the mark from the one before.
pub(super) fn mark_seat(at: Option<(i32, i32)>) {
    let under = at.and_then(|at| dom::document()?.element_from_point(at.0 as f32, at.1 as f32)?.closest(".ghost").ok()?);
    let marked = dom::find(".ghost[data-under]");
    if marked == under {
        return;
    }
    // An attribute that cannot be set leaves the seat without its mark; the drop is the same.
    let _ = marked.map(|seat| seat.remove_attribute("data-under"));
    let _ = under.map(|seat| seat.set_attribute("data-under", ""));
}

/// Marks the place that a card would go to, and takes the mark from the one before.
pub(super) fn mark(place: Option<&Place>) {
    let Some(document) = dom::document() else { return };
    for attribute in ["data-over", "data-before"] {
        if let Ok(marked) = document.query_selector_all(&format!("[{attribute}]")) {
            for at in 0..marked.length() {
                // An attribute that is gone already is no failure.
                let _ = marked.item(at).and_then(|node| node.dyn_into::<Element>().ok()).map(|element| element.remove_attribute(attribute));
            }
        }
    }
    let Some(place) = place else { return };
    if let Ok(Some(zone)) = document.query_selector(&format!("[data-zone={}]", place.zone.as_str())) {
        let _ = zone.set_attribute("data-over", "");
    }
    if let Some(card) = place.before.as_deref().and_then(dom::card) {
        let _ = card.set_attribute("data-before", "");
    }
}

/// Scrolls what is under the pointer when it is near an edge: a long list first, else the page.
pub(super) fn scroll_near_edge(at: (i32, i32)) {
    let Some(window) = dom::window() else { return };
    let under = dom::document().and_then(|document| document.element_from_point(at.0 as f32, at.1 as f32));
    let list =
        under.and_then(|element| element.closest("[data-scroll]").ok()?).filter(|list| list.scroll_height() > list.client_height() + 1);
    if let Some(list) = list {
        let rect = list.get_bounding_client_rect();
        let step = step(f64::from(at.1), rect.top(), rect.bottom());
        if step != 0 {
            return list.set_scroll_top(list.scroll_top() + step);
        }
    }
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let step = step(f64::from(at.1), 0.0, height);
    if step != 0 {
        window.scroll_by_with_x_and_y(0.0, f64::from(step));
    }
}

fn step(at: f64, top: f64, bottom: f64) -> i32 {
    if at < top + f64::from(EDGE) {
        -STEP
    } else if at > bottom - f64::from(EDGE) {
        STEP
    } else {
        0
    }
}
