//! Reads a plan from any [`Node`], whole or not at all.

use super::{FORMAT, LONGEST_CALL, Plan, VERSION};
use crate::amounts::MOST_EUROS;
use crate::calls::Rules;
use crate::engine::{Attribute, Attributes, Cents, Commitment, Country, Member, Organisation, OrganisationKind, Project, Role, Verdict};
use crate::source::{Expected, Fault, Fields, Node, Problem, list, number, text, truth, word};
use std::rc::Rc;
use std::sync::Arc;

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
    if node.field("format").is_none_or(|format| format.as_text().as_deref() != Some(FORMAT)) {
        return Err(PlanError::NotAPlan);
    }
    let mut fields = Fields::of(node)?;
    fields.must("format", &|node| text(node).map(drop));
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
        let grant = fields.maybe("grant_eur", &amount);
        let activities = fields.maybe("activities", &|node| list(node, shared)).unwrap_or_default();
        let variant = fields.maybe("options", &|node| self.options(node)).flatten();
        let rules = fields.maybe("rules", &|node| self.rules(node)).map(Rc::new);
        let own_call = fields.maybe("own_call", &long);
        let known = fields.must("organisations", &|node| self.organisations(node)).unwrap_or_default();
        let members = fields.maybe("members", &|node| self.members(node, &known)).unwrap_or_default();
        self.end(fields)?;
        let project = Project { duration_months, grant, activities };
        Ok(Plan { title, call, year, variant, project, organisations: known.organisations, members, rules, own_call, newer: self.newer })
    }

    fn end<N: Node>(self, mut fields: Fields<'_, N>) -> Result<(), Problem> {
        if self.newer { fields.told() } else { fields.end() }
    }

    fn options<N: Node>(self, node: &N) -> Result<Option<Rc<str>>, Problem> {
        let mut fields = Fields::of(node)?;
        let variant = fields.maybe("variant", &shared);
        self.end(fields).map(|()| variant)
    }

    fn rules<N: Node>(self, node: &N) -> Result<Rules, Problem> {
        let mut fields = Fields::of(node)?;
        let rules = Rules {
            checked: fields.maybe("checked", &shared).unwrap_or_default(),
            verdict: fields.maybe("verdict", &|node| word(node, Verdict::ALL, Verdict::as_str)),
            marks: fields.maybe("marks", &|node| list(node, shared)).unwrap_or_default(),
        };
        self.end(fields).map(|()| rules)
    }

    /// What is stated yes or no; of a newer version also what is not understood.
    fn attributes<N: Node>(self, node: &N) -> Result<Attributes, Problem> {
        let mut fields = Fields::of(node)?;
        let mut attributes = Attributes::default();
        for attribute in Attribute::ALL {
            let stated = fields.maybe(attribute.as_str(), &truth);
            attributes = attributes.with(*attribute, stated);
        }
        self.end(fields).map(|()| attributes)
    }

    fn organisations<N: Node>(self, node: &N) -> Result<Known, Problem> {
        let organisations = list(node, |node| self.organisation(node))?;
        Known::of(organisations)
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
            attributes: fields.maybe("attributes", &|node| self.attributes(node)).unwrap_or_default(),
            added_value: fields.maybe("added_value", &trimmed).unwrap_or_default(),
            experience: fields.maybe("experience", &trimmed).unwrap_or_default(),
            commitment: fields.maybe("commitment", &|node| word(node, Commitment::ALL, Commitment::as_str)).unwrap_or_default(),
        });
        self.end(fields).map(|()| organisation)
    }

    fn members<N: Node>(self, node: &N, known: &Known) -> Result<Vec<Member>, Problem> {
        let mut seated = vec![false; known.organisations.len()];
        list(node, |node| self.member(node, known, &mut seated))
    }

    fn member<N: Node>(self, node: &N, known: &Known, seated: &mut [bool]) -> Result<Member, Problem> {
        let mut fields = Fields::of(node)?;
        let place = fields.must("organisation", &|node| {
            let (id, place) = known.find(node)?;
            // Each organisation is a member only once.
            if seated.get(place) == Some(&true) { Err(Fault::Repeated { id: id.to_string() }.into()) } else { Ok(place) }
        });
        let role = fields.maybe("role", &|node| word(node, Role::ALL, Role::as_str)).unwrap_or_default();
        let another = |node: &N| {
            let (id, other) = known.find(node)?;
            if Some(other) == place { Err(Fault::NotFound { id: id.to_string() }.into()) } else { Ok(id) }
        };
        let affiliated_to = if role == Role::Affiliated { fields.must("of", &another) } else { None };
        self.end(fields)?;
        place.and_then(|place| seated.get_mut(place)).into_iter().for_each(|seated| *seated = true);
        let organisation = place.and_then(|place| known.organisations.get(place)).cloned().ok_or(Fault::Missing)?;
        Ok(Member { organisation, role, affiliated_to })
    }
}

/// The organisations of a plan, each with an id of its own.
#[derive(Default)]
struct Known {
    organisations: Vec<Rc<Organisation>>,
    /// Their places, in order of their ids.
    by_id: Vec<u32>,
}

impl Known {
    fn of(organisations: Vec<Rc<Organisation>>) -> Result<Known, Problem> {
        let id = |place: &u32| organisations.get(*place as usize).map(|organisation| &organisation.id);
        let mut by_id: Vec<u32> = (0..).take(organisations.len()).collect();
        by_id.sort_by_key(id);
        let pairs = by_id.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
        let second = pairs.filter(|(one, other)| id(one) == id(other)).map(|(_, other)| *other).min();
        if let Some((at, id)) = second.and_then(|at| id(&at).map(|id| (at as usize, id.to_string()))) {
            return Err(Problem::from(Fault::Repeated { id }).in_field("id").in_item(at));
        }
        Ok(Known { organisations, by_id })
    }

    /// The organisation that a text names: its id and its place.
    fn find<N: Node>(&self, node: &N) -> Result<(Rc<str>, usize), Problem> {
        let id = text(node)?;
        let organisation = |place: &u32| self.organisations.get(*place as usize);
        let found = self.by_id.binary_search_by(|place| organisation(place).map_or("", |known| &known.id).cmp(&id)).ok();
        let place = found.and_then(|at| self.by_id.get(at));
        let known = place.and_then(|place| organisation(place).map(|known| (known.id.clone(), *place as usize)));
        known.ok_or_else(|| Fault::NotFound { id: id.into() }.into())
    }
}

fn version<N: Node>(node: &N) -> Result<u32, Problem> {
    number(node).and_then(|version| if version == 0 { Err(Fault::Expected(Expected::Number).into()) } else { Ok(version) })
}

fn shared<N: Node>(node: &N) -> Result<Rc<str>, Problem> {
    text(node).map(Rc::from)
}

/// A call file as text: longer than other texts.
fn long<N: Node>(node: &N) -> Result<Arc<str>, Problem> {
    let text = node.as_text().ok_or(Fault::Expected(Expected::Text))?;
    if text.len() > LONGEST_CALL { Err(Fault::TooLarge { most: LONGEST_CALL }.into()) } else { Ok(text.into()) }
}

fn trimmed<N: Node>(node: &N) -> Result<Rc<str>, Problem> {
    text(node).map(|text| Rc::from(text.trim()))
}

fn id<N: Node>(node: &N) -> Result<Rc<str>, Problem> {
    let id = shared(node)?;
    if id.is_empty() { Err(Fault::Missing.into()) } else { Ok(id) }
}

/// An amount of euros with no more than two decimals.
pub fn amount<N: Node>(node: &N) -> Result<Cents, Problem> {
    let amount = |euros: f64| {
        let cents = (euros * 100.0).round();
        // So many cents are this amount and no other, as far as the number can tell.
        let is_exact = cents >= 0.0 && cents / 100.0 == euros;
        is_exact.then_some(Cents(cents as u64)).filter(|cents| cents.whole() <= MOST_EUROS)
    };
    node.as_number().and_then(amount).ok_or_else(|| Fault::Expected(Expected::Amount).into())
}

fn year<N: Node>(node: &N) -> Result<u16, Problem> {
    u16::try_from(number(node)?).map_err(|_| Fault::Expected(Expected::Number).into())
}

fn country<N: Node>(node: &N) -> Result<Country, Problem> {
    let found = text(node)?;
    Country::parse(&found).ok_or_else(|| Fault::UnknownCountry { found: found.into() }.into())
}
