//! Which calls somebody knows: those that come with the program, as far as they have been loaded, and the visitor's own.
//!
//! It is a value, owned by whoever asks: one plan's own call is never known to the next plan, and nothing outlives its owner.

use super::file::CallFile;
use super::read::{CallFileProblem, read};
use super::shipped::{LISTED, SHIPPED};
use crate::engine::Call;
use crate::source::{Fault, Node, Problem};
use std::sync::Arc;

/// A call, and the file that it was made from.
pub type Chosen = (Arc<CallFile>, Arc<Call>);

/// The calls that are known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CallLibrary {
    shipped: Vec<Arc<CallFile>>,
    own: Vec<Arc<CallFile>>,
}

impl CallLibrary {
    /// All calls that come with the program, and none of the visitor's own.
    pub fn whole() -> CallLibrary {
        CallLibrary { shipped: SHIPPED.clone(), own: Vec::new() }
    }

    /// Takes in a call that comes with the program and has been loaded.
    pub fn load(&mut self, file: Arc<CallFile>) {
        self.shipped.retain(|other| other.id != file.id);
        self.shipped.push(file);
    }

    /// The visitor's own call, read from a document and kept with its text. The newest of one id is the one that counts; an id of a call
    /// that comes with the program is refused, whether that call is loaded or not: nobody's rules stand under its name.
    pub fn read_own<N: Node>(&mut self, node: &N, text: &str) -> Result<Arc<CallFile>, CallFileProblem> {
        if let Some(file) = self.own.iter().find(|file| file.own_text.as_deref() == Some(text)) {
            return Ok(file.clone());
        }
        let file = read(node)?;
        if LISTED.iter().any(|listed| listed.id == file.id) {
            let problem = Problem::from(Fault::Taken { id: file.id.to_string() }).in_field("id");
            return Err(CallFileProblem { requirement: None, problem });
        }
        let file = Arc::new(CallFile { own_text: Some(text.into()), ..file });
        self.keep_own(file.clone());
        Ok(file)
    }

    /// The visitor's own call, read from JSON text. What is no JSON is no object, and refused as such.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read_own_text(&mut self, text: &str) -> Result<Arc<CallFile>, CallFileProblem> {
        self.read_own(&&serde_json::from_str::<serde_json::Value>(text).unwrap_or_default(), text)
    }

    /// Takes in the visitor's own call, which has been read by another program of the page.
    pub fn keep_own(&mut self, file: Arc<CallFile>) {
        self.own.retain(|other| other.id != file.id);
        self.own.push(file);
    }

    /// The call with an id.
    pub fn find(&self, id: &str) -> Option<&Arc<CallFile>> {
        self.all().find(|file| *file.id == *id)
    }

    /// Those that come with the program and are loaded, and the visitor's own.
    pub fn all(&self) -> impl Iterator<Item = &Arc<CallFile>> {
        self.shipped.iter().chain(&self.own)
    }

    /// The visitor's own.
    pub fn own(&self) -> &[Arc<CallFile>] {
        &self.own
    }
}
