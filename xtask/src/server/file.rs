//! Which file a path means, what kind it is and how long a browser may keep it.

use std::path::{Path, PathBuf};

/// The file that `path` (decoded, relative to `folder`) means; `None` for everything that is not a file inside.
///
/// `folder` has to be canonical. Links that lead out are not followed either.
pub(super) fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let safe = |part: &str| !matches!(part, "." | "..") && !part.contains(['\\', ':', '\0']);
    let relative = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    if relative.starts_with('/') || !relative.split('/').all(safe) {
        return None;
    }
    let file = folder.join(relative).canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// The media type by the file's ending.
pub(super) fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md" | "toml" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A file with a hash in its name never changes; all others are asked for again (and answered 304).
pub(super) fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether a hash is in the name: `styles-36b1a2c3d4e5f607.css`, `calls/teacher-academies-36b1a2c3d4e5f607.pack`.
pub(super) fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}
