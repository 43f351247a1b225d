//! Finnish, in the words of the official pages: korkeakoulu, yritys, ohjelmamaa.

use super::Message;
use crate::calls::Confidence;
use crate::engine::{Attribute, Commitment, LeftOut, OrganisationKind as Kind, Role, Status};

/// The text of a message, with the names of its values in braces.
pub(super) const fn template(message: Message<'_>) -> &'static str {
    use Message as M;
    match message {
        M::PageTitle { .. } => "{plan} – Allians",
        M::SkipToConsortium => "Siirry konsortioon",
        M::PlanName => "Suunnitelman nimi",
        M::UntitledPlan => "Nimetön suunnitelma",
        M::Call => "Haku",
        M::CallInYear { .. } => "{call} · {year}",
        M::Duration => "Hankkeen kesto",
        M::DurationNotStated => "Ilmoita kesto",
        M::DurationMonths => "Kesto kuukausina",
        M::Years(1) => "1 vuosi",
        M::Years(_) => "{years} vuotta",
        M::Months(_) => "{months} kuukautta",
        M::Undo => "Kumoa",
        M::Redo => "Tee uudelleen",
        M::OpenFile => "Avaa",
        M::SaveFile => "Tallenna",
        M::NewPlan => "Uusi suunnitelma",
        M::Language => "Kieli",
        M::ReadyOffline => "Toimii verkotta",
        M::NewVersion => "Uusi versio on valmiina.",
        M::Reload => "Lataa uudelleen",

        M::Pool => "Omat organisaatiot",
        M::PoolCount { .. } => "{shown}/{all}",
        M::SearchLabel => "Hae omista organisaatioista",
        M::SearchPlaceholder => "Hae nimeä, tyyppiä tai maata …",
        M::NewOrganisation => "Uusi organisaatio",
        M::NothingFound { .. } => "Mikään organisaatio ei vastaa hakua ”{query}”.",
        M::AddNamed { .. } => "Lisää ”{name}”",
        M::EmptyPool => "Kerää tähän organisaatiot, jotka voivat tulla mukaan. Kaikki pysyy selaimessasi.",
        M::Example => "Aloita esimerkistä",
        M::ExampleTitle => "Digitaalinen tehdas",
        M::DropInPool => "Pudota tähän, niin organisaatio poistuu konsortiosta",
        M::Kind(kind) => self::kind(kind),
        M::KindNotStated => "Tyyppiä ei ilmoitettu",
        M::CountryNotStated => "Maata ei ilmoitettu",
        M::Placeholder { country: Some(_), .. } => "{what} ({country})",
        M::Placeholder { country: None, .. } => "{what}",
        M::OneOf(kind) => one_of(kind),
        M::NumberWord(n) => number_word(n),
        M::Reason { reason: LeftOut::OutsideClass(_), of } if !of.is_empty() => "maa ei ole {of}",
        M::Reason { reason, .. } => left_out(reason),
        M::Attribute(which) => attribute(which),
        M::WithoutCharter => "ei Erasmus-peruskirjaa",
        M::GroupIs(_) => "Ryhmä: {group}",
        M::Role(role) => self::role(role),
        M::AffiliatedTo(_) => "Sidosyhteisö: {name}",
        M::Commitment(commitment) => self::commitment(commitment),
        M::ToConsortium(_) => "Lisää konsortioon: {name}",
        M::ToPool(_) => "Poista konsortiosta: {name}",
        M::Edit(_) => "Muokkaa tietoja: {name}",
        M::MakeApplicant(_) => "Valitse hakijaksi: {name}",
        M::NoLongerApplicant(_) => "{name} on hakija. Vaihda kumppaniksi",
        M::Earlier(_) => "Siirrä eteenpäin: {name}",
        M::Later(_) => "Siirrä taaksepäin: {name}",

        M::Consortium => "Konsortio",
        M::ConsortiumSummary { organisations: 1, countries: 1 } => "1 organisaatio · 1 maa",
        M::ConsortiumSummary { organisations: 1, .. } => "1 organisaatio · {countries} maata",
        M::ConsortiumSummary { countries: 1, .. } => "{organisations} organisaatiota · 1 maa",
        M::ConsortiumSummary { .. } => "{organisations} organisaatiota · {countries} maata",
        M::EmptyConsortium => "Vedä organisaatioita tähän, niin näet vaatimusten muuttuvan vihreiksi.",
        M::EmptyConsortiumHint => "Jokaisessa kortissa on myös painike, joka tekee saman.",

        M::Requirements => "Vaatimukset",
        M::AllMet => "Kaikki pakolliset vaatimukset täyttyvät",
        M::Remaining(1) => "Yksi vaatimus jäljellä",
        M::Remaining(_) => "{n} vaatimusta jäljellä",
        M::FactsMissing(1) => "Yksi tieto ratkaisee",
        M::FactsMissing(_) => "{n} vaatimusta odottaa tietoja",
        M::MetOf { .. } => "{met}/{all} vaatimusta täyttyy.",
        M::ShowRequirements => "Näytä vaatimukset",
        M::Mandatory => "Pakolliset",
        M::ToShow => "Osoitettava",
        M::ToStrengthen => "Vahvistettava",
        M::Status(status) => self::status(status),
        M::HaveOf { .. } => "{have}/{need}",
        M::AtMost { .. } => "{have}, enintään {need}",
        M::Exactly { .. } => "{have}, pitää olla tasan {need}",
        M::Against { .. } => "{have}, vastassa {need}",
        M::Allowed { .. } => "{have}/{need} saa olla mukana",
        M::CountryLacks { .. } => "{country}: puuttuu {what}",
        M::Lacking(_) => "{n} puuttuu",
        M::MayCount(_) => "{n} lisää voidaan laskea, kun tiedot on täytetty",
        M::Counted => "Lasketaan",
        M::LeftOut => "Ei lasketa",
        M::LeftOutBecause { .. } => "{name}: {reason}",
        M::NobodyOutside => "Ei jäseniä kumppanimaista",
        M::NoHei => "Ei korkeakouluja ohjelmamaista",
        M::NoMembers => "Ei vielä jäseniä",
        M::ChooseApplicant => "Valitse hakija jostakin kortista",
        M::OneApplicantOnly => "Vain yksi voi olla hakija",
        M::ChooseDuration => "Valitse kesto",
        M::DurationIs(_) => "{months} kuukautta",
        M::GrantLabel => "Haettava avustus, euroa",
        M::GrantIs(_) => "{euros} euroa",
        M::GrantAtMost(_) => "enintään {euros} euroa",
        M::NoGrantStated => "Avustusta ei ilmoitettu",
        M::NotANumber => "Kirjoita summa euroina, esimerkiksi 650 000 tai 650 000,50.",
        M::ShownBy { .. } => "Ilmoitettu: {have}/{need}",
        M::HaveConfirmed { .. } => "Vahvistanut: {have}/{need}",
        M::ActivitiesChosen(_) => "{n} valittu",
        M::ChooseActivities => "Valitse, mitä hanke tekee",
        M::PersonJudges => "Tämän voi arvioida vain ihminen",
        M::LenientReading { .. } => "Väljästi luettuna: {have}/{need} – {status}",
        M::Confidence(confidence) => match confidence {
            Confidence::OfficialText => "virallinen teksti",
            Confidence::OfficialPage => "virallinen verkkosivu",
            Confidence::AgencyPage => "kansallisen toimiston verkkosivu",
            Confidence::Secondary => "toissijainen lähde",
        },
        M::Checked { .. } => "Tiedot tarkistettiin {date}.",
        M::OwnTextPrevails => "Haun oma teksti ratkaisee.",
        M::Countries => "Maat",
        M::CountryMap { .. } => "Maat, jotka lasketaan: {countries}",
        M::NoCountries => "Yhtään maata ei vielä lasketa",

        M::FormNew => "Uusi organisaatio",
        M::FormEdit => "Muokkaa organisaatiota",
        M::Name => "Nimi",
        M::NameHint => "Jätä tyhjäksi, jos paikkaa ei ole vielä täytetty, esimerkiksi ”yritys Saksasta”.",
        M::KindField => "Organisaation tyyppi",
        M::Country => "Maa",
        M::Group => "Oikeudellinen ryhmä",
        M::GroupHint => "Saman ryhmän organisaatiot lasketaan yhdeksi. Jätä tyhjäksi, jos organisaatio on riippumaton.",
        M::Charter => "Erasmus-peruskirja (ECHE)",
        M::CharterPresumed => "Ei ilmoitettu (oletetaan olevan)",
        M::Yes => "Kyllä",
        M::No => "Ei",
        M::AddedValue => "Lisäarvo",
        M::AddedValueHint => "Mitä organisaatio tuo, mitä muut eivät voi? Vaaditaan kumppanimailta.",
        M::Experience => "Asiaankuuluva kokemus",
        M::ExperienceHint => "Tarvitaan, jos konsulttiyritys tai välittäjä lasketaan yritysten puolelle.",
        M::CommitmentField => "Sitoutuminen",
        M::RoleField => "Rooli",
        M::AffiliatedToField => "Kenen sidosyhteisö",
        M::NotStated => "Ei ilmoitettu",
        M::Save => "Tallenna",
        M::AddToPool => "Lisää",
        M::AddToConsortium => "Lisää konsortioon",
        M::Cancel => "Peruuta",
        M::Delete => "Poista",
        M::SaySomething => "Ilmoita ainakin nimi, tyyppi tai maa.",

        M::Close => "Sulje",
        M::StorageBlocked => "Selain ei salli suunnitelman tallentamista tähän. Tallenna se tiedostona ennen kuin suljet sivun.",
        M::StorageFull => "Selaimen tallennustila on täynnä. Viimeisimmät muutokset eivät tallentuneet; tallenna suunnitelma tiedostona.",
        M::DamagedSave { .. } => "Tallennettua suunnitelmaa ei voitu lukea. {reason} Teksti on tallella, ja sen voi ladata.",
        M::PutAside(_) => {
            "Täällä on syrjään pantuja suunnitelmia ({n}): niitä ei voitu lukea, tai ne olisivat muuten korvautuneet. Lataa ne tai poista ne."
        }
        M::EraseAside => "Poista syrjään pannut",
        M::PlanEmptied { .. } => "Uusi, tyhjä suunnitelma. Kumoa palauttaa suunnitelman ”{plan}”.",
        M::BoardFull(_) => "Suunnitelmaan mahtuu enintään {n} organisaatiota. Poista ensin jokin.",
        M::Unanswered => "Neuvoja ei voitu hakea. Suunnitelma ja vaatimukset toimivat kuten ennen.",
        M::TryAgain => "Yritä uudelleen",
        M::NotMonths => "Kirjoita kokonaisia kuukausia, esimerkiksi 24.",
        M::OwnNotKept => "Omalle haullesi ei ole tilaa selaimessa. Se kulkee suunnitelman mukana; tallenna suunnitelma tiedostona.",
        M::NotKept => "Muutokset eivät tallennu tähän",
        M::DownloadDamaged => "Lataa teksti",
        M::NewerPlan => {
            "Suunnitelma on tehty uudemmalla versiolla. Se näytetään siltä osin kuin se ymmärretään, eikä muutoksia tallenneta tähän."
        }
        M::OtherTab => "Suunnitelma muuttui toisessa välilehdessä.",
        M::ShowOther => "Näytä se",
        M::FileOpened { .. } => "{file} on avattu. Kumoa palauttaa edellisen suunnitelman.",
        M::FileRefused { .. } => "Tiedostoa {file} ei avattu. {reason} Suunnitelmasi on ennallaan.",
        M::FileUnreadable { .. } => "Tiedostoa {file} ei voitu lukea levyltä. Yritä uudelleen. Suunnitelmasi on ennallaan.",
        M::UnknownCall { .. } => "Hakua ”{call}” {year} ei ole täällä. Valitse luettelossa oleva haku.",
        M::CallNotLoaded { .. } => {
            "Haun vaatimuksia ei voitu hakea: {call}. Yritä uudelleen, kun verkko toimii. Suunnitelma on entisellään."
        }
        M::FileTooLarge => "Tiedosto on liian suuri suunnitelmaksi.",
        M::MadeUp => "Keksittyjä organisaatioita mittausta varten. Mitään ei tallenneta.",

        M::Joined(_) => "{name} on mukana konsortiossa.",
        M::JoinedTogether(_) => "{name} ovat mukana konsortiossa.",
        M::Left(_) => "{name} ei ole enää mukana konsortiossa.",
        M::Reordered { .. } => "{name} on nyt paikalla {at}/{of}.",
        M::AddedToPool(_) => "{name} on nyt omissa organisaatioissasi.",
        M::AddedToConsortium(_) => "{name} on uusi konsortiossa.",
        M::Edited(_) => "Tiedot muutettu: {name}.",
        M::Deleted(_) => "{name} on poistettu.",
        M::HasRole { .. } => "{name}: {role}.",
        M::ProjectChanged => "Hankkeen tiedot muutettu.",
        M::Renamed => "Suunnitelmalla on uusi nimi.",
        M::CallChanged => "Haku vaihdettu.",
        M::Opened => "Suunnitelma on avattu.",
        M::Undone => "Kumottu.",
        M::Redone => "Tehty uudelleen.",
        M::Lifted(_) => "{name} on vedettävänä. Esc keskeyttää.",
        M::PutBack(_) => "{name} jäi paikalleen.",
        M::NowStatus { .. } => "{requirement}: {status}.",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Hei => "Korkeakoulu",
        Kind::Enterprise => "Yritys",
        Kind::Association => "Järjestö",
        Kind::PublicBody => "Viranomainen",
        Kind::ResearchInstitute => "Tutkimuslaitos",
        Kind::BusinessIntermediary => "Välittävä tai elinkeinoelämän organisaatio",
        Kind::TradeUnion => "Ammattiliitto",
        Kind::VetProvider => "Ammatillisen koulutuksen järjestäjä",
        Kind::School => "Koulu",
        Kind::TeacherEducationProvider => "Opettajankouluttaja",
        Kind::AccreditationBody => "Akkreditointielin",
        Kind::Other => "Muu organisaatio",
    }
}

const fn one_of(kind: Option<Kind>) -> &'static str {
    // The country stands in brackets after it, so that its name need not be inflected.
    match kind {
        None => "Organisaatio",
        Some(kind) => self::kind(kind),
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Applicant => "Hakija",
        Role::Partner => "Kumppani",
        Role::Affiliated => "Sidosyhteisö",
        Role::Associated => "Assosioitunut kumppani",
    }
}

const fn commitment(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::None => "Ei ilmoitettu",
        Commitment::Asked => "Kysytty",
        Commitment::Promised => "Luvannut",
        Commitment::Confirmed => "Vahvistanut",
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "Täyttyy",
        Status::Unmet => "Ei täyty",
        Status::Unknown => "Tieto puuttuu",
        Status::Review => "Vaatii arvion",
        Status::NotApplicable => "Ei koske",
    }
}

const fn attribute(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::InitialTeacherEducation => "Kouluttaa tulevia opettajia",
        Attribute::InServiceTeacherEducation => "Täydennyskouluttaa opettajia",
        Attribute::PracticeSchool => "Tulevien opettajien harjoittelukoulu",
        Attribute::EstablishedTwoYears => "Perustettu vähintään kaksi vuotta ennen hakuajan päättymistä",
        Attribute::CompetentAuthority => "Alan vastuuviranomainen maassaan, esimerkiksi ministeriö",
    }
}

const fn left_out(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::OutsideClass(_) => "kumppanimaasta",
        LeftOut::OtherKind => "toista tyyppiä",
        LeftOut::Associated => "assosioitunut kumppani",
        LeftOut::Affiliated => "sidosyhteisö, ei riippumaton",
        LeftOut::SameLegalGroup(_) => "sama oikeudellinen ryhmä kuin {of}",
        LeftOut::NotStated { kind: true, country: true } => "tyyppiä ja maata ei ilmoitettu",
        LeftOut::NotStated { country: true, .. } => "maata ei ilmoitettu",
        LeftOut::NotStated { .. } => "tyyppiä ei ilmoitettu",
        LeftOut::NoCharter => "korkeakoulu ilman Erasmus-peruskirjaa",
        LeftOut::NotApplicant => "ei hakija",
        LeftOut::SeveralApplicants => "yksi useista hakijoista",
        LeftOut::NotShown => "ei ilmoitettu",
        LeftOut::WithoutAttribute(_) => "ei täytä ehtoa: {attribute}",
        LeftOut::AttributeNotStated(_) => "tieto puuttuu: {attribute}",
        LeftOut::NotDecided(_) => "vielä ei ole päätetty, onko maa {of}",
        LeftOut::OtherSide => "lasketaan toiselle puolelle",
    }
}

/// Beyond ten the number itself is put in.
const fn number_word(n: usize) -> &'static str {
    match n {
        0 => "Nolla",
        1 => "Yksi",
        2 => "Kaksi",
        3 => "Kolme",
        4 => "Neljä",
        5 => "Viisi",
        6 => "Kuusi",
        7 => "Seitsemän",
        8 => "Kahdeksan",
        9 => "Yhdeksän",
        10 => "Kymmenen",
        _ => "{number}",
    }
}
