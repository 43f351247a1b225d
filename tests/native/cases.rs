//! Runs the tables under `cases/`: a consortium against a call, and what every requirement says of it.

use crate::notation::{counted, lacking, left_out, members};
use crate::support::{call_file, files, none_failed, text};
use allians::engine::{
    Call, Cents, Consortium, Finding, Measure, Measured, Project, ProjectMeasure, Reading, Requirement, Rule, Severity, Status, Verdict,
    evaluate,
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::rc::Rc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// The call that its rows are of, where they do not name another.
    call: Option<String>,
    case: Vec<Case>,
}

/// A row. Statuses are given by naming the requirements; everything else about one under `expect`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    pub name: String,
    /// The id of a shipped call or an example; without one, Knowledge Alliances.
    pub call: Option<String>,
    /// Without one, the call's last.
    year: Option<u16>,
    variant: Option<String>,
    reading: Option<String>,
    consortium: Vec<String>,
    duration: Option<u32>,
    grant: Option<u64>,
    activities: Vec<String>,
    verdict: Option<String>,
    met: Vec<String>,
    unmet: Vec<String>,
    unknown: Vec<String>,
    review: Vec<String>,
    not_applicable: Vec<String>,
    expect: BTreeMap<String, Expected>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Expected {
    status: Option<String>,
    /// What is measured: `at_least`, `at_most` …
    measured: Option<String>,
    have: Option<u64>,
    /// The number that it is held against, under the name that what is measured has for it.
    need: Option<u64>,
    most: Option<u64>,
    exactly: Option<u64>,
    against: Option<u64>,
    present: Option<u64>,
    of: Option<u64>,
    /// The number, or `none`.
    slack: Option<Slack>,
    possible: Option<u64>,
    counted: Option<Vec<String>>,
    left_out: Option<Vec<String>>,
    countries: Option<Vec<String>>,
    /// Each as `FI 1xenterprise/trade_union`.
    lacking: Option<Vec<String>>,
    /// `met 6`, or `same` where the other reading says the same.
    other: Option<String>,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(untagged)]
enum Slack {
    Of(i64),
    None(String),
}

/// The name of what is measured, and the name of the number that it is held against.
fn names(measured: &Measured) -> (&'static str, &'static str) {
    match measured {
        Measured::AtLeast { of: Measure::Countries, .. } => ("at_least countries", "need"),
        Measured::AtLeast { .. } => ("at_least organisations", "need"),
        Measured::AtMost { .. } => ("at_most", "most"),
        Measured::Exactly { .. } => ("exactly", "exactly"),
        Measured::Balance { .. } => ("balance", "against"),
        Measured::PerCountry { .. } => ("per_country", "present"),
        Measured::Shown { .. } => ("shown", "of"),
        Measured::Project(ProjectMeasure::Duration { .. }) => ("duration", "need"),
        Measured::Project(ProjectMeasure::Grant { .. }) => ("grant", "most"),
        Measured::Project(ProjectMeasure::Activities { .. }) => ("activities", "need"),
        Measured::Judged => ("judged", "need"),
    }
}

/// Every row under `cases/`, with the path of its file.
pub fn all() -> Vec<(String, Case)> {
    let tables = files("tests/native/cases", ".toml").into_iter().map(|file| {
        let table: Table = toml::from_str(&text(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        (file, table)
    });
    let rows = |(file, table): (String, Table)| {
        let named = move |case: Case| Case { call: case.call.or_else(|| table.call.clone()), ..case };
        table.case.into_iter().map(named).map(move |case| (file.clone(), case)).collect::<Vec<_>>()
    };
    tables.flat_map(rows).collect()
}

impl Case {
    /// The id of the call that it is of.
    pub fn call_id(&self) -> &str {
        self.call.as_deref().unwrap_or("erasmus-knowledge-alliances")
    }

    /// The variant that it names.
    pub fn variant(&self) -> Option<&str> {
        self.variant.as_deref()
    }

    /// The requirements that it expects something of.
    pub fn asked(&self) -> impl Iterator<Item = &String> {
        let named = [&self.met, &self.unmet, &self.unknown, &self.review, &self.not_applicable];
        named.into_iter().flatten().chain(self.expect.keys())
    }

    fn call(&self) -> Result<Call, String> {
        let file = call_file(self.call_id()).ok_or(format!("no call \"{}\"", self.call_id()))?;
        let year = self.year.or(file.years.last().copied()).ok_or("no years")?;
        file.call(year, self.variant.as_deref()).ok_or(format!("no call {year} {:?}", self.variant))
    }
}

#[test]
fn every_row_of_every_table_holds() {
    let mut failures = Vec::new();
    for (file, case) in all() {
        let faults = check(&case).unwrap_or_else(|fault| vec![fault]);
        failures.extend(faults.into_iter().map(|fault| format!("{file}: \"{}\": {fault}", case.name)));
    }
    none_failed(&failures);
}

#[test]
fn every_row_has_a_name_of_its_own_in_its_file() {
    let mut seen = BTreeSet::new();
    for (file, case) in all() {
        assert!(!case.name.is_empty(), "{file}: a row without a name");
        assert!(seen.insert((file.clone(), case.name.clone())), "{file}: two rows \"{}\"", case.name);
    }
}

#[test]
fn a_row_that_is_wrong_is_told_so() {
    let row = r#"
        name = "wrong in every way"
        consortium = ["hei FI applicant"]
        verdict = "met"
        met = ["organisations", "organizations"]
        expect.enterprises = { have = 3, slack = 0, counted = ["m0"], left_out = [], other = "met 2" }
    "#;
    let faults = check(&toml::from_str(row).unwrap()).unwrap();
    assert_eq!(faults.len(), 8, "{faults:#?}");
}

/// No shipped call has such a requirement, so no row can say it.
#[test]
fn a_mandatory_requirement_that_only_a_person_can_judge_leaves_the_verdict_alone() {
    let judgement = Requirement { id: "relevance".into(), severity: Severity::Mandatory, rule: Rule::Judgement, lenient: None };
    let call = Call::new("judged", 2020, Vec::new(), vec![judgement]);
    let report = evaluate(&call, &Consortium::new(Vec::new(), Project::default()), Reading::Strict);
    assert_eq!((report.verdict, report.findings[0].status), (Verdict::Met, Status::Review));
}

/// What a row expects and does not find.
fn check(case: &Case) -> Result<Vec<String>, String> {
    let call = case.call()?;
    let reading = Reading::parse(case.reading.as_deref().unwrap_or("strict")).ok_or("no such reading")?;
    let activities = case.activities.iter().map(|activity| Rc::from(activity.as_str())).collect();
    let project = Project { duration_months: case.duration, grant: case.grant.map(Cents::of_euros), activities };
    let consortium = Consortium::new(members(&case.consortium)?, project);
    let report = evaluate(&call, &consortium, reading);
    let mut faults = Faults::default();
    faults.compare("verdict", case.verdict.as_deref(), report.verdict.as_str());
    let named = [
        ("met", &case.met),
        ("unmet", &case.unmet),
        ("unknown", &case.unknown),
        ("review", &case.review),
        ("not_applicable", &case.not_applicable),
    ];
    let mut asks = 0;
    for (status, id) in named.into_iter().flat_map(|(status, ids)| ids.iter().map(move |id| (status, id))) {
        let found = report.finding(id).map_or("no such requirement", |finding| finding.status.as_str());
        faults.compare(id, Some(status), found);
        asks += 1;
    }
    for (id, expected) in &case.expect {
        match report.finding(id) {
            Some(finding) => faults.finding(id, expected, finding, (&call, &consortium)),
            None => faults.0.push(format!("{id}: no such requirement")),
        }
        asks += 1;
    }
    if asks == 0 && case.verdict.is_none() {
        faults.0.push("the row expects nothing".to_owned());
    }
    Ok(faults.0)
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn compare<T: PartialEq + Debug>(&mut self, what: &str, expected: Option<T>, found: T) {
        if expected.as_ref().is_some_and(|expected| *expected != found) {
            self.0.push(format!("{what}: expected {:?}, found {found:?}", expected.as_ref().unwrap()));
        }
    }

    fn finding(&mut self, id: &str, expected: &Expected, finding: &Finding, (call, consortium): (&Call, &Consortium)) {
        let other = finding.other.as_ref();
        let other = other.map_or("same".to_owned(), |other| format!("{} {}", other.status.as_str(), other.measured.figures().0));
        let ((have, held_against), (measured, name)) = (finding.measured.figures(), names(&finding.measured));
        let slack = finding.measured.slack().map_or_else(|| Slack::None("none".to_owned()), Slack::Of);
        let countries = finding.countries.iter().map(|country| country.code().to_owned()).collect();
        self.compare(&format!("{id}.status"), expected.status.as_deref(), finding.status.as_str());
        self.compare(&format!("{id}.measured"), expected.measured.as_deref(), measured);
        self.compare(&format!("{id}.have"), expected.have, have);
        let numbers = [
            ("need", expected.need),
            ("most", expected.most),
            ("exactly", expected.exactly),
            ("against", expected.against),
            ("present", expected.present),
            ("of", expected.of),
        ];
        for (of, number) in numbers {
            self.compare(&format!("{id}.{of}"), number.map(|number| (of, number)), (name, held_against));
        }
        self.compare(&format!("{id}.slack"), expected.slack.as_ref(), &slack);
        self.compare(&format!("{id}.possible"), expected.possible, finding.measured.possible());
        self.compare(&format!("{id}.counted"), expected.counted.clone(), counted(consortium, finding));
        self.compare(&format!("{id}.left_out"), expected.left_out.clone(), left_out(call, consortium, finding));
        self.compare(&format!("{id}.countries"), expected.countries.clone(), countries);
        self.compare(&format!("{id}.lacking"), expected.lacking.clone(), lacking(finding));
        self.compare(&format!("{id}.other"), expected.other.clone(), other);
    }
}
