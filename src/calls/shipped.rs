//! The calls that come with the program, made into bytes when it is built.
//!
//! The library and the command line carry all of them, the page only the list: it loads the call that is in view. What a program does
//! not ask for is not in it.

use super::file::CallFile;
use super::language::Language;
use super::listed::ListedCall;
use super::pack::{Pack, of_bytes, to_bytes};
use std::sync::{Arc, LazyLock};

/// What a list shows of the calls that come with the program, in the order in which a visitor meets them. The page begins with the first.
pub static LISTED: LazyLock<Vec<ListedCall>> = LazyLock::new(|| carried(include_bytes!(concat!(env!("OUT_DIR"), "/listed.pack"))));

/// All of them.
pub static SHIPPED: LazyLock<Vec<Arc<CallFile>>> = LazyLock::new(|| files(include_bytes!(concat!(env!("OUT_DIR"), "/calls.pack"))));

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
    let of_call = |(listed, file): (&'static ListedCall, &'static Arc<CallFile>)| {
        Language::ALL.iter().map(|language| (listed.file.known(*language).clone(), to_bytes(&file.only(*language))))
    };
    LISTED.iter().zip(SHIPPED.iter()).flat_map(of_call)
}

/// The same as JSON, a list of call files: the form that the door reads.
pub fn shipped_json() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/calls.json"))
}
