#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once")]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::Server;
use super::file::is_hashed;

/// A folder `site` with a few files, and a secret beside it. Removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("allians-server-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("site/deep")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        for (name, text) in [
            ("index.html", "<!doctype html>"),
            ("sw.js", "//"),
            ("page_bg-0123456789abcdef.wasm", "wasm"),
            ("styles-0123456789abcdef.css", "a{}"),
            ("styles-0123456789abcdef.css.br", "brotli"),
            ("styles-0123456789abcdef.css.gz", "gzip"),
            ("a b.svg", "<svg/>"),
            ("manifest.webmanifest", "{}"),
            ("deep/index.html", "deep"),
        ] {
            fs::write(folder.join("site").join(name), text).unwrap();
        }
        Self(folder)
    }

    fn serve(&self, mount: &str) -> Server {
        Server::start(&self.0.join("site"), mount, None).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(format!("{request}Host: localhost\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).unwrap();
    String::from_utf8_lossy(&reply).into_owned()
}

fn status_of(reply: &str) -> &str {
    &reply[9..12]
}

#[test]
fn every_path_gets_its_status() {
    let folder = Folder::new();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("site/link.txt")).unwrap();
    let table = [
        ("the page at the root", "/", "/", "200"),
        ("the page by name", "/", "/index.html", "200"),
        ("a query is not part of the name", "/", "/?lang=fi", "200"),
        ("a share link with a query", "/", "/index.html?pool=20#p=1", "200"),
        ("a folder with a page", "/", "/deep/", "200"),
        ("a folder without its slash", "/", "/deep", "404"),
        ("an encoded blank", "/", "/a%20b.svg", "200"),
        ("nothing there", "/", "/nothing.js", "404"),
        ("up and out", "/", "/../secret.txt", "404"),
        ("up and out, encoded", "/", "/%2e%2e/secret.txt", "404"),
        ("up and out, encoded slash", "/", "/..%2fsecret.txt", "404"),
        ("up and out with a backslash", "/", "/..%5csecret.txt", "404"),
        ("an absolute path", "/", "//etc/hostname", "404"),
        ("a link that leads out", "/", "/link.txt", "404"),
        ("a zero byte", "/", "/index.html%00.css", "404"),
        ("cut-off encoding", "/", "/%2", "400"),
        ("no path", "/", "*", "400"),
        ("the page below a path", "/allians/", "/allians/", "200"),
        ("a file below a path", "/allians/", "/allians/sw.js", "200"),
        ("the path without its slash", "/allians/", "/allians", "301"),
        ("outside the path", "/allians/", "/sw.js", "404"),
        ("a mount without slashes", "allians", "/allians/sw.js", "200"),
    ];
    for (name, mount, path, status) in table {
        let server = folder.serve(mount);
        let reply = ask(&server, &format!("GET {path} HTTP/1.1\r\n"));
        assert_eq!(status_of(&reply), status, "{name}: {reply}");
        assert!(!reply.contains("secret\n") && !reply.ends_with("secret"), "{name}: {reply}");
    }
}

#[test]
fn every_reply_has_its_headers() {
    let folder = Folder::new();
    let server = folder.serve("/");
    let br = "Accept-Encoding: gzip, deflate, br\r\n";
    let table = [
        ("the page is asked for again", "/", "", "Cache-Control: no-cache"),
        ("so is the worker", "/sw.js", "", "Cache-Control: no-cache"),
        ("hashed files stay", "/page_bg-0123456789abcdef.wasm", "", "max-age=31536000, immutable"),
        ("html", "/", "", "Content-Type: text/html; charset=utf-8"),
        ("js", "/sw.js", "", "Content-Type: text/javascript; charset=utf-8"),
        ("wasm, or streaming fails", "/page_bg-0123456789abcdef.wasm", "", "Content-Type: application/wasm"),
        ("manifest", "/manifest.webmanifest", "", "Content-Type: application/manifest+json"),
        ("svg", "/a%20b.svg", "", "Content-Type: image/svg+xml"),
        ("brotli when accepted", "/styles-0123456789abcdef.css", br, "Content-Encoding: br"),
        ("css even when packed", "/styles-0123456789abcdef.css", br, "Content-Type: text/css; charset=utf-8"),
        ("gzip otherwise", "/styles-0123456789abcdef.css", "Accept-Encoding: gzip\r\n", "Content-Encoding: gzip"),
        ("no sniffing", "/", "", "X-Content-Type-Options: nosniff"),
        ("no referrer", "/nothing", "", "Referrer-Policy: no-referrer"),
        ("no frames", "/", "", "Content-Security-Policy: frame-ancestors 'none'"),
        ("no keeping alive when asked not to", "/", "", "Connection: close"),
    ];
    for (name, path, headers, expected) in table {
        let reply = ask(&server, &format!("GET {path} HTTP/1.1\r\n{headers}"));
        assert!(reply.contains(expected), "{name}: {reply}");
    }
    assert!(!ask(&server, "GET /styles-0123456789abcdef.css HTTP/1.1\r\n").contains("Content-Encoding"));
}

#[test]
fn head_tells_the_length_and_sends_nothing() {
    let folder = Folder::new();
    let reply = ask(&folder.serve("/"), "HEAD / HTTP/1.1\r\n");
    assert!(reply.contains("Content-Length: 15") && reply.ends_with("\r\n\r\n"), "{reply}");
}

#[test]
fn other_methods_are_refused() {
    let folder = Folder::new();
    let reply = ask(&folder.serve("/"), "POST / HTTP/1.1\r\n");
    assert!(status_of(&reply) == "405" && reply.contains("Allow: GET, HEAD"), "{reply}");
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let folder = Folder::new();
    let server = folder.serve("/");
    let reply = ask(&server, "GET / HTTP/1.1\r\n");
    let tag = reply.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
    let again = ask(&server, &format!("GET / HTTP/1.1\r\nIf-None-Match: {tag}\r\n"));
    assert!(status_of(&again) == "304" && again.ends_with("\r\n\r\n"), "{again}");
}

#[test]
fn two_requests_on_one_connection() {
    let folder = Folder::new();
    let server = folder.serve("/");
    let two = "GET /sw.js HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n";
    assert_eq!(ask(&server, two).matches("HTTP/1.1 200").count(), 2);
}

#[test]
fn a_stopped_server_answers_nobody() {
    let folder = Folder::new();
    let server = folder.serve("/");
    let mut kept = TcpStream::connect(server.address).unwrap();
    kept.write_all(b"GET /sw.js HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut piece = [0; 1024];
    assert!(kept.read(&mut piece).unwrap() > 0);
    server.stop();
    let _ = kept.write_all(b"GET /sw.js HTTP/1.1\r\nHost: localhost\r\n\r\n");
    while let Ok(length @ 1..) = kept.read(&mut piece) {
        assert!(!String::from_utf8_lossy(&piece[..length]).contains("HTTP/1.1"), "kept-alive connection was answered");
    }
    assert!(TcpStream::connect(server.address).is_err(), "port is still open");
    let again = Server::start(&folder.0.join("site"), "/", Some(server.port())).unwrap();
    assert_eq!(again.url(), server.url());
}

#[test]
fn a_busy_port_is_an_error() {
    let folder = Folder::new();
    let server = folder.serve("/");
    let second = Server::start(&folder.0, "/", Some(server.port()));
    assert_eq!(second.unwrap_err().kind(), std::io::ErrorKind::AddrInUse);
}

#[test]
fn names_with_a_hash() {
    let table = [
        ("styles-36b1a2c3d4e5f607.css", true),
        ("allians-page_bg-36b1a2c3d4e5f607.wasm", true),
        ("teacher-academies-36b1a2c3d4e5f607.pack", true),
        ("styles-36b1a2c3d4e5f60.css", false),
        ("styles-36b1a2c3d4e5f6071.css", false),
        ("index.html", false),
        ("boot.js", false),
        ("allians-page.js", false),
        ("a-decade.txt", false),
    ];
    for (name, hashed) in table {
        assert_eq!(is_hashed(name), hashed, "{name}");
    }
}
