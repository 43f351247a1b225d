//! The rules that a plan was held against, as it keeps them: enough to say later which of them have changed, and what that changed.

use crate::calls::CallFile;
use crate::calls::pack::mark_of;
use crate::engine::{Call, CountrySet, Verdict};
use std::rc::Rc;

/// What a plan keeps of the rules that it was held against.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rules {
    /// When the call's facts had been checked last.
    pub checked: Rc<str>,
    /// What they made of the plan.
    pub verdict: Option<Verdict>,
    /// A mark for each requirement and each country class, as `id=1f2e3d4c` and `class name=1f2e3d4c`.
    pub marks: Vec<Rc<str>>,
}

impl Rules {
    /// The rules of a call as they are now, with what they make of a plan.
    pub fn of(file: &CallFile, call: &Call, verdict: Verdict) -> Rules {
        let requirements = file.requirements_of(call).into_iter().map(|one| mark("", one.requirement.id, one.mark));
        let classes = call.classes().iter().map(|class| mark("class ", class.name, mark_of(codes(&class.countries))));
        Rules { checked: file.checked.into(), verdict: Some(verdict), marks: requirements.chain(classes).collect() }
    }

    /// What a mark is about, and the mark.
    pub fn parts(mark: &str) -> (&str, &str) {
        mark.rsplit_once('=').unwrap_or((mark, ""))
    }
}

fn mark(before: &str, name: &str, mark: u32) -> Rc<str> {
    let mut text = String::from(before);
    text.push_str(name);
    text.push('=');
    for digit in (0..8).rev() {
        text.push(char::from_digit(mark >> (digit * 4) & 15, 16).unwrap_or('0'));
    }
    text.into()
}

fn codes(countries: &CountrySet) -> Vec<u8> {
    countries.iter().flat_map(|country| country.code().as_bytes().to_vec()).collect()
}
