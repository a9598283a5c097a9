//! Parvis: one program for the whole craft of community management.
//!
//! The only wiring of the house: it registers connectors, jobs and recurring work, and hands
//! each command what it needs. Nothing is decided here.

mod commands;
mod config;
mod lock;
mod logs;
mod wiring;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};
use commands::Command;
use config::Options;

/// The command line.
#[derive(Parser)]
#[command(name = "parvis", version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    options: Options,
}

fn main() -> ExitCode {
    let words = commands::words(None);
    let matches = commands::worded(Cli::command(), &words).get_matches();
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    // Ring is the one cryptography provider of the program; a second call changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("parvis: {error}");
            return ExitCode::FAILURE;
        }
    };
    let ended = runtime.block_on(commands::run(cli.command, cli.options));
    // Jobs that would not stop in time are left to their leases.
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("parvis: {failure}");
            ExitCode::FAILURE
        }
    }
}
