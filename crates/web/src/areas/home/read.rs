use axum::response::Response;
use channels::Channel;
use channels::publication::{Filter, Publication, StateName};
use conversations::{ConversationRow, came_since, counts, waiting};
use database::Tx;
use jiff::{SignedDuration, Timestamp, ToSpan};
use publishing::calendar::{Entry, entries};
use publishing::post::{ListFilter, Post, PostRow};

use super::page::{HomePage, Since};
use crate::{InBrand, Refusal};

/// How many of each thing the page shows; the rest is one click away.
const MOST: usize = 5;

/// The brand's home.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let channels = Channel::all(&here.actor, &mut tx).await?;
    let to_decide = to_decide(&here, &mut tx).await?;
    let waiting: Vec<ConversationRow> = waiting(MOST, &here.actor, &mut tx).await?;
    let today = today(&here, &mut tx).await?;
    let drafts = drafts(&here, &mut tx).await?;
    let since = since(&here, &mut tx).await?;
    let to_review = publishing::approval::Request::count_for(&here.actor, &mut tx).await?;
    let due = conversations::promise::due_counts(&here.actor, &mut tx).await?;
    let asked = conversations::escalation::open_counts(&here.actor, &mut tx).await?;
    let all_waiting = counts(&here.actor, &mut tx).await?.waiting;
    let name = here.teammate.name.as_str().to_owned();
    Ok(here.show(&HomePage {
        name,
        channels,
        to_decide,
        waiting,
        all_waiting,
        today,
        drafts,
        since,
        to_review,
        due,
        asked,
    }))
}

/// Publications that wait for a person, the most urgent first.
async fn to_decide(here: &InBrand, tx: &mut Tx) -> Result<Vec<Publication>, Refusal> {
    let states =
        vec![StateName::NeedsPerson, StateName::Failed, StateName::Held, StateName::Uncertain];
    // What failed long ago and was left so is no longer today's work.
    let from = Some(tx.now() - SignedDuration::from_hours(24 * 14));
    let filter = Filter { states, from, most: 20, ..Filter::default() };
    Ok(Publication::list(&filter, &here.actor, tx).await?)
}

async fn today(here: &InBrand, tx: &mut Tx) -> Result<Vec<Entry>, Refusal> {
    let zone = here.brand.zone.time_zone();
    let start = tx.now().to_zoned(zone.clone()).start_of_day().map_err(Refusal::fault)?;
    let end = start.checked_add(1.day()).map_err(Refusal::fault)?;
    let found = entries(start.timestamp(), end.timestamp(), &here.actor, tx).await;
    let mut found = found.map_err(Refusal::fault)?;
    found.truncate(30);
    Ok(found)
}

async fn drafts(here: &InBrand, tx: &mut Tx) -> Result<Vec<PostRow>, Refusal> {
    let filter = ListFilter { drafts: Some(true), most: 4, ..ListFilter::default() };
    Post::list(&filter, &here.actor, tx).await.map_err(Refusal::fault)
}

/// What happened since the same hour yesterday.
async fn since(here: &InBrand, tx: &mut Tx) -> Result<Since, Refusal> {
    let now = tx.now();
    let yesterday: Timestamp = now - SignedDuration::from_hours(24);
    let states = Publication::count_by_state(yesterday, now, &here.actor, tx).await?;
    let published = states.iter().find(|count| count.state == StateName::Published);
    Ok(Since {
        messages: came_since(yesterday, &here.actor, tx).await?,
        published: published.map_or(0, |count| count.count),
    })
}
