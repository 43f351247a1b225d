//! Copying and printing what the page has worked out.

use super::announcer::{ADVICE, announce};
use super::dom;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement};

/// How long a button shows that it has copied, in milliseconds.
const SHOWN: u32 = 2000;

/// Copies the text that stands after a button, in the box that both are in.
pub(super) fn copy(button: &Element) -> Option<()> {
    let sheet = button.parent_element()?.parent_element()?.query_selector("[data-text]").ok()??;
    let (button, text) = (button.clone(), sheet.dyn_ref::<HtmlElement>()?.inner_text());
    // Not there over plain http.
    let clipboard = js_sys::Reflect::get(&dom::window()?.navigator(), &"clipboard".into()).ok().filter(|one| !one.is_undefined());
    spawn_local(async move {
        let copied = match clipboard.and_then(|clipboard| clipboard.dyn_into::<web_sys::Clipboard>().ok()) {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        if copied {
            show_copied(button);
        } else {
            mark(&button, &sheet);
        }
    });
    Some(())
}

fn show_copied(button: Element) {
    announce(ADVICE, &button.get_attribute("data-copy").unwrap_or_default());
    // The mark is a picture of what was said.
    let _ = button.set_attribute("data-done", "");
    Timeout::new(SHOWN, move || drop(button.remove_attribute("data-done"))).forget();
}

/// Where it may not be copied, it is marked, and the visitor copies by hand.
fn mark(button: &Element, sheet: &Element) {
    let selection = dom::window().and_then(|window| window.get_selection().ok().flatten());
    if let Some(selection) = selection {
        // A text that cannot be marked can still be read.
        let _ = selection.select_all_children(sheet);
    }
    sheet.scroll_into_view_with_bool(false);
    announce(ADVICE, &button.get_attribute("data-marked").unwrap_or_default());
}

/// Prints the questions alone; the style sheet goes by the attribute.
pub(super) fn print() -> Option<()> {
    let (window, root) = (dom::window()?, dom::find(":root")?);
    root.set_attribute("data-printing", "").ok()?;
    let printed = window.print();
    root.remove_attribute("data-printing").ok()?;
    printed.ok()
}
