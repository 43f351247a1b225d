//! Countries by what people and lists call them.

use crate::support::{none_failed, text};
use allians::engine::Country;
use allians::search::{aliases_of, country_named, fold, matches_country};
use std::collections::BTreeMap;

/// What lists and people write, and the country's code; nothing where it names none, or more than one.
#[rustfmt::skip]
const NAMED: &[(&str, &str)] = &[
    ("FI", "FI"), ("fi", "FI"), (" SE ", "SE"), ("EL", "GR"), ("UK", "GB"), ("U.K.", "GB"), ("XK", "XK"), ("KS", "XK"), ("1A", "XK"),
    ("Turkey", "TR"), ("Türkiye", "TR"), ("TURKIYE", "TR"), ("Turkiye", "TR"), ("Turkki", "TR"), ("Turkiet", "TR"), ("Republic of Türkiye", "TR"),
    ("Czech Republic", "CZ"), ("The Czech Republic", "CZ"), ("Czechia", "CZ"), ("Tjeckien", "CZ"), ("Tšekki", "CZ"), ("Tšekin tasavalta", "CZ"),
    ("United Kingdom", "GB"), ("Great Britain", "GB"), ("United Kingdom of Great Britain and Northern Ireland", "GB"), ("England", "GB"),
    ("Scotland", "GB"), ("Northern Ireland", "GB"), ("Storbritannien", "GB"), ("Iso-Britannia", "GB"), ("Förenade kungariket", "GB"),
    ("Holland", "NL"), ("The Netherlands", "NL"), ("Hollanti", "NL"), ("Republic of Ireland", "IE"), ("Éire", "IE"), ("Slovak Republic", "SK"),
    ("Hellenic Republic", "GR"), ("Hellas", "GR"), ("Macedonia", "MK"), ("FYROM", "MK"), ("FYR Macedonia", "MK"), ("North Macedonia", "MK"),
    ("The Republic of North Macedonia", "MK"), ("former Yugoslav Republic of Macedonia", "MK"), ("Pohjois-Makedonia", "MK"), ("Nordmakedonien", "MK"),
    ("Moldova, Republic of", "MD"), ("Moldova (Republic of)", "MD"), ("Republic of Moldova", "MD"), ("Moldavien", "MD"),
    ("Kosovo", "XK"), ("Kosovo*", "XK"), ("Kosovo * UN resolution", "XK"), ("Kosovo (UNSCR 1244)", "XK"), ("Kosovo (under UNSCR 1244/99)", "XK"),
    ("Bosnia and Herzegovina", "BA"), ("Bosnia-Herzegovina", "BA"), ("BOSNIA & HERZEGOVINA", "BA"), ("Bosnien", "BA"), ("Bosnien-Hercegovina", "BA"),
    ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"), ("Cabo Verde", "CV"), ("Cape Verde", "CV"), ("Palestine", "PS"), ("Palestine*", "PS"),
    ("Palestine, State of", "PS"), ("Palestina", "PS"), ("West Bank and Gaza Strip", "PS"), ("Russia", "RU"), ("Russian Federation", "RU"),
    ("The Russian Federation", "RU"), ("Swaziland", "SZ"), ("Eswatini", "SZ"), ("Burma", "MM"), ("Myanmar", "MM"), ("Vitryssland", "BY"),
    ("USA", "US"), ("U.S.A.", "US"), ("The United States of America", "US"), ("Amerikas förenta stater", "US"), ("Viet Nam", "VN"),
    ("Korea, Republic of", "KR"), ("Korea (Democratic People's Republic of)", "KP"), ("Congo, The Democratic Republic of the", "CD"),
    ("Congo (the Democratic Republic of the)", "CD"), ("Republic of the Congo", "CG"), ("People’s Republic of China", "CN"), ("Åland", "AX"),
    ("La Réunion", "RE"), ("The Gambia", "GM"), ("Holy See", "VA"), ("São Tomé and Príncipe", "ST"), ("Saint-Martin (French part)", "MF"),
    ("Virgin Islands (British)", "VG"), ("Virgin Islands (U.S.)", "VI"), ("Lichtenstein", "LI"), ("Timor-Leste", "TL"), ("East Timor", "TL"),
    ("", ""), ("-", ""), ("the", ""), ("N.a.", ""), ("TBD", ""), ("Congo", ""), ("Korea", ""), ("Virgin Islands", ""), ("Turk", ""), ("Turkey Finland", ""),
    ("FI;SE", ""), ("EU", ""), ("ZZ", ""), ("Atlantis", ""),
];

#[test]
fn a_country_is_known_by_its_codes_and_its_other_names() {
    let wrong = |(text, code): &(&str, &str)| {
        let found = country_named(text);
        let found = found.as_ref().map_or("", Country::code);
        (found != *code).then(|| format!("{text}: {found:?}, not {code:?}"))
    };
    none_failed(&NAMED.iter().filter_map(wrong).collect::<Vec<String>>());
}

#[test]
fn no_alias_names_two_countries_and_every_alias_is_folded() {
    let mut faults = Vec::new();
    let mut named: BTreeMap<&str, Country> = BTreeMap::new();
    for (country, alias) in Country::all().flat_map(|country| aliases_of(country).map(move |alias| (country, alias))) {
        if let Some(other) = named.insert(alias, country) {
            faults.push(format!("{alias} names {} and {}", other.code(), country.code()));
        }
        if alias.is_empty() || fold(alias) != alias || alias.starts_with("the ") {
            faults.push(format!("{alias} is never found"));
        }
        if country_named(alias) != Some(country) {
            faults.push(format!("{alias} is not {}", country.code()));
        }
    }
    assert!(named.len() > 200, "{} aliases were looked at", named.len());
    none_failed(&faults);
}

#[test]
fn every_line_of_the_table_is_a_country_in_order_of_the_codes() {
    let source = text("src/search/aliases.rs");
    let table = source.split_once("\"\\\n").and_then(|(_, rest)| rest.split_once("\";")).unwrap().0;
    let written: Vec<&str> = table.lines().map(|line| &line[..2]).collect();
    let known: Vec<Country> = Country::all().filter(|country| aliases_of(*country).next().is_some()).collect();
    assert_eq!(written, known.iter().map(Country::code).collect::<Vec<&str>>());
}

#[test]
fn what_is_typed_finds_a_country() {
    let rows = [
        ("turk", "TR", true),
        ("turkey", "TR", true),
        ("turkeys", "TR", false),
        ("urkey", "TR", false),
        ("great brit", "GB", true),
        ("herzeg", "BA", true),
        ("uk", "GB", true),
        ("u", "GR", false),
        ("el", "GR", true),
        ("e", "GR", false),
        ("el", "SV", false),
        ("k", "SE", false),
        ("ks", "XK", true),
        ("1", "XK", false),
        ("1a", "XK", true),
        ("fi", "FI", true),
        ("fi", "FJ", false),
        ("f", "FI", false),
        ("macedonia", "GR", false),
        ("", "TR", false),
        ("", "FI", false),
    ];
    for (typed, code, matches) in rows {
        assert_eq!(matches_country(typed, Country::parse(code).unwrap()), matches, "{typed:?} for {code}");
    }
}
