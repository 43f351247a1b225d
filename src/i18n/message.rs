//! What the program can say, and the values that each message carries.

use super::Language;
use crate::calls::Confidence;
use crate::engine::{Attribute, Cents, Commitment, LeftOut, OrganisationKind, Role, Status};

/// A message with its data. Names are given as the visitor wrote them.
#[derive(Clone, Copy, PartialEq, Debug)]
#[allow(missing_docs, reason = "the texts in sv.rs, fi.rs and en.rs say what each is")]
pub enum Message<'a> {
    // The page and its bar.
    PageTitle { plan: &'a str },
    SkipToConsortium,
    PlanName,
    UntitledPlan,
    Call,
    CallInYear { call: &'a str, year: u16 },
    Duration,
    DurationNotStated,
    DurationMonths,
    Years(u32),
    Months(u32),
    Undo,
    Redo,
    OpenFile,
    SaveFile,
    NewPlan,
    Language,
    ReadyOffline,
    NewVersion,
    Reload,

    // Organisations.
    Pool,
    PoolCount { shown: usize, all: usize },
    SearchLabel,
    SearchPlaceholder,
    NewOrganisation,
    NothingFound { query: &'a str },
    AddNamed { name: &'a str },
    EmptyPool,
    Example,
    ExampleTitle,
    DropInPool,
    Kind(OrganisationKind),
    KindNotStated,
    CountryNotStated,
    Placeholder { kind: Option<OrganisationKind>, country: Option<&'a str> },
    OneOf(Option<OrganisationKind>),
    NumberWord(usize),
    Reason { reason: LeftOut, of: &'a str },
    Attribute(Attribute),
    WithoutCharter,
    GroupIs(&'a str),
    Role(Role),
    AffiliatedTo(&'a str),
    Commitment(Commitment),
    ToConsortium(&'a str),
    ToPool(&'a str),
    Edit(&'a str),
    MakeApplicant(&'a str),
    NoLongerApplicant(&'a str),
    Earlier(&'a str),
    Later(&'a str),

    // The consortium.
    Consortium,
    ConsortiumSummary { organisations: usize, countries: usize },
    EmptyConsortium,
    EmptyConsortiumHint,

    // The requirements.
    Requirements,
    AllMet,
    Remaining(usize),
    FactsMissing(usize),
    MetOf { met: usize, all: usize },
    ShowRequirements,
    Mandatory,
    ToShow,
    ToStrengthen,
    Status(Status),
    HaveOf { have: u64, need: u64 },
    AtMost { have: u64, need: u64 },
    Exactly { have: u64, need: u64 },
    Against { have: u64, need: u64 },
    Allowed { have: u64, need: u64 },
    CountryLacks { country: &'a str, what: &'a str },
    Lacking(u64),
    MayCount(u64),
    Counted,
    LeftOut,
    LeftOutBecause { name: &'a str, reason: LeftOut, of: &'a str },
    NobodyOutside,
    NoHei,
    NoMembers,
    ChooseApplicant,
    OneApplicantOnly,
    ChooseDuration,
    DurationIs(u32),
    GrantLabel,
    GrantIs(Cents),
    GrantAtMost(u64),
    NoGrantStated,
    NotANumber,
    NotMonths,
    ShownBy { have: u64, need: u64 },
    HaveConfirmed { have: u64, need: u64 },
    ActivitiesChosen(u64),
    ChooseActivities,
    PersonJudges,
    LenientReading { status: Status, have: u64, need: u64 },
    Confidence(Confidence),
    Checked { date: &'a str },
    OwnTextPrevails,
    Countries,
    CountryMap { countries: &'a str },
    NoCountries,

    // The form.
    FormNew,
    FormEdit,
    Name,
    NameHint,
    KindField,
    Country,
    Group,
    GroupHint,
    Charter,
    CharterPresumed,
    Yes,
    No,
    AddedValue,
    AddedValueHint,
    Experience,
    ExperienceHint,
    CommitmentField,
    RoleField,
    AffiliatedToField,
    NotStated,
    Save,
    AddToPool,
    AddToConsortium,
    Cancel,
    Delete,
    SaySomething,

    // Notices.
    Close,
    StorageBlocked,
    StorageFull,
    DamagedSave { reason: &'a str },
    PutAside(usize),
    EraseAside,
    PlanEmptied { plan: &'a str },
    BoardFull(usize),
    Unanswered,
    TryAgain,
    NotKept,
    OwnNotKept,
    DownloadDamaged,
    NewerPlan,
    OtherTab,
    ShowOther,
    FileOpened { file: &'a str },
    FileRefused { file: &'a str, reason: &'a str },
    FileUnreadable { file: &'a str },
    UnknownCall { call: &'a str, year: u16 },
    CallNotLoaded { call: &'a str },
    FileTooLarge,
    MadeUp,

    // Announcements.
    Joined(&'a str),
    JoinedTogether(&'a str),
    Left(&'a str),
    Reordered { name: &'a str, at: usize, of: usize },
    AddedToPool(&'a str),
    AddedToConsortium(&'a str),
    Edited(&'a str),
    Deleted(&'a str),
    HasRole { name: &'a str, role: Role },
    ProjectChanged,
    Renamed,
    CallChanged,
    Opened,
    Undone,
    Redone,
    Lifted(&'a str),
    PutBack(&'a str),
    NowStatus { requirement: &'a str, status: Status },
}

/// A value of a message.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Value<'a> {
    /// As it is.
    Text(&'a str),
    /// Words of the same language, with values of the same message in them.
    Words(&'static str),
    /// Words of the same language that go on in the middle of a sentence: their first letter is small.
    Lower(&'static str),
    /// A number.
    Number(u64),
    /// An amount, in groups of three digits.
    Amount(Cents),
}

impl<'a> Message<'a> {
    /// The value with a name in the message's text.
    pub(super) fn value(self, language: Language, name: &str) -> Value<'a> {
        use Message as M;
        let words = |message: Message<'_>| Value::Words(language.template(message));
        match (self, name) {
            (M::NowStatus { status, .. } | M::LenientReading { status, .. }, "status") => {
                Value::Lower(language.template(M::Status(status)))
            }
            (M::HasRole { role, .. }, "role") => Value::Lower(language.template(M::Role(role))),
            (M::LeftOutBecause { reason, of, .. }, "reason") => words(M::Reason { reason, of }),
            (M::LeftOutBecause { reason, .. } | M::Reason { reason, .. }, "attribute") => match reason {
                LeftOut::WithoutAttribute(attribute) | LeftOut::AttributeNotStated(attribute) => {
                    Value::Lower(language.template(M::Attribute(attribute)))
                }
                _ => Value::Text(""),
            },
            (M::Placeholder { kind, .. }, "what") => words(M::OneOf(kind)),
            (M::Remaining(n) | M::FactsMissing(n), "n") => words(M::NumberWord(n)),
            (_, name) => self.text(name).map_or_else(|| self.number(name), Value::Text),
        }
    }

    fn text(self, name: &str) -> Option<&'a str> {
        use Message as M;
        Some(match (self, name) {
            (M::PageTitle { plan: text } | M::PlanEmptied { plan: text }, "plan") => text,
            (M::CallInYear { call: text, .. } | M::UnknownCall { call: text, .. } | M::CallNotLoaded { call: text }, "call") => text,
            (M::NothingFound { query: text }, _) => text,
            (M::GroupIs(text), _) => text,
            (M::AddNamed { name: text } | M::AffiliatedTo(text) | M::ToConsortium(text) | M::ToPool(text) | M::Edit(text), _) => text,
            (M::MakeApplicant(text) | M::NoLongerApplicant(text) | M::Earlier(text) | M::Later(text), _) => text,
            (
                M::Joined(text)
                | M::JoinedTogether(text)
                | M::Left(text)
                | M::AddedToPool(text)
                | M::AddedToConsortium(text)
                | M::Edited(text)
                | M::Deleted(text),
                _,
            ) => text,
            (M::Lifted(text) | M::PutBack(text), _) => text,
            (M::LeftOutBecause { name: text, .. } | M::Reordered { name: text, .. } | M::HasRole { name: text, .. }, "name") => text,
            (M::LeftOutBecause { of: text, .. } | M::Reason { of: text, .. }, "of") => text,
            (M::CountryLacks { country: text, .. }, "country") | (M::CountryLacks { what: text, .. }, "what") => text,
            (M::Placeholder { country, .. }, "country") => country?,
            (M::Checked { date: text }, _) => text,
            (M::CountryMap { countries: text }, _) => text,
            (M::DamagedSave { reason: text } | M::FileRefused { reason: text, .. }, "reason") => text,
            (M::FileOpened { file: text } | M::FileRefused { file: text, .. } | M::FileUnreadable { file: text }, _) => text,
            (M::NowStatus { requirement: text, .. }, _) => text,
            _ => return None,
        })
    }

    fn number(self, name: &str) -> Value<'a> {
        use Message as M;
        let number = match (self, name) {
            (M::GrantIs(amount), _) => return Value::Amount(amount),
            (M::GrantAtMost(euros), _) => return Value::Amount(Cents::of_euros(euros)),
            (M::CallInYear { year, .. } | M::UnknownCall { year, .. }, _) => u64::from(year),
            (M::Years(n) | M::Months(n) | M::DurationIs(n), _) => u64::from(n),
            (M::PoolCount { shown: n, .. }, "shown") | (M::PoolCount { all: n, .. } | M::MetOf { all: n, .. }, "all") => n as u64,
            (M::ConsortiumSummary { organisations: n, .. }, "organisations") | (M::ConsortiumSummary { countries: n, .. }, "countries") => {
                n as u64
            }
            (M::MetOf { met: n, .. }, "met") | (M::Reordered { at: n, .. }, "at") | (M::Reordered { of: n, .. }, "of") => n as u64,
            (M::Remaining(n) | M::FactsMissing(n) | M::PutAside(n) | M::BoardFull(n), _) => n as u64,
            (
                M::HaveOf { have: n, .. }
                | M::AtMost { have: n, .. }
                | M::Exactly { have: n, .. }
                | M::Against { have: n, .. }
                | M::Allowed { have: n, .. }
                | M::ShownBy { have: n, .. }
                | M::HaveConfirmed { have: n, .. }
                | M::LenientReading { have: n, .. },
                "have",
            ) => n,
            (
                M::HaveOf { need: n, .. }
                | M::AtMost { need: n, .. }
                | M::Exactly { need: n, .. }
                | M::Against { need: n, .. }
                | M::Allowed { need: n, .. }
                | M::ShownBy { need: n, .. }
                | M::HaveConfirmed { need: n, .. }
                | M::LenientReading { need: n, .. },
                "need",
            ) => n,
            (M::Lacking(n) | M::MayCount(n) | M::ActivitiesChosen(n), _) => n,
            // A name that the message does not have; a test fills every message in every language.
            _ => return Value::Text(""),
        };
        Value::Number(number)
    }
}
