//! What is missing: named boards, and made-up ones against trying everything.

mod rows;
mod tried;
mod wide;
mod wide_tried;
