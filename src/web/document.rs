//! Plans as they are handed over in JS, read in one go: `document.js` turns them into one text, and this reads that text.
//!
//! A crossing between JS and wasm costs more than reading a field, so the fields are not fetched one by one. In the
//! page there is no second script beside the glue, and nobody counts microseconds; there a plan is read field by field.

use crate::plan::{Plan, PlanError, read};
use wasm_bindgen::JsValue;

/// Reads a plan from an object.
#[cfg(feature = "tools")]
pub(crate) fn plan(value: &JsValue) -> Result<Plan, PlanError> {
    read(&super::node::Js(value.clone()))
}

/// Reads a plan from an object.
#[cfg(not(feature = "tools"))]
pub(crate) fn plan(value: &JsValue) -> Result<Plan, PlanError> {
    let text = String::from_utf8(whole::document(value)).unwrap_or_default();
    read(&&whole::Part::of(&text))
}

#[cfg(not(feature = "tools"))]
mod whole {
    use crate::source::Node;
    use std::borrow::Cow;
    use std::cell::Cell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/web/document.js")]
    extern "C" {
        pub(super) fn document(value: &JsValue) -> Vec<u8>;
    }

    /// A part of a document.
    pub(super) enum Part<'a> {
        Nothing,
        Absent,
        Null,
        Truth(bool),
        Number(f64),
        Text(Cow<'a, str>),
        List(Vec<Part<'a>>),
        Fields(Fields<'a>),
    }

    /// The name of a field, and where the same name was seen in the program: the next time, comparing addresses will do.
    struct Name<'a> {
        text: &'a str,
        seen: Cell<Option<&'static str>>,
    }

    impl Name<'_> {
        fn is(&self, name: &'static str) -> bool {
            if self.seen.get().is_some_and(|seen| std::ptr::eq(seen, name)) {
                return true;
            }
            let same = self.text == name;
            if same {
                self.seen.set(Some(name));
            }
            same
        }
    }

    /// The fields of an object.
    pub(super) struct Fields<'a> {
        names: Rc<[Name<'a>]>,
        parts: Vec<Part<'a>>,
        /// After the field found last: most objects have their fields in the order in which they are read.
        next: Cell<usize>,
    }

    impl<'a> Fields<'a> {
        fn get(&self, name: &'static str) -> Option<&Part<'a>> {
            let start = self.next.get();
            let mut places = (start..self.names.len()).chain(0..start);
            let place = places.find(|place| self.names.get(*place).is_some_and(|known| known.is(name)))?;
            self.next.set(place + 1);
            self.parts.get(place)
        }

        fn present(&self) -> impl Iterator<Item = &'a str> {
            self.names.iter().zip(&self.parts).filter(|(_, part)| !matches!(part, Part::Absent)).map(|(name, _)| name.text)
        }
    }

    impl<'a> Part<'a> {
        /// The document that a text of `document.js` stands for.
        pub(super) fn of(text: &'a str) -> Part<'a> {
            Rest { text, names: Rc::default() }.part()
        }
    }

    /// What is still to be read, and the names of the fields of the object before.
    struct Rest<'a> {
        text: &'a str,
        names: Rc<[Name<'a>]>,
    }

    impl<'a> Rest<'a> {
        fn part(&mut self) -> Part<'a> {
            match self.mark() {
                b'"' => Part::Text(Cow::Borrowed(self.until_end())),
                b'\'' => Part::Text(Cow::Owned(self.until_end().replace("\u{1}0", "\0").replace("\u{1}1", "\u{1}"))),
                b'#' => self.until_end().parse().map_or(Part::Nothing, Part::Number),
                b't' => Part::Truth(true),
                b'f' => Part::Truth(false),
                b'n' => Part::Null,
                b'-' => Part::Absent,
                b'[' => self.list(),
                b'=' => self.fields(),
                b'{' => {
                    let count = self.until_end().parse().unwrap_or(0);
                    self.names = (0..count).map(|_| Name { text: self.until_end(), seen: Cell::new(None) }).collect();
                    self.fields()
                }
                _ => Part::Nothing,
            }
        }

        /// Every mark is one byte.
        fn mark(&mut self) -> u8 {
            let mark = self.text.bytes().next();
            self.text = self.text.get(1..).unwrap_or("");
            mark.unwrap_or(0)
        }

        fn until_end(&mut self) -> &'a str {
            let end = self.text.bytes().position(|byte| byte == 0).unwrap_or(self.text.len());
            let text = self.text.get(..end).unwrap_or("");
            self.text = self.text.get(end + 1..).unwrap_or("");
            text
        }

        fn list(&mut self) -> Part<'a> {
            let mut parts = Vec::new();
            while !self.text.is_empty() && !self.text.starts_with(']') {
                parts.push(self.part());
            }
            self.mark();
            Part::List(parts)
        }

        fn fields(&mut self) -> Part<'a> {
            let names = Rc::clone(&self.names);
            let parts = (0..names.len()).map(|_| self.part()).collect();
            Part::Fields(Fields { names, parts, next: Cell::new(0) })
        }
    }

    impl Node for &Part<'_> {
        fn is_null(&self) -> bool {
            matches!(self, Part::Null)
        }

        fn as_bool(&self) -> Option<bool> {
            if let Part::Truth(truth) = self { Some(*truth) } else { None }
        }

        fn as_number(&self) -> Option<f64> {
            if let Part::Number(number) = self { Some(*number) } else { None }
        }

        fn as_text(&self) -> Option<Cow<'_, str>> {
            if let Part::Text(text) = self { Some(Cow::Borrowed(text)) } else { None }
        }

        fn items(&self) -> Option<Vec<Self>> {
            if let Part::List(items) = self { Some(items.iter().collect()) } else { None }
        }

        fn is_object(&self) -> bool {
            matches!(self, Part::Fields(_))
        }

        fn field(&self, name: &'static str) -> Option<Self> {
            let Part::Fields(fields) = self else { return None };
            fields.get(name).filter(|part| !matches!(part, Part::Absent))
        }

        fn field_count(&self) -> usize {
            if let Part::Fields(fields) = self { fields.present().count() } else { 0 }
        }

        fn field_names(&self) -> Vec<String> {
            if let Part::Fields(fields) = self { fields.present().map(str::to_owned).collect() } else { Vec::new() }
        }
    }
}
