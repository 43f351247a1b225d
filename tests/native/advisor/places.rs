//! Where a seat has to be filled from, in words: one country, a new one, the same new one.

use super::text;
use crate::notation::board;
use crate::oracle::wide;
use crate::support::{knowledge_alliances, none_failed};
use allians::advisor::advise;
use allians::engine::Call;
use allians::i18n::Language::{self, En, Fi, Sv};
use allians::plan::Plan;

type Row = (&'static str, fn() -> Call, &'static [&'static str], Language, &'static str);

const LACKS: &[&str] = &[
    "enterprise FI applicant",
    "enterprise SE",
    "vet_provider SE",
    "enterprise US",
    "vet_provider US",
    "enterprise GH",
    "vet_provider GH",
];

const ROWS: &[Row] = &[
    ("one country lacks a provider", wide::excellence, LACKS, Sv, "[En yrkesutbildningsanordnare från FI]"),
    ("one country lacks a provider", wide::excellence, LACKS, Fi, "[Ammatillisen koulutuksen järjestäjä FI]"),
    ("one country lacks a provider", wide::excellence, LACKS, En, "[A VET provider from FI]"),
    (
        "two of them from one new country",
        wide::capacity_national,
        &["hei FI applicant", "hei SE"],
        Sv,
        "[En högskola från ett nytt partnerland] [En högskola från samma nya land]",
    ),
    (
        "two of them from one new country",
        wide::capacity_national,
        &["hei FI applicant", "hei SE"],
        Fi,
        "[Korkeakoulu uusi kumppanimaa] [Korkeakoulu sama uusi maa]",
    ),
    (
        "two of them from one new country",
        wide::capacity_national,
        &["hei FI applicant", "hei SE"],
        En,
        "[A higher education institution from a new partner country] [A higher education institution from the same new country]",
    ),
];

#[test]
fn seats_say_where_they_are_filled_from() {
    let mut failures = Vec::new();
    for (name, call, lines, language, expected) in ROWS {
        let (call, members) = (call(), board(lines));
        let organisations = members.iter().map(|member| member.organisation.clone()).collect();
        let plan = Plan { year: call.year(), organisations, members, ..Plan::default() };
        let sheet = advise(
            &plan,
            &knowledge_alliances(),
            &call,
            *language,
            &|country| country.code().to_owned(),
            &allians::advisor::AdviceOptions::default(),
        );
        let ghosts: Vec<String> = sheet.vacancies.iter().map(|ghost| text(std::slice::from_ref(ghost))).collect();
        if ghosts.join(" ") != *expected {
            failures.push(format!("{name} ({language:?}): {}", ghosts.join(" ")));
        }
    }
    none_failed(&failures);
}
