//! Running other programs: with inherited streams, with captured output, or line by line.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use crate::{At, Failure, Outcome};

/// Runs `command` to its end with our own streams; `remedy` is what to do when it fails.
pub fn run(command: &mut Command, remedy: &str) -> Outcome {
    let status = command.status().at(words(command)).map_err(|failure| with(failure, remedy))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{}` failed ({status}); {remedy}", words(command)))) }
}

/// What `command` prints, without the line end; `None` when it is not there or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs `command`, passes its stdout on as it comes and shows each line to `see`. Answers whether it succeeded.
pub fn stream(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn().at(words(command))?;
    if let Some(out) = child.stdout.take() {
        let mut out = BufReader::new(out);
        let mut line = Vec::new();
        while out.read_until(b'\n', &mut line).at(words(command))? > 0 {
            // A closed stdout of ours must not stop the tests.
            let _ = std::io::stdout().write_all(&line);
            see(&plain(&String::from_utf8_lossy(&line)));
            line.clear();
        }
    }
    Ok(child.wait().at(words(command))?.success())
}

/// The program `name` on the `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| is_program(file))
}

/// Whether `file` is there and may be run.
pub fn is_program(file: &Path) -> bool {
    #[cfg(unix)]
    fn may_run(data: &fs::Metadata) -> bool {
        std::os::unix::fs::PermissionsExt::mode(&data.permissions()) & 0o111 != 0
    }
    #[cfg(not(unix))]
    fn may_run(_: &fs::Metadata) -> bool {
        true
    }
    fs::metadata(file).is_ok_and(|data| data.is_file() && may_run(&data))
}

/// The command as one would type it, without the folder of the program.
pub fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut text = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

fn with(failure: Failure, remedy: &str) -> Failure {
    Failure::new(format!("{failure}; {remedy}"))
}

/// The line without colours and line end.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line.trim_end().chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            let _ = rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_do_not_hide_a_line() {
        assert_eq!(plain("test result: \u{1b}[32mok\u{1b}[0m. 1 passed\n"), "test result: ok. 1 passed");
    }

    #[test]
    fn a_missing_program_is_named_with_the_remedy() {
        let failure = run(&mut Command::new("no-such-program"), "install it").map_err(|f| f.to_string());
        assert!(matches!(failure, Err(text) if text.contains("no-such-program") && text.contains("install it")));
    }
}
