use axum::extract::Query;
use axum::response::Response;
use channels::Channel;
use conversations::{
    Conversation, Counts, Cursor, Filter, Group, Page as Rows, StateFilter, counts,
};
use database::Tx;
use jiff::Timestamp;
use primitives::Id;
use serde::Deserialize;

use super::view::InboxPage;
use crate::{InBrand, Refusal};

/// What the address of the list asks.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// `waiting` (as it opens), `open`, `resolved` or `reactions`.
    #[serde(default)]
    pub tab: String,
    /// Only on this channel.
    #[serde(default)]
    pub channel: String,
    /// After this one, for pages: `micros.id`.
    #[serde(default)]
    pub after: String,
}

/// The part of the inbox that a tab shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Those who wait for an answer.
    Waiting,
    /// Open ones, answered or not.
    Open,
    /// Done with.
    Resolved,
    /// Likes, shares, follows.
    Reactions,
}

impl Shown {
    /// Every tab, in order.
    pub const ALL: [Shown; 4] = [Shown::Waiting, Shown::Open, Shown::Resolved, Shown::Reactions];

    /// Its name in addresses and words.
    pub fn key(self) -> &'static str {
        match self {
            Shown::Waiting => "waiting",
            Shown::Open => "open",
            Shown::Resolved => "resolved",
            Shown::Reactions => "reactions",
        }
    }

    fn named(name: &str) -> Shown {
        Shown::ALL.into_iter().find(|tab| tab.key() == name).unwrap_or(Shown::Waiting)
    }
}

/// The list of a tab, its counts and the brand's channels.
pub struct Listed {
    /// The tab.
    pub tab: Shown,
    /// The channel it is narrowed to.
    pub channel: Option<Id<Channel>>,
    /// The conversations.
    pub rows: Rows,
    /// How the inbox stands.
    pub counts: Counts,
    /// The channels, removed ones left out.
    pub channels: Vec<Channel>,
}

/// The inbox.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let listed = listed(&here, &asked, &mut tx).await?;
    Ok(here.show(&InboxPage::of_list(listed)))
}

/// Reads what a tab shows.
pub async fn listed(here: &InBrand, asked: &Asked, tx: &mut Tx) -> Result<Listed, Refusal> {
    let tab = Shown::named(&asked.tab);
    let channel = asked.channel.parse().ok();
    let (state, waiting, group) = match tab {
        Shown::Waiting => (StateFilter::Open, true, Group::Messages),
        Shown::Open => (StateFilter::Open, false, Group::Messages),
        Shown::Resolved => (StateFilter::Resolved, false, Group::Messages),
        Shown::Reactions => (StateFilter::All, false, Group::Reactions),
    };
    let after = cursor(&asked.after);
    let filter = Filter { state, waiting, channel, group, after, limit: 40, ..Filter::default() };
    Ok(Listed {
        tab,
        channel,
        rows: Conversation::list(&filter, &here.actor, tx).await?,
        counts: counts(&here.actor, tx).await?,
        channels: Channel::all(&here.actor, tx).await?,
    })
}

fn cursor(text: &str) -> Option<Cursor> {
    let (at, id) = text.split_once('.')?;
    let at = Timestamp::from_microsecond(at.parse().ok()?).ok()?;
    Some(Cursor { at, id: id.parse().ok()? })
}

/// A place in the list, as addresses write it.
pub fn cursor_text(cursor: Cursor) -> String {
    format!("{}.{}", cursor.at.as_microsecond(), cursor.id)
}
