//! A file of `texts/`, held against the messages that there are. The build does it, so no language lacks a text or a value; a translator
//! reads what is said here.

use super::answers;
use super::message::{Declared, Section, sections};
use serde_json::{Map, Value};

/// The forms of a text that a number chooses from.
const FORMS: [&str; 3] = ["by", "one", "other"];

/// The texts of a language, one a line, in the order of the messages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lines {
    /// Those of the page.
    pub page: String,
    /// Those of the planner's answers, which the page does not say itself.
    pub answers: String,
}

/// The texts of a file; or what is wrong with them, each with what to do about it.
pub fn lines(document: &Value) -> Result<Lines, Vec<String>> {
    let (mut lines, mut faults) = (Lines::default(), Vec::new());
    let nothing = Map::new();
    let all = document.as_object().unwrap_or(&nothing);
    let sections: Vec<Section> = sections().into_iter().chain([answers::section()]).collect();
    let answers = answers::section().name;
    for name in all.keys().filter(|name| sections.iter().all(|section| section.name != **name)) {
        faults.push(format!("[{name}]: there is no such section; remove it, or write its name as in the other languages"));
    }
    for section in &sections {
        let lines = if section.name == answers { &mut lines.answers } else { &mut lines.page };
        let texts = all.get(section.name).and_then(Value::as_object).unwrap_or(&nothing);
        for name in texts.keys().filter(|name| section.messages.iter().all(|message| message.name != **name)) {
            faults
                .push(format!("[{}] {name}: there is no such text; remove it, or write its name as in the other languages", section.name));
        }
        for message in &section.messages {
            let found = texts.get(&message.name).ok_or_else(|| "is missing; add it".to_owned());
            match found.and_then(|text| line(message, text)) {
                Ok(line) => lines.extend([line.as_str(), "\n"]),
                Err(fault) => faults.push(format!("[{}] {}: {fault}", section.name, message.name)),
            }
        }
    }
    if faults.is_empty() { Ok(lines) } else { Err(faults) }
}

/// A text as a line: the text, or what chooses, then the form for one and the other form, with tabs between them.
fn line(message: &Declared, text: &Value) -> Result<String, String> {
    if let Value::String(text) = text {
        return whole(message, text, None).map(|()| text.clone());
    }
    let forms = text.as_object().ok_or("is no text; write it in quotation marks")?;
    if let Some(other) = forms.keys().find(|name| !FORMS.contains(&name.as_str())) {
        return Err(format!(
            "has a form \"{other}\"; the forms are one and other, chosen by a number: {{ by = \"n\", one = \"…\", other = \"…\" }}"
        ));
    }
    let [by, one, other] = FORMS.map(|form| {
        let text = forms.get(form).ok_or_else(|| format!("has no {form}; add {form} = \"…\""))?;
        text.as_str().ok_or_else(|| format!("has a {form} that is no text; write it in quotation marks"))
    });
    let (by, one, other) = (by?, one?, other?);
    let numbers: Vec<&str> = message.values.iter().filter(|(_, of)| is_number(of)).map(|(name, _)| *name).collect();
    if !numbers.contains(&by) {
        let remedy = if numbers.is_empty() { "write one text".to_owned() } else { format!("write by = \"{}\"", numbers.join("\" or \"")) };
        return Err(format!("has by = \"{by}\", which is no number of this text; {remedy}"));
    }
    whole(message, one, Some(by)).map_err(|fault| format!("{fault} (in the form for one)"))?;
    whole(message, other, None).map_err(|fault| format!("{fault} (in the other form)"))?;
    Ok(format!("{by}\t{one}\t{other}"))
}

fn is_number(of: &str) -> bool {
    ["by", "u16", "u32", "u64", "usize"].contains(&of)
}

/// Fails unless a text has something to say, in one line, with each of its values; `unsaid` may be left out.
fn whole(message: &Declared, text: &str, unsaid: Option<&str>) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err("is empty; write the text".to_owned());
    }
    if text.contains(['\n', '\t', '\r']) {
        return Err("holds a line break or a tab; write it in one line".to_owned());
    }
    let places = places(text)?;
    let allowed: Vec<&str> = message.values.iter().flat_map(|(name, _)| ways(name)).collect();
    if let Some(place) = places.iter().find(|place| !allowed.contains(place)) {
        let remedy = if allowed.is_empty() { "this text has none".to_owned() } else { format!("here are {{{}}}", allowed.join("}, {")) };
        return Err(format!("has {{{place}}}, which is no value of it; {remedy}"));
    }
    let is_said = |name: &'static str| ways(name).iter().any(|way| places.contains(way));
    let missing = message.values.iter().find(|(name, of)| *of != "by" && Some(*name) != unsaid && !is_said(name));
    missing.map_or(Ok(()), |(name, _)| Err(format!("lacks {{{}}}; put it where it is to stand", ways(name).join("} or {"))))
}

/// How a value may stand in a text: the number `n` as a word, as a word that begins a sentence, and in figures.
fn ways(name: &'static str) -> Vec<&'static str> {
    if name == "n" { vec!["n", "N", "#"] } else { vec![name] }
}

/// What stands in braces.
fn places(text: &str) -> Result<Vec<&str>, String> {
    let (mut places, mut rest) = (Vec::new(), text);
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or("has a { without its }; write both")?;
        if before.contains('}') {
            break;
        }
        places.push(name);
        rest = after;
    }
    if rest.contains('}') { Err("has a } without its {; write both".to_owned()) } else { Ok(places) }
}
