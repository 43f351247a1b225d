//! How a task fails: with one message that names the place and what to do about it.
//!
//! One type for all, because the only reader is a person at a terminal; nothing branches on the kind.

use std::fmt;

/// What went wrong, where, and the remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

/// The result of a task.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Names the place of an error that does not know it (an `io::Error` has no path).
pub trait At<T> {
    /// The same result, the error preceded by `place`.
    fn at(self, place: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> At<T> for Result<T, E> {
    fn at(self, place: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{place}: {error}")))
    }
}
