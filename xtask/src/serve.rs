//! `cargo xtask serve`: builds the page and serves it until it is interrupted.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use crate::page;
use crate::places;
use crate::server::Server;
use crate::{At, Failure, Outcome};

const USUAL_PORT: u16 = 8080;

/// Builds unless told not to, and serves `dist/`. Does not return while all is well.
pub fn run(port: Option<u16>, build: bool) -> Outcome {
    let port = port.unwrap_or(USUAL_PORT);
    // Before building: nobody should wait for a build to hear this.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| unusable(port, &error))?;
    let dist = places::dist();
    if build {
        page::build()?;
    } else if !dist.join("index.html").is_file() {
        return Err(Failure::new(format!("{}: no page there; leave out --no-build", dist.display())));
    }
    let folder = dist.canonicalize().at(dist.display())?;
    let server = Server::start(&folder, "/", Some(port)).map_err(|error| unusable(port, &error))?;
    println!("Serving at {} (stop with Ctrl-C)", server.url());
    server.wait();
    Ok(())
}

fn unusable(port: u16, error: &io::Error) -> Failure {
    let other = port.checked_add(1).unwrap_or(USUAL_PORT);
    let remedy = format!("choose another: cargo xtask serve --port {other}");
    Failure::new(match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("port {port} is in use by another program; stop that, or {remedy}")
        }
        _ => format!("port {port} cannot be used ({error}); {remedy}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_named_with_the_remedy_before_anything_is_built() -> io::Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let message = run(Some(port), true).map_err(|failure| failure.to_string());
        assert!(
            matches!(&message, Err(text) if text.contains(&format!("port {port} is in use")) && text.contains("--port ")),
            "{message:?}"
        );
        Ok(())
    }
}
