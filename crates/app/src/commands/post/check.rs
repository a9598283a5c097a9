use std::process::ExitCode;

use clap::Args;
use database::Tx;
use publishing::guard::{self, Finding};
use serde_json::{Value, json};
use web::areas::api::told;
use web::words::Words;

use crate::commands::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// `parvis post check`.
#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "ID")]
    post: String,
    #[command(flatten)]
    who: Who,
}

/// Says what the checks see; a failure while something keeps the post from being scheduled.
pub async fn run(asked: Check, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let mut tx = desk.read().await?;
    let post = desk.post(&asked.post, &mut tx).await?;
    let found = guard::look(&post, told::due(&post), &desk.actor, &mut tx).await;
    let found = found.map_err(|error| desk.no(error))?;
    let said = worded(&found, &desk, &mut tx).await?;
    desk.say(&json!(said), || {
        if said.is_empty() { desk.t("cli-post-check-nothing") } else { text(&said, &desk.words) }
    });
    let open = found.iter().any(Finding::is_open);
    Ok(if open { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What checks found, in words, with the way out.
pub async fn worded(found: &[Finding], desk: &Desk, tx: &mut Tx) -> Result<Vec<Value>, Failure> {
    let connectors = &desk.kit.connectors;
    let said = told::findings(found, connectors, &desk.words, &desk.actor, tx).await;
    said.map_err(|error| desk.no(error))
}

/// The same, as lines.
pub fn text(said: &[Value], words: &Words) -> String {
    let line = |finding: &Value| {
        let of = |name: &str| finding[name].as_str().unwrap_or_default();
        let level = words.t(&format!("cli-check-{}", of("level")));
        let accepted = if finding["accepted"] == true {
            format!(" ({})", words.t("cli-check-accepted"))
        } else {
            String::new()
        };
        let head = format!("{level}  {} [{}]{accepted}", of("name"), of("check"));
        format!("{head}\n    {}\n    {}", of("seen"), of("way_out"))
    };
    said.iter().map(line).collect::<Vec<_>>().join("\n")
}
