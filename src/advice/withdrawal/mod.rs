//! What falls if members withdraw: one of them, two, or any k of them.
//!
//! Nobody's leaving is tried on the whole consortium. Only what needs members and the applicant can fall: what is asked of the project
//! does not depend on members, what is asked of every member is asked of fewer, and who leaves is one less of those who are too many.
//! So each that holds is taken apart once, into the members who count for certain and the independent units that they make, or country
//! by country, and asked what it can bear to lose.

mod balance;
mod countries;
mod local;
mod support;
mod vertex_cover;

use super::{holds, mandatory};
use crate::engine::rule::Context;
use crate::engine::{Call, Consortium, Exclusion, Member, Project, Reading, Role, Rule, certain, statuses};
use balance::Balance;
use countries::Spread;
use local::{Brought, Sets};
use support::Support;
pub(super) use vertex_cover::Fewest;

/// What the consortium can bear to lose. Requirements are places in [`Call::requirements`], members places in the consortium.
///
/// A mandatory requirement breaks where it holds now (met, to be judged by a person, or asking nothing), and is unmet or unknown once
/// somebody has left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Withdrawals {
    /// For each member the requirements that break if it alone leaves. For the single applicant that is the coordinator
    /// requirement too, whoever could take over.
    pub alone: Vec<Vec<usize>>,
    /// The pairs that together break what neither of them breaks alone, in order of their members.
    pub pairs: Vec<Pair>,
    /// Who may take over if the present single applicant leaves: the other full partners who fit every mandatory coordinator
    /// requirement for certain. Nobody where there is no single applicant, or no such requirement.
    pub successors: Vec<u32>,
    /// The largest k such that whatever k members leave, every mandatory requirement that holds now still holds. `None` where nothing
    /// that holds depends on members.
    ///
    /// Here the applicant is not more than a member: the coordinator requirement holds while somebody is left who could be the
    /// applicant for certain, since another partner takes over. The roles of the others are taken as they are.
    pub any: Option<u32>,
    /// Whether `any` is the most there is. False only where very many legal groups span several countries, since to choose among them is
    /// hard (a vertex cover of given size with the most members): then it is on the safe side, and one more may break nothing yet.
    pub any_is_exact: bool,
}

/// Two members, and what breaks only if both leave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    /// The one whose place is first.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// The requirements that hold without either of them, and not without both.
    pub breaks: Vec<usize>,
}

/// What falls if members withdraw, for each, for each pair, and for any k of them.
pub fn withdrawals(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Withdrawals {
    let consortium = Consortium::new(members.to_vec(), project.clone());
    let rules: Vec<(usize, &Rule)> =
        mandatory(call.requirements()).map(|(place, requirement)| (place, requirement.rule_in(reading))).collect();
    let able = Able::of(call, members, &rules);
    let (_, now) = statuses(call, &consortium, reading);
    let is_held = |place: usize| now.get(place).copied().is_some_and(holds);
    let exclusions = Exclusion::all(call);
    let context = Context { call, consortium: &consortium, exclusions: &exclusions, explain: false };
    let mut supports = Vec::with_capacity(rules.len());
    for (place, rule) in &rules {
        let held = match rule {
            Rule::Count(rule) => Support::on_units(rule, certain(call, &consortium, &rule.of)),
            Rule::Countries(rule) => Spread::of(call, rule, &certain(call, &consortium, &rule.of), &consortium).map(Support::Countries),
            Rule::Coordinator(_) => {
                able.applicant.zip(able.of_rule(*place)).and_then(|(applicant, able)| Support::on_applicant(applicant, able))
            }
            // Fewer members, fewer who can lack something; and the project stays as it is.
            Rule::EveryMember(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => None,
            Rule::AtMost(_) | Rule::Only(_) => None,
            Rule::ExactCountries(rule) => is_held(*place).then(|| Support::Sets(Sets::of(call, rule, &consortium))),
            Rule::EachCountry(rule) => is_held(*place).then(|| Support::Brought(Brought::of(call, rule, &consortium))),
            Rule::Compare(rule) => Balance::of(rule, context, &consortium).map(Support::Balance),
        };
        supports.extend(held.map(|supports| (*place, supports)));
    }
    let fewest = Fewest::of_all(supports.iter().filter_map(|(_, supports)| supports.fewest()));
    Withdrawals {
        alone: alone(&supports, members.len()),
        pairs: pairs(&supports),
        successors: able.successors(),
        any: fewest.map(|fewest| fewest.leavers.saturating_sub(1) as u32),
        any_is_exact: fewest.is_none_or(|fewest| fewest.exact),
    }
}

/// The fewest of those who count whose leaving breaks a minimum that is met. `None`: nobody is needed.
pub(super) fn fewest_leavers(call: &Call, rule: &Rule, consortium: &Consortium) -> Option<Fewest> {
    let supports = match rule {
        Rule::Count(rule) => Support::on_units(rule, certain(call, consortium, &rule.of)),
        Rule::Countries(rule) => Spread::of(call, rule, &certain(call, consortium, &rule.of), consortium).map(Support::Countries),
        _ => None,
    };
    supports?.fewest()
}

fn alone(supports: &[(usize, Support)], members: usize) -> Vec<Vec<usize>> {
    let mut alone = vec![Vec::new(); members];
    for (requirement, supports) in supports {
        for member in supports.alone() {
            alone.get_mut(member as usize).into_iter().for_each(|breaks| breaks.push(*requirement));
        }
    }
    alone
}

fn pairs(supports: &[(usize, Support)]) -> Vec<Pair> {
    let of_one = |(requirement, supports): &(usize, Support)| {
        let requirement = *requirement;
        supports.pairs().into_iter().map(move |(one, other)| (one.min(other), one.max(other), requirement))
    };
    let mut all: Vec<(u32, u32, usize)> = supports.iter().flat_map(of_one).collect();
    all.sort_unstable();
    // Either of the two may have been looked at first.
    all.dedup();
    let same = |one: &(u32, u32, usize), next: &(u32, u32, usize)| (one.0, one.1) == (next.0, next.1);
    let pair = |all: &[(u32, u32, usize)]| {
        let (one, other, _) = *all.first()?;
        Some(Pair { one, other, breaks: all.iter().map(|(.., requirement)| *requirement).collect() })
    };
    all.chunk_by(same).filter_map(pair).collect()
}

/// Who could be the applicant.
struct Able {
    /// The present one, where it is one.
    applicant: Option<u32>,
    /// For each mandatory coordinator requirement the full partners who fit it for certain, the applicant among them.
    by_rule: Vec<(usize, Vec<u32>)>,
}

impl Able {
    fn of(call: &Call, members: &[Member], rules: &[(usize, &Rule)]) -> Able {
        let mut applicants = (0..).zip(members).filter(|(_, member)| member.role == Role::Applicant).map(|(place, _)| place);
        let applicant = applicants.next().filter(|_| applicants.next().is_none());
        // Every full partner as the applicant: that there may be only one is not a question of fit.
        let as_applicant = |member: &Member| match member.role {
            Role::Applicant | Role::Partner => Member { role: Role::Applicant, ..member.clone() },
            Role::Affiliated | Role::Associated => member.clone(),
        };
        let candidates = Consortium::new(members.iter().map(as_applicant).collect(), Project::default());
        let may_lead = |place: &u32| candidates.members().get(*place as usize).is_some_and(|member| member.role == Role::Applicant);
        let mut by_rule = Vec::new();
        for (place, rule) in rules {
            if let Rule::Coordinator(rule) = rule {
                by_rule.push((*place, certain(call, &candidates, &rule.of).iter().map(|seat| seat.place).filter(may_lead).collect()));
            }
        }
        Able { applicant, by_rule }
    }

    fn of_rule(&self, requirement: usize) -> Option<&[u32]> {
        self.by_rule.iter().find(|(place, _)| *place == requirement).map(|(_, able)| able.as_slice())
    }

    fn successors(&self) -> Vec<u32> {
        let Some((applicant, ((_, first), others))) = self.applicant.zip(self.by_rule.split_first()) else { return Vec::new() };
        let fits_all = |place: &u32| others.iter().all(|(_, able)| able.binary_search(place).is_ok());
        first.iter().copied().filter(|place| *place != applicant && fits_all(place)).collect()
    }
}
