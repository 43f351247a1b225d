//! The languages of the page, and texts in them.

use super::file::{CallFile, ClassMembers, Localised};
use std::sync::Arc;

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

impl Localised {
    /// The text in a language; where only others are known, in one of those.
    pub fn in_language(&self, language: Language) -> &str {
        let in_others = || [&self.sv, &self.fi, &self.en].into_iter().find(|text| !text.is_empty());
        let text = self.known(language);
        if text.is_empty() { in_others().map_or("", |text| text) } else { text }
    }

    /// The text in a language, empty where it is not known.
    pub fn known(&self, language: Language) -> &Arc<str> {
        match language {
            Language::Sv => &self.sv,
            Language::Fi => &self.fi,
            Language::En => &self.en,
        }
    }

    fn known_mut(&mut self, language: Language) -> &mut Arc<str> {
        match language {
            Language::Sv => &mut self.sv,
            Language::Fi => &mut self.fi,
            Language::En => &mut self.en,
        }
    }
}

impl CallFile {
    /// Whether its texts are known in a language.
    pub fn speaks(&self, language: Language) -> bool {
        !self.title.known(language).is_empty()
    }

    /// The same without any text.
    pub fn bare(&self) -> CallFile {
        let mut file = self.clone();
        for text in file.texts() {
            *text = Localised { sv: Arc::default(), fi: Arc::default(), en: Arc::default() };
        }
        file
    }

    /// All its texts in a language, each in one line.
    pub fn said(&self, language: Language) -> Vec<String> {
        self.clone().texts().into_iter().map(|text| text.known(language).lines().collect::<Vec<&str>>().join(" ")).collect()
    }

    /// Takes in its texts in a language, in the order in which they are said.
    pub fn learn<'a>(&mut self, language: Language, texts: &mut impl Iterator<Item = &'a str>) {
        for (known, text) in self.texts().into_iter().zip(texts) {
            *known.known_mut(language) = text.into();
        }
    }

    /// The same with its texts in one language only, as the page loads it.
    pub fn only(&self, language: Language) -> CallFile {
        self.bare().with_texts_of(self, language)
    }

    /// The same with the texts that another copy of this file knows in a language.
    pub fn with_texts_of(&self, other: &CallFile, language: Language) -> CallFile {
        let (mut file, mut other) = (self.clone(), other.clone());
        for (text, other) in file.texts().into_iter().zip(other.texts()) {
            *text.known_mut(language) = other.known(language).clone();
        }
        file
    }

    /// All its texts, in an order of their own.
    fn texts(&mut self) -> Vec<&mut Localised> {
        let mut texts = vec![&mut self.title];
        texts.extend(self.variants.iter_mut().map(|variant| &mut variant.title));
        texts.extend(self.activities.iter_mut().map(|activity| &mut activity.title));
        texts.extend(self.not_known.iter_mut().map(|one| &mut one.text));
        for class in &mut self.classes {
            texts.push(&mut class.title);
            if let ClassMembers::Listed(editions) = &mut class.members {
                texts.extend(editions.iter_mut().filter_map(|edition| edition.note.as_mut()));
            }
        }
        for requirement in &mut self.requirements {
            texts.extend([&mut requirement.title, &mut requirement.explanation]);
            texts.extend(requirement.readings.as_mut());
        }
        texts
    }
}
