//! Calls made for the oracle: numbers so low that small consortia reach them, and classes that overlap.

use allians::engine::rule::{
    AtMost, Cap, Compare, Coordinator, Count, Countries, CountryNeed, Duration, EachCountry, EveryMember, ExactCountries, Fact, Grant, Only,
};
use allians::engine::{
    Attribute, Call, Country, CountryClass, CountrySet, OrganisationKind, Outcome, Requirement, Role, RoleSet, Rule, Selector, Severity,
};

const PROGRAMME: Option<u8> = Some(0);
const PARTNER: Option<u8> = Some(1);
const NORDIC: Option<u8> = Some(2);

/// Three organisations, two higher education institutions, two enterprises, from two and three countries.
pub fn two_and_three() -> Call {
    use OrganisationKind::{BusinessIntermediary, Enterprise, Hei};
    let rules = vec![
        (count(&[], PROGRAMME, 3), Some(count(&[], None, 3))),
        (countries(&[], PROGRAMME, 2), None),
        (countries(&[], PROGRAMME, 3), None),
        (count(&[Hei], PROGRAMME, 2), Some(count(&[Hei], None, 2))),
        (count(&[Enterprise], PROGRAMME, 2), Some(count(&[Enterprise, BusinessIntermediary], None, 2))),
        (countries(&[Hei, Enterprise], PROGRAMME, 2), None),
        (coordinator(&[], PROGRAMME), Some(coordinator(&[Hei], None))),
        (Rule::Duration(Duration::OneOf([24, 36].into())), None),
        (Rule::Grant(Grant::Caps([Cap { months: 24, at_most: 700_000 }, Cap { months: 36, at_most: 1_000_000 }].into())), None),
    ];
    call("two-and-three", "FI SE DE EE", rules)
}

/// Classes that share some countries: an institution without charter may be Nordic only where it is not in a programme country.
pub fn overlapping() -> Call {
    use OrganisationKind::Hei;
    let rules = vec![
        (count(&[], NORDIC, 2), None),
        (countries(&[], NORDIC, 2), Some(countries(&[], NORDIC, 3))),
        (countries(&[Hei], NORDIC, 2), Some(countries(&[Hei], NORDIC, 1))),
        (countries(&[], PARTNER, 2), None),
        (countries(&[Hei], PROGRAMME, 2), None),
        (coordinator(&[Hei], NORDIC), None),
    ];
    call("overlapping", "FI SE DE", rules)
}

/// Many countries, which take legal groups that span several to reach; each member must show its value, and only partners count once.
pub fn many_countries() -> Call {
    use OrganisationKind::{Enterprise, Hei};
    let partners = Selector { roles: RoleSet::from_iter([Role::Partner]), kinds: None, class: PROGRAMME, attribute: None };
    let value = EveryMember { of: selector(&[Enterprise], None), fact: Fact::AddedValue, outcome: Outcome::Review };
    let rules = vec![
        (countries(&[], PROGRAMME, 4), Some(countries(&[], None, 5))),
        (countries(&[Hei, Enterprise], PROGRAMME, 3), Some(countries(&[Hei, Enterprise], None, 3))),
        (Rule::Countries(Countries { of: partners, at_least: 3 }), None),
        (Rule::Count(Count { of: partners, at_least: 3 }), None),
        (count(&[], None, 4), Some(count(&[Hei], None, 2))),
        (count(&[], None, 0), None),
        (coordinator(&[], PROGRAMME), Some(coordinator(&[Hei], None))),
        (coordinator(&[], NORDIC), Some(coordinator(&[], PROGRAMME))),
        (Rule::EveryMember(value), None),
    ];
    call("many-countries", "FI SE DE EE PT", rules)
}

/// The shapes that more members can break: no more than so many, exactly so many countries, in each country, no fewer than others, only.
pub fn shapes() -> Call {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let need = |kinds: &[OrganisationKind], at_least| CountryNeed { kinds: kinds.iter().copied().collect(), at_least };
    let one_of_each = [need(&[Hei], 1), need(&[Enterprise, BusinessIntermediary], 1)];
    let two = [need(&[Hei, Association], 2)];
    let each = |class, needs: &[CountryNeed]| Rule::EachCountry(EachCountry { of: selector(&[], class), needs: needs.into() });
    let compare = |of, against, times| Rule::Compare(Compare { of, against, times });
    let only = |of, allowed, outcome| Rule::Only(Only { of, allowed, outcome });
    let founded = Selector { attribute: Some(Attribute::EstablishedTwoYears), ..selector(&[Hei], PROGRAMME) };
    let rules = vec![
        (
            Rule::AtMost(AtMost { of: selector(&[], PROGRAMME), at_most: 3 }),
            Some(Rule::AtMost(AtMost { of: selector(&[], None), at_most: 2 })),
        ),
        (Rule::ExactCountries(ExactCountries { of: selector(&[], PARTNER), exactly: 1 }), None),
        (Rule::ExactCountries(ExactCountries { of: selector(&[Hei], PROGRAMME), exactly: 2 }), None),
        (each(PROGRAMME, &one_of_each), Some(each(PROGRAMME, &two))),
        (each(PARTNER, &two), Some(each(NORDIC, &one_of_each))),
        (
            compare(selector(&[], PARTNER), selector(&[], PROGRAMME), 1),
            Some(compare(selector(&[Hei], None), selector(&[Enterprise], None), 2)),
        ),
        (compare(selector(&[Hei], NORDIC), selector(&[], PROGRAMME), 2), None),
        (
            only(selector(&[], None), selector(&[], NORDIC), Outcome::Fails),
            Some(only(selector(&[Hei], None), selector(&[], PROGRAMME), Outcome::Fails)),
        ),
        (only(selector(&[Association], PARTNER), selector(&[], NORDIC), Outcome::DoesNotCount), None),
        (Rule::Count(Count { of: founded, at_least: 1 }), None),
        (Rule::Coordinator(Coordinator { of: founded }), None),
        (Rule::Duration(Duration::Range { from: 6, to: 24 }), None),
        (Rule::Grant(Grant::OneOf([650_000, 1_000_000].into())), Some(Rule::Grant(Grant::Range { from: 650_000, to: 700_000 }))),
        (Rule::Grant(Grant::PerMonth { each: 25_000, at_most: 800_000 }), None),
    ];
    call("shapes", "FI SE DE", rules)
}

pub(super) fn call(id: &'static str, programme: &str, rules: Vec<(Rule, Option<Rule>)>) -> Call {
    let programme: CountrySet = programme.split(' ').filter_map(Country::parse).collect();
    let nordic: CountrySet = "FI SE NO IS".split(' ').filter_map(Country::parse).collect();
    let class = |name: &'static str, countries| CountryClass { name: name.into(), countries, planned: CountrySet::EMPTY };
    let classes = vec![class("programme", programme), class("partner", programme.complement()), class("nordic", nordic)];
    let mut requirements: Vec<Requirement> = rules
        .into_iter()
        .enumerate()
        .map(|(at, (rule, lenient))| Requirement {
            id: format!("{at} {}", rule.shape()).into(),
            severity: Severity::Mandatory,
            rule,
            lenient,
        })
        .collect();
    let charter = EveryMember { of: selector(&[OrganisationKind::Hei], PROGRAMME), fact: Fact::Charter, outcome: Outcome::DoesNotCount };
    requirements.push(Requirement { id: "charter".into(), severity: Severity::Evidence, rule: Rule::EveryMember(charter), lenient: None });
    // Nobody can be declared without commitment, so this leaves nobody out: least of all for want of a charter.
    let commitment = EveryMember { of: selector(&[], None), fact: Fact::Commitment, outcome: Outcome::DoesNotCount };
    requirements.push(Requirement {
        id: "commitment".into(),
        severity: Severity::Evidence,
        rule: Rule::EveryMember(commitment),
        lenient: None,
    });
    Call::new(id, 2020, classes, requirements)
}

pub(super) fn selector(kinds: &[OrganisationKind], class: Option<u8>) -> Selector {
    let kinds = (!kinds.is_empty()).then(|| kinds.iter().copied().collect());
    Selector { roles: RoleSet::FULL_PARTNERS, kinds, class, attribute: None }
}

pub(super) fn count(kinds: &[OrganisationKind], class: Option<u8>, at_least: u32) -> Rule {
    Rule::Count(Count { of: selector(kinds, class), at_least })
}

pub(super) fn countries(kinds: &[OrganisationKind], class: Option<u8>, at_least: u32) -> Rule {
    Rule::Countries(Countries { of: selector(kinds, class), at_least })
}

pub(super) fn coordinator(kinds: &[OrganisationKind], class: Option<u8>) -> Rule {
    Rule::Coordinator(Coordinator { of: selector(kinds, class) })
}
