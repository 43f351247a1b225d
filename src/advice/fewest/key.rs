//! A state of the search as one number, so that states are compared and sorted at a glance.

/// All that is remembered on the way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Key([u64; 4]);

/// The bits of a key that hold one number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    word: usize,
    shift: u32,
    mask: u64,
}

impl Key {
    pub(super) fn get(&self, field: Field) -> u32 {
        self.0.get(field.word).map_or(0, |word| (word >> field.shift & field.mask) as u32)
    }

    pub(super) fn set(&mut self, field: Field, number: u32) {
        if let Some(word) = self.0.get_mut(field.word) {
            *word = *word & !(field.mask << field.shift) | (u64::from(number) & field.mask) << field.shift;
        }
    }
}

/// Gives out the bits of keys.
#[derive(Debug, Default)]
pub(super) struct Layout {
    word: usize,
    used: u32,
}

impl Layout {
    /// Bits for numbers up to this one. `None`: the keys have no more.
    pub(super) fn field(&mut self, largest: u64) -> Option<Field> {
        let bits = u64::BITS - largest.leading_zeros();
        if bits == 0 {
            return Some(Field { word: 0, shift: 0, mask: 0 });
        }
        if self.used + bits > u64::BITS {
            (self.word, self.used) = (self.word + 1, 0);
        }
        let field = Field { word: self.word, shift: self.used, mask: u64::MAX >> (u64::BITS - bits) };
        self.used += bits;
        (self.word < Key::default().0.len()).then_some(field)
    }
}
