//! The sentences of the planner's answers, in every language.
//!
//! A message is words with places in braces. Numbers are put in here; names, which the page shows in bold, are put in by the advisor.

mod en;
mod fi;
mod sv;

use super::{Language, Message, amount, text};
use crate::engine::Cents;
use std::borrow::Cow;

/// Declares the messages and the list of them.
macro_rules! messages {
    ($($name:ident),+ $(,)?) => {
        /// What the planner's answers can say. Many take a number, which chooses between one and many.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs, reason = "the texts in sv.rs, fi.rs and en.rs say what each is")]
        pub enum AdviceMessage { $($name),+ }

        impl AdviceMessage {
            /// Every message.
            pub const ALL: &'static [AdviceMessage] = &[$(AdviceMessage::$name),+];
        }
    };
}

#[rustfmt::skip]
messages! {
    // Lists and seats.
    And, Or, AndMore, FromNew, FromAny, FromNewCountry, FromAnyCountry, FromCountry, FromSameNew, AlsoLeads, SeatIs, Labelled,
    // The tip.
    Suffice, SufficeAre, AllItTakes, AllItTakesAre, Otherwise, OfYours, EnoughOfYours, Join, PoolNeeds, PoolNever, AllWays, FirstWays, FirstOfMany, Mixed, OtherAnswers,
    Never, OpenFor, TooMuch, TooMuchOfGroups, SomeAnswers, FactsDecide, FillIn, FillShort, MakeLead, ChooseLead, AnotherLead, OneLead, LeadIsNew, NobodyLeads, ChooseLength, GrantCaps, CapFor,
    ShowFact, ChooseActivity, Between, LeaveThese, LeaveSome, LeaveCountries, WithAttribute,
    // The text for a partner search.
    SearchText, SearchIn, SearchWanted, Copy, Copied, Marked, Print,
    // If somebody leaves.
    IfLeaves, Without, SameFor, AnyMay, PerhapsMore, NewLead, SafeOne, SafeMany, WhatFalls, FallsCaption, MemberColumn, Slack, Falls, Stays, Pairs,
    InsteadOf, SwapIn, ButFalls, NothingFalls, FirstRows, HangsOn,
    // Confirmed members, and the two readings.
    Confirmed, ConfirmedSame, ConfirmedCaption, RequirementColumn, WithAll, WithConfirmed, AllMandatory, Readings, ReadingsCaption, Strict, Lenient,
    AskReading,
    // Questions and evidence.
    Questions, AskKind, AskCountry, AskCharter, AskValue, AskCommitment, AskDuration, AskActivities, AskReview, AskAttribute, Independence, Stated, StatedNo, AskGroup, AskAlike,
    // Who leads, and who could leave.
    WhoLeads, Leads, MayLead, MayLeadIf, MayNotLead, WhoCouldLeave, LeaveTogether, LeaveOthers, LeaveAlone, NobodyLeaves,
    // The smallest change of a requirement.
    FlipAdd, FlipState, NotAllTried, FlipLose, FlipLoseAtLeast, FlipLead, FlipReplace, FlipDuration, FlipGrant, FlipGrantMonths, FlipRoom, FlipShow, FlipKeep,
    FlipChoose, FlipDrop, FlipFewer, FlipMore, FlipBring, FlipLeave, FlipGrantOf,
    // Which call suits.
    WhichCall, WhichCallHint, OtherPlan, CallsCaption, OutcomeColumn, ChoiceColumn, ThisOne, OtherOne, FitsNow, FitsFacts, FitsWith, FitsAfter, AndChanges, FitsUnclear, FitsNever,
    UseCall, CompareWith, LastsFor, UnclearFor, InTheWay, FactMissing,
    // Two calls, or two plans, beside each other.
    TwoCalls, TwoPlans, SameRequirements, DiffersCaption, NotAsked, ClassIn, PlansCaption, WhatColumn, PlansAlike, ActivitiesRow, MembersRow, OnlyIn,
    // Rules that have changed since the plan was made.
    RulesChanged, RulesChecked, RulesOther, RulesNew, RulesGone, ClassesOther, VerdictSame, VerdictThenNow, SomeUnmet, FactsOpen, AcceptRules,
}

/// A piece of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Words.
    Words(Cow<'static, str>),
    /// The place of a value that the message does not know, by its name.
    Place(&'static str),
}

/// A message with its number, in pieces.
pub fn advice(language: Language, message: AdviceMessage, number: usize) -> Vec<Part> {
    let template = match language {
        Language::Sv => sv::template(message, number),
        Language::Fi => fi::template(message, number),
        Language::En => en::template(message, number),
    };
    let (mut parts, mut rest) = (Vec::new(), template);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        parts.extend((!before.is_empty()).then_some(Part::Words(before.into())));
        parts.push(match name {
            "n" => Part::Words(lower(&word(language, number)).into()),
            "N" => Part::Words(word(language, number).into()),
            "#" => Part::Words(digits(language, number).into()),
            name => Part::Place(name),
        });
        rest = after;
    }
    parts.extend((!rest.is_empty()).then_some(Part::Words(rest.into())));
    parts
}

/// The text with a small first letter, as it stands in the middle of a sentence.
pub fn lower(text: &str) -> String {
    first(text, |letter| letter.to_lowercase().collect())
}

/// The text with a capital first letter, as it begins a sentence.
pub fn upper(text: &str) -> String {
    first(text, |letter| letter.to_uppercase().collect())
}

fn first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |letter| change(letter) + letters.as_str())
}

/// A word up to ten, then figures.
fn word(language: Language, number: usize) -> String {
    if number <= 10 { text(language, Message::NumberWord(number)).into_owned() } else { digits(language, number) }
}

fn digits(language: Language, number: usize) -> String {
    let mut text = String::new();
    amount(&mut text, language, Cents::of_euros(number as u64));
    text
}
