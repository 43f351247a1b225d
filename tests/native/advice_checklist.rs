//! What has to be shown or checked, as a table: charters, added value, commitment, experience, legal groups and names.

use crate::notation::board;
use crate::support::{call_of, none_failed};
use allians::advice::{Evidence, checklist};

/// Name, members, and what is said that begins with one of the words after it; one member a number.
type Row = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const ROWS: &[Row] = &[
    (
        "every institution in a programme country shows its charter",
        &["hei FI eche=true", "hei SE eche=false", "hei EE", "hei US", "enterprise FI", "hei LV affiliated=m0"],
        &["charter"],
        &["charter 0 yes", "charter 1 no", "charter 2 ?"],
    ),
    (
        "one who may be an institution in a programme country may have to",
        &["? FI", "hei ?", "? ?", "? US", "enterprise ?"],
        &["charter"],
        &["charter 0 ?", "charter 1 ?", "charter 2 ?"],
    ),
    (
        "a partner country shows added value, and who may be in one",
        &["hei US value=labs", "enterprise GH", "hei FI", "other ?"],
        &["value"],
        &["value 0 yes", "value 1 no", "value 3 no"],
    ),
    (
        "a commitment that is confirmed is done",
        &["hei FI commitment=confirmed", "hei SE commitment=promised", "hei EE commitment=asked", "other FI associated"],
        &["commitment"],
        &["commitment 1 promised", "commitment 2 asked", "commitment 3 none"],
    ),
    (
        "an intermediary shows experience, where it may count among the enterprises",
        &[
            "business_intermediary FI",
            "business_intermediary US experience=fairs",
            "business_intermediary SE associated",
            "enterprise FI",
            "? FI",
        ],
        &["experience"],
        &["experience 0 no", "experience 1 yes"],
    ),
    (
        "a legal group of two or more is worth a look",
        &["hei FI", "hei SE group=G", "hei SE group=H", "other FI group=G associated", "hei EE group=K", "hei EE group=H"],
        &["group"],
        &["group 1 3", "group 2 5"],
    ),
    (
        "names that differ in case and signs",
        &["hei FI name=\"Aalto-yliopisto\"", "hei FI name=\"AALTO  yliopisto.\""],
        &["alike"],
        &["alike 0 1"],
    ),
    (
        "an accent in a letter of its own",
        &["hei FI name=\"Abo Akademi\"", "hei FI name=\"A\u{30a}bo Akademi\""],
        &["alike"],
        &["alike 0 1"],
    ),
    (
        "a misprint",
        &["hei FI name=\"Umeå universitet\"", "hei FI name=\"Ume universitet\"", "hei FI name=\"Luleå universitet\""],
        &["alike"],
        &["alike 0 1"],
    ),
    (
        "letters for a misprint: four are too few, five are enough",
        &["hei FI name=Novo", "hei FI name=Nova", "hei FI name=Valvo", "hei FI name=Volvo"],
        &["alike"],
        &["alike 2 3"],
    ),
    (
        "two misprints need sixteen letters",
        &["hei FI name=abcdefghijklmno", "hei FI name=abcdefghijklmxx", "hei FI name=bcdefghijklmnopq", "hei FI name=bcdefghijklmnoxx"],
        &["alike"],
        &["alike 2 3"],
    ),
    ("numbers are no misprints", &["school FI name=\"Primary school 1\"", "school FI name=\"Primary school 2\""], &["alike"], &[]),
    (
        "a legal form or a department behind the name",
        &[
            "hei FI name=\"Aalto University\"",
            "hei FI name=\"Aalto University, School of Business\"",
            "hei FI name=\"Aalto Universities of old\"",
        ],
        &["alike"],
        &["alike 0 1"],
    ),
    (
        "one word is enough if it is long",
        &[
            "enterprise FI name=Metsämäki",
            "enterprise FI name=\"Metsämäki Oy\"",
            "enterprise FI name=Åbo",
            "enterprise FI name=\"Åbo Energi\"",
        ],
        &["alike"],
        &["alike 0 1"],
    ),
    (
        "those in one legal group are known to belong together",
        &["hei FI name=Karelia group=G", "hei FI name=Karelia group=G", "hei FI name=Karelia", "hei FI name=Karelia group=H"],
        &["alike"],
        &["alike 0 2", "alike 0 3"],
    ),
    ("placeholders have no name", &["hei FI", "hei FI", "hei FI name=\" \"", "hei FI name=\"–\"", "hei FI name=\"...\""], &["alike"], &[]),
    ("nobody", &[], &[""], &[]),
    (
        "all of it, in order",
        &["hei FI group=G name=\"Vaasa yliopisto\"", "business_intermediary US", "hei SE group=G eche=true commitment=confirmed"],
        &[""],
        &["charter 0 ?", "charter 2 yes", "value 1 no", "commitment 0 none", "commitment 1 none", "experience 1 no", "group 0 2"],
    ),
];

#[test]
fn every_row_is_listed() {
    let mut failures = Vec::new();
    for (name, lines, words, expected) in ROWS {
        let said: Vec<String> = checklist(&call_of(2020), &board(lines)).iter().map(said).collect();
        let found: Vec<&String> = said.iter().filter(|said| words.iter().any(|word| said.starts_with(word))).collect();
        if found != expected.iter().collect::<Vec<_>>() {
            failures.push(format!("\"{name}\": expected {expected:?}, found {found:?}"));
        }
    }
    none_failed(&failures);
}

fn said(evidence: &Evidence) -> String {
    let yes = |stated: bool| if stated { "yes" } else { "no" };
    match evidence {
        Evidence::Charter { member, stated } => format!("charter {member} {}", stated.map_or("?", yes)),
        Evidence::AddedValue { member, stated } => format!("value {member} {}", yes(*stated)),
        Evidence::Commitment { member, commitment } => format!("commitment {member} {}", commitment.as_str()),
        Evidence::Experience { member, stated } => format!("experience {member} {}", yes(*stated)),
        Evidence::SharedGroup { members } => {
            format!("group {}", members.iter().map(u32::to_string).collect::<Vec<_>>().join(" "))
        }
        Evidence::AlikeNames { one, other } => format!("alike {one} {other}"),
    }
}
