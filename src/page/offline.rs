//! The service worker: registers it, and says when the page is ready offline and when a new version waits.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};
use yew::Callback;

/// What the visitor should know of it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Offline {
    /// All files are kept: the page loads without a network.
    Ready,
    /// A newer version has been fetched and waits.
    Waiting(ServiceWorker),
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = super::dom::window()?.navigator();
    // Absent on insecure addresses and where the browser has none; then the page simply is not there offline.
    let container = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}

/// Registers the worker. Failing to do so costs nothing but the offline copy.
pub(crate) fn register(tell: Callback<Offline>) {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.register("sw.js")).await else { return };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
        match (registration.active(), registration.waiting()) {
            (Some(_), Some(waiting)) => tell.emit(Offline::Waiting(waiting)),
            (Some(_), None) => tell.emit(Offline::Ready),
            (None, _) => {}
        }
        follow(&registration, &tell);
        let found = registration.clone();
        EventListener::new(&registration, "updatefound", move |_| follow(&found, &tell)).forget();
    });
}

/// Follows a worker that is being installed until it is ready or waits.
fn follow(registration: &ServiceWorkerRegistration, tell: &Callback<Offline>) {
    let Some(worker) = registration.installing().or_else(|| registration.waiting()) else { return };
    // With no worker at work before it, it is the first, which does not wait.
    let update = registration.active().is_some();
    let tell = tell.clone();
    let followed = worker.clone();
    EventListener::new(&worker, "statechange", move |_| match followed.state() {
        ServiceWorkerState::Installed if update => tell.emit(Offline::Waiting(followed.clone())),
        ServiceWorkerState::Activated => tell.emit(Offline::Ready),
        _ => {}
    })
    .forget();
}

/// Lets the waiting version take over, and loads the page anew as soon as it has.
pub(crate) fn reload_into(waiting: &ServiceWorker) {
    let (Some(container), Some(window)) = (container(), super::dom::window()) else { return };
    EventListener::once(&container, "controllerchange", move |_| {
        // A reload that the browser refuses leaves the page as it is.
        let _ = window.location().reload();
    })
    .forget();
    let message = js_sys::Object::new();
    let asked =
        js_sys::Reflect::set(&message, &"type".into(), &"skip-waiting".into()).and_then(|_| waiting.post_message(&message).map(|()| true));
    if let Err(error) = asked {
        web_sys::console::error_1(&error);
    }
}
