//! The rule engine: which requirements a consortium meets, who counts and who does not.
//!
//! Pure and native. It knows no text for people, no files, no serialisation, no clock and no browser, and it cannot fail:
//! what can be wrong is refused by validation (`plan`, `calls`). Order and names of members never matter.

mod call;
mod cents;
mod consortium;
mod country;
mod evaluate;
mod measured;
mod missing;
mod organisation;
mod report;
pub mod rule;
mod selector;

pub use call::{Call, Outcome, Requirement, Severity};
pub use cents::Cents;
pub use consortium::{Consortium, Member, Project, Role, RoleSet};
pub(crate) use consortium::{MemberRef, Profile, group};
pub use country::{Country, CountryClass, CountrySet, Territory};
pub(crate) use evaluate::{certain, measures};
pub use evaluate::{evaluate, statuses};
pub use measured::{Lack, Measure, Measured, ProjectMeasure};
pub use missing::{MissingFact, MissingFacts, ProjectFact};
pub(crate) use organisation::words;
pub use organisation::{Attribute, Attributes, Commitment, KindSet, Organisation, OrganisationKind};
pub use report::{Finding, LeftOut, OtherReading, Reading, Report, Status, Verdict};
pub use rule::Rule;
pub(crate) use selector::Exclusion;
pub use selector::{Fit, Selector};
