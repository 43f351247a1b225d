//! Rust source without its comments and texts, and its texts without the rest: enough to look for words, no more.

/// A text literal with the line it begins on and the code right before it, spaces left out.
pub struct Literal {
    pub line: usize,
    pub text: String,
    pub before: String,
}

/// The code with comments and the insides of texts blanked out, line by line as it was; and the texts. Tests inside the file are left out.
pub fn split(source: &str) -> (String, Vec<Literal>) {
    let source = source.split("#[cfg(test)]\nmod ").next().unwrap_or(source);
    let letters: Vec<char> = source.chars().collect();
    let (mut code, mut literals, mut at) = (String::new(), Vec::new(), 0);
    while at < letters.len() {
        let rest = &letters[at..];
        let length = match rest {
            ['/', '/', ..] => rest.iter().position(|letter| *letter == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => rest.windows(2).position(|pair| pair == ['*', '/']).map_or(rest.len(), |end| end + 2),
            // A quotation mark as a character.
            ['\'', '"', '\'', ..] => 3,
            ['\'', '\\', _, '\'', ..] => 4,
            ['"', ..] => plain(rest),
            ['r', '"' | '#', ..] if !code.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') => raw(rest).unwrap_or(1),
            _ => 1,
        };
        let part: String = rest[..length].iter().collect();
        if length > 1 && (part.starts_with('"') || part.starts_with('r')) {
            let before: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
            let before = before.chars().rev().take(24).collect::<Vec<char>>().into_iter().rev().collect();
            literals.push(Literal { line: code.matches('\n').count() + 1, text: part.trim_matches(['r', '#', '"']).to_owned(), before });
        }
        if length == 1 {
            code.push_str(&part)
        } else {
            code.extend(part.chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }))
        }
        at += length;
    }
    (code, literals)
}

/// The length of a text in quotation marks.
fn plain(rest: &[char]) -> usize {
    let mut at = 1;
    while let Some(letter) = rest.get(at) {
        match letter {
            '"' => return at + 1,
            '\\' => at += 2,
            _ => at += 1,
        }
    }
    rest.len()
}

/// The length of a raw text, if it is one.
fn raw(rest: &[char]) -> Option<usize> {
    let marks = rest.iter().skip(1).take_while(|letter| **letter == '#').count();
    let inside = marks + 2;
    if rest.get(marks + 1) != Some(&'"') {
        return None;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', marks)).collect();
    rest.get(inside..)?.windows(end.len()).position(|window| window == end).map(|at| inside + at + end.len())
}
