//! Calls made for the oracle: numbers so low that small consortia reach them, and classes that overlap.

use allians::engine::rule::{Cap, Coordinator, Count, Countries, Duration, EveryMember, Fact, Grant};
use allians::engine::{
    Call, Country, CountryClass, CountrySet, OrganisationKind, Outcome, Requirement, Role, RoleSet, Rule, Selector, Severity,
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
        (Rule::Duration(Duration { months: &[24, 36] }), None),
        (Rule::Grant(Grant { caps: &[Cap { months: 24, at_most: 700_000 }, Cap { months: 36, at_most: 1_000_000 }] }), None),
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
    let partners = Selector { roles: RoleSet::from_iter([Role::Partner]), kinds: None, class: PROGRAMME };
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

fn call(id: &'static str, programme: &str, rules: Vec<(Rule, Option<Rule>)>) -> Call {
    let programme: CountrySet = programme.split(' ').filter_map(Country::parse).collect();
    let nordic: CountrySet = "FI SE NO IS".split(' ').filter_map(Country::parse).collect();
    let class = |name: &'static str, countries| CountryClass { name, countries };
    let classes = vec![class("programme", programme), class("partner", programme.complement()), class("nordic", nordic)];
    let mut requirements: Vec<Requirement> = rules
        .into_iter()
        .enumerate()
        .map(|(at, (rule, lenient))| Requirement {
            id: String::leak(format!("{at} {}", rule.shape())),
            severity: Severity::Mandatory,
            rule,
            lenient,
        })
        .collect();
    let charter = EveryMember { of: selector(&[OrganisationKind::Hei], PROGRAMME), fact: Fact::Charter, outcome: Outcome::DoesNotCount };
    requirements.push(Requirement { id: "charter", severity: Severity::Evidence, rule: Rule::EveryMember(charter), lenient: None });
    // Nobody can be declared without commitment, so this leaves nobody out: least of all for want of a charter.
    let commitment = EveryMember { of: selector(&[], None), fact: Fact::Commitment, outcome: Outcome::DoesNotCount };
    requirements.push(Requirement { id: "commitment", severity: Severity::Evidence, rule: Rule::EveryMember(commitment), lenient: None });
    Call::new(id, 2020, classes, requirements)
}

fn selector(kinds: &[OrganisationKind], class: Option<u8>) -> Selector {
    let kinds = (!kinds.is_empty()).then(|| kinds.iter().copied().collect());
    Selector { roles: RoleSet::FULL_PARTNERS, kinds, class }
}

fn count(kinds: &[OrganisationKind], class: Option<u8>, at_least: u32) -> Rule {
    Rule::Count(Count { of: selector(kinds, class), at_least })
}

fn countries(kinds: &[OrganisationKind], class: Option<u8>, at_least: u32) -> Rule {
    Rule::Countries(Countries { of: selector(kinds, class), at_least })
}

fn coordinator(kinds: &[OrganisationKind], class: Option<u8>) -> Rule {
    Rule::Coordinator(Coordinator { of: selector(kinds, class) })
}
