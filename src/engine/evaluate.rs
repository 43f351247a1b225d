//! A call and a consortium in, a report out.

use super::consortium::MemberRef;
use super::rule::{Answer, Context, of_profile};
use super::selector::Exclusion;
use super::{Call, Consortium, Finding, Fit, Measured, OtherReading, Reading, Report, Requirement, Selector, Severity, Status, Verdict};

/// Evaluates every requirement, in call order, and says who counts and who does not.
pub fn evaluate(call: &Call, consortium: &Consortium, reading: Reading) -> Report {
    let exclusions = Exclusion::all(call);
    let context = Context { call, consortium, exclusions: &exclusions, explain: true };
    let findings: Vec<Finding> = call.requirements().iter().map(|requirement| find(requirement, context, reading)).collect();
    let verdict = verdict(findings.iter().map(|finding| (finding.severity, finding.status)));
    Report { reading, verdict, findings }
}

/// The verdict and every status, in call order, without who counts and why: for checking many consortia in turn.
pub fn statuses(call: &Call, consortium: &Consortium, reading: Reading) -> (Verdict, Vec<Status>) {
    let exclusions = Exclusion::all(call);
    let context = Context { call, consortium, exclusions: &exclusions, explain: false };
    let requirements = call.requirements();
    let statuses: Vec<Status> = requirements.iter().map(|requirement| requirement.rule_in(reading).answer(context).status).collect();
    (verdict(requirements.iter().map(|requirement| requirement.severity).zip(statuses.iter().copied())), statuses)
}

/// Every status with what is measured, in call order, without who counts: for comparing many consortia with one another.
pub(crate) fn measures(call: &Call, consortium: &Consortium, reading: Reading) -> Vec<(Status, Measured)> {
    let exclusions = Exclusion::all(call);
    let context = Context { call, consortium, exclusions: &exclusions, explain: false };
    let measure = |requirement: &Requirement| {
        let Answer { status, measured, .. } = requirement.rule_in(reading).answer(context);
        (status, measured)
    };
    call.requirements().iter().map(measure).collect()
}

/// The members who count for a selector whatever the facts that are not stated, in the order given.
pub(crate) fn certain(call: &Call, consortium: &Consortium, selector: &Selector) -> Vec<MemberRef> {
    let exclusions = Exclusion::all(call);
    let fits = Context { call, consortium, exclusions: &exclusions, explain: false }.fits(selector);
    consortium.member_refs().iter().filter(|seat| of_profile(&fits, seat) == Some(Fit::Yes)).copied().collect()
}

fn find(requirement: &Requirement, context: Context<'_>, reading: Reading) -> Finding {
    let Answer { status, measured, counted, left_out, countries, missing_facts } = requirement.rule_in(reading).answer(context);
    let other = requirement.lenient.as_ref().and_then(|_| {
        let answer = requirement.rule_in(reading.other()).answer(Context { explain: false, ..context });
        // That more may count in it is no other answer yet.
        let differs = (answer.status, answer.measured.figures()) != (status, measured.figures());
        differs.then_some(OtherReading { status: answer.status, measured: answer.measured })
    });
    let (requirement, severity) = (requirement.id.clone(), requirement.severity);
    Finding { requirement, severity, status, measured, counted, left_out, countries, missing_facts, other }
}

fn verdict(findings: impl Iterator<Item = (Severity, Status)>) -> Verdict {
    let rank = |status| match status {
        Status::Met | Status::NotApplicable | Status::Review => 0,
        Status::Unknown => 1,
        Status::Unmet => 2,
    };
    match findings.filter(|(severity, _)| *severity == Severity::Mandatory).map(|(_, status)| rank(status)).max() {
        Some(2) => Verdict::Unmet,
        Some(1) => Verdict::Unknown,
        _ => Verdict::Met,
    }
}
