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
        add(&mut all, missing);
        for attribute in selectors.iter().filter_map(|of| not_stated(of.attribute, profile)) {
            add(&mut all, MissingFact { attribute: Some(attribute), ..missing });
        }
    }
    all
}

/// Adds facts to those of the same member, which come last. There are more entries of one only where several attributes are asked for.
fn add(all: &mut Vec<MissingFact>, missing: MissingFact) {
    let Some(last) = all.last_mut().filter(|last| last.member == missing.member) else { return all.push(missing) };
    last.kind |= missing.kind;
    last.country |= missing.country;
    last.show = last.show.or(missing.show);
    if missing.attribute.is_none_or(|attribute| last.attribute.is_none_or(|known| known == attribute)) {
        last.attribute = last.attribute.or(missing.attribute);
    } else {
        all.push(MissingFact { kind: false, country: false, show: None, ..missing });
    }
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
    let fits: Vec<Vec<Fit>> = selectors.iter().map(|of| context.fits(of)).collect();
    let (mut all, mut left_out) = (Vec::new(), of_left_out(context, answer, selectors, None).into_iter().peekable());
    for member in context.consortium.member_refs() {
        for (of, fits) in selectors.iter().zip(&fits) {
            let missing = of_selector(context, of, member, of_profile(fits, member), matters);
            missing.into_iter().for_each(|missing| add(&mut all, missing));
        }
        while let Some(missing) = left_out.next_if(|missing| missing.member == member.place) {
            add(&mut all, missing);
        }
    }
    all
}

fn of_selector(context: Context<'_>, of: &Selector, member: &MemberRef, fit: Option<Fit>, matters: Matters) -> Option<MissingFact> {
    let profile = context.profile(member)?;
    let (kind, country) = match fit? {
        Fit::Maybe(LeftOut::NotStated { kind, country }) => (kind, country),
        Fit::Yes | Fit::Maybe(_) => (false, false),
        Fit::No(_) => return None,
    };
    let kind = profile.kind.is_none() && (kind || matters.kind);
    let country = profile.country.is_none() && (country || matters.country);
    let attribute = not_stated(of.attribute, profile);
    let missing = MissingFact { member: member.place, kind, country, show: None, attribute };
    (kind || country || attribute.is_some()).then_some(missing)
}

/// The attribute that is asked for, if the member has not stated it.
pub(super) fn not_stated(asked: Option<Attribute>, profile: &Profile) -> Option<Attribute> {
    asked.filter(|attribute| profile.attributes.get(*attribute).is_none())
}
