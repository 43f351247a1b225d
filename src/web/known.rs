//! The calls that this program knows at the moment: those that it carries, those that were loaded, and the visitor's own.
//!
//! What is known stays known, and a call file never changes while it is: so all that ask see the same.

use crate::calls::CallFile;
#[cfg(any(all(feature = "app", not(core_page)), feature = "advisor", feature = "tools"))]
use crate::calls::pack::of_bytes;
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Default)]
struct Known {
    files: Vec<&'static CallFile>,
    /// The texts of the visitor's own, by their ids.
    own: Vec<(&'static str, Rc<str>)>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::new(Known { files: carried(), own: Vec::new() });
}

#[cfg(any(feature = "app", feature = "advisor", feature = "tools"))]
fn carried() -> Vec<&'static CallFile> {
    vec![&crate::calls::FIRST]
}

#[cfg(not(any(feature = "app", feature = "advisor", feature = "tools")))]
fn carried() -> Vec<&'static CallFile> {
    crate::calls::SHIPPED.iter().collect()
}

/// All of them.
#[cfg(not(core_page))]
pub(crate) fn all() -> Vec<&'static CallFile> {
    KNOWN.with_borrow(|known| known.files.clone())
}

/// The call with an id.
pub(crate) fn find(id: &str) -> Option<&'static CallFile> {
    KNOWN.with_borrow(|known| known.files.iter().copied().find(|file| file.id == id))
}

/// The text of the visitor's own call with an id.
#[cfg(feature = "app")]
pub(crate) fn own_text(id: &str) -> Option<Rc<str>> {
    KNOWN.with_borrow(|known| known.own.iter().find(|(own, _)| *own == id).map(|(_, text)| text.clone()))
}

/// The texts of all of the visitor's own calls.
#[cfg(all(feature = "app", not(core_page)))]
pub(crate) fn own_texts() -> Vec<Rc<str>> {
    KNOWN.with_borrow(|known| known.own.iter().map(|(_, text)| text.clone()).collect())
}

/// Takes in calls as bytes (see `calls::pack`). A call that is known already is not taken in twice.
#[cfg(any(all(feature = "app", not(core_page)), feature = "advisor", feature = "tools"))]
pub(crate) fn learn(bytes: &[u8]) -> bool {
    let files: Option<&'static [CallFile]> = of_bytes(bytes);
    let new = files.unwrap_or_default().iter().filter(|file| find(file.id).is_none());
    new.for_each(|file| {
        keep(*file, None);
    });
    files.is_some()
}

/// Takes in the visitor's own call, with its text.
#[cfg(any(all(feature = "app", not(core_page)), feature = "advisor"))]
pub(crate) fn learn_own(bytes: &[u8], text: &str) -> Option<&'static CallFile> {
    Some(keep(of_bytes(bytes)?, Some(text.into())))
}

/// The visitor's own call, read from its text; one that has been read before is not read again.
#[cfg(any(feature = "tools", not(any(feature = "app", feature = "advisor"))))]
pub(crate) fn read_own(text: &str) -> Result<&'static CallFile, crate::calls::CallFileProblem> {
    let known = KNOWN.with_borrow(|known| known.own.iter().find(|(_, own)| **own == *text).map(|(id, _)| *id));
    if let Some(file) = known.and_then(find) {
        return Ok(file);
    }
    let node = super::node::Js(js_sys::JSON::parse(text).unwrap_or_default());
    crate::calls::read(&node).map(|file| keep(file, Some(text.into())))
}

/// The newest of one id is the one that counts.
#[cfg(not(core_page))]
fn keep(file: CallFile, own: Option<Rc<str>>) -> &'static CallFile {
    let file: &'static CallFile = Box::leak(Box::new(file));
    KNOWN.with_borrow_mut(|known| {
        known.files.retain(|other| other.id != file.id);
        known.files.push(file);
        if let Some(text) = own {
            known.own.retain(|(id, _)| *id != file.id);
            known.own.push((file.id, text));
        }
    });
    file
}
