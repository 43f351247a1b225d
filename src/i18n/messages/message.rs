//! What the program can say, and the values that each message carries. This is the list that the files of `texts/` are held against: a
//! message's name there is its name here in small letters, and its values have the same names.

#[cfg(not(target_arch = "wasm32"))]
use super::insert::Of;
use super::insert::{Insert, Small};
use crate::calls::Confidence;
use crate::engine::{Attribute, Cents, Commitment, LeftOut, OrganisationKind, Role, Status};

/// Declares the messages: by section those with a text each, then those that are words for the values of an enum.
macro_rules! messages {
    (
        $($section:literal {
            $($name:ident $(($one:ident: $of_one:ty))? $({ $($value:ident: $of_value:ty),+ })?),+ $(,)?
        })+
        words { $($words:ident($word:ident) $of_words:literal),+ $(,)? }
    ) => {
        /// A message with its values. Names are given as the visitor wrote them.
        #[derive(Clone, Copy, PartialEq, Debug)]
        #[allow(missing_docs, reason = "the files of texts/ say what each is")]
        pub enum Message<'a> {
            $($($name $(($of_one))? $({ $($value: $of_value),+ })?,)+)+
            $($words($word),)+
        }

        /// The messages that are no words, for their places.
        #[derive(Clone, Copy)]
        enum Plain { $($($name,)+)+ Words }

        /// How many messages there are.
        pub(crate) const COUNT: usize = Plain::Words as usize $(+ $word::ALL.len())+;

        /// The sections of a file of texts, in order, each with its messages and their values. A value has its type beside it.
        #[cfg(not(target_arch = "wasm32"))]
        pub(crate) fn sections() -> Vec<Section> {
            let mut sections = vec![$(Section {
                name: $section,
                messages: vec![$(Declared {
                    name: small(stringify!($name)),
                    values: vec![$((stringify!($one), stringify!($of_one)))? $($((stringify!($value), stringify!($of_value))),+)?],
                }),+],
            }),+];
            $(sections.push(Section {
                name: $of_words,
                messages: $word::ALL.iter().map(|word| Declared { name: word.as_str().to_owned(), values: Vec::new() }).collect(),
            });)+
            sections
        }

        impl<'a> Message<'a> {
            /// Every message with some text and number as its values.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn every(text: &'a str, number: u16) -> Vec<Message<'a>> {
                let mut every = vec![$($(
                    Message::$name $((<$of_one>::of(text, number)))? $({ $($value: <$of_value>::of(text, number)),+ })?
                ),+),+];
                $(every.extend($word::ALL.iter().map(|word| Message::$words(*word)));)+
                every
            }

            /// Its place among the texts of a language.
            pub(crate) fn place(self) -> usize {
                match self {
                    $($(Message::$name { .. } => Plain::$name as usize,)+)+
                    word => {
                        let mut place = Plain::Words as usize;
                        $(if let Message::$words(word) = word {
                            return place + word as usize;
                        }
                        place += $word::ALL.len();)+
                        place
                    }
                }
            }

            /// The value with a name in its text.
            pub(crate) fn value(self, name: &str) -> Option<Insert<'a>> {
                match self {
                    $($($(Message::$name($one) if name == stringify!($one) => Some($one.into()),)?)+)+
                    $($($(Message::$name { $($value),+ } => {
                        $(if name == stringify!($value) { return Some($value.into()); })+
                        None
                    })?)+)+
                    _ => None,
                }
            }
        }
    };
}

/// Messages that stand together in a file of texts.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) struct Section {
    pub(crate) name: &'static str,
    pub(crate) messages: Vec<Declared>,
}

/// A message as a file of texts has it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) struct Declared {
    pub(crate) name: String,
    /// The names of its values, each with its type.
    pub(crate) values: Vec<(&'static str, &'static str)>,
}

/// `NewPlan` is `new_plan` in the files.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn small(name: &str) -> String {
    let mut small = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !small.is_empty() {
            small.push('_');
        }
        small.push(letter.to_ascii_lowercase());
    }
    small
}

#[rustfmt::skip]
messages! {
    "page" {
        // The page and its bar.
        PageTitle { plan: &'a str }, SkipToConsortium, PlanName, UntitledPlan, Call, CallInYear { call: &'a str, year: u16 },
        Duration, DurationNotStated, DurationMonths, Years(n: u32), Months(n: u32), Undo, Redo, OpenFile, SaveFile, NewPlan,
        Language, ReadyOffline, NewVersion, Reload,

        // Organisations.
        Pool, PoolCount { shown: usize, all: usize }, SearchLabel, SearchPlaceholder, NewOrganisation, NothingFound { query: &'a str },
        AddNamed { name: &'a str }, EmptyPool, Example, ExampleTitle, DropInPool, KindNotStated, CountryNotStated, AnyOrganisation,
        OneIn { what: Option<OrganisationKind>, country: &'a str }, WithoutCharter, GroupIs(group: &'a str), AffiliatedTo(name: &'a str),
        ToConsortium(name: &'a str), ToPool(name: &'a str), Edit(name: &'a str), MakeApplicant(name: &'a str),
        NoLongerApplicant(name: &'a str), Earlier(name: &'a str), Later(name: &'a str),

        // The consortium.
        Consortium, OrganisationCount(n: usize), CountryCount(n: usize), EmptyConsortium, EmptyConsortiumHint,

        // The requirements.
        Requirements, AllMet, Remaining(n: usize), FactsMissing(n: usize), MetOf { met: usize, all: usize }, ShowRequirements,
        Mandatory, ToShow, ToStrengthen, HaveOf { have: u64, need: u64 }, AtMost { have: u64, need: u64 }, Exactly { have: u64, need: u64 },
        Against { have: u64, need: u64 }, Allowed { have: u64, need: u64 }, CountryLacks { country: &'a str, what: &'a str },
        Lacking(n: u64), MayCount(n: u64), Counted, LeftOut, LeftOutBecause { name: &'a str, reason: &'a str }, NobodyOutside, NoHei,
        NoMembers, ChooseApplicant, OneApplicantOnly, ChooseDuration, GrantLabel, GrantIs(euros: Cents), GrantAtMost(euros: Cents),
        NoGrantStated, NotANumber, NotMonths, ShownBy { have: u64, need: u64 }, HaveConfirmed { have: u64, need: u64 },
        ActivitiesChosen(n: u64), ChooseActivities, PersonJudges, LenientReading { status: Status, have: u64, need: u64 },
        Checked { date: &'a str }, OwnTextPrevails, Countries, CountryMap { countries: &'a str }, NoCountries,

        // The form.
        FormNew, FormEdit, Name, NameHint, KindField, Country, Group, GroupHint, Charter, CharterPresumed, Yes, No, AddedValue,
        AddedValueHint, Experience, ExperienceHint, CommitmentField, RoleField, AffiliatedToField, NotStated, Save, AddToPool,
        AddToConsortium, Cancel, Delete, SaySomething,

        // Notices.
        Close, StorageBlocked, StorageFull, DamagedSave { reason: &'a str }, PutAside(n: usize), EraseAside,
        PlanEmptied { plan: &'a str }, BoardFull(n: usize), Unanswered, TryAgain, NotKept, OwnNotKept, DownloadDamaged, NewerPlan,
        OtherTab, ShowOther, FileOpened { file: &'a str }, FileRefused { file: &'a str, reason: &'a str },
        FileUnreadable { file: &'a str }, UnknownCall { call: &'a str, year: u16 }, CallNotLoaded { call: &'a str },
        LanguageNotLoaded { language: &'a str }, FileTooLarge,
        MadeUp,

        // Announcements.
        Joined(name: &'a str), JoinedTogether(names: &'a str), Left(name: &'a str), Reordered { name: &'a str, at: usize, of: usize },
        AddedToPool(name: &'a str), AddedToConsortium(name: &'a str), Edited(name: &'a str), Deleted(name: &'a str),
        HasRole { name: &'a str, role: Role }, ProjectChanged, Renamed, CallChanged, Opened, Undone, Redone, Lifted(name: &'a str),
        PutBack(name: &'a str), NowStatus { requirement: &'a str, status: Status },
    }
    // Why a member does not count.
    "reasons" {
        OutsideClass, OutsideNamedClass(of: &'a str), OtherKind, Associated, Affiliated, SameLegalGroup(of: &'a str), NoKindAndCountry,
        NoKind, NoCountry, NoCharter, NotApplicant, SeveralApplicants, NotShown, WithoutAttribute(attribute: Attribute),
        AttributeNotStated(attribute: Attribute), NotDecided(of: &'a str), OtherSide,
    }
    // What is wrong with a file, where, and what to do about it.
    "problems" {
        NotJson { line: usize, column: usize }, NotAPlan, AtLine { line: usize, column: usize }, CallNotJson, OfRequirement(id: &'a str),
        FieldMissing, UnknownField(known: &'a str), Expected(what: &'a str), UnknownWord { found: &'a str, allowed: &'a str },
        WordNotAllowed(found: &'a str), UnknownCountry(found: &'a str), Repeated(id: &'a str), Taken(id: &'a str), NotInPlan(id: &'a str),
        NotOnce(id: &'a str), ListTooLong(most: usize), TextTooLong(most: usize), TooMuch(most: usize),
        AnObject, AList, AText, TrueOrFalse, AWholeNumber, AnAmount,
    }
    words {
        Kind(OrganisationKind) "kinds", One(OrganisationKind) "one", Role(Role) "roles", Commitment(Commitment) "commitments",
        Status(Status) "statuses", Attribute(Attribute) "attributes", Confidence(Confidence) "sources", Number(Small) "numbers",
    }
}

impl<'a> Message<'a> {
    /// Whether a number of it is one.
    pub(crate) fn is_one(self, name: &str) -> bool {
        self.value(name) == Some(Insert::Number(1))
    }

    /// An organisation of a kind, or of any: "Ett företag".
    pub fn one_of(kind: Option<OrganisationKind>) -> Message<'a> {
        kind.map_or(Message::AnyOrganisation, Message::One)
    }

    /// What stands for an organisation without a name: "Ett företag i Tyskland".
    pub fn placeholder(kind: Option<OrganisationKind>, country: Option<&'a str>) -> Message<'a> {
        country.map_or(Message::one_of(kind), |country| Message::OneIn { what: kind, country })
    }

    /// Why a member does not count. `of` is the class that the reason is about, or the member who counts for both.
    pub fn reason(reason: LeftOut, of: &'a str) -> Message<'a> {
        match reason {
            LeftOut::OutsideClass(_) if of.is_empty() => Message::OutsideClass,
            LeftOut::OutsideClass(_) => Message::OutsideNamedClass(of),
            LeftOut::OtherKind => Message::OtherKind,
            LeftOut::Associated => Message::Associated,
            LeftOut::Affiliated => Message::Affiliated,
            LeftOut::SameLegalGroup(_) => Message::SameLegalGroup(of),
            LeftOut::NotStated { kind: true, country: true } => Message::NoKindAndCountry,
            LeftOut::NotStated { country: true, .. } => Message::NoCountry,
            LeftOut::NotStated { .. } => Message::NoKind,
            LeftOut::NoCharter => Message::NoCharter,
            LeftOut::NotApplicant => Message::NotApplicant,
            LeftOut::SeveralApplicants => Message::SeveralApplicants,
            LeftOut::NotShown => Message::NotShown,
            LeftOut::WithoutAttribute(attribute) => Message::WithoutAttribute(attribute),
            LeftOut::AttributeNotStated(attribute) => Message::AttributeNotStated(attribute),
            LeftOut::NotDecided(_) => Message::NotDecided(of),
            LeftOut::OtherSide => Message::OtherSide,
        }
    }
}
