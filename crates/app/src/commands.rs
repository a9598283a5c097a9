//! What can be asked of `parvis`, one file a command.

mod analyse;
mod ask;
mod backup;
mod calendar;
mod doctor;
mod export;
mod import;
mod migrate;
mod post;
mod restore;
mod select;
mod serve;
mod setup;
mod show_demo;
mod token;
mod who;

use std::process::ExitCode;

use clap::Subcommand;
use web::words::Words;

use crate::config::Options;
use crate::failure::Failure;
use crate::logs;

/// The commands. Their help is in `cli.ftl`, by the command's and the flag's names.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the screens and does the jobs
    Serve,
    /// Does the jobs alone
    Worker,
    /// Brings the schema up to date
    Migrate,
    /// Makes organization, brand and first teammate
    Setup(setup::Asked),
    /// Posts: writing, scheduling, what became of them
    Post(post::Asked),
    /// The calendar
    Calendar(calendar::Asked),
    /// Tokens of the interface
    Token(token::Asked),
    /// Adds or removes the demonstration brand
    Demo(show_demo::Asked),
    /// Brings data in
    Import(import::Asked),
    /// Takes a brand's data out
    Export(export::Asked),
    /// Saves everything
    Backup(backup::Asked),
    /// Puts a backup back
    Restore(restore::Asked),
    /// Reads what messages say
    Analyse(analyse::Asked),
    /// Looks for trouble
    Doctor(doctor::Asked),
}

/// Does what was asked; the exit code of what was done.
pub async fn run(command: Command, options: Options, words: &Words) -> Result<ExitCode, Failure> {
    let options = options.with_file()?;
    if !matches!(command, Command::Serve | Command::Worker) {
        logs::start_quietly(&options);
    }
    let done = match command {
        Command::Serve => serve::serve(&options, words).await,
        Command::Worker => serve::work(&options).await,
        Command::Migrate => migrate::migrate(&options, words).await,
        Command::Setup(asked) => setup::run(asked, &options, words).await,
        Command::Token(asked) => token::run(asked, &options, words).await,
        Command::Demo(asked) => show_demo::run(asked, &options, words).await,
        Command::Post(asked) => return post::run(asked, &options, words).await,
        Command::Calendar(asked) => return calendar::run(asked, &options, words).await,
        Command::Import(asked) => import::run(asked, &options, words).await,
        Command::Export(asked) => export::run(asked, &options, words).await,
        Command::Backup(asked) => backup::run(asked, &options, words).await,
        Command::Restore(asked) => restore::run(asked, &options, words).await,
        Command::Analyse(asked) => analyse::run(&asked),
        Command::Doctor(asked) => return doctor::run(asked, &options, words).await,
    };
    done.map(|()| ExitCode::SUCCESS)
}
