use std::process::ExitCode;

use clap::Args;
use database::Tx;
use jiff::Timestamp;
use publishing::Post;
use publishing::guard::{self, Finding, Guard, Level};
use publishing::local_time::LocalSchedule;
use publishing::post::ScheduleError;
use publishing::queue::QueueError;
use serde_json::json;
use web::areas::api::told::Problem;
use web::words::{Words, args};

use super::check::{text, worded};
use super::show::print;
use crate::commands::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// `parvis post schedule`.
#[derive(Debug, Args)]
pub struct Schedule {
    #[arg(value_name = "ID")]
    post: String,
    #[arg(long, value_name = "TIME")]
    at: String,
    #[command(flatten)]
    accept: Accept,
    #[command(flatten)]
    who: Who,
}

/// `parvis post now`.
#[derive(Debug, Args)]
pub struct Now {
    #[arg(value_name = "ID")]
    post: String,
    #[command(flatten)]
    accept: Accept,
    #[command(flatten)]
    who: Who,
}

/// `parvis post queue`.
#[derive(Debug, Args)]
pub struct Queue {
    #[arg(value_name = "ID")]
    post: String,
    #[command(flatten)]
    accept: Accept,
    #[command(flatten)]
    who: Who,
}

/// `parvis post unschedule`.
#[derive(Debug, Args)]
pub struct Unschedule {
    #[arg(value_name = "ID")]
    post: String,
    #[command(flatten)]
    who: Who,
}

/// A person's word for checks that ask.
#[derive(Debug, Args)]
struct Accept {
    /// Checks, or all that ask when none is named
    #[arg(long, value_name = "CHECK", num_args = 0..=1, require_equals = true, default_missing_value = "all", value_delimiter = ',')]
    accept: Vec<String>,
}

impl Accept {
    /// Takes the word, before the post is given this time.
    async fn given(
        &self,
        post: &Post,
        at: Option<Timestamp>,
        desk: &Desk,
        tx: &mut Tx,
    ) -> Result<(), Failure> {
        let mut guards: Vec<Guard> = Vec::new();
        for name in self.accept.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            if name == "all" {
                let found = guard::look(post, at, &desk.actor, tx).await;
                let found = found.map_err(|error| desk.no(error))?;
                guards.extend(asks(&found));
            } else {
                let wrong = |_| Failure::misuse("cli-wrong-check", args![check => name]);
                guards.push(name.parse().map_err(wrong)?);
            }
        }
        guards.sort_by_key(|guard| guard.as_str());
        guards.dedup();
        post.accept(&guards, &desk.actor, tx).await.map_err(|error| desk.no(error))
    }
}

fn asks(found: &[Finding]) -> impl Iterator<Item = Guard> + '_ {
    let open = found.iter().filter(|one| one.is_open() && one.level == Level::Asks);
    open.map(|finding| finding.guard)
}

/// Schedules a post, or moves it.
pub async fn run(asked: Schedule, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.begin().await?;
    let post = desk.post(&asked.post, &mut tx).await?;
    let at = LocalSchedule::parse(&asked.at, desk.brand.zone.name()).ok().map(|at| at.at);
    asked.accept.given(&post, at, &desk, &mut tx).await?;
    match post.schedule(&asked.at, &desk.actor, &mut tx).await {
        Ok(post) => done(post, desk, tx).await,
        Err(error) => Err(refused(error, desk, tx).await?),
    }
}

/// Publishes a post at once: whoever serves sends it.
pub async fn now(asked: Now, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.begin().await?;
    let post = desk.post(&asked.post, &mut tx).await?;
    let at = Some(tx.now());
    asked.accept.given(&post, at, &desk, &mut tx).await?;
    match post.publish_now(&desk.actor, &mut tx).await {
        Ok(post) => done(post, desk, tx).await,
        Err(error) => Err(refused(error, desk, tx).await?),
    }
}

/// Gives a post the next free slot that suits it.
pub async fn queue(asked: Queue, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.begin().await?;
    let post = desk.post(&asked.post, &mut tx).await?;
    let spot = post.next_opening(&desk.actor, &mut tx).await.map_err(|error| desk.no(error))?;
    let at = LocalSchedule::resolve(spot.local, desk.brand.zone.name()).ok().map(|at| at.at);
    asked.accept.given(&post, at, &desk, &mut tx).await?;
    match post.enqueue(&desk.actor, &mut tx).await {
        Ok((post, _)) => done(post, desk, tx).await,
        Err(QueueError::Schedule(error)) => Err(refused(error, desk, tx).await?),
        Err(error) => Err(desk.no(error)),
    }
}

/// Takes a post back to a draft.
pub async fn unschedule(
    asked: Unschedule,
    options: &Options,
    words: &Words,
) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.begin().await?;
    let post = desk.post(&asked.post, &mut tx).await?;
    let post = post.unschedule(&desk.actor, &mut tx).await.map_err(|error| desk.no(error))?;
    done(post, desk, tx).await
}

async fn done(post: Post, desk: Desk, tx: Tx) -> Result<ExitCode, Failure> {
    tx.commit().await?;
    print(&post, &desk, &mut desk.read().await?).await?;
    Ok(ExitCode::SUCCESS)
}

/// Why it was not scheduled; what checks saw is said whole, with how to accept it.
async fn refused(error: ScheduleError, desk: Desk, tx: Tx) -> Result<Failure, Failure> {
    // What was written before the refusal goes with the transaction.
    drop(tx);
    let found = match &error {
        ScheduleError::Stopped(found) | ScheduleError::Asked(found) => found.clone(),
        _ => return Ok(desk.no(error)),
    };
    let said = worded(&found, &desk, &mut desk.read().await?).await?;
    if desk.json {
        return Ok(desk.no(Problem::from(error).with("findings", &json!(said))));
    }
    eprintln!("{}", text(&said, &desk.words));
    if matches!(error, ScheduleError::Stopped(_)) {
        return Ok(Failure::new("cli-wrong-checks-stop", &[]));
    }
    let mut names: Vec<_> = asks(&found).map(|guard| guard.as_str()).collect();
    names.dedup();
    Ok(Failure::new("cli-wrong-checks-ask", args![checks => names.join(",")]))
}
