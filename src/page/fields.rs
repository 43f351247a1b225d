//! Fields of a form: a label, the control, a hint, an error, tied together for screen readers.

use std::rc::Rc;
use yew::prelude::*;

/// A text field. It keeps what is typed itself.
pub(super) fn text_field(name: &'static str, label: AttrValue, hint: AttrValue, error: AttrValue, value: &str) -> Html {
    let mut input = html! {
        <input id={name} type="text" autocomplete="off" data-field={name} maxlength="300" aria-describedby={format!("{name}-hint {name}-error")} />
    };
    if let Html::VTag(tag) = &mut input {
        // As an attribute it is what the field begins with; as a property it would overwrite what is typed whenever the page is drawn.
        Rc::make_mut(tag).add_attribute("value", value.to_owned());
    }
    html! {
        <div class="field" data-row="">
            <label for={name}>{ label }</label>
            { input }
            <p class="hint" id={format!("{name}-hint")}>{ hint }</p>
            <p class="error" id={format!("{name}-error")} role="alert" hidden={true}>{ error }</p>
        </div>
    }
}

/// A text of several lines.
pub(super) fn long_field(name: &'static str, label: AttrValue, hint: AttrValue, value: &str) -> Html {
    html! {
        <div class="field">
            <label for={name}>{ label }</label>
            <textarea id={name} rows="2" defaultvalue={value.to_owned()} data-field={name} maxlength="2000" aria-describedby={format!("{name}-hint")} />
            <p class="hint" id={format!("{name}-hint")}>{ hint }</p>
        </div>
    }
}

/// A choice. `none` are the words for no choice, where there may be none.
pub(super) fn select_field(
    name: &'static str,
    label: AttrValue,
    none: Option<AttrValue>,
    options: Vec<(AttrValue, AttrValue)>,
    value: &str,
) -> Html {
    html! {
        <div class="field" key={name} data-row={name}>
            <label for={name}>{ label }</label>
            <select id={name} data-field={name}>
                if let Some(none) = none { <option value="" selected={value.is_empty()}>{ none }</option> }
                for (option, words) in options {
                    <option key={option.to_string()} value={option.clone()} selected={option == value}>{ words }</option>
                }
            </select>
        </div>
    }
}
