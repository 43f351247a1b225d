//! Names of countries that browsers do not know: old, official and short ones, those of lists, and the Union's own codes.
//!
//! What `Intl.DisplayNames` says in Swedish, Finnish and English is repeated here only for countries whose name browsers of different age
//! say differently, or lists write with an article or a mark. So whoever reads names asks the browser first.

use super::fold::{begins_a_word, fold};
use crate::engine::Country;

/// A line a country, in order of the codes: its code, then its names, folded.
const ALIASES: &str = "\
AE uae|emirates|yhdistyneet arabiemiirikunnat
AG antigua and barbuda
AL republic of albania
AM republic of armenia
AX aland|landskapet aland|ahvenanmaan maakunta
AZ republic of azerbaijan|azerbaidjan
BA bosnia|bosnia and herzegovina|bosnia herzegovina|bosnia hercegovina|bosnien|bosnien och herzegovina|bosnien hercegovina|bosnia ja herzegovina|bih
BL saint barthelemy
BN brunei darussalam
BO bolivia plurinational state of|plurinational state of bolivia
BQ bonaire|bonaire sint eustatius and saba
BS bahamas
BY republic of belarus|byelorussia|belorussia|vitryssland|valkovenaja
CC cocos islands|keeling islands
CD democratic republic of the congo|democratic republic of congo|congo democratic republic of the|congo the democratic republic of the|dr congo|drc|zaire|demokratiska republiken kongo
CG republic of the congo|republic of congo|congo republic of the
CH swiss confederation|schweiziska edsforbundet|sveitsin valaliitto
CI ivory coast|cote d ivoire
CN people s republic of china|folkrepubliken kina|kiinan kansantasavalta
CV cape verde|cabo verde|republic of cabo verde
CY republic of cyprus
CZ czechia|czech republic|czech|tjeckien|tjeckiska republiken|tsekki|tsekin tasavalta
DE federal republic of germany|forbundsrepubliken tyskland|saksan liittotasavalta
EE eesti|republic of estonia
EG arab republic of egypt
FK falkland islands malvinas|malvinas
FM federated states of micronesia|micronesia federated states of
FO faeroe islands|faroes
GB united kingdom|great britain|britain|great britain and northern ireland|united kingdom of great britain and northern ireland|u k|england|scotland|wales|northern ireland|storbritannien|forenade kungariket|skottland|nordirland|iso britannia|britannia|yhdistynyt kuningaskunta|englanti|skotlanti|pohjois irlanti
GE republic of georgia|sakartvelo|gruusia
GL kalaallit nunaat
GM gambia
GR hellenic republic|hellas
GS south georgia and the south sandwich islands
HK hong kong|hongkong
HM heard and mcdonald islands|heard island and mcdonald islands
HR republic of croatia
IE republic of ireland|ireland republic of|irish republic|eire|republiken irland|irlannin tasavalta
IR islamic republic of iran|iran islamic republic of
JO hashemite kingdom of jordan
KG kyrgyz republic|kirgisistan|kirgistan
KN saint kitts and nevis|st kitts and nevis
KP democratic people s republic of korea|korea democratic people s republic of|dprk|korea north
KR republic of korea|korea republic of|korea south
KZ republic of kazakhstan
LA lao people s democratic republic|lao pdr
LC saint lucia
LI lichtenstein|principality of liechtenstein
LK ceylon
LU grand duchy of luxembourg|storhertigdomet luxemburg
LY libyan arab jamahiriya|state of libya
MA kingdom of morocco
MD moldova|republic of moldova|moldova republic of|moldavia|moldavien|republiken moldova|republiken moldavien|moldovan tasavalta
MF saint martin|saint martin french part
MK macedonia|north macedonia|republic of north macedonia|republic of macedonia|fyrom|fyr macedonia|fyr of macedonia|former yugoslav republic of macedonia|macedonia the former yugoslav republic of|makedonien|nordmakedonien|republiken nordmakedonien|f d jugoslaviska republiken makedonien|makedonia|pohjois makedonia|pohjois makedonian tasavalta|entinen jugoslavian tasavalta makedonia
MM myanmar|burma
MO macao|macau
MV maldives
NL netherlands|holland|nederland|kingdom of the netherlands|hollanti
PH philippines
PM saint pierre and miquelon|st pierre and miquelon
PN pitcairn
PS palestine|state of palestine|palestine state of|palestinian territory|palestinian territory occupied|occupied palestinian territory|palestinian authority|west bank and gaza strip|west bank and gaza|west bank|gaza|palestina|palestinska myndigheten|vastbanken|palestiina|palestiinalaisalueet|lansiranta
RE la reunion
RO roumania
RS republic of serbia
RU russia|russian federation|ryska federationen|venajan federaatio
SA kingdom of saudi arabia
SH saint helena|saint helena ascension and tristan da cunha
SI republic of slovenia
SJ svalbard|svalbard and jan mayen|jan mayen|spetsbergen|huippuvuoret
SK slovak republic|slovakiska republiken|slovakian tasavalta
ST sao tome and principe
SX sint maarten dutch part|st maarten
SY syrian arab republic
SZ eswatini|swaziland|kingdom of eswatini|swazimaa
TC turks and caicos islands
TJ republic of tajikistan
TL timor leste|east timor
TR turkiye|turkey|republic of turkiye|republic of turkey|turkiet|republiken turkiet|turkki|turkin tasavalta
TT trinidad and tobago|trinidad
TW chinese taipei|taiwan province of china|republic of china
TZ united republic of tanzania|tanzania united republic of
UA ukraine
UM united states minor outlying islands
US united states|united states of america|usa|u s a|u s|america|amerika|amerikas forenta stater|forenta staterna|amerikan yhdysvallat
UZ republic of uzbekistan
VA vatican|holy see|holy see vatican city state|vatikanen|heliga stolen|pyha istuin
VC saint vincent and the grenadines|st vincent and the grenadines
VE bolivarian republic of venezuela|venezuela bolivarian republic of
VG virgin islands british
VI virgin islands u s|us virgin islands
VN viet nam
WF wallis and futuna
WS western samoa
XK ks|1a|kosovo|kosova|republic of kosovo|kosovo un resolution|kosovo unscr 1244|kosovo unscr 1244 99|kosovo unscr 1244 1999|kosovo under unscr 1244|kosovo under unscr 1244 99|kosovo under unscr 1244 1999
ZA republic of south africa";

/// The country that a text names: by its code, the Union's code or an alias, with or without an English article.
pub fn country_named(text: &str) -> Option<Country> {
    let folded = fold(text);
    let name = folded.strip_prefix("the ").unwrap_or(&folded);
    Country::parse(name).or_else(|| countries().find(|(_, names)| names.split('|').any(|alias| alias == name)).map(|(country, _)| country))
}

/// The aliases of a country, folded.
pub fn aliases_of(country: Country) -> impl Iterator<Item = &'static str> {
    countries().filter(move |(other, _)| *other == country).flat_map(|(_, names)| names.split('|'))
}

/// Whether what was typed, folded, is a country's code or begins a word of one of its aliases; a number begins none. It is asked once for
/// each country and not for each organisation, as it reads the whole table.
pub fn matches_country(typed: &str, country: Country) -> bool {
    let is_number = typed.starts_with(|first: char| first.is_ascii_digit());
    let names = |alias: &str| if is_number { alias == typed } else { begins_a_word(typed, alias) };
    !typed.is_empty() && (Country::parse(typed) == Some(country) || aliases_of(country).any(names))
}

fn countries() -> impl Iterator<Item = (Country, &'static str)> {
    ALIASES.lines().filter_map(|line| line.split_once(' ')).filter_map(|(code, names)| Some((Country::parse(code)?, names)))
}
