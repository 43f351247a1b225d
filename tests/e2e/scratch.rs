//! Folders that a test may write to. They go away with it.

use std::fs;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// An empty folder.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new(what: &str) -> Scratch {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // Below cargo's target folder: a browser in a sandbox may not see the system's own.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("e2e-{}-{number}-{what}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Scratch(folder)
    }

    /// Leaves the folder to somebody who removes it.
    pub fn leave(mut self) -> PathBuf {
        mem::take(&mut self.0)
    }

    /// A copy of another folder.
    pub fn copy_of(folder: &Path, what: &str) -> Scratch {
        let copy = Scratch::new(what);
        copy_all(folder, copy.path());
        copy
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A file in it.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.0.join(name);
        fs::write(&file, text).unwrap();
        file
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if self.0.as_os_str().is_empty() {
            return;
        }
        // A browser may still be writing a download.
        let until = Instant::now() + Duration::from_secs(5);
        while fs::remove_dir_all(&self.0).is_err() && self.0.exists() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn copy_all(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy_all(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}
