//! The countries that the call counts as tiles, those in the consortium filled. A picture; its text says the same.

use super::country_labels::{counted, counted_class};
use super::dom;
use super::say::t;
use crate::board::Board;
use crate::engine::Country;
use crate::i18n::{Language, Message};
use yew::prelude::*;

/// Roughly where the countries lie; a country that the call does not count is left out.
const TILES: [&str; 60] = [
    "IS", "", "", "", "NO", "SE", "FI", "", "", "", //
    "", "IE", "GB", "", "DK", "", "EE", "LV", "LT", "", //
    "", "", "NL", "BE", "DE", "PL", "CZ", "SK", "", "", //
    "", "FR", "LU", "LI", "AT", "HU", "SI", "HR", "RO", "", //
    "PT", "ES", "", "IT", "", "RS", "MK", "BG", "TR", "", //
    "", "", "", "MT", "", "", "GR", "", "CY", "",
];

/// The map.
pub(super) fn country_map(language: Language, board: &Board) -> Html {
    let (counted, class) = (counted(board), counted_class(board));
    let tile = |code: &str| {
        let country = Country::parse(code).filter(|country| class.is_some_and(|class| class.countries.contains(*country)));
        let class = country.map_or("none", |country| if counted.contains(&country) { "in" } else { "" });
        html! { <span {class}>{ country.map(|country| country.code().to_owned()) }</span> }
    };
    let mut names = String::new();
    for country in &counted {
        names.push_str(if names.is_empty() { "" } else { ", " });
        names.push_str(&dom::country_name(language, *country));
    }
    let message = if names.is_empty() { Message::NoCountries } else { Message::CountryMap { countries: &names } };
    html! {
        <>
            <h3>{ t(language, Message::Countries) }</h3>
            <p class="sr">{ t(language, message) }</p>
            <div class="map" aria-hidden="true">{ for TILES.into_iter().map(tile) }</div>
        </>
    }
}
