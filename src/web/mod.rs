//! Everything that touches the browser: the JS API, and the page.

#[cfg(not(any(feature = "app", feature = "advisor", feature = "tools")))]
pub mod advice_api;
#[cfg(feature = "advisor")]
pub mod advisor;
#[cfg(any(feature = "tools", not(any(feature = "app", feature = "advisor"))))]
pub mod api;
#[cfg(any(feature = "app", feature = "advisor"))]
mod asked;
#[cfg(not(any(feature = "app", feature = "advisor", feature = "tools")))]
pub mod checker;
#[cfg(any(feature = "app", feature = "advisor"))]
mod display_names;
#[cfg(any(feature = "tools", not(any(feature = "app", feature = "advisor"))))]
mod document;
mod known;
pub mod node;
#[cfg(any(feature = "tools", not(any(feature = "app", feature = "advisor"))))]
mod out;
#[cfg(not(any(feature = "app", feature = "advisor", feature = "tools")))]
mod quick;
#[cfg(feature = "tools")]
pub mod tools;

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
