//! Programs in processes of their own: Parvis, and the bare page; how fast Parvis starts, and
//! how much memory it takes.

use std::net::SocketAddr;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::data::World;
use crate::load;
use crate::report::{Report, median};

/// A program that serves, until it is dropped.
pub struct Served {
    child: Child,
    pub address: SocketAddr,
}

impl Served {
    /// Parvis, on a database that is there.
    pub async fn parvis(world: &World) -> Served {
        let listen = SocketAddr::from(([127, 0, 0, 1], free_port()));
        Served::start(parvis(world, listen), Some(listen)).await
    }

    /// The bare page.
    pub async fn bare() -> Served {
        let me = std::env::current_exe().expect("this program has a path");
        let mut command = Command::new(me);
        command.env("PARVIS_BENCH_BARE", "1");
        Served::start(command, None).await
    }

    async fn start(mut command: Command, known: Option<SocketAddr>) -> Served {
        let mut child =
            command.stdout(Stdio::piped()).kill_on_drop(true).spawn().expect("it starts");
        let said = child.stdout.take().expect("its output is read");
        let line = BufReader::new(said).lines().next_line().await.expect("it can be read");
        let line = line.expect("it says where it serves");
        let address = known.or_else(|| line.rsplit('/').next()?.parse().ok());
        Served { child, address: address.expect("it says where it serves") }
    }

    /// What it holds in memory, in megabytes: all of it, and what is its own (without the pages
    /// of files, which the system shares and takes back).
    pub fn memory(&self) -> (f64, f64) {
        let path = format!("/proc/{}/status", self.child.id().unwrap_or_default());
        let status = std::fs::read_to_string(path).unwrap_or_default();
        let of = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name));
            let kilobytes: Option<f64> =
                line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
            kilobytes.unwrap_or(f64::NAN) / 1024.0
        };
        (of("VmRSS:"), of("RssAnon:"))
    }

    pub async fn stop(mut self) {
        self.child.kill().await.expect("it can be killed");
    }
}

fn parvis(world: &World, listen: SocketAddr) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parvis"));
    command
        .args(["serve", "--log", "warn"])
        .env("PARVIS_DATA", &world.folder)
        .env("PARVIS_LISTEN", listen.to_string())
        .env("PARVIS_LANG", "en");
    command
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

/// From the start of the process to the first page read whole, and memory once it is quiet.
pub async fn starts(world: &World, report: &mut Report) {
    let mut took = Vec::new();
    for _ in 0..11 {
        let listen = SocketAddr::from(([127, 0, 0, 1], free_port()));
        let began = Instant::now();
        let mut command = parvis(world, listen);
        let mut child = command.stdout(Stdio::null()).spawn().expect("parvis starts");
        while load::page(listen, "/login", "").await.is_err() {
            tokio::time::sleep(Duration::from_micros(500)).await;
        }
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        child.kill().await.expect("it can be killed");
    }
    let slowest = took.iter().copied().fold(0.0, f64::max);
    let detail = format!("median of 11, the slowest {slowest:.0} ms; the machine's files are warm");
    report.line(
        "Start to first page",
        &format!("{:.0} ms", median(&mut took)),
        "under 100 ms",
        &detail,
    );
    let served = Served::parvis(world).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let (all, own) = served.memory();
    let detail =
        format!("resident, 5 s after the start; of which its own (not files): {own:.0} MB");
    report.line("Idle memory", &format!("{all:.0} MB"), "under 30 MB", &detail);
    served.stop().await;
}
