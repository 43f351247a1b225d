//! Calls as bytes: what was written is read again, and whatever else there is in their place gives nothing.

use allians::calls::pack::{of_bytes, to_bytes};
use allians::calls::{CallFile, EXAMPLES, LISTED, ListedCall, SHIPPED};

#[test]
fn what_is_written_is_read_again() {
    for file in SHIPPED.iter().chain(EXAMPLES.iter()) {
        let own = CallFile { own_text: Some("{}".into()), ..(**file).clone() };
        assert_eq!(of_bytes::<CallFile>(&to_bytes(&**file)).as_ref(), Some(&**file), "{}", file.id);
        assert_eq!(of_bytes::<CallFile>(&to_bytes(&own)), Some(own), "{}", file.id);
    }
    assert_eq!(of_bytes::<Vec<ListedCall>>(&to_bytes(&*LISTED)).as_ref(), Some(&*LISTED));
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
