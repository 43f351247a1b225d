//! Finding organisations and countries by what people type.

mod aliases;
mod fold;
