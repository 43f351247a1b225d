//! The bar: the plan's name, the call, the duration, the way back, files, language.

use super::icon::{self, icon};
use super::say::t;
use super::store::Store;
#[cfg(not(core_page))]
use crate::calls::Variant;
use crate::calls::{LISTED, ListedCall};
use crate::engine::Rule;
use crate::engine::rule::Duration;
use crate::i18n::{Language, Message};
#[cfg(not(core_page))]
use crate::web::known;
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

/// Each call with its years and variants; then the visitor's own.
fn call_options(store: &Store) -> Html {
    let groups = LISTED.iter().map(|listed| call_group(store, listed));
    #[cfg(not(core_page))]
    let groups = {
        let own = known::all().into_iter().filter(|file| LISTED.iter().all(|listed| listed.id != file.id));
        groups.chain(own.map(|file| call_group(store, &ListedCall::of(file))))
    };
    groups.collect()
}

/// The first page shows of other calls only their names; the whole page has the rest.
#[cfg(core_page)]
fn call_group(store: &Store, listed: &ListedCall) -> Html {
    let call = &store.board().call;
    let title = listed.title.in_language(store.language);
    if listed.id != call.id() {
        return html! { <option value={listed.id}>{ title }</option> };
    }
    let option = |year: u16| {
        let words = t(store.language, Message::CallInYear { call: title, year });
        html! { <option value={format!("{}/{year}", listed.id)} selected={year == call.year()}>{ words }</option> }
    };
    listed.years.iter().rev().copied().map(option).collect()
}

#[cfg(not(core_page))]
fn call_group(store: &Store, listed: &ListedCall) -> Html {
    let call = &store.board().call;
    let title = listed.title.in_language(store.language);
    let mut options = Vec::new();
    for year in listed.years.iter().rev() {
        let variants: Vec<Option<&Variant>> =
            if listed.variants.is_empty() { vec![None] } else { listed.variants.iter().map(Some).collect() };
        for variant in variants {
            let id = variant.map(|variant| variant.id);
            let words = t(store.language, Message::CallInYear { call: title, year: *year });
            let words =
                variant.map_or_else(|| words.to_string(), |variant| format!("{words}, {}", variant.title.in_language(store.language)));
            let selected = listed.id == call.id() && *year == call.year() && id == call.variant();
            let value = id.map_or_else(|| format!("{}/{year}", listed.id), |id| format!("{}/{year}/{id}", listed.id));
            options.push(html! { <option {value} {selected}>{ words }</option> });
        }
    }
    html! { <optgroup label={title}>{ options }</optgroup> }
}

/// The durations that the call allows; of a range a field for a number. A call without them leaves the field free.
fn durations(store: &Store) -> Html {
    let stated = store.board().project.duration_months;
    let rule = store.board().call.requirements().iter().find_map(|requirement| match requirement.rule {
        Rule::Duration(rule) => Some(rule),
        _ => None,
    });
    let Some(Duration::OneOf(months)) = rule else { return months_field(store, rule) };
    // A duration that a file states and the call does not allow is shown too, so that it can be seen and changed.
    let others = stated.into_iter().filter(|stated| !months.contains(stated));
    let choice = |months: u32| {
        let words = if months.is_multiple_of(12) { Message::Years(months / 12) } else { Message::Months(months) };
        let on = stated == Some(months);
        html! {
            <label class={if on { "on" } else { "" }}>
                <input type="radio" name="duration" class="sr" checked={on} data-duration={months.to_string()} />{ t(store.language, words) }
            </label>
        }
    };
    months.iter().copied().chain(others).map(choice).collect()
}

/// The call that the page begins with names its durations.
#[cfg(core_page)]
fn months_field(_: &Store, _: Option<Duration>) -> Html {
    Html::default()
}

#[cfg(not(core_page))]
fn months_field(store: &Store, rule: Option<Duration>) -> Html {
    let (from, to) = match rule {
        Some(Duration::Range { from, to }) => (Some(from.to_string()), Some(to.to_string())),
        _ => (None, None),
    };
    let value = store.board().project.duration_months.map(|months| months.to_string()).unwrap_or_default();
    html! {
        <label class="months"><span class="sub">{ t(store.language, Message::DurationMonths) }</span>
            <input type="number" inputmode="numeric" min={from} max={to} {value} data-months="" />
        </label>
    }
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
