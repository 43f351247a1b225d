//! Which facts, that are not stated, decide a requirement.

use crate::engine::rule::{Countries, Fact};
use crate::engine::{Attribute, Call, Finding, Fit, LeftOut, Member, Organisation, Profile, Rule, Selector, Status, group};

/// A member with facts that decide a requirement and are not stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenMember {
    /// Who.
    pub member: u32,
    /// Whether its kind is asked for.
    pub kind: bool,
    /// Whether its country is asked for.
    pub country: bool,
    /// What it has to show, where it has not said.
    pub show: Option<Fact>,
    /// The attribute that is asked for, where it has not said.
    pub attribute: Option<Attribute>,
}

/// The members on whose facts an unknown requirement depends, in order of place. Once all of them are stated, it is known.
pub(super) fn open(call: &Call, rule: &Rule, finding: &Finding, members: &[Member]) -> Vec<OpenMember> {
    if finding.status != Status::Unknown {
        return Vec::new();
    }
    match rule {
        Rule::Countries(rule) => of_countries(call, rule, members),
        Rule::EveryMember(every) => left_out(rule, finding, members, Some(every.fact)),
        Rule::Count(_) | Rule::AtMost(_) | Rule::Coordinator(_) | Rule::Only(_) => left_out(rule, finding, members, None),
        Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_) => unstated(call, rule, finding, members),
        Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => Vec::new(),
    }
}

fn left_out(rule: &Rule, finding: &Finding, members: &[Member], fact: Option<Fact>) -> Vec<OpenMember> {
    let asked = match rule {
        Rule::Only(only) => only.allowed.attribute.or(only.of.attribute),
        rule => rule.selector().and_then(|of| of.attribute),
    };
    let open = |(place, reason): &(u32, LeftOut)| {
        let (kind, country) = match reason {
            LeftOut::NotStated { kind, country } => (*kind, *country),
            LeftOut::NotShown | LeftOut::AttributeNotStated(_) => (false, false),
            LeftOut::OutsideClass(_)
            | LeftOut::OtherKind
            | LeftOut::Associated
            | LeftOut::Affiliated
            | LeftOut::SameLegalGroup(_)
            | LeftOut::NoCharter
            | LeftOut::NotApplicant
            | LeftOut::SeveralApplicants
            | LeftOut::WithoutAttribute(_)
            // No visitor can state what is not decided.
            | LeftOut::NotDecided(_)
            | LeftOut::OtherSide => return None,
        };
        let member = members.get(*place as usize)?;
        let show = fact.filter(|fact| fact.of(&Profile::of(member)).is_none());
        Some(OpenMember { member: *place, kind, country, show, attribute: attribute(*reason).or(not_stated(asked, member)) })
    };
    let mut open: Vec<OpenMember> = finding.left_out.iter().filter_map(open).collect();
    open.sort_unstable_by_key(|open| open.member);
    open
}

/// For countries it also matters where a member is that counts in any case, and a member of a legal group in which another
/// counts may bring it a further country. One that can only be where an independent organisation already is brings nothing.
fn of_countries(call: &Call, rule: &Countries, members: &[Member]) -> Vec<OpenMember> {
    let fits = call.fits_counted(&rule.of, members);
    let certain = members.iter().zip(&fits).filter(|(member, fit)| **fit == Fit::Yes && group(member).is_none());
    let state = |member: &Member| member.organisation.country.map(|country| call.state_of(country));
    let covered: Vec<_> = certain.filter_map(|(member, _)| state(member)).collect();
    let mut open = Vec::new();
    for (place, (member, fit)) in (0..).zip(members.iter().zip(&fits)) {
        let kind = match fit {
            Fit::Maybe(LeftOut::NotStated { kind, .. }) => *kind,
            Fit::Maybe(LeftOut::AttributeNotStated(_)) => true,
            Fit::Yes => false,
            Fit::Maybe(_) | Fit::No(_) => continue,
        };
        let country = state(member);
        let asked = country.is_none() || kind && country.is_some_and(|country| !covered.contains(&country));
        if asked {
            let kind = kind && member.organisation.kind.is_none();
            let attribute = not_stated(rule.of.attribute, member);
            open.push(OpenMember { member: place, kind, country: country.is_none(), show: None, attribute });
        }
    }
    open
}

/// Members of whom a fact is not stated that could change who counts, or where.
fn unstated(call: &Call, rule: &Rule, finding: &Finding, members: &[Member]) -> Vec<OpenMember> {
    let sides = match rule {
        Rule::Compare(rule) => vec![&rule.of, &rule.against],
        _ => rule.selector().into_iter().collect(),
    };
    let mut open: Vec<OpenMember> = sides.iter().flat_map(|of| of_selector(call, of, rule, members)).collect();
    open.extend(left_out(rule, finding, members, None));
    open.sort_unstable_by_key(|open| (open.member, !open.kind, !open.country));
    open.dedup_by_key(|open| open.member);
    open
}

fn of_selector(call: &Call, of: &Selector, rule: &Rule, members: &[Member]) -> Vec<OpenMember> {
    let kinds_matter = matches!(rule, Rule::EachCountry(_));
    let mut open = Vec::new();
    for (place, (member, fit)) in (0..).zip(members.iter().zip(call.fits_counted(of, members))) {
        let Organisation { kind, country, .. } = &*member.organisation;
        let (asks_kind, asks_country) = match fit {
            Fit::Maybe(LeftOut::NotStated { kind, country }) => (kind, country),
            Fit::Yes | Fit::Maybe(_) => (false, false),
            Fit::No(_) => continue,
        };
        let asks_kind = kind.is_none() && (asks_kind || kinds_matter);
        let asks_country = country.is_none() && (asks_country || !matches!(rule, Rule::Compare(_)));
        let attribute = not_stated(of.attribute, member);
        if asks_kind || asks_country || attribute.is_some() {
            open.push(OpenMember { member: place, kind: asks_kind, country: asks_country, show: None, attribute });
        }
    }
    open
}

/// The attribute that is asked for, if the member has not stated it.
fn not_stated(asked: Option<Attribute>, member: &Member) -> Option<Attribute> {
    asked.filter(|attribute| member.organisation.attributes.get(*attribute).is_none())
}

fn attribute(reason: LeftOut) -> Option<Attribute> {
    if let LeftOut::AttributeNotStated(attribute) = reason { Some(attribute) } else { None }
}
