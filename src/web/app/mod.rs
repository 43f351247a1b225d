//! The page: state at the top, one component or one part of the page a file below it.
//!
//! A component costs every visitor some two kilobytes, so only what must not be drawn with the rest is one: the pool, cards,
//! requirement rows and the form. All else is a function.

mod advised;
mod autosave;
mod boot;
mod calls;
mod card;
mod commands;
mod consortium;
mod country_map;
mod drag_view;
mod example;
mod fields;
mod files;
mod form_values;
#[cfg(core_page)]
mod handover;
mod icon;
mod notice;
mod organisation_form;
mod pool;
mod project_values;
mod requirement_line;
mod requirement_row;
mod requirements;
mod say;
mod status;
mod store;
mod top_bar;
mod use_drag;
mod use_page;
mod where_from;
#[cfg(not(core_page))]
mod whole;

use commands::{Commands, use_commands};
use organisation_form::OrganisationForm;
use pool::Pool;
use requirements::remaining;
use say::t;
use store::Store;

use super::dom;
use crate::i18n::Message;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::DragEvent;
use yew::prelude::*;

/// Starts the page in its element. The build has read every call that is in the page, so there is a first state.
pub fn mount() {
    let saved = boot::saved();
    #[cfg(core_page)]
    show(boot::boot(saved, None));
    // Another call than the page carries is loaded first, so that nothing is ever held against a wrong one.
    #[cfg(not(core_page))]
    wasm_bindgen_futures::spawn_local(async move {
        let trouble = boot::wanted(&saved).await.err();
        show(boot::boot(saved, trouble));
    });
}

thread_local! {
    static SHOWN: RefCell<Option<yew::AppHandle<Page>>> = const { RefCell::new(None) };
}

/// Takes the page away, for the whole page to take its place.
#[cfg(core_page)]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn leave() {
    SHOWN.take().into_iter().for_each(yew::AppHandle::destroy);
}

fn show(first: Option<Store>) {
    let root = dom::document().and_then(|document| document.get_element_by_id("app"));
    if let Some((root, first)) = root.zip(first) {
        // Before the first drawing: changed later, it makes the browser lay out the whole page again.
        use_page::show_language(first.language);
        SHOWN.set(Some(yew::Renderer::<Page>::with_root_and_props(root, PageProps { first }).render()));
    }
}

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
pub(crate) struct PageProps {
    first: Store,
}

/// The page.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| props.first.clone());
    let dispatch = state.dispatcher();
    let store = use_memo((*state).clone(), Store::clone);
    let board = use_node_ref();
    let (drag, feed) = use_drag::use_drag(&board, &store, &dispatch);
    let (commands, onclick, onchange) = use_commands(&store, &dispatch);
    use_page::use_page(&store, &dispatch, &feed);
    let language = store.language;
    html! {
        <div class="page" {onclick} {onchange} ondragover={|event: DragEvent| event.prevent_default()} ondrop={file_drop(&commands)}>
            <a class="skip" href="#consortium">{ t(language, Message::SkipToConsortium) }</a>
            { top_bar::top_bar(&store) }
            { notice::notices(language, &store.notices) }
            <main ref={board} data-board="" onpointerdown={drag.down} onpointermove={drag.moved} onpointerup={drag.up}
                onpointercancel={drag.cancel} onlostpointercapture={drag.lost}>
                <Pool {language} board={store.board().clone()} />
                { consortium::consortium(&store) }
                // Filled by advice.js. Below the pool on a phone, so that it does not come between the two sides.
                <div class="advice" data-slot="panels" />
                if let Some(file) = store.call_file() { { requirements::requirements(&store, file) } }
            </main>
            { bottom(&store) }
            <div class="sr" role="status" aria-live="polite" aria-atomic="true" data-status-region=""></div>
            if let Some(form) = &store.form { <OrganisationForm {commands} form={form.clone()} /> }
        </div>
    }
}

/// On a narrow page, the verdict at hand with a way to the requirements.
fn bottom(store: &Store) -> Html {
    let (met, all) = store.board().report.mandatory();
    let say = |message: Message<'_>| t(store.language, message);
    html! {
        <nav class="bottom" aria-label={say(Message::Requirements)}>
            <span><b>{ say(Message::MetOf { met, all }) }</b>{ " " }<span class="sub">{ remaining(store.language, store.board()) }</span></span>
            <a class="btn primary" href="#requirements">{ say(Message::ShowRequirements) }</a>
        </nav>
    }
}

/// A file that is dropped on the page is opened, wherever it falls.
fn file_drop(commands: &Rc<Commands>) -> Callback<DragEvent> {
    let commands = commands.clone();
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        let file = event.data_transfer().and_then(|transfer| transfer.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            files::open_file(file, commands.store.clone(), commands.dispatch.clone());
        }
    })
}
