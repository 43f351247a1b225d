//! Keeps what a call file says for as long as the program runs.
//!
//! Calls are read once and shown all the time. Shipped ones are tables in the program; one that is read at run time is put
//! beside them, so that both are the same to everybody else. What is kept is some twenty kilobytes a call file.

/// A text.
pub(super) fn text(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// A list.
pub(super) fn list<T>(items: Vec<T>) -> &'static [T] {
    Box::leak(items.into_boxed_slice())
}
