//! What is wrong with a plan, where, and what to do about it.

use super::Language;
use super::call_problem::in_a_call;
use crate::plan::PlanError;
use crate::source::{Expected, Fault, LONGEST_LIST, Problem, Step};

/// The field of a plan that holds a call file.
const OWN_CALL: &str = "own_call";

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

/// What is wrong, in words. What stands in a call file, a plan's own included, is said as of a call and not of a plan.
pub(super) fn fault(language: Language, problem: &Problem) -> String {
    let in_own_call = matches!(problem.path.0.as_slice(), [Step::Field(field), _, ..] if field == OWN_CALL);
    if let Some(words) = in_a_call(language, &problem.fault).filter(|_| in_own_call) {
        return words;
    }
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
        Fault::Taken { id } => format!("”{id}” är en utlysning som följer med programmet. Ge din egen utlysning en annan beteckning."),
        Fault::NotFound { id } => format!("”{id}” finns inte i planen."),
        Fault::TooLarge { most } if *most == LONGEST_LIST => format!("en lista rymmer högst {most} poster."),
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
        Expected::Amount => "ett belopp i euro med högst två decimaler",
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
        Fault::Taken { id } => format!("”{id}” on ohjelman mukana tuleva haku. Anna omalle haullesi toinen tunnus."),
        Fault::NotFound { id } => format!("”{id}” ei ole suunnitelmassa."),
        Fault::TooLarge { most } if *most == LONGEST_LIST => format!("luetteloon mahtuu enintään {most} kohtaa."),
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
        Expected::Amount => "summa euroina, enintään kaksi desimaalia",
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
        Fault::Taken { id } => format!("\"{id}\" is a call that comes with the program. Give your own call another id."),
        Fault::NotFound { id } => format!("\"{id}\" is not in the plan."),
        Fault::TooLarge { most } if *most == LONGEST_LIST => format!("a list holds at most {most} items."),
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
        Expected::Amount => "an amount of euros with no more than two decimals",
    }
}
