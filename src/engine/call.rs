//! A call for proposals in one year, as rules without texts.

use super::consortium::Profile;
use super::organisation::words;
use super::selector::Exclusion;
use super::{Attribute, Country, CountryClass, CountrySet, Fit, Member, Reading, Rule, Selector, Territory};
use std::sync::Arc;

/// How a requirement weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// Decides the verdict.
    Mandatory,
    /// Must be shown (a charter, a statement); a person judges it.
    Evidence,
    /// Is assessed and never blocks.
    Advisory,
}

words!(Severity { Mandatory = "mandatory", Evidence = "evidence", Advisory = "advisory" });

/// What follows when a member does not have what every member must have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Outcome {
    /// The requirement is not met.
    #[default]
    Fails,
    /// The member is left out of every count as well.
    DoesNotCount,
    /// Where it is shown, a person still has to judge it.
    Review,
}

words!(Outcome { Fails = "fails", DoesNotCount = "does_not_count", Review = "review" });

/// One eligibility criterion.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Requirement {
    /// Unique in the call.
    pub id: Arc<str>,
    /// How it weighs.
    pub severity: Severity,
    /// Its shape, in the strict reading.
    pub rule: Rule,
    /// Its shape in the lenient reading, where the sentence allows both.
    pub lenient: Option<Rule>,
}

impl Requirement {
    /// Its shape in a reading; where the sentence allows only one, that one.
    pub fn rule_in(&self, reading: Reading) -> &Rule {
        match (&self.lenient, reading) {
            (Some(lenient), Reading::Lenient) => lenient,
            (Some(_), Reading::Strict) | (None, _) => &self.rule,
        }
    }
}

/// A call in one year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    id: Arc<str>,
    year: u16,
    variant: Option<Arc<str>>,
    classes: Vec<CountryClass>,
    territories: Vec<Territory>,
    requirements: Vec<Requirement>,
    samples: Vec<Sample>,
}

/// One country for each way in which the classes can hold a country: enough to try what an unstated country could be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Sample {
    pub(crate) country: Country,
    /// All countries that the same classes hold.
    pub(crate) alike: CountrySet,
}

impl Call {
    /// A call with its country classes of that year; `Selector::class` is a place in `classes`.
    pub fn new(id: impl Into<Arc<str>>, year: u16, classes: Vec<CountryClass>, requirements: Vec<Requirement>) -> Call {
        let samples = samples(&classes, &[]);
        Call { id: id.into(), year, variant: None, classes, territories: Vec::new(), requirements, samples }
    }

    /// The same for one of its variants, such as a strand.
    pub fn of_variant(self, variant: Option<Arc<str>>) -> Call {
        Call { variant, ..self }
    }

    /// The same with territories overseas that take part as their state: each is in the classes of its state, and counts as it.
    pub fn with_territories(mut self, territories: Vec<Territory>) -> Call {
        for class in &mut self.classes {
            for Territory { territory, state } in &territories {
                if class.countries.contains(*state) {
                    class.countries.insert(*territory);
                } else {
                    class.countries.remove(*territory);
                }
            }
        }
        Call { samples: samples(&self.classes, &territories), territories, ..self }
    }

    /// The call's id, such as `erasmus-knowledge-alliances`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The call year.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The variant that it is, where the call has several.
    pub fn variant(&self) -> Option<&str> {
        self.variant.as_deref()
    }

    /// The requirements, in call order.
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// The attributes that its rules ask organisations for, in either reading.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute> {
        let rules = || self.requirements.iter().flat_map(|one| [Some(&one.rule), one.lenient.as_ref()]).flatten();
        let asks = move |rule: &Rule, attribute: Attribute| {
            let more = match rule {
                Rule::Compare(rule) => Some(rule.against),
                Rule::Only(rule) => Some(rule.allowed),
                _ => None,
            };
            rule.selector().into_iter().chain(&more).any(|of| of.attribute == Some(attribute))
        };
        Attribute::ALL.iter().copied().filter(move |attribute| rules().any(|rule| asks(rule, *attribute)))
    }

    /// The country classes of the year.
    pub fn classes(&self) -> &[CountryClass] {
        &self.classes
    }

    /// The class of that name in this year.
    pub fn class(&self, name: &str) -> Option<&CountryClass> {
        self.classes.iter().find(|class| *class.name == *name)
    }

    /// Whether the country is in the class with that place; a selector without a class takes every country.
    pub(crate) fn in_class(&self, class: Option<u8>, country: Country) -> bool {
        match class {
            None => true,
            Some(place) => self.classes.get(usize::from(place)).is_some_and(|class| class.countries.contains(country)),
        }
    }

    /// Whether it is announced and not decided that the country is in the class, or that it is not.
    pub(crate) fn is_planned(&self, class: Option<u8>, country: Country) -> bool {
        class.and_then(|place| self.classes.get(usize::from(place))).is_some_and(|class| class.planned.contains(country))
    }

    /// The state as which a country takes part: of a territory overseas the one that it belongs to, else itself.
    pub fn state_of(&self, country: Country) -> Country {
        self.territories.iter().find(|one| one.territory == country).map_or(country, |one| one.state)
    }

    pub(crate) fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// How a member fits a selector in this call, members left out of every count included.
    pub fn fit(&self, selector: &Selector, member: &Member) -> Fit {
        selector.fit(self, &Profile::of(member))
    }

    /// How each member fits a selector for counting: one that is left out of every count fits nowhere.
    pub(crate) fn fits_counted(&self, selector: &Selector, members: &[Member]) -> Vec<Fit> {
        let exclusions = Exclusion::all(self);
        members.iter().map(|member| selector.fit_counted(self, &exclusions, &Profile::of(member))).collect()
    }
}

/// One country for each way in which the classes hold a country. Territories count as their states.
///
/// Each class splits every part into those outside and those inside, so the parts stay in the order of the answers "in it or not".
fn samples(classes: &[CountryClass], territories: &[Territory]) -> Vec<Sample> {
    let mut all = CountrySet::EMPTY.complement();
    territories.iter().for_each(|one| all.remove(one.territory));
    let split = |parts: Vec<CountrySet>, class: &CountryClass| {
        let both = |part: CountrySet| [part.without(&class.countries), part.within(&class.countries)];
        parts.into_iter().flat_map(both).filter(|part| !part.is_empty()).collect()
    };
    let parts = classes.iter().fold(vec![all], split);
    parts.into_iter().filter_map(|alike| Some(Sample { country: alike.iter().next()?, alike })).collect()
}
