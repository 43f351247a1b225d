//! Call files that the page loads: one file beside it a call, under a name that changes with what is in it.

use super::dom;
use crate::calls::pack::of_bytes;
use crate::calls::{CallFile, ListedCall};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// The call file that is listed. What the browser holds may be damaged or of a failed request, so it is asked for a second time past
/// every cache; nothing is remembered of a failure, so the next choice tries again.
pub(super) async fn fetch(listed: &ListedCall) -> Option<CallFile> {
    let address = dom::here(&listed.file)?;
    match once(&address, RequestCache::Default).await {
        Some(file) => Some(file),
        None => once(&address, RequestCache::Reload).await,
    }
}

async fn once(address: &str, cache: RequestCache) -> Option<CallFile> {
    bytes(address, cache).await.ok().and_then(|bytes| of_bytes(&bytes))
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
