//! The plan as the answers look at it, and the words that all of them use: names, lists, seats.

use super::node::{Element, Node, append, bold, button, text_of};
use crate::advice::{Additions, Completion};
use crate::calls::{CallFile, RequirementFile};
use crate::engine::{Call, Country, Member, Organisation, Reading, Report, Status, Verdict, evaluate};
use crate::i18n::{AdviceMessage as M, Language, Message, Part, advice, lower, text};
use crate::plan::Plan;
use std::rc::Rc;

/// The reading of all answers: the one that no assessor can object to.
pub(super) const READING: Reading = Reading::Strict;

/// How many names stand in a sentence before the others are only counted.
const MOST_NAMES: usize = 8;

/// A plan, its call, and the language in which it is answered.
pub(super) struct View<'a> {
    pub(super) plan: &'a Plan,
    pub(super) file: &'a CallFile,
    pub(super) call: &'a Call,
    pub(super) language: Language,
    country_name: &'a dyn Fn(Country) -> String,
    /// The organisations that are no members.
    pub(super) pool: Vec<Rc<Organisation>>,
    pub(super) report: Report,
    requirements: Vec<&'a RequirementFile>,
}

/// A value for a place in a message.
pub(super) type Filling = (&'static str, Vec<Node>);

impl<'a> View<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        file: &'a CallFile,
        call: &'a Call,
        language: Language,
        country_name: &'a dyn Fn(Country) -> String,
    ) -> View<'a> {
        let mut inside: Vec<&str> = plan.members.iter().map(|member| &*member.organisation.id).collect();
        inside.sort_unstable();
        let outside = |organisation: &&Rc<Organisation>| inside.binary_search(&&*organisation.id).is_err();
        let pool = plan.organisations.iter().filter(outside).cloned().collect();
        let report = evaluate(call, &plan.consortium(), READING);
        View { plan, file, call, language, country_name, pool, report, requirements: file.requirements_of(call) }
    }

    /// The same plan under another call, without the pool.
    pub(super) fn of_call<'b>(&'b self, file: &'b CallFile, call: &'b Call) -> View<'b> {
        let (report, requirements) = (evaluate(call, &self.plan.consortium(), READING), file.requirements_of(call));
        View {
            plan: self.plan,
            file,
            call,
            language: self.language,
            country_name: self.country_name,
            pool: Vec::new(),
            report,
            requirements,
        }
    }

    /// Another plan under its own call.
    pub(super) fn of_plan<'b>(&'b self, plan: &'b Plan, file: &'b CallFile, call: &'b Call) -> View<'b> {
        View { plan, report: evaluate(call, &plan.consortium(), READING), ..self.of_call(file, call) }
    }

    pub(super) fn members(&self) -> &'a [Member] {
        &self.plan.members
    }

    pub(super) fn is_met(&self) -> bool {
        self.report.verdict == Verdict::Met
    }

    /// Whether somebody is missing whatever the facts that are not stated.
    pub(super) fn is_anybody_missing(&self, completion: &Completion) -> bool {
        let Additions::Seats(seats) = &completion.additions else { return false };
        let unmet = |place: usize| self.report.findings.get(place).is_some_and(|finding| finding.status == Status::Unmet);
        seats.missing.iter().any(|(place, _)| unmet(*place))
    }

    /// The call with its year and its variant.
    pub(super) fn call_name(&self) -> String {
        let name = self.page(Message::CallInYear { call: self.file.title.in_language(self.language), year: self.call.year() });
        match self.file.variant_of(self.call) {
            Some(variant) => format!("{name} · {}", variant.title.in_language(self.language)),
            None => name,
        }
    }

    /// The plan's title and the call.
    pub(super) fn heading(&self) -> [String; 2] {
        let untitled = self.plan.title.is_empty();
        let title = if untitled { self.page(Message::UntitledPlan) } else { self.plan.title.to_string() };
        [title, self.call_name()]
    }

    /// A message, its places filled with nodes.
    pub(super) fn say(&self, message: M, number: usize, fillings: &[Filling]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for part in advice(self.language, message, number) {
            match part {
                Part::Words(words) => append(&mut nodes, [Node::Text(words.into_owned())]),
                Part::Place(place) => {
                    let filling = fillings.iter().find(|(name, _)| *name == place);
                    append(&mut nodes, filling.map(|(_, nodes)| nodes.clone()).unwrap_or_default());
                }
            }
        }
        nodes
    }

    /// A message as plain text.
    pub(super) fn line(&self, message: M, number: usize, fillings: &[(&'static str, &str)]) -> String {
        let fillings: Vec<Filling> = fillings.iter().map(|(place, text)| (*place, vec![Node::from(*text)])).collect();
        text_of(&self.say(message, number, &fillings))
    }

    /// A message without places.
    pub(super) fn words(&self, message: M) -> String {
        self.line(message, 0, &[])
    }

    /// A message of the page.
    pub(super) fn page(&self, message: Message<'_>) -> String {
        text(self.language, message).into_owned()
    }

    pub(super) fn status(&self, status: Status) -> String {
        lower(&self.page(Message::Status(status)))
    }

    pub(super) fn country(&self, country: Country) -> String {
        (self.country_name)(country)
    }

    /// An organisation's name; of a placeholder, what it stands for, as it is said within a sentence.
    pub(super) fn name(&self, organisation: &Organisation) -> String {
        if !organisation.name.is_empty() {
            return organisation.name.to_string();
        }
        let country = organisation.country.map(|country| self.country(country));
        lower(&self.page(Message::placeholder(organisation.kind, country.as_deref())))
    }

    pub(super) fn organisation(&self, place: u32) -> Option<&'a Organisation> {
        self.members().get(place as usize).map(|member| &*member.organisation)
    }

    pub(super) fn member_name(&self, place: u32) -> String {
        self.organisation(place).map(|organisation| self.name(organisation)).unwrap_or_default()
    }

    pub(super) fn id(&self, place: u32) -> &'a str {
        self.organisation(place).map_or("", |organisation| &organisation.id)
    }

    /// The names of members, in bold.
    pub(super) fn member_names(&self, places: &[u32]) -> Vec<Node> {
        self.few(places.iter().map(|place| bold(self.member_name(*place))), places.len(), M::And)
    }

    /// Organisations of the pool, by their places.
    pub(super) fn of_pool(&self, places: &[u32]) -> Vec<&Organisation> {
        places.iter().filter_map(|place| self.pool.get(*place as usize)).map(|organisation| &**organisation).collect()
    }

    /// The names of organisations, in bold.
    pub(super) fn names(&self, organisations: &[&Organisation]) -> Vec<Node> {
        self.few(organisations.iter().map(|organisation| bold(self.name(organisation))), organisations.len(), M::And)
    }

    /// The first of many, and how many more there are.
    pub(super) fn few(&self, items: impl Iterator<Item = Node>, count: usize, last: M) -> Vec<Node> {
        let shown = if count > MOST_NAMES { MOST_NAMES - 1 } else { count };
        let mut items: Vec<Vec<Node>> = items.take(shown).map(|node| vec![node]).collect();
        if count > shown {
            items.push(self.say(M::AndMore, count - shown, &[]));
        }
        self.listed(items, last)
    }

    /// "A, B och C".
    pub(super) fn listed(&self, items: Vec<Vec<Node>>, last: M) -> Vec<Node> {
        let (mut nodes, count) = (Vec::new(), items.len());
        for (at, item) in items.into_iter().enumerate() {
            match at {
                0 => {}
                at if at + 1 == count => append(&mut nodes, [Node::Text(self.words(last))]),
                _ => append(&mut nodes, [Node::from(", ")]),
            }
            append(&mut nodes, item);
        }
        nodes
    }

    /// Plain texts as "A, B och C".
    pub(super) fn series(&self, items: impl IntoIterator<Item = String>, last: M) -> String {
        text_of(&self.listed(items.into_iter().map(|item| vec![Node::Text(item)]).collect(), last))
    }

    pub(super) fn requirement(&self, place: usize) -> Option<&'a RequirementFile> {
        self.requirements.get(place).copied()
    }

    pub(super) fn title(&self, place: usize) -> &'a str {
        self.requirement(place).map_or("", |file| file.title.in_language(self.language))
    }

    pub(super) fn titles(&self, places: &[usize]) -> String {
        self.series(places.iter().map(|place| self.title(*place).to_owned()), M::And)
    }

    /// A button in a row that names whom it is about: few words for the eye, the name too for those who hear it.
    pub(super) fn row_button(&self, command: &'static str, value: String, label: &str, name: &str) -> Element {
        let aloud = self.line(M::Labelled, 0, &[("label", label), ("names", name)]);
        button(command, value, label).with("aria-label", aloud)
    }
}

/// A button that copies the text after it, with what is said when it has, and when it may not.
pub(super) fn copying(view: &View<'_>, label: String) -> Element {
    button("data-copy", view.words(M::Copied), label).with("data-marked", view.words(M::Marked))
}
