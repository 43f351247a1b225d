//! What is sent back: status, headers, body.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::Site;
use super::file;
use super::request::Request;

/// The headers that docs/hosting.md asks of every host; the rest of the policy is in index.html itself.
const ALWAYS: [(&str, &str); 3] =
    [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Content-Security-Policy", "frame-ancestors 'none'")];

/// A reply to one request.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// A reply to HEAD tells the length but sends nothing.
    without_body: bool,
}

impl Reply {
    /// A reply with only a status.
    pub(super) fn empty(status: u16) -> Self {
        let body = format!("{status} {}\n", reason(status)).into_bytes();
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Self { status, headers, body, without_body: false }
    }

    /// What `site` answers to `request`.
    pub(super) fn to(request: &Request, site: &Site) -> Self {
        let mut reply = Self::find(request, site);
        reply.without_body = request.method == "HEAD" || reply.status == 304;
        reply
    }

    fn find(request: &Request, site: &Site) -> Self {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Self::empty(405).with("Allow", "GET, HEAD".to_owned());
        }
        let Some(path) = request.path.strip_prefix(&site.mount) else {
            let is_mount_without_slash = site.mount.strip_suffix('/') == Some(request.path.as_str());
            return match is_mount_without_slash {
                true => Self::empty(301).with("Location", site.mount.clone()),
                false => Self::empty(404),
            };
        };
        match file::locate(&site.folder, path) {
            Some(file) => Self::with_file(request, &file).unwrap_or_else(|| Self::empty(404)),
            None => Self::empty(404),
        }
    }

    fn with_file(request: &Request, file: &Path) -> Option<Self> {
        let name = file.file_name()?.to_string_lossy().into_owned();
        let (sent, encoding) = smallest(request, file);
        let tag = tag_of(&sent)?;
        let mut headers = vec![
            ("Content-Type", file::media_type(&name).to_owned()),
            ("Cache-Control", file::cache_control(&name).to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
            ("ETag", tag.clone()),
        ];
        if request.known_tag.as_ref().is_some_and(|known| known.contains(&tag)) {
            return Some(Self { status: 304, headers, body: Vec::new(), without_body: true });
        }
        headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.to_owned())));
        Some(Self { status: 200, headers, body: fs::read(sent).ok()?, without_body: false })
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The reply as it goes over the wire.
    pub(super) fn to_bytes(&self, last: bool) -> Vec<u8> {
        let mut text = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        let own = self.headers.iter().map(|(name, value)| (*name, value.as_str()));
        for (name, value) in own.chain(ALWAYS) {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        let connection = if last { "close" } else { "keep-alive" };
        text.push_str(&format!("Connection: {connection}\r\n"));
        if self.status != 304 {
            text.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        text.push_str("\r\n");
        let mut bytes = text.into_bytes();
        if !self.without_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// The compressed file beside `file` that the browser accepts, unless the original is newer; else `file`.
fn smallest(request: &Request, file: &Path) -> (PathBuf, Option<&'static str>) {
    let changed = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    for (ending, encoding) in [("br", "br"), ("gz", "gzip")] {
        let mut name = file.as_os_str().to_owned();
        name.push(".");
        name.push(ending);
        let packed = PathBuf::from(name);
        if request.accepts(encoding) && packed.is_file() && changed(&packed) >= changed(file) {
            return (packed, Some(encoding));
        }
    }
    (file.to_path_buf(), None)
}

/// Changes whenever the file does: its length and time of change.
fn tag_of(file: &Path) -> Option<String> {
    let data = fs::metadata(file).ok()?;
    let changed = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("\"{:x}-{:x}\"", data.len(), changed.as_nanos()))
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    }
}
