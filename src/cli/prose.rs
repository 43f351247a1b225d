//! A report as text for people.

use super::checked::{Checked, text};
use allians::engine::{Cents, Finding, LeftOut, Measured, Organisation, ProjectMeasure, Severity};
use allians::i18n::{self, Language, Message};
use allians::plan::{Place, PlanError};
use allians::wire::{self, Refusal};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes a report: a heading, then each finding with who counts and who does not.
pub(crate) fn write(checked: &Checked, out: &mut impl Write) -> io::Result<()> {
    let Checked { title, call, report, .. } = checked;
    writeln!(out, "{title}: {} {}, {} reading: {}", call.id(), call.year(), report.reading.as_str(), report.verdict.as_str())?;
    for severity in Severity::ALL {
        let findings = report.findings.iter().zip(0..).filter(|(finding, _)| finding.severity == *severity);
        for (at, (finding, place)) in findings.enumerate() {
            if at == 0 {
                writeln!(out, " {}", said(heading(*severity)))?;
            }
            one(checked, finding, place, out)?;
        }
    }
    Ok(())
}

const fn heading(severity: Severity) -> Message<'static> {
    match severity {
        Severity::Mandatory => Message::Mandatory,
        Severity::Evidence => Message::ToShow,
        Severity::Advisory => Message::ToStrengthen,
    }
}

fn one(checked: &Checked, finding: &Finding, place: usize, out: &mut impl Write) -> io::Result<()> {
    let title = checked.file.requirements_of(&checked.call).get(place).map_or("", |file| &file.title.en);
    writeln!(out, "  {:<14}  {}: {title}{}", finding.status.as_str(), finding.requirement, amount(finding))?;
    if !finding.counted.is_empty() {
        let names: Vec<&str> = finding.counted.iter().map(|place| name(checked, *place)).collect();
        writeln!(out, "{:18}{}: {}", "", said(Message::Counted), names.join(", "))?;
    }
    for (reason, names) in left_out(checked, finding) {
        writeln!(out, "{:18}{}, {reason}: {}", "", said(Message::LeftOut), names.join(", "))?;
    }
    if let Measured::PerCountry { exact: false, .. } = finding.measured {
        writeln!(out, "{:18}so many facts are missing that not every way was tried: it may be unmet", "")?;
    }
    if let Some(other) = &finding.other {
        let (reading, (have, need)) = (checked.report.reading.other().as_str(), other.measured.figures());
        writeln!(out, "{:18}in the {reading} reading: {}, {} of {}", "", other.status.as_str(), have, need)?;
    }
    Ok(())
}

/// Who does not count, by the reason. Of what members must show, those of whom it is not asked are not named.
fn left_out<'a>(checked: &'a Checked, finding: &Finding) -> Vec<(Cow<'a, str>, Vec<&'a str>)> {
    let mut all: Vec<(Cow<'a, str>, Vec<&'a str>)> = Vec::new();
    for (place, left_out) in &finding.left_out {
        let not_asked = matches!(left_out, LeftOut::OutsideClass(_) | LeftOut::OtherKind | LeftOut::Affiliated | LeftOut::Associated);
        if matches!(finding.measured, Measured::Shown { .. }) && not_asked {
            continue;
        }
        let (reason, name) = (reason(checked, *left_out), name(checked, *place));
        match all.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => all.push((reason, vec![name])),
        }
    }
    all
}

pub(super) fn reason(checked: &Checked, left_out: LeftOut) -> Cow<'_, str> {
    match (left_out, wire::reason(&checked.call, left_out)) {
        (LeftOut::SameLegalGroup(other), _) => format!("same legal group as {}", name(checked, other)).into(),
        (LeftOut::OutsideClass(_) | LeftOut::NotDecided(_), _) => {
            let of = checked.file.outside(left_out, Language::En);
            said(Message::reason(left_out, of)).into_owned().into()
        }
        _ => said(Message::reason(left_out, "")),
    }
}

fn amount(finding: &Finding) -> String {
    let words = match finding.measured {
        Measured::Judged => return String::new(),
        Measured::Project(ProjectMeasure::Grant { asked: None, .. }) => said(Message::NoGrantStated),
        Measured::Project(ProjectMeasure::Grant { asked: Some(grant), most }) => {
            format!("{}, {}", said(Message::GrantIs(grant)), said(Message::GrantAtMost(Cents::of_euros(most.unwrap_or(0))))).into()
        }
        Measured::Project(ProjectMeasure::Duration { months: None, .. }) => said(Message::DurationNotStated),
        Measured::Project(ProjectMeasure::Duration { months: Some(months), .. }) => said(Message::Months(months)),
        Measured::Project(ProjectMeasure::Activities { .. })
        | Measured::AtLeast { .. }
        | Measured::AtMost { .. }
        | Measured::Exactly { .. }
        | Measured::Balance { .. }
        | Measured::PerCountry { .. }
        | Measured::Shown { .. } => {
            let (have, need) = finding.measured.figures();
            said(Message::HaveOf { have, need })
        }
    };
    format!(" ({words})")
}

pub(super) fn name(checked: &Checked, place: u32) -> &str {
    checked.plan.members.get(place as usize).map_or("", |member| name_of(&member.organisation))
}

/// The name, or the id of one that has none.
pub(super) fn name_of(organisation: &Organisation) -> &str {
    match &*organisation.name {
        "" => &organisation.id,
        name => name,
    }
}

fn said(message: Message<'_>) -> Cow<'static, str> {
    i18n::text(Language::En, message)
}

/// Where in a file a refusal points to, as `file:line:column: `.
pub(crate) fn place(name: &str, refusal: &Refusal, bytes: &[u8]) -> String {
    let place = match refusal {
        Refusal::Plan(PlanError::NotJson { line, column }) => Some(Place { line: *line, column: *column }),
        _ if refusal.path().0.is_empty() => None,
        _ => text(bytes).ok().and_then(|text| Place::of(&refusal.path(), text)),
    };
    place.map_or_else(|| format!("{name}: "), |Place { line, column }| format!("{name}:{line}:{column}: "))
}
