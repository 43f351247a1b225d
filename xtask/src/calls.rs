//! The calls beside the page, in one file that is loaded when another call than the first is chosen, or all are compared.

use std::fs;
use std::path::Path;

use allians::calls::SHIPPED;
use allians::calls::pack::to_bytes;

use crate::{At, Outcome};

/// The file, relative to the page.
const NAME: &str = "calls.pack";

/// Whether a file of the page is that of the calls.
pub fn is_part(name: &str) -> bool {
    name == NAME
}

/// Writes it beside the built page.
pub fn write(dist: &Path) -> Outcome {
    let target = dist.join(NAME);
    fs::write(&target, to_bytes(&*SHIPPED)).at(target.display())
}
