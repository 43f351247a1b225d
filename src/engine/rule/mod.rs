//! The shapes of requirements: a small closed vocabulary, one file a shape, no expressions and no recursion.

mod activities;
mod at_most;
mod compare;
mod coordinator;
mod count;
mod countries;
mod country_fills;
mod duration;
mod each_country;
mod each_member;
mod every_member;
mod exact_countries;
mod grant;
mod missing;
mod only;

pub use activities::Activities;
pub use at_most::AtMost;
pub use compare::Compare;
pub(crate) use compare::Sides;
pub use coordinator::Coordinator;
pub use count::Count;
pub use countries::Countries;
pub(crate) use countries::covered;
pub(crate) use countries::{Matching, Units};
pub use duration::Duration;
pub use each_country::{CountryNeed, EachCountry};
pub use every_member::{EveryMember, Fact};
pub use exact_countries::ExactCountries;
pub use grant::{Cap, Grant};
pub use only::Only;

use super::consortium::MemberRef;
use super::selector::Exclusion;
use super::{
    Call, Consortium, Country, Fit, LeftOut, Measure, Measured, MissingFact, MissingFacts, Profile, ProjectFact, ProjectMeasure, Selector,
    Status,
};

/// The shape of a requirement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Rule {
    /// At least n independent organisations.
    Count(Count),
    /// At most n independent organisations.
    AtMost(AtMost),
    /// Members from at least n different countries of a class.
    Countries(Countries),
    /// Members from exactly n countries of a class.
    ExactCountries(ExactCountries),
    /// Each country that is present brings n of certain kinds.
    EachCountry(EachCountry),
    /// No fewer of some than of others.
    Compare(Compare),
    /// Exactly one applicant, and which.
    Coordinator(Coordinator),
    /// Only such members.
    Only(Only),
    /// Each such member shows something.
    EveryMember(EveryMember),
    /// The duration is one of those allowed.
    Duration(Duration),
    /// The grant is within the most allowed for the duration.
    Grant(Grant),
    /// The project does something from the call's list.
    Activities(Activities),
    /// Only a person can judge it.
    Judgement,
}

/// What a rule is evaluated in: the call, the consortium, and how much to say.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) call: &'a Call,
    pub(crate) consortium: &'a Consortium,
    pub(crate) exclusions: &'a [Exclusion],
    /// Whether to say who counts and who does not, or only how many.
    pub(crate) explain: bool,
}

impl Context<'_> {
    /// How the members fit for counting, by the place of their profile.
    pub(crate) fn fits(&self, selector: &Selector) -> Vec<Fit> {
        self.consortium.alike().iter().map(|alike| selector.fit_counted(self.call, self.exclusions, &alike.profile)).collect()
    }

    /// What the rules see of a member.
    fn profile(&self, seat: &MemberRef) -> Option<&Profile> {
        self.consortium.alike().get(seat.profile as usize).map(|alike| &alike.profile)
    }
}

/// What a profile is in a table that has one entry for each.
pub(crate) fn of_profile<T: Copy>(table: &[T], seat: &MemberRef) -> Option<T> {
    table.get(seat.profile as usize).copied()
}

/// What a rule answers; the requirement's id and weight are added outside. Who counts, who does not and which facts are missing is
/// said only where it is asked for ([`Context::explain`]).
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: Status,
    pub(crate) measured: Measured,
    pub(crate) counted: Vec<u32>,
    pub(crate) left_out: Vec<(u32, LeftOut)>,
    pub(crate) countries: Vec<Country>,
    pub(crate) missing_facts: MissingFacts,
}

impl Answer {
    /// An answer that names nobody yet.
    pub(crate) fn new(status: Status, measured: Measured) -> Answer {
        let (counted, left_out, countries, missing_facts) = Default::default();
        Answer { status, measured, counted, left_out, countries, missing_facts }
    }

    /// An answer about the project, and the fact of it that decides where it is not known.
    pub(crate) fn of_project(status: Status, measured: ProjectMeasure, fact: ProjectFact) -> Answer {
        let missing_facts = if status == Status::Unknown { MissingFacts::of_project(fact) } else { MissingFacts::default() };
        Answer { missing_facts, ..Answer::new(status, Measured::Project(measured)) }
    }

    /// An answer to "at least `need`", from the fewest and the most that may count.
    pub(crate) fn at_least(of: Measure, have: usize, possible: usize, need: u32) -> Answer {
        let (have, possible, need) = (have as u64, possible as u64, u64::from(need));
        let status = if have >= need {
            Status::Met
        } else if possible < need {
            Status::Unmet
        } else {
            Status::Unknown
        };
        Answer::new(status, Measured::AtLeast { of, have, possible, need })
    }

    /// Says which facts of members decide it, where that is not known.
    fn wait_for(&mut self, facts: impl FnOnce(&Answer) -> Vec<MissingFact>) {
        if self.status == Status::Unknown {
            self.missing_facts.members = facts(self);
        }
    }

    /// Makes room for all members at once: about so many count, and the others are left out.
    pub(crate) fn make_room(&mut self, counted: usize, context: Context<'_>) {
        self.counted.reserve(counted);
        self.left_out.reserve(context.consortium.members().len().saturating_sub(counted));
    }
}

impl Rule {
    pub(crate) fn answer(&self, context: Context<'_>) -> Answer {
        match self {
            Rule::Count(rule) => rule.answer(context),
            Rule::Countries(rule) => rule.answer(context),
            Rule::Coordinator(rule) => rule.answer(context),
            Rule::EveryMember(rule) => rule.answer(context),
            Rule::Duration(rule) => rule.answer(&context.consortium.project),
            Rule::Grant(rule) => rule.answer(&context.consortium.project),
            Rule::Activities(rule) => rule.answer(&context.consortium.project),
            Rule::Judgement => Answer::new(Status::Review, Measured::Judged),
            Rule::AtMost(rule) => rule.answer(context),
            Rule::ExactCountries(rule) => rule.answer(context),
            Rule::EachCountry(rule) => rule.answer(context),
            Rule::Compare(rule) => rule.answer(context),
            Rule::Only(rule) => rule.answer(context),
        }
    }

    /// Which members the rule is about, where it is about members.
    pub const fn selector(&self) -> Option<&Selector> {
        match self {
            Rule::Count(rule) => Some(&rule.of),
            Rule::AtMost(rule) => Some(&rule.of),
            Rule::Countries(rule) => Some(&rule.of),
            Rule::ExactCountries(rule) => Some(&rule.of),
            Rule::EachCountry(rule) => Some(&rule.of),
            Rule::Compare(rule) => Some(&rule.of),
            Rule::Coordinator(rule) => Some(&rule.of),
            Rule::Only(rule) => Some(&rule.of),
            Rule::EveryMember(rule) => Some(&rule.of),
            Rule::Duration(_) | Rule::Grant(_) | Rule::Activities(_) | Rule::Judgement => None,
        }
    }

    /// The word that call files and reports use for the shape.
    pub const fn shape(&self) -> &'static str {
        match self {
            Rule::Count(_) => "count",
            Rule::AtMost(_) => "at_most",
            Rule::Countries(_) => "countries",
            Rule::ExactCountries(_) => "exact_countries",
            Rule::EachCountry(_) => "each_country",
            Rule::Compare(_) => "compare",
            Rule::Coordinator(_) => "coordinator",
            Rule::Only(_) => "only",
            Rule::EveryMember(_) => "every_member",
            Rule::Duration(_) => "duration",
            Rule::Grant(_) => "grant",
            Rule::Activities(_) => "activities",
            Rule::Judgement => "judgement",
        }
    }
}
