//! The form for an organisation, in a dialog: everything can be left empty, and unknown is a choice.

use super::commands::Commands;
use super::dom;
use super::fields::{long_field, select_field, text_field};
use super::say::{name_of, t};
use super::store::Form;
use crate::board::Zone;
use crate::engine::{Attribute, Commitment, Member, OrganisationKind, Role};
use crate::i18n::{Language, Message};
use std::rc::Rc;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Properties of [`OrganisationForm`].
#[derive(Properties, PartialEq)]
pub(crate) struct OrganisationFormProps {
    pub(super) commands: Rc<Commands>,
    pub(super) form: Rc<Form>,
}

/// The form. It is drawn once; its fields keep what is typed.
#[component]
pub(crate) fn OrganisationForm(props: &OrganisationFormProps) -> Html {
    let OrganisationFormProps { commands, form } = props;
    let language = commands.store.language;
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        let dialog = dialog.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open());
        if let Some(dialog) = dialog {
            // Where a browser cannot show it as a modal, the page is still usable beside it.
            if dialog.show_modal().is_err() {
                dialog.set_open(true);
            }
        }
    });
    let onsubmit = {
        let commands = commands.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            commands.keep_form(Zone::Pool);
        })
    };
    let oncancel = {
        let commands = commands.clone();
        Callback::from(move |event: web_sys::Event| {
            event.prevent_default();
            commands.leave_form();
        })
    };
    let say = |message: Message<'_>| t(language, message);
    let member = commands.store.board().member(&form.organisation.id);
    html! {
        <dialog class="panel" ref={dialog} aria-labelledby="form-heading" data-form="" {oncancel}>
            <form {onsubmit} novalidate=true>
                <h2 id="form-heading">{ say(if form.new { Message::FormNew } else { Message::FormEdit }) }</h2>
                { fields(language, form) }
                { attributes(commands, form) }
                if let Some(member) = member { { role_fields(language, commands, member) } }
                <div class="buttons">
                    <button type="submit" class="btn primary" data-form-save="">{ say(if form.new { Message::AddToPool } else { Message::Save }) }</button>
                    if form.new { <button type="button" class="btn" data-form-join="">{ say(Message::AddToConsortium) }</button> }
                    <button type="button" class="btn quiet" data-form-cancel="">{ say(Message::Cancel) }</button>
                    if !form.new { <button type="button" class="btn danger" data-form-delete="">{ say(Message::Delete) }</button> }
                </div>
            </form>
        </dialog>
    }
}

fn fields(language: Language, form: &Form) -> Html {
    let said = &form.organisation;
    let say = |message: Message<'_>| t(language, message);
    let none = || Some(say(Message::NotStated));
    let kinds = OrganisationKind::ALL.iter().map(|kind| (AttrValue::Static(kind.as_str()), say(Message::Kind(*kind)))).collect();
    let commitments =
        Commitment::ALL.iter().skip(1).map(|value| (AttrValue::Static(value.as_str()), say(Message::Commitment(*value)))).collect();
    let charter = vec![(AttrValue::Static("yes"), say(Message::Yes)), (AttrValue::Static("no"), say(Message::No))];
    let charter_now = said.charter.map_or("", |charter| if charter { "yes" } else { "no" });
    let kind_now = said.kind.map_or("", OrganisationKind::as_str);
    let country_now = said.country.as_ref().map_or("", |country| country.code());
    let commitment_now = if said.commitment == Commitment::None { "" } else { said.commitment.as_str() };
    html! {
        <>
            { text_field("name", say(Message::Name), say(Message::NameHint), say(Message::SaySomething), &said.name) }
            <div class="two">
                { select_field("kind", say(Message::KindField), none(), kinds, kind_now) }
                { select_field("country", say(Message::Country), none(), dom::countries_by_name(language), country_now) }
                { select_field("charter", say(Message::Charter), Some(say(Message::CharterPresumed)), charter, charter_now) }
                { select_field("commitment", say(Message::CommitmentField), none(), commitments, commitment_now) }
            </div>
            { text_field("group", say(Message::Group), say(Message::GroupHint), AttrValue::default(), said.group.as_deref().unwrap_or_default()) }
            { long_field("added-value", say(Message::AddedValue), say(Message::AddedValueHint), &said.added_value) }
            { long_field("experience", say(Message::Experience), say(Message::ExperienceHint), &said.experience) }
        </>
    }
}

/// What the call asks of organisations beside their kind.
fn attributes(commands: &Commands, form: &Form) -> Html {
    let say = |message: Message<'_>| t(commands.store.language, message);
    let field = |attribute: Attribute| {
        let choices = vec![(AttrValue::Static("yes"), say(Message::Yes)), (AttrValue::Static("no"), say(Message::No))];
        let now = form.organisation.attributes.get(attribute).map_or("", |has| if has { "yes" } else { "no" });
        select_field(attribute.as_str(), say(Message::Attribute(attribute)), Some(say(Message::NotStated)), choices, now)
    };
    commands.store.board().call.attributes().map(field).collect()
}

/// The role; whose affiliated entity it is shows when that role is chosen (styles.css).
fn role_fields(language: Language, commands: &Commands, member: &Member) -> Html {
    let say = |message: Message<'_>| t(language, message);
    let roles = Role::ALL.iter().map(|role| (AttrValue::Static(role.as_str()), say(Message::Role(*role)))).collect();
    let others =
        commands.store.board().members.iter().map(|member| &member.organisation).filter(|other| other.id != member.organisation.id);
    let others = others.map(|other| (AttrValue::from(other.id.to_string()), name_of(language, other))).collect();
    html! {
        <div class="two">
            { select_field("role", say(Message::RoleField), None, roles, member.role.as_str()) }
            { select_field("of", say(Message::AffiliatedToField), Some(say(Message::NotStated)), others, member.affiliated_to.as_deref().unwrap_or_default()) }
        </div>
    }
}
