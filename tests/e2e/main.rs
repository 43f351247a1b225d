//! The built page in a driven browser: drag, touch, keyboard, languages, files, storage, offline, accessibility.
//!
//! Serves `ALLIANS_DIST` (else `dist`) below `/allians/` and drives Chromium through chromedriver. Each test has its own
//! server, and so an address and a storage of its own, and its own tab; run with `--test-threads=1`. Nothing sleeps for
//! a fixed time: every step waits until what it needs is there. At its end each test also asks for 0 console errors,
//! 0 policy violations and 0 requests elsewhere. The page is known only by its `data-…` hooks, roles and words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that stops is a test that fails"
)]

mod accessibility;
mod advice;
mod browser;
mod buttons;
mod calls;
mod drag;
mod driver;
mod files;
mod hands;
mod keeping;
mod keyboard;
mod language;
mod long_list;
mod look;
mod offline;
mod page;
mod plans;
mod requirements;
mod scratch;
mod touch;
