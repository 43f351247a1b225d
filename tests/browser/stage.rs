//! The page mounted for one test, with what the browser keeps from before, and waiting for what it shows.

use js_sys::{Date, Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, Storage, Window};

/// How long something may take before it counts as not happening, in milliseconds. Far more than it takes.
const PATIENCE: f64 = 5_000.0;

pub(crate) fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

pub(crate) fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// One mounted page. It leaves the document when dropped.
pub(crate) struct Stage {
    root: Element,
}

impl Stage {
    /// The page in a fresh element, with what the browser keeps from before.
    pub(crate) async fn with(kept: &[(&str, &str)]) -> Stage {
        // Pages of tests before this one write what they still have to, as when they are left.
        window().dispatch_event(&web_sys::Event::new("pagehide").unwrap()).unwrap();
        storage().clear().unwrap();
        for (key, text) in kept.iter().chain(&[("allians:language", "sv")]) {
            storage().set_item(key, text).unwrap();
        }
        // A test that failed has left its page behind.
        while let Some(left) = document().get_element_by_id("app") {
            left.remove();
        }
        let root = document().create_element("div").unwrap();
        root.set_id("app");
        document().body().unwrap().append_child(&root).unwrap();
        document().document_element().unwrap().remove_attribute("data-ready").unwrap();
        allians::web::app::mount();
        until("the page is ready", || document().query_selector("html[data-ready]").unwrap()).await;
        Stage { root }
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }

    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    pub(crate) async fn wait_for(&self, selector: &str) -> Element {
        until(selector, || self.find(selector)).await
    }

    pub(crate) async fn wait_gone(&self, selector: &str) {
        until(&format!("{selector} gone"), || self.find(selector).is_none().then_some(())).await;
    }

    pub(crate) async fn click(&self, selector: &str) {
        self.wait_for(selector).await.unchecked_into::<HtmlElement>().click();
    }

    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        let field: HtmlSelectElement = self.wait_for(selector).await.unchecked_into();
        field.set_value(value);
        tell(&field, "change");
    }

    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.wait_for(selector).await.unchecked_into();
        field.set_value(text);
        tell(&field, "input");
        tell(&field, "change");
    }

    /// The ids of the cards of a side, in order.
    pub(crate) fn cards(&self, zone: &str) -> Vec<String> {
        let cards = self.all(&format!("[data-zone={zone}] [data-organisation]"));
        cards.iter().filter_map(|card| card.get_attribute("data-organisation")).collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn tell(field: &Element, event: &str) {
    let options = web_sys::EventInit::new();
    options.set_bubbles(true);
    field.dispatch_event(&web_sys::Event::new_with_event_init_dict(event, &options).unwrap()).unwrap();
}

/// Waits, a frame at a time, until there is what the test looks for.
pub(crate) async fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    let until = Date::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Date::now() < until, "not within {PATIENCE} ms: {what}");
        frame().await;
    }
}

async fn frame() {
    let painted = Promise::new(&mut |done: Function, _| {
        window().request_animation_frame(&done).unwrap();
    });
    JsFuture::from(painted).await.unwrap();
}
