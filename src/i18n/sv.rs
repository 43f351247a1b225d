//! Swedish, as official pages in Finland write it: högskola, företag, programland.

use super::Message;
use crate::calls::Confidence;
use crate::engine::{Attribute, Commitment, LeftOut, OrganisationKind as Kind, Role, Status};

/// The text of a message, with the names of its values in braces.
pub(super) const fn template(message: Message<'_>) -> &'static str {
    use Message as M;
    match message {
        M::PageTitle { .. } => "{plan} – Allians",
        M::SkipToConsortium => "Hoppa till konsortiet",
        M::PlanName => "Planens namn",
        M::UntitledPlan => "Namnlös plan",
        M::Call => "Utlysning",
        M::CallInYear { .. } => "{call} · {year}",
        M::Duration => "Projektets längd",
        M::DurationNotStated => "Ange längden",
        M::DurationMonths => "Längd i månader",
        M::Years(1) => "1 år",
        M::Years(_) => "{years} år",
        M::Months(_) => "{months} månader",
        M::Undo => "Ångra",
        M::Redo => "Gör om",
        M::OpenFile => "Öppna",
        M::SaveFile => "Spara fil",
        M::NewPlan => "Ny plan",
        M::Language => "Språk",
        M::ReadyOffline => "Redo offline",
        M::NewVersion => "Det finns en ny version.",
        M::Reload => "Ladda om",

        M::Pool => "Mina organisationer",
        M::PoolCount { .. } => "{shown} av {all}",
        M::SearchLabel => "Sök bland mina organisationer",
        M::SearchPlaceholder => "Sök namn, slag eller land …",
        M::NewOrganisation => "Ny organisation",
        M::NothingFound { .. } => "Ingen organisation motsvarar ”{query}”.",
        M::AddNamed { .. } => "Lägg till ”{name}”",
        M::EmptyPool => "Här samlar du organisationer som kan bli med. Allt stannar i din webbläsare.",
        M::Example => "Börja med ett exempel",
        M::ExampleTitle => "Digital fabrik",
        M::DropInPool => "Släpp här för att ta bort ur konsortiet",
        M::Kind(kind) => self::kind(kind),
        M::KindNotStated => "Slag ej uppgivet",
        M::CountryNotStated => "Land ej uppgivet",
        M::Placeholder { country: Some(_), .. } => "{what} i {country}",
        M::Placeholder { country: None, .. } => "{what}",
        M::OneOf(kind) => one_of(kind),
        M::NumberWord(n) => number_word(n),
        M::Reason { reason: LeftOut::OutsideClass(_), of } if !of.is_empty() => "inte från ett {of}",
        M::Reason { reason, .. } => left_out(reason),
        M::Attribute(which) => attribute(which),
        M::WithoutCharter => "utan Erasmusstadga",
        M::GroupIs(_) => "Grupp: {group}",
        M::Role(role) => self::role(role),
        M::AffiliatedTo(_) => "Närstående enhet till {name}",
        M::Commitment(commitment) => self::commitment(commitment),
        M::ToConsortium(_) => "Lägg till {name} i konsortiet",
        M::ToPool(_) => "Ta bort {name} ur konsortiet",
        M::Edit(_) => "Ändra uppgifter om {name}",
        M::MakeApplicant(_) => "Gör {name} till sökande",
        M::NoLongerApplicant(_) => "{name} är sökande. Gör till partner",
        M::Earlier(_) => "Flytta {name} framåt",
        M::Later(_) => "Flytta {name} bakåt",

        M::Consortium => "Konsortiet",
        M::ConsortiumSummary { organisations: 1, countries: 1 } => "1 organisation · 1 land",
        M::ConsortiumSummary { organisations: 1, .. } => "1 organisation · {countries} länder",
        M::ConsortiumSummary { countries: 1, .. } => "{organisations} organisationer · 1 land",
        M::ConsortiumSummary { .. } => "{organisations} organisationer · {countries} länder",
        M::EmptyConsortium => "Dra hit organisationer, så ser du kraven bli gröna.",
        M::EmptyConsortiumHint => "Varje kort har också en knapp som gör detsamma.",

        M::Requirements => "Kraven",
        M::AllMet => "Alla obligatoriska krav är uppfyllda",
        M::Remaining(1) => "Ett krav återstår",
        M::Remaining(_) => "{n} krav återstår",
        M::FactsMissing(1) => "En uppgift avgör",
        M::FactsMissing(_) => "{n} krav väntar på uppgifter",
        M::MetOf { .. } => "{met} av {all} krav uppfyllda.",
        M::ShowRequirements => "Visa krav",
        M::Mandatory => "Måste uppfyllas",
        M::ToShow => "Att visa",
        M::ToStrengthen => "Att stärka",
        M::Status(status) => self::status(status),
        M::HaveOf { .. } => "{have} av {need}",
        M::AtMost { .. } => "{have}, högst {need}",
        M::Exactly { .. } => "{have}, ska vara exakt {need}",
        M::Against { .. } => "{have} mot {need}",
        M::Allowed { .. } => "{have} av {need} får vara med",
        M::CountryLacks { .. } => "{country}: {what} saknas",
        M::Lacking(_) => "{n} saknas",
        M::MayCount(_) => "{n} till kan räknas när uppgifterna är ifyllda",
        M::Counted => "Räknas",
        M::LeftOut => "Räknas inte",
        M::LeftOutBecause { .. } => "{name}: {reason}",
        M::NobodyOutside => "Ingen medlem från ett partnerland",
        M::NoHei => "Ingen högskola från ett programland",
        M::NoMembers => "Inga medlemmar ännu",
        M::ChooseApplicant => "Välj sökande på ett av korten",
        M::OneApplicantOnly => "Bara en kan vara sökande",
        M::ChooseDuration => "Välj längd",
        M::DurationIs(_) => "{months} månader",
        M::GrantLabel => "Bidrag som söks, euro",
        M::GrantIs(_) => "{euros} euro",
        M::GrantAtMost(_) => "högst {euros} euro",
        M::NoGrantStated => "Inget bidrag uppgivet",
        M::NotANumber => "Skriv beloppet i euro, till exempel 650 000 eller 650 000,50.",
        M::ShownBy { .. } => "Uppgett för {have} av {need}",
        M::HaveConfirmed { .. } => "{have} av {need} har bekräftat",
        M::ActivitiesChosen(_) => "{n} valda",
        M::ChooseActivities => "Välj vad projektet gör",
        M::PersonJudges => "Det här kan bara en människa bedöma",
        M::LenientReading { .. } => "Generöst läst: {have} av {need} – {status}",
        M::Confidence(confidence) => match confidence {
            Confidence::OfficialText => "officiell text",
            Confidence::OfficialPage => "officiell webbsida",
            Confidence::AgencyPage => "programkontorets webbsida",
            Confidence::Secondary => "andrahandskälla",
        },
        M::Checked { .. } => "Uppgifterna kontrollerades {date}.",
        M::OwnTextPrevails => "Utlysningens egen text gäller.",
        M::Countries => "Länder",
        M::CountryMap { .. } => "Länder som räknas: {countries}",
        M::NoCountries => "Inga länder räknas ännu",

        M::FormNew => "Ny organisation",
        M::FormEdit => "Ändra organisation",
        M::Name => "Namn",
        M::NameHint => "Lämna tomt för en plats som inte är tillsatt, till exempel ”ett företag i Tyskland”.",
        M::KindField => "Slag av organisation",
        M::Country => "Land",
        M::Group => "Juridisk grupp",
        M::GroupHint => "Organisationer i samma grupp räknas som en. Lämna tomt om den är oberoende.",
        M::Charter => "Erasmusstadga (ECHE)",
        M::CharterPresumed => "Ej uppgivet (antas finnas)",
        M::Yes => "Ja",
        M::No => "Nej",
        M::AddedValue => "Mervärde",
        M::AddedValueHint => "Vad tillför organisationen som ingen annan kan? Krävs av partnerländer.",
        M::Experience => "Relevant erfarenhet",
        M::ExperienceHint => "Behövs om en konsultfirma eller förmedlare ska räknas på företagens sida.",
        M::CommitmentField => "Engagemang",
        M::RoleField => "Roll",
        M::AffiliatedToField => "Närstående till",
        M::NotStated => "Ej uppgivet",
        M::Save => "Spara",
        M::AddToPool => "Lägg till",
        M::AddToConsortium => "Lägg till i konsortiet",
        M::Cancel => "Avbryt",
        M::Delete => "Radera",
        M::SaySomething => "Ange åtminstone ett namn, ett slag eller ett land.",

        M::Close => "Stäng",
        M::StorageBlocked => "Webbläsaren tillåter inte att planen sparas här. Spara den som fil innan du stänger.",
        M::StorageFull => "Webbläsarens lagring är full. De senaste ändringarna är inte sparade här; spara planen som fil.",
        M::DamagedSave { .. } => "Den sparade planen gick inte att läsa. {reason} Texten är kvar och kan laddas ner.",
        M::PutAside(_) => {
            "Här finns undanlagda planer ({n} st.): de gick inte att läsa, eller skulle annars ha skrivits över. Ladda ner dem, eller radera dem."
        }
        M::EraseAside => "Radera det undanlagda",
        M::PlanEmptied { .. } => "En ny, tom plan. Ångra tar tillbaka ”{plan}”.",
        M::BoardFull(_) => "En plan rymmer högst {n} organisationer. Ta bort någon först.",
        M::Unanswered => "Råden kunde inte hämtas. Planen och kraven fungerar som förut.",
        M::TryAgain => "Försök igen",
        M::NotMonths => "Skriv hela månader, till exempel 24.",
        M::OwnNotKept => "Det finns inte plats för din egen utlysning i webbläsaren. Den följer med planen; spara planen som fil.",
        M::NotKept => "Ändringar sparas inte här",
        M::DownloadDamaged => "Ladda ner texten",
        M::NewerPlan => "Planen är gjord i en nyare version. Den visas så långt den förstås, och ändringar sparas inte här.",
        M::OtherTab => "Planen ändrades i en annan flik.",
        M::ShowOther => "Visa den",
        M::FileOpened { .. } => "{file} är öppnad. Ångra tar tillbaka den förra planen.",
        M::FileRefused { .. } => "{file} öppnades inte. {reason} Din plan är oförändrad.",
        M::FileUnreadable { .. } => "{file} gick inte att läsa från disken. Försök igen. Din plan är oförändrad.",
        M::UnknownCall { .. } => "Utlysningen ”{call}” {year} finns inte här. Välj en utlysning som finns i listan.",
        M::CallNotLoaded { .. } => {
            "Utlysningens krav kunde inte hämtas: {call}. Försök igen när nätet är tillbaka. Planen är kvar som den var."
        }
        M::FileTooLarge => "Filen är för stor för att vara en plan.",
        M::MadeUp => "Påhittade organisationer för mätning. Ingenting sparas.",

        M::Joined(_) => "{name} är med i konsortiet.",
        M::JoinedTogether(_) => "{name} är med i konsortiet.",
        M::Left(_) => "{name} är inte längre med i konsortiet.",
        M::Reordered { .. } => "{name} är nu på plats {at} av {of}.",
        M::AddedToPool(_) => "{name} finns nu bland dina organisationer.",
        M::AddedToConsortium(_) => "{name} är ny i konsortiet.",
        M::Edited(_) => "Uppgifterna om {name} är ändrade.",
        M::Deleted(_) => "{name} är raderad.",
        M::HasRole { .. } => "{name}: {role}.",
        M::ProjectChanged => "Projektets uppgifter är ändrade.",
        M::Renamed => "Planen har fått ett nytt namn.",
        M::CallChanged => "Utlysningen är bytt.",
        M::Opened => "Planen är öppnad.",
        M::Undone => "Ångrat.",
        M::Redone => "Gjort om.",
        M::Lifted(_) => "{name} dras. Esc avbryter.",
        M::PutBack(_) => "{name} är kvar där den var.",
        M::NowStatus { .. } => "{requirement}: {status}.",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Hei => "Högskola",
        Kind::Enterprise => "Företag",
        Kind::Association => "Förening",
        Kind::PublicBody => "Myndighet",
        Kind::ResearchInstitute => "Forskningsinstitut",
        Kind::BusinessIntermediary => "Förmedlings- eller näringslivsorganisation",
        Kind::TradeUnion => "Fackförbund",
        Kind::VetProvider => "Yrkesutbildningsanordnare",
        Kind::School => "Skola",
        Kind::TeacherEducationProvider => "Lärarutbildare",
        Kind::AccreditationBody => "Ackrediteringsorgan",
        Kind::Other => "Annan organisation",
    }
}

const fn one_of(kind: Option<Kind>) -> &'static str {
    match kind {
        None => "En organisation",
        Some(Kind::Hei) => "En högskola",
        Some(Kind::Enterprise) => "Ett företag",
        Some(Kind::Association) => "En förening",
        Some(Kind::PublicBody) => "En myndighet",
        Some(Kind::ResearchInstitute) => "Ett forskningsinstitut",
        Some(Kind::BusinessIntermediary) => "En förmedlingsorganisation",
        Some(Kind::TradeUnion) => "Ett fackförbund",
        Some(Kind::VetProvider) => "En yrkesutbildningsanordnare",
        Some(Kind::School) => "En skola",
        Some(Kind::TeacherEducationProvider) => "En lärarutbildare",
        Some(Kind::AccreditationBody) => "Ett ackrediteringsorgan",
        Some(Kind::Other) => "En annan organisation",
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Applicant => "Sökande",
        Role::Partner => "Partner",
        Role::Affiliated => "Närstående enhet",
        Role::Associated => "Associerad partner",
    }
}

const fn commitment(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::None => "Ej uppgivet",
        Commitment::Asked => "Tillfrågad",
        Commitment::Promised => "Har lovat",
        Commitment::Confirmed => "Har bekräftat",
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "Uppfyllt",
        Status::Unmet => "Ej uppfyllt",
        Status::Unknown => "Uppgift saknas",
        Status::Review => "Behöver bedömas",
        Status::NotApplicable => "Gäller inte",
    }
}

const fn attribute(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::InitialTeacherEducation => "Utbildar blivande lärare",
        Attribute::InServiceTeacherEducation => "Fortbildar lärare",
        Attribute::PracticeSchool => "Övningsskola för blivande lärare",
        Attribute::EstablishedTwoYears => "Grundad minst två år före ansökningstidens slut",
        Attribute::CompetentAuthority => "Ansvarig myndighet i sitt land, till exempel ett ministerium",
    }
}

const fn left_out(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::OutsideClass(_) => "från ett partnerland",
        LeftOut::OtherKind => "av annat slag",
        LeftOut::Associated => "associerad partner",
        LeftOut::Affiliated => "närstående enhet, inte oberoende",
        LeftOut::SameLegalGroup(_) => "samma juridiska grupp som {of}",
        LeftOut::NotStated { kind: true, country: true } => "slag och land ej uppgivna",
        LeftOut::NotStated { country: true, .. } => "land ej uppgivet",
        LeftOut::NotStated { .. } => "slag ej uppgivet",
        LeftOut::NoCharter => "högskola utan Erasmusstadga",
        LeftOut::NotApplicant => "inte sökande",
        LeftOut::SeveralApplicants => "en av flera sökande",
        LeftOut::NotShown => "ej uppgivet",
        LeftOut::WithoutAttribute(_) => "inte det som krävs: {attribute}",
        LeftOut::AttributeNotStated(_) => "uppgift saknas: {attribute}",
        LeftOut::NotDecided(_) => "ännu inte avgjort om landet är {of}",
        LeftOut::OtherSide => "räknas på andra sidan",
    }
}

/// Beyond ten the number itself is put in.
const fn number_word(n: usize) -> &'static str {
    match n {
        0 => "Noll",
        1 => "Ett",
        2 => "Två",
        3 => "Tre",
        4 => "Fyra",
        5 => "Fem",
        6 => "Sex",
        7 => "Sju",
        8 => "Åtta",
        9 => "Nio",
        10 => "Tio",
        _ => "{number}",
    }
}
