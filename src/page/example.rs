//! A made-up consortium to begin with, and made-up organisations for measuring. None of them exists.

use crate::board::Board;
use crate::engine::{Commitment, Country, Member, Organisation, OrganisationKind as Kind, Project, Role};
use crate::i18n::{Language, Message, text};
use std::rc::Rc;

type Row = (&'static str, Kind, &'static str, Commitment);

const MEMBERS: [Row; 4] = [
    ("Yrkeshögskolan Skärgård", Kind::Hei, "FI", Commitment::Confirmed),
    ("Mälarhögskolan", Kind::Hei, "SE", Commitment::Confirmed),
    ("Institutet för materialforskning", Kind::ResearchInstitute, "SE", Commitment::Promised),
    ("Saima Software", Kind::Enterprise, "FI", Commitment::Asked),
];

const POOL: [Row; 5] = [
    ("Nordlicht Robotik", Kind::Enterprise, "DE", Commitment::None),
    ("Porto Cork Labs", Kind::Enterprise, "PT", Commitment::None),
    ("Teknikföreningen", Kind::Association, "SE", Commitment::None),
    ("Region Tavastland", Kind::PublicBody, "FI", Commitment::None),
    ("Cape Coast University", Kind::Hei, "GH", Commitment::None),
];

/// The example: half-way to a whole consortium, its duration not chosen yet.
pub(super) fn board(now: &Board, language: Language) -> Board {
    let organisation = |(number, (name, kind, country, commitment)): (usize, Row)| {
        Rc::new(Organisation {
            id: format!("o{number}").into(),
            name: name.into(),
            kind: Some(kind),
            country: Country::parse(country),
            commitment,
            ..Organisation::default()
        })
    };
    let role = |at: usize| if at == 0 { Role::Applicant } else { Role::Partner };
    let member = |(at, row): (usize, Row)| Member { organisation: organisation((at + 1, row)), role: role(at), affiliated_to: None };
    let members = MEMBERS.into_iter().enumerate().map(member).collect();
    let pool = (MEMBERS.len() + 1..).zip(POOL).map(organisation).collect();
    let title = text(language, Message::ExampleTitle);
    Board::new(Rc::from(&*title), (now.file.clone(), now.call.clone()), Project::default(), pool, members)
}

const KINDS: [Kind; 5] = [Kind::Hei, Kind::Enterprise, Kind::ResearchInstitute, Kind::Association, Kind::PublicBody];
const COUNTRIES: [&str; 24] = [
    "FI", "SE", "DE", "PT", "EE", "NL", "FR", "GH", "ES", "IT", "PL", "NO", "IE", "AT", "CH", "DK", "BE", "CZ", "LT", "LV", "GR", "HU",
    "RO", "IS",
];
const NAMES: [&str; 8] = ["Aurora", "Bergslagen", "Cassiopeia", "Delta", "Ekvator", "Fjord", "Granit", "Horisont"];

/// So many organisations for the pool, always the same, `g0` to `g{n-1}`; those that are there already are left out.
pub(super) fn made_up(count: usize, board: &Board) -> Vec<Rc<Organisation>> {
    let pick = |list: &[&'static str], at: usize| list.get(at % list.len()).copied().unwrap_or_default();
    let new = (0..count).filter(|at| board.organisation(&format!("g{at}")).is_none());
    new.map(|at| {
        Rc::new(Organisation {
            id: format!("g{at}").into(),
            name: format!("{} {}", pick(&NAMES, at / 3), at + 1).into(),
            kind: KINDS.get(at % KINDS.len()).copied(),
            country: Country::parse(pick(&COUNTRIES, at)),
            ..Organisation::default()
        })
    })
    .collect()
}
