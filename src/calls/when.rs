//! When something of a call holds.

use std::sync::Arc;

/// In which years of a call, and in which of its variants, something holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct When {
    /// The years; empty: in all.
    pub years: Vec<u16>,
    /// The variants; empty: in all.
    pub variants: Vec<Arc<str>>,
}

impl When {
    /// Whether it holds.
    pub fn holds(&self, year: u16, variant: Option<&str>) -> bool {
        let in_variant = |variant: &str| self.variants.is_empty() || self.variants.iter().any(|one| **one == *variant);
        (self.years.is_empty() || self.years.contains(&year)) && variant.map_or(self.variants.is_empty(), in_variant)
    }

    /// Whether there is a year and a variant in which both hold.
    pub fn meets(&self, other: &When) -> bool {
        common(&self.years, &other.years) && common(&self.variants, &other.variants)
    }
}

/// Whether two lists share something; an empty one stands for everything.
fn common<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|item| other.contains(item))
}
