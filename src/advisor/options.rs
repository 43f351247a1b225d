//! What is asked for beside the answers to a plan, and only then answered: other calls, another call or plan beside it.

use crate::calls::CallFile;
use crate::engine::Call;
use crate::plan::Plan;

/// What else is asked for.
#[derive(Clone, Debug, Default)]
pub struct AdviceOptions<'a> {
    /// The calls to hold the plan against, each in its latest year and in every variant; `None` while nobody has asked.
    pub calls: Option<Vec<&'a CallFile>>,
    /// What to show beside the plan and its call.
    pub beside: Option<CompareWith<'a>>,
}

/// What is shown beside the plan and its call.
#[derive(Clone, Debug)]
pub enum CompareWith<'a> {
    /// The same plan under another call.
    Call(&'a CallFile, Call),
    /// Another plan under its own call.
    Plan(&'a Plan, &'a CallFile, Call),
}
