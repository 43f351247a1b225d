//! A static file server on loopback for `cargo xtask serve` and the end-to-end tests.
//!
//! Hand-written on `std::net` (httparse reads the request): when it stops it must close the port *and* every
//! kept-alive connection, or an offline test would talk to a dead server for ever; tiny_http leaves those open.
//! It answers GET and HEAD, nothing else, and never leaves its folder.

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

mod connection;
mod file;
mod reply;
mod request;

/// A browser opens connections ahead and leaves them idle; each holds a thread.
const IDLE: Duration = Duration::from_secs(30);

/// A running server. Stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
    accepting: Mutex<Option<JoinHandle<()>>>,
}

/// What all connections share.
#[derive(Debug)]
struct Site {
    folder: PathBuf,
    /// Begins and ends with `/`.
    mount: String,
    stopped: AtomicBool,
    open: Mutex<HashMap<u64, TcpStream>>,
    next: AtomicU64,
}

impl Server {
    /// Serves `folder` below the path `mount` (`/`, `/allians/`) on 127.0.0.1, on any free port without `port`.
    pub fn start(folder: &Path, mount: &str, port: Option<u16>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
        let address = listener.local_addr()?;
        let site = Arc::new(Site {
            folder: folder.canonicalize()?,
            mount: match mount.trim_matches('/') {
                "" => "/".to_owned(),
                path => format!("/{path}/"),
            },
            stopped: AtomicBool::new(false),
            open: Mutex::new(HashMap::new()),
            next: AtomicU64::new(0),
        });
        let shared = Arc::clone(&site);
        let accepting = thread::Builder::new().name("server".into()).spawn(move || accept(&listener, &shared))?;
        Ok(Self { address, site, accepting: Mutex::new(Some(accepting)) })
    }

    /// The address of the page, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.mount)
    }

    /// The port in use.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Closes the port and all connections; when it returns, nothing answers any more.
    pub fn stop(&self) {
        self.site.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits in `accept`.
        let woken = TcpStream::connect_timeout(&self.address, Duration::from_secs(1)).is_ok();
        let accepting = self.accepting.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let (true, Some(thread)) = (woken, accepting) {
            let _ = thread.join();
        }
        for (_, stream) in self.site.connections().drain() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Waits until the server ends, which it does not by itself.
    pub fn wait(&self) {
        let accepting = self.accepting.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = accepting {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Site {
    fn connections(&self) -> MutexGuard<'_, HashMap<u64, TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }
}

fn accept(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming() {
        if site.is_stopped() {
            return;
        }
        if let Ok(stream) = stream {
            // A connection that cannot get a thread is dropped, which the browser sees as closed.
            let _ = answer(stream, site);
        }
    }
}

fn answer(stream: TcpStream, site: &Arc<Site>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_write_timeout(Some(IDLE))?;
    let number = site.next.fetch_add(1, Ordering::Relaxed);
    site.connections().insert(number, stream.try_clone()?);
    let site = Arc::clone(site);
    thread::Builder::new().name("connection".into()).spawn(move || {
        // An error here is a browser that has gone away.
        let _ = connection::serve(&stream, &site);
        let _ = stream.shutdown(Shutdown::Both);
        site.connections().remove(&number);
    })?;
    Ok(())
}

#[cfg(test)]
mod tests;
