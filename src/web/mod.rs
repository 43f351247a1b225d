//! Everything that touches the browser: the JS API, and the page.

pub mod api;
#[cfg(not(feature = "app"))]
pub mod checker;
mod document;
pub mod node;
mod out;
#[cfg(not(feature = "app"))]
mod quick;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
mod dom;
#[cfg(feature = "app")]
mod offline;
#[cfg(feature = "app")]
mod plan_text;
#[cfg(feature = "app")]
mod storage;
