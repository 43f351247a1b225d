//! What is missing: named boards, and made-up ones against trying everything.

mod fits;
mod rows;
mod shipped;
mod tried;
mod wide;
