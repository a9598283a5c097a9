use std::process::ExitCode;

use channels::Channel;
use clap::Args;
use database::Tx;
use publishing::Post;
use serde_json::Value;
use web::areas::api::told;
use web::words::{Words, args};

use crate::commands::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// `parvis post show`.
#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "ID")]
    post: String,
    #[command(flatten)]
    who: Who,
}

/// Shows a post, with what became of each of its variants.
pub async fn run(asked: Show, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.read().await?;
    let post = desk.post(&asked.post, &mut tx).await?;
    print(&post, &desk, &mut tx).await?;
    Ok(ExitCode::SUCCESS)
}

/// Prints a post as it is now.
pub async fn print(post: &Post, desk: &Desk, tx: &mut Tx) -> Result<(), Failure> {
    let value = told::post(post, &desk.actor, tx).await.map_err(|error| desk.no(error))?;
    let channels = Channel::all(&desk.actor, tx).await.map_err(|error| desk.no(error))?;
    desk.say(&value, || text(&value, &channels, desk));
    Ok(())
}

/// The beginning of an id, which is enough to name it.
pub fn short(id: &str) -> &str {
    id.get(..18).unwrap_or(id)
}

/// A schedule as a person reads it; empty without one.
pub fn when(schedule: &Value, desk: &Desk) -> String {
    let at = schedule["at"].as_str().and_then(|at| at.parse().ok());
    at.map(|at| desk.words.short_moment(at)).unwrap_or_default()
}

fn text(post: &Value, channels: &[Channel], desk: &Desk) -> String {
    let words = &desk.words;
    let mut lines = vec![post["id"].as_str().unwrap_or_default().to_owned()];
    let state = told::state(words, if post["state"] == "draft" { "draft" } else { "planned" });
    let at = if post["state"] == "draft" { &post["wanted"] } else { &post["schedule"] };
    lines.push([state, when(at, desk)].join("  ").trim_end().to_owned());
    for variant in post["variants"].as_array().into_iter().flatten() {
        let id = variant["channel"].as_str().unwrap_or_default();
        let channel = channels.iter().find(|channel| channel.id.to_string() == id);
        let name = channel.map_or_else(String::new, |channel| {
            format!("{} ({})", channel.network_name, channel.handle)
        });
        let state = variant["publication_state"].as_str();
        let state = state.map(|state| told::state(words, state)).unwrap_or_default();
        let given = args![
            used => variant["length"].as_i64().unwrap_or(0),
            most => variant["longest"].as_i64().unwrap_or(0)
        ];
        let length = words.tn("cli-post-length", given);
        lines.push(format!("  {name}  {length}  {state}").trim_end().to_owned());
        if let Some(own) = variant["text"].as_str() {
            lines.extend(own.lines().map(|line| format!("    {line}")));
        }
    }
    lines.push(String::new());
    lines.push(post["text"].as_str().unwrap_or_default().to_owned());
    for part in post["thread"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        lines.push("—".to_owned());
        lines.push(part.to_owned());
    }
    if let Some(comment) = post["first_comment"].as_str() {
        lines.push(String::new());
        lines.push(words.tn("cli-post-first-comment", args![text => comment]));
    }
    lines.join("\n")
}
