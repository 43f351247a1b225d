//! Short names between a program and its glue, where wasm-bindgen writes such as `__wbg_addEventListener_2f29f3aa43f18e91`.
//!
//! esbuild shortens them in the glue and says how; here the wasm follows. It reads the two sections of a wasm that hold names, and
//! refuses what it does not know, so a program never reaches a visitor with a name that its glue does not have.

use std::collections::BTreeMap;

use crate::{Failure, Outcome};

/// How the names that wasm-bindgen makes up begin; a name that is not of its making is part of an API and stays.
pub(crate) const MADE_UP: &str = "__wb";

/// What precedes the first section: `\0asm` and the version.
const HEAD: usize = 8;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const FUNCTION: u8 = 0;

/// The new name of each name.
pub(crate) type Names = BTreeMap<String, String>;

/// `wasm` with the new names in it, and its modules, which are now called by their place in this list.
pub(crate) fn rename(wasm: &[u8], names: &Names) -> Outcome<(Vec<u8>, Vec<String>)> {
    let mut modules = Vec::new();
    let mut rest = Bytes(wasm);
    let mut renamed = rest.take(HEAD)?.to_vec();
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let length = rest.number()?;
        let body = rest.take(length)?;
        let body = match id {
            IMPORTS => imports(Bytes(body), names, &mut modules)?,
            EXPORTS => exports(Bytes(body), names)?,
            _ => body.to_vec(),
        };
        renamed.push(id);
        push_bytes(&mut renamed, &body);
    }
    Ok((renamed, modules))
}

fn imports(mut old: Bytes<'_>, names: &Names, modules: &mut Vec<String>) -> Outcome<Vec<u8>> {
    let mut new = Vec::new();
    let mut asked = BTreeMap::new();
    let count = old.number()?;
    push_number(&mut new, count);
    for _ in 0..count {
        let (module, name) = (old.name()?, old.name()?);
        let place = modules.iter().position(|known| *known == module).unwrap_or(modules.len());
        if place == modules.len() {
            modules.push(module);
        }
        if name.starts_with(MADE_UP) && !names.contains_key(&name) {
            return Err(Failure::new(format!("the program asks for {name}, which its glue does not have")));
        }
        push_bytes(&mut new, place.to_string().as_bytes());
        let short = names.get(&name).unwrap_or(&name);
        if *asked.entry((place, short.clone())).or_insert_with(|| name.clone()) != name {
            return Err(Failure::new(format!("the program asks for two things called {short}")));
        }
        push_bytes(&mut new, short.as_bytes());
        if old.byte()? != FUNCTION {
            return Err(Failure::new(format!("the program asks for {name}, which is no function")));
        }
        new.push(FUNCTION);
        push_number(&mut new, old.number()?);
    }
    Ok(new)
}

fn exports(mut old: Bytes<'_>, names: &Names) -> Outcome<Vec<u8>> {
    let mut new = Vec::new();
    let mut given = Vec::new();
    let count = old.number()?;
    push_number(&mut new, count);
    for _ in 0..count {
        let name = old.name()?;
        let name = names.get(&name).cloned().unwrap_or(name);
        push_bytes(&mut new, name.as_bytes());
        new.push(old.byte()?);
        push_number(&mut new, old.number()?);
        if given.contains(&name) {
            return Err(Failure::new(format!("the program gives two things called {name}")));
        }
        given.push(name);
    }
    Ok(new)
}

/// Bytes that are read from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Outcome<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(|| Failure::new("a wasm that is cut off"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Outcome<u8> {
        Ok(self.take(1)?.first().copied().unwrap_or_default())
    }

    /// An unsigned number: seven bits a byte, the lowest first, the eighth set while more follow.
    fn number(&mut self) -> Outcome<usize> {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Failure::new("a number in a wasm that is too long"))
    }

    fn name(&mut self) -> Outcome<String> {
        let length = self.number()?;
        Ok(String::from_utf8_lossy(self.take(length)?).into_owned())
    }
}

fn push_bytes(target: &mut Vec<u8>, bytes: &[u8]) {
    push_number(target, bytes.len());
    target.extend_from_slice(bytes);
}

fn push_number(target: &mut Vec<u8>, mut value: usize) {
    loop {
        let seven = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            return target.push(seven);
        }
        target.push(seven | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";

    /// Their numbers and contents.
    type Sections<'a> = &'a [(u8, &'a [u8])];

    fn wasm(sections: Sections<'_>) -> Vec<u8> {
        let mut bytes = HEAD.to_vec();
        for (id, body) in sections {
            bytes.push(*id);
            push_bytes(&mut bytes, body);
        }
        bytes
    }

    fn names() -> Names {
        [("__wbg_a", "x"), ("__wbindgen_b", "y")].map(|(old, new)| (old.to_owned(), new.to_owned())).into()
    }

    #[test]
    fn names_of_both_sections_and_nothing_else_change() {
        let old = wasm(&[
            (1, b"types"),
            (2, b"\x03\x03mod\x07__wbg_a\x00\x05\x03api\x05check\x00\x85\x01\x03mod\x07__wbg_a\x00\x06"),
            (7, b"\x02\x06memory\x02\x00\x0c__wbindgen_b\x00\x09"),
            (10, b"__wbg_a"),
        ]);
        let new = wasm(&[
            (1, b"types"),
            (2, b"\x03\x010\x01x\x00\x05\x011\x05check\x00\x85\x01\x010\x01x\x00\x06"),
            (7, b"\x02\x06memory\x02\x00\x01y\x00\x09"),
            (10, b"__wbg_a"),
        ]);
        assert_eq!(rename(&old, &names()), Ok((new, vec!["mod".to_owned(), "api".to_owned()])));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let table: [(&str, Sections<'_>, &str); 6] = [
            ("a name that the glue does not have", &[(2, b"\x01\x01m\x07__wbg_c\x00\x05")], "__wbg_c"),
            ("a memory from outside", &[(2, b"\x01\x01m\x03mem\x02\x00\x01")], "no function"),
            ("two names that become one", &[(2, b"\x02\x01m\x07__wbg_a\x00\x05\x01m\x01x\x00\x06")], "asks for two things called x"),
            ("a name given twice", &[(7, b"\x02\x07__wbg_a\x00\x01\x01x\x00\x02")], "gives two things called x"),
            ("a section that is cut off", &[(2, b"\x01\x01m\x09ab")], "cut off"),
            ("a number without an end", &[(2, b"\xff\xff\xff\xff\xff\xff")], "too long"),
        ];
        for (name, sections, named) in table {
            let message = rename(&wasm(sections), &names()).map_err(|failure| failure.to_string());
            assert!(matches!(&message, Err(text) if text.contains(named)), "{name}: {message:?}");
        }
    }

    #[test]
    fn numbers_of_any_length_come_back() {
        for value in [0, 1, 127, 128, 300, 16_383, 16_384, 2_097_152, 268_435_456] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, value);
            assert_eq!(Bytes(&bytes).number(), Ok(value), "{value}");
        }
    }
}
