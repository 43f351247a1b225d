//! One connection: reads requests one after another and writes the replies.

use std::io::{self, Read, Write};
use std::net::TcpStream;

use super::Site;
use super::reply::Reply;
use super::request::Request;

/// A request head that is longer is not from a browser that loads our page.
const LONGEST_HEAD: usize = 32 * 1024;

/// Answers requests until the other side, a malformed request or the server ends the connection.
pub(super) fn serve(mut stream: &TcpStream, site: &Site) -> io::Result<()> {
    let mut buffer = Vec::new();
    while let Some(head) = read_head(stream, &mut buffer)? {
        let (reply, last) = match Request::parse(&head) {
            Some(request) => (Reply::to(&request, site), request.is_last),
            None => (Reply::empty(400), true),
        };
        // The other side may send a body with a method that we refuse; closing is how not to read it as a request.
        let last = last || reply.status >= 400 || site.is_stopped();
        stream.write_all(&reply.to_bytes(last))?;
        if last {
            break;
        }
    }
    Ok(())
}

/// The bytes up to and with the empty line; what follows stays in `buffer`. `None` at the end of the connection.
fn read_head(mut stream: &TcpStream, buffer: &mut Vec<u8>) -> io::Result<Option<Vec<u8>>> {
    let mut piece = [0; 4096];
    loop {
        if let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            let rest = buffer.split_off(end + 4);
            return Ok(Some(std::mem::replace(buffer, rest)));
        }
        if buffer.len() > LONGEST_HEAD {
            return Ok(Some(std::mem::take(buffer)));
        }
        match stream.read(&mut piece)? {
            0 => return Ok(None),
            length => buffer.extend(piece.iter().take(length)),
        }
    }
}
