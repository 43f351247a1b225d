//! What falls if members withdraw, and who could come in: tables for the shipped call, and properties against trying everything.

mod many;
mod properties;
mod rows;
mod slow;
mod steads;
mod wide;
