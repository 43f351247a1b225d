//! Which call is meant: in an address, by the choice of the page, by a button of advice.

use super::file::CallFile;
use super::library::Chosen;
use crate::engine::Call;
use std::fmt::{self, Display, Formatter};
use std::sync::Arc;

/// A call as an address names it: id, year, variant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CallRef {
    /// Its id.
    pub id: String,
    /// The year; `None`: the last.
    pub year: Option<u16>,
    /// The variant; `None`: the first.
    pub variant: Option<String>,
}

impl CallRef {
    /// `id/year/variant`, of which the last may be left out.
    pub fn parse(text: &str) -> Option<CallRef> {
        let mut parts = text.split('/');
        let id = parts.next()?.to_owned();
        let year = parts.next().and_then(|year| year.parse().ok());
        Some(CallRef { id, year, variant: parts.next().filter(|variant| !variant.is_empty()).map(str::to_owned) })
    }

    /// What names a call.
    pub fn of(call: &Call) -> CallRef {
        CallRef { id: call.id().to_owned(), year: Some(call.year()), variant: call.variant().map(str::to_owned) }
    }

    /// Its call in that year and variant, else in the last year and the first variant, with the file.
    pub fn chosen(&self, file: &Arc<CallFile>) -> Option<Chosen> {
        let year = self.year.filter(|year| file.years.contains(year)).or(file.years.last().copied())?;
        let call = file.call(year, self.variant.as_deref()).or_else(|| file.call(year, None))?;
        Some((file.clone(), Arc::new(call)))
    }
}

impl Display for CallRef {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)?;
        self.year.iter().try_for_each(|year| write!(f, "/{year}"))?;
        self.variant.iter().try_for_each(|variant| write!(f, "/{variant}"))
    }
}
