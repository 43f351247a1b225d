//! Amounts and months as people type them.

use crate::support::call_of;
use crate::support::none_failed;
use allians::amounts::{MOST_EUROS, MOST_MONTHS, NotAnAmount, NotMonths, euros, months, text_of};
use allians::engine::{Cents, Consortium, Project, Reading, Status, evaluate};
use proptest::prelude::*;

/// What is typed, and the euros and cents that it is.
const READ: &[(&str, u64, u64)] = &[
    ("0", 0, 0),
    ("946548", 946_548, 0),
    ("007", 7, 0),
    ("250000,50", 250_000, 50),
    ("250000.5", 250_000, 50),
    ("0,05", 0, 5),
    ("0.5", 0, 50),
    ("946548.00", 946_548, 0),
    ("946.548,00", 946_548, 0),
    ("946,548.00", 946_548, 0),
    ("946,548", 946_548, 0),
    ("946.548", 946_548, 0),
    ("946 548", 946_548, 0),
    ("946\u{a0}548", 946_548, 0),
    ("946\u{202f}548", 946_548, 0),
    ("946\u{2009}548", 946_548, 0),
    ("1 234\u{a0}567", 1_234_567, 0),
    ("946'548", 946_548, 0),
    ("946’548", 946_548, 0),
    ("946’548.50", 946_548, 50),
    ("946 548,00 €", 946_548, 0),
    ("946548€", 946_548, 0),
    ("€ 946 548", 946_548, 0),
    ("€946.548,00", 946_548, 0),
    ("EUR 946,548", 946_548, 0),
    ("eur\u{a0}946548", 946_548, 0),
    ("946 548 EUR", 946_548, 0),
    ("946 548 euro", 946_548, 0),
    ("946 548 euroa", 946_548, 0),
    ("1 euros", 1, 0),
    ("1.234.567", 1_234_567, 0),
    ("1,234,567", 1_234_567, 0),
    ("1,234,567.89", 1_234_567, 89),
    ("1.234.567,89", 1_234_567, 89),
    ("1 234 567,8", 1_234_567, 80),
    ("1 234 567.89", 1_234_567, 89),
    ("1 000", 1_000, 0),
    ("  \t946548\n", 946_548, 0),
    ("999 999 999 999,99", 999_999_999_999, 99),
];

/// What is refused, with the reason as the row's name.
const REFUSED: &[(&str, &str)] = &[
    ("groups of one digit", "1.5.3"),
    ("a group of four digits", "12,3456"),
    ("a group of two digits", "12 34"),
    ("a space is not decimal", "946 54"),
    ("an apostrophe is not decimal", "946'54"),
    ("four digits before a group", "1234,567"),
    ("a first group of none", "0,500"),
    ("a first group with a zero", "012.345"),
    ("three decimals", "700 000,505"),
    ("three decimals after groups", "1.234.567,891"),
    ("many decimals", "451412.010000000009313"),
    ("two separators, the last one of three digits", "1,234.567"),
    ("groups of two kinds", "1 234.567,00"),
    ("groups of two kinds of mark", "1'234 567"),
    ("the decimal separator among the groups", "1.234,567.89"),
    ("the decimal separator is that of the groups", "1.234.56"),
    ("the decimal separator is that of the groups, with commas", "1,234,5"),
    ("two separators in a row", "1..5"),
    ("two spaces in a row", "946  548"),
    ("a separator at the end", "946548."),
    ("a separator at the beginning", ",50"),
    ("a separator alone", "."),
    ("a space before the decimals", "946 548 ,00"),
    ("less than nothing", "-5"),
    ("less than nothing, with a long dash", "−5"),
    ("a sign", "+5"),
    ("a power", "1e6"),
    ("a short word", "946k"),
    ("a word", "a lot"),
    ("a sign as kronor have it", "946 548:-"),
    ("a dash for no cents", "946 548,-"),
    ("another currency", "SEK 946548"),
    ("dollars", "$946548"),
    ("two signs", "€ 946 548 €"),
    ("two signs after each other", "EUR € 5"),
    ("a word that begins as the sign", "europa 5"),
    ("full-width digits", "\u{ff19}\u{ff14}\u{ff16}"),
    ("Arabic digits", "\u{661}\u{662}\u{663}"),
    ("digits above", "5²"),
    ("a range", "100 000–400 000"),
    ("two amounts", "100 000 / 200 000"),
    ("one euro too much", "1000000000000"),
    ("far too much", "99999999999999999999999999"),
    ("far too much, in groups", "99.999.999.999.999.999.999.999.999"),
];

#[test]
fn amounts_are_read_to_the_cent() {
    let wrong = |(text, whole, cents): &(&str, u64, u64)| {
        (euros(text) != Ok(Some(Cents(whole * 100 + cents)))).then(|| format!("{text}: {:?}", euros(text)))
    };
    none_failed(&READ.iter().filter_map(wrong).collect::<Vec<String>>());
}

#[test]
fn what_is_no_amount_is_refused_and_never_guessed() {
    let wrong = |(why, text): &(&str, &str)| (euros(text) != Err(NotAnAmount)).then(|| format!("{why}: {text}: {:?}", euros(text)));
    none_failed(&REFUSED.iter().filter_map(wrong).collect::<Vec<String>>());
}

#[test]
fn an_empty_amount_is_not_stated() {
    for text in ["", "  ", "\u{a0}", "€", " EUR ", "euro"] {
        assert_eq!(euros(text), Ok(None), "{text:?}");
    }
}

#[test]
fn an_amount_knows_whether_it_is_whole() {
    for (cents, whole, is_whole, text) in
        [(0, 0, true, "0"), (5, 0, false, "0.05"), (25_000_050, 250_000, false, "250000.50"), (100, 1, true, "1")]
    {
        assert_eq!((Cents(cents).whole(), Cents(cents).rest() == 0, &*text_of(Cents(cents))), (whole, is_whole, text));
    }
}

#[test]
fn months_are_whole_numbers_in_plain_digits() {
    let rows = [
        ("24", Ok(Some(24))),
        (" 24 ", Ok(Some(24))),
        ("\u{a0}36", Ok(Some(36))),
        ("1", Ok(Some(1))),
        ("600", Ok(Some(MOST_MONTHS))),
        ("024", Ok(Some(24))),
        ("", Ok(None)),
        ("  ", Ok(None)),
        ("0", Err(NotMonths)),
        ("601", Err(NotMonths)),
        ("12.5", Err(NotMonths)),
        ("12,0", Err(NotMonths)),
        ("-3", Err(NotMonths)),
        ("+3", Err(NotMonths)),
        ("2 4", Err(NotMonths)),
        ("24 mån", Err(NotMonths)),
        ("99999999999", Err(NotMonths)),
        ("1e1", Err(NotMonths)),
        ("abc", Err(NotMonths)),
        ("\u{ff12}\u{ff14}", Err(NotMonths)),
    ];
    for (text, read) in rows {
        assert_eq!(months(text), read, "{text:?}");
    }
}

/// A whole number in groups of three.
fn in_groups(whole: u64, separator: &str) -> String {
    let digits = whole.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    groups.join(separator)
}

/// Separators of thousands, each with the decimal ones that may stand with it.
const STYLES: &[(&str, &[&str])] = &[
    ("", &[".", ","]),
    (" ", &[".", ","]),
    ("\u{a0}", &[".", ","]),
    ("\u{202f}", &[".", ","]),
    ("'", &[".", ","]),
    ("’", &[".", ","]),
    (".", &[","]),
    (",", &["."]),
];

proptest! {
    #[test]
    fn what_a_field_shows_is_read_as_the_same(cents in 0..=MOST_EUROS * 100 + 99) {
        prop_assert_eq!(euros(&text_of(Cents(cents))), Ok(Some(Cents(cents))));
    }

    #[test]
    fn every_style_of_groups_is_read_as_the_same(digits in 0..15u32, seed in any::<u64>()) {
        let cents = seed % 10_u64.pow(digits).min(MOST_EUROS * 100 + 100);
        let (whole, rest) = (cents / 100, cents % 100);
        for (separator, decimals) in STYLES {
            let grouped = in_groups(whole, separator);
            prop_assert_eq!(euros(&grouped), Ok(Some(Cents(whole * 100))), "{}", grouped);
            for decimal in *decimals {
                for (before, after) in [("", ""), ("€ ", ""), ("", " €"), ("EUR\u{a0}", ""), ("", " euro")] {
                    let text = format!("{before}{grouped}{decimal}{rest:02}{after}");
                    prop_assert_eq!(euros(&text), Ok(Some(Cents(cents))), "{}", text);
                }
                let tenths = format!("{grouped}{decimal}{}", rest / 10);
                prop_assert_eq!(euros(&tenths), Ok(Some(Cents(whole * 100 + rest / 10 * 10))), "{}", tenths);
            }
        }
    }

    #[test]
    fn what_is_read_has_the_digits_that_were_typed(text in "[0-9., '’€-]{0,16}") {
        let typed: String = text.chars().filter(char::is_ascii_digit).collect();
        if let Ok(Some(read)) = euros(&text) {
            let typed: u64 = typed.parse().unwrap();
            prop_assert!([typed, typed * 10, typed * 100].contains(&read.0), "{}: {:?}", text, read);
        }
        prop_assert!(euros(&text) != Ok(None) || typed.is_empty(), "{} is not stated", text);
    }

    #[test]
    fn every_number_of_months_is_read(count in 1..=MOST_MONTHS) {
        prop_assert_eq!(months(&count.to_string()), Ok(Some(count)));
    }
}

#[test]
fn a_cent_more_than_the_most_is_more() {
    let call = call_of(2020);
    for (cents, status, have) in
        [(70_000_000, Status::Met, 700_000), (70_000_001, Status::Unmet, 700_001), (69_999_999, Status::Met, 700_000)]
    {
        let project = Project { duration_months: Some(24), grant: Some(Cents(cents)), ..Project::default() };
        let report = evaluate(&call, &Consortium::new(Vec::new(), project), Reading::Strict);
        let found = report.finding("grant").map(|finding| (finding.status, finding.measured.figures().0));
        assert_eq!(found, Some((status, have)), "{cents} cents");
    }
}
