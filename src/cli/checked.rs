//! One plan, read and checked.

use super::{LONGEST, Outcome};
use allians::calls::{CallFile, CallLibrary};
use allians::engine::{Call, Reading, Report, Verdict, evaluate};
use allians::plan::{Plan, PlanError, from_text};
use allians::wire::{AdviceRequest, Refusal, ReportOut};
use std::sync::Arc;

/// A plan with its report.
pub(crate) struct Checked {
    /// The file that the call comes from, for its texts.
    pub(crate) file: Arc<CallFile>,
    pub(crate) call: Arc<Call>,
    pub(crate) plan: Plan,
    /// The plan's title, or where it comes from.
    pub(crate) title: String,
    pub(crate) report: Report,
}

/// Reads and checks a plan; `origin` stands in for a title.
pub(crate) fn check(library: &CallLibrary, bytes: &[u8], origin: &str, reading: Reading) -> Result<Checked, Refusal> {
    let plan = from_text(text(bytes)?)?;
    let (file, call) = Refusal::chosen(&plan, library, CallLibrary::read_own_text)?;
    let report = evaluate(&call, &plan.consortium(), reading);
    let title = if plan.title.is_empty() { origin.to_owned() } else { plan.title.to_string() };
    Ok(Checked { file, call, plan, title, report })
}

/// The bytes as text, without a byte order mark.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > LONGEST {
        return Err(Refusal::TooLong { most: LONGEST });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or(bytes);
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        PlanError::NotJson { line, column: before.len() - line_start + 1 }.into()
    })
}

impl Checked {
    pub(crate) fn outcome(&self) -> Outcome {
        match self.report.verdict {
            Verdict::Met => Outcome::Met,
            Verdict::Unmet | Verdict::Unknown => Outcome::Short,
        }
    }

    /// The report in the form in which it is written.
    pub(crate) fn out(&self) -> ReportOut<'_> {
        ReportOut::new(&self.title, &self.call, &self.plan.members, &self.report)
    }

    /// The plan as advice is asked about it.
    pub(crate) fn asked(&self) -> AdviceRequest<'_> {
        AdviceRequest::new(&self.title, &self.call, &self.plan, self.report.reading)
    }
}
