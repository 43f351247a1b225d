//! Two calls beside each other, or two plans: in words what differs, and nothing of what is the same.

use super::node::{Element, text_of};
use super::options::CompareWith;
use super::plans;
use super::table::{Cell, table};
use super::view::View;
use crate::calls::ClassMembers;
use crate::engine::{Call, Country, CountrySet, Rule, Status};
use crate::i18n::{AdviceMessage as M, Message};

/// How many rows a table has.
pub(super) const MOST_ROWS: usize = 30;

/// What differs from what is shown beside the plan.
pub(super) fn difference(view: &View<'_>, beside: &CompareWith<'_>) -> Element {
    let (title, inside) = match beside {
        CompareWith::Call(file, call) => (M::TwoCalls, calls(view, &view.of_call(file, call))),
        CompareWith::Plan(plan, file, call) => (M::TwoPlans, plans::differ(view, &view.of_plan(plan, file, call))),
    };
    let title = view.words(title);
    let close = view.row_button("data-beside", String::new(), &view.page(Message::Close), &title);
    let (heading, close) = (Element::new("h3").child(title), Element::new("p").child(close));
    Element::new("section")
        .class("note beside")
        .with("data-key", "beside")
        .child(heading)
        .children(inside.into_iter().chain([close]).map(Into::into))
}

/// The plan's call and another.
fn calls(view: &View<'_>, other: &View<'_>) -> Vec<Element> {
    let names = names(view, other);
    let rows = requirements(view, other);
    let mut inside = match rows.is_empty() {
        true => vec![Element::new("p").child(view.words(M::SameRequirements))],
        false => shown(view, M::DiffersCaption, M::RequirementColumn, &names, rows),
    };
    inside.extend(classes(view, other, &names).into_iter().map(|words| Element::new("p").child(words)));
    inside
}

/// A table of what differs, and how many rows are not shown.
pub(super) fn shown(view: &View<'_>, caption: M, first: M, names: &[String; 2], rows: Vec<(String, [Cell; 2])>) -> Vec<Element> {
    let count = rows.len();
    let heads = [view.words(first)].into_iter().chain(names.iter().cloned());
    let rows = rows.into_iter().take(MOST_ROWS).map(|(head, cells)| (head, Vec::from(cells)));
    let mut inside = vec![table(view.words(caption), heads, rows)];
    inside.extend((count > MOST_ROWS).then(|| Element::new("p").child(view.line(M::AndMore, count - MOST_ROWS, &[]))));
    inside
}

/// What tells the calls apart: the year or the variant where all else is the same.
fn names(view: &View<'_>, other: &View<'_>) -> [String; 2] {
    let (one, two) = (view.call, other.call);
    let of_year = |view: &View<'_>| view.call.year().to_string();
    let of_variant = |view: &View<'_>| {
        view.file.variant_of(view.call).map_or_else(|| view.call_name(), |one| one.title.in_language(view.language).to_owned())
    };
    match (one.id() == two.id(), one.year() == two.year(), one.variant() == two.variant()) {
        (true, false, true) => [of_year(view), of_year(other)],
        (true, true, false) => [of_variant(view), of_variant(other)],
        _ => [view.call_name(), other.call_name()],
    }
}

/// Requirements that only one call has, or that the two have differently, each with what becomes of it.
fn requirements(view: &View<'_>, other: &View<'_>) -> Vec<(String, [Cell; 2])> {
    let mut rows = Vec::new();
    let mut seen = Vec::new();
    for place in 0..view.call.requirements().len() {
        let twin = twin(view, other, place).filter(|twin| !seen.contains(twin));
        seen.extend(twin);
        match twin {
            None => rows.push((view.title(place).to_owned(), [cell(view, place, false), not_asked(view)])),
            Some(twin) if is_alike(view, other, place, twin) => {}
            Some(twin) => {
                let is_other = view.title(place) != other.title(twin) || rule(view, place) != rule(other, twin);
                // The row's head is the title in the plan's call, so there only amounts add something to it.
                let has_amount = rule(view, place).is_some_and(|rule| amount(view, rule).is_some());
                rows.push((view.title(place).to_owned(), [cell(view, place, is_other && has_amount), cell(other, twin, is_other)]));
            }
        }
    }
    let fresh = (0..other.call.requirements().len()).filter(|place| !seen.contains(place));
    rows.extend(fresh.map(|place| (other.title(place).to_owned(), [not_asked(view), cell(other, place, false)])));
    rows
}

fn rule<'a>(view: &View<'a>, place: usize) -> Option<&'a Rule> {
    view.call.requirements().get(place).map(|one| &one.rule)
}

/// The requirement of the other call that asks the same in its own way: by its id, or the one about the duration or the grant.
fn twin(view: &View<'_>, other: &View<'_>, place: usize) -> Option<usize> {
    let asked = view.call.requirements().get(place)?;
    let all = other.call.requirements();
    all.iter().position(|one| one.id == asked.id).or_else(|| {
        let is_of_project = matches!(asked.rule, Rule::Duration(_) | Rule::Grant(_));
        all.iter().position(|one| is_of_project && std::mem::discriminant(&one.rule) == std::mem::discriminant(&asked.rule))
    })
}

/// Whether nothing that is said of the two differs. Between call files classes have other places, so there only the words are compared.
fn is_alike(view: &View<'_>, other: &View<'_>, place: usize, twin: usize) -> bool {
    let is_same_rule = match (view.call.requirements().get(place), other.call.requirements().get(twin)) {
        (Some(one), Some(two)) if view.call.id() == other.call.id() => {
            (&one.rule, &one.lenient, one.severity) == (&two.rule, &two.lenient, two.severity)
        }
        (Some(one), Some(two)) => one.severity == two.severity && amount(view, &one.rule) == amount(other, &two.rule),
        _ => false,
    };
    is_same_rule && view.title(place) == other.title(twin) && status(view, place) == status(other, twin)
}

fn status(view: &View<'_>, place: usize) -> Option<Status> {
    view.report.findings.get(place).map(|finding| finding.status)
}

/// What a rule about the project allows, in words.
fn amount(view: &View<'_>, rule: &Rule) -> Option<String> {
    match rule {
        Rule::Duration(allowed) => Some(view.allowed(allowed)),
        Rule::Grant(allowed) => Some(view.grants(allowed)).filter(|words| !words.is_empty()),
        _ => None,
    }
}

/// What the consortium makes of a requirement; before it what is asked, where the two ask differently.
fn cell(view: &View<'_>, place: usize, is_titled: bool) -> Cell {
    let asked = rule(view, place).filter(|_| is_titled).map(|rule| amount(view, rule).unwrap_or_else(|| view.title(place).to_owned()));
    let status = status(view, place);
    let words = status.map(|status| view.status(status)).unwrap_or_default();
    let text = asked.map_or_else(|| words.clone(), |asked| format!("{asked} – {words}"));
    Cell { class: status.map_or("", Status::as_str), text }
}

fn not_asked(view: &View<'_>) -> Cell {
    Cell { class: "none", text: view.words(M::NotAsked) }
}

/// For each class that both calls know by the same name: the countries that only one of them has in it.
fn classes(view: &View<'_>, other: &View<'_>, [one, two]: &[String; 2]) -> Vec<String> {
    let listed = view.file.classes.iter().filter(|class| matches!(class.members, ClassMembers::Listed(_)));
    let mut lines = Vec::new();
    for class in listed {
        let (Some(here), Some(there)) = (view.call.class(&class.name), other.call.class(&class.name)) else { continue };
        let title = class.title.in_language(view.language);
        let mut say = |from: &CountrySet, without: &CountrySet, names: [&str; 2]| {
            let countries: Vec<Country> =
                from.iter().filter(|country| !without.contains(*country) && is_state(view.call, *country)).collect();
            let named = view.few(countries.iter().map(|country| view.country(*country).into()), countries.len(), M::And);
            let fillings =
                [("names", named), ("class", vec![title.into()]), ("one", vec![names[0].into()]), ("other", vec![names[1].into()])];
            lines.extend((!countries.is_empty()).then(|| text_of(&view.say(M::ClassIn, countries.len(), &fillings))));
        };
        say(&here.countries, &there.countries, [one, two]);
        say(&there.countries, &here.countries, [two, one]);
    }
    lines
}

/// Territories overseas go with their states, so they are not named beside them.
fn is_state(call: &Call, country: Country) -> bool {
    call.state_of(country) == country
}
