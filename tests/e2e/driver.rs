//! chromedriver as a process, and the requests to it that fantoccini has no name for: Chromium's own commands and its log.
//!
//! A shell stands between: it ends the driver and removes the browser's profile as soon as its input closes, which it
//! does however these tests end. The browser goes with the driver, since the two talk through a pipe; while it goes it
//! still writes to its profile, so that is removed until it stays away.

use crate::scratch::Scratch;
use serde_json::{Value, json};
use std::env;
use std::io::{BufRead, BufReader, Error, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const KEEPER: &str = r#"
"$0" --port="$1" & driver=$!
read -r _
kill $driver
wait $driver
gone=0
while [ $gone -lt 5 ]; do
  rm -rf -- "$2"
  sleep 0.1
  if [ -e "$2" ]; then gone=0; else gone=$((gone + 1)); fi
done
"#;

/// A running chromedriver with a folder for a browser's profile. It ends, with its browser and the folder, when dropped.
pub struct Driver {
    keeper: Child,
    port: u16,
    profile: PathBuf,
}

impl Driver {
    pub fn start() -> Driver {
        let program =
            env::var_os("CHROMEDRIVER").filter(|name| !name.is_empty()).map_or_else(|| "/usr/bin/chromedriver".into(), PathBuf::from);
        assert!(
            xtask::process::is_program(&program),
            "{}: no chromedriver; install chromium and chromium-driver, or set CHROMEDRIVER",
            program.display()
        );
        let (port, profile) = (free_port(), Scratch::new("profile").leave());
        let mut shell = Command::new("sh");
        shell.args(["-c", KEEPER]).arg(&program).arg(port.to_string()).arg(&profile);
        let keeper = shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a shell");
        let driver = Driver { keeper, port, profile };
        let until = Instant::now() + Duration::from_secs(20);
        while !driver.is_ready() {
            assert!(Instant::now() < until, "{}: does not answer on port {port} after 20 s", program.display());
            thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn profile(&self) -> String {
        self.profile.display().to_string()
    }

    fn is_ready(&self) -> bool {
        self.request("GET", "/status", "").is_ok_and(|answer| answer["value"]["ready"] == true)
    }

    /// A command of the session, with its result; without a body a question.
    pub fn ask(&self, session: &str, path: &str, body: Option<Value>) -> Value {
        let method = if body.is_some() { "POST" } else { "GET" };
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let answer = self.request(method, &format!("/session/{session}/{path}"), &body);
        let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(answer["value"]["error"].is_null(), "{path} {body}: {}", answer["value"]["message"]);
        answer["value"].clone()
    }

    /// A command of the Chrome DevTools protocol.
    pub fn devtools(&self, session: &str, command: &str, parameters: Value) -> Value {
        self.ask(session, "goog/cdp/execute", Some(json!({ "cmd": command, "params": parameters })))
    }

    fn request(&self, method: &str, path: &str, body: &str) -> Result<Value, Error> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        // In one write: two small ones would wait for each other's receipt.
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        let mut line = String::new();
        while answer.read_line(&mut line)? > 2 {
            if let Some((name, value)) = line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length")) {
                length = value.trim().parse().map_err(|error| Error::other(format!("{name}: {error}")))?;
            }
            line.clear();
        }
        // The driver leaves the connection open: only so much belongs to this answer.
        let mut body = vec![0; length];
        answer.read_exact(&mut body)?;
        serde_json::from_slice(&body).map_err(Error::other)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The rest is the shell's work; nobody waits for it.
        drop(self.keeper.stdin.take());
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr()).expect("a free port").port()
}
