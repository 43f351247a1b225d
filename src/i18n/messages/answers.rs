//! What the planner's answers can say: the list that the section `answers` of the files of `texts/` is held against.

#[cfg(not(target_arch = "wasm32"))]
use super::message::{Declared, Section, small};

/// Declares the messages, each with the names of its values, and the list of them.
macro_rules! answers {
    ($($name:ident $(($($values:tt)+))?),+ $(,)?) => {
        /// What the planner's answers can say. Many take a number `n`, which may choose between one and other.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs, reason = "the files of texts/ say what each is")]
        pub enum AdviceMessage { $($name),+ }

        impl AdviceMessage {
            /// Every message.
            pub const ALL: &'static [AdviceMessage] = &[$(AdviceMessage::$name),+];
        }

        /// The section of these messages.
        #[cfg(not(target_arch = "wasm32"))]
        pub(crate) fn section() -> Section {
            let messages = vec![$(Declared { name: small(stringify!($name)), values: values(concat!($(stringify!($($values)+))?)) }),+];
            Section { name: "answers", messages }
        }
    };
}

/// The values that are declared. `by n` is a number that may choose the form, and need not be said.
#[cfg(not(target_arch = "wasm32"))]
fn values(declared: &'static str) -> Vec<(&'static str, &'static str)> {
    let names = declared.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| if name == "by n" { ("n", "by") } else { (name, if name == "n" { "usize" } else { "&str" }) }).collect()
}

#[rustfmt::skip]
answers! {
    // Lists and seats.
    And, Or, AndMore(n), FromNew(class), FromAny(class), FromNewCountry, FromAnyCountry, FromCountry(country), FromSameNew, AlsoLeads(where),
    SeatIs(what, where), Labelled(label, names),
    // The tip.
    Suffice(n), SufficeAre(n, names), AllItTakes(n), AllItTakesAre(n, names), Otherwise(n), OfYours(by n, names), EnoughOfYours(by n, names),
    Join(n), JoinBoth, PoolNeeds(n, names), PoolNever, AllWays(n), FirstWays(n, shown), FirstOfMany(shown), Mixed(n, names, seats),
    OtherAnswers, Never(requirements), OpenFor(requirements), TooMuch, TooMuchOfGroups(n, countries), SomeAnswers, FactsDecide(names), FillIn(name), FillShort, MakeLead, ChooseLead,
    AnotherLead, OneLead, LeadIsNew, NobodyLeads, ChooseLength, GrantCaps(caps), CapFor(amount, duration), ShowFact(requirement, names),
    ChooseActivity, Between(from, to), LeaveThese(by n, names), LeaveSome(n, names), LeaveCountries(n, names), WithAttribute(what, attribute), WithoutAttribute(what, attribute),
    // The text for a partner search.
    SearchText, SearchIn, SearchWanted(n), Copy, Copied, Marked, Print,
    // If somebody leaves.
    IfLeaves, Without(n, name), SameFor(names), AnyMay(n), PerhapsMore, NewLead(names), SafeOne(what, where), SafeMany(n, seats), WhatFalls, FallsCaption,
    MemberColumn, Slack, Falls, Stays, Pairs, InsteadOf(name), SwapIn, ButFalls(n), NothingFalls, FirstRows(n, shown), HangsOn(n),
    // Confirmed members, and the two readings.
    Confirmed, ConfirmedSame, ConfirmedCaption, RequirementColumn, WithAll, WithConfirmed, AllMandatory, Readings, ReadingsCaption, Strict,
    Lenient, AskReading(requirement, readings),
    // Questions and evidence.
    Questions, AskKind(name), AskCountry(name), AskCharter(name), AskValue(name), AskCommitment(name), AskDuration, AskActivities,
    AskReview(requirement), AskAttribute(name, attribute), Independence, Stated, StatedNo, AskGroup(names), AskAlike(names),
    // Who leads, and who could leave.
    WhoLeads, Leads, MayLead, MayLeadIf(reason), MayNotLead(reason), WhoCouldLeave, LeaveTogether(by n, names), LeaveOthers, LeaveAlone(by n, names),
    NobodyLeaves,
    // The smallest change of a requirement.
    FlipAdd(n, what, where), FlipState(names), NotAllTried, FlipLose(n), FlipLoseAtLeast(n), FlipLead(names), FlipReplace, FlipDuration(durations), FlipGrant(amount, over),
    FlipGrantMonths(durations), FlipRoom(amount), FlipShow(fact, names), FlipKeep(fact), FlipChoose(n), FlipDrop,
    FlipFewer(n, what, where), FlipMore(n, what, where), FlipMoreNone(what, where), FlipBring(lacking), FlipLeave(by n, names),
    FlipGrantOf(amounts),
    // Which call suits.
    WhichCall, WhichCallHint, OtherPlan, CallsCaption, OutcomeColumn, ChoiceColumn, ThisOne(name), OtherOne(name), FitsNow, FitsFacts,
    FitsWith(n), FitsAfter(n), AndChanges(n), FitsUnclear, FitsNever, UseCall, CompareWith, LastsFor(durations), UnclearFor(requirements),
    InTheWay(requirements), FactMissing(label, names),
    // Two calls, or two plans, beside each other.
    TwoCalls, TwoPlans, SameRequirements, DiffersCaption, NotAsked, ClassIn(names, class, one, other), PlansCaption, WhatColumn, PlansAlike,
    ActivitiesRow, MembersRow, OnlyIn(plan, names),
    // Rules that have changed since the plan was made.
    RulesChanged, RulesChecked(then, now), RulesOther(by n, names), RulesNew(by n, names), RulesGone(names), ClassesOther(names),
    VerdictSame(now), VerdictThenNow(then, now), SomeUnmet, FactsOpen, AcceptRules,
}
