//! What a visitor does: mouse, finger and keyboard, as the browser gets them from devices.

use crate::look::card;
use crate::page::Page;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions};
use fantoccini::key::Key;
use serde_json::json;
use std::time::Duration;

/// A point of the window.
pub type Point = (f64, f64);

/// More elements than the page has ever to be passed on the way to one.
const MOST_STEPS: usize = 150;

impl Page {
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        // The driver's own scrolling is as smooth as the page's, and it does not wait for its end.
        self.point(selector, 0.5, 0.5);
        self.wait(element.click());
    }

    pub fn choose(&self, selector: &str, value: &str) {
        let element = self.element(selector);
        self.wait(element.select_by_value(value));
    }

    /// Types into a field, or names the file of a file field.
    pub fn write(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.wait(element.send_keys(text));
    }

    /// A point of an element, as parts of its width and height from its corner; the element is scrolled to where it is seen.
    pub fn point(&self, selector: &str, across: f64, down: f64) -> Point {
        self.wait_for(selector);
        let script = "const it = document.querySelector(arguments[0]);
            const seen = ({ top, bottom }) => top >= 0 && bottom <= innerHeight;
            if (!seen(it.getBoundingClientRect()) && !it.matches('[data-zone]')) it.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = it.getBoundingClientRect();
            return [left + width * arguments[1], top + height * arguments[2]]";
        let point = self.script(script, json!([selector, across, down]));
        (point[0].as_f64().unwrap().round(), point[1].as_f64().unwrap().round())
    }

    /// A point of the words on a card, where it can be taken.
    pub fn grip(&self, id: &str) -> Point {
        self.point(&format!("{} b", card(id)), 0.5, 0.5)
    }

    /// The middle of a side's heading: what is let go there comes last.
    pub fn end_of(&self, zone: &str) -> Point {
        self.point(&format!("[data-heading={zone}]"), 0.5, 0.5)
    }

    /// Presses the mouse at one point and moves it to another, without letting go.
    pub fn mouse_down_to(&self, from: Point, to: Point) {
        let half = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        self.mouse(&[go(from), press(), go(half), go(to)]);
    }

    /// Lets the mouse go.
    pub fn mouse_up(&self) {
        self.mouse(&[PointerAction::Up { button: MOUSE_BUTTON_LEFT }]);
    }

    pub fn drag(&self, from: Point, to: Point) {
        self.mouse_down_to(from, to);
        self.mouse_up();
    }

    fn mouse(&self, steps: &[PointerAction]) {
        let mouse = steps.iter().cloned().fold(MouseActions::new("mouse".to_owned()), InputSource::then);
        self.perform(mouse);
    }

    /// Puts a finger down at one point and moves it to another in `steps`, without lifting it.
    pub fn touch_to(&self, from: Point, to: Point, steps: u32) {
        self.touch([go(from), press()].into_iter().chain(Self::touch_way(from, to, steps)));
    }

    fn touch_way(from: Point, to: Point, steps: u32) -> impl Iterator<Item = PointerAction> {
        let way = move |part: u32| {
            let part = f64::from(part) / f64::from(steps);
            (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
        };
        let step = Some(Duration::from_millis(20));
        (1..=steps).map(move |part| PointerAction::MoveTo { duration: step, x: way(part).0, y: way(part).1 })
    }

    /// The same, and lifts the finger: all in one, since the driver does not lift a finger that an earlier order put down.
    pub fn touch_drag(&self, from: Point, to: Point, steps: u32) {
        let up = PointerAction::Up { button: MOUSE_BUTTON_LEFT };
        self.touch([go(from), press()].into_iter().chain(Self::touch_way(from, to, steps)).chain([up]));
    }

    /// The system takes the finger for itself, as for a call that comes in.
    pub fn touch_lost(&self) {
        self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchCancel", "touchPoints": [] }));
    }

    fn touch(&self, steps: impl IntoIterator<Item = PointerAction>) {
        let finger = steps.into_iter().fold(TouchActions::new("finger".to_owned()), InputSource::then);
        self.perform(finger);
    }

    pub fn key(&self, key: Key) {
        self.keys(&[char::from(key)]);
    }

    /// Presses these together and lets them go the other way round.
    pub fn keys(&self, keys: &[char]) {
        let down = keys.iter().map(|value| KeyAction::Down { value: *value });
        let up = keys.iter().rev().map(|value| KeyAction::Up { value: *value });
        let keyboard = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        self.perform(keyboard);
    }

    pub fn control(&self, key: char) {
        self.keys(&[char::from(Key::Control), key]);
    }

    /// Types, wherever the focus is.
    pub fn type_text(&self, text: &str) {
        text.chars().for_each(|letter| self.keys(&[letter]));
    }

    /// Goes on with Tab until the focus is there. Passing through nothing is a failure: there a keyboard would be lost.
    pub fn tab_to(&self, selector: &str) {
        self.step_to(selector, &[char::from(Key::Tab)]);
    }

    /// The same backwards.
    pub fn tab_back_to(&self, selector: &str) {
        self.step_to(selector, &[char::from(Key::Shift), char::from(Key::Tab)]);
    }

    fn step_to(&self, selector: &str, keys: &[char]) {
        let from = self.focused();
        for _ in 0..MOST_STEPS {
            self.keys(keys);
            assert!(!self.is_focused("body"), "on the way from {from} to {selector} the focus is on nothing");
            if self.is_focused(selector) {
                return;
            }
        }
        panic!("with {MOST_STEPS} steps from {from} the focus did not come to {selector}; it is on {}", self.focused());
    }
}

fn go((x, y): Point) -> PointerAction {
    PointerAction::MoveTo { duration: None, x, y }
}

fn press() -> PointerAction {
    PointerAction::Down { button: MOUSE_BUTTON_LEFT }
}
