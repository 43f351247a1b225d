//! Everything that touches the browser: the JS API, and the page.

#[cfg(not(any(feature = "app", feature = "advisor")))]
pub mod advice_api;
#[cfg(feature = "advisor")]
pub mod advisor;
#[cfg(not(feature = "app"))]
pub mod api;
#[cfg(not(any(feature = "app", feature = "advisor")))]
pub mod checker;
#[cfg(any(feature = "app", feature = "advisor"))]
mod display_names;
#[cfg(not(feature = "app"))]
mod document;
mod known;
pub mod node;
#[cfg(not(feature = "app"))]
mod out;
#[cfg(not(any(feature = "app", feature = "advisor")))]
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
