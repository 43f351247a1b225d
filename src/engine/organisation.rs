//! An organisation and the facts declared about it.

use super::Country;
use std::rc::Rc;

/// An organisation as the visitor described it. A fact that is `None` has not been stated, which is not the same as "no".
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Organisation {
    /// Unique in a plan; never shown.
    pub id: Rc<str>,
    /// Empty for a placeholder, such as "an enterprise in Germany".
    pub name: Rc<str>,
    /// What it is; declared by the applicant, verified later by the Agency.
    pub kind: Option<OrganisationKind>,
    /// Where it is established.
    pub country: Option<Country>,
    /// Its legal group. Organisations with the same group are one independent organisation.
    pub group: Option<Rc<str>>,
    /// Whether it holds the Erasmus Charter for Higher Education (ECHE). Presumed where not stated.
    pub charter: Option<bool>,
    /// What it says of itself that some calls ask for. Nothing is presumed.
    pub attributes: Attributes,
    /// Which added value it brings, where a call asks for that; empty for not stated.
    pub added_value: Rc<str>,
    /// Its pertinent experience; empty for not stated.
    pub experience: Rc<str>,
    /// How far it has committed itself.
    pub commitment: Commitment,
}

/// Gives an enum of fixed words its list, its word, and its way back from the word.
macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order in which a list shows them.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// The word that plan files, call files and reports use.
            pub const fn as_str(self) -> &'static str {
                match self { $($type::$variant => $word),+ }
            }

            /// The value for a word, if it is one of them.
            pub fn parse(word: &str) -> Option<$type> {
                $type::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }
    };
}
pub(crate) use words;

/// The kinds of organisation that calls tell apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the variants are the field's own terms; see docs/plan-format.md")]
pub enum OrganisationKind {
    Hei,
    Enterprise,
    Association,
    PublicBody,
    ResearchInstitute,
    BusinessIntermediary,
    TradeUnion,
    VetProvider,
    School,
    TeacherEducationProvider,
    AccreditationBody,
    Other,
}

words!(OrganisationKind {
    Hei = "hei",
    Enterprise = "enterprise",
    Association = "association",
    PublicBody = "public_body",
    ResearchInstitute = "research_institute",
    BusinessIntermediary = "business_intermediary",
    TradeUnion = "trade_union",
    VetProvider = "vet_provider",
    School = "school",
    TeacherEducationProvider = "teacher_education_provider",
    AccreditationBody = "accreditation_body",
    Other = "other",
});

/// A set of kinds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct KindSet(u16);

impl KindSet {
    /// A set by its bits, for tables in the program: the first kind of [`OrganisationKind::ALL`] is bit 0.
    pub const fn of_bits(bits: u16) -> KindSet {
        KindSet(bits)
    }

    /// The set's bits.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether the kind is in the set.
    pub fn contains(self, kind: OrganisationKind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// The kinds, in the order of [`OrganisationKind::ALL`].
    pub fn iter(self) -> impl Iterator<Item = OrganisationKind> {
        OrganisationKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }
}

impl FromIterator<OrganisationKind> for KindSet {
    fn from_iter<I: IntoIterator<Item = OrganisationKind>>(kinds: I) -> KindSet {
        KindSet(kinds.into_iter().fold(0, |bits, kind| bits | 1 << kind as u16))
    }
}

/// What some calls ask of an organisation beside its kind: yes, no, or not stated.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Attribute {
    /// It educates future teachers.
    InitialTeacherEducation,
    /// It educates teachers who work already.
    InServiceTeacherEducation,
    /// Future teachers practise at it.
    PracticeSchool,
    /// It was legally established at least two years before the deadline.
    EstablishedTwoYears,
    /// It is the authority that is responsible for the field in its country, such as a ministry.
    CompetentAuthority,
}

words!(Attribute {
    InitialTeacherEducation = "initial_teacher_education",
    InServiceTeacherEducation = "in_service_teacher_education",
    PracticeSchool = "practice_school",
    EstablishedTwoYears = "established_two_years",
    CompetentAuthority = "competent_authority",
});

/// The attributes that an organisation has, and those that it has not; of the others nothing is stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Attributes {
    has: u8,
    lacks: u8,
}

impl Attributes {
    /// Whether it has the attribute; `None`: not stated.
    pub fn get(self, attribute: Attribute) -> Option<bool> {
        let bit = 1 << attribute as u8;
        if self.has & bit != 0 { Some(true) } else { (self.lacks & bit != 0).then_some(false) }
    }

    /// The same with one attribute stated, or no longer stated.
    pub fn with(self, attribute: Attribute, stated: Option<bool>) -> Attributes {
        let bit = 1 << attribute as u8;
        let set = |bits: u8, on: bool| if on { bits | bit } else { bits & !bit };
        Attributes { has: set(self.has, stated == Some(true)), lacks: set(self.lacks, stated == Some(false)) }
    }

    /// Those that are stated, in the order of [`Attribute::ALL`].
    pub fn stated(self) -> impl Iterator<Item = (Attribute, bool)> {
        Attribute::ALL.iter().filter_map(move |attribute| Some((*attribute, self.get(*attribute)?)))
    }

    /// A number that only equal attributes share.
    pub(super) fn key(self) -> u16 {
        u16::from_be_bytes([self.has, self.lacks])
    }
}

/// How far an organisation has committed itself to the project.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Commitment {
    /// Not asked, or not stated.
    #[default]
    None,
    /// Asked, no answer yet.
    Asked,
    /// Said yes, nothing signed.
    Promised,
    /// Confirmed in writing.
    Confirmed,
}

words!(Commitment { None = "none", Asked = "asked", Promised = "promised", Confirmed = "confirmed" });
