//! Calls in which more members can also do harm: some made for trying everything, and some after programmes that there are.

use super::calls::{call, coordinator, count, countries, selector};
use allians::engine::rule::{AtMost, Compare, Coordinator, Count, Countries, CountryNeed, EachCountry, ExactCountries, Only};
use allians::engine::{Attribute, Call, OrganisationKind, Outcome, Rule, Selector};

pub const PROGRAMME: Option<u8> = Some(0);
pub const PARTNER: Option<u8> = Some(1);
pub const NORDIC: Option<u8> = Some(2);

fn need(kinds: &[OrganisationKind], at_least: u32) -> CountryNeed {
    CountryNeed { kinds: kinds.iter().copied().collect(), at_least }
}

fn each(of: Selector, needs: &[CountryNeed]) -> Rule {
    Rule::EachCountry(EachCountry { of, needs: needs.into() })
}

fn at_most(of: Selector, at_most: u32) -> Rule {
    Rule::AtMost(AtMost { of, at_most })
}

fn exactly(of: Selector, exactly: u32) -> Rule {
    Rule::ExactCountries(ExactCountries { of, exactly })
}

fn compare(of: Selector, against: Selector, times: u32) -> Rule {
    Rule::Compare(Compare { of, against, times })
}

fn only(of: Selector, allowed: Selector, outcome: Outcome) -> Rule {
    Rule::Only(Only { of, allowed, outcome })
}

/// Two countries of which each brings an institution and an enterprise, and no more than three from programme countries.
pub fn each_and_at_most() -> Call {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei};
    let both = [need(&[Hei], 1), need(&[Enterprise, BusinessIntermediary], 1)];
    let rules = vec![
        (countries(&[], None, 1), Some(countries(&[], None, 2))),
        (each(selector(&[], PROGRAMME), &both), Some(each(selector(&[], NORDIC), &both))),
        (at_most(selector(&[], PROGRAMME), 3), Some(at_most(selector(&[Association], None), 0))),
        (count(&[], None, 3), Some(count(&[Hei], None, 2))),
        (coordinator(&[], PROGRAMME), Some(coordinator(&[Hei], None))),
    ];
    call("each-and-at-most", "FI SE DE", rules)
}

/// Exactly one partner country, from which no fewer come than from programme countries; two institutions there.
pub fn exact_and_compare() -> Call {
    use OrganisationKind::{Association, Hei};
    let rules = vec![
        (exactly(selector(&[], PARTNER), 1), Some(exactly(selector(&[Hei], PARTNER), 1))),
        (compare(selector(&[], PARTNER), selector(&[], PROGRAMME), 1), Some(compare(selector(&[Hei], None), selector(&[], NORDIC), 2))),
        (each(selector(&[], PARTNER), &[need(&[Hei], 2)]), Some(each(selector(&[Hei], PARTNER), &[need(&[Hei], 1)]))),
        (countries(&[Hei], PROGRAMME, 1), Some(countries(&[Hei], NORDIC, 2))),
        (only(selector(&[Association], None), selector(&[], NORDIC), Outcome::Fails), None),
        (coordinator(&[], None), None),
    ];
    call("exact-and-compare", "FI SE DE", rules)
}

/// Centres of Vocational Excellence: eight partners from four countries, two of them in the class; each country brings both sides.
pub fn excellence() -> Call {
    use OrganisationKind::{BusinessIntermediary, Enterprise, VetProvider};
    let sides = [need(&[Enterprise, BusinessIntermediary], 1), need(&[VetProvider], 1)];
    let rules = vec![
        (count(&[], None, 8), None),
        (countries(&[], None, 4), None),
        (countries(&[], PROGRAMME, 2), None),
        (each(selector(&[], None), &sides), None),
        (coordinator(&[], PROGRAMME), None),
    ];
    call("excellence", "FI SE DE EE PT NL", rules)
}

/// Capacity building, national: institutions from two programme countries, exactly one other with two, and no fewer from there.
pub fn capacity_national() -> Call {
    use OrganisationKind::Hei;
    let rules = vec![
        (countries(&[Hei], PROGRAMME, 2), None),
        (exactly(selector(&[], PARTNER), 1), None),
        (each(selector(&[], PROGRAMME), &[need(&[Hei], 1)]), None),
        (each(selector(&[], PARTNER), &[need(&[Hei], 2)]), None),
        (compare(selector(&[], PARTNER), selector(&[], PROGRAMME), 1), None),
        (coordinator(&[Hei], None), None),
    ];
    call("capacity-national", "FI SE DE EE PT NL", rules)
}

/// Capacity building across countries: as the national one, with two other countries at least.
pub fn capacity_multi() -> Call {
    use OrganisationKind::Hei;
    let rules = vec![
        (countries(&[Hei], PROGRAMME, 2), None),
        (countries(&[Hei], PARTNER, 2), None),
        (each(selector(&[], PROGRAMME), &[need(&[Hei], 1)]), None),
        (each(selector(&[], PARTNER), &[need(&[Hei], 2)]), None),
        (compare(selector(&[], PARTNER), selector(&[], PROGRAMME), 1), None),
        (coordinator(&[Hei], None), None),
    ];
    call("capacity-multi", "FI SE DE EE PT NL", rules)
}

/// Capacity building in vocational education: four, two of them in programme countries, and no fewer from the others.
pub fn capacity_vocational() -> Call {
    let rules = vec![
        (count(&[], None, 4), None),
        (countries(&[], PROGRAMME, 2), None),
        (countries(&[], PARTNER, 1), None),
        (compare(selector(&[], PARTNER), selector(&[], PROGRAMME), 1), None),
        (coordinator(&[], PROGRAMME), None),
    ];
    call("capacity-vocational", "FI SE DE EE PT NL", rules)
}

/// Three from two countries, and nobody takes part but Nordic institutions and enterprises.
pub fn barring() -> Call {
    use OrganisationKind::{Enterprise, Hei};
    let rules = vec![
        (count(&[], None, 3), Some(count(&[], PROGRAMME, 2))),
        (countries(&[], None, 2), None),
        (only(selector(&[], None), selector(&[Hei, Enterprise], NORDIC), Outcome::Fails), None),
        (coordinator(&[], None), Some(coordinator(&[Hei], None))),
    ];
    call("barring", "FI SE DE", rules)
}

/// Small-scale partnerships: two from two programme countries, and nobody from elsewhere.
pub fn small_scale() -> Call {
    let everybody = selector(&[], None);
    let rules = vec![
        (count(&[], PROGRAMME, 2), None),
        (countries(&[], PROGRAMME, 2), None),
        (only(everybody, selector(&[], PROGRAMME), Outcome::Fails), None),
        (coordinator(&[], PROGRAMME), None),
    ];
    call("small-scale", "FI SE DE EE PT NL", rules)
}

/// Three, of whom one is an authority; two were founded long ago, in two countries, and one of these leads.
pub fn traits() -> Call {
    use OrganisationKind::{Association, Hei};
    let founded =
        |kinds: &[OrganisationKind], class| Selector { attribute: Some(Attribute::EstablishedTwoYears), ..selector(kinds, class) };
    let authority = Selector { attribute: Some(Attribute::CompetentAuthority), ..selector(&[], PROGRAMME) };
    let rules = vec![
        (count(&[], None, 3), Some(count(&[], PROGRAMME, 2))),
        (Rule::Count(Count { of: founded(&[], None), at_least: 2 }), Some(Rule::Count(Count { of: founded(&[Hei], NORDIC), at_least: 1 }))),
        (Rule::Countries(Countries { of: founded(&[], None), at_least: 2 }), None),
        (Rule::Count(Count { of: authority, at_least: 1 }), Some(at_most(authority, 1))),
        (Rule::Coordinator(Coordinator { of: founded(&[Hei, Association], None) }), None),
    ];
    call("traits", "FI SE DE", rules)
}
