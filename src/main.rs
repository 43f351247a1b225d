//! Mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    allians::page::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is the page's program; `cargo xtask serve` builds and serves the page");
}
