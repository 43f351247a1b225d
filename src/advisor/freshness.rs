//! A plan that was made under other rules: what has changed since, and whether that changed the result.

use super::node::{Element, button};
use super::view::View;
use crate::calls::Rules;
use crate::calls::{ClassFile, ClassMembers};
use crate::engine::Verdict;
use crate::i18n::{AdviceMessage as M, Message, lower};
use std::collections::BTreeMap;

/// How many requirements and classes are named.
const MOST_NAMED: usize = 8;

/// The box, where the rules that the plan keeps are not those of today.
pub(super) fn freshness(view: &View<'_>) -> Option<Element> {
    let then = view.plan.rules.as_deref()?;
    let now = Rules::of(view.file, view.call, view.report.verdict);
    let changes = changes(view, then, &now);
    if changes.is_empty() {
        return None;
    }
    let first = format!("{} {}", view.words(M::RulesChanged), checked(view, then, &now));
    let lines = [first].into_iter().chain(changes).chain(verdict(view, then)).map(|line| Element::new("p").child(line));
    let seen = Element::new("p").child(button("data-accept-rules", "", view.words(M::AcceptRules)));
    Some(Element::new("div").class("note fresh").with("data-key", "fresh").children(lines.chain([seen]).map(Into::into)))
}

/// A line for each way in which marks differ.
fn changes(view: &View<'_>, then: &Rules, now: &Rules) -> Vec<String> {
    let (then, now) = (marks(then), marks(now));
    let changed = |(name, mark): &(&&str, &&str)| then.get(**name).is_some_and(|before| Rules::differ(before, mark));
    let changed: Vec<&str> = now.iter().filter(changed).map(|(name, _)| *name).collect();
    let fresh: Vec<&str> = now.keys().filter(|name| !then.contains_key(**name)).copied().collect();
    let gone: Vec<&str> = then.keys().filter(|name| !now.contains_key(**name)).copied().collect();
    let classes: Vec<&str> = changed.iter().chain(&fresh).chain(&gone).filter_map(|name| name.strip_prefix(CLASS)).collect();
    let lines = [
        (M::RulesOther, requirements(view, &changed)),
        (M::RulesNew, requirements(view, &fresh)),
        (M::RulesGone, requirements(view, &gone)),
        (M::ClassesOther, self::classes(view, &classes)),
    ];
    lines.into_iter().filter(|(_, names)| !names.is_empty()).map(|(message, names)| said(view, message, names)).collect()
}

/// What the marks of country classes begin with.
const CLASS: &str = "class ";

fn marks(rules: &Rules) -> BTreeMap<&str, &str> {
    rules.marks.iter().map(|mark| Rules::parts(mark)).collect()
}

/// The titles of requirements, in call order; of one that is no longer in the call, that of another year, or its id.
fn requirements(view: &View<'_>, names: &[&str]) -> Vec<String> {
    let known = view.file.requirements.iter();
    let mut titles: Vec<String> = Vec::new();
    for file in known.clone().filter(|file| names.contains(&&*file.requirement.id)) {
        let current = view.call.requirements().iter().position(|one| one.id == file.requirement.id);
        let title = current.map_or_else(|| file.title.in_language(view.language), |place| view.title(place));
        titles.extend((!titles.iter().any(|other| other == title)).then(|| title.to_owned()));
    }
    let unknown = names.iter().filter(|name| !name.starts_with(CLASS) && known.clone().all(|file| *file.requirement.id != ***name));
    titles.extend(unknown.map(|name| (*name).to_owned()));
    titles
}

/// The titles of classes; one that is all but another goes with it.
fn classes(view: &View<'_>, names: &[&str]) -> Vec<String> {
    let file = |name: &&str| view.file.classes.iter().find(|class| *class.name == **name);
    let title = |name: &&str| match file(name) {
        Some(ClassFile { members: ClassMembers::ComplementOf(_), .. }) => None,
        Some(class) => Some(class.title.in_language(view.language).to_owned()),
        None => Some((*name).to_owned()),
    };
    names.iter().filter_map(title).collect()
}

fn said(view: &View<'_>, message: M, names: Vec<String>) -> String {
    let count = names.len();
    let shown = if count > MOST_NAMED { MOST_NAMED - 1 } else { count };
    let more = (count > shown).then(|| view.line(M::AndMore, count - shown, &[]));
    let names = view.series(names.into_iter().take(shown).chain(more), M::And);
    view.line(message, count, &[("names", &names)])
}

/// When the facts were checked.
fn checked(view: &View<'_>, then: &Rules, now: &Rules) -> String {
    if then.checked.is_empty() || then.checked == now.checked {
        return view.page(Message::Checked { date: &now.checked });
    }
    view.line(M::RulesChecked, 0, &[("then", &then.checked), ("now", &now.checked)])
}

/// Both results where they differ.
fn verdict(view: &View<'_>, then: &Rules) -> Option<String> {
    let words = |verdict: Verdict| match verdict {
        Verdict::Met => lower(&view.page(Message::AllMet)),
        Verdict::Unmet => view.words(M::SomeUnmet),
        Verdict::Unknown => view.words(M::FactsOpen),
    };
    let (then, now) = (then.verdict?, view.report.verdict);
    Some(match then == now {
        true => view.line(M::VerdictSame, 0, &[("now", &words(now))]),
        false => view.line(M::VerdictThenNow, 0, &[("then", &words(then)), ("now", &words(now))]),
    })
}
