//! A field for a fact of the project: a component of its own, so that what is typed in it stays while the rest of the page is drawn.

use super::say::t;
use crate::i18n::{Language, Message};
use yew::prelude::*;

/// Which fact.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The name of the plan.
    Title,
    /// How long the project lasts.
    Months,
    /// The grant that is asked for.
    Grant,
}

/// Properties of [`ProjectField`].
#[derive(Properties, PartialEq)]
pub(crate) struct ProjectFieldProps {
    pub(super) field: Field,
    pub(super) language: Language,
    /// What is stated, or was typed and cannot be read.
    pub(super) value: AttrValue,
    /// Whether it cannot be read.
    #[prop_or_default]
    pub(super) wrong: bool,
    /// The shortest and the longest that are allowed, where there are such.
    #[prop_or_default]
    pub(super) range: Option<(u32, u32)>,
}

/// The field with its label, and the words of what is wrong.
#[component]
pub(crate) fn ProjectField(props: &ProjectFieldProps) -> Html {
    let ProjectFieldProps { field, language, value, wrong, range } = props;
    let say = |message: Message<'_>| t(*language, message);
    let invalid = wrong.then_some("true");
    match field {
        Field::Title => html! {
            <input class="plan" type="text" autocomplete="off" maxlength="200" {value} data-title="" aria-label={say(Message::PlanName)}
                placeholder={say(Message::UntitledPlan)} />
        },
        Field::Months => html! {
            <label class="months"><span class="sub">{ say(Message::DurationMonths) }</span>
                <input type="text" inputmode="numeric" autocomplete="off" maxlength="40" {value} data-months="" aria-invalid={invalid}
                    aria-describedby="months-error" placeholder={range.map(|(from, to)| format!("{from}–{to}"))} />
                <span id="months-error" class="error" role="alert" hidden={!wrong}>{ say(Message::NotMonths) }</span>
            </label>
        },
        Field::Grant => html! {
            <div class="field inline">
                <label for="grant">{ say(Message::GrantLabel) }</label>
                <input id="grant" type="text" inputmode="decimal" autocomplete="off" maxlength="40" {value} data-grant=""
                    aria-invalid={invalid} aria-describedby="grant-error" />
                <p id="grant-error" class="error" role="alert" hidden={!wrong}>{ say(Message::NotANumber) }</p>
            </div>
        },
    }
}
