//! Tests in a headless browser: with the page, it mounted and what the browser keeps; without, the JS API. Natively there are none of them.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that stops is a test that fails"
)]

#[cfg(not(feature = "app"))]
mod api;
#[cfg(feature = "app")]
mod countries;
#[cfg(feature = "app")]
mod fields;
#[cfg(feature = "app")]
mod kept;
#[cfg(feature = "app")]
mod language;
#[cfg(feature = "app")]
mod mounted;
#[cfg(feature = "app")]
mod search;
#[cfg(feature = "app")]
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
