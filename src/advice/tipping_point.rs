//! The smallest change that turns a requirement from met to not met, or to met.

use super::withdrawal::{Fewest, fewest_leavers};
use crate::engine::rule::{Activities, Compare, Coordinator, Count, Countries, Duration, EveryMember, Fact, Grant};
use crate::engine::{
    Call, Cents, Consortium, Finding, Fit, Lack, LeftOut, Measure, Measured, Member, Project, Reading, Role, Rule, Selector, Status,
    evaluate,
};
use std::sync::Arc;

/// How many more have to count, and who would.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct More {
    /// How many.
    pub more: u64,
    /// Of what: independent organisations, or countries that are not counted yet.
    pub measure: Measure,
    /// Who counts.
    pub of: Selector,
}

/// The smallest change that flips a requirement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TippingPoint {
    /// Unmet: is met once that many more count. Where exactly so many countries are needed: unless members whose facts are not stated
    /// turn out to be from others.
    Add(More),
    /// Unknown: stating the facts of these members decides it; it is met in any case once that many more count. 0 where more do not help.
    State {
        /// Whose facts.
        members: Vec<u32>,
        /// What meets it without them.
        or: More,
    },
    /// Met: falls when a number of the members who count leave, legal groups counted whole.
    Lose {
        /// How many members.
        fewest: u64,
        /// What there is too little of then.
        measure: Measure,
        /// Whether that number is enough, if it is the right ones; if not, fewer are surely not.
        exact: bool,
    },
    /// The applicant is missing, is one of several, does not fit or may not fit.
    Lead {
        /// Who may be the only applicant for certain.
        candidates: Vec<u32>,
        /// The applicant, if its facts decide.
        state: Vec<u32>,
    },
    /// The applicant fits: falls with another who does not, with a second one, or with none.
    Replace,
    /// Is met by one of these durations, in months, and by no other.
    Duration {
        /// Which.
        allowed: Duration,
    },
    /// Too many count: is met once that many fewer do.
    Fewer(More),
    /// Is met with up to that many more.
    Room(More),
    /// Is met once these countries have brought what they lack.
    Bring {
        /// What each still has to bring.
        lacking: Vec<Lack>,
    },
    /// Is met once these have left.
    Leave {
        /// Who.
        members: Vec<u32>,
    },
    /// The grant is none that the call gives.
    GrantOf {
        /// What it gives.
        allowed: Grant,
    },
    /// The grant is too large, or may be.
    Grant {
        /// The most that may be asked for; with no duration stated, for whichever it will be.
        at_most: u64,
        /// How much more is asked for.
        over: u64,
        /// Other durations, in months, for which the grant is not too large.
        months: Vec<u32>,
    },
    /// The grant is within the most allowed: falls when more than this is added.
    GrantRoom {
        /// How much may be added.
        room: u64,
    },
    /// Is met once these have shown the fact.
    Show {
        /// Who.
        members: Vec<u32>,
        /// What.
        fact: Fact,
    },
    /// All of these show the fact: falls as soon as one does not.
    Keep {
        /// Who.
        members: Vec<u32>,
        /// What.
        fact: Fact,
    },
    /// Is met once the project does one of these.
    Choose {
        /// Ids of activities of the call.
        activities: Arc<[Arc<str>]>,
    },
    /// The project does these of the call's list: no longer met once it does none of them.
    Drop {
        /// Ids of activities of the call.
        activities: Vec<Arc<str>>,
    },
    /// Only a person can judge it.
    Person,
    /// Asks nothing of this consortium, or can never fall; also where the call has no such requirement.
    Nothing,
}

/// The smallest change that flips the requirement with that place in the call.
pub fn tipping_point(call: &Call, members: &[Member], project: &Project, reading: Reading, requirement: usize) -> TippingPoint {
    let consortium = Consortium::new(members.to_vec(), project.clone());
    let report = evaluate(call, &consortium, reading);
    let (Some(finding), Some(asked)) = (report.findings.get(requirement), call.requirements().get(requirement)) else {
        return TippingPoint::Nothing;
    };
    let rule = asked.rule_in(reading);
    match (finding.status, rule) {
        (Status::Review, _) => TippingPoint::Person,
        (Status::NotApplicable, _) => TippingPoint::Nothing,
        (_, Rule::Count(Count { of, .. }) | Rule::Countries(Countries { of, .. })) => {
            minimum(finding, *of, || fewest_leavers(call, rule, &consortium))
        }
        (Status::Met, Rule::Coordinator(_)) => TippingPoint::Replace,
        (_, Rule::Coordinator(coordinator)) => {
            TippingPoint::Lead { candidates: candidates(call, coordinator, members), state: to_state(finding) }
        }
        (status, Rule::EveryMember(every)) => every_member(every, status, finding),
        (_, Rule::Duration(duration)) => TippingPoint::Duration { allowed: duration.clone() },
        (status, Rule::AtMost(rule)) => too_many(status, finding, rule.of),
        (status, Rule::ExactCountries(rule)) => exact(status, finding, rule.of),
        (Status::Unmet, Rule::EachCountry(_)) => TippingPoint::Bring { lacking: finding.measured.lacking().to_vec() },
        (Status::Unmet, Rule::Compare(rule)) => TippingPoint::Add(outnumbered(rule, finding)),
        (Status::Unknown, Rule::Compare(rule)) => TippingPoint::State { members: to_state(finding), or: outnumbered(rule, finding) },
        (Status::Unmet, Rule::Only(_)) => TippingPoint::Leave { members: super::change::barred(finding) },
        (Status::Unknown, Rule::EachCountry(_)) => state_only(finding, Measure::Countries),
        (Status::Unknown, Rule::Only(_)) => state_only(finding, Measure::Members),
        (Status::Met, Rule::EachCountry(_) | Rule::Compare(_) | Rule::Only(_)) => TippingPoint::Nothing,
        (status, Rule::Grant(grant)) => of_grant(grant, status, project),
        (status, Rule::Activities(activities)) => of_activities(activities, status, project),
        (_, Rule::Judgement) => TippingPoint::Person,
    }
}

fn minimum(finding: &Finding, of: Selector, fewest: impl Fn() -> Option<Fewest>) -> TippingPoint {
    let Measured::AtLeast { of: measure, have, need, .. } = finding.measured else { return TippingPoint::Nothing };
    let more = More { more: need.saturating_sub(have), measure, of };
    match finding.status {
        Status::Unmet => TippingPoint::Add(more),
        Status::Unknown => TippingPoint::State { members: to_state(finding), or: more },
        Status::Met => fewest().map_or(TippingPoint::Nothing, |Fewest { leavers, exact }| TippingPoint::Lose {
            fewest: leavers as u64,
            measure,
            exact,
        }),
        Status::Review | Status::NotApplicable => TippingPoint::Nothing,
    }
}

/// A maximum: how many are too many, or how many more may join.
fn too_many(status: Status, finding: &Finding, of: Selector) -> TippingPoint {
    let Measured::AtMost { have, possible, most } = finding.measured else { return TippingPoint::Nothing };
    let more = |more: u64| More { more, measure: Measure::Organisations, of };
    match status {
        Status::Met => TippingPoint::Room(more(most.saturating_sub(possible))),
        Status::Unmet => TippingPoint::Fewer(more(have.saturating_sub(most))),
        Status::Unknown | Status::Review | Status::NotApplicable => state_only(finding, Measure::Organisations),
    }
}

fn exact(status: Status, finding: &Finding, of: Selector) -> TippingPoint {
    let Measured::Exactly { have, exactly, .. } = finding.measured else { return TippingPoint::Nothing };
    let more = |more: u64| More { more, measure: Measure::Countries, of };
    match status {
        Status::Met => TippingPoint::Room(more(0)),
        Status::Unmet if have > exactly => TippingPoint::Fewer(more(have - exactly)),
        Status::Unmet => TippingPoint::Add(more(exactly - have)),
        Status::Unknown | Status::Review | Status::NotApplicable => state_only(finding, Measure::Countries),
    }
}

/// How many more have to count, and not count against them too, so that they are no fewer whatever is not stated.
fn outnumbered(rule: &Compare, finding: &Finding) -> More {
    let worth = finding.measured.slack().unwrap_or(0);
    let missing = (-worth).max(0).unsigned_abs().div_ceil(u64::from(rule.times.max(1)));
    More { more: missing, measure: Measure::Organisations, of: rule.of }
}

/// The members whose facts decide it.
fn to_state(finding: &Finding) -> Vec<u32> {
    let mut members: Vec<u32> = finding.missing_facts.members.iter().map(|missing| missing.member).collect();
    members.dedup();
    members
}

fn state_only(finding: &Finding, measure: Measure) -> TippingPoint {
    TippingPoint::State { members: to_state(finding), or: More { more: 0, measure, of: Selector::ANYBODY } }
}

/// Who may be the only applicant for certain.
fn candidates(call: &Call, rule: &Coordinator, members: &[Member]) -> Vec<u32> {
    let leading: Vec<Member> = members.iter().map(|member| Member { role: Role::Applicant, ..member.clone() }).collect();
    let fits = call.fits_counted(&rule.of, &leading);
    let may = (0..)
        .zip(members.iter().zip(fits))
        .filter(|(_, (member, fit))| matches!(member.role, Role::Applicant | Role::Partner) && *fit == Fit::Yes);
    may.map(|(place, _)| place).collect()
}

fn every_member(rule: &EveryMember, status: Status, finding: &Finding) -> TippingPoint {
    if status == Status::Met {
        return TippingPoint::Keep { members: finding.counted.clone(), fact: rule.fact };
    }
    let lacks = finding.left_out.iter().filter(|(_, reason)| match reason {
        LeftOut::NotStated { .. } | LeftOut::NoCharter | LeftOut::NotShown => true,
        LeftOut::OutsideClass(_)
        | LeftOut::OtherKind
        | LeftOut::Associated
        | LeftOut::Affiliated
        | LeftOut::SameLegalGroup(_)
        | LeftOut::NotApplicant
        | LeftOut::SeveralApplicants
        | LeftOut::WithoutAttribute(_)
        | LeftOut::NotDecided(_)
        | LeftOut::OtherSide => false,
        LeftOut::AttributeNotStated(_) => true,
    });
    TippingPoint::Show { members: lacks.map(|(place, _)| *place).collect(), fact: rule.fact }
}

fn of_grant(rule: &Grant, status: Status, project: &Project) -> TippingPoint {
    // Whole euros that are no less: what is over, or left, is never said to be less than it is.
    let Some(grant) = project.grant.map(Cents::rounded_up) else { return TippingPoint::Nothing };
    let at_most = match rule {
        Grant::Caps(caps) => {
            let caps = caps.iter().filter(|cap| project.duration_months.is_none_or(|months| months == cap.months));
            caps.map(|cap| cap.at_most).min()
        }
        Grant::PerMonth { each, at_most } => {
            project.duration_months.map(|months| each.saturating_mul(u64::from(months)).min(*at_most)).or(Some(*each))
        }
        Grant::Range { from, to } if grant >= *from => Some(*to),
        Grant::Range { .. } | Grant::OneOf(_) => {
            return if status == Status::Met { TippingPoint::Nothing } else { TippingPoint::GrantOf { allowed: rule.clone() } };
        }
    };
    let Some(at_most) = at_most else { return TippingPoint::Nothing };
    match status {
        Status::Met => TippingPoint::GrantRoom { room: at_most.saturating_sub(grant) },
        Status::Unmet | Status::Unknown => {
            let caps = if let Grant::Caps(caps) = rule { caps } else { &[][..] };
            let months = caps.iter().filter(|cap| grant <= cap.at_most).map(|cap| cap.months).collect();
            TippingPoint::Grant { at_most, over: grant.saturating_sub(at_most), months }
        }
        Status::Review | Status::NotApplicable => TippingPoint::Nothing,
    }
}

fn of_activities(rule: &Activities, status: Status, project: &Project) -> TippingPoint {
    match status {
        Status::Met => {
            let chosen = rule.any_of.iter().filter(|activity| project.activities.iter().any(|chosen| **chosen == ***activity));
            TippingPoint::Drop { activities: chosen.cloned().collect() }
        }
        Status::Unknown | Status::Unmet => TippingPoint::Choose { activities: rule.any_of.clone() },
        Status::Review | Status::NotApplicable => TippingPoint::Nothing,
    }
}
