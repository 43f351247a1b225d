//! Which call is asked for: in the address, by the choice of the page, by a button of advice.

use super::known;
use crate::calls::CallFile;
use crate::engine::Call;
use std::rc::Rc;

/// A call as an address names it: id, year, variant.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) id: String,
    pub(crate) year: Option<u16>,
    pub(crate) variant: Option<String>,
}

impl Asked {
    /// `id/year/variant`, of which the last may be left out.
    pub(crate) fn parse(text: &str) -> Option<Asked> {
        let mut parts = text.split('/');
        let id = parts.next()?.to_owned();
        let year = parts.next().and_then(|year| year.parse().ok());
        Some(Asked { id, year, variant: parts.next().filter(|variant| !variant.is_empty()).map(str::to_owned) })
    }

    /// The call in that year and variant, else in the last year and the first variant.
    pub(crate) fn call(&self, file: &CallFile) -> Option<Rc<Call>> {
        let year = self.year.filter(|year| file.years.contains(year)).or(file.years.last().copied())?;
        file.call(year, self.variant.as_deref()).or_else(|| file.call(year, None)).map(Rc::new)
    }

    /// Its file, where it is known.
    pub(crate) fn file(&self) -> Option<&'static CallFile> {
        known::find(&self.id)
    }
}
