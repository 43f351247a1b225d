//! What a requirement measures, as data: by its kind, with the numbers that this kind has.

use super::Word;
use crate::engine::{Lack, Measured, ProjectMeasure};
use serde::Serialize;

/// What is measured.
#[derive(Serialize, Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum MeasuredOut {
    AtLeast { of: Word, have: u64, possible: u64, need: u64, slack: Option<i64> },
    AtMost { have: u64, possible: u64, most: u64, slack: Option<i64> },
    Exactly { have: u64, possible: u64, exactly: u64 },
    Balance { have: u64, possible: u64, against: u64, times: u32, slack: Option<i64> },
    PerCountry { complete: u64, possible: u64, present: u64, lacking: Vec<LackOut>, slack: Option<i64>, exact: bool },
    Shown { have: u64, possible: u64, of: u64 },
    Duration { months: Option<u32>, shortest: u32 },
    Grant { euros: Option<u64>, most: Option<u64> },
    Activities { chosen: u64, listed: u64 },
    Judged,
}

/// What a country still has to bring.
#[derive(Serialize, Debug)]
pub(crate) struct LackOut {
    country: String,
    kinds: Vec<Word>,
    missing: u32,
}

impl LackOut {
    pub(crate) fn of(lack: &Lack) -> LackOut {
        let kinds = lack.kinds.iter().map(|kind| Word(kind.as_str())).collect();
        LackOut { country: lack.country.code().to_owned(), kinds, missing: lack.missing }
    }
}

impl MeasuredOut {
    pub(crate) fn of(measured: &Measured) -> MeasuredOut {
        let slack = measured.slack();
        match *measured {
            Measured::AtLeast { of, have, possible, need } => MeasuredOut::AtLeast { of: Word(of.as_str()), have, possible, need, slack },
            Measured::AtMost { have, possible, most } => MeasuredOut::AtMost { have, possible, most, slack },
            Measured::Exactly { have, possible, exactly } => MeasuredOut::Exactly { have, possible, exactly },
            Measured::Balance { have, possible, against, times, .. } => MeasuredOut::Balance { have, possible, against, times, slack },
            Measured::PerCountry { complete, possible, present, ref lacking, exact, .. } => {
                MeasuredOut::PerCountry { complete, possible, present, lacking: lacking.iter().map(LackOut::of).collect(), slack, exact }
            }
            Measured::Shown { have, possible, of } => MeasuredOut::Shown { have, possible, of },
            Measured::Project(ref project) => of_project(project),
            Measured::Judged => MeasuredOut::Judged,
        }
    }
}

fn of_project(project: &ProjectMeasure) -> MeasuredOut {
    match *project {
        ProjectMeasure::Duration { months, shortest } => MeasuredOut::Duration { months, shortest },
        ProjectMeasure::Grant { asked, most } => MeasuredOut::Grant { euros: asked.map(|asked| asked.rounded_up()), most },
        ProjectMeasure::Activities { chosen, listed } => MeasuredOut::Activities { chosen, listed },
    }
}
