//! Texts as search compares them: in lower case, letters without their marks, one space between words.
//!
//! The tables are our own, and the standard library's are not used: every visitor loads them (docs/decisions.md). They know the
//! Latin, Greek, Cyrillic and Armenian letters of today; letters of other scripts stay as they are.

/// Latin letters beyond ASCII, by their place after the number. A capital stands for two letters ([`two`]), a point for a letter that
/// stays as it is.
const LATIN: [(u32, &str); 3] = [
    (
        0xC0,
        "aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
         aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
         lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    ),
    (
        0x180,
        "bbbb..occdddd.eeeffgg.iikkl..nnooo..pp.....ttttuuuvyyzzz........\
         ....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooozzjDDDgg..nnaaAAoo\
         aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..acclts\
         z..bu.eejjqqrryy",
    ),
    (
        0x1E00,
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
         mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
         wwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
         eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......",
    ),
];

/// Greek, Cyrillic and further Latin letters, each followed by the plain letter for it.
const MARKED: &str = "ɓbɖdɗdəeɛeɠgɨiɩiɲnɔoɵoʈtʉuʋvʒzⱥaⱦt\
                      ΆαΈεΉηΊιΌοΎυΏωάαέεήηίιόούυώωϊιϋυΐιΰυςσ\
                      йиёеїіѓгќкўуѐеѝиѷѵӂжӑаӓаӗеӛәӝжӟзӣиӥиӧоӫөӭэӯуӱуӳуӵчӹы";

/// Letters that PDF files run together, from U+FB00 on.
const RUN_TOGETHER: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/// A text as search compares it. What is no letter or digit parts words. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // Marks that stand for themselves, and what is not seen, such as a soft hyphen.
            '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            'a'..='z' | '0'..='9' => folded.push(letter),
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            'ª' => folded.push('a'),
            'º' => folded.push('o'),
            '\0'..='¿' | '\u{2B0}'..='\u{2FF}' | '\u{2000}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}' | '\u{3000}'..='\u{3020}' => {
                part(&mut folded)
            }
            _ => push(&mut folded, letter),
        }
    }
    folded.truncate(folded.trim_ascii_end().len());
    folded
}

/// Whether a word of a text begins with what was typed; both are folded, and what was typed may go on into the next words.
pub fn begins_a_word(typed: &str, text: &str) -> bool {
    std::iter::successors(Some(text), |rest| rest.split_once(' ').map(|(_, rest)| rest)).any(|rest| rest.starts_with(typed))
}

/// Ends a word.
fn part(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Adds a letter beyond ASCII.
fn push(folded: &mut String, letter: char) {
    let number = u32::from(letter);
    if let Some(together) = number.checked_sub(0xFB00).and_then(|place| RUN_TOGETHER.get(place as usize)) {
        return folded.push_str(together);
    }
    match LATIN.iter().find_map(|(first, plain)| plain.as_bytes().get(number.checked_sub(*first)? as usize)) {
        Some(b' ') => part(folded),
        Some(b'.') => folded.push(letter),
        Some(plain) if plain.is_ascii_uppercase() => folded.push_str(two(*plain)),
        Some(plain) => folded.push(char::from(*plain)),
        None => folded.push(unmarked(small(letter))),
    }
}

/// The two letters that a capital in [`LATIN`] stands for.
fn two(capital: u8) -> &'static str {
    match capital {
        b'A' => "ae",
        b'D' => "dz",
        b'I' => "ij",
        b'L' => "lj",
        b'N' => "nj",
        b'O' => "oe",
        b'S' => "ss",
        _ => "th",
    }
}

/// The small letter of a Greek, Cyrillic or Armenian capital.
fn small(letter: char) -> char {
    let number = u32::from(letter);
    let small = match number {
        0x391..=0x3AB | 0x410..=0x42F => number + 0x20,
        0x400..=0x40F => number + 0x50,
        0x4C0 => 0x4CF,
        0x4C1..=0x4CE => number + number % 2,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => number | 1,
        0x531..=0x556 => number + 0x30,
        _ => number,
    };
    char::from_u32(small).unwrap_or(letter)
}

fn unmarked(letter: char) -> char {
    let mut letters = MARKED.chars();
    while let (Some(marked), Some(plain)) = (letters.next(), letters.next()) {
        if marked == letter {
            return plain;
        }
    }
    letter
}
