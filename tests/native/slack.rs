//! What slack promises, against making every change of so many: who leaves, who joins, and whether what holds still does.

use crate::consortia::{Choice, check, countries, members, project, shown};
use crate::oracle::{many_countries, overlapping, shapes, two_and_three, wide};
use crate::support::call_of;
use allians::calls::SHIPPED;
use allians::engine::{
    Attribute, Attributes, Call, Consortium, Country, Finding, Measure, Measured, Member, Organisation, OrganisationKind, Project, Reading,
    Role, Status, evaluate, statuses,
};
use proptest::prelude::{Strategy, any};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Boards tried for each of the calls made for it, and for each of the shipped ones.
const CASES: u32 = 400;
const SHIPPED_CASES: u32 = 60;

#[test]
fn slack_is_what_every_change_of_so_many_says() {
    let own = [two_and_three(), many_countries(), overlapping(), shapes(), wide::each_and_at_most(), wide::exact_and_compare()];
    let shipped = SHIPPED.iter().flat_map(|file| file.latest()).chain([call_of(2018)]);
    let calls = own.into_iter().map(|call| (call, CASES)).chain(shipped.map(|call| (call, SHIPPED_CASES)));
    let tried: RefCell<BTreeMap<(&str, bool), u32>> = RefCell::default();
    for (call, cases) in calls {
        let result = check(cases, &boards(), |(members, project, lenient)| {
            let reading = if lenient { Reading::Lenient } else { Reading::Strict };
            let board = Board { call: &call, members, project, reading };
            let consortium = Consortium::new(board.members.clone(), board.project.clone());
            let findings = evaluate(&call, &consortium, reading).findings;
            for finding in findings.iter().filter(|finding| holds(finding.status)) {
                let slack = finding.measured.slack();
                slack.into_iter().for_each(|slack| *tried.borrow_mut().entry((name(&finding.measured), slack > 0)).or_default() += 1);
            }
            let mut faults = findings.iter().enumerate().filter_map(|(place, finding)| board.fault(place, finding));
            faults.next().map_or(Ok(()), |fault| Err(format!("{fault}\n{reading:?} {}", shown(&consortium))))
        });
        result.unwrap_or_else(|fault| panic!("{} {}: {fault}", call.id(), call.year()));
    }
    let tried = tried.into_inner();
    eprintln!("slack, with something to spare or not: {tried:?}");
    assert!(tried.len() == 10 && tried.values().all(|number| *number > 40), "every kind of slack is tried often: {tried:?}");
}

const fn name(measured: &Measured) -> &'static str {
    match measured {
        Measured::AtLeast { of: Measure::Countries, .. } => "countries",
        Measured::AtLeast { .. } => "organisations",
        Measured::AtMost { .. } => "at most",
        Measured::Balance { .. } => "balance",
        Measured::PerCountry { .. } => "per country",
        _ => "none",
    }
}

fn boards() -> impl Strategy<Value = (Vec<Member>, Project, bool)> {
    use OrganisationKind::{Association, BusinessIntermediary, Enterprise, Hei, VetProvider};
    let kinds = vec![Hei, Hei, Enterprise, VetProvider, Association, BusinessIntermediary];
    let stated = Choice { kinds, countries: countries("FI SE DE NO GH US"), unstated: 0, grouped: 35, groups: 3 };
    let one = Choice { kinds: vec![Hei, Enterprise, VetProvider], countries: countries("FI"), unstated: 3, ..stated.clone() };
    let few = Choice { countries: countries("FI GH"), unstated: 6, ..stated.clone() };
    let open = Choice { unstated: 12, ..stated.clone() };
    (proptest::prop_oneof![members(&stated, 7), members(&open, 6), members(&few, 7), members(&one, 7)], project(), any::<bool>())
}

struct Board<'a> {
    call: &'a Call,
    members: Vec<Member>,
    project: Project,
    reading: Reading,
}

const fn holds(status: Status) -> bool {
    matches!(status, Status::Met | Status::NotApplicable)
}

impl Board<'_> {
    fn fault(&self, place: usize, finding: &Finding) -> Option<String> {
        let slack = finding.measured.slack()?;
        let fault = |what: &str| Some(format!("{}: {what}; {:?} {:?}", finding.requirement, finding.status, finding.measured));
        let per_country = matches!(finding.measured, Measured::PerCountry { .. });
        if !holds(finding.status) {
            let may_be = per_country && finding.status == Status::Unknown;
            return if slack < 0 || may_be { None } else { fault("does not hold, and there is some to spare") };
        }
        if slack < 0 {
            return fault("holds, and there is too little");
        }
        match finding.measured {
            Measured::AtLeast { .. } | Measured::PerCountry { .. } => self.leaving(place, finding, slack as usize).and_then(fault),
            Measured::AtMost { .. } | Measured::Balance { .. } => self.joining(place, slack as usize).and_then(fault),
            _ => fault("has a slack"),
        }
    }

    fn still_holds(&self, place: usize, members: Vec<Member>) -> bool {
        holds(statuses(self.call, &Consortium::new(members, self.project.clone()), self.reading).1[place])
    }

    /// Everybody of no more than `slack` units may leave, in whole or in part, and at 0 somebody of one may not.
    fn leaving(&self, place: usize, finding: &Finding, slack: usize) -> Option<&'static str> {
        let of_countries = matches!(finding.measured, Measured::AtLeast { of: Measure::Countries, .. });
        let mut breaks = false;
        for leaving in 1_u32..1 << self.members.len() {
            let gone = |at: usize| leaving >> at & 1 == 1;
            let left = (0..self.members.len()).filter(|at| gone(*at)).map(|at| &self.members[at]);
            let units: BTreeSet<(Option<&str>, &str)> = left.clone().map(unit).collect();
            let countries: BTreeSet<Option<Country>> =
                left.map(|member| member.organisation.country.map(|country| self.call.state_of(country))).collect();
            // Who is somewhere that is not stated stands for no country, and is gone with any.
            let from = countries.iter().flatten().count();
            let changes = if of_countries && !countries.contains(&None) { units.len().min(from) } else { units.len() };
            if changes > slack.max(1) {
                continue;
            }
            let rest = (0..self.members.len()).filter(|at| !gone(*at)).map(|at| self.members[at].clone()).collect();
            let still_holds = self.still_holds(place, rest);
            if changes <= slack && !still_holds {
                return Some("no more leave than may, and it breaks");
            }
            breaks |= !still_holds;
        }
        (slack == 0 && !breaks).then_some("nobody's leaving breaks it")
    }

    /// As many alike as there is room for may join, and at 0 one may not who does harm alone.
    fn joining(&self, place: usize, slack: usize) -> Option<&'static str> {
        let joined = |newcomer: &Organisation, number: usize| {
            let more = (0..number).map(|at| {
                let organisation = Organisation { id: format!("x{at}").into(), ..newcomer.clone() };
                Member { organisation: Rc::new(organisation), role: Role::Partner, affiliated_to: None }
            });
            more.collect::<Vec<Member>>()
        };
        let bears = |newcomer: &Organisation, number| {
            self.still_holds(place, self.members.iter().cloned().chain(joined(newcomer, number)).collect())
        };
        if slack > 0 {
            return newcomers().iter().any(|newcomer| !bears(newcomer, slack)).then_some("no more join than may, and it breaks");
        }
        // More than any rule allows of one sort do harm, or this sort does none.
        let harms = |newcomer: &&Organisation| !self.still_holds(place, joined(newcomer, 201));
        let breaks = newcomers().iter().any(|newcomer| !bears(newcomer, 1));
        (!breaks && newcomers().iter().any(|newcomer| harms(&newcomer))).then_some("nobody's joining breaks it")
    }
}

/// A legal group, or a member that is in none.
fn unit(member: &Member) -> (Option<&str>, &str) {
    let Organisation { group, id, .. } = &*member.organisation;
    if group.is_some() { (group.as_deref(), "") } else { (None, id) }
}

/// One organisation of each sort that the calls tell apart, with all that is stated and without.
fn newcomers() -> Vec<Organisation> {
    let mut all = Vec::new();
    for country in [None].into_iter().chain(countries("FI NO GH US").into_iter().map(Some)) {
        for kind in [None].into_iter().chain(OrganisationKind::ALL.iter().copied().map(Some)) {
            let attributes = Attributes::default().with(Attribute::EstablishedTwoYears, country.map(|_| true));
            all.push(Organisation { country, kind, attributes, ..Organisation::default() });
        }
    }
    all
}
