//! Two readings of one sentence: what a finding says of the other one is what it says when it is chosen, its own number included.

use crate::call_shapes::whole;
use crate::notation::board;
use allians::calls::read;
use allians::engine::{Consortium, Measured, Project, Reading, Status, evaluate};
use serde_json::{Value, json};

type Said = (Status, u64, u64);

#[test]
fn the_other_reading_has_its_own_number() {
    use Status::{Met, Unmet};
    let count = |number: u32| json!({ "shape": "count", "of": {}, "at_least": number });
    let countries = |number: u32| json!({ "shape": "countries", "of": { "class": "eu" }, "at_least": number });
    let at_most = |number: u32| json!({ "shape": "at_most", "of": {}, "at_most": number });
    let table: &[(&str, Value, Value, Said, Option<Said>)] = &[
        ("fewer are enough", count(6), count(3), (Unmet, 4, 6), Some((Met, 4, 3))),
        ("fewer, and still too few", count(6), count(5), (Unmet, 4, 6), Some((Unmet, 4, 5))),
        ("fewer, where there are enough", count(4), count(3), (Met, 4, 4), Some((Met, 4, 3))),
        ("countries", countries(3), countries(2), (Unmet, 2, 3), Some((Met, 2, 2))),
        ("organisations instead of countries", countries(3), count(4), (Unmet, 2, 3), Some((Met, 4, 4))),
        ("more are allowed", at_most(3), at_most(4), (Unmet, 4, 3), Some((Met, 4, 4))),
        ("the same", count(6), count(6), (Unmet, 4, 6), None),
    ];
    for (name, strict, lenient, here, there) in table {
        let mut file = whole();
        file["requirement"] = json!([file["requirement"][0]]);
        let one = &mut file["requirement"][0];
        (one["rule"], one["lenient"], one["readings"]) = (strict.clone(), lenient.clone(), one["title"].clone());
        let call = read(&&file).unwrap_or_else(|problem| panic!("{name}: {problem:?}")).call(2026, None).unwrap();
        let consortium = Consortium::new(board(&["hei FI applicant", "hei SE", "school FI", "enterprise SE"]), Project::default());
        let said = |reading| {
            let finding = &evaluate(&call, &consortium, reading).findings[0];
            let row = |status, measured: &Measured| (status, measured.figures().0, measured.figures().1);
            (row(finding.status, &finding.measured), finding.other.as_ref().map(|other| row(other.status, &other.measured)))
        };
        assert_eq!(said(Reading::Strict), (*here, *there), "{name}");
        assert_eq!(said(Reading::Lenient), (there.unwrap_or(*here), there.map(|_| *here)), "{name}, leniently");
    }
}
