//! Reads a plan from any [`Node`], whole or not at all.

use super::{FORMAT, MOST_ORGANISATIONS, Plan, VERSION};
use crate::engine::{Commitment, Country, Member, Organisation, OrganisationKind, Project, Role};
use crate::source::{Expected, Fault, Fields, Node, Problem, list, number, text, truth, word};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Why a text is not a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlanError {
    /// It is not JSON; lines and columns are counted from 1.
    NotJson {
        /// Line of the first mistake.
        line: usize,
        /// Column of the first mistake.
        column: usize,
    },
    /// It is JSON, and something else than a plan.
    NotAPlan,
    /// It is a plan, and something in it is wrong.
    Wrong(Problem),
}

impl From<Problem> for PlanError {
    fn from(problem: Problem) -> PlanError {
        PlanError::Wrong(problem)
    }
}

/// Reads a plan. One of a newer version is read as far as it is understood, and marked so.
pub fn read<N: Node>(node: &N) -> Result<Plan, PlanError> {
    if node.field("format").and_then(|format| format.as_text()).as_deref() != Some(FORMAT) {
        return Err(PlanError::NotAPlan);
    }
    let mut fields = Fields::of(node)?;
    fields.must("format", &text);
    let version = fields.must("version", &version);
    fields.told()?;
    let reader = Reader { newer: version > Some(VERSION) };
    Ok(reader.plan(fields)?)
}

#[derive(Clone, Copy)]
struct Reader {
    newer: bool,
}

impl Reader {
    fn plan<N: Node>(self, mut fields: Fields<'_, N>) -> Result<Plan, Problem> {
        let title = fields.maybe("title", &shared).unwrap_or_default();
        let call = fields.must("call", &shared).unwrap_or_default();
        let year = fields.must("year", &year).unwrap_or_default();
        let duration_months = fields.maybe("duration_months", &number);
        let grant_eur = fields.maybe("grant_eur", &number).map(u64::from);
        let activities = fields.maybe("activities", &|node| list(node, shared)).unwrap_or_default();
        // No shipped call has options yet, so every option is an unknown field.
        fields.maybe("options", &|node| self.end(Fields::of(node)?));
        let organisations = fields.must("organisations", &|node| self.organisations(node)).unwrap_or_default();
        let members = fields.maybe("members", &|node| self.members(node, &organisations)).unwrap_or_default();
        self.end(fields)?;
        let project = Project { duration_months, grant_eur, activities };
        Ok(Plan { title, call, year, project, organisations, members, newer: self.newer })
    }

    fn end<N: Node>(self, mut fields: Fields<'_, N>) -> Result<(), Problem> {
        if self.newer { fields.told() } else { fields.end() }
    }

    fn organisations<N: Node>(self, node: &N) -> Result<Vec<Rc<Organisation>>, Problem> {
        let organisations = list(node, |node| self.organisation(node))?;
        if organisations.len() > MOST_ORGANISATIONS {
            return Err(Fault::TooLarge { most: MOST_ORGANISATIONS }.into());
        }
        once("id", organisations.iter())?;
        Ok(organisations)
    }

    fn organisation<N: Node>(self, node: &N) -> Result<Rc<Organisation>, Problem> {
        let mut fields = Fields::of(node)?;
        let organisation = Rc::new(Organisation {
            id: fields.must("id", &id).unwrap_or_default(),
            name: fields.maybe("name", &trimmed).unwrap_or_default(),
            kind: fields.maybe("kind", &|node| word(node, OrganisationKind::ALL, OrganisationKind::as_str)),
            country: fields.maybe("country", &country),
            group: fields.maybe("group", &trimmed).filter(|group| !group.is_empty()),
            charter: fields.maybe("eche", &truth),
            added_value: fields.maybe("added_value", &trimmed).unwrap_or_default(),
            experience: fields.maybe("experience", &trimmed).unwrap_or_default(),
            commitment: fields.maybe("commitment", &|node| word(node, Commitment::ALL, Commitment::as_str)).unwrap_or_default(),
        });
        self.end(fields).map(|()| organisation)
    }

    fn members<N: Node>(self, node: &N, organisations: &[Rc<Organisation>]) -> Result<Vec<Member>, Problem> {
        let mut by_id: BTreeMap<&str, &Rc<Organisation>> = BTreeMap::new();
        for organisation in organisations {
            by_id.insert(&organisation.id, organisation);
        }
        let members = list(node, |node| self.member(node, &by_id))?;
        once("organisation", members.iter().map(|member| &member.organisation))?;
        Ok(members)
    }

    fn member<N: Node>(self, node: &N, by_id: &BTreeMap<&str, &Rc<Organisation>>) -> Result<Member, Problem> {
        let known = |node: &N| {
            let id = text(node)?;
            by_id.get(id.as_str()).map(|organisation| Rc::clone(organisation)).ok_or(Problem::from(Fault::NotFound { id }))
        };
        let mut fields = Fields::of(node)?;
        let organisation = fields.must("organisation", &known);
        let role = fields.maybe("role", &|node| word(node, Role::ALL, Role::as_str)).unwrap_or_default();
        let own = organisation.as_ref().map(|organisation| organisation.id.clone());
        let another = |node: &N| {
            known(node).and_then(|other| {
                if Some(&other.id) == own.as_ref() { Err(Fault::NotFound { id: other.id.to_string() }.into()) } else { Ok(other) }
            })
        };
        let affiliated_to = if role == Role::Affiliated { fields.must("of", &another) } else { None };
        self.end(fields)?;
        let organisation = organisation.ok_or(Fault::Missing)?;
        Ok(Member { organisation, role, affiliated_to: affiliated_to.map(|other| other.id.clone()) })
    }
}

/// Each organisation only once; `field` is what names it.
fn once<'a>(field: &'static str, organisations: impl Iterator<Item = &'a Rc<Organisation>>) -> Result<(), Problem> {
    let mut seen: BTreeMap<&str, &Rc<Organisation>> = BTreeMap::new();
    for (at, organisation) in organisations.enumerate() {
        let id = &organisation.id;
        if seen.insert(id, organisation).is_some() {
            return Err(Problem::from(Fault::Repeated { id: id.to_string() }).in_field(field).in_item(at));
        }
    }
    Ok(())
}

fn version<N: Node>(node: &N) -> Result<u32, Problem> {
    number(node).and_then(|version| if version == 0 { Err(Fault::Expected(Expected::Number).into()) } else { Ok(version) })
}

fn shared<N: Node>(node: &N) -> Result<Rc<str>, Problem> {
    text(node).map(Rc::from)
}

fn trimmed<N: Node>(node: &N) -> Result<Rc<str>, Problem> {
    text(node).map(|text| Rc::from(text.trim()))
}

fn id<N: Node>(node: &N) -> Result<Rc<str>, Problem> {
    let id = shared(node)?;
    if id.is_empty() { Err(Fault::Missing.into()) } else { Ok(id) }
}

fn year<N: Node>(node: &N) -> Result<u16, Problem> {
    u16::try_from(number(node)?).map_err(|_| Fault::Expected(Expected::Number).into())
}

fn country<N: Node>(node: &N) -> Result<Country, Problem> {
    let found = text(node)?;
    Country::parse(&found).ok_or_else(|| Fault::UnknownCountry { found }.into())
}
