//! Tests in a headless browser: the JS API, what the browser keeps, the page mounted. Natively there are none of them.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that stops is a test that fails"
)]

mod api;
mod kept;
mod mounted;
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
