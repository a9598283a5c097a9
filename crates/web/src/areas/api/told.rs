//! What the interface answers, for the command line: `--json` prints the very same, and what a
//! verb refuses is a [`Problem`] there as here.

use channels::Connectors;
use channels::publication::StateName;
use database::Tx;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::Actor;
use publishing::Post;
use publishing::bulk::LineProblem;
use publishing::calendar::{Occasion, Why};
use publishing::guard::Finding;
use publishing::post::PostRow;
use serde::Serialize;
use serde_json::Value;

use super::occasions::{DayBody, OccasionBody};
pub use super::post_imports::line_problem;
use super::posts::checks::FindingBody;
pub use super::posts::checks::due;
use super::posts::{self, PostBody};
pub use super::shared::{Kind, Problem};
use crate::areas::calendar::{feed, words as calendar_words};
use crate::areas::posts::shown::state_key;
use crate::words::Words;

fn value(body: &impl Serialize) -> Result<Value, Problem> {
    serde_json::to_value(body).map_err(Problem::fault)
}

/// A post as it is today, with what became of its variants.
pub async fn post(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<Value, Problem> {
    value(&PostBody::of(post, actor, tx).await?)
}

/// A post in a list.
pub fn post_line(row: PostRow) -> Result<Value, Problem> {
    value(&posts::list::PostLine::from(row))
}

/// What checks found, in words, with the way out.
pub async fn findings(
    found: &[Finding],
    connectors: &Connectors,
    words: &Words,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Value>, Problem> {
    let all = FindingBody::all(found, connectors, words, actor, tx).await?;
    all.iter().map(value).collect()
}

/// A post at a time, on the clocks of a zone.
pub fn occasion(occasion: Occasion, zone: &TimeZone) -> Result<Value, Problem> {
    value(&OccasionBody::new(occasion, zone))
}

/// The days worth writing about that the brand sees between two, both included.
pub async fn days(
    span: (Date, Date),
    words: &Words,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Value>, Problem> {
    let days = DayBody::between(span, false, words, actor, tx).await?;
    days.iter().map(value).collect()
}

/// The calendar of a span as calendar programs read it (RFC 5545), days worth writing about
/// included; `base` is the public address that posts lead to, where it is known.
pub async fn icalendar(
    span: (Timestamp, Timestamp),
    base: Option<&str>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<String, Problem> {
    Ok(feed::written(span, true, base, actor, tx).await?)
}

/// Where something stands, in words: `draft`, `asked`, or a state of publications.
pub fn state(words: &Words, state: &str) -> String {
    match state.parse::<StateName>() {
        Ok(state) => words.t(&format!("state-{}", state_key(state))),
        Err(_) => words.t(&format!("state-{state}")),
    }
}

/// Why a post was left as it is, in a word for programs and in words.
pub fn why(why: Why, words: &Words) -> (&'static str, String) {
    (posts::changes::why_key(why), calendar_words::why_words(why, words))
}

/// A problem of a line of a file, for programs and in words.
pub fn line(problem: &LineProblem, words: &Words) -> Value {
    let said = line_problem(words, problem);
    serde_json::json!({ "kind": problem.kind.as_str(), "cell": problem.cell, "said": said })
}
