//! The plan document: what is saved in the browser, exported, and read by the command line and the JS API.
//!
//! Errors are data: the page says them in the reader's language, the command line in English.

mod arrange;
mod read;
mod write;

mod place;

pub use place::Place;
#[cfg(not(target_arch = "wasm32"))]
pub use place::from_text;
pub use read::{PlanError, amount, read};
pub use write::to_text;

use crate::board::MOST_ORGANISATIONS;
use crate::calls::Rules;
use crate::engine::{Call, Consortium, Member, Organisation, Project};
use crate::source::LONGEST_LIST;
use std::rc::Rc;
use std::sync::Arc;

/// The word that says that a document is a plan.
pub const FORMAT: &str = "allians-plan";

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// The longest call file that a plan may carry, in characters.
pub const LONGEST_CALL: usize = 1_000_000;

// What the page writes it can read again: a board holds no more than a list of a plan file may have.
const _: () = assert!(MOST_ORGANISATIONS <= LONGEST_LIST);

/// A plan: organisations, who of them is a member and as what, the call, and the facts of the project.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// The visitor's name for it.
    pub title: Rc<str>,
    /// The id of the call.
    pub call: Rc<str>,
    /// The call year.
    pub year: u16,
    /// The variant of the call, such as a strand; `None` where the call has none, or the first is meant.
    pub variant: Option<Rc<str>>,
    /// The facts of the project.
    pub project: Project,
    /// All organisations, in the order in which they were arranged; those without a member row are the pool.
    pub organisations: Vec<Rc<Organisation>>,
    /// The members, in the order in which they were arranged.
    pub members: Vec<Member>,
    /// The rules that it was last held against; `None` where nobody noted them.
    pub rules: Option<Rc<Rules>>,
    /// The visitor's own call file, as JSON text, where the plan is for one.
    pub own_call: Option<Arc<str>>,
    /// Made by a newer version of the program: shown as far as it is understood, and never overwritten.
    pub newer: bool,
}

impl Plan {
    /// Whether it was made for this call. A plan that names no variant is for the first, which only the call's file knows.
    pub fn is_of(&self, call: &Call) -> bool {
        *call.id() == *self.call && call.year() == self.year && call.variant() == self.variant.as_deref()
    }

    /// What the engine is asked about.
    pub fn consortium(&self) -> Consortium {
        Consortium::new(self.members.clone(), self.project.clone())
    }
}
