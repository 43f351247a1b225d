//! The requirements in three groups, with the overall verdict.

use super::country_map::country_map;
use super::requirement_row::RequirementRow;
use super::say::t;
use super::store::Store;
use crate::board::Board;
use crate::engine::{Finding, Measured, Member, ProjectMeasure, Severity, Status, Verdict};
use crate::i18n::{Language, Message};
use yew::prelude::*;

/// The requirements.
pub(super) fn requirements(store: &Store) -> Html {
    let (language, board) = (store.language, &**store.board());
    let file = &board.file;
    html! {
        <section class="panel requirements" id="requirements" aria-labelledby="requirements-heading">
            { summary(language, board) }
            { for [Severity::Mandatory, Severity::Evidence, Severity::Advisory].map(|severity| group(store, severity)) }
            { country_map(language, board) }
            <footer class="sub">
                for note in file.notes(board.call.year()) { <p>{ note.in_language(language) }</p> }
                for one in file.not_known_of(&board.call) { <p data-not-known={one.id.to_string()}>{ one.text.in_language(language) }</p> }
                <p>
                    { t(language, Message::Checked { date: &file.checked }) }{ " " }{ t(language, Message::OwnTextPrevails) }{ " " }
                    <a href={file.address.to_string()} rel="noreferrer" target="_blank">{ file.title.in_language(language) }</a>
                </p>
            </footer>
        </section>
    }
}

fn summary(language: Language, board: &Board) -> Html {
    let (met, all) = board.report.mandatory();
    html! {
        <div class="sum" data-verdict={board.report.verdict.as_str()} data-met={met.to_string()}>
            { ring(met, all) }
            <div>
                <h2 id="requirements-heading" tabindex="-1">{ t(language, Message::Requirements) }</h2>
                <p class="sub"><span class="sr">{ t(language, Message::MetOf { met, all }) }{ " " }</span>{ remaining(language, board) }</p>
            </div>
        </div>
    }
}

/// The verdict in a few words.
pub(super) fn remaining(language: Language, board: &Board) -> AttrValue {
    let mut counts = [0, 0];
    for finding in board.report.findings.iter().filter(|finding| finding.severity == Severity::Mandatory) {
        counts = match (finding.status, counts) {
            (Status::Unmet, [unmet, unknown]) => [unmet + 1, unknown],
            (Status::Unknown, [unmet, unknown]) => [unmet, unknown + 1],
            (Status::Met | Status::Review | Status::NotApplicable, counts) => counts,
        };
    }
    let [unmet, unknown] = counts;
    t(
        language,
        match board.report.verdict {
            Verdict::Met => Message::AllMet,
            Verdict::Unmet => Message::Remaining(unmet + unknown),
            Verdict::Unknown => Message::FactsMissing(unknown),
        },
    )
}

/// A ring that closes as requirements are met; the words beside it say the same.
fn ring(met: usize, all: usize) -> Html {
    // With a path length of 100 the dashes are per cent.
    let part = (met * 100).checked_div(all).unwrap_or(0);
    html! {
        <svg class="ring" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
            <circle class="rest" cx="32" cy="32" r="28" />
            <circle class="part" cx="32" cy="32" r="28" transform="rotate(-90 32 32)" pathLength="100" stroke-dasharray={format!("{part} 100")} />
            <text x="32" y="33">{ format!("{met}/{all}") }</text>
        </svg>
    }
}

fn group(store: &Store, severity: Severity) -> Html {
    let board = store.board();
    let of_call = board.file.requirements.iter().enumerate().filter(|(_, one)| one.when.holds(board.call.year(), board.call.variant()));
    let rows = of_call.zip(&board.report.findings).filter(|(_, finding)| finding.severity == severity);
    let heading = match severity {
        Severity::Mandatory => Message::Mandatory,
        Severity::Evidence => Message::ToShow,
        Severity::Advisory => Message::ToStrengthen,
    };
    html! {
        <>
            <h3>{ t(store.language, heading) }</h3>
            <ol class="stack" role="list">
                { for rows.map(|((place, _), finding)| row(store, place, finding)) }
            </ol>
        </>
    }
}

fn row(store: &Store, place: usize, finding: &Finding) -> Html {
    let board = store.board();
    // A row draws anew when its finding does, or when what it names does; not when somebody else moves.
    let mut members: Vec<(u32, Member)> = Vec::new();
    for place in finding.counted.iter().chain(finding.left_out.iter().map(|(place, _)| place)) {
        if let Some(member) = board.members.get(*place as usize) {
            members.push((*place, member.clone()));
        }
    }
    let flip =
        store.advice.tipping_points.iter().find(|(id, _)| *id == finding.requirement).map(|(_, words)| AttrValue::from(words.clone()));
    let unread = match finding.measured {
        Measured::Project(ProjectMeasure::Grant { .. }) => store.unread.grant.clone(),
        Measured::Project(ProjectMeasure::Duration { .. }) => store.unread.months.clone(),
        _ => None,
    };
    html! {
        <RequirementRow key={&*finding.requirement} language={store.language} open={store.opened.contains(&finding.requirement)} {flip} {unread}
            finding={finding.clone()} {place} file={board.file.clone()} {members} project={board.project.clone()} />
    }
}
