//! What a call file says, and the engine's call that it makes for one year.

use super::when::When;
use crate::engine::{Call, Country, CountryClass, CountrySet, Requirement, Territory};
use std::sync::Arc;

/// A text in every language of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Localised {
    /// Swedish.
    pub sv: Arc<str>,
    /// Finnish.
    pub fi: Arc<str>,
    /// English.
    pub en: Arc<str>,
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
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// The name that requirements call it by.
    pub id: Arc<str>,
    /// Its title, in its own language.
    pub title: Arc<str>,
    /// Where it is.
    pub address: Arc<str>,
    /// Its language, as in `lang="…"`.
    pub language: Arc<str>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Where a requirement comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Place in [`CallFile::documents`].
    pub document: usize,
    /// The sentence, word for word, where one can be quoted.
    pub sentence: Option<Arc<str>>,
}

/// A requirement with its texts.
#[derive(Clone, PartialEq, Eq, Debug)]
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
    pub sources: Vec<Source>,
    /// When it holds.
    pub when: When,
    /// A number that changes with the rule: a plan keeps it, to say later what has changed.
    pub mark: u32,
}

/// A strand, a lot or an option of a call that changes its rules. It is chosen with the call, so that no rule ever waits for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Variant {
    /// Unique in the call.
    pub id: Arc<str>,
    /// Its name.
    pub title: Localised,
}

/// Something that no source states, and that the file therefore leaves out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotKnown {
    /// Unique in the call.
    pub id: Arc<str>,
    /// What is not known, and what to do about it.
    pub text: Localised,
    /// When.
    pub when: When,
}

/// An activity that the call names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Activity {
    /// Unique in the call.
    pub id: Arc<str>,
    /// What it is.
    pub title: Localised,
    /// The call's own words for it, where they can be quoted.
    pub sentence: Option<Arc<str>>,
}

/// The countries of a class in some years.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClassEdition {
    /// The call years.
    pub years: Arc<[u16]>,
    /// The countries.
    pub countries: CountrySet,
    /// Those of which it is announced and not decided that they are in it.
    pub planned: CountrySet,
    /// What a reader has to know about this list.
    pub note: Option<Localised>,
}

/// Which countries a class holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ClassMembers {
    /// Those listed for the year.
    Listed(Vec<ClassEdition>),
    /// All that are not in the class with this place.
    ComplementOf(usize),
}

/// A class of countries with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClassFile {
    /// The name that rules use.
    pub name: Arc<str>,
    /// Its name for people, in the singular.
    pub title: Localised,
    /// Its countries by year.
    pub members: ClassMembers,
}

/// A call file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallFile {
    /// Unique among calls.
    pub id: Arc<str>,
    /// Its name.
    pub title: Localised,
    /// The call years it is about, ascending.
    pub years: Arc<[u16]>,
    /// Where the call's own text is.
    pub address: Arc<str>,
    /// When the facts were last checked, as `2026-11-23`.
    pub checked: Arc<str>,
    /// Its variants; empty where it has one shape only.
    pub variants: Vec<Variant>,
    /// Country classes.
    pub classes: Vec<ClassFile>,
    /// Territories overseas, each with its state.
    pub territories: Vec<(Country, Country)>,
    /// Documents.
    pub documents: Vec<Document>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Requirements, in the order in which they are shown.
    pub requirements: Vec<RequirementFile>,
    /// What no source states.
    pub not_known: Vec<NotKnown>,
    /// Of the visitor's own call: the text that it was read from, which plans carry.
    pub own_text: Option<Arc<str>>,
}

impl CallFile {
    /// The engine's call for a year and a variant, if the file is about them. Where it has variants and none is named, the first.
    pub fn call(&self, year: u16, variant: Option<&str>) -> Option<Call> {
        if !self.years.contains(&year) {
            return None;
        }
        let variant = match variant {
            None => self.variants.first(),
            Some(id) => Some(self.variants.iter().find(|variant| *variant.id == *id)?),
        };
        let variant = variant.map(|variant| variant.id.clone());
        let classes = self.classes.iter().map(|class| CountryClass {
            name: class.name.clone(),
            countries: self.countries(class, year),
            planned: self.planned(class, year),
        });
        let requirements = self.requirements.iter().filter(|file| file.when.holds(year, variant.as_deref()));
        let requirements = requirements.map(|file| file.requirement.clone());
        let territories = self.territories.iter().map(|(territory, state)| Territory { territory: *territory, state: *state });
        let call = Call::new(self.id.clone(), year, classes.collect(), requirements.collect());
        Some(call.with_territories(territories.collect()).of_variant(variant))
    }

    /// The requirements of one of its calls, in the call's order.
    pub fn requirements_of(&self, call: &Call) -> Vec<&RequirementFile> {
        self.requirements.iter().filter(|file| file.when.holds(call.year(), call.variant())).collect()
    }

    /// What no source states of one of its calls.
    pub fn not_known_of(&self, call: &Call) -> impl Iterator<Item = &NotKnown> {
        self.not_known.iter().filter(|one| one.when.holds(call.year(), call.variant()))
    }

    /// The variant that a call is.
    pub fn variant_of(&self, call: &Call) -> Option<&Variant> {
        self.variants.iter().find(|variant| Some(&*variant.id) == call.variant())
    }

    /// What a reader has to know about the country lists of a year.
    pub fn notes(&self, year: u16) -> impl Iterator<Item = &Localised> {
        self.classes.iter().filter_map(move |class| match &class.members {
            ClassMembers::Listed(editions) => editions.iter().find(|edition| edition.years.contains(&year))?.note.as_ref(),
            ClassMembers::ComplementOf(_) => None,
        })
    }

    /// A class and the class of all others are undecided alike.
    fn planned(&self, class: &ClassFile, year: u16) -> CountrySet {
        match &class.members {
            ClassMembers::Listed(editions) => {
                editions.iter().find(|edition| edition.years.contains(&year)).map_or(CountrySet::EMPTY, |edition| edition.planned)
            }
            ClassMembers::ComplementOf(other) => self.classes.get(*other).map_or(CountrySet::EMPTY, |other| self.planned(other, year)),
        }
    }

    fn countries(&self, class: &ClassFile, year: u16) -> CountrySet {
        match &class.members {
            ClassMembers::Listed(editions) => listed(editions, year),
            // Validation lets a class name only classes before it, so this comes to an end.
            ClassMembers::ComplementOf(other) => {
                self.classes.get(*other).map_or(CountrySet::EMPTY, |other| self.countries(other, year).complement())
            }
        }
    }
}

fn listed(editions: &[ClassEdition], year: u16) -> CountrySet {
    editions.iter().find(|edition| edition.years.contains(&year)).map_or(CountrySet::EMPTY, |edition| edition.countries)
}
