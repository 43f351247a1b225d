//! The visitor's organisations that are not in the consortium, with search; of a long list only what is seen is drawn.

use super::card::Card;
use super::country_labels::outside;
use super::dom;
use super::icon::{self, icon};
use super::say::{kind_of, name_of, t};
use crate::board::{Board, Zone};
use crate::engine::{Country, CountrySet, Organisation};
use crate::i18n::{Language, Message};
use crate::search::{fold, matches_country};
use std::ops::Range;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Up to so many cards are drawn as they are; a longer list is drawn where it is seen.
const DRAW_ALL: usize = 60;
/// The height of a row in a long list with the gap below it, in CSS pixels; as in styles.css (`.long .org`).
const ROW: usize = 84;
/// How many rows above and below what is seen are drawn, so that the focus can go on to the next.
const BEYOND: usize = 6;

/// Properties of [`Pool`].
#[derive(Properties, PartialEq)]
pub(crate) struct PoolProps {
    pub(crate) language: Language,
    pub(crate) board: Rc<Board>,
}

/// The pool.
#[component]
pub(crate) fn Pool(props: &PoolProps) -> Html {
    let PoolProps { language, board } = props;
    let language = *language;
    let query = use_state_eq(String::new);
    let found = use_memo((board.pool.clone(), (*query).clone(), language), |(pool, query, language)| search(pool, query.trim(), *language));
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(field.value());
            }
        })
    };
    let (list, onscroll) = use_list(language, board, &found);
    let nothing = found.is_empty() && !query.trim().is_empty();
    let offered = if nothing { query.trim().to_owned() } else { String::new() };
    let new = if nothing { Message::AddNamed { name: &offered } } else { Message::NewOrganisation };
    html! {
        <section class="panel pool" aria-labelledby="pool-heading">
            <header>
                <h2 id="pool-heading" tabindex="-1" data-heading="pool">{ t(language, Message::Pool) }</h2>
                <span class="sub" data-pool-count="">{ t(language, Message::PoolCount { shown: found.len(), all: board.pool.len() }) }</span>
            </header>
            if !board.pool.is_empty() || !query.is_empty() {
                <input class="search" type="search" maxlength="300" data-search="" value={(*query).clone()} {oninput}
                    placeholder={t(language, Message::SearchPlaceholder)} aria-label={t(language, Message::SearchLabel)} />
            }
            <div class={if found.len() > DRAW_ALL { "scroll long" } else { "scroll" }} {onscroll} data-zone={Zone::Pool.as_str()} data-scroll="">
                { list }
                <p class="drop-hint" aria-hidden="true">{ t(language, Message::DropInPool) }</p>
            </div>
            <p class="hint" role="status">if nothing { { t(language, Message::NothingFound { query: query.trim() }) } }</p>
            if board.is_empty() { <p class="hint">{ t(language, Message::EmptyPool) }</p> }
            <div class="buttons">
                <button type="button" class="btn" data-new={offered.clone()}>{ icon(icon::PLUS) }{ t(language, new) }</button>
                if board.is_empty() { <button type="button" class="btn primary" data-example="">{ t(language, Message::Example) }</button> }
            </div>
        </section>
    }
}

/// Those whose name or kind holds what is asked for, or whose country is called so, in whatever spelling people use.
fn search(pool: &Rc<Vec<Rc<Organisation>>>, query: &str, language: Language) -> Rc<Vec<Rc<Organisation>>> {
    let query = fold(query);
    if query.is_empty() {
        return pool.clone();
    }
    let holds = |text: &str| fold(text).contains(&query);
    let by_country = |country| holds(&dom::country_name(language, country)) || matches_country(&query, country);
    // A country is asked once, however many are from it.
    let countries: CountrySet = Country::all().filter(|country| by_country(*country)).collect();
    let mut found = Vec::new();
    for organisation in pool.iter() {
        let is_from = organisation.country.is_some_and(|country| countries.contains(country));
        if is_from || holds(&name_of(language, organisation)) || holds(&kind_of(language, organisation.kind)) {
            found.push(organisation.clone());
        }
    }
    Rc::new(found)
}

/// The list of cards, and what follows its scrolling.
#[hook]
fn use_list(language: Language, board: &Board, organisations: &Rc<Vec<Rc<Organisation>>>) -> (Html, Callback<web_sys::Event>) {
    let node = use_node_ref();
    let seen = use_state_eq(|| 0..BEYOND * 3);
    let (all, long) = (organisations.len(), organisations.len() > DRAW_ALL);
    let drawn = if long { seen.start.min(all)..seen.end.min(all) } else { 0..all };
    let onscroll = {
        let seen = seen.clone();
        Callback::from(move |event: web_sys::Event| {
            if let Some(list) = event.target_dyn_into::<Element>() {
                seen.set(rows_seen(&list));
            }
        })
    };
    // Style attributes are forbidden by the page's policy, so the room for rows that are not drawn is set here.
    use_effect_with((node.clone(), drawn.clone(), all), move |(node, drawn, all)| {
        if let Some(list) = node.cast::<Element>() {
            let room = |rows: usize| if long { format!("{}px", rows * ROW) } else { String::new() };
            dom::set_style(&list, "padding-top", &room(drawn.start));
            dom::set_style(&list, "padding-bottom", &room(all - drawn.end));
        }
    });
    let rows = organisations.get(drawn.clone()).unwrap_or_default();
    let list = html! {
        <ul class="stack" ref={node} role="list" aria-labelledby="pool-heading">
            for (at, organisation) in drawn.zip(rows) {
                <Card key={organisation.id.to_string()} {language} organisation={organisation.clone()}
                    place={long.then_some((at + 1, all))} outside={outside(board, organisation, language)} />
            }
        </ul>
    };
    (list, onscroll)
}

fn rows_seen(list: &Element) -> Range<usize> {
    let first = usize::try_from(list.scroll_top()).unwrap_or(0) / ROW;
    let rows = usize::try_from(list.client_height()).unwrap_or(0) / ROW + 1;
    // In steps, so that scrolling by a row does not draw each time.
    let start = first.saturating_sub(BEYOND) / BEYOND * BEYOND;
    start..(first + rows + BEYOND * 2) / BEYOND * BEYOND
}
