//! The bar: the plan's name, the call, the duration, the way back, files, language.

use super::icon::{self, icon};
use super::offline::Offline;
use super::project_field::{Field, ProjectField};
use super::say::t;
use super::store::Store;
use crate::calls::{CallFile, CallRef, LISTED, Localised, Variant};
use crate::engine::Rule;
use crate::engine::rule::Duration;
use crate::i18n::{Language, Message};
use yew::prelude::*;

/// The bar.
pub(super) fn top_bar(store: &Store) -> Html {
    let language = store.language;
    let say = |message: Message<'_>| t(language, message);
    // The one that is loading is shown as chosen.
    let (spoken, is_loading) = (store.wanted_language.unwrap_or(language), store.wanted_language.is_some());
    html! {
        <header class="top">
            <h1 class="brand">{ icon::logo() }{ "Allians" }</h1>
            <ProjectField field={Field::Title} {language} value={AttrValue::from(store.board().title.clone())} />
            <label class="call"><span class="sub">{ say(Message::Call) }</span>
                <select class="btn" data-call="" aria-busy={store.wanted.is_some().then_some("true")}>{ call_options(store) }</select>
            </label>
            <fieldset class="seg"><legend class="sr">{ say(Message::Duration) }</legend>{ durations(store) }</fieldset>
            <span class="spacer"></span>
            { kept(store) }
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
                <select class="btn" aria-label={say(Message::Language)} data-language="" aria-busy={is_loading.then_some("true")}>
                    for other in Language::ALL.iter().copied() {
                        <option value={other.as_str()} lang={other.as_str()} selected={other == spoken}>{ other.own_name() }</option>
                    }
                </select>
            </div>
        </header>
    }
}

/// Each call with its years and variants; then the visitor's own. The one that is loading is shown as chosen.
fn call_options(store: &Store) -> Html {
    let shown = store.wanted.clone().unwrap_or_else(|| CallRef::of(&store.board().call));
    let own = store.library.own().iter().chain(Some(&store.board().file).filter(|file| is_new(store, file)));
    let shipped = LISTED.iter().map(|call| call_group(store.language, &shown, &call.id, &call.title, &call.years, &call.variants));
    let own = own.map(|call| call_group(store.language, &shown, &call.id, &call.title, &call.years, &call.variants));
    shipped.chain(own).collect()
}

/// Whether the call of the board is one that is in no list.
fn is_new(store: &Store, file: &CallFile) -> bool {
    file.own_text.is_some() && store.library.own().iter().all(|own| own.id != file.id)
}

fn call_group(language: Language, shown: &CallRef, id: &str, title: &Localised, years: &[u16], variants: &[Variant]) -> Html {
    let title = title.in_language(language);
    let mut options = Vec::new();
    for year in years.iter().rev() {
        let variants: Vec<Option<&Variant>> = if variants.is_empty() { vec![None] } else { variants.iter().map(Some).collect() };
        for variant in variants {
            let (id, year) = (id.to_owned(), Some(*year));
            let wanted = CallRef { id, year, variant: variant.map(|variant| variant.id.to_string()) };
            let words = t(language, Message::CallInYear { call: title, year: year.unwrap_or_default() });
            let words = variant.map_or_else(|| words.to_string(), |variant| format!("{words}, {}", variant.title.in_language(language)));
            options.push(html! { <option value={wanted.to_string()} selected={wanted == *shown}>{ words }</option> });
        }
    }
    html! { <optgroup label={title.to_owned()}>{ options }</optgroup> }
}

/// The durations that the call allows; of a range a field for a number. A call without them leaves the field free.
fn durations(store: &Store) -> Html {
    let stated = store.board().project.duration_months;
    let rule = store.board().call.requirements().iter().find_map(|requirement| match &requirement.rule {
        Rule::Duration(rule) => Some(rule),
        _ => None,
    });
    let months = match rule {
        Some(Duration::OneOf(months)) => months,
        Some(Duration::Range { from, to }) => return months_field(store, Some((*from, *to))),
        None => return months_field(store, None),
    };
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

fn months_field(store: &Store, range: Option<(u32, u32)>) -> Html {
    let stated = store.board().project.duration_months.map(|months| AttrValue::from(months.to_string()));
    let (value, wrong) = (store.unread.months.clone().or(stated).unwrap_or_default(), store.unread.months.is_some());
    html! { <ProjectField field={Field::Months} language={store.language} {value} {wrong} {range} /> }
}

/// That changes are not kept, for as long as they are not.
fn kept(store: &Store) -> Html {
    if store.keeps() && store.unkept.is_none() {
        return Html::default();
    }
    html! { <strong class="unkept" data-kept="no">{ t(store.language, Message::NotKept) }</strong> }
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
