//! Alliances that were funded: none of their mandatory requirements is unmet. Beside each plan lies the note with its sources.

use crate::support::{call_of, files, text};
use allians::engine::{Cents, Reading, Severity, Status, Verdict, evaluate};
use allians::plan::from_text;
use serde_json::Value;

/// Plan, verdict, and the mandatory requirements that a missing fact leaves open.
const FUNDED: &[(&str, Verdict, &[&str])] =
    &[("case", Verdict::Met, &[]), ("sdgs-labs", Verdict::Unknown, &["duration"]), ("uof", Verdict::Met, &[])];

#[test]
fn every_alliance_that_was_funded_meets_what_is_known_of_it() {
    for (name, verdict, open) in FUNDED {
        let path = format!("tests/native/funded/{name}.allians.json");
        let plan = from_text(&text(&path)).unwrap_or_else(|error| panic!("{path}: {error:?}"));
        for reading in [Reading::Strict, Reading::Lenient] {
            let report = evaluate(&call_of(plan.year), &plan.consortium(), reading);
            for finding in report.findings.iter().filter(|finding| finding.severity == Severity::Mandatory) {
                let expected = if open.contains(&&*finding.requirement) { Status::Unknown } else { Status::Met };
                let silent = &*finding.requirement == "grant" && plan.project.grant.is_none();
                let expected = if silent { Status::NotApplicable } else { expected };
                assert_eq!(finding.status, expected, "{path}: {}, {reading:?}: {finding:?}", finding.requirement);
            }
            assert_eq!(report.verdict, *verdict, "{path}: {reading:?}");
        }
    }
}

#[test]
fn every_plan_says_what_its_note_says() {
    assert_eq!(files("tests/native/funded", ".allians.json").len(), FUNDED.len(), "a plan without a row");
    for (name, ..) in FUNDED {
        let note: Value = serde_json::from_str(&text(&format!("tests/native/funded/{name}.json"))).unwrap();
        let plan = from_text(&text(&format!("tests/native/funded/{name}.allians.json"))).unwrap();
        assert!(note["source"].as_str().is_some_and(|source| source.starts_with("http")), "{name}: no source");
        assert_eq!(note["call_year"].as_u64(), Some(u64::from(plan.year)), "{name}: year");
        assert_eq!(note["duration_months"].as_u64(), plan.project.duration_months.map(u64::from), "{name}: duration");
        assert_eq!(note["grant_eur"].as_u64().map(Cents::of_euros), plan.project.grant, "{name}: grant");
        let partners = note["partners"].as_array().unwrap();
        assert_eq!(partners.len(), plan.members.len(), "{name}: partners");
        for (partner, member) in partners.iter().zip(&plan.members) {
            let organisation = &member.organisation;
            let said = [
                &*organisation.name,
                organisation.kind.unwrap().as_str(),
                organisation.country.as_ref().unwrap().code(),
                member.role.as_str(),
            ];
            let noted = ["name", "kind", "country", "role"].map(|field| partner[field].as_str().unwrap());
            assert_eq!(said, noted, "{name}");
        }
    }
}
