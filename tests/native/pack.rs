//! Calls as bytes: what was written is read again, and whatever else there is in their place gives nothing.

use allians::calls::pack::{of_bytes, to_bytes};
use allians::calls::{CallFile, EXAMPLES, LISTED, Language, ListedCall, SHIPPED, call_files, shipped_json};
use serde_json::Value;

#[test]
fn what_is_written_is_read_again() {
    for file in SHIPPED.iter().chain(EXAMPLES.iter()) {
        let own = CallFile { own_text: Some("{}".into()), ..(**file).clone() };
        assert_eq!(of_bytes::<CallFile>(&to_bytes(&**file)).as_ref(), Some(&**file), "{}", file.id);
        assert_eq!(of_bytes::<CallFile>(&to_bytes(&own)), Some(own), "{}", file.id);
    }
    assert_eq!(of_bytes::<Vec<ListedCall>>(&to_bytes(&*LISTED)).as_ref(), Some(&*LISTED));
}

/// The texts of a language in a document: what stands under its name where all three stand.
fn texts<'a>(document: &'a Value, language: &str, found: &mut Vec<&'a str>) {
    match document {
        Value::Object(fields) if ["sv", "fi", "en"].iter().all(|name| fields.contains_key(*name)) => {
            let text = fields[language].as_str().unwrap();
            // A few words may stand in what is quoted as well.
            found.extend((text.len() > 60).then_some(text));
        }
        Value::Object(fields) => fields.values().for_each(|value| texts(value, language, found)),
        Value::Array(items) => items.iter().for_each(|value| texts(value, language, found)),
        _ => {}
    }
}

#[test]
fn a_file_in_one_language_is_the_whole_file_without_the_others() {
    let documents: Vec<Value> = serde_json::from_str(shipped_json()).unwrap();
    let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    for (file, document) in SHIPPED.iter().zip(&documents) {
        let whole = to_bytes(&**file);
        for language in Language::ALL {
            let only = file.only(*language);
            let spoken: Vec<Language> = Language::ALL.iter().copied().filter(|other| only.speaks(*other)).collect();
            assert_eq!(spoken, [*language], "{}", file.id);
            let bytes = to_bytes(&only);
            for other in Language::ALL {
                let mut said = Vec::new();
                texts(document, other.as_str(), &mut said);
                assert!(!said.is_empty(), "{}", file.id);
                for text in said {
                    assert_eq!(has(&bytes, text), other == language && has(&whole, text), "{} in {}: {text}", file.id, language.as_str());
                }
            }
        }
        let whole = Language::ALL[1..].iter().fold(file.only(Language::Sv), |known, language| {
            assert_ne!(known, **file);
            known.with_texts_of(&file.only(*language), *language)
        });
        assert_eq!(whole, **file, "{}", file.id);
        let mut learnt = file.bare();
        for language in Language::ALL {
            assert!(!learnt.speaks(*language), "{}", file.id);
            learnt.learn(*language, &mut file.said(*language).iter().map(String::as_str));
        }
        assert_eq!(learnt, **file, "{}: a text is in several lines", file.id);
    }
}

#[test]
fn a_text_that_is_not_known_is_said_in_another_language() {
    let finnish = SHIPPED[0].only(Language::Fi);
    for language in Language::ALL {
        assert_eq!(finnish.title.in_language(*language), &*SHIPPED[0].title.fi);
        assert_eq!(SHIPPED[0].title.in_language(*language), &**SHIPPED[0].title.known(*language));
    }
}

#[test]
fn every_call_has_a_file_in_each_language() {
    let files: Vec<(std::sync::Arc<str>, Vec<u8>)> = call_files().collect();
    assert_eq!(files.len(), SHIPPED.len() * Language::ALL.len());
    for listed in LISTED.iter() {
        for language in Language::ALL {
            let address = listed.file.known(*language);
            let (_, bytes) = files.iter().find(|(name, _)| name == address).unwrap();
            let file = of_bytes::<CallFile>(bytes).unwrap();
            assert!(*file.id == *listed.id && file.speaks(*language), "{address}");
        }
    }
}

#[test]
fn bytes_of_another_version_give_nothing() {
    let bytes = to_bytes(&*SHIPPED[0]);
    let other = |version: u8| [&[version], &bytes[1..]].concat();
    let read: Vec<u8> = (0..=u8::MAX).filter(|version| of_bytes::<CallFile>(&other(*version)).is_some()).collect();
    assert_eq!(read, [bytes[0]]);
}

#[test]
fn bytes_that_are_cut_give_nothing() {
    let smallest = SHIPPED.iter().map(|file| to_bytes(&**file)).min_by_key(Vec::len).unwrap();
    assert!(of_bytes::<CallFile>(&smallest).is_some());
    for length in (0..smallest.len()).step_by(17).chain(smallest.len() - 64..smallest.len()) {
        assert_eq!(of_bytes::<CallFile>(&smallest[..length]), None, "{length} of {}", smallest.len());
    }
    assert_eq!(of_bytes::<CallFile>(&[&smallest[..], &[0]].concat()), None, "one byte more");
    assert_eq!(of_bytes::<CallFile>(&smallest[1..]), None, "without the version");
}

#[test]
fn garbage_gives_nothing() {
    let version = to_bytes(&0u8)[0];
    let endless = [&[version][..], &[0xFF; 9], &[0x01; 40]].concat();
    let huge = [&[version, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F][..], &[b'a'; 100]].concat();
    let table: &[(&str, &[u8])] = &[
        ("nothing", b""),
        ("a version and nothing else", &[version]),
        ("a page that says that there is no file", b"<!doctype html><title>404</title>"),
        ("JSON", br#"{"format": "allians-call"}"#),
        ("ones", &[0xFF; 1_000]),
        ("a number without end", &endless),
        ("a length that is a lie", &huge),
        ("no text", &[version, 2, 0xC3, 0x28, 0, 0, 0, 0]),
    ];
    for (name, bytes) in table {
        assert_eq!(of_bytes::<CallFile>(bytes), None, "{name}");
        assert_eq!(of_bytes::<Vec<CallFile>>(bytes), None, "{name}, as a list");
        assert_eq!(of_bytes::<Vec<ListedCall>>(bytes), None, "{name}, as a list of calls");
    }
}

/// Whatever byte is damaged on the way, reading comes to an end; and what is read all the same is a call like any other.
#[test]
fn damaged_bytes_bring_nothing_down() {
    let bytes = to_bytes(&*SHIPPED[0]);
    let (mut read, mut refused) = (0, 0);
    for (at, mask) in (1..bytes.len()).step_by(5).zip([0x01, 0x80, 0x20].into_iter().cycle()) {
        let mut damaged = bytes.clone();
        damaged[at] ^= mask;
        match of_bytes::<CallFile>(&damaged) {
            None => refused += 1,
            Some(file) => {
                assert_eq!(of_bytes::<CallFile>(&to_bytes(&file)), Some(file), "byte {at}");
                read += 1;
            }
        }
    }
    assert!(read > 100 && refused > 100, "{read} read, {refused} refused");
}
