//! Allians: which requirements of a European call a consortium meets, and why.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod advice;
pub mod advisor;
pub mod amounts;
pub mod board;
pub mod calls;
pub mod engine;
pub mod i18n;
pub mod plan;
pub mod search;
pub mod source;
pub mod wire;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(all(target_arch = "wasm32", not(feature = "app")))]
pub mod js;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod page;
