//! Reads the rules of a call file.

use super::read::Names;
use super::read_parts::{filled, named};
use crate::engine::rule::{
    Activities, AtMost, Cap, Compare, Coordinator, Count, Countries, CountryNeed, Duration, EachCountry, EveryMember, ExactCountries, Fact,
    Grant, Only,
};
use crate::engine::{Attribute, KindSet, OrganisationKind, Outcome, Role, RoleSet, Rule, Selector};
use crate::source::{Fault, Fields, Node, Problem, number, text, word};
use std::sync::Arc;

/// A union of kinds with its name.
pub(super) struct Kinds {
    pub(super) name: Arc<str>,
    pub(super) of: KindSet,
}

/// The words for the shapes of rules.
pub const SHAPES: &[&str] = &[
    "count",
    "at_most",
    "countries",
    "exact_countries",
    "each_country",
    "compare",
    "coordinator",
    "only",
    "every_member",
    "duration",
    "grant",
    "activities",
    "judgement",
];

/// The most organisations or countries that a rule may ask for. No call asks for a tenth of it; up to it advice gives the right number,
/// or says of `exact_countries` and `each_country` from 50 on that it is too much to be worked out.
pub const MOST_COUNTED: u32 = 200;

/// The longest duration that a rule may name: fifty years.
pub const MOST_MONTHS: u32 = 600;

/// The most needs of one country: a member helps them as bits of a byte.
const MOST_NEEDS: usize = 8;

/// Reads a rule.
pub(super) fn rule<N: Node>(node: &N, names: &Names) -> Result<Rule, Problem> {
    let mut fields = Fields::of(node)?;
    let shape = fields.required("shape", |node| word(node, SHAPES, |shape| shape))?;
    let rule = match shape {
        "duration" => Rule::Duration(duration(&mut fields)?),
        "grant" => Rule::Grant(grant(&mut fields)?),
        "activities" => Rule::Activities(Activities {
            any_of: fields.required("any_of", |node| filled(node, |node| named(node, &names.activities).map(|(id, _)| id)))?.into(),
        }),
        "judgement" => Rule::Judgement,
        _ => of_members(shape, &mut fields, names)?,
    };
    fields.end()?;
    Ok(rule)
}

fn of_members<N: Node>(shape: &str, fields: &mut Fields<'_, N>, names: &Names) -> Result<Rule, Problem> {
    let selector_of = |node: &N| selector(node, names);
    let of = fields.required("of", selector_of)?;
    Ok(match shape {
        "count" => Rule::Count(Count { of, at_least: fields.required("at_least", counted)? }),
        "at_most" => Rule::AtMost(AtMost { of, at_most: fields.required("at_most", counted)? }),
        "countries" => Rule::Countries(Countries { of: classed(of)?, at_least: fields.required("at_least", counted)? }),
        "exact_countries" => Rule::ExactCountries(ExactCountries { of: classed(of)?, exactly: fields.required("exactly", counted)? }),
        "each_country" => Rule::EachCountry(EachCountry { of: classed(of)?, needs: fields.required("needs", |node| needs(node, names))? }),
        "compare" => Rule::Compare(Compare {
            of,
            against: fields.required("against", selector_of)?,
            times: fields.optional("times", few_times)?.unwrap_or(1),
        }),
        "coordinator" => Rule::Coordinator(Coordinator { of }),
        "only" => only(of, fields.required("allowed", selector_of)?, outcome(fields)?)?,
        _ => Rule::EveryMember(EveryMember {
            of,
            fact: fields.required("fact", |node| word(node, Fact::ALL, Fact::as_str))?,
            outcome: outcome(fields)?,
        }),
    })
}

fn outcome<N: Node>(fields: &mut Fields<'_, N>) -> Result<Outcome, Problem> {
    Ok(fields.optional("outcome", |node| word(node, Outcome::ALL, Outcome::as_str))?.unwrap_or_default())
}

/// Who is left out of every count is left out by kind and country: what is not stated must not decide it.
fn only(of: Selector, allowed: Selector, outcome: Outcome) -> Result<Rule, Problem> {
    match (outcome, of.attribute, allowed.attribute) {
        (Outcome::DoesNotCount, Some(attribute), _) => Err(unwanted(attribute).in_field("of")),
        (Outcome::DoesNotCount, None, Some(attribute)) => Err(unwanted(attribute).in_field("allowed")),
        _ => Ok(Rule::Only(Only { of, allowed, outcome })),
    }
}

fn unwanted(attribute: Attribute) -> Problem {
    Problem::from(Fault::UnknownWord { found: attribute.as_str().to_owned(), allowed: Vec::new() }).in_field("attribute")
}

/// Where countries are counted, their class says which.
fn classed(of: Selector) -> Result<Selector, Problem> {
    if of.class.is_none() { Err(Problem::from(Fault::Missing).in_field("class").in_field("of")) } else { Ok(of) }
}

/// How many are counted.
fn counted<N: Node>(node: &N) -> Result<u32, Problem> {
    at_most(node, MOST_COUNTED)
}

/// How long a project lasts.
fn months<N: Node>(node: &N) -> Result<u32, Problem> {
    at_most(node, MOST_MONTHS)
}

fn at_most<N: Node>(node: &N, most: u32) -> Result<u32, Problem> {
    let number = number(node)?;
    if number > most { Err(Fault::TooLarge { most: most as usize }.into()) } else { Ok(number) }
}

fn few_times<N: Node>(node: &N) -> Result<u32, Problem> {
    const MOST_TIMES: u32 = 100;
    match number(node)? {
        0 => Err(Fault::Missing.into()),
        times if times > MOST_TIMES => Err(Fault::TooLarge { most: MOST_TIMES as usize }.into()),
        times => Ok(times),
    }
}

fn needs<N: Node>(node: &N, names: &Names) -> Result<Arc<[CountryNeed]>, Problem> {
    let needs = filled(node, |node| {
        let mut fields = Fields::of(node)?;
        let need =
            CountryNeed { kinds: fields.required("kinds", |node| kinds(node, names))?, at_least: fields.required("at_least", counted)? };
        fields.end().map(|()| need)
    })?;
    if needs.len() > MOST_NEEDS {
        return Err(Fault::TooLarge { most: MOST_NEEDS }.into());
    }
    Ok(needs.into())
}

fn selector<N: Node>(node: &N, names: &Names) -> Result<Selector, Problem> {
    let mut fields = Fields::of(node)?;
    let roles = fields.optional("roles", |node| filled(node, |node| word(node, Role::ALL, Role::as_str)))?;
    let kinds = fields.optional("kinds", |node| kinds(node, names))?;
    let class = fields.optional("class", |node| named(node, &names.classes))?;
    let attribute = fields.optional("attribute", |node| word(node, Attribute::ALL, Attribute::as_str))?;
    fields.end()?;
    Ok(Selector {
        roles: roles.map_or(RoleSet::FULL_PARTNERS, |roles| roles.into_iter().collect()),
        kinds,
        class: class.and_then(|(_, place)| u8::try_from(place).ok()),
        attribute,
    })
}

/// Kinds, by their words or by the names of unions.
fn kinds<N: Node>(node: &N, names: &Names) -> Result<KindSet, Problem> {
    let one = |node: &N| {
        let found = text(node)?;
        let union = names.kinds.iter().find(|union| *union.name == *found).map(|union| union.of);
        let kind = OrganisationKind::parse(&found).map(|kind| KindSet::from_iter([kind]));
        union.or(kind).ok_or_else(|| {
            let words = OrganisationKind::ALL.iter().map(|kind| kind.as_str()).chain(names.kinds.iter().map(|union| &*union.name));
            Problem::from(Fault::UnknownWord { found: found.into(), allowed: words.map(str::to_owned).collect() })
        })
    };
    let sets = filled(node, one)?;
    Ok(sets.into_iter().fold(KindSet::default(), |all, set| KindSet::of_bits(all.bits() | set.bits())))
}

fn duration<N: Node>(fields: &mut Fields<'_, N>) -> Result<Duration, Problem> {
    if let Some(mut months) = fields.optional("months", |node| filled(node, months))? {
        months.sort_unstable();
        return Ok(Duration::OneOf(months.into()));
    }
    let (from, to) = (fields.required("from", months)?, fields.required("to", months)?);
    if from > to { Err(Problem::from(Fault::TooLarge { most: to as usize }).in_field("from")) } else { Ok(Duration::Range { from, to }) }
}

fn grant<N: Node>(fields: &mut Fields<'_, N>) -> Result<Grant, Problem> {
    if let Some(mut sums) = fields.optional("one_of", |node| filled(node, euros))? {
        sums.sort_unstable();
        return Ok(Grant::OneOf(sums.into()));
    }
    if let Some(to) = fields.optional("to", euros)? {
        let from = fields.optional("from", euros)?.unwrap_or(0);
        let most = Fault::TooLarge { most: to as usize };
        return if from > to { Err(Problem::from(most).in_field("from")) } else { Ok(Grant::Range { from, to }) };
    }
    if let Some(each) = fields.optional("per_month", euros)? {
        return Ok(Grant::PerMonth { each, at_most: fields.required("at_most", euros)? });
    }
    Ok(Grant::Caps(fields.required("caps", |node| filled(node, cap))?.into()))
}

fn euros<N: Node>(node: &N) -> Result<u64, Problem> {
    number(node).map(u64::from)
}

fn cap<N: Node>(node: &N) -> Result<Cap, Problem> {
    let mut fields = Fields::of(node)?;
    let cap = Cap { months: fields.required("months", months)?, at_most: fields.required("at_most", euros)? };
    fields.end().map(|()| cap)
}
