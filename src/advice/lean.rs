//! Who could leave without harm to the mandatory requirements, alone or together.
//!
//! Leaving can only harm minimums: of organisations, of countries, of an applicant. One is harmed when it is met and then is not, or
//! when it is not met for certain and fewer then count, or may count, towards it. So where something is missing, nobody who helps goes.

use super::classes;
use crate::engine::{Call, Consortium, Fit, Member, Project, Reading, Requirement, Rule, Severity, tallies};

/// The members on whom no mandatory requirement depends: each could leave, if it were the only one. In order of place.
pub fn dispensable(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Vec<u32> {
    let all = Present::of(call, members, project, reading);
    let harmless = |class: &Vec<u32>| class.first().is_some_and(|first| all.may_leave(&[*first]));
    let mut found: Vec<u32> = classes::by_group(members).into_iter().filter(harmless).flatten().collect();
    found.sort_unstable();
    found
}

/// Members who could all leave together, in order of place. Those who fit the fewest minimums go first, and of members alike the last.
///
/// It is greedy: another choice may let more leave. But nobody could be added: if a member cannot leave after some others have, it
/// cannot after more have, because leaving never makes anybody count.
pub fn lean(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Vec<u32> {
    let all = Present::of(call, members, project, reading);
    let mut gone: Vec<u32> = Vec::new();
    for class in in_order(call, members, reading) {
        let last_first: Vec<u32> = class.into_iter().rev().collect();
        // The members of a class are alike, so only how many of them leave matters.
        let (mut may, mut may_not) = (0, last_first.len() + 1);
        while may + 1 < may_not {
            let tried = may + (may_not - may) / 2;
            let leaving: Vec<u32> = gone.iter().chain(last_first.iter().take(tried)).copied().collect();
            if all.may_leave(&leaving) {
                may = tried;
            } else {
                may_not = tried;
            }
        }
        gone.extend(last_first.into_iter().take(may));
    }
    gone.sort_unstable();
    gone
}

/// The classes of members alike: first those that fit the fewest mandatory minimums, among these the one with the last member.
fn in_order(call: &Call, members: &[Member], reading: Reading) -> Vec<Vec<u32>> {
    let mut helps = vec![0u32; members.len()];
    for rule in
        call.requirements().iter().filter(|requirement| is_minimum(requirement, reading)).map(|requirement| requirement.rule_in(reading))
    {
        let fits = rule.selector().map(|of| call.fits_counted(of, members)).unwrap_or_default();
        for (helps, fit) in helps.iter_mut().zip(fits) {
            *helps += u32::from(!matches!(fit, Fit::No(_)));
        }
    }
    let mut classes = classes::by_group(members);
    classes.sort_by_key(|class| {
        let last = class.last().copied().unwrap_or(0);
        (helps.get(last as usize).copied(), std::cmp::Reverse(last))
    });
    classes
}

fn is_minimum(requirement: &Requirement, reading: Reading) -> bool {
    let of_members = match requirement.rule_in(reading) {
        Rule::Count(_) | Rule::Countries(_) | Rule::Coordinator(_) => true,
        Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_) => true,
        // Who leaves is one less of those who are too many, or who may not be there.
        Rule::AtMost(_) | Rule::Only(_) => false,
        Rule::EveryMember(_) | Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => false,
    };
    of_members && requirement.severity == Severity::Mandatory
}

/// All members, and how far each mandatory minimum is met by them: by those who count, and by those who may.
struct Present<'a> {
    call: &'a Call,
    members: &'a [Member],
    project: &'a Project,
    reading: Reading,
    reached: Vec<(u64, u64)>,
}

impl Present<'_> {
    fn of<'a>(call: &'a Call, members: &'a [Member], project: &'a Project, reading: Reading) -> Present<'a> {
        let mut all = Present { call, members, project, reading, reached: Vec::new() };
        all.reached = all.reached_without(&[]);
        all
    }

    /// Whether these may leave together.
    fn may_leave(&self, leaving: &[u32]) -> bool {
        let reached = self.reached_without(leaving);
        self.reached.iter().zip(&reached).all(|(before, after)| after.0 >= before.0 && after.1 >= before.1)
    }

    fn reached_without(&self, leaving: &[u32]) -> Vec<(u64, u64)> {
        let mut stays = vec![true; self.members.len()];
        for place in leaving {
            stays.get_mut(*place as usize).into_iter().for_each(|stays| *stays = false);
        }
        let rest = self.members.iter().zip(stays).filter(|(_, stays)| *stays).map(|(member, _)| member.clone()).collect();
        let tallies = tallies(self.call, &Consortium::new(rest, self.project.clone()), self.reading);
        let mandatory = self.call.requirements().iter().zip(tallies).filter(|(requirement, _)| is_minimum(requirement, self.reading));
        mandatory.map(|(_, tally)| (tally.have.min(tally.need), tally.possible.min(tally.need))).collect()
    }
}
