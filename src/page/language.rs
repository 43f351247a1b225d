//! The language of the page. Its texts are loaded when it is first spoken, those of the calls in view with them.

use super::fetched::fetched;
use super::store::{Dispatch, Event, Store};
use super::{calls, dom, storage};
use crate::calls::CallFile;
use crate::i18n::{Language, take};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// `?lang=`, else the language chosen before, else the browser's, else Swedish. boot.js asks in the same order.
pub(super) fn first() -> Language {
    let asked = dom::query_parameter("lang").as_deref().and_then(Language::parse);
    let kept = || storage::load(storage::LANGUAGE).ok().flatten().as_deref().and_then(Language::parse);
    let preferred = || {
        let languages = dom::window()?.navigator().languages();
        languages.iter().find_map(|tag| Language::of_browser(&tag.as_string()?))
    };
    asked.or_else(kept).or_else(preferred).unwrap_or_default()
}

/// Loads the texts of a language, unless they are known; says whether they are now.
pub(super) async fn load(language: Language) -> bool {
    if language.is_known() {
        return true;
    }
    let attribute = format!("data-texts-{}", language.as_str());
    let address = dom::find(&format!("[{attribute}]")).and_then(|script| script.get_attribute(&attribute));
    let Some(address) = address else { return false };
    fetched(&address, |bytes| take(language, bytes).then_some(())).await.is_some()
}

/// Speaks a language as soon as its texts are there, and those of the calls that the page holds. Of several that are chosen meanwhile
/// the last is the one that is wanted.
pub(super) fn speak(store: &Rc<Store>, dispatch: &Dispatch, language: Language) {
    dispatch.dispatch(Event::WantLanguage(language));
    let (missing, dispatch) = (store.without_texts_in(language), dispatch.clone());
    spawn_local(async move {
        dispatch.dispatch(match texts(language, &missing).await {
            Some(files) => Event::Speak(language, files),
            None => Event::NotSpoken(language),
        });
    });
}

/// The call files with their texts in a language, once the texts of the page are there.
async fn texts(language: Language, calls: &[Arc<str>]) -> Option<Vec<CallFile>> {
    if !load(language).await {
        return None;
    }
    let mut files = Vec::new();
    for id in calls {
        files.push(calls::load(id, language).await.ok()?);
    }
    Some(files)
}
