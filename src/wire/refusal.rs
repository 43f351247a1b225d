//! Why something was not checked: the same words on the command line and in the JS API, to be acted on without parsing a sentence.

use super::Word;
use crate::calls::{CallFile, CallFileProblem, CallLibrary, Chosen};
use crate::i18n::{Language, plan_error};
use crate::plan::{Plan, PlanError};
use crate::source::{Expected, Fault, Problem, Step};
use serde::Serialize;
use std::sync::Arc;

/// How a program reads a call file from its text.
pub type ReadOwn = fn(&mut CallLibrary, &str) -> Result<Arc<CallFile>, CallFileProblem>;

/// Why something was not checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It is no plan, or something in it is wrong.
    Plan(PlanError),
    /// It is longer than what is read.
    TooLong {
        /// The most that is read, in bytes.
        most: usize,
    },
    /// An option is a larger number than can be asked for.
    OptionTooLarge {
        /// The option.
        option: &'static str,
        /// The most that can be asked for.
        most: usize,
    },
    /// No call has this id.
    UnknownCall {
        /// The id.
        call: String,
        /// The ids that calls have.
        known: Vec<String>,
    },
    /// The call has no such year.
    UnknownYear {
        /// The call.
        call: String,
        /// The year.
        year: u32,
        /// The years that it has.
        known: Vec<u16>,
    },
}

impl From<PlanError> for Refusal {
    fn from(error: PlanError) -> Refusal {
        Refusal::Plan(error)
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Refusal {
        Refusal::Plan(PlanError::Wrong(problem))
    }
}

/// A refusal as data with an English sentence.
#[derive(Serialize, Default, Debug)]
pub struct RefusalOut {
    kind: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<Known>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    message: String,
}

#[derive(Serialize, Debug)]
#[serde(untagged)]
enum Known {
    Calls(Vec<String>),
    Years(Vec<u16>),
}

impl Refusal {
    /// The call that a plan is for. Where the plan carries its own call, it is read into a library that nobody else sees.
    pub fn chosen(plan: &Plan, library: &CallLibrary, read_own: ReadOwn) -> Result<Chosen, Refusal> {
        let own = plan.own_call.as_deref().map(|text| read_own(&mut library.clone(), text));
        let own = own.transpose().map_err(|problem| problem.problem.in_field("own_call"))?;
        let files: Vec<&Arc<CallFile>> = own.as_ref().map_or_else(|| library.all().collect(), |own| vec![own]);
        Refusal::find(&files, &plan.call, u32::from(plan.year), plan.variant.as_deref())
    }

    /// The call with this id for a year, made from its file.
    pub fn find(files: &[&Arc<CallFile>], id: &str, year: u32, variant: Option<&str>) -> Result<Chosen, Refusal> {
        let Some(file) = files.iter().find(|file| *file.id == *id) else {
            return Err(Refusal::UnknownCall { call: id.to_owned(), known: files.iter().map(|file| file.id.to_string()).collect() });
        };
        let year_of = u16::try_from(year).ok().filter(|year| file.years.contains(year));
        let Some(year) = year_of else { return Err(Refusal::UnknownYear { call: id.to_owned(), year, known: file.years.to_vec() }) };
        let call = file.call(year, variant).ok_or_else(|| {
            let fault = Fault::UnknownWord {
                found: variant.unwrap_or_default().to_owned(),
                allowed: file.variants.iter().map(|variant| variant.id.to_string()).collect(),
            };
            Refusal::from(Problem::from(fault).in_field("variant").in_field("options"))
        })?;
        Ok((Arc::clone(file), Arc::new(call)))
    }

    /// An English sentence: what is wrong, where, and what to do.
    pub fn message(&self) -> String {
        match self {
            Refusal::Plan(error) => plan_error(Language::En, error),
            Refusal::TooLong { most } => format!("It is longer than {most} bytes. Is it a plan?"),
            Refusal::OptionTooLarge { option, most } => format!("options.{option}: at most {most} can be asked for."),
            Refusal::UnknownCall { call, known } => format!("call: \"{call}\" is unknown. Known are {}.", known.join(", ")),
            Refusal::UnknownYear { call, year, known } => {
                let known: Vec<String> = known.iter().map(u16::to_string).collect();
                format!("year: {call} has no call in {year}. Known are {}.", known.join(", "))
            }
        }
    }

    /// The field that is wrong, where one is.
    pub fn path(&self) -> crate::source::Path {
        let field = |name: &str| crate::source::Path(vec![Step::Field(name.to_owned())]);
        match self {
            Refusal::Plan(PlanError::Wrong(problem)) => problem.path.clone(),
            Refusal::Plan(PlanError::NotAPlan | PlanError::NotJson { .. }) | Refusal::TooLong { .. } => crate::source::Path::default(),
            Refusal::OptionTooLarge { option, .. } => {
                crate::source::Path(["options", option].map(|name| Step::Field(name.to_owned())).to_vec())
            }
            Refusal::UnknownCall { .. } => field("call"),
            Refusal::UnknownYear { .. } => field("year"),
        }
    }

    /// The refusal as data.
    pub fn out(&self) -> RefusalOut {
        let mut out = RefusalOut { message: self.message(), ..RefusalOut::default() };
        let kind = match self {
            Refusal::Plan(PlanError::NotAPlan) => "not_a_plan",
            Refusal::Plan(PlanError::NotJson { line, column }) => {
                (out.line, out.column) = (Some(*line), Some(*column));
                "not_json"
            }
            Refusal::Plan(PlanError::Wrong(problem)) => {
                out.path = Some(problem.path.to_string());
                out.take_fault(&problem.fault);
                "wrong"
            }
            Refusal::TooLong { most } => {
                out.most = Some(*most);
                "too_long"
            }
            Refusal::OptionTooLarge { most, .. } => {
                out.path = Some(self.path().to_string());
                out.take_fault(&Fault::TooLarge { most: *most });
                "wrong"
            }
            Refusal::UnknownCall { call, known } => {
                (out.call, out.known) = (Some(call.clone()), Some(Known::Calls(known.clone())));
                "unknown_call"
            }
            Refusal::UnknownYear { call, year, known } => {
                (out.call, out.year, out.known) = (Some(call.clone()), Some(*year), Some(Known::Years(known.clone())));
                "unknown_year"
            }
        };
        RefusalOut { kind: Some(Word(kind)), ..out }
    }
}

impl RefusalOut {
    fn take_fault(&mut self, fault: &Fault) {
        let word = match fault {
            Fault::Missing => "missing",
            Fault::UnknownField { known } => {
                self.allowed = Some(known.iter().map(|name| (*name).to_owned()).collect());
                "unknown_field"
            }
            Fault::Expected(expected) => {
                self.expected = Some(Word(expected_word(*expected)));
                "expected"
            }
            Fault::UnknownWord { found, allowed } => {
                (self.found, self.allowed) = (Some(found.clone()), Some(allowed.clone()));
                "unknown_word"
            }
            Fault::UnknownCountry { found } => {
                self.found = Some(found.clone());
                "unknown_country"
            }
            Fault::Repeated { id } => {
                self.found = Some(id.clone());
                "repeated"
            }
            Fault::Taken { id } => {
                self.found = Some(id.clone());
                "taken"
            }
            Fault::NotFound { id } => {
                self.found = Some(id.clone());
                "not_found"
            }
            Fault::TooLarge { most } => {
                self.most = Some(*most);
                "too_large"
            }
        };
        self.fault = Some(Word(word));
    }
}

const fn expected_word(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "object",
        Expected::List => "list",
        Expected::Text => "text",
        Expected::Truth => "truth",
        Expected::Number => "number",
        Expected::Amount => "amount",
    }
}
