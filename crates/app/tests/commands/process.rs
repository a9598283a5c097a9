//! Running `parvis` as a person or a script does.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder of data, and the program on it.
pub struct House {
    folder: TempDir,
}

/// What the program answered.
pub struct Answer {
    /// Whether it succeeded.
    pub ok: bool,
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// A Parvis that serves, stopped when dropped.
pub struct Serving {
    child: Child,
    /// Where it answers.
    pub url: String,
}

impl House {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A house where one person works, for one brand.
    pub fn set_up() -> Self {
        let house = Self::new();
        let answer = house.with_input(
            &[
                "setup",
                "--organization",
                "Maison",
                "--brand",
                "Le Café",
                "--zone",
                "Europe/Paris",
                "--name",
                "Ana",
                "--email",
                "ana@example.org",
                "--password-stdin",
            ],
            "un mot de passe solide 1\n",
        );
        assert!(answer.ok, "{}", answer.err);
        house
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A place beside the data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parvis"));
        for (name, _) in std::env::vars() {
            if name.starts_with("PARVIS_") || name.starts_with("LC_") {
                command.env_remove(name);
            }
        }
        command.env("LANG", "fr_FR.UTF-8").arg("--data").arg(self.data());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, given: &[&str]) -> Answer {
        self.with_input(given, "")
    }

    /// Runs a command to its end, with this on standard input.
    pub fn with_input(&self, given: &[&str], input: &str) -> Answer {
        let mut child = self
            .command()
            .args(given)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that reads nothing may have closed its end: that is no failure.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        answer(child.wait_with_output().unwrap())
    }

    /// Runs a command that must succeed, and reads its JSON.
    pub fn json(&self, given: &[&str]) -> Value {
        let answer = self.run(given);
        assert!(answer.ok, "{given:?}: {}{}", answer.out, answer.err);
        serde_json::from_str(&answer.out).unwrap_or_else(|_| panic!("no JSON: {}", answer.out))
    }

    /// Starts serving on a free port, and waits for the address it prints.
    pub fn serve(&self) -> Serving {
        let mut child = self
            .command()
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split_whitespace().last().unwrap_or_default().to_owned();
        assert!(url.starts_with("http://"), "it did not start: {line}");
        Serving { child, url }
    }
}

fn answer(output: Output) -> Answer {
    Answer {
        ok: output.status.success(),
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Serving {
    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
