//! What the browser keeps: the plan, plans that were put aside, the language, the visitor's own calls. Storage that is blocked or full
//! is a value, never an end.

use web_sys::Storage;

/// The plan. boot.js knows this key, that of plans put aside, and that of starts as well.
pub(super) const PLAN: &str = "allians:plan";
/// What the keys of texts that were put aside begin with; a number follows. With one digit the key is as long as that of the plan, so
/// that a plan can be put aside where there is no room at all.
const ASIDE: &str = "allians:was";
/// Where earlier versions put a text that they could not read.
const DAMAGED: &str = "allians:plan-damaged";
/// Starts that have not come to a first paint; in the session's storage.
const BOOTING: &str = "allians:booting";
/// The language that the visitor chose.
pub(super) const LANGUAGE: &str = "allians:language";
/// The visitor's own calls, as a list of their texts.
pub(super) const OWN_CALLS: &str = "allians:own-calls";

/// The most texts that are put aside under keys of their own.
const MOST_ASIDE: u32 = 99;

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
pub(super) fn load(key: &str) -> Result<Option<String>, StoreError> {
    local()?.get_item(key).map_err(|_| StoreError::Blocked)
}

/// Keeps a text.
pub(super) fn save(key: &str, text: &str) -> Result<(), StoreError> {
    local()?.set_item(key, text).map_err(|_| StoreError::Full)
}

/// Forgets what is kept under a key.
fn forget(key: &str) {
    if let Ok(storage) = local() {
        // Storage that cannot be changed keeps an old text, which is no loss.
        let _ = storage.remove_item(key);
    }
}

/// Puts the kept plan aside, under a key that no other text has, so that the next save does not overwrite it. Where that cannot be done
/// the plan is where it was.
pub(super) fn put_aside() -> Result<(), StoreError> {
    let Some(text) = load(PLAN)? else { return Ok(()) };
    let key = (1..=MOST_ASIDE).map(aside_key).find(|key| matches!(load(key), Ok(None))).ok_or(StoreError::Full)?;
    // Out first: there may be no room for two.
    forget(PLAN);
    save(&key, &text).inspect_err(|_| {
        // There was room for it a moment ago.
        let _ = save(PLAN, &text);
    })
}

/// The texts that were put aside, the oldest first.
pub(super) fn aside() -> Vec<String> {
    aside_keys().filter_map(|key| load(&key).ok().flatten()).collect()
}

/// Forgets what was put aside. The visitor has asked for it.
pub(super) fn forget_aside() {
    aside_keys().for_each(|key| forget(&key));
}

fn aside_keys() -> impl Iterator<Item = String> {
    [DAMAGED.to_owned()].into_iter().chain((1..=MOST_ASIDE).map(aside_key))
}

fn aside_key(number: u32) -> String {
    format!("{ASIDE}{number}")
}

/// Tells boot.js that this start came to its first paint.
pub(super) fn booted() {
    let session = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    if let Some(session) = session {
        // Without session storage there is no guard to clear.
        let _ = session.remove_item(BOOTING);
    }
}
