//! Every sentence of the program. The messages are here, with their values; what they say in each language is in `texts/`, which the build
//! reads (`messages::lines`). Sentences of a call are in its call file.

mod announcement;
mod call_problem;
mod fill;
mod letters;
mod messages;
mod problem;
mod texts;

pub use crate::calls::Language;
pub use announcement::announcement;
pub use call_problem::call_file_error;
pub use fill::{Part, advice, text};
pub use letters::{lower, upper};
pub use messages::{AdviceMessage, Message};
#[cfg(not(target_arch = "wasm32"))]
pub use messages::{Lines, lines};
pub use problem::plan_error;
pub use texts::{answer_files, is_whole, take, take_answers, text_files};

use crate::calls::CallFile;
use crate::engine::LeftOut;

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
