//! What both programs of the page need of the browser: its objects as documents, and its names of countries.

pub mod display_names;
pub mod node;
