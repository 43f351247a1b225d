//! The calls that come with the program, made into bytes when it is built.
//!
//! The library carries all of them without their texts, of which it loads those of one language; the page carries only the list, and loads
//! the call that is in view. Natively all is carried. What a program does not ask for is not in it.

use super::file::CallFile;
use super::language::Language;
use super::listed::ListedCall;
use super::pack::{Pack, of_bytes, to_bytes};
use std::sync::{Arc, LazyLock, OnceLock};

/// What a list shows of the calls that come with the program, in the order in which a visitor meets them. The page begins with the first.
pub static LISTED: LazyLock<Vec<ListedCall>> = LazyLock::new(|| carried(include_bytes!(concat!(env!("OUT_DIR"), "/listed.pack"))));

/// All of them, with the texts that are known when they are first asked for.
#[cfg(not(carried))]
pub static SHIPPED: LazyLock<Vec<Arc<CallFile>>> = LazyLock::new(|| {
    let mut files: Vec<CallFile> = carried(include_bytes!(concat!(env!("OUT_DIR"), "/bare.pack")));
    for (language, texts) in Language::ALL.iter().zip(&TEXTS) {
        let mut texts = texts.get().into_iter().flat_map(|texts| texts.lines());
        files.iter_mut().for_each(|file| file.learn(*language, &mut texts));
    }
    files.into_iter().map(Arc::new).collect()
});

/// Their texts in each language, one a line.
static TEXTS: [OnceLock<&str>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

/// Takes in their texts in a language, for a program that does not carry them.
pub fn take_texts(language: Language, texts: &'static str) {
    if let Some(known) = TEXTS.get(language as usize) {
        known.get_or_init(|| texts);
    }
}

/// All of them.
#[cfg(carried)]
pub static SHIPPED: LazyLock<Vec<Arc<CallFile>>> = LazyLock::new(|| files(ALL));

/// Their bytes with the texts in every language.
const ALL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calls.pack"));

/// Calls of other programmes, and made-up ones, as examples.
pub static EXAMPLES: LazyLock<Vec<Arc<CallFile>>> = LazyLock::new(|| files(include_bytes!(concat!(env!("OUT_DIR"), "/examples.pack"))));

/// The build has written these bytes with the same description, so there is always a list.
fn carried<T: Pack>(bytes: &[u8]) -> Vec<T> {
    of_bytes(bytes).unwrap_or_default()
}

fn files(bytes: &[u8]) -> Vec<Arc<CallFile>> {
    carried(bytes).into_iter().map(Arc::new).collect()
}

/// The files beside the page: for each call its address in each language, and its bytes with the texts in that language.
pub fn call_files() -> impl Iterator<Item = (Arc<str>, Vec<u8>)> {
    let of_call = |(listed, file): (&'static ListedCall, CallFile)| {
        Language::ALL.iter().map(move |language| (listed.file.known(*language).clone(), to_bytes(&file.only(*language))))
    };
    LISTED.iter().zip(carried(ALL)).flat_map(of_call)
}

/// The same as JSON, a list of call files: the form that validation reads.
pub fn shipped_json() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/calls.json"))
}
