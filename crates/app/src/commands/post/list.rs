use std::process::ExitCode;

use channels::publication::StateName;
use clap::Args;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use publishing::Post;
use publishing::post::ListFilter;
use serde_json::{Value, json};
use web::areas::api::told;
use web::words::{Words, args};

use super::show::{short, when};
use crate::commands::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// `parvis post list`.
#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    #[arg(long, value_name = "ACCOUNT")]
    channel: Option<String>,
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,
    #[arg(long, value_name = "DAY")]
    to: Option<Date>,
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
    #[arg(long, value_name = "NAME")]
    topic: Option<String>,
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 50)]
    most: u16,
}

/// Lists posts, the last changed first.
pub async fn run(asked: List, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.read().await?;
    let filter = filter(&asked, &desk, &mut tx).await?;
    let rows = Post::list(&filter, &desk.actor, &mut tx).await.map_err(|e| desk.no(e))?;
    let lines: Result<Vec<Value>, _> = rows.into_iter().map(told::post_line).collect();
    let lines = lines.map_err(|error| desk.no(error))?;
    desk.say(&json!(lines), || {
        if lines.is_empty() {
            return desk.t("cli-post-none");
        }
        lines.iter().map(|line| text(line, &desk)).collect::<Vec<_>>().join("\n")
    });
    Ok(ExitCode::SUCCESS)
}

async fn filter(asked: &List, desk: &Desk, tx: &mut database::Tx) -> Result<ListFilter, Failure> {
    let known = desk.known(tx).await?;
    let mut filter = ListFilter {
        words: asked.text.clone().unwrap_or_default(),
        most: i64::from(asked.most.clamp(1, 1000)),
        from: asked.from.map(|day| begins(day, desk)).transpose()?,
        to: asked.to.map(|day| begins(day.saturating_add(1.day()), desk)).transpose()?,
        ..ListFilter::default()
    };
    match asked.state.as_deref() {
        None => {}
        Some("draft") => filter.drafts = Some(true),
        Some("scheduled") => filter.drafts = Some(false),
        Some(state) => {
            let states: Vec<_> = StateName::ALL.iter().map(|state| state.as_str()).collect();
            let known = format!("draft, scheduled, {}", states.join(", "));
            let wrong = || {
                Failure::misuse("cli-wrong-state", args![state => state, known => known.clone()])
            };
            filter.standing = Some(state.parse().map_err(|_| wrong())?);
        }
    }
    if let Some(channel) = &asked.channel {
        filter.channel = desk.channels(std::slice::from_ref(channel), &known)?.first().copied();
    }
    if let Some(name) = &asked.campaign {
        filter.campaign = Some(desk.named(name, &known.campaigns, "cli-wrong-campaign")?);
    }
    if let Some(name) = &asked.topic {
        filter.topic = Some(desk.named(name, &known.topics, "cli-wrong-topic")?);
    }
    Ok(filter)
}

/// The instant that a day begins at, by the brand's clocks.
pub fn begins(day: Date, desk: &Desk) -> Result<Timestamp, Failure> {
    let at = day.to_zoned(desk.words.zone().clone());
    at.map(|at| at.timestamp()).map_err(Failure::because)
}

fn text(line: &Value, desk: &Desk) -> String {
    let channels = line["channels"].as_array().map_or(0, Vec::len);
    let state = line["channels"]
        .as_array()
        .and_then(|all| all.iter().find_map(|one| one["publication_state"].as_str()))
        .or(line["state"].as_str())
        .unwrap_or_default();
    let said = line["text"].as_str().unwrap_or_default();
    let first = said.lines().next().unwrap_or_default();
    let accounts = desk.words.tn("cli-post-accounts", args![count => channels]);
    format!(
        "{}  {:<16}  {:<22}  {}  ({accounts})",
        short(line["id"].as_str().unwrap_or_default()),
        told::state(&desk.words, state),
        when(&line["schedule"], desk),
        primitives::text::shorten(first, 60),
    )
}
