//! What the browser keeps: the plan, a damaged plan, the language. Storage that is blocked or full is a value, never an end.

use web_sys::Storage;

/// All keys in one place. boot.js knows the first three as well.
pub(crate) const PLAN: &str = "allians:plan";
/// A saved text that could not be read; kept until the visitor has it.
pub(crate) const DAMAGED: &str = "allians:plan-damaged";
/// Starts that have not come to a first paint; in the session's storage.
const BOOTING: &str = "allians:booting";
/// The language that the visitor chose.
pub(crate) const LANGUAGE: &str = "allians:language";

/// The visitor's own calls, as a list of their texts.
#[cfg(not(core_page))]
pub(crate) const OWN_CALLS: &str = "allians:own-calls";

/// Why something was not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum StoreError {
    /// The browser does not allow storage here.
    Blocked,
    /// There is no room.
    Full,
}

fn local() -> Result<Storage, StoreError> {
    let storage = web_sys::window().ok_or(StoreError::Blocked)?.local_storage();
    storage.ok().flatten().ok_or(StoreError::Blocked)
}

/// What is kept under a key.
pub(crate) fn load(key: &str) -> Result<Option<String>, StoreError> {
    local()?.get_item(key).map_err(|_| StoreError::Blocked)
}

/// Keeps a text.
pub(crate) fn save(key: &str, text: &str) -> Result<(), StoreError> {
    local()?.set_item(key, text).map_err(|_| StoreError::Full)
}

/// Forgets what is kept under a key.
pub(crate) fn forget(key: &str) {
    if let Ok(storage) = local() {
        // Storage that cannot be changed keeps an old text, which is no loss.
        let _ = storage.remove_item(key);
    }
}

/// Tells boot.js that this start came to its first paint.
pub(crate) fn booted() {
    let session = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    if let Some(session) = session {
        // Without session storage there is no guard to clear.
        let _ = session.remove_item(BOOTING);
    }
}
