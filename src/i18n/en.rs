//! English, in the words of the Programme Guide.

use super::Message;
use crate::calls::Confidence;
use crate::engine::{Attribute, Commitment, LeftOut, OrganisationKind as Kind, Role, Status};

/// The text of a message, with the names of its values in braces.
pub(super) const fn template(message: Message<'_>) -> &'static str {
    use Message as M;
    match message {
        M::PageTitle { .. } => "{plan} – Allians",
        M::SkipToConsortium => "Skip to the consortium",
        M::PlanName => "Name of the plan",
        M::UntitledPlan => "Untitled plan",
        M::Call => "Call",
        M::CallInYear { .. } => "{call} · {year}",
        M::Duration => "Duration of the project",
        M::DurationNotStated => "Choose a duration",
        M::DurationMonths => "Duration in months",
        M::Years(1) => "1 year",
        M::Years(_) => "{years} years",
        M::Months(_) => "{months} months",
        M::Undo => "Undo",
        M::Redo => "Redo",
        M::OpenFile => "Open",
        M::SaveFile => "Save file",
        M::NewPlan => "New plan",
        M::Language => "Language",
        M::ReadyOffline => "Ready offline",
        M::NewVersion => "A new version is here.",
        M::Reload => "Reload",

        M::Pool => "My organisations",
        M::PoolCount { .. } => "{shown} of {all}",
        M::SearchLabel => "Search my organisations",
        M::SearchPlaceholder => "Search name, kind or country …",
        M::NewOrganisation => "New organisation",
        M::NothingFound { .. } => "No organisation matches “{query}”.",
        M::AddNamed { .. } => "Add “{name}”",
        M::EmptyPool => "Collect the organisations here that may take part. Everything stays in your browser.",
        M::Example => "Start with an example",
        M::ExampleTitle => "Digital factory",
        M::DropInPool => "Drop here to take it out of the consortium",
        M::Kind(kind) => self::kind(kind),
        M::KindNotStated => "Kind not stated",
        M::CountryNotStated => "Country not stated",
        M::Placeholder { country: Some(_), .. } => "{what} in {country}",
        M::Placeholder { country: None, .. } => "{what}",
        M::OneOf(kind) => one_of(kind),
        M::NumberWord(n) => number_word(n),
        M::Reason { reason: LeftOut::OutsideClass(_), of } if !of.is_empty() => "not from a {of}",
        M::Reason { reason, .. } => left_out(reason),
        M::Attribute(which) => attribute(which),
        M::WithoutCharter => "without Erasmus Charter",
        M::GroupIs(_) => "Group: {group}",
        M::Role(role) => self::role(role),
        M::AffiliatedTo(_) => "Affiliated to {name}",
        M::Commitment(commitment) => self::commitment(commitment),
        M::ToConsortium(_) => "Add {name} to the consortium",
        M::ToPool(_) => "Take {name} out of the consortium",
        M::Edit(_) => "Edit {name}",
        M::MakeApplicant(_) => "Make {name} the applicant",
        M::NoLongerApplicant(_) => "{name} is the applicant. Make it a partner",
        M::Earlier(_) => "Move {name} forward",
        M::Later(_) => "Move {name} back",

        M::Consortium => "The consortium",
        M::ConsortiumSummary { organisations: 1, countries: 1 } => "1 organisation · 1 country",
        M::ConsortiumSummary { organisations: 1, .. } => "1 organisation · {countries} countries",
        M::ConsortiumSummary { countries: 1, .. } => "{organisations} organisations · 1 country",
        M::ConsortiumSummary { .. } => "{organisations} organisations · {countries} countries",
        M::EmptyConsortium => "Drag organisations here and see the requirements turn green.",
        M::EmptyConsortiumHint => "Each card also has a button that does the same.",

        M::Requirements => "Requirements",
        M::AllMet => "All mandatory requirements are met",
        M::Remaining(1) => "One requirement to go",
        M::Remaining(_) => "{n} requirements to go",
        M::FactsMissing(1) => "One fact decides",
        M::FactsMissing(_) => "{n} requirements wait for facts",
        M::MetOf { .. } => "{met} of {all} requirements met.",
        M::ShowRequirements => "Show requirements",
        M::Mandatory => "Mandatory",
        M::ToShow => "To show",
        M::ToStrengthen => "To strengthen",
        M::Status(status) => self::status(status),
        M::HaveOf { .. } => "{have} of {need}",
        M::AtMost { .. } => "{have}, at most {need}",
        M::Exactly { .. } => "{have}, must be exactly {need}",
        M::Against { .. } => "{have} against {need}",
        M::Allowed { .. } => "{have} of {need} may take part",
        M::CountryLacks { .. } => "{country}: {what} is missing",
        M::Lacking(_) => "{n} missing",
        M::MayCount(_) => "{n} more may count once the facts are filled in",
        M::Counted => "Counts",
        M::LeftOut => "Does not count",
        M::LeftOutBecause { .. } => "{name}: {reason}",
        M::NobodyOutside => "No member from a partner country",
        M::NoHei => "No institution from a programme country",
        M::NoMembers => "No members yet",
        M::ChooseApplicant => "Choose the applicant on one of the cards",
        M::OneApplicantOnly => "Only one can be the applicant",
        M::ChooseDuration => "Choose a duration",
        M::DurationIs(_) => "{months} months",
        M::GrantLabel => "Grant applied for, EUR",
        M::GrantIs(_) => "EUR {euros}",
        M::GrantAtMost(_) => "at most EUR {euros}",
        M::NoGrantStated => "No grant stated",
        M::NotANumber => "Write the amount in euros, such as 650,000 or 650000.50.",
        M::ShownBy { .. } => "Stated for {have} of {need}",
        M::HaveConfirmed { .. } => "{have} of {need} have confirmed",
        M::ActivitiesChosen(_) => "{n} chosen",
        M::ChooseActivities => "Choose what the project does",
        M::PersonJudges => "Only a person can judge this",
        M::LenientReading { .. } => "Read leniently: {have} of {need} – {status}",
        M::Confidence(confidence) => match confidence {
            Confidence::OfficialText => "official text",
            Confidence::OfficialPage => "official page",
            Confidence::AgencyPage => "agency page",
            Confidence::Secondary => "secondary source",
        },
        M::Checked { .. } => "The facts were checked on {date}.",
        M::OwnTextPrevails => "The call's own text prevails.",
        M::Countries => "Countries",
        M::CountryMap { .. } => "Countries that count: {countries}",
        M::NoCountries => "No country counts yet",

        M::FormNew => "New organisation",
        M::FormEdit => "Edit organisation",
        M::Name => "Name",
        M::NameHint => "Leave empty for a seat that is not filled yet, such as “an enterprise in Germany”.",
        M::KindField => "Kind of organisation",
        M::Country => "Country",
        M::Group => "Legal group",
        M::GroupHint => "Organisations in the same group count as one. Leave empty if it is independent.",
        M::Charter => "Erasmus Charter (ECHE)",
        M::CharterPresumed => "Not stated (presumed)",
        M::Yes => "Yes",
        M::No => "No",
        M::AddedValue => "Added value",
        M::AddedValueHint => "What does the organisation bring that no other can? Asked of partner countries.",
        M::Experience => "Pertinent experience",
        M::ExperienceHint => "Needed where a consultancy or an intermediary is to count on the business side.",
        M::CommitmentField => "Commitment",
        M::RoleField => "Role",
        M::AffiliatedToField => "Affiliated to",
        M::NotStated => "Not stated",
        M::Save => "Save",
        M::AddToPool => "Add",
        M::AddToConsortium => "Add to the consortium",
        M::Cancel => "Cancel",
        M::Delete => "Delete",
        M::SaySomething => "State at least a name, a kind or a country.",

        M::Close => "Close",
        M::StorageBlocked => "The browser does not let the plan be saved here. Save it as a file before you close the page.",
        M::StorageFull => "The browser's storage is full. The latest changes are not saved here; save the plan as a file.",
        M::DamagedSave { .. } => "The saved plan could not be read. {reason} Its text is kept and can be downloaded.",
        M::PutAside(_) => {
            "Plans are put aside here ({n}): they could not be read, or would have been overwritten. Download them, or erase them."
        }
        M::EraseAside => "Erase what is put aside",
        M::PlanEmptied { .. } => "A new, empty plan. Undo brings “{plan}” back.",
        M::BoardFull(_) => "A plan holds at most {n} organisations. Delete one first.",
        M::Unanswered => "The advice could not be fetched. The plan and the requirements work as before.",
        M::TryAgain => "Try again",
        M::NotMonths => "Write whole months, such as 24.",
        M::OwnNotKept => "There is no room for your own call in the browser. It goes along with the plan; save the plan as a file.",
        M::NotKept => "Changes are not saved here",
        M::DownloadDamaged => "Download the text",
        M::NewerPlan => "The plan was made by a newer version. It is shown as far as it is understood, and changes are not saved here.",
        M::OtherTab => "The plan was changed in another tab.",
        M::ShowOther => "Show it",
        M::FileOpened { .. } => "{file} is open. Undo brings the plan before it back.",
        M::FileRefused { .. } => "{file} was not opened. {reason} Your plan is as it was.",
        M::FileUnreadable { .. } => "{file} could not be read from the disk. Try again. Your plan is as it was.",
        M::UnknownCall { .. } => "The call “{call}” {year} is not here. Choose a call from the list.",
        M::CallNotLoaded { .. } => {
            "The requirements of the call could not be fetched: {call}. Try again when the network is back. The plan is as it was."
        }
        M::FileTooLarge => "The file is too large to be a plan.",
        M::MadeUp => "Made-up organisations, for measuring. Nothing is saved.",

        M::Joined(_) => "{name} is in the consortium.",
        M::JoinedTogether(_) => "{name} are in the consortium.",
        M::Left(_) => "{name} is no longer in the consortium.",
        M::Reordered { .. } => "{name} is now at place {at} of {of}.",
        M::AddedToPool(_) => "{name} is now among your organisations.",
        M::AddedToConsortium(_) => "{name} is new in the consortium.",
        M::Edited(_) => "{name} has been edited.",
        M::Deleted(_) => "{name} has been deleted.",
        M::HasRole { .. } => "{name}: {role}.",
        M::ProjectChanged => "The facts of the project have been changed.",
        M::Renamed => "The plan has a new name.",
        M::CallChanged => "The call has been changed.",
        M::Opened => "The plan is open.",
        M::Undone => "Undone.",
        M::Redone => "Done again.",
        M::Lifted(_) => "{name} is being dragged. Esc cancels.",
        M::PutBack(_) => "{name} is where it was.",
        M::NowStatus { .. } => "{requirement}: {status}.",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Hei => "Higher education institution",
        Kind::Enterprise => "Enterprise",
        Kind::Association => "Association",
        Kind::PublicBody => "Public body",
        Kind::ResearchInstitute => "Research institute",
        Kind::BusinessIntermediary => "Business intermediary",
        Kind::TradeUnion => "Trade union",
        Kind::VetProvider => "VET provider",
        Kind::School => "School",
        Kind::TeacherEducationProvider => "Teacher education provider",
        Kind::AccreditationBody => "Accreditation body",
        Kind::Other => "Other organisation",
    }
}

const fn one_of(kind: Option<Kind>) -> &'static str {
    match kind {
        None => "An organisation",
        Some(Kind::Hei) => "A higher education institution",
        Some(Kind::Enterprise) => "An enterprise",
        Some(Kind::Association) => "An association",
        Some(Kind::PublicBody) => "A public body",
        Some(Kind::ResearchInstitute) => "A research institute",
        Some(Kind::BusinessIntermediary) => "A business intermediary",
        Some(Kind::TradeUnion) => "A trade union",
        Some(Kind::VetProvider) => "A VET provider",
        Some(Kind::School) => "A school",
        Some(Kind::TeacherEducationProvider) => "A teacher education provider",
        Some(Kind::AccreditationBody) => "An accreditation body",
        Some(Kind::Other) => "Another organisation",
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Applicant => "Applicant",
        Role::Partner => "Partner",
        Role::Affiliated => "Affiliated entity",
        Role::Associated => "Associated partner",
    }
}

const fn commitment(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::None => "Not stated",
        Commitment::Asked => "Asked",
        Commitment::Promised => "Has promised",
        Commitment::Confirmed => "Has confirmed",
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "Met",
        Status::Unmet => "Not met",
        Status::Unknown => "Fact missing",
        Status::Review => "To be judged",
        Status::NotApplicable => "Does not apply",
    }
}

const fn attribute(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::InitialTeacherEducation => "Educates future teachers",
        Attribute::InServiceTeacherEducation => "Trains teachers in service",
        Attribute::PracticeSchool => "Practice school for future teachers",
        Attribute::EstablishedTwoYears => "Established at least two years before the deadline",
        Attribute::CompetentAuthority => "The responsible authority in its country, such as a ministry",
    }
}

const fn left_out(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::OutsideClass(_) => "from a partner country",
        LeftOut::OtherKind => "of another kind",
        LeftOut::Associated => "associated partner",
        LeftOut::Affiliated => "affiliated entity, not independent",
        LeftOut::SameLegalGroup(_) => "same legal group as {of}",
        LeftOut::NotStated { kind: true, country: true } => "kind and country not stated",
        LeftOut::NotStated { country: true, .. } => "country not stated",
        LeftOut::NotStated { .. } => "kind not stated",
        LeftOut::NoCharter => "institution without the Erasmus Charter",
        LeftOut::NotApplicant => "not the applicant",
        LeftOut::SeveralApplicants => "one of several applicants",
        LeftOut::NotShown => "not stated",
        LeftOut::WithoutAttribute(_) => "does not meet this: {attribute}",
        LeftOut::AttributeNotStated(_) => "not stated: {attribute}",
        LeftOut::NotDecided(_) => "not decided yet whether the country is a {of}",
        LeftOut::OtherSide => "counts on the other side",
    }
}

/// Beyond ten the number itself is put in.
const fn number_word(n: usize) -> &'static str {
    match n {
        0 => "Zero",
        1 => "One",
        2 => "Two",
        3 => "Three",
        4 => "Four",
        5 => "Five",
        6 => "Six",
        7 => "Seven",
        8 => "Eight",
        9 => "Nine",
        10 => "Ten",
        _ => "{number}",
    }
}
