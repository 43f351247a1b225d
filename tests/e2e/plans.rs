//! Plans to begin with.

use crate::page::Setup;
use serde_json::{Value, json};

/// An organisation: id (also its name), kind, country, and its role, or where it stands in the pool.
pub type Row = (&'static str, Option<&'static str>, Option<&'static str>, Option<&'static str>);

pub const APPLICANT: Option<&str> = Some("applicant");
pub const PARTNER: Option<&str> = Some("partner");
/// In the pool.
pub const POOL: Option<&str> = None;

/// Six members that meet everything, and one more.
pub const WHOLE: [Row; 7] = [
    ("aalto", Some("hei"), Some("FI"), APPLICANT),
    ("lund", Some("hei"), Some("SE"), PARTNER),
    ("bosch", Some("enterprise"), Some("DE"), PARTNER),
    ("cork", Some("enterprise"), Some("PT"), PARTNER),
    ("tartu", Some("research_institute"), Some("EE"), PARTNER),
    ("delft", Some("association"), Some("NL"), PARTNER),
    ("oslo", Some("hei"), Some("NO"), POOL),
];

/// A plan for 24 months, as text.
pub fn plan(rows: &[Row]) -> Value {
    let organisations: Vec<Value> =
        rows.iter().map(|(id, kind, country, _)| json!({ "id": id, "name": id, "kind": kind, "country": country })).collect();
    let members: Vec<Value> =
        rows.iter().filter_map(|(id, _, _, role)| role.map(|role| json!({ "organisation": id, "role": role }))).collect();
    json!({
        "format": "allians-plan", "version": 1, "title": "Plan A",
        "call": "erasmus-knowledge-alliances", "year": 2020, "duration_months": 24,
        "organisations": organisations, "members": members,
    })
}

/// A page that finds this plan kept.
pub fn kept(plan: &Value) -> Setup {
    Setup { stored: vec![("allians:plan", plan.to_string())], ..Setup::default() }
}

/// A page that finds the plan of these rows kept.
pub fn with(rows: &[Row]) -> Setup {
    kept(&plan(rows))
}

/// A page that finds a whole consortium.
pub fn whole() -> Setup {
    with(&WHOLE)
}
