//! Calls that ask for as many as a call may: what is still missing is told exactly, and never the most that there was room to count.

use crate::call_shapes::whole;
use crate::notation::board;
use allians::advice::{Additions, complete};
use allians::calls::{MOST_COUNTED, read};
use allians::engine::{Call, CountrySet, Project, Reading};
use serde_json::{Value, json};

/// A call of one requirement, whose class has every country.
fn call(rule: &Value) -> Call {
    let mut file = whole();
    let all: Vec<String> = CountrySet::EMPTY.complement().iter().map(|country| country.code().to_owned()).collect();
    let edition = json!({ "years": [2025, 2026], "countries": all.join(" "), "source": [{}] });
    file["classes"] = json!([{ "name": "all", "title": file["title"], "edition": [edition] }]);
    let mut one = file["requirement"][0].clone();
    one["rule"] = rule.clone();
    (file["requirement"], file["territory"]) = (json!([one]), json!([]));
    read(&&file).unwrap_or_else(|problem| panic!("{rule}: {problem:?}")).call(2026, None).unwrap()
}

fn additions(rule: &Value) -> Additions {
    complete(&call(rule), &board(&["hei FI applicant"]), &Project::default(), Reading::Strict).additions
}

/// Name, rule that asks for so many, up to how many the answer has to be exact. Beyond, it may be that there is too much to try.
type Row = (&'static str, fn(u32) -> Value, u32);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("organisations", |number| json!({ "shape": "count", "of": { "class": "all" }, "at_least": number }), MOST_COUNTED),
    ("institutions", |number| json!({ "shape": "count", "of": { "kinds": ["hei"] }, "at_least": number }), MOST_COUNTED),
    ("countries", |number| json!({ "shape": "countries", "of": { "class": "all" }, "at_least": number }), MOST_COUNTED),
    ("exactly so many countries", |number| json!({ "shape": "exact_countries", "of": { "class": "all" }, "exactly": number }), 50),
    ("so many of each country", |number| json!({ "shape": "each_country", "of": { "class": "all" }, "needs": [{ "kinds": ["hei"], "at_least": number }] }), 50),
];

#[test]
fn all_but_the_first_are_missing_of_however_many_a_call_asks_for() {
    for (name, rule, exact) in ROWS {
        for number in [2, 6, 50, 64, 100, 128, 199, MOST_COUNTED] {
            match additions(&rule(number)) {
                Additions::Seats(seats) => assert_eq!(seats.number, number - 1, "{name}: {number}"),
                Additions::TooMuch(_) if number > *exact => {}
                other => panic!("{name}: {number}: {other:?}"),
            }
        }
    }
}

#[test]
fn nobody_is_missing_where_no_more_than_so_many_may_be() {
    assert_eq!(additions(&json!({ "shape": "at_most", "of": {}, "at_most": MOST_COUNTED })), Additions::Enough);
}
