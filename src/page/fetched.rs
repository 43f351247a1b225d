//! Files that the page loads when it needs them: calls, and texts of languages, under names that change with what is in them.

use super::dom;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// What is read from a file beside the page. What the browser holds may be damaged or of a failed request, so it is asked for a second
/// time past every cache; nothing is remembered of a failure, so the next choice tries again.
pub(super) async fn fetched<T>(name: &str, read: impl Fn(Vec<u8>) -> Option<T>) -> Option<T> {
    let address = dom::here(name)?;
    for cache in [RequestCache::Default, RequestCache::Reload] {
        if let Some(found) = bytes(&address, cache).await.ok().and_then(&read) {
            return Some(found);
        }
    }
    None
}

async fn bytes(address: &str, cache: RequestCache) -> Result<Vec<u8>, JsValue> {
    let window = dom::window().ok_or(JsValue::NULL)?;
    let wish = RequestInit::new();
    wish.set_cache(cache);
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &wish)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    Ok(js_sys::Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec())
}
