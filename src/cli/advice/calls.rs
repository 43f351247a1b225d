//! Which call suits, as text: a line a call, the nearest first, and below it what it still misses.

use super::missing::{first_answer, to_change};
use super::{Said, organisations};
use crate::cli::checked::Checked;
use allians::advice::{Assessment, FactKind, FactToState, Gap, compare};
use allians::calls::SHIPPED;
use allians::engine::{Call, ProjectFact};
use allians::i18n::{Language, Message, text};
use std::io::{self, Write};

/// Every call that comes with the program, in its latest year and in each variant.
pub(crate) fn latest() -> Vec<Call> {
    SHIPPED.iter().flat_map(|file| file.latest()).collect()
}

/// Writes what each call makes of a plan.
pub(crate) fn write(checked: &Checked, out: &mut impl Write) -> io::Result<()> {
    let calls = latest();
    let asked = checked.asked();
    writeln!(out, " Calls")?;
    for assessment in compare(&calls, asked.members(), asked.project(), asked.reading) {
        let Some(call) = calls.get(assessment.call) else { continue };
        let under = asked.under(std::slice::from_ref(call));
        let Some(under) = under.first() else { continue };
        let own = if checked.plan.is_of(call) { " (this plan's)" } else { "" };
        let variant = call.variant().map(|variant| format!(" {variant}")).unwrap_or_default();
        writeln!(out, "  {:<30}  {} {}{variant}{own}", outcome(&assessment.gap), call.id(), call.year())?;
        for line in lines(&Said { checked, asked: under }, &assessment) {
            writeln!(out, "{:34}{line}", "")?;
        }
    }
    Ok(())
}

fn outcome(reach: &Gap) -> String {
    let changes = |number: u32| if number == 1 { "1 change".to_owned() } else { format!("{number} changes") };
    match reach {
        Gap::Now => "fits now".to_owned(),
        Gap::Facts => "depends on facts".to_owned(),
        Gap::With { organisations: 0, changes: number } => format!("after {}", changes(*number)),
        Gap::With { organisations: number, changes: 0 } => format!("with {}", organisations(*number)),
        Gap::With { organisations: number, changes: more } => format!("with {}, {}", organisations(*number), changes(*more)),
        Gap::Unclear(_) => "no exact number".to_owned(),
        Gap::Never(_) => "does not fit".to_owned(),
    }
}

fn lines(said: &Said<'_>, assessment: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    let answer = || first_answer(said, &assessment.completion.additions);
    // Where facts may be enough, organisations are for the case that they are not.
    let (first, last) = match &assessment.gap {
        Gap::Now => (None, None),
        Gap::Unclear(places) => (Some(format!("in the way: {}", said.requirements(places))), None),
        Gap::Never(places) => (Some(format!("nobody can mend {}", said.requirements(places))), None),
        Gap::Facts | Gap::With { organisations: 0, .. } => (None, answer().map(|answer| format!("if that is not enough: {answer}"))),
        Gap::With { .. } => (answer(), None),
    };
    lines.extend(first);
    lines.extend(assessment.completion.changes.iter().map(|change| to_change(said, change)));
    lines.extend(assessment.missing_facts.iter().map(|ask| format!("to state: {}", to_state(said, ask))));
    lines.extend(last);
    let not_known = said.file().into_iter().flat_map(|file| file.not_known_of(said.asked.call));
    lines.extend(not_known.map(|one| format!("not known: {}", one.text.en)));
    lines
}

fn to_state(said: &Said<'_>, ask: &FactToState) -> String {
    let of = said.members(&ask.members);
    match ask.fact {
        FactKind::Kind => format!("the kind of {of}"),
        FactKind::Country => format!("the country of {of}"),
        FactKind::Attribute(attribute) => format!("{}: {of}", text(Language::En, Message::Attribute(attribute))),
        FactKind::Show(fact) => format!("{} of {of}", super::to_do::fact_words(fact)),
        FactKind::Project(ProjectFact::Duration) => "the duration".to_owned(),
        FactKind::Project(ProjectFact::Activities) => "the activities".to_owned(),
    }
}
