//! Amounts of euros, exact to the cent.

/// An amount of euros in cents.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Cents(pub u64);

impl Cents {
    /// So many whole euros.
    pub const fn of_euros(euros: u64) -> Cents {
        Cents(euros.saturating_mul(100))
    }

    /// The whole euros in it.
    pub const fn whole(self) -> u64 {
        self.0 / 100
    }

    /// The cents beside the whole euros.
    pub const fn rest(self) -> u64 {
        self.0 % 100
    }

    /// Whole euros that are no less: what is counted where whole euros are counted.
    pub const fn rounded_up(self) -> u64 {
        self.0.div_ceil(100)
    }
}
