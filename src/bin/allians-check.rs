//! Checks plan files from the command line: `allians-check --help`.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../check/mod.rs"]
mod check;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    check::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
