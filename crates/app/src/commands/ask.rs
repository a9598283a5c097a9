//! Asking at the terminal, or reading what a script gives.

use std::io::{BufRead, IsTerminal, Write};

use web::words::{Words, args};

use crate::failure::Failure;

/// A value given by a flag, else asked at a terminal, else a failure that names the flag.
pub fn or_ask(given: Option<String>, flag: &'static str, words: &Words) -> Result<String, Failure> {
    if let Some(given) = given {
        return Ok(given);
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::new("cli-mistyped-missing", args![name => format!("--{flag}")]));
    }
    eprint!("{} ", words.t(&format!("cli-ask-{flag}")));
    line()
}

/// The password: the first line of standard input, or asked twice at a terminal without showing it.
pub fn password(from_stdin: bool, words: &Words) -> Result<String, Failure> {
    if from_stdin || !std::io::stdin().is_terminal() {
        return line();
    }
    let first = hidden(&words.t("cli-ask-password"))?;
    if hidden(&words.t("cli-ask-password-again"))? != first {
        return Err(Failure::new("cli-wrong-passwords-differ", &[]));
    }
    Ok(first)
}

fn hidden(question: &str) -> Result<String, Failure> {
    eprint!("{question} ");
    let _ = std::io::stderr().flush();
    show_typing(false);
    let typed = line();
    show_typing(true);
    eprintln!();
    typed
}

/// Where `stty` is missing, the password shows: better than not being able to set one.
fn show_typing(shown: bool) {
    let how = if shown { "echo" } else { "-echo" };
    let _ = std::process::Command::new("stty").arg(how).status();
}

fn line() -> Result<String, Failure> {
    let _ = std::io::stderr().flush();
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed).map_err(Failure::because)?;
    Ok(typed.trim_end_matches(['\r', '\n']).to_owned())
}
