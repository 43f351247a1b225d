//! Brotli and gzip: what a host sends, and what `size` counts.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::thread;

use crate::page::is_packed;
use crate::places;
use crate::{At, Failure, Outcome};

/// `bytes` as brotli of quality 11, the most that hosts offer.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Writes `.br` and `.gz` beside each file in `folder` that gets smaller by it. One thread a file.
pub fn beside(folder: &Path) -> Outcome {
    let names = places::files_below(folder)?;
    let worth = |name: &&String| !is_packed(name) && !name.ends_with(".png") && !name.starts_with("package/");
    thread::scope(|scope| {
        let threads: Vec<_> = names.iter().filter(worth).map(|name| scope.spawn(move || pack(&folder.join(name)))).collect();
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(Failure::new(format!("{}: packing failed", folder.display())))))
    })
}

fn pack(file: &Path) -> Outcome {
    let bytes = fs::read(file).at(file.display())?;
    for (ending, packed) in [("br", brotli(&bytes)), ("gz", gzip(&bytes))] {
        let packed = packed.at(file.display())?;
        if packed.len() < bytes.len() {
            let target = format!("{}.{ending}", file.display());
            fs::write(&target, packed).at(target)?;
        }
    }
    Ok(())
}
