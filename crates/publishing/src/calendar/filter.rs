use channels::Channel;
use channels::publication::StateName;
use database::{IntoValue, Params};
use platform::Teammate;
use primitives::Id;
use strategy::{Format, Topic};

use crate::Campaign;

/// What a calendar is narrowed to; all of it when nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Only this channel.
    pub channel: Option<Id<Channel>>,
    /// Only this campaign.
    pub campaign: Option<Id<Campaign>>,
    /// Only this topic.
    pub topic: Option<Id<Topic>>,
    /// Only this kind of piece.
    pub format: Option<Format>,
    /// Only what stands there.
    pub shown: Option<Shown>,
    /// Only what this teammate wrote.
    pub author: Option<Id<Teammate>>,
}

/// Where an occasion may stand, as a filter asks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Drafts.
    Drafts,
    /// Drafts that someone is asked to agree to.
    Asked,
    /// Publications in that state.
    State(StateName),
}

impl Narrowed {
    /// How many filters are on.
    pub fn count(&self) -> usize {
        [
            self.channel.is_some(),
            self.campaign.is_some(),
            self.topic.is_some(),
            self.format.is_some(),
            self.shown.is_some(),
            self.author.is_some(),
        ]
        .iter()
        .filter(|on| **on)
        .count()
    }

    /// Whether publications can be among what is left.
    pub(super) fn publications(&self) -> bool {
        !matches!(self.shown, Some(Shown::Drafts | Shown::Asked))
    }

    /// Whether drafts can be among what is left.
    pub(super) fn drafts(&self) -> bool {
        !matches!(self.shown, Some(Shown::State(_)))
    }

    /// The conditions on `publication p`, their values added to `values`. Which conditions there
    /// are decides the text, so that few different statements are prepared.
    pub(super) fn on_publications(&self, values: &mut Params) -> String {
        let mut text = String::new();
        if let Some(channel) = self.channel {
            text += &format!(" AND p.channel_id = {}", put(values, channel));
        }
        if let Some(Shown::State(state)) = self.shown {
            text += &format!(" AND p.state = {}", put(values, state));
        }
        let of_post = self.on_posts(values);
        if !of_post.is_empty() {
            let post = "SELECT 1 FROM post WHERE post.id = p.post_id";
            text += &format!(" AND EXISTS ({post}{of_post})");
        }
        text
    }

    /// The conditions on drafts, `post`.
    pub(super) fn on_drafts(&self, values: &mut Params) -> String {
        let mut text = self.on_posts(values);
        if self.shown == Some(Shown::Asked) {
            text += &format!(" AND {ASKED}");
        }
        if let Some(channel) = self.channel {
            let variant = "SELECT 1 FROM variant v WHERE v.post_id = post.id";
            text += &format!(" AND EXISTS ({variant} AND v.channel_id = {})", put(values, channel));
        }
        text
    }

    fn on_posts(&self, values: &mut Params) -> String {
        let mut text = String::new();
        if let Some(campaign) = self.campaign {
            text += &format!(" AND post.campaign_id = {}", put(values, campaign));
        }
        if let Some(topic) = self.topic {
            text += &format!(" AND post.topic_id = {}", put(values, topic));
        }
        if let Some(format) = self.format {
            text += &format!(" AND post.format = {}", put(values, format));
        }
        if let Some(author) = self.author {
            text += &format!(" AND post.author_id = {}", put(values, author));
        }
        text
    }
}

/// Whether someone is asked to agree to the draft.
pub(super) const ASKED: &str = "EXISTS (SELECT 1 FROM approval_request r \
    WHERE r.post_id = post.id AND r.state = 'waiting')";

/// Adds a value; its placeholder.
pub(super) fn put(values: &mut Params, value: impl IntoValue) -> String {
    values.push(value.into_value());
    format!("${}", values.len())
}
