//! A plan as it is written: the fields of the format, in its order.

use super::{FORMAT, Plan, VERSION};
use crate::engine::{Country, Member, Organisation, OrganisationKind};
use serde::Serialize;

/// The form of a plan for serialisation. Made by [`Plan::out`].
#[derive(Serialize)]
pub struct PlanOut<'a> {
    format: &'static str,
    version: u32,
    title: &'a str,
    call: &'a str,
    year: u16,
    duration_months: Option<u32>,
    grant_eur: Option<u64>,
    activities: Vec<&'a str>,
    options: Options,
    organisations: Vec<OrganisationOut<'a>>,
    members: Vec<MemberOut<'a>>,
}

/// No shipped call has options yet.
#[derive(Serialize)]
struct Options {}

#[derive(Serialize)]
struct OrganisationOut<'a> {
    id: &'a str,
    name: &'a str,
    kind: Option<&'static str>,
    country: Option<&'a str>,
    group: Option<&'a str>,
    eche: Option<bool>,
    added_value: &'a str,
    experience: &'a str,
    commitment: &'static str,
}

#[derive(Serialize)]
struct MemberOut<'a> {
    organisation: &'a str,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
}

impl Plan {
    /// The plan in the form in which it is written.
    pub fn out(&self) -> PlanOut<'_> {
        PlanOut {
            format: FORMAT,
            version: VERSION,
            title: &self.title,
            call: &self.call,
            year: self.year,
            duration_months: self.project.duration_months,
            grant_eur: self.project.grant_eur,
            activities: self.project.activities.iter().map(|activity| &**activity).collect(),
            options: Options {},
            organisations: self.organisations.iter().map(|organisation| organisation_out(organisation)).collect(),
            members: self.members.iter().map(member_out).collect(),
        }
    }
}

fn organisation_out(organisation: &Organisation) -> OrganisationOut<'_> {
    OrganisationOut {
        id: &organisation.id,
        name: &organisation.name,
        kind: organisation.kind.map(OrganisationKind::as_str),
        country: organisation.country.as_ref().map(Country::code),
        group: organisation.group.as_deref(),
        eche: organisation.charter,
        added_value: &organisation.added_value,
        experience: &organisation.experience,
        commitment: organisation.commitment.as_str(),
    }
}

fn member_out(member: &Member) -> MemberOut<'_> {
    MemberOut { organisation: &member.organisation.id, role: member.role.as_str(), of: member.affiliated_to.as_deref() }
}
