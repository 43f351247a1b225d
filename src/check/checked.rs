//! One plan, read and checked.

use super::{LONGEST, Outcome};
use allians::calls::{CallFile, SHIPPED, read};
use allians::engine::{Call, Reading, Report, Verdict, evaluate};
use allians::plan::{Plan, PlanError, from_text};
use allians::wire::{Asked, Refusal, ReportOut};
use std::rc::Rc;

/// The calls of the program, each made ready for a year when a plan first asks for it.
pub(crate) struct Calls {
    ready: Vec<Rc<Call>>,
    /// The call file that a plan carried last, with its text: plans of one file often carry the same.
    own: Option<(Rc<str>, CallFile)>,
}

/// A plan with its report.
pub(crate) struct Checked {
    pub(crate) call: Rc<Call>,
    /// The plan's own call file, where it carries one.
    own: Option<CallFile>,
    pub(crate) plan: Plan,
    /// The plan's title, or where it comes from.
    pub(crate) title: String,
    pub(crate) report: Report,
}

impl Calls {
    pub(crate) fn shipped() -> Calls {
        Calls { ready: Vec::new(), own: None }
    }

    /// Reads and checks a plan; `origin` stands in for a title.
    pub(crate) fn check(&mut self, bytes: &[u8], origin: &str, reading: Reading) -> Result<Checked, Refusal> {
        let plan = from_text(text(bytes)?)?;
        let own = plan.own_call.as_ref().map(|text| self.own(text)).transpose()?;
        let call = match &own {
            Some(file) => Rc::new(Refusal::find(std::slice::from_ref(file), &plan.call, u32::from(plan.year), plan.variant.as_deref())?),
            None => self.call(&plan)?,
        };
        let report = evaluate(&call, &plan.consortium(), reading);
        let title = if plan.title.is_empty() { origin.to_owned() } else { plan.title.to_string() };
        Ok(Checked { call, own, plan, title, report })
    }

    /// The call file that a plan carries.
    fn own(&mut self, text: &Rc<str>) -> Result<CallFile, Refusal> {
        if let Some((_, file)) = self.own.as_ref().filter(|(known, _)| known == text) {
            return Ok(*file);
        }
        let value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        let file = read(&&value).map_err(|problem| problem.problem.in_field("own_call"))?;
        self.own = Some((text.clone(), file));
        Ok(file)
    }

    fn call(&mut self, plan: &Plan) -> Result<Rc<Call>, Refusal> {
        if let Some(call) = self.ready.iter().find(|call| plan.is_of(call)) {
            return Ok(Rc::clone(call));
        }
        let call = Rc::new(Refusal::find(&SHIPPED, &plan.call, u32::from(plan.year), plan.variant.as_deref())?);
        self.ready.push(Rc::clone(&call));
        Ok(call)
    }
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
    pub(crate) fn asked(&self) -> Asked<'_> {
        Asked::new(&self.title, &self.call, &self.plan, self.report.reading)
    }

    /// The file that the call comes from, for its texts.
    pub(crate) fn call_file(&self) -> Option<&CallFile> {
        self.own.as_ref().or_else(|| SHIPPED.iter().find(|file| file.id == self.call.id()))
    }
}
