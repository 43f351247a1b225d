//! What is wrong with a plan, where, and what to do about it.

use super::Language;
use crate::plan::{MOST_ORGANISATIONS, PlanError};
use crate::source::{Expected, Fault, Problem};

/// A sentence or two on why a text is not a plan. Names the path, not the file: who opened the file knows its name.
pub fn plan_error(language: Language, error: &PlanError) -> String {
    match (error, language) {
        (PlanError::NotJson { line, column }, Language::Sv) => {
            format!("Det är inte JSON: första felet är på rad {line}, tecken {column}. Öppna en fil som sparats härifrån.")
        }
        (PlanError::NotJson { line, column }, Language::Fi) => {
            format!("Se ei ole JSONia: ensimmäinen virhe on rivillä {line}, merkissä {column}. Avaa täältä tallennettu tiedosto.")
        }
        (PlanError::NotJson { line, column }, Language::En) => {
            format!("It is not JSON: the first mistake is on line {line}, column {column}. Open a file that was saved from here.")
        }
        (PlanError::NotAPlan, Language::Sv) => {
            "Det är ingen plan: fältet format ska vara ”allians-plan”. Öppna en fil som sparats härifrån.".to_owned()
        }
        (PlanError::NotAPlan, Language::Fi) => {
            "Se ei ole suunnitelma: kentän format pitää olla ”allians-plan”. Avaa täältä tallennettu tiedosto.".to_owned()
        }
        (PlanError::NotAPlan, Language::En) => {
            "It is not a plan: the field format has to be \"allians-plan\". Open a file that was saved from here.".to_owned()
        }
        (PlanError::Wrong(problem), _) => format!("{}: {}", problem.path, fault(language, problem)),
    }
}

pub(super) fn fault(language: Language, problem: &Problem) -> String {
    match language {
        Language::Sv => fault_sv(&problem.fault),
        Language::Fi => fault_fi(&problem.fault),
        Language::En => fault_en(&problem.fault),
    }
}

fn fault_sv(fault: &Fault) -> String {
    match fault {
        Fault::Missing => "saknas. Lägg till fältet.".to_owned(),
        Fault::UnknownField { known } => format!("fältet är okänt. Fälten här är {}.", known.join(", ")),
        Fault::Expected(expected) => format!("här ska stå {}.", expected_sv(*expected)),
        Fault::UnknownWord { found, allowed } => format!("”{found}” är okänt. Tillåtet är {}.", allowed.join(", ")),
        Fault::UnknownCountry { found } => format!("”{found}” är ingen landskod. Använd två bokstäver enligt ISO 3166-1, till exempel FI."),
        Fault::Repeated { id } => format!("”{id}” förekommer två gånger. Ge var och en sin egen beteckning."),
        Fault::NotFound { id } => format!("”{id}” finns inte i planen."),
        Fault::TooLarge { most } if *most == MOST_ORGANISATIONS => format!("en plan rymmer högst {most} organisationer."),
        Fault::TooLarge { most } => format!("texten är för lång, högst {most} tecken."),
    }
}

fn expected_sv(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "ett objekt { … }",
        Expected::List => "en lista [ … ]",
        Expected::Text => "en text inom citattecken",
        Expected::Truth => "true eller false",
        Expected::Number => "ett heltal, inte negativt",
    }
}

fn fault_fi(fault: &Fault) -> String {
    match fault {
        Fault::Missing => "puuttuu. Lisää kenttä.".to_owned(),
        Fault::UnknownField { known } => format!("kenttä on tuntematon. Kentät tässä ovat {}.", known.join(", ")),
        Fault::Expected(expected) => format!("tässä pitää olla {}.", expected_fi(*expected)),
        Fault::UnknownWord { found, allowed } => format!("”{found}” on tuntematon. Sallittuja ovat {}.", allowed.join(", ")),
        Fault::UnknownCountry { found } => format!("”{found}” ei ole maakoodi. Käytä kahta kirjainta ISO 3166-1:n mukaan, esimerkiksi FI."),
        Fault::Repeated { id } => format!("”{id}” esiintyy kahdesti. Anna kullekin oma tunnus."),
        Fault::NotFound { id } => format!("”{id}” ei ole suunnitelmassa."),
        Fault::TooLarge { most } if *most == MOST_ORGANISATIONS => format!("suunnitelmaan mahtuu enintään {most} organisaatiota."),
        Fault::TooLarge { most } => format!("teksti on liian pitkä, enintään {most} merkkiä."),
    }
}

fn expected_fi(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "olio { … }",
        Expected::List => "luettelo [ … ]",
        Expected::Text => "teksti lainausmerkeissä",
        Expected::Truth => "true tai false",
        Expected::Number => "kokonaisluku, ei negatiivinen",
    }
}

fn fault_en(fault: &Fault) -> String {
    match fault {
        Fault::Missing => "is missing. Add the field.".to_owned(),
        Fault::UnknownField { known } => format!("the field is unknown. The fields here are {}.", known.join(", ")),
        Fault::Expected(expected) => format!("{} is expected here.", expected_en(*expected)),
        Fault::UnknownWord { found, allowed } => format!("\"{found}\" is unknown. Allowed are {}.", allowed.join(", ")),
        Fault::UnknownCountry { found } => format!("\"{found}\" is no country's code. Use two letters of ISO 3166-1, such as FI."),
        Fault::Repeated { id } => format!("\"{id}\" is there twice. Give each its own id."),
        Fault::NotFound { id } => format!("\"{id}\" is not in the plan."),
        Fault::TooLarge { most } if *most == MOST_ORGANISATIONS => format!("a plan holds at most {most} organisations."),
        Fault::TooLarge { most } => format!("the text is too long, at most {most} characters."),
    }
}

fn expected_en(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "an object { … }",
        Expected::List => "a list [ … ]",
        Expected::Text => "a text in quotation marks",
        Expected::Truth => "true or false",
        Expected::Number => "a whole number, not negative,",
    }
}
