//! Reads documents (plan files, call files) field by field, and says exactly where something is wrong.
//!
//! One reader serves every form in which a document arrives: the command line and the build hand over `serde_json` values,
//! the page and the JS API hand over the browser's own objects. So the same mistake gets the same answer everywhere.

use std::borrow::Cow;
use std::fmt;

/// A node of a document: what a JSON value is, wherever it lives.
pub trait Node: Sized {
    /// `null`.
    fn is_null(&self) -> bool;
    /// A truth value.
    fn as_bool(&self) -> Option<bool>;
    /// A number.
    fn as_number(&self) -> Option<f64>;
    /// A text.
    fn as_text(&self) -> Option<Cow<'_, str>>;
    /// The items of a list.
    fn items(&self) -> Option<Vec<Self>>;
    /// Whether it has fields.
    fn is_object(&self) -> bool;
    /// A field, if it is there.
    fn field(&self, name: &'static str) -> Option<Self>;
    /// How many fields there are.
    fn field_count(&self) -> usize;
    /// The names of all fields.
    fn field_names(&self) -> Vec<String>;
}

/// One step from the root of a document to a place in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Into a field.
    Field(String),
    /// Into an item of a list, counted from 0.
    Item(usize),
}

/// The way to a place: `organisations[3].country`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Path(pub Vec<Step>);

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if at == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Item(item) => write!(f, "[{item}]")?,
            }
        }
        Ok(())
    }
}

/// What a field should have held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// An object with fields.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// `true` or `false`.
    Truth,
    /// A whole number that is not negative.
    Number,
    /// An amount of euros with no more than two decimals.
    Amount,
}

/// What is wrong at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// The field has to be there.
    Missing,
    /// No field of this name is known here.
    UnknownField {
        /// Those that are.
        known: Vec<&'static str>,
    },
    /// It holds something else.
    Expected(Expected),
    /// The word is none of those allowed.
    UnknownWord {
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: Vec<String>,
    },
    /// Two letters that are no country's code.
    UnknownCountry {
        /// What stands there.
        found: String,
    },
    /// The same id a second time.
    Repeated {
        /// The id.
        id: String,
    },
    /// An id that a call of the program has already: nobody's own rules may stand under its name.
    Taken {
        /// The id.
        id: String,
    },
    /// It names something that is not in the document.
    NotFound {
        /// What it names.
        id: String,
    },
    /// The text is longer, or the list has more items, than a document may have.
    TooLarge {
        /// The most allowed.
        most: usize,
    },
}

/// A fault with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Where.
    pub path: Path,
    /// What.
    pub fault: Fault,
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Problem {
        Problem { path: Path::default(), fault }
    }
}

impl Problem {
    /// The same problem, seen from the object that holds the field.
    pub fn in_field(mut self, name: &str) -> Problem {
        self.path.0.insert(0, Step::Field(name.to_owned()));
        self
    }

    /// The same problem, seen from the list that holds the item.
    pub fn in_item(mut self, item: usize) -> Problem {
        self.path.0.insert(0, Step::Item(item));
        self
    }
}

/// The fields of an object, read one after another; [`Fields::end`] refuses those that nobody asked for.
///
/// With [`Fields::must`] and [`Fields::maybe`] reading goes on after a problem with what stands for nothing, and `end` tells the
/// first problem: so a reader has one way out and not one for each field, which halves what it costs in the page.
pub struct Fields<'a, N> {
    node: &'a N,
    known: Vec<&'static str>,
    found: usize,
    problem: Option<Problem>,
}

impl<'a, N: Node> Fields<'a, N> {
    /// Starts reading an object.
    pub fn of(node: &'a N) -> Result<Fields<'a, N>, Problem> {
        if node.is_object() {
            Ok(Fields { node, known: Vec::new(), found: 0, problem: None })
        } else {
            Err(Fault::Expected(Expected::Object).into())
        }
    }

    /// The value of a field that may be missing or `null`.
    #[inline(never)]
    fn value(&mut self, name: &'static str) -> Option<N> {
        self.known.push(name);
        let value = self.node.field(name)?;
        self.found += 1;
        if value.is_null() { None } else { Some(value) }
    }

    /// A field that may be missing or `null`.
    pub fn optional<T>(&mut self, name: &'static str, read: impl FnOnce(&N) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
        let Some(value) = self.value(name) else { return Ok(None) };
        read(&value).map(Some).map_err(|problem| problem.in_field(name))
    }

    /// A field that has to be there.
    pub fn required<T>(&mut self, name: &'static str, read: impl FnOnce(&N) -> Result<T, Problem>) -> Result<T, Problem> {
        self.optional(name, read)?.ok_or_else(|| Problem::from(Fault::Missing).in_field(name))
    }

    /// A field that may be missing or `null`; where it is wrong, `None` for now, and [`Fields::end`] tells.
    pub fn maybe<T>(&mut self, name: &'static str, read: &dyn Fn(&N) -> Result<T, Problem>) -> Option<T> {
        let value = self.value(name)?;
        match read(&value) {
            Ok(value) => Some(value),
            Err(problem) => {
                self.wrong(name, problem);
                None
            }
        }
    }

    /// A field that has to be there; where it is not, or is wrong, `None` for now, and [`Fields::end`] tells.
    pub fn must<T>(&mut self, name: &'static str, read: &dyn Fn(&N) -> Result<T, Problem>) -> Option<T> {
        let value = self.maybe(name, read);
        if value.is_none() {
            self.wrong(name, Fault::Missing.into());
        }
        value
    }

    /// Keeps the first problem.
    #[inline(never)]
    fn wrong(&mut self, name: &str, problem: Problem) {
        if self.problem.is_none() {
            self.problem = Some(problem.in_field(name));
        }
    }

    /// The first problem, if there was one.
    pub fn told(&mut self) -> Result<(), Problem> {
        self.problem.take().map_or(Ok(()), Err)
    }

    /// Refuses what was wrong, and fields that were not asked for.
    pub fn end(mut self) -> Result<(), Problem> {
        self.told()?;
        if self.node.field_count() == self.found {
            return Ok(());
        }
        let extra = self.node.field_names().into_iter().find(|name| !self.known.contains(&name.as_str()));
        let known = std::mem::take(&mut self.known);
        extra.map_or(Ok(()), |name| Err(Problem::from(Fault::UnknownField { known }).in_field(&name)))
    }
}

/// The longest text in a document, in UTF-16 units: what a browser counts as its length.
pub const LONGEST_TEXT: usize = 10_000;

/// The longest list in a document.
pub const LONGEST_LIST: usize = 50_000;

/// A text.
pub fn text<N: Node>(node: &N) -> Result<Cow<'_, str>, Problem> {
    let text = node.as_text().ok_or(Fault::Expected(Expected::Text))?;
    // No text has more units than bytes, and most texts are short.
    let too_long = text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT;
    if too_long { Err(Fault::TooLarge { most: LONGEST_TEXT }.into()) } else { Ok(text) }
}

/// A truth value.
pub fn truth<N: Node>(node: &N) -> Result<bool, Problem> {
    node.as_bool().ok_or_else(|| Fault::Expected(Expected::Truth).into())
}

/// A whole number, 0 or more.
pub fn number<N: Node>(node: &N) -> Result<u32, Problem> {
    let number = node.as_number().filter(|number| number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number));
    number.map(|number| number as u32).ok_or_else(|| Fault::Expected(Expected::Number).into())
}

/// A list, each item read in turn.
pub fn list<N: Node, T>(node: &N, mut read: impl FnMut(&N) -> Result<T, Problem>) -> Result<Vec<T>, Problem> {
    let items = node.items().ok_or(Fault::Expected(Expected::List))?;
    if items.len() > LONGEST_LIST {
        return Err(Fault::TooLarge { most: LONGEST_LIST }.into());
    }
    // A plain loop: `collect` into a `Result` costs the first visit a kilobyte for each kind of item.
    let mut values = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        values.push(read(item).map_err(|problem| problem.in_item(at))?);
    }
    Ok(values)
}

/// One of a fixed set of words.
pub fn word<N: Node, T: Copy>(node: &N, all: &[T], as_str: impl Fn(T) -> &'static str) -> Result<T, Problem> {
    let found = text(node)?;
    let value = all.iter().copied().find(|value| as_str(*value) == found);
    value.ok_or_else(|| {
        Fault::UnknownWord { found: found.into(), allowed: all.iter().map(|value| as_str(*value).to_owned()).collect() }.into()
    })
}

#[cfg(not(target_arch = "wasm32"))]
mod json {
    use super::{Cow, Node};
    use serde_json::Value;

    impl Node for &Value {
        fn is_null(&self) -> bool {
            Value::is_null(self)
        }
        fn as_bool(&self) -> Option<bool> {
            Value::as_bool(self)
        }
        fn as_number(&self) -> Option<f64> {
            Value::as_f64(self)
        }
        fn as_text(&self) -> Option<Cow<'_, str>> {
            Value::as_str(self).map(Cow::Borrowed)
        }
        fn items(&self) -> Option<Vec<Self>> {
            Value::as_array(self).map(|items| items.iter().collect())
        }
        fn is_object(&self) -> bool {
            Value::is_object(self)
        }
        fn field(&self, name: &'static str) -> Option<Self> {
            self.get(name)
        }
        fn field_count(&self) -> usize {
            self.as_object().map_or(0, serde_json::Map::len)
        }
        fn field_names(&self) -> Vec<String> {
            self.as_object().map_or_else(Vec::new, |fields| fields.keys().cloned().collect())
        }
    }
}
