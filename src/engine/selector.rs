//! Which members a rule counts: roles, kinds, country class, with facts that are not stated taken seriously.

use super::consortium::Profile;
use super::rule::{EveryMember, Fact, Only};
use super::{Attribute, Call, Country, CountrySet, KindSet, LeftOut, OrganisationKind, Outcome, Role, RoleSet, Rule};

/// Which members a rule is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selector {
    /// The roles that count.
    pub roles: RoleSet,
    /// The kinds that count; `None` = any.
    pub kinds: Option<KindSet>,
    /// The country class that counts, by its place in the call; `None` = any country.
    pub class: Option<u8>,
    /// What those who count say of themselves; `None` = nothing is asked.
    pub attribute: Option<Attribute>,
}

/// What is made of a kind in a country. One way for all callers: it is a large part of what every visitor loads.
type Decide<'a> = dyn Fn(OrganisationKind, Country) -> Result<(), LeftOut> + 'a;

/// How a member fits a selector.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// Whatever the facts that are not stated.
    Yes,
    /// A fact that is not stated decides.
    Maybe(LeftOut),
    /// Whatever the facts that are not stated.
    No(LeftOut),
}

impl Selector {
    /// Everybody, as whatever they take part.
    pub const ANYBODY: Selector = Selector { roles: RoleSet::ALL, kinds: None, class: None, attribute: None };

    /// How a member fits, without asking what leaves members out of every count.
    pub(crate) fn fit(&self, call: &Call, profile: &Profile) -> Fit {
        self.undecided(call, profile, &|of| of.weigh(call, profile, &|kind, country| of.takes(call, kind, country)))
    }

    /// How a member fits for counting: one that a `does_not_count` requirement strikes out fits nowhere.
    pub(crate) fn fit_counted(&self, call: &Call, exclusions: &[Exclusion], profile: &Profile) -> Fit {
        self.undecided(call, profile, &|of| of.weigh(call, profile, &|kind, country| of.counts(call, exclusions, profile, kind, country)))
    }

    /// Whether a member that this selector is about is one of those allowed. What is not stated decides only where it could put the
    /// member among those that this selector is about, and outside of those allowed.
    pub(crate) fn fit_allowed(&self, call: &Call, allowed: &Selector, profile: &Profile) -> Fit {
        let anybody = Selector { attribute: allowed.attribute, ..Selector::ANYBODY };
        allowed.undecided(call, profile, &|allowed| {
            anybody.weigh(call, profile, &|kind, country| match self.takes(call, kind, country) {
                Ok(()) => allowed.takes(call, kind, country),
                Err(_) => Ok(()),
            })
        })
    }

    /// Where it is not decided whether the member's country is in the class, the rest of the selector says whether that matters.
    fn undecided(&self, call: &Call, profile: &Profile, fit: &dyn Fn(&Selector) -> Fit) -> Fit {
        match (self.class, profile.country) {
            (Some(class), Some(country)) if call.is_planned(self.class, country) => match fit(&Selector { class: None, ..*self }) {
                Fit::Yes => Fit::Maybe(LeftOut::NotDecided(class)),
                other => other,
            },
            _ => fit(self),
        }
    }

    /// Whether a member that turned out to be of a kind in a country would count, and whether it might not.
    pub(crate) fn could(
        &self,
        call: &Call,
        exclusions: &[Exclusion],
        profile: &Profile,
        kind: OrganisationKind,
        country: Country,
    ) -> (bool, bool) {
        let known = Profile { kind: Some(kind), country: Some(country), ..*profile };
        match self.fit_counted(call, exclusions, &known) {
            Fit::Yes => (true, false),
            Fit::Maybe(_) => (true, true),
            Fit::No(_) => (false, true),
        }
    }

    /// The countries that a member whose country is not stated could be counted in.
    pub(crate) fn open_countries(&self, call: &Call, exclusions: &[Exclusion], profile: &Profile) -> CountrySet {
        let kinds = possible_kinds(&profile.kind);
        let fits = |country| kinds.iter().any(|kind| self.counts(call, exclusions, profile, *kind, country).is_ok());
        let mut open = CountrySet::EMPTY;
        call.samples().iter().filter(|sample| fits(sample.country)).for_each(|sample| open.insert_all(&sample.alike));
        open
    }

    fn weigh(&self, call: &Call, profile: &Profile, decide: &Decide<'_>) -> Fit {
        if !self.roles.contains(profile.role) {
            return Fit::No(match profile.role {
                Role::Affiliated => LeftOut::Affiliated,
                Role::Associated => LeftOut::Associated,
                Role::Applicant | Role::Partner => LeftOut::NotApplicant,
            });
        }
        let fit = match (profile.kind, profile.country) {
            (Some(kind), Some(country)) => decide(kind, country).map_or_else(Fit::No, |()| Fit::Yes),
            (kind, country) => self.weigh_unstated(call, kind, country, decide),
        };
        match (self.attribute.map(|attribute| (attribute, profile.attributes.get(attribute))), fit) {
            (Some((attribute, Some(false))), Fit::Yes | Fit::Maybe(_)) => Fit::No(LeftOut::WithoutAttribute(attribute)),
            (Some((attribute, None)), Fit::Yes) => Fit::Maybe(LeftOut::AttributeNotStated(attribute)),
            (_, fit) => fit,
        }
    }

    /// Tries everything that the unstated facts could be.
    fn weigh_unstated(&self, call: &Call, kind: Option<OrganisationKind>, country: Option<Country>, decide: &Decide<'_>) -> Fit {
        let kinds = || possible_kinds(&kind).iter().copied();
        let countries = || country.into_iter().chain(call.samples().iter().map(|sample| sample.country).filter(move |_| country.is_none()));
        // A fact decides where the answer depends on it while the other stays as it is.
        let by_kind = countries().any(|country| varies(kinds().map(|kind| decide(kind, country).is_ok())));
        let by_country = kinds().any(|kind| varies(countries().map(|country| decide(kind, country).is_ok())));
        if by_kind || by_country {
            return Fit::Maybe(LeftOut::NotStated { kind: by_kind, country: by_country });
        }
        let reasons = || {
            kinds()
                .flat_map(|kind| countries().map(move |country| (kind, country)))
                .filter_map(|(kind, country)| decide(kind, country).err())
        };
        match reasons().next() {
            None => Fit::Yes,
            Some(first) => {
                Fit::No(self.stated_reason(call, kind, country).or(reasons().find(|reason| *reason == LeftOut::NoCharter)).unwrap_or(first))
            }
        }
    }

    /// Of a member that cannot fit: the reason that holds by its country or its kind alone, where that is stated.
    fn stated_reason(&self, call: &Call, kind: Option<OrganisationKind>, country: Option<Country>) -> Option<LeftOut> {
        match (country, kind) {
            (Some(country), _) if !call.in_class(self.class, country) => self.class.map(LeftOut::OutsideClass),
            (_, Some(kind)) if self.kinds.is_some_and(|kinds| !kinds.contains(kind)) => Some(LeftOut::OtherKind),
            _ => None,
        }
    }

    fn counts(
        &self,
        call: &Call,
        exclusions: &[Exclusion],
        profile: &Profile,
        kind: OrganisationKind,
        country: Country,
    ) -> Result<(), LeftOut> {
        self.takes(call, kind, country)?;
        exclusions.iter().find_map(|exclusion| exclusion.strikes(call, profile, kind, country)).map_or(Ok(()), Err)
    }

    fn takes(&self, call: &Call, kind: OrganisationKind, country: Country) -> Result<(), LeftOut> {
        if let Some(class) = self.class
            && !call.in_class(Some(class), country)
        {
            return Err(LeftOut::OutsideClass(class));
        }
        match self.kinds {
            Some(kinds) if !kinds.contains(kind) => Err(LeftOut::OtherKind),
            _ => Ok(()),
        }
    }
}

fn possible_kinds(kind: &Option<OrganisationKind>) -> &[OrganisationKind] {
    kind.as_ref().map_or(OrganisationKind::ALL, std::slice::from_ref)
}

fn varies(mut answers: impl Iterator<Item = bool>) -> bool {
    answers.next().is_some_and(|first| answers.any(|answer| answer != first))
}

/// What leaves a member out of every count: a `does_not_count` requirement whose fact is declared missing, or that does not allow it.
/// Of the facts only a charter can be declared missing; the others are shown, or not stated.
pub(crate) struct Exclusion {
    of: Selector,
    unless: Unless,
}

/// Who is not left out.
enum Unless {
    /// Who does not say that it lacks the charter.
    Charter,
    /// Who is allowed.
    Allowed(Selector),
}

impl Exclusion {
    pub(crate) fn all(call: &Call) -> Vec<Exclusion> {
        let rules = call.requirements().iter().map(|requirement| &requirement.rule);
        rules
            .filter_map(|rule| match rule {
                Rule::EveryMember(EveryMember { of, fact: Fact::Charter, outcome: Outcome::DoesNotCount }) => {
                    Some(Exclusion { of: *of, unless: Unless::Charter })
                }
                Rule::Only(Only { of, allowed, outcome: Outcome::DoesNotCount }) => {
                    Some(Exclusion { of: *of, unless: Unless::Allowed(*allowed) })
                }
                _ => None,
            })
            .collect()
    }

    /// Why a member does not count, if it does not.
    fn strikes(&self, call: &Call, profile: &Profile, kind: OrganisationKind, country: Country) -> Option<LeftOut> {
        let lacks = match &self.unless {
            Unless::Charter => (profile.charter == Some(false)).then_some(LeftOut::NoCharter),
            Unless::Allowed(allowed) if self.of.roles.contains(profile.role) && !call.is_planned(allowed.class, country) => {
                allowed.takes(call, kind, country).err()
            }
            Unless::Allowed(_) => None,
        };
        lacks.filter(|_| self.of.takes(call, kind, country).is_ok())
    }
}
