//! Named boards for the answers in words: the example of the page, as on the pictures of the design, and others.

use allians::engine::{Commitment, Country, Member, Organisation, OrganisationKind, Project, Role};
use allians::plan::Plan;
use std::rc::Rc;

/// A plan: each organisation as `Name | kind country role commitment group=G eche=no`; with a role it is a member, without one in the pool.
pub fn plan(rows: &[&str], months: Option<u32>) -> Plan {
    let mut plan = Plan {
        title: "Digital fabrik".into(),
        call: "erasmus-knowledge-alliances".into(),
        year: 2020,
        project: Project { duration_months: months, ..Project::default() },
        ..Plan::default()
    };
    for (at, row) in rows.iter().enumerate() {
        let (organisation, role) = organisation(row, at + 1);
        let organisation = Rc::new(organisation);
        plan.organisations.push(organisation.clone());
        plan.members.extend(role.map(|role| Member { organisation, role, affiliated_to: None }));
    }
    plan
}

fn organisation(row: &str, number: usize) -> (Organisation, Option<Role>) {
    let (name, facts) = row.split_once('|').unwrap_or_else(|| panic!("{row}: no |"));
    let mut organisation = Organisation { id: format!("o{number}").into(), name: name.trim().into(), ..Organisation::default() };
    let mut role = None;
    for word in facts.split_whitespace() {
        if let Some(group) = word.strip_prefix("group=") {
            organisation.group = Some(group.into());
        } else if let Some(charter) = word.strip_prefix("eche=") {
            organisation.charter = Some(charter == "yes");
        } else if let Some(found) = OrganisationKind::parse(word) {
            organisation.kind = Some(found);
        } else if let Some(found) = Role::parse(word) {
            role = Some(found);
        } else if let Some(found) = Commitment::parse(word) {
            organisation.commitment = found;
        } else if let Some(found) = Country::parse(word) {
            organisation.country = Some(found);
        } else if let Some(value) = word.strip_prefix("value=") {
            organisation.added_value = value.into();
        } else {
            panic!("{row}: {word}");
        }
    }
    (organisation, role)
}

/// The example of the page.
pub const EXAMPLE: [&str; 9] = [
    "Yrkeshögskolan Skärgård | hei FI applicant confirmed",
    "Mälarhögskolan | hei SE partner confirmed",
    "Institutet för materialforskning | research_institute SE partner promised",
    "Saima Software | enterprise FI partner asked",
    "Nordlicht Robotik | enterprise DE",
    "Porto Cork Labs | enterprise PT",
    "Teknikföreningen | association SE",
    "Region Tavastland | public_body FI",
    "Cape Coast University | hei GH",
];

/// The state on the pictures of the design: the example with two years.
pub fn mock() -> Plan {
    plan(&EXAMPLE, Some(24))
}
