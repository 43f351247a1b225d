//! What a call file says, and the engine's call that it makes for one year.

use crate::engine::{Call, CountryClass, CountrySet, Requirement};

/// A text in every language of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Localised {
    /// Swedish.
    pub sv: &'static str,
    /// Finnish.
    pub fi: &'static str,
    /// English.
    pub en: &'static str,
}

/// How sure a fact is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confidence {
    /// An official document of the Union, read in full.
    OfficialText,
    /// An official page of the Union.
    OfficialPage,
    /// A page of a national agency, a university or a ministry.
    AgencyPage,
    /// Somebody else's account.
    Secondary,
}

crate::engine::words!(Confidence {
    OfficialText = "official_text",
    OfficialPage = "official_page",
    AgencyPage = "agency_page",
    Secondary = "secondary",
});

/// A document that requirements come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Document {
    /// The name that requirements call it by.
    pub id: &'static str,
    /// Its title, in its own language.
    pub title: &'static str,
    /// Where it is.
    pub address: &'static str,
    /// Its language, as in `lang="…"`.
    pub language: &'static str,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Where a requirement comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source {
    /// Place in [`CallFile::documents`].
    pub document: usize,
    /// The sentence, word for word, where one can be quoted.
    pub sentence: Option<&'static str>,
}

/// A requirement with its texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RequirementFile {
    /// The rule and its weight.
    pub requirement: Requirement,
    /// Short title.
    pub title: Localised,
    /// What it means, in two or three plain sentences.
    pub explanation: Localised,
    /// Where two readings are possible: on what they differ.
    pub readings: Option<Localised>,
    /// Where it comes from; never empty.
    pub sources: &'static [Source],
}

/// An activity that the call names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Activity {
    /// Unique in the call.
    pub id: &'static str,
    /// What it is.
    pub title: Localised,
    /// The call's own words for it, where they can be quoted.
    pub sentence: Option<&'static str>,
}

/// The countries of a class in some years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClassEdition {
    /// The call years.
    pub years: &'static [u16],
    /// The countries.
    pub countries: CountrySet,
    /// What a reader has to know about this list.
    pub note: Option<Localised>,
}

/// Which countries a class holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClassMembers {
    /// Those listed for the year.
    Listed(&'static [ClassEdition]),
    /// All that are not in the class with this place.
    ComplementOf(usize),
}

/// A class of countries with its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClassFile {
    /// The name that rules use.
    pub name: &'static str,
    /// Its name for people, in the singular.
    pub title: Localised,
    /// Its countries by year.
    pub members: ClassMembers,
}

/// A call file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CallFile {
    /// Unique among calls.
    pub id: &'static str,
    /// Its name.
    pub title: Localised,
    /// The call years it is about, ascending.
    pub years: &'static [u16],
    /// Where the call's own text is.
    pub address: &'static str,
    /// When the facts were last checked, as `2026-11-23`.
    pub checked: &'static str,
    /// Country classes.
    pub classes: &'static [ClassFile],
    /// Documents.
    pub documents: &'static [Document],
    /// Activities.
    pub activities: &'static [Activity],
    /// Requirements, in the order in which they are shown.
    pub requirements: &'static [RequirementFile],
}

impl CallFile {
    /// The engine's call for a year, if the file is about that year.
    pub fn call(&self, year: u16) -> Option<Call> {
        if !self.years.contains(&year) {
            return None;
        }
        let classes = self.classes.iter().map(|class| CountryClass { name: class.name, countries: self.countries(class, year) });
        let requirements = self.requirements.iter().map(|file| file.requirement);
        Some(Call::new(self.id, year, classes.collect(), requirements.collect()))
    }

    /// What a reader has to know about the country lists of a year.
    pub fn notes(&self, year: u16) -> impl Iterator<Item = &Localised> {
        self.classes.iter().filter_map(move |class| match &class.members {
            ClassMembers::Listed(editions) => editions.iter().find(|edition| edition.years.contains(&year))?.note.as_ref(),
            ClassMembers::ComplementOf(_) => None,
        })
    }

    fn countries(&self, class: &ClassFile, year: u16) -> CountrySet {
        match &class.members {
            ClassMembers::Listed(editions) => listed(editions, year),
            // The door lets a class name only classes before it, so this comes to an end.
            ClassMembers::ComplementOf(other) => {
                self.classes.get(*other).map_or(CountrySet::EMPTY, |other| self.countries(other, year).complement())
            }
        }
    }
}

fn listed(editions: &[ClassEdition], year: u16) -> CountrySet {
    editions.iter().find(|edition| edition.years.contains(&year)).map_or(CountrySet::EMPTY, |edition| edition.countries)
}
