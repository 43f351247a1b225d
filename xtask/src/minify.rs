//! Takes out of scripts and styles what is for readers of the source and not for visitors.

use std::fs;
use std::path::Path;

use crate::npm;
use crate::process;
use crate::program::{LIBRARY, PAGE, Program};
use crate::short::{self, MADE_UP, Names};
use crate::{At, Failure, Outcome};

/// Minifies modules and styles in `folder`, each for itself.
pub fn modules(names: &[&str], folder: &Path) -> Outcome {
    in_place(names, &["--format=esm"], folder)
}

/// Minifies a script in `folder` that is no module: its names may be used by others.
pub fn script(name: &str, folder: &Path) -> Outcome {
    in_place(&[name], &[], folder)
}

fn in_place(names: &[&str], more: &[&str], folder: &Path) -> Outcome {
    let mut esbuild = npm::esbuild()?;
    esbuild.args(["--minify", "--target=esnext", "--outdir=.", "--allow-overwrite"]).args(more).args(names).current_dir(folder);
    process::run(&mut esbuild, &format!("{} not minified; the reason is above", names.join(", ")))
}

/// Minifies the glue of both programs in `folder`, takes the scripts into it that it imports, and gives glue and wasm short names.
pub fn programs(folder: &Path) -> Outcome {
    program(&PAGE, folder)?;
    program(&LIBRARY, folder)?;
    // The scripts that have been taken in.
    let snippets = folder.join("snippets");
    if snippets.is_dir() { fs::remove_dir_all(&snippets).at(snippets.display()) } else { Ok(()) }
}

fn program(program: &Program, folder: &Path) -> Outcome {
    let glue = folder.join(program.name).with_extension("js");
    let wasm = folder.join(format!("{}_bg.wasm", program.name));
    let names = bundle(program, folder)?;
    let (renamed, modules) = short::rename(&fs::read(&wasm).at(wasm.display())?, &names)?;
    fs::write(&wasm, renamed).at(wasm.display())?;
    let text = fs::read_to_string(&glue).at(glue.display())?;
    fs::write(&glue, number(&text, &modules)?).at(glue.display())
}

/// Answers how esbuild has shortened the names.
fn bundle(program: &Program, folder: &Path) -> Outcome<Names> {
    let names = folder.join("names.json");
    fs::write(&names, "{}").at(names.display())?;
    let glue = format!("{}.js", program.name);
    let mut esbuild = npm::esbuild()?;
    esbuild
        .args(["--bundle", "--minify", "--format=esm", "--target=esnext", "--allow-overwrite", "--mangle-cache=names.json"])
        .args([format!("--mangle-props=^{MADE_UP}"), format!("--outfile={glue}"), glue])
        .current_dir(folder);
    process::run(&mut esbuild, &format!("the glue of {} was not minified; the reason is above", program.name))?;
    let text = fs::read_to_string(&names).at(names.display())?;
    fs::remove_file(&names).at(names.display())?;
    serde_json::from_str(&text).at(names.display())
}

/// The glue, in which each module is called by its place in the list.
fn number(glue: &str, modules: &[String]) -> Outcome<String> {
    let mut text = glue.to_owned();
    for (place, module) in modules.iter().enumerate() {
        let quoted = format!("\"{module}\"");
        if text.matches(&quoted).count() != 1 {
            return Err(Failure::new(format!("the program asks for things of {module}, which its glue has to name once")));
        }
        text = text.replace(&quoted, &format!("\"{place}\""));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_called_by_their_place() {
        let modules = ["./allians_bg.js", "./snippets/report.js"].map(str::to_owned);
        let table = [
            ("each once", r#"{"./allians_bg.js":a,"./snippets/report.js":b}"#, Some(r#"{"0":a,"1":b}"#)),
            ("one is missing", r#"{"./allians_bg.js":a}"#, None),
            ("one stands there twice", r#"{"./allians_bg.js":a,"./snippets/report.js":b}f("./allians_bg.js")"#, None),
        ];
        for (name, glue, expected) in table {
            assert_eq!(number(glue, &modules).ok().as_deref(), expected, "{name}");
        }
    }
}
