//! The native tests: tables of rows with names, properties, an oracle, the doors, and the walls between modules.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that stops is a test that fails"
)]

mod advice_checklist;
mod advice_comparison;
mod advice_properties;
mod advice_questions;
mod advice_why;
mod advisor;
mod amounts;
mod board;
mod board_rules;
mod call_door;
mod call_schema;
mod call_shapes;
mod cases;
mod completion;
mod consortia;
mod covered;
mod funded;
mod layering;
mod library;
mod marks;
mod most;
mod notation;
mod oracle;
mod pack;
mod plan_door;
mod properties;
mod readings;
mod search;
mod seed;
mod slack;
mod support;
mod texts;
mod withdrawals;
