//! Which members a rule counts: roles, kinds, country class, with facts that are not stated taken seriously.

use super::consortium::Profile;
use super::rule::{EveryMember, Fact};
use super::{Call, Country, CountrySet, KindSet, LeftOut, OrganisationKind, Outcome, Role, RoleSet, Rule};

/// Which members a rule is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selector {
    /// The roles that count.
    pub roles: RoleSet,
    /// The kinds that count; `None` = any.
    pub kinds: Option<KindSet>,
    /// The country class that counts, by its place in the call; `None` = any country.
    pub class: Option<u8>,
}

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
    /// How a member fits, without asking what leaves members out of every count.
    pub(crate) fn fit(&self, call: &Call, profile: &Profile) -> Fit {
        self.weigh(call, profile, |kind, country| self.takes(call, kind, country))
    }

    /// How a member fits for counting: one that a `does_not_count` requirement strikes out fits nowhere.
    pub(crate) fn fit_counted(&self, call: &Call, exclusions: &[Exclusion], profile: &Profile) -> Fit {
        self.weigh(call, profile, |kind, country| self.counts(call, exclusions, profile, kind, country))
    }

    /// The countries that a member whose country is not stated could be counted in.
    pub(crate) fn open_countries(&self, call: &Call, exclusions: &[Exclusion], profile: &Profile) -> CountrySet {
        let kinds = possible_kinds(&profile.kind);
        let fits = |country| kinds.iter().any(|kind| self.counts(call, exclusions, profile, *kind, country).is_ok());
        let mut open = CountrySet::EMPTY;
        call.samples().iter().filter(|sample| fits(sample.country)).for_each(|sample| open.insert_all(&sample.alike));
        open
    }

    fn weigh(&self, call: &Call, profile: &Profile, decide: impl Fn(OrganisationKind, Country) -> Result<(), LeftOut>) -> Fit {
        if !self.roles.contains(profile.role) {
            return Fit::No(match profile.role {
                Role::Affiliated => LeftOut::Affiliated,
                Role::Associated => LeftOut::Associated,
                Role::Applicant | Role::Partner => LeftOut::NotApplicant,
            });
        }
        match (profile.kind, profile.country) {
            (Some(kind), Some(country)) => decide(kind, country).map_or_else(Fit::No, |()| Fit::Yes),
            (kind, country) => self.weigh_unstated(call, kind, country, decide),
        }
    }

    /// Tries everything that the unstated facts could be.
    fn weigh_unstated(
        &self,
        call: &Call,
        kind: Option<OrganisationKind>,
        country: Option<Country>,
        decide: impl Fn(OrganisationKind, Country) -> Result<(), LeftOut>,
    ) -> Fit {
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
        match exclusions.iter().find(|exclusion| exclusion.strikes(call, profile, kind, country)) {
            Some(exclusion) => Err(exclusion.reason),
            None => Ok(()),
        }
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

/// What leaves a member out of every count: a `does_not_count` requirement whose fact is declared missing.
/// Of the facts only a charter can be declared so; the others are shown, or not stated.
pub(crate) struct Exclusion {
    of: Selector,
    reason: LeftOut,
}

impl Exclusion {
    pub(crate) fn all(call: &Call) -> Vec<Exclusion> {
        let rules = call.requirements().iter().map(|requirement| &requirement.rule);
        rules
            .filter_map(|rule| match rule {
                Rule::EveryMember(EveryMember { of, fact: Fact::Charter, outcome: Outcome::DoesNotCount }) => {
                    Some(Exclusion { of: *of, reason: LeftOut::NoCharter })
                }
                _ => None,
            })
            .collect()
    }

    fn strikes(&self, call: &Call, profile: &Profile, kind: OrganisationKind, country: Country) -> bool {
        profile.charter == Some(false) && self.of.takes(call, kind, country).is_ok()
    }
}
