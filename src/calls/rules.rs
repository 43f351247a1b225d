//! The rules that a plan was held against, as it keeps them: enough to say later which of them have changed, and what that changed.

use super::file::CallFile;
use super::pack::mark_of;
use crate::engine::{Call, CountrySet, Verdict};
use std::rc::Rc;

/// What a plan keeps of the rules that it was held against.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rules {
    /// When the call's facts had been checked last.
    pub checked: Rc<str>,
    /// What they made of the plan.
    pub verdict: Option<Verdict>,
    /// A mark for each requirement and each country class, as `id=2:1f2e3d4c` and `class name=1f2e3d4c`.
    pub marks: Vec<Rc<str>>,
}

/// What the marks of requirements begin with. The first way of making them had no beginning: it followed the layout of bytes, so that
/// marks of then say nothing today.
const WAY: &str = "2:";

impl Rules {
    /// The rules of a call as they are now, with what they make of a plan.
    pub fn of(file: &CallFile, call: &Call, verdict: Verdict) -> Rules {
        let requirements = file.requirements_of(call).into_iter();
        let requirements = requirements.map(|one| format!("{}={WAY}{:08x}", one.requirement.id, one.mark));
        let classes =
            call.classes().iter().map(|class| format!("class {}={:08x}", class.name, mark_of(codes(&class.countries).as_bytes())));
        let marks = requirements.chain(classes).map(Rc::from).collect();
        Rules { checked: file.checked[..].into(), verdict: Some(verdict), marks }
    }

    /// What a mark is about, and the mark.
    pub fn parts(mark: &str) -> (&str, &str) {
        mark.rsplit_once('=').unwrap_or((mark, ""))
    }

    /// Whether two marks of one thing say that it is another. Marks that were made in different ways cannot be held against each other.
    pub fn differ(then: &str, now: &str) -> bool {
        then != now && then.contains(WAY) == now.contains(WAY)
    }

    /// Whether today's rules are others: one has changed, has come or is gone.
    pub fn are_others(&self, now: &Rules) -> bool {
        let mark = |of: &Rules, name: &str| {
            of.marks.iter().map(|mark| Rules::parts(mark)).find(|(other, _)| *other == name).map(|(_, mark)| mark.to_owned())
        };
        let is_other = |mark_now: &Rc<str>| {
            let (name, mark_now) = Rules::parts(mark_now);
            mark(self, name).is_none_or(|then| Rules::differ(&then, mark_now))
        };
        let is_gone = |then: &Rc<str>| mark(now, Rules::parts(then).0).is_none();
        now.marks.iter().any(is_other) || self.marks.iter().any(is_gone)
    }
}

fn codes(countries: &CountrySet) -> String {
    countries.iter().map(|country| country.code().to_owned()).collect()
}
