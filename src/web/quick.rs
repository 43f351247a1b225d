//! The package's way to make results: numbers that `report.js` makes objects from, and words that cross into JS only once.

use super::node::key;
use crate::engine::{Call, Finding, LeftOut, Member, Reading, Report, Status, Verdict};
use crate::wire::reason;
use js_sys::{Array, JsString, Object};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/report.js")]
extern "C" {
    #[wasm_bindgen(js_name = report)]
    fn make(numbers: &[f64], words: &Array, ids: &Array, plan: &str) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    type Fields;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set(this: &Fields, key: &JsString, value: &JsValue);
}

/// The verdict and the statuses by requirement.
pub(crate) fn statuses(call: &Call, reading: Reading, verdict: Verdict, statuses: &[Status]) -> JsValue {
    let by_id: Fields = Object::new().unchecked_into();
    for (requirement, status) in call.requirements().iter().zip(statuses) {
        by_id.set(key(requirement.id), key(status.as_str()));
    }
    let out: Fields = Object::new().unchecked_into();
    out.set(key("reading"), key(reading.as_str()));
    out.set(key("verdict"), key(verdict.as_str()));
    out.set(key("statuses"), &by_id);
    out.into()
}

/// Ids cross as one text, which is much quicker than one by one.
pub(crate) fn ids(members: &[Member]) -> Array {
    const BETWEEN: &str = "\0";
    let all = || members.iter().map(|member| &*member.organisation.id);
    if members.is_empty() || all().any(|id| id.contains(BETWEEN)) {
        return all().map(JsString::from).collect();
    }
    JsString::from(all().collect::<Vec<_>>().join(BETWEEN)).split(BETWEEN)
}

pub(crate) fn report(call: &Call, title: &str, ids: &Array, report: &Report) -> JsValue {
    WORDS.with_borrow_mut(|words| {
        let mut numbers = Numbers { all: Vec::with_capacity(1024), words };
        numbers.fixed(call.id());
        numbers.push(f64::from(call.year()));
        numbers.push(f64::from(u8::from(call.variant().is_some())));
        call.variant().into_iter().for_each(|variant| numbers.fixed(variant));
        numbers.fixed(report.reading.as_str());
        numbers.fixed(report.verdict.as_str());
        numbers.list(&report.findings, |numbers, finding| numbers.finding(call, report.reading, finding));
        make(&numbers.all, &numbers.words.list, ids, title)
    })
}

thread_local! {
    static WORDS: RefCell<Words> = RefCell::default();
}

/// Every word, code and id of a requirement that has been in a report: there are few, and each crosses once.
#[derive(Default)]
struct Words {
    list: Array,
    places: BTreeMap<Box<str>, u32>,
    /// Of words that are written in the program: by where they lie in memory.
    fixed: Vec<(&'static str, u32)>,
}

impl Words {
    fn place(&mut self, word: &str) -> u32 {
        if let Some(place) = self.places.get(word) {
            return *place;
        }
        let place = self.list.push(&JsString::from(word)) - 1;
        self.places.insert(word.into(), place);
        place
    }

    fn fixed(&mut self, word: &'static str) -> u32 {
        if let Some((_, place)) = self.fixed.iter().find(|(known, _)| std::ptr::eq(*known, word)) {
            return *place;
        }
        let place = self.place(word);
        self.fixed.push((word, place));
        place
    }
}

struct Numbers<'a> {
    all: Vec<f64>,
    words: &'a mut Words,
}

impl Numbers<'_> {
    fn push(&mut self, number: f64) {
        self.all.push(number);
    }

    fn word(&mut self, word: &str) {
        let place = self.words.place(word);
        self.push(f64::from(place));
    }

    fn fixed(&mut self, word: &'static str) {
        let place = self.words.fixed(word);
        self.push(f64::from(place));
    }

    fn list<T>(&mut self, all: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.push(all.len() as f64);
        all.iter().for_each(|one| each(self, one));
    }

    fn finding(&mut self, call: &Call, reading: Reading, finding: &Finding) {
        self.fixed(finding.requirement);
        self.fixed(finding.status.as_str());
        self.fixed(finding.severity.as_str());
        self.fixed(finding.measure.as_str());
        self.all.extend([finding.have as f64, finding.possible as f64, finding.need as f64, finding.slack() as f64]);
        self.list(&finding.counted, |numbers, place| numbers.push(f64::from(*place)));
        let mut last = None;
        self.list(&finding.left_out, |numbers, (place, why)| numbers.left_out(call, *place, *why, &mut last));
        self.list(&finding.countries, |numbers, country| numbers.word(country.code()));
        self.list(&finding.lacking, |numbers, lack| {
            numbers.word(lack.country.code());
            numbers.list(&lack.kinds.iter().collect::<Vec<_>>(), |numbers, kind| numbers.fixed(kind.as_str()));
            numbers.push(f64::from(lack.missing));
        });
        self.push(f64::from(u8::from(finding.other.is_some())));
        if let Some(other) = finding.other {
            self.fixed(reading.other().as_str());
            self.fixed(other.status.as_str());
            self.push(other.have as f64);
        }
    }

    /// `last`: the reason before, which is often the same, and the place of its word.
    fn left_out(&mut self, call: &Call, place: u32, why: LeftOut, last: &mut Option<(LeftOut, u32)>) {
        let (word, class) = reason(call, why);
        let word = match *last {
            Some((before, place)) if before == why => place,
            _ => self.words.fixed(word),
        };
        *last = Some((why, word));
        self.all.extend([f64::from(place), f64::from(word)]);
        match (why, class) {
            (LeftOut::SameLegalGroup(other), _) => self.all.extend([2.0, f64::from(other)]),
            (_, Some(class)) => {
                self.push(1.0);
                self.word(class);
            }
            (LeftOut::WithoutAttribute(attribute) | LeftOut::AttributeNotStated(attribute), None) => {
                self.push(3.0);
                self.fixed(attribute.as_str());
            }
            (_, None) => self.push(0.0),
        }
    }
}
