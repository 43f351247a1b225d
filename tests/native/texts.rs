//! The files of `texts/`: what the build refuses in them, and that every message is said in every language.

use crate::support::none_failed;
use allians::calls::SHIPPED;
use allians::i18n::{AdviceMessage, Language, Message, Part, advice, answer_files, is_whole, lines, take, take_answers, text, text_files};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The numbers that texts are tried with: those that choose a form, those with words, and those in groups of digits.
const NUMBERS: [u16; 8] = [0, 1, 2, 3, 7, 10, 11, 1_000];

fn file(language: Language) -> Value {
    let text = match language {
        Language::Sv => include_str!("../../texts/sv.toml"),
        Language::Fi => include_str!("../../texts/fi.toml"),
        Language::En => include_str!("../../texts/en.toml"),
    };
    toml::from_str(text).unwrap()
}

#[test]
fn the_texts_of_every_language_are_taken() {
    for language in Language::ALL {
        let said = lines(&file(*language)).unwrap_or_else(|faults| panic!("{}: {faults:#?}", language.as_str()));
        let counts = [said.page, said.answers].map(|lines| lines.lines().count());
        assert_eq!(counts, [Message::every("", 0).len(), AdviceMessage::ALL.len()], "{}", language.as_str());
    }
}

#[test]
fn only_a_whole_file_of_texts_is_taken_for_one() {
    let files: Vec<(String, &str)> = text_files().collect();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["texts/sv.txt", "texts/fi.txt", "texts/en.txt"]);
    for (name, text) in files {
        assert!(is_whole(text), "{name}");
        let without_one = text.split_once('\n').unwrap().1;
        for part in ["", &text[..text.len() - 1], &text[..100], without_one, &format!("{text}\n"), "<!doctype html>\n<title>404</title>\n"]
        {
            assert!(!is_whole(part), "{name}: {} of {} bytes are taken", part.len(), text.len());
        }
    }
}

#[test]
fn what_the_library_loads_is_taken_whole_or_not_at_all() {
    for (language, ((_, page), (name, answers))) in Language::ALL.iter().zip(text_files().zip(answer_files())) {
        assert_eq!(name, format!("texts/answers-{}.txt", language.as_str()));
        let taken = [page, &page[..100]].map(|text| take(*language, text.into()));
        assert_eq!(taken, [true, false], "{name}: the texts of the page");
        let parts = [answers, "", &answers[..answers.len() - 1], &answers[..answers.floor_char_boundary(9_000)], page];
        assert_eq!(parts.map(|text| take_answers(*language, text.into())), [true, false, false, false, false], "{name}");
        let texts: usize = SHIPPED.iter().map(|file| file.said(*language).len()).sum();
        assert_eq!(answers.lines().count(), AdviceMessage::ALL.len() + texts + 1, "{name}: and an empty line");
    }
}

/// What is wrong, where it is put, and what is said of it.
type Row = (&'static str, &'static str, Value, &'static str);

#[rustfmt::skip]
fn refused() -> Vec<Row> {
    let forms = |by: &str, one: &str, other: &str| json!({ "by": by, "one": one, "other": other });
    vec![
        ("page", "undo", Value::Null, "is missing; add it"),
        ("page", "undoo", json!("Ångra"), "there is no such text; remove it, or write its name as in the other languages"),
        ("page", "undo", json!("  "), "is empty; write the text"),
        ("page", "undo", json!(1), "is no text; write it in quotation marks"),
        ("page", "undo", json!(["Ångra"]), "is no text; write it in quotation marks"),
        ("page", "undo", json!("Ång\nra"), "holds a line break or a tab; write it in one line"),
        ("page", "undo", json!("Ång\tra"), "holds a line break or a tab; write it in one line"),
        ("page", "undo", json!("Ångra {plan}"), "has {plan}, which is no value of it; this text has none"),
        ("page", "pool_count", json!("{show} av {all}"), "has {show}, which is no value of it; here are {shown}, {all}"),
        ("page", "pool_count", json!("{shown}"), "lacks {all}; put it where it is to stand"),
        ("page", "pool_count", json!("{Shown} av {all}"), "has {Shown}, which is no value of it; here are {shown}, {all}"),
        ("page", "pool_count", json!("{shown av {all}"), "has {shown av {all}, which is no value of it; here are {shown}, {all}"),
        ("page", "pool_count", json!("{shown} av {all"), "has a { without its }; write both"),
        ("page", "pool_count", json!("{shown} av all} {all}"), "has a } without its {; write both"),
        ("page", "pool_count", json!("{shown} av {all}}"), "has a } without its {; write both"),
        ("page", "years", json!("år"), "lacks {n} or {N} or {#}; put it where it is to stand"),
        ("page", "years", forms("n", "1 år", "år"), "lacks {n} or {N} or {#}; put it where it is to stand (in the other form)"),
        ("page", "years", forms("n", "", "{#} år"), "is empty; write the text (in the form for one)"),
        ("page", "years", forms("m", "1 år", "{#} år"), "has by = \"m\", which is no number of this text; write by = \"n\""),
        ("page", "undo", forms("n", "Ångra", "Ångra"), "has by = \"n\", which is no number of this text; write one text"),
        ("page", "edit", forms("name", "{name}", "{name}"), "has by = \"name\", which is no number of this text; write one text"),
        ("page", "years", json!({ "by": "n", "other": "{#} år" }), "has no one; add one = \"…\""),
        ("page", "years", json!({ "one": "1 år", "other": "{#} år" }), "has no by; add by = \"…\""),
        ("page", "years", json!({ "by": "n", "one": 1, "other": "{#} år" }), "has a one that is no text; write it in quotation marks"),
        ("page", "years", json!({ "by": "n", "one": "1 år", "two": "2 år", "other": "{#} år" }),
            "has a form \"two\"; the forms are one and other, chosen by a number: { by = \"n\", one = \"…\", other = \"…\" }"),
        ("statuses", "met", Value::Null, "is missing; add it"),
        ("statuses", "meet", json!("Uppfyllt"), "there is no such text; remove it, or write its name as in the other languages"),
        ("answers", "suffice_are", forms("n", "En till räcker.", "{N} till räcker: {names}."), "lacks {names}; put it where it is to stand (in the form for one)"),
        ("answers", "suffice_are", forms("n", "En till räcker: {names}.", "{names} räcker."), "lacks {n} or {N} or {#}; put it where it is to stand (in the other form)"),
        ("answers", "suffice_are", json!("{n} till: {seats}."), "has {seats}, which is no value of it; here are {n}, {N}, {#}, {names}"),
    ]
}

#[test]
fn what_is_wrong_with_a_text_is_refused_with_its_key_and_a_remedy() {
    let mut failures = Vec::new();
    for (section, key, put_in, said) in refused() {
        let mut file = file(Language::Sv);
        let texts = file[section].as_object_mut().unwrap();
        if put_in.is_null() {
            texts.remove(key);
        } else {
            texts.insert(key.to_owned(), put_in.clone());
        }
        let (found, expected) = (lines(&file), Err(vec![format!("[{section}] {key}: {said}")]));
        if found != expected {
            failures.push(format!("{key} = {put_in}: {:?}", found.map(|_| "taken")));
        }
    }
    none_failed(&failures);
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let mut file = file(Language::En);
    file["pages"] = json!({});
    file["page"].as_object_mut().unwrap().remove("redo");
    file.as_object_mut().unwrap().remove("roles");
    let faults = lines(&file).unwrap_err();
    assert_eq!(faults.len(), 6, "{faults:#?}");
    assert_eq!(faults[0], "[pages]: there is no such section; remove it, or write its name as in the other languages");
    assert_eq!(faults[1], "[page] redo: is missing; add it");
    assert_eq!(faults[5], "[roles] associated: is missing; add it");
}

/// What a number may leave of a text that chooses by it without saying it.
#[test]
fn a_number_may_choose_a_form_without_standing_in_it() {
    let mut file = file(Language::Sv);
    for text in [json!("Krav: {names}."), json!({ "by": "n", "one": "Krav: {names}.", "other": "Alla krav: {names}." })] {
        file["answers"]["rules_other"] = text;
        assert!(lines(&file).is_ok());
    }
}

#[test]
fn every_message_is_filled_in_every_language() {
    let mut failures = Vec::new();
    for (number, language) in NUMBERS.iter().flat_map(|number| Language::ALL.iter().map(move |language| (*number, *language))) {
        for message in Message::every("X", number) {
            let words = text(language, message);
            failures.extend(fault(&words).map(|fault| format!("{message:?} {}: {fault}: {words:?}", language.as_str())));
        }
        for message in AdviceMessage::ALL {
            let parts = advice(language, *message, number.into());
            let words: String = parts.iter().map(|part| if let Part::Words(words) = part { words.as_ref() } else { "X" }).collect();
            failures.extend(fault(&words).map(|fault| format!("{message:?} {number} {}: {fault}: {words:?}", language.as_str())));
            if places(&parts) != places(&advice(Language::Sv, *message, number.into())) {
                failures.push(format!("{message:?} {number} {}: has other places than in Swedish", language.as_str()));
            }
        }
    }
    none_failed(&failures);
}

fn fault(words: &str) -> Option<&'static str> {
    let is_unfilled = words.contains(['{', '}']) || words.contains("  ");
    if words.trim().is_empty() { Some("is empty") } else { is_unfilled.then_some("has braces or two spaces") }
}

fn places(parts: &[Part]) -> BTreeSet<&str> {
    parts.iter().filter_map(|part| if let Part::Place(name) = part { Some(*name) } else { None }).collect()
}

/// The texts stand under the names of their messages, whatever place they have among the lines.
#[test]
fn each_message_says_its_own_text() {
    let file = file(Language::En);
    let rows = [
        (Message::SkipToConsortium, "page", "skip_to_consortium"),
        (Message::MadeUp, "page", "made_up"),
        (Message::OtherSide, "reasons", "other_side"),
        (Message::AnAmount, "problems", "an_amount"),
        (Message::Kind(allians::engine::OrganisationKind::Other), "kinds", "other"),
        (Message::One(allians::engine::OrganisationKind::Hei), "one", "hei"),
        (Message::Status(allians::engine::Status::NotApplicable), "statuses", "not_applicable"),
        (Message::Confidence(allians::calls::Confidence::Secondary), "sources", "secondary"),
    ];
    for (message, section, key) in rows {
        assert_eq!(text(Language::En, message), file[section][key].as_str().unwrap(), "{section}.{key}");
    }
    for (message, key) in [(AdviceMessage::Copy, "copy"), (AdviceMessage::AcceptRules, "accept_rules")] {
        assert_eq!(advice(Language::En, message, 0), [Part::Words(file["answers"][key].as_str().unwrap().to_owned().into())]);
    }
}

#[test]
fn values_stand_in_a_text_as_it_wants_them() {
    use allians::engine::{Cents, OrganisationKind as Kind, Role, Status};
    let rows = [
        (Language::Sv, Message::Years(1), "1 år"),
        (Language::Fi, Message::Years(2), "2 vuotta"),
        (Language::En, Message::Months(1), "1 month"),
        (Language::Sv, Message::Remaining(1), "Ett krav återstår"),
        (Language::Sv, Message::Remaining(2), "Två krav återstår"),
        (Language::En, Message::Remaining(11), "11 requirements to go"),
        (Language::En, Message::BoardFull(10_000), "A plan holds at most 10,000 organisations. Delete one first."),
        (Language::En, Message::CallInYear { call: "Call", year: 2026 }, "Call · 2026"),
        (Language::Fi, Message::GrantIs(Cents::of_euros(1_500)), "1\u{a0}500 euroa"),
        (Language::Sv, Message::HasRole { name: "A {n}", role: Role::Applicant }, "A {n}: sökande."),
        (Language::Fi, Message::NowStatus { requirement: "Maat", status: Status::Unmet }, "Maat: ei täyty."),
        (Language::Sv, Message::placeholder(Some(Kind::Enterprise), Some("Tyskland")), "Ett företag i Tyskland"),
        (Language::Fi, Message::placeholder(Some(Kind::Enterprise), Some("Saksa")), "Yritys (Saksa)"),
        (Language::En, Message::placeholder(None, None), "An organisation"),
    ];
    for (language, message, said) in rows {
        assert_eq!(text(language, message), said);
    }
}
