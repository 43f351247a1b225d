//! Which facts of members an unknown requirement waits for.

use super::{Answer, Context, Fact, of_profile};
use crate::engine::consortium::{MemberRef, Profile};
use crate::engine::{Attribute, Fit, LeftOut, MissingFact, Selector};

/// The members who do not count because a fact is not stated. `fact`: what each of them has to show.
pub(super) fn of_left_out(context: Context<'_>, answer: &Answer, selectors: &[&Selector], fact: Option<Fact>) -> Vec<MissingFact> {
    let mut all = Vec::new();
    for (member, reason) in &answer.left_out {
        let profile = context.consortium.member_refs().get(*member as usize).and_then(|seat| context.profile(seat));
        let (Some((kind, country)), Some(profile)) = (asked_by(*reason), profile) else { continue };
        let show = fact.filter(|fact| fact.of(profile).is_none());
        let missing = MissingFact { member: *member, kind, country, show, attribute: None };
        all.push(missing);
        let attributes = selectors.iter().filter_map(|of| not_stated(of.attribute, profile));
        all.extend(attributes.map(|attribute| MissingFact { attribute: Some(attribute), ..missing }));
    }
    merged(all)
}

/// One entry a member, in order of place; more only where several attributes of one are asked for.
fn merged(mut all: Vec<MissingFact>) -> Vec<MissingFact> {
    all.sort_by_key(|missing| missing.member);
    let mut merged: Vec<MissingFact> = Vec::with_capacity(all.len());
    for missing in all {
        match merged.last_mut().filter(|last| last.member == missing.member) {
            Some(last) if last.attribute.is_some() && missing.attribute.is_some() && last.attribute != missing.attribute => {
                last.kind |= missing.kind;
                last.country |= missing.country;
                merged.push(MissingFact { kind: false, country: false, show: None, ..missing });
            }
            Some(last) => {
                last.kind |= missing.kind;
                last.country |= missing.country;
                last.show = last.show.or(missing.show);
                last.attribute = last.attribute.or(missing.attribute);
            }
            None => merged.push(missing),
        }
    }
    merged
}

/// Whether a reason waits for the kind, and whether for the country; `None`: for no fact that a member can state.
const fn asked_by(reason: LeftOut) -> Option<(bool, bool)> {
    match reason {
        LeftOut::NotStated { kind, country } => Some((kind, country)),
        LeftOut::NotShown | LeftOut::AttributeNotStated(_) => Some((false, false)),
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
        | LeftOut::OtherSide => None,
    }
}

/// What matters of members who count in any case.
#[derive(Clone, Copy)]
pub(super) struct Matters {
    /// What they are.
    pub(super) kind: bool,
    /// Where they are.
    pub(super) country: bool,
}

/// The members of whom a fact is not stated that could change who counts for one of the selectors, or where.
pub(super) fn of_selectors(context: Context<'_>, answer: &Answer, selectors: &[&Selector], matters: Matters) -> Vec<MissingFact> {
    let of_selectors = selectors.iter().flat_map(|of| of_selector(context, of, matters));
    merged(of_selectors.chain(of_left_out(context, answer, selectors, None)).collect())
}

fn of_selector(context: Context<'_>, of: &Selector, matters: Matters) -> Vec<MissingFact> {
    let fits = context.fits(of);
    let missing = |seat: &MemberRef| {
        let (profile, fit) = (context.profile(seat)?, of_profile(&fits, seat)?);
        let (kind, country) = match fit {
            Fit::Maybe(LeftOut::NotStated { kind, country }) => (kind, country),
            Fit::Yes | Fit::Maybe(_) => (false, false),
            Fit::No(_) => return None,
        };
        let kind = profile.kind.is_none() && (kind || matters.kind);
        let country = profile.country.is_none() && (country || matters.country);
        let attribute = not_stated(of.attribute, profile);
        let missing = MissingFact { member: seat.place, kind, country, show: None, attribute };
        (kind || country || attribute.is_some()).then_some(missing)
    };
    context.consortium.member_refs().iter().filter_map(missing).collect()
}

/// The attribute that is asked for, if the member has not stated it.
pub(super) fn not_stated(asked: Option<Attribute>, profile: &Profile) -> Option<Attribute> {
    asked.filter(|attribute| profile.attributes.get(*attribute).is_none())
}
