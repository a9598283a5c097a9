use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use publishing::Post;
use publishing::post::{self, PostSource};
use web::words::Words;

use super::content::{Content, text};
use super::show::print;
use crate::commands::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// `parvis post write`.
#[derive(Debug, Args)]
pub struct Write {
    #[arg(value_name = "TEXT")]
    text: Option<String>,
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    content: Content,
    #[command(flatten)]
    who: Who,
}

/// `parvis post edit`.
#[derive(Debug, Args)]
pub struct Edit {
    #[arg(value_name = "ID")]
    post: String,
    #[arg(value_name = "TEXT")]
    text: Option<String>,
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    content: Content,
    #[command(flatten)]
    who: Who,
}

/// Writes a draft.
pub async fn run(asked: Write, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let text = text(asked.text, asked.file.as_ref())?;
    if text.is_none() && asked.content.is_empty() {
        return Err(Failure::misuse("cli-wrong-no-text", &[]));
    }
    let desk = Desk::open(&asked.who, options, words).await?;
    let taken = asked.content.taken(&desk).await?;
    let mut tx = desk.begin().await?;
    let nothing = post::Edit::default();
    let edit = asked.content.applied(text, taken, nothing, &desk, &mut tx).await?;
    let post = Post::begin(edit, PostSource::Written, &desk.actor, &mut tx).await;
    let post = post.map_err(|error| desk.no(error))?;
    tx.commit().await?;
    print(&post, &desk, &mut desk.read().await?).await?;
    Ok(ExitCode::SUCCESS)
}

/// Changes what a post says.
pub async fn edit(asked: Edit, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    // Standard input is only read when it is all that could be meant.
    let reads = asked.text.is_some() || asked.file.is_some() || asked.content.is_empty();
    let text = if reads { text(asked.text, asked.file.as_ref())? } else { None };
    if text.is_none() && asked.content.is_empty() {
        return Err(Failure::misuse("cli-wrong-no-text", &[]));
    }
    let desk = Desk::open(&asked.who, options, words).await?;
    let taken = asked.content.taken(&desk).await?;
    let mut tx = desk.begin().await?;
    let post = desk.post(&asked.post, &mut tx).await?;
    let edit = asked.content.applied(text, taken, post.as_edit(), &desk, &mut tx).await?;
    let post = post.edit(edit, post.version, &desk.actor, &mut tx).await;
    let post = post.map_err(|error| desk.no(error))?;
    tx.commit().await?;
    print(&post, &desk, &mut desk.read().await?).await?;
    Ok(ExitCode::SUCCESS)
}
