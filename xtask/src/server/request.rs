//! The few things of an HTTP request that a static server looks at.

/// A parsed request head.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// Decoded, without the query; begins with `/`.
    pub(super) path: String,
    pub(super) encodings: String,
    pub(super) known_tag: Option<String>,
    /// Whether the other side wants the connection closed after this one.
    pub(super) is_last: bool,
}

impl Request {
    /// `None` when it is not HTTP, or the address is not an absolute path of valid UTF-8.
    pub(super) fn parse(head: &[u8]) -> Option<Self> {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut parsed = httparse::Request::new(&mut headers);
        if !parsed.parse(head).ok()?.is_complete() {
            return None;
        }
        let header = |name: &str| {
            let found = parsed.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
            std::str::from_utf8(found.value).ok().map(str::to_owned)
        };
        let connection = header("connection").unwrap_or_default().to_ascii_lowercase();
        let address = parsed.path?;
        let path = decode(address.split(['?', '#']).next()?)?;
        path.starts_with('/').then_some(Self {
            method: parsed.method?.to_owned(),
            path,
            encodings: header("accept-encoding").unwrap_or_default(),
            known_tag: header("if-none-match"),
            is_last: connection.contains("close") || parsed.version == Some(0),
        })
    }

    /// Whether a body in this encoding may be sent. `q=0` is not looked at: no browser sends it.
    pub(super) fn accepts(&self, encoding: &str) -> bool {
        self.encodings.split(',').any(|one| one.split(';').next().is_some_and(|name| name.trim() == encoding))
    }
}

/// Undoes percent encoding; `None` for what is no UTF-8 or a cut-off sequence.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
