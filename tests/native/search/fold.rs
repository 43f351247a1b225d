//! Texts as search compares them.

use crate::support::none_failed;
use allians::search::{begins_a_word, fold};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// What is written, and what search makes of it.
const FOLDED: &[(&str, &str)] = &[
    ("", ""),
    (" \u{a0}\t\n", ""),
    ("Åbo Akademi", "abo akademi"),
    ("ÅÄÖ åäö ÆØ æø", "aao aao aeo aeo"),
    ("İstanbul Üniversitesi", "istanbul universitesi"),
    ("Iğdır", "igdir"),
    ("Kanser Savaşçıları Derneği", "kanser savascilari dernegi"),
    ("Uniwersytet Łódzki", "uniwersytet lodzki"),
    ("La Réunion", "la reunion"),
    ("Åland", "aland"),
    ("Straße STRAẞE", "strasse strasse"),
    ("Cœur ŒUVRE", "coeur oeuvre"),
    ("Đakovo đak", "dakovo dak"),
    ("Ħal Għaxaq", "hal ghaxaq"),
    ("Háskóli Íslands, Seyðisfjörður, Þingvellir", "haskoli islands seydisfjordur thingvellir"),
    ("Azərbaycan Əmək", "azerbaycan emek"),
    ("Sää´mnuõrttsaž Čʒǯ", "saa mnuorttsaz czz"),
    ("Đại học Bách khoa Hà Nội", "dai hoc bach khoa ha noi"),
    ("IJsselmeer Ĳssel ǅ Ǉ ǌ", "ijsselmeer ijssel dz lj nj"),
    ("Εθνικό Μετσόβιο Πολυτεχνείο", "εθνικο μετσοβιο πολυτεχνειο"),
    ("ΆΈΉΊΌΎΏ ΪΫ ΐΰ Αθήνας", "αεηιουω ιυ ιυ αθηνασ"),
    ("Київський Їжак Ґанок", "киівськии іжак ґанок"),
    ("Ёлка ЙЎ Ѓ Ќ Ђ Љ", "елка иу г к ђ љ"),
    ("Донишгоҳи Тоҷикӣ", "донишгоҳи тоҷики"),
    ("Երևանի", "երևանի"),
    ("תל אביב", "תל אביב"),
    ("東京大学", "東京大学"),
    ("Cafe\u{301} Caf\u{e9}", "cafe cafe"),
    ("L'Aquila, L’Aquila; d`Arc", "l aquila l aquila d arc"),
    ("Rak'n'Roll  –  Foundation", "rak n roll foundation"),
    ("Saint-Étienne_(42)", "saint etienne 42"),
    ("\u{feff}Uni\u{ad}ver\u{200b}sity", "university"),
    ("e\u{fb03}cient \u{fb01}nance", "efficient finance"),
    ("1º 2ª 3×4 €5 «six» № 7", "1o 2a 3 4 5 six 7"),
    ("--- Lead ---", "lead"),
];

#[test]
fn texts_are_folded_as_people_type_them() {
    let wrong = |(text, folded): &(&str, &str)| (fold(text) != *folded).then(|| format!("{text}: {:?}, not {folded:?}", fold(text)));
    none_failed(&FOLDED.iter().filter_map(wrong).collect::<Vec<String>>());
}

#[test]
fn a_text_folds_the_same_however_its_marks_are_coded() {
    let names = FOLDED.iter().map(|(text, _)| (*text).to_owned());
    // Every letter of the tables, so that a letter in the wrong place of a table is found.
    let letters = ('\u{C0}'..='\u{24F}').chain('\u{386}'..='\u{3CE}').chain('\u{400}'..='\u{52F}').chain('\u{1E00}'..='\u{1EFF}');
    let wrong = |text: String| {
        let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
        (fold(&composed) != fold(&apart)).then(|| format!("{text}: {} composed, {} apart", fold(&composed), fold(&apart)))
    };
    none_failed(&names.chain(letters.map(String::from)).filter_map(wrong).collect::<Vec<String>>());
}

#[test]
fn capitals_and_small_letters_fold_the_same() {
    // Letters of Africa and old ones that nothing stands for stay as they are.
    let stay = "ƄƅƧƨƼƽƱʊƔɣƩʃƢƣƷƸƹǶƕǷƿȜȝȢȣɁɂɅʌƜɯƦʀỺỻỼỽỾỿ";
    let letters = ('\u{C0}'..='\u{24F}').chain('\u{386}'..='\u{3CE}').chain('\u{400}'..='\u{556}').chain('\u{1E00}'..='\u{1EFF}');
    let wrong = |letter: char| {
        let small: String = letter.to_lowercase().collect();
        (fold(&small) != fold(&letter.to_string()))
            .then(|| format!("{letter}: {} and {small}: {}", fold(&letter.to_string()), fold(&small)))
    };
    none_failed(&letters.filter(|letter| !stay.contains(*letter)).filter_map(wrong).collect::<Vec<String>>());
}

#[test]
fn what_is_typed_begins_a_word() {
    let rows = [
        ("istanbul", "İstanbul Üniversitesi", true),
        ("univ", "İstanbul Üniversitesi", true),
        ("versitesi", "İstanbul Üniversitesi", false),
        ("bul un", "İstanbul Üniversitesi", false),
        ("a a", "ba a a", true),
        ("technical univ", "The Technical University", true),
        ("university of", "The Technical University", false),
        ("", "Anything", true),
        ("x", "", false),
    ];
    for (typed, text, begins) in rows {
        assert_eq!(begins_a_word(&fold(typed), &fold(text)), begins, "{typed} in {text}");
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing_more(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "), "{:?}", once);
    }

    #[test]
    fn a_composed_letter_more_or_less_folds_alike(text in "[\u{20}-\u{24F}\u{386}-\u{3CE}\u{400}-\u{52F}\u{1E00}-\u{1EFF}]{0,20}") {
        let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(fold(&composed), fold(&apart));
    }
}
