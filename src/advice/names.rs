//! Which members have almost the same name. It is asked whether they are one organisation, never judged.

use crate::engine::{Member, group};
use std::collections::BTreeMap;

/// Letters of a name for each misprint that is let pass, and the most misprints.
const LETTERS_A_MISPRINT: usize = 8;
const MOST_MISPRINTS: usize = 3;
/// Letters that a name needs for a misprint to be one.
const FEWEST_LETTERS: usize = 5;
/// Numbers in which the letters of a name are tallied, so that most pairs are told apart at a glance.
const TALLIES: usize = 32;
/// Words or letters that a name needs for its longer form to be the same name with a legal form or a department added.
const FEWEST_WORDS: usize = 2;
const LETTERS_OF_ONE_WORD: usize = 8;

/// Pairs of members with almost the same name who are in no common legal group, the lower place first, in order of place.
/// Of members whose names differ only in case, signs and spaces each is paired with the first; of two such names one pair is named.
pub(super) fn alike(members: &[Member]) -> Vec<(u32, u32)> {
    let mut names = names(members);
    let mut pairs = Vec::new();
    let of_equal =
        names.iter().flat_map(|name| name.bearers.iter().skip(1).filter_map(|bearer| apart(members, name.bearers.get(..1)?, &[*bearer])));
    pairs.extend(of_equal);
    // A space sorts before every letter, so the longer forms of a name follow it in one run.
    each_with_next(&names, Name::begins, |_, _| true, &mut |name, other| pairs.extend(apart(members, &name.bearers, &other.bearers)));
    names.sort_by_key(|name| name.letters.len());
    let near = |name: &Name, other: &Name| other.letters.len().saturating_sub(name.letters.len()) <= MOST_MISPRINTS;
    let misprint = |name: &Name, other: &Name| name.is_misprint_of(other) && !name.begins(other);
    each_with_next(&names, near, misprint, &mut |name, other| pairs.extend(apart(members, &name.bearers, &other.bearers)));
    pairs.sort_unstable();
    pairs
}

/// Takes each name with those that follow it for as long as these go on, and of these the ones that are like it.
fn each_with_next(
    names: &[Name],
    goes_on: impl Fn(&Name, &Name) -> bool,
    is_like: impl Fn(&Name, &Name) -> bool,
    take: &mut impl FnMut(&Name, &Name),
) {
    let mut rest = names;
    while let Some((name, others)) = rest.split_first() {
        rest = others;
        others.iter().take_while(|other| goes_on(name, other)).filter(|other| is_like(name, other)).for_each(|other| take(name, other));
    }
}

/// The first two, one of each, that are in no common legal group.
fn apart(members: &[Member], some: &[u32], others: &[u32]) -> Option<(u32, u32)> {
    let of = |place: u32| members.get(place as usize).and_then(group);
    let pairs = some.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
    let mut apart = pairs.filter(|(one, other)| of(*one).is_none() || of(*one) != of(*other));
    apart.next().map(|(one, other)| (one.min(other), one.max(other)))
}

/// A name without case, signs and needless spaces, and who bears it.
struct Name {
    letters: Vec<char>,
    words: usize,
    digits: Vec<char>,
    /// How often each letter is in it, some letters sharing a number: a misprint changes two numbers by one at most.
    tally: [u8; TALLIES],
    bearers: Vec<u32>,
}

/// The names that are not empty, each once.
fn names(members: &[Member]) -> Vec<Name> {
    let mut bearers: BTreeMap<Vec<char>, Vec<u32>> = BTreeMap::new();
    for (place, member) in (0..).zip(members) {
        bearers.entry(folded(&member.organisation.name)).or_default().push(place);
    }
    bearers.retain(|letters, _| !letters.is_empty());
    let name = |(letters, bearers): (Vec<char>, Vec<u32>)| Name {
        words: letters.split(|letter| *letter == ' ').count(),
        digits: letters.iter().copied().filter(|letter| letter.is_numeric()).collect(),
        tally: tally(&letters),
        letters,
        bearers,
    };
    bearers.into_iter().map(name).collect()
}

/// Small letters and single spaces. What joins words parts them here; all other signs are dropped, accents that stand apart too.
fn folded(name: &str) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            letters.push(letter);
        } else if (letter.is_whitespace() || "-–—/,;:|&+_()[]".contains(letter)) && letters.last().is_some_and(|last| *last != ' ') {
            letters.push(' ');
        }
    }
    if letters.last() == Some(&' ') {
        letters.pop();
    }
    letters
}

impl Name {
    /// Whether the other is this one with words added.
    fn begins(&self, other: &Name) -> bool {
        let enough = self.words >= FEWEST_WORDS || self.count() >= LETTERS_OF_ONE_WORD;
        enough && other.letters.strip_prefix(self.letters.as_slice()).is_some_and(|rest| rest.first() == Some(&' '))
    }

    /// Numbers are not misprinted here: school 1 and school 2 are two schools.
    fn is_misprint_of(&self, other: &Name) -> bool {
        let letters = self.count().min(other.count());
        let most = (letters / LETTERS_A_MISPRINT).clamp(1, MOST_MISPRINTS);
        letters >= FEWEST_LETTERS
            && self.tally.iter().zip(other.tally).map(|(one, other)| usize::from(one.abs_diff(other))).sum::<usize>() <= 2 * most
            && self.digits == other.digits
            && within(&self.letters, &other.letters, most)
    }

    /// The letters, without the spaces between words.
    fn count(&self) -> usize {
        self.letters.len() + 1 - self.words
    }
}

fn tally(letters: &[char]) -> [u8; TALLIES] {
    let mut tally = [0u8; TALLIES];
    for letter in letters {
        let number = tally.get_mut(*letter as usize % TALLIES);
        number.into_iter().for_each(|number| *number = number.saturating_add(1));
    }
    tally
}

/// Whether so many letters changed, added or left out make one of the other. Each way is tried, and there are at most three misprints.
fn within(one: &[char], other: &[char], most: usize) -> bool {
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    let (mut one, mut other) = (one, other);
    while let (Some((first, rest)), Some((second, others))) = (one.split_first(), other.split_first()) {
        if first != second {
            return most > 0 && (within(rest, others, most - 1) || within(rest, other, most - 1) || within(one, others, most - 1));
        }
        (one, other) = (rest, others);
    }
    true
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test that stops is a test that fails")]
mod tests {
    use super::*;
    use crate::engine::{Organisation, Role};

    #[test]
    fn misprints_are_the_fewest_changes_that_make_one_of_the_other() {
        let words = ["", "a", "ab", "ba", "abc", "acb", "abcd", "bcd", "xabc", "abxc", "axbyc", "cba", "aabb", "bbaa"];
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            let (letters, others): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            for most in 0..=MOST_MISPRINTS {
                assert_eq!(within(&letters, &others, most), slow(&letters, &others) <= most, "{one} {other} {most}");
            }
        }
    }

    #[test]
    fn the_pairs_are_those_that_looking_at_every_two_finds() {
        let parts =
            ["abcde", "abcdx", "abcdefgh", "bcdefgh", "ab cd", "ab cde", "ab cd ef", "abcdefgh ij", "abcdefghi j", "ab 1", "ab 2", "abc"];
        let texts: Vec<String> = parts.iter().flat_map(|one| ["", " oy", " abcdefgh"].map(|other| format!("{one}{other}"))).collect();
        let member = |text: &String| Member {
            organisation: Organisation { name: text.as_str().into(), ..Organisation::default() }.into(),
            role: Role::Partner,
            affiliated_to: None,
        };
        let members: Vec<Member> = texts.iter().map(member).collect();
        let (mut expected, letters) = (Vec::new(), |text: &str| text.chars().collect::<Vec<char>>());
        for (place, one) in (0u32..).zip(&texts) {
            for (next, other) in (0u32..).zip(&texts).skip(place as usize + 1) {
                let count = |text: &str| text.replace(' ', "").len();
                let begins = |short: &str, long: &str| long.starts_with(&format!("{short} ")) && (short.contains(' ') || count(short) >= 8);
                let numbers = |text: &str| text.replace(|letter: char| !letter.is_numeric(), "");
                let fewest = count(one).min(count(other));
                let misprint =
                    fewest >= 5 && numbers(one) == numbers(other) && slow(&letters(one), &letters(other)) <= (fewest / 8).clamp(1, 3);
                if misprint || begins(one, other) || begins(other, one) {
                    expected.push((place, next));
                }
            }
        }
        assert_eq!(alike(&members), expected);
    }

    fn slow(one: &[char], other: &[char]) -> usize {
        let mut above: Vec<usize> = (0..=other.len()).collect();
        for (row, letter) in one.iter().enumerate() {
            let mut below = vec![row + 1];
            for (column, second) in other.iter().enumerate() {
                let changed = above[column] + usize::from(letter != second);
                below.push(changed.min(above[column + 1] + 1).min(below[column] + 1));
            }
            above = below;
        }
        above[other.len()]
    }
}
