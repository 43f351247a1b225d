//! What is wrong with a call file, where, and what to do about it.

use super::Language;
use super::problem::fault;
use crate::calls::CallFileProblem;
use crate::source::Fault;

/// A sentence or two on why a text is not a call file: the line and column where that is known, the requirement, the field, and the
/// remedy. Without a problem it is not JSON at all.
pub fn call_file_error(language: Language, problem: Option<&CallFileProblem>, place: Option<(usize, usize)>) -> String {
    let at = place.map(|(line, column)| match language {
        Language::Sv => format!("rad {line}, tecken {column}: "),
        Language::Fi => format!("rivi {line}, merkki {column}: "),
        Language::En => format!("line {line}, column {column}: "),
    });
    let at = at.unwrap_or_default();
    let Some(CallFileProblem { requirement, problem }) = problem else {
        return match language {
            Language::Sv => format!("{at}det är inte JSON. Skriv filen med cargo xtask check-call."),
            Language::Fi => format!("{at}se ei ole JSONia. Tee tiedosto komennolla cargo xtask check-call."),
            Language::En => format!("{at}it is not JSON. Write the file with cargo xtask check-call."),
        };
    };
    let of = requirement.as_ref().map(|id| match language {
        Language::Sv => format!("kravet ”{id}”, "),
        Language::Fi => format!("vaatimus ”{id}”, "),
        Language::En => format!("requirement \"{id}\", "),
    });
    let path = if problem.path.0.is_empty() { String::new() } else { format!("{}: ", problem.path) };
    format!("{at}{}{path}{}", of.unwrap_or_default(), in_a_call(language, &problem.fault).unwrap_or_else(|| fault(language, problem)))
}

/// Faults that mean something else than in a plan.
pub(super) fn in_a_call(language: Language, fault: &Fault) -> Option<String> {
    Some(match (fault, language) {
        (Fault::NotFound { id }, Language::Sv) => format!("”{id}” ska finnas här en gång, varken fler eller färre."),
        (Fault::NotFound { id }, Language::Fi) => format!("”{id}” pitää olla tässä kerran, ei useammin eikä harvemmin."),
        (Fault::NotFound { id }, Language::En) => format!("\"{id}\" has to be here once, no more and no less."),
        (Fault::TooLarge { most }, Language::Sv) => format!("det är för mycket: högst {most}."),
        (Fault::TooLarge { most }, Language::Fi) => format!("liikaa: enintään {most}."),
        (Fault::TooLarge { most }, Language::En) => format!("that is too much: at most {most}."),
        (Fault::UnknownWord { found, allowed }, _) if allowed.is_empty() => match language {
            Language::Sv => format!("”{found}” får inte stå här."),
            Language::Fi => format!("”{found}” ei voi olla tässä."),
            Language::En => format!("\"{found}\" may not stand here."),
        },
        _ => return None,
    })
}
