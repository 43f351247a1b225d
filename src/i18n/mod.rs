//! Every sentence of the program. The messages are here, with their values; what they say in each language is in `texts/`, which the build
//! reads (`messages::lines`). Sentences of a call are in its call file.

mod announcement;
mod call_problem;
mod fill;
mod letters;
mod messages;
mod problem;
mod texts;

pub use announcement::announcement;
pub use call_problem::call_file_error;
pub use fill::{Part, advice, text};
pub use letters::{lower, upper};
pub use messages::{AdviceMessage, Message};
#[cfg(not(target_arch = "wasm32"))]
pub use messages::{Lines, lines};
pub use problem::plan_error;

use crate::calls::{CallFile, Localised};
use crate::engine::LeftOut;

/// A language of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Swedish, the first language.
    #[default]
    Sv,
    /// Finnish.
    Fi,
    /// English.
    En,
}

crate::engine::words!(Language { Sv = "sv", Fi = "fi", En = "en" });

impl Language {
    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::Sv => "Svenska",
            Language::Fi => "Suomi",
            Language::En => "English",
        }
    }

    /// The page's language for a browser's tag: `fi-FI` is Finnish.
    pub fn of_browser(tag: &str) -> Option<Language> {
        Language::parse(&tag.split('-').next()?.to_ascii_lowercase())
    }
}

/// Whoever is not from one of these is said to be from a partner country.
const PROGRAMME: &str = "programme";

impl CallFile {
    /// The name of the class that a reason is about, where readers have no shorter word for those outside of it.
    pub fn outside(&self, reason: LeftOut, language: Language) -> &str {
        let (LeftOut::OutsideClass(place) | LeftOut::NotDecided(place)) = reason else { return "" };
        let class = self.classes.get(usize::from(place)).filter(|class| *class.name != *PROGRAMME);
        class.map_or("", |class| class.title.in_language(language))
    }
}

impl Localised {
    /// The text in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Fi => &self.fi,
            Language::En => &self.en,
        }
    }
}
