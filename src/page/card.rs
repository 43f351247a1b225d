//! An organisation's card: what it is, and buttons for everything that dragging does.

use super::dom;
use super::icon::{self, icon, of_kind};
use super::say::{name_of, t};
use crate::engine::{Commitment, Organisation, Role};
use crate::i18n::{Language, Message};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Card`].
#[derive(Properties, PartialEq)]
pub(crate) struct CardProps {
    pub(crate) language: Language,
    pub(crate) organisation: Rc<Organisation>,
    /// What its country is in the call, where that is another than those that are counted first: "partnerland".
    pub(crate) outside: Option<AttrValue>,
    /// Of a member: what it is there.
    #[prop_or_default]
    pub(crate) member: Option<MemberView>,
    /// Its place among all, and how many there are, where not all are drawn.
    #[prop_or_default]
    pub(crate) place: Option<(usize, usize)>,
}

/// What a member's card shows beyond the organisation.
#[derive(Clone, PartialEq)]
pub(crate) struct MemberView {
    pub(crate) role: Role,
    /// Of an affiliated entity: whose.
    pub(crate) affiliated_to: Option<Rc<Organisation>>,
    pub(crate) first: bool,
    pub(crate) last: bool,
    /// What hangs on it.
    pub(crate) badge: Option<AttrValue>,
}

/// The card.
#[component]
pub(crate) fn Card(props: &CardProps) -> Html {
    let CardProps { language, organisation, place, .. } = props;
    let name = name_of(*language, organisation);
    let (symbol, class) = of_kind(organisation.kind);
    html! {
        <li {class} data-organisation={organisation.id.to_string()} data-placeholder={organisation.name.is_empty().then_some("")}
            aria-posinset={place.map(|(at, _)| at.to_string())} aria-setsize={place.map(|(_, all)| all.to_string())}>
            <span class="grip" data-handle="" aria-hidden="true">{ icon(icon::GRIP) }</span>
            <span class="ic">{ icon(symbol) }</span>
            <div class="who">
                <b>{ name.clone() }</b>
                { for facts(props).into_iter().map(|(class, words)| html! { <small {class}>{ words }</small> }) }
            </div>
            { country(*language, organisation) }
            <div class="does">{ buttons(props, &name) }</div>
        </li>
    }
}

/// The lines below the name, each with its class.
fn facts(props: &CardProps) -> Vec<(&'static str, AttrValue)> {
    let CardProps { language, organisation, outside, member, .. } = props;
    let say = |message: Message<'_>| t(*language, message);
    let mut first = say(organisation.kind.map_or(Message::KindNotStated, Message::Kind)).to_string();
    let mut add = |words: AttrValue| {
        first.push_str(" · ");
        first.push_str(&words);
    };
    if let Some(outside) = outside {
        add(outside.clone());
    }
    if member.is_some() && organisation.commitment != Commitment::None {
        add(say(Message::Commitment(organisation.commitment)));
    }
    let mut lines = vec![("", AttrValue::from(first))];
    if organisation.charter == Some(false) {
        lines.push(("warn", say(Message::WithoutCharter)));
    }
    if let Some(group) = &organisation.group {
        lines.push(("", say(Message::GroupIs(group))));
    }
    match member.as_ref().map(|member| (member.role, &member.affiliated_to)) {
        Some((role @ Role::Applicant, _)) => lines.push(("star", AttrValue::from(format!("★ {}", say(Message::Role(role)))))),
        Some((_, Some(other))) => lines.push(("", say(Message::AffiliatedTo(&name_of(*language, other))))),
        Some((role @ (Role::Associated | Role::Affiliated), None)) => lines.push(("", say(Message::Role(role)))),
        Some((Role::Partner, None)) | None => {}
    }
    lines
}

fn country(language: Language, organisation: &Organisation) -> Html {
    let (code, name) = match organisation.country {
        Some(country) => (AttrValue::from(country.code().to_owned()), dom::country_name(language, country)),
        None => (AttrValue::Static("?"), t(language, Message::CountryNotStated)),
    };
    html! { <span class="cc"><span aria-hidden="true" title={name.clone()}>{ code }</span><span class="sr">{ name }</span></span> }
}

fn buttons(props: &CardProps, name: &str) -> Html {
    let say = |message: Message<'_>| t(props.language, message);
    let edit = button("data-edit", icon::EDIT, say(Message::Edit(name)), None, false);
    let Some(member) = &props.member else {
        return html! { <>{ edit }{ button("data-move", icon::PLUS, say(Message::ToConsortium(name)), None, false) }</> };
    };
    let applicant = member.role == Role::Applicant;
    let words = if applicant { Message::NoLongerApplicant(name) } else { Message::MakeApplicant(name) };
    html! {
        <>
            // It stands where nothing moves for it.
            <small data-badge="">{ member.badge.clone() }</small>
            { button("data-applicant", icon::STAR, say(words), Some(applicant), false) }
            { button("data-earlier", icon::UP, say(Message::Earlier(name)), None, member.first) }
            { button("data-later", icon::DOWN, say(Message::Later(name)), None, member.last) }
            { edit }
            { button("data-move", icon::MINUS, say(Message::ToPool(name)), None, false) }
        </>
    }
}

/// A button with an icon. Where there is nothing to do it stays where it is, so that the focus is not lost.
fn button(hook: &'static str, symbol: &'static str, label: AttrValue, pressed: Option<bool>, off: bool) -> Html {
    let mut button = html! {
        <button type="button" class="tool" aria-label={label.clone()} title={label}
            aria-pressed={pressed.map(|pressed| if pressed { "true" } else { "false" })} aria-disabled={off.then_some("true")}>{ icon(symbol) }</button>
    };
    if let Html::VTag(tag) = &mut button {
        Rc::make_mut(tag).add_attribute(hook, "");
    }
    button
}
