use std::process::ExitCode;

use clap::Args;
use publishing::calendar::{self, Bulk};
use serde_json::{Value, json};
use web::areas::api::told;
use web::words::{Words, args};

use super::show::short;
use crate::commands::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// `parvis post hold`.
#[derive(Debug, Args)]
pub struct Hold {
    #[command(flatten)]
    which: Which,
}

/// `parvis post release`.
#[derive(Debug, Args)]
pub struct Release {
    #[command(flatten)]
    which: Which,
}

/// `parvis post delete`.
#[derive(Debug, Args)]
pub struct Delete {
    #[command(flatten)]
    which: Which,
}

/// Some posts.
#[derive(Debug, Args)]
struct Which {
    #[arg(value_name = "ID", required = true, num_args = 1..)]
    post: Vec<String>,
    #[command(flatten)]
    who: Who,
}

/// Keeps back what is planned of posts.
pub async fn hold(asked: Hold, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    apply(Bulk::Hold, "cli-post-held", asked.which, options, words).await
}

/// Lets go what is held of posts, after a second look at each.
pub async fn release(
    asked: Release,
    options: &Options,
    words: &Words,
) -> Result<ExitCode, Failure> {
    apply(Bulk::Release, "cli-post-released", asked.which, options, words).await
}

/// Takes posts away, with everything of them that has not left.
pub async fn delete(asked: Delete, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    apply(Bulk::Remove, "cli-post-deleted", asked.which, options, words).await
}

async fn apply(
    bulk: Bulk,
    key: &str,
    asked: Which,
    options: &Options,
    words: &Words,
) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.begin().await?;
    let mut posts = Vec::new();
    for id in &asked.post {
        posts.push(desk.post(id, &mut tx).await?.id);
    }
    posts.dedup();
    let done = calendar::apply(bulk, &posts, &desk.actor, &mut tx).await;
    let done = done.map_err(|error| desk.no(error))?;
    tx.commit().await?;
    let refused: Vec<Value> = done
        .refused
        .iter()
        .map(|(post, why)| {
            let (why, detail) = told::why(*why, &desk.words);
            json!({ "post": post, "why": why, "detail": detail })
        })
        .collect();
    let value = json!({ "change": done.change, "changed": done.changed, "refused": refused });
    desk.say(&value, || {
        let mut lines = vec![desk.words.tn(key, args![count => done.changed])];
        for one in &refused {
            let post = short(one["post"].as_str().unwrap_or_default());
            lines.push(format!("{post}  {}", one["detail"].as_str().unwrap_or_default()));
        }
        lines.join("\n")
    });
    Ok(if refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
