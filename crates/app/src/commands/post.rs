//! `parvis post`: the desk without a browser.

mod change;
mod check;
mod content;
mod list;
mod schedule;
mod show;
mod write;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use web::words::Words;

pub use list::begins;

use crate::config::Options;
use crate::failure::Failure;

/// `parvis post`.
#[derive(Debug, Args)]
pub struct Asked {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Lists posts
    List(list::List),
    /// Shows one
    Show(show::Show),
    /// Writes a draft
    Write(write::Write),
    /// Changes what one says
    Edit(write::Edit),
    /// What the checks say of one
    Check(check::Check),
    /// Schedules one, or moves it
    Schedule(schedule::Schedule),
    /// Takes one back to a draft
    Unschedule(schedule::Unschedule),
    /// Gives one the next free slot
    Queue(schedule::Queue),
    /// Publishes one at once
    Now(schedule::Now),
    /// Keeps back what is planned
    Hold(change::Hold),
    /// Lets go what is held
    Release(change::Release),
    /// Takes posts away
    Delete(change::Delete),
}

/// Does it; the exit code of what was done.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    match asked.what {
        What::List(asked) => list::run(asked, options, words).await,
        What::Show(asked) => show::run(asked, options, words).await,
        What::Write(asked) => write::run(asked, options, words).await,
        What::Edit(asked) => write::edit(asked, options, words).await,
        What::Check(asked) => check::run(asked, options, words).await,
        What::Schedule(asked) => schedule::run(asked, options, words).await,
        What::Unschedule(asked) => schedule::unschedule(asked, options, words).await,
        What::Queue(asked) => schedule::queue(asked, options, words).await,
        What::Now(asked) => schedule::now(asked, options, words).await,
        What::Hold(asked) => change::hold(asked, options, words).await,
        What::Release(asked) => change::release(asked, options, words).await,
        What::Delete(asked) => change::delete(asked, options, words).await,
    }
}
