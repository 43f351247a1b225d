//! Names of countries as this browser has them, held against the other names that search knows.

use allians::engine::Country;
use allians::i18n::Language;
use allians::search::{aliases_of, country_named, fold};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// `new Intl.DisplayNames(language, { type: "region" })`.
fn display_names(language: Language) -> JsValue {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).unwrap();
    let class: Function = Reflect::get(&intl, &"DisplayNames".into()).unwrap().unchecked_into();
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into()).unwrap();
    Reflect::construct(&class, &Array::of2(&language.as_str().into(), &options)).unwrap()
}

fn name_of(names: &JsValue, country: Country) -> String {
    let of: Function = Reflect::get(names, &"of".into()).unwrap().unchecked_into();
    of.call1(names, &country.code().into()).unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
fn no_other_name_of_a_country_is_the_name_of_another() {
    for (language, finland) in [(Language::Sv, "Finland"), (Language::Fi, "Suomi"), (Language::En, "Finland")] {
        let names = display_names(language);
        assert_eq!(name_of(&names, Country::parse("FI").unwrap()), finland, "the browser has no names in {language:?}");
        for country in Country::all() {
            let name = name_of(&names, country);
            let folded = fold(&name);
            let is_called_so = |other: &Country| *other != country && aliases_of(*other).any(|alias| alias == folded);
            let others: Vec<Country> = Country::all().filter(is_called_so).collect();
            assert!(others.is_empty(), "{} is {name}, and so are {others:?}", country.code());
            let named = country_named(&name);
            assert!(named.is_none_or(|named| named == country), "{} is {name}, which names {named:?}", country.code());
        }
    }
}
