//! The bar: the plan's name, the call, the duration, the way back, files, language.

use super::icon::{self, icon};
use super::say::t;
use super::store::Store;
use crate::engine::Rule;
use crate::i18n::{Language, Message};
use crate::web::offline::Offline;
use yew::prelude::*;

/// The bar.
pub(super) fn top_bar(store: &Store) -> Html {
    let language = store.language;
    let say = |message: Message<'_>| t(language, message);
    html! {
        <header class="top">
            <h1 class="brand">{ icon::logo() }{ "Allians" }</h1>
            <input class="plan" type="text" autocomplete="off" maxlength="200" value={store.board().title.to_string()} data-title=""
                aria-label={say(Message::PlanName)} placeholder={say(Message::UntitledPlan)} />
            <label class="call"><span class="sub">{ say(Message::Call) }</span>
                <select class="btn" data-call="">{ call_options(store) }</select>
            </label>
            <fieldset class="seg"><legend class="sr">{ say(Message::Duration) }</legend>{ durations(store) }</fieldset>
            <span class="spacer"></span>
            { offline(store) }
            <div class="group">
                <button type="button" class="btn quiet square" data-undo="" aria-label={say(Message::Undo)} title={say(Message::Undo)}
                    aria-disabled={(!store.history.can_undo()).then_some("true")}>{ icon(icon::UNDO) }</button>
                <button type="button" class="btn quiet square" data-redo="" aria-label={say(Message::Redo)} title={say(Message::Redo)}
                    aria-disabled={(!store.history.can_redo()).then_some("true")}>{ icon(icon::REDO) }</button>
            </div>
            <div class="group">
                if !store.board().is_empty() { <button type="button" class="btn quiet" data-empty="">{ say(Message::NewPlan) }</button> }
                <label class="btn file"><input type="file" class="sr" accept=".json,application/json" data-open="" />{ say(Message::OpenFile) }</label>
                <button type="button" class="btn" data-save="">{ say(Message::SaveFile) }</button>
                <select class="btn" aria-label={say(Message::Language)} data-language="">
                    for other in Language::ALL.iter().copied() {
                        <option value={other.as_str()} lang={other.as_str()} selected={other == language}>{ other.own_name() }</option>
                    }
                </select>
            </div>
        </header>
    }
}

fn call_options(store: &Store) -> Html {
    let call = &store.board().call;
    let mut options = Vec::new();
    for file in store.calls.iter() {
        for year in file.years.iter().rev().copied() {
            let title = t(store.language, Message::CallInYear { call: file.title.in_language(store.language), year });
            let selected = file.id == call.id() && year == call.year();
            options.push(html! { <option value={format!("{}/{year}", file.id)} {selected}>{ title }</option> });
        }
    }
    options.into_iter().collect()
}

fn durations(store: &Store) -> Html {
    let stated = store.board().project.duration_months;
    let mut months: Vec<u32> = Vec::new();
    for requirement in store.board().call.requirements() {
        if let Rule::Duration(rule) = &requirement.rule {
            months = rule.months.to_vec();
        }
    }
    // A duration that a file states and the call does not allow is shown too, so that it can be seen and changed.
    if let Some(stated) = stated.filter(|stated| !months.contains(stated)) {
        months.push(stated);
    }
    let choice = |months: u32| {
        let words = if months.is_multiple_of(12) { Message::Years(months / 12) } else { Message::Months(months) };
        let on = stated == Some(months);
        html! {
            <label class={if on { "on" } else { "" }}>
                <input type="radio" name="duration" class="sr" checked={on} data-duration={months.to_string()} />{ t(store.language, words) }
            </label>
        }
    };
    months.into_iter().map(choice).collect()
}

/// The line on the offline copy. Its room is kept from the start, so that nothing moves when it comes.
fn offline(store: &Store) -> Html {
    if let Some(Offline::Waiting(_)) = &store.offline {
        return html! {
            <span class="offline new" data-offline="waiting" role="status">
                { t(store.language, Message::NewVersion) }
                <button type="button" class="btn" data-reload="">{ t(store.language, Message::Reload) }</button>
            </span>
        };
    }
    let ready = store.offline.as_ref().map(|_| "ready");
    html! { <span class="offline" data-offline={ready}><i aria-hidden="true"></i>{ t(store.language, Message::ReadyOffline) }</span> }
}
