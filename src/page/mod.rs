//! The page: state at the top, one component or one part of the page a file below it.
//!
//! A component costs every visitor some two kilobytes, so only what must not be drawn with the rest is one: the pool, cards,
//! requirement rows, fields of the project, the worker's answers and the form. All else is a function.

mod advice_panel;
mod advised;
mod advisor;
mod announcer;
mod autosave;
mod boot;
mod calls;
mod card;
mod clipboard;
mod commands;
mod consortium;
mod country_labels;
mod country_map;
mod dom;
mod drag_view;
mod example;
mod fetched;
mod fields;
mod files;
mod form_commands;
mod form_values;
mod icon;
mod language;
mod notice;
mod offline;
mod organisation_form;
mod plan_text;
mod pool;
mod project_field;
mod project_values;
mod reduce;
mod requirement_line;
mod requirement_row;
mod requirements;
mod say;
mod storage;
mod store;
mod top_bar;
mod use_drag;
mod use_page;

use crate::i18n::Message;
use advice_panel::AdvicePanel;
use advisor::Advisor;
use commands::{Commands, use_commands};
use organisation_form::OrganisationForm;
use pool::Pool;
use requirements::remaining;
use say::t;
use std::rc::Rc;
use store::Store;
use web_sys::DragEvent;
use yew::prelude::*;

/// Starts the page in its element, once its texts and the call that it begins with are there.
pub fn mount() {
    wasm_bindgen_futures::spawn_local(async {
        let advisor = Advisor::default();
        match boot::boot(&advisor).await {
            Some(first) => show(first, advisor),
            None => fail(),
        }
    });
}

fn show(first: Store, advisor: Advisor) {
    if let Some(root) = dom::document().and_then(|document| document.get_element_by_id("app")) {
        // Before the first drawing: changed later, it makes the browser lay out the whole page again.
        use_page::show_language(first.language);
        yew::Renderer::<Page>::with_root_and_props(root, PageProps { first, advisor }).render();
    }
}

/// Without its call nothing can be said of a plan. The words for it are in index.html, in every language.
fn fail() {
    storage::booted();
    for (id, hidden) in [("app", true), ("boot-failed", false)] {
        if let Some(element) = dom::document().and_then(|document| document.get_element_by_id(id)) {
            // Where this fails too, the word of loading stays.
            let _ = element.toggle_attribute_with_force("hidden", hidden);
        }
    }
}

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
pub(crate) struct PageProps {
    first: Store,
    advisor: Advisor,
}

/// The page.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| props.first.clone());
    let dispatch = state.dispatcher();
    let store = use_memo((*state).clone(), Store::clone);
    let board = use_node_ref();
    let (drag, feed) = use_drag::use_drag(&board, &store, &dispatch);
    let (commands, onclick, onchange) = use_commands(&store, &dispatch, &props.advisor);
    use_page::use_page(&store, &dispatch, &feed, &commands);
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
                // Below the pool on a phone, so that it does not come between the two sides.
                <div class="advice" data-slot="panels">
                    if store.narrow { { advice_panel::seats(&store) } }
                    <AdvicePanel advice={store.advice.clone()} />
                </div>
                { requirements::requirements(&store) }
            </main>
            { bottom(&store) }
            <div class="sr" role="status" aria-live="polite" aria-atomic="true" data-status-region=""></div>
            <div class="sr" role="status" data-advice-said=""></div>
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
            files::open_file(file, commands.store.clone(), commands.advisor.clone(), commands.dispatch.clone());
        }
    })
}
