//! Who could leave without harm to the mandatory requirements, alone or together.
//!
//! Leaving can only harm what needs members: so many organisations or countries, an applicant, what each country brings, no fewer of
//! some than of others. It is harmed when it holds and then does not, or when it does not hold for certain and then more is missing,
//! for certain or perhaps. So where something is missing, nobody who contributes goes. Leaving can also mend: whoever is outnumbered is so no
//! longer when others go, and a country that nobody is from has nothing to bring.

use super::classes;
use crate::engine::{Call, Consortium, Fit, Lack, Measured, Member, Project, Reading, Requirement, Rule, Severity, Status, measures};

/// The members on whom no mandatory requirement depends: each could leave, if it were the only one. In order of place.
pub fn dispensable(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Vec<u32> {
    let all = Present::of(call, members, project, reading);
    let harmless = |class: &Vec<u32>| class.first().is_some_and(|first| all.may_leave(&[*first]));
    let mut found: Vec<u32> = classes::by_group(members).into_iter().filter(harmless).flatten().collect();
    found.sort_unstable();
    found
}

/// Members who could all leave together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lean {
    /// Who, in order of place. Nobody else could leave as well.
    pub members: Vec<u32>,
    /// Whether no other choice lets more leave. To find the most is hard (it is to find the fewest sets that cover all), so the search for
    /// it is given up after some milliseconds; and where leaving can also mend, the most are not searched for.
    pub exact: bool,
}

/// How many members are looked at over all choices that are tried for one that lets more leave: some milliseconds.
const MOST_LOOKED_AT: usize = 40_000;

/// Members who could all leave together: the most, or else a choice to which nobody can be added. Those who fit the fewest minimums go
/// first, and of members alike the last.
pub fn lean(call: &Call, members: &[Member], project: &Project, reading: Reading) -> Lean {
    let all = Present::of(call, members, project, reading);
    let mut classes: Vec<Vec<u32>> = in_order(call, members, reading);
    classes.iter_mut().for_each(|class| class.reverse());
    let mut gone: Vec<u32> = Vec::new();
    let monotone = !leaving_can_mend(call, reading);
    loop {
        let before = gone.len();
        classes.iter_mut().for_each(|class| leave(&all, class, &mut gone));
        // Elsewhere who cannot leave after some others have cannot after more have, because leaving never makes anybody count.
        if gone.len() == before || monotone {
            break;
        }
    }
    let (mut members, mut exact) = (gone, false);
    if monotone {
        // Who cannot leave alone cannot leave with others.
        let dispensable = dispensable(call, all.members, project, reading);
        let may_go = |class: &Vec<u32>| class.first().is_some_and(|first| dispensable.binary_search(first).is_ok());
        let classes: Vec<Vec<u32>> = classes::by_group(all.members).into_iter().filter(may_go).collect();
        let tries_left = MOST_LOOKED_AT / all.members.len().max(100);
        let mut search = Search { all: &all, most: members, tries_left };
        search.choose(&classes, &[]);
        (members, exact) = (search.most, search.tries_left > 0);
    }
    members.sort_unstable();
    Lean { members, exact }
}

/// A search for the most members who could leave together, by how many of each class do: branch and bound.
struct Search<'a> {
    all: &'a Present<'a>,
    most: Vec<u32>,
    tries_left: usize,
}

impl Search<'_> {
    /// Lets some of the first class leave beside those who have left, and then some of the others.
    fn choose(&mut self, classes: &[Vec<u32>], gone: &[u32]) {
        if gone.len() > self.most.len() {
            self.most = gone.to_vec();
        }
        let Some((class, others)) = classes.split_first() else { return };
        let rest: usize = others.iter().map(Vec::len).sum();
        for leaving in (0..=class.len()).rev() {
            if gone.len() + leaving + rest <= self.most.len() || self.tries_left == 0 {
                return;
            }
            let with: Vec<u32> = gone.iter().chain(class.iter().rev().take(leaving)).copied().collect();
            self.tries_left -= usize::from(leaving > 0);
            if leaving == 0 || self.all.may_leave(&with) {
                self.choose(others, &with);
            }
        }
    }
}

/// Whether leaving can mend something: who is outnumbered is so no longer, and a country that nobody is from has nothing to bring.
fn leaving_can_mend(call: &Call, reading: Reading) -> bool {
    let can = |rule: &Rule| matches!(rule, Rule::AtMost(_) | Rule::ExactCountries(_) | Rule::EachCountry(_) | Rule::Compare(_));
    super::mandatory(call.requirements()).any(|(_, one)| can(one.rule_in(reading)))
}

/// Lets as many of a class leave as can be found to: they are alike, so only how many matters.
fn leave(all: &Present<'_>, last_first: &mut Vec<u32>, gone: &mut Vec<u32>) {
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
    // Where many cannot leave, one sometimes can all the same.
    let one = gone.iter().chain(last_first.first()).copied().collect::<Vec<u32>>();
    if may == 0 && !last_first.is_empty() && all.may_leave(&one) {
        may = 1;
    }
    gone.extend(last_first.drain(..may));
}

/// The classes of members alike: first those that fit the fewest mandatory minimums, among these the one with the last member.
fn in_order(call: &Call, members: &[Member], reading: Reading) -> Vec<Vec<u32>> {
    let mut contributions = vec![0u32; members.len()];
    for rule in
        call.requirements().iter().filter(|requirement| is_minimum(requirement, reading)).map(|requirement| requirement.rule_in(reading))
    {
        let fits = rule.selector().map(|of| call.fits_counted(of, members)).unwrap_or_default();
        for (contributions, fit) in contributions.iter_mut().zip(fits) {
            *contributions += u32::from(!matches!(fit, Fit::No(_)));
        }
    }
    let mut classes = classes::by_group(members);
    classes.sort_by_key(|class| {
        let last = class.last().copied().unwrap_or(0);
        (contributions.get(last as usize).copied(), std::cmp::Reverse(last))
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
    reached: Vec<Reached>,
}

/// How far one of them is met.
struct Reached {
    /// Whether it holds, may hold or does not.
    rank: u8,
    /// How many count for certain, and how many may: no more than are needed.
    have: u64,
    possible: u64,
    /// How many more are needed where nobody can say how many that are in all: of those who count, and of those who may.
    short: (u64, u64),
    lacking: Vec<Lack>,
}

impl Reached {
    fn of(status: Status, measured: Measured) -> Reached {
        let rank = match status {
            Status::Met | Status::Review | Status::NotApplicable => 2,
            Status::Unknown => 1,
            Status::Unmet => 0,
        };
        let none = Reached { rank, have: 0, possible: 0, short: (0, 0), lacking: Vec::new() };
        match measured {
            Measured::Balance { have, possible, against, .. } => {
                Reached { short: (against.saturating_sub(have), against.saturating_sub(possible)), ..none }
            }
            Measured::PerCountry { lacking, .. } => Reached { lacking, ..none },
            other => {
                let (have, need) = other.figures();
                Reached { have: have.min(need), possible: other.possible().min(need), ..none }
            }
        }
    }

    /// Whether it is met no less than it was before.
    fn is_no_less(&self, before: &Reached) -> bool {
        let was_so = |lack: &Lack| {
            before.lacking.iter().any(|other| (other.country, other.kinds) == (lack.country, lack.kinds) && other.missing >= lack.missing)
        };
        self.rank >= before.rank
            && (before.rank == 2
                || self.have >= before.have
                    && self.possible >= before.possible
                    && self.short.0 <= before.short.0
                    && self.short.1 <= before.short.1
                    && self.lacking.iter().all(was_so))
    }
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
        self.reached.iter().zip(&reached).all(|(before, after)| after.is_no_less(before))
    }

    fn reached_without(&self, leaving: &[u32]) -> Vec<Reached> {
        let mut stays = vec![true; self.members.len()];
        for place in leaving {
            stays.get_mut(*place as usize).into_iter().for_each(|stays| *stays = false);
        }
        let rest = self.members.iter().zip(stays).filter(|(_, stays)| *stays).map(|(member, _)| member.clone()).collect();
        let measures = measures(self.call, &Consortium::new(rest, self.project.clone()), self.reading);
        let mandatory = self.call.requirements().iter().zip(measures).filter(|(requirement, _)| is_minimum(requirement, self.reading));
        mandatory.map(|(_, (status, measured))| Reached::of(status, measured)).collect()
    }
}
