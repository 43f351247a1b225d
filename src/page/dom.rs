//! What the page asks of the browser: window and document, names of countries, downloads, focus.

use crate::browser::display_names::DisplayNames;
use crate::engine::Country;
use crate::i18n::Language;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlElement, Url, UrlSearchParams, Window};
use yew::AttrValue;

#[wasm_bindgen]
extern "C" {
    /// A list of texts, sorted by the browser's own order for a language.
    type Texts;
    #[wasm_bindgen(method)]
    fn sort(this: &Texts, compare: &js_sys::Function);
}

/// The window, where there is one.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, where there is one.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// A part of the address after `?`.
pub(crate) fn query_parameter(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The whole address of a file beside the page.
pub(crate) fn here(name: &str) -> Option<String> {
    let base = document()?.base_uri().ok()??;
    Url::new_with_base(name, &base).ok().map(|address| address.href())
}

/// Names of countries in the language asked for last.
struct Names {
    language: Language,
    maker: Option<DisplayNames>,
    known: Vec<(Country, AttrValue)>,
}

thread_local! {
    static NAMES: RefCell<Option<Names>> = const { RefCell::new(None) };
}

/// A country's name in a language, as the browser has it; its code where the browser has none.
pub(crate) fn country_name(language: Language, country: Country) -> AttrValue {
    NAMES.with_borrow_mut(|names| {
        if names.as_ref().is_none_or(|names| names.language != language) {
            *names = Some(Names { language, maker: DisplayNames::of_countries(language), known: Vec::new() });
        }
        let Some(Names { maker, known, .. }) = names else { return AttrValue::default() };
        if let Some((_, name)) = known.iter().find(|(other, _)| *other == country) {
            return name.clone();
        }
        let name = maker.as_ref().and_then(|maker| maker.name(country));
        let name = AttrValue::from(name.unwrap_or_else(|| country.code().to_owned()));
        known.push((country, name.clone()));
        name
    })
}

/// Every country's code with its name, in the order of the names in that language.
pub(crate) fn countries_by_name(language: Language) -> Vec<(AttrValue, AttrValue)> {
    let names = js_sys::Array::new();
    for country in Country::all() {
        names.push(&JsValue::from_str(&format!("{}\n{}", country_name(language, country), country.code())));
    }
    let locale = js_sys::Array::of1(&language.as_str().into());
    names.unchecked_ref::<Texts>().sort(&js_sys::Intl::Collator::new(&locale, &js_sys::Object::new()).compare());
    let pair = |name: JsValue| {
        name.as_string()?.split_once('\n').map(|(name, code)| (AttrValue::from(code.to_owned()), AttrValue::from(name.to_owned())))
    };
    names.iter().filter_map(pair).collect()
}

/// Lets the visitor keep a text as a file.
pub(crate) fn download(name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address).ok()
}

/// The first element for a selector.
pub(crate) fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// The card of an organisation.
pub(crate) fn card(id: &str) -> Option<Element> {
    // Ids are the visitor's data: quoted as a string of CSS, never taken as part of a selector.
    let quoted = js_sys::JSON::stringify(&id.into()).ok()?.as_string()?;
    find(&format!("[data-organisation={quoted}]"))
}

/// Gives focus to the first element for a selector.
pub(crate) fn focus(selector: &str) -> bool {
    find(selector).is_some_and(give)
}

fn give(element: Element) -> bool {
    element.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}

/// Gives focus to a part of an organisation's card.
pub(crate) fn focus_in_card(id: &str, part: &str) -> bool {
    card(id).and_then(|card| card.query_selector(part).ok()?).is_some_and(give)
}

/// An element's style, changed without a style attribute, which the page's policy forbids.
pub(crate) fn set_style(element: &Element, property: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // A browser that refuses a value keeps the one before, which is no harm.
        let _ = element.style().set_property(property, value);
    }
}
