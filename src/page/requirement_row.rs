//! One requirement: whether it is met and how far; opened, who counts and who does not and why, and the sentence it comes from.

use super::icon::{self, icon};
use super::project_field::{Field, ProjectField};
use super::requirement_line::line;
use super::say::{name_of, t};
use crate::amounts::text_of;
use crate::calls::{CallFile, RequirementFile, Source};
use crate::engine::{Finding, LeftOut, Measured, Member, OtherReading, Project, Rule, Status};
use crate::i18n::{Language, Message};
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

/// Properties of [`RequirementRow`].
#[derive(Properties, PartialEq)]
pub(crate) struct RequirementRowProps {
    pub(crate) language: Language,
    pub(crate) finding: Finding,
    /// The requirement's place in its file.
    pub(crate) place: usize,
    pub(crate) file: Arc<CallFile>,
    /// The members that the finding names, by their place.
    pub(crate) members: Vec<(u32, Member)>,
    pub(crate) project: Rc<Project>,
    /// Whether it shows why.
    pub(crate) open: bool,
    /// The smallest change that would turn it, once the worker has found it.
    pub(crate) flip: Option<AttrValue>,
    /// What was typed of the fact that it asks for and cannot be read.
    pub(crate) unread: Option<AttrValue>,
}

impl RequirementRowProps {
    /// The name of the member with a place.
    pub(super) fn name(&self, place: u32) -> AttrValue {
        let member = self.members.iter().find(|(other, _)| *other == place);
        member.map_or_else(AttrValue::default, |(_, member)| name_of(self.language, &member.organisation))
    }

    /// The requirement with its texts. Rows are made of those that the file has.
    pub(super) fn requirement(&self) -> Option<&RequirementFile> {
        self.file.requirements.get(self.place)
    }

    /// Its rule.
    pub(super) fn rule(&self) -> Option<&Rule> {
        self.requirement().map(|file| &file.requirement.rule)
    }

    /// A message in the page's language.
    pub(super) fn say(&self, message: Message<'_>) -> AttrValue {
        t(self.language, message)
    }
}

/// The row.
#[component]
pub(crate) fn RequirementRow(props: &RequirementRowProps) -> Html {
    let finding = &props.finding;
    let status = finding.status.as_str();
    let (have, need) = finding.measured.figures();
    let counts = need > 1 && matches!(finding.measured, Measured::AtLeast { .. } | Measured::PerCountry { .. });
    html! {
        <li class="req" data-requirement={finding.requirement.to_string()} data-status={status}
            data-have={have.to_string()} data-need={need.to_string()}>
            <details open={props.open}>
                <summary data-why="">
                    <span class="mk">{ icon(mark(finding.status)) }</span>
                    <span class="what">
                        <b>{ props.requirement().map(|file| file.title.in_language(props.language)) }</b>
                        <span class="line">
                            <strong>{ props.say(Message::Status(finding.status)) }</strong>
                            if counts { { pips(finding) } }
                            { line(props) }
                        </span>
                        if let Some(other) = &finding.other {
                            <span class="line reading" data-reading="lenient">{ other_reading(props, other) }</span>
                        }
                    </span>
                    if counts { <span class="tally" aria-hidden="true">{ format!("{have}/{need}") }</span> }
                </summary>
                // Closed, it is only the few words that every visitor reads.
                if props.open { { why(props) } }
            </details>
        </li>
    }
}

const fn mark(status: Status) -> &'static str {
    match status {
        Status::Met => icon::CHECK,
        Status::Unmet => icon::NONE,
        Status::Unknown => icon::QUESTION,
        Status::Review => icon::EYE,
        Status::NotApplicable => icon::DASH,
    }
}

fn other_reading(props: &RequirementRowProps, other: &OtherReading) -> AttrValue {
    let (have, need) = other.measured.figures();
    props.say(Message::LenientReading { status: other.status, have, need })
}

/// A dot for each that is needed: filled for each there is, dotted for each that may come of facts not stated.
fn pips(finding: &Finding) -> Html {
    let ((have, need), possible) = (finding.measured.figures(), finding.measured.possible());
    if need > 12 {
        return Html::default();
    }
    let class = |at: u64| match () {
        () if at < have => "full",
        () if at < possible => "open",
        () => "",
    };
    html! { <span class="pips" aria-hidden="true">for at in 0..need { <i class={class(at)} /> }</span> }
}

fn why(props: &RequirementRowProps) -> Html {
    let Some(requirement) = props.requirement() else { return Html::default() };
    html! {
        <div class="why">
            { fields(props) }
            <p>{ requirement.explanation.in_language(props.language) }</p>
            <p data-flip={requirement.requirement.id.to_string()}>{ props.flip.clone() }</p>
            if !props.finding.counted.is_empty() {
                <h4>{ props.say(Message::Counted) }</h4>
                <ul class="names" data-counted="">for place in props.finding.counted.iter() { <li>{ props.name(*place) }</li> }</ul>
            }
            { left_out(props) }
            if let Some(readings) = &requirement.readings { <p data-readings="">{ readings.in_language(props.language) }</p> }
            for source in requirement.sources.iter() { { quote(props, source) } }
        </div>
    }
}

/// Where the requirement asks for a fact of the project, the place to state it.
fn fields(props: &RequirementRowProps) -> Html {
    match props.rule() {
        Some(Rule::Grant(_)) => {
            let stated = props.project.grant.map(|grant| AttrValue::from(text_of(grant)));
            let (value, wrong) = (props.unread.clone().or(stated).unwrap_or_default(), props.unread.is_some());
            html! { <ProjectField field={Field::Grant} language={props.language} {value} {wrong} /> }
        }
        Some(Rule::Activities(_)) => html! {
            <ul class="choice">
                for activity in props.file.activities.iter() {
                    <li><label>
                        <input type="checkbox" checked={props.project.activities.iter().any(|chosen| **chosen == *activity.id)} data-activity={activity.id.to_string()} />
                        { activity.title.in_language(props.language) }
                    </label></li>
                }
            </ul>
        },
        _ => Html::default(),
    }
}

fn left_out(props: &RequirementRowProps) -> Html {
    let mut rows = Vec::new();
    let of_some = matches!(props.rule(), Some(Rule::EveryMember(_) | Rule::Only(_)));
    let barred = matches!(props.finding.status, Status::Unmet | Status::Review) && matches!(props.rule(), Some(Rule::Only(_)));
    for (place, reason) in &props.finding.left_out {
        let of = match reason {
            // That the others are not the applicant goes without saying.
            LeftOut::NotApplicant => continue,
            // Nor that something is not asked of those of whom it is not asked.
            LeftOut::OutsideClass(_) | LeftOut::OtherKind if of_some && !barred => continue,
            LeftOut::SameLegalGroup(other) => props.name(*other),
            _ => AttrValue::from(props.file.outside(*reason, props.language).to_owned()),
        };
        let because = props.say(Message::reason(*reason, &of));
        let words = props.say(Message::LeftOutBecause { name: &props.name(*place), reason: &because });
        rows.push(html! { <li data-reason={reason.as_str()}>{ words }</li> });
    }
    if rows.is_empty() {
        return Html::default();
    }
    html! { <><h4>{ props.say(Message::LeftOut) }</h4><ul class="names out" data-left-out="">{ rows }</ul></> }
}

fn quote(props: &RequirementRowProps, source: &Source) -> Html {
    let Some(document) = props.file.documents.get(source.document) else { return Html::default() };
    let language = document.language.to_string();
    html! {
        <figure class="source">
            if let Some(sentence) = &source.sentence { <blockquote lang={language.clone()}>{ format!("”{sentence}”") }</blockquote> }
            <figcaption>
                <a href={document.address.to_string()} lang={language} rel="noreferrer" target="_blank">{ &*document.title }</a>
                { " · " }{ props.say(Message::Confidence(document.confidence)) }
            </figcaption>
        </figure>
    }
}
