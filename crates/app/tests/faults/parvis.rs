//! The real program, as a process that can be killed.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use database::Location;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};

use crate::plan::{OUTBOUND, SETTLE};

/// One running `parvis serve`.
pub struct Parvis {
    child: Child,
}

impl Parvis {
    /// Starts it, able to do so many jobs at once, and waits until it says that it is ready.
    pub async fn start(folder: &Path, location: &Location, workers: usize) -> Parvis {
        Parvis::run(folder, location, workers, 3600).await
    }

    /// The same, reading inboxes all the time.
    pub async fn start_reading(folder: &Path, location: &Location) -> Parvis {
        Parvis::run(folder, location, 8, 0).await
    }

    async fn run(folder: &Path, location: &Location, workers: usize, inbox: u32) -> Parvis {
        let mut command = command(folder, location);
        command
            .arg("serve")
            .env("PARVIS_LISTEN", "127.0.0.1:0")
            .env("PARVIS_OUTBOUND_SECONDS", OUTBOUND.to_string())
            .env("PARVIS_SETTLE_SECONDS", SETTLE.to_string())
            .env("PARVIS_INBOX_SECONDS", inbox.to_string())
            .env("PARVIS_WORKERS", workers.to_string());
        let mut child = command.stdout(Stdio::piped()).spawn().expect("parvis starts");
        let said = child.stdout.take().expect("its output is read");
        let mut lines = BufReader::new(said).lines();
        let ready = tokio::time::timeout(Duration::from_secs(120), lines.next_line()).await;
        let ready = ready.expect("parvis is ready within two minutes").expect("it can be read");
        assert!(ready.is_some(), "parvis ended before it was ready: see {}", folder.display());
        Parvis { child }
    }

    /// `kill -9`, and waits until it is dead.
    pub async fn kill(&mut self) {
        self.child.kill().await.expect("parvis can be killed");
    }
}

/// `parvis setup`: organization, brand, teammate, and the key that seals tokens.
pub async fn set_up(folder: &Path, location: &Location) {
    let mut command = command(folder, location);
    let said = ["--organization", "Le Fournil", "--brand", "Le Fournil", "--name", "Louise"];
    command.arg("setup").args(said).args(["--email", "louise@fournil.test", "--password-stdin"]);
    command.args(["--zone", "Europe/Paris", "--language", "fr"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("parvis starts");
    let mut typed = child.stdin.take().expect("it reads the password");
    typed.write_all("levain de douze ans\n".as_bytes()).await.expect("it reads the password");
    drop(typed);
    assert!(child.wait().await.expect("it ends").success(), "parvis setup works");
}

fn command(folder: &Path, location: &Location) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parvis"));
    command
        .env_clear()
        .env("PARVIS_DATA", folder)
        .env("PARVIS_ALLOW_PRIVATE_NETWORK", "1")
        .env("PARVIS_LANG", "en")
        .stderr(log(folder))
        .kill_on_drop(true);
    if let Location::Postgres { url, .. } = location {
        command.env("PARVIS_DATABASE_URL", url);
    }
    command
}

fn log(folder: &Path) -> File {
    let path = folder.join("parvis.log");
    OpenOptions::new().create(true).append(true).open(path).expect("its log can be kept")
}
