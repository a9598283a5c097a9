//! Parvis: one program for the whole craft of community management.
//!
//! The only wiring of the house: it registers connectors, jobs and recurring work, and hands
//! each command what it needs. Nothing is decided here.
//!
//! To add a command: its file in `commands/`, its line in [`commands::Command`], its words in
//! `cli.ftl` (`cli-NAME`, `cli-flag-FLAG`). To add a setting: [`config::Options`]. To add a job
//! or recurring work: `wiring/work.rs`.

mod archive;
mod commands;
mod config;
mod demo;
mod failure;
mod help;
mod lock;
mod logs;
mod wiring;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};
use commands::Command;
use config::Options;
use failure::Failure;

/// The command line.
#[derive(Parser)]
#[command(name = "parvis", version, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    options: Options,
}

fn main() -> ExitCode {
    let words = help::voice();
    let matches = help::worded(Cli::command(), &words).try_get_matches();
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return help::refuse(&error, &words),
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
    let ended = runtime.block_on(commands::run(cli.command, cli.options, &words));
    // Jobs that would not stop in time are left to their leases.
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    ended.unwrap_or_else(|failure: Failure| {
        failure.tell(&words);
        failure.code()
    })
}
