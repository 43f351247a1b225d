//! The page mounted for one test, with what the browser keeps from before and the files beside it, and waiting for what it shows.

use allians::calls::call_files;
use allians::i18n::text_files;
use js_sys::{Date, Function, Promise, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, Response, ResponseInit, Storage, StorageEvent, Window};

/// Where the browser keeps the plan.
pub(crate) const PLAN: &str = "allians:plan";
/// The call that the page begins with.
pub(crate) const FIRST: (&str, u16) = ("erasmus-knowledge-alliances", 2020);
/// Another, which asks for months of a range.
pub(crate) const SMALL: (&str, u16) = ("erasmus-small-scale-partnerships", 2026);

/// How long something may take before it counts as not happening, in milliseconds. Far more than it takes.
const PATIENCE: f64 = 5_000.0;

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

pub(crate) fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// The plan that the browser keeps, where it is one.
pub(crate) fn kept() -> Option<Value> {
    serde_json::from_str(&storage().get_item(PLAN).unwrap()?).ok()
}

/// The page is left: it keeps at once what it would keep in a moment.
pub(crate) fn leave() {
    window().dispatch_event(&Event::new("pagehide").unwrap()).unwrap();
}

/// A plan with one member, the applicant, and one organisation in the pool.
pub(crate) fn plan((call, year): (&str, u16)) -> Value {
    json!({
        "format": "allians-plan", "version": 1, "title": "Plan A", "call": call, "year": year,
        "organisations": [{ "id": "aalto", "name": "Aalto", "kind": "hei", "country": "FI" }, { "id": "lund", "name": "Lund", "kind": "hei" }],
        "members": [{ "organisation": "aalto", "role": "applicant" }],
    })
}

/// The server of the tests has no calls and texts beside the page: they are answered here, those whose names begin with what is missing
/// by "not found". All else is asked of the server.
pub(crate) fn serve(missing: Option<&str>) {
    thread_local! {
        static OF_SERVER: Function = Reflect::get(&window(), &"fetch".into()).unwrap().unchecked_into();
    }
    let of_server = OF_SERVER.with(Function::clone);
    let missing = missing.map(str::to_owned);
    let fetch = Closure::<dyn Fn(String, JsValue) -> Promise<Response>>::new(move |address: String, wish: JsValue| {
        let is_missing = |file: &str| missing.as_ref().is_some_and(|missing| file.starts_with(missing));
        let texts = text_files().map(|(file, text)| (file.into(), text.as_bytes().to_vec()));
        match call_files().chain(texts).find(|(file, _)| address.ends_with(&**file)) {
            None => of_server.call2(&window(), &address.into(), &wish).unwrap().unchecked_into(),
            Some((file, _)) if is_missing(&file) => {
                let not_found = ResponseInit::new();
                not_found.set_status(404);
                Promise::resolve(&Response::new_with_opt_str_and_init(None, &not_found).unwrap())
            }
            Some((_, mut bytes)) => Promise::resolve(&Response::new_with_opt_u8_array(Some(&mut bytes)).unwrap()),
        }
    });
    Reflect::set(&window(), &"fetch".into(), &fetch.into_js_value()).unwrap();
}

/// One mounted page. It leaves the document when dropped.
pub(crate) struct Stage {
    root: Element,
}

impl Stage {
    /// The page in a fresh element, with what the browser keeps from before.
    pub(crate) async fn with(kept: &[(&str, &str)]) -> Stage {
        let stage = Stage::begun(kept, None);
        until("the page is ready", || document().query_selector("html[data-ready]").unwrap()).await;
        stage
    }

    /// The page where the file of a call cannot be had and nothing can be shown without it.
    pub(crate) async fn without(call: &str, kept: &[(&str, &str)]) -> Stage {
        let stage = Stage::begun(kept, Some(&format!("calls/{call}.")));
        stage.wait_for("#boot-failed:not([hidden])").await;
        stage
    }

    fn begun(kept: &[(&str, &str)], missing: Option<&str>) -> Stage {
        // Pages of tests before this one write what they still have to.
        leave();
        serve(missing);
        storage().clear().unwrap();
        for (key, text) in kept.iter().chain(&[("allians:language", "sv")]) {
            storage().set_item(key, text).unwrap();
        }
        // A test that failed has left its page behind.
        while let Some(left) = document().get_element_by_id("stage") {
            left.remove();
        }
        let root = document().create_element("div").unwrap();
        root.set_id("stage");
        root.set_inner_html(
            "<div id=app></div><div id=boot-failed hidden></div>\
            <i data-texts-sv=texts/sv.txt data-texts-fi=texts/fi.txt data-texts-en=texts/en.txt></i>",
        );
        document().body().unwrap().append_child(&root).unwrap();
        document().document_element().unwrap().remove_attribute("data-ready").unwrap();
        allians::page::mount();
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
        self.wait_for(selector).await;
        tell(&self.set(selector, value), "change");
    }

    pub(crate) async fn write(&self, selector: &str, text: &str) {
        self.wait_for(selector).await;
        let field = self.set(selector, text);
        tell(&field, "input");
        tell(&field, "change");
    }

    /// Sets what a field of any kind holds, as somebody does who is not done with it yet.
    pub(crate) fn set(&self, selector: &str, value: &str) -> Element {
        let field = self.find(selector).unwrap();
        Reflect::set(&field, &"value".into(), &value.into()).unwrap();
        field
    }

    /// What a field of any kind holds.
    pub(crate) fn value(&self, selector: &str) -> String {
        Reflect::get(&self.find(selector).unwrap(), &"value".into()).unwrap().as_string().unwrap()
    }

    /// Waits until an element has these words.
    pub(crate) async fn says(&self, selector: &str, words: &str) {
        let said = || self.find(selector).and_then(|element| element.text_content());
        until(&format!("{selector} says {words}"), || said().filter(|said| said == words)).await;
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
    let options = EventInit::new();
    options.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict(event, &options).unwrap()).unwrap();
}

/// Another tab has kept this plan.
pub(crate) fn tell_of_other_tab(text: &str) {
    let event = StorageEvent::new("storage").unwrap();
    event.init_storage_event_with_can_bubble_and_cancelable_and_key_and_old_value_and_new_value(
        "storage",
        false,
        false,
        Some(PLAN),
        None,
        Some(text),
    );
    window().dispatch_event(&event).unwrap();
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
