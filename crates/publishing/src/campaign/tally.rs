//! What was written for campaigns, counted and listed.

use channels::Channel;
use channels::publication::{Publication, StateName};
use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Right};
use primitives::Id;
use strategy::{Format, Topic};

use super::{Campaign, CampaignError, store};
use crate::post::Post;

/// How far the posts of a campaign are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Being written.
    pub drafts: i64,
    /// Given to the send fence, nothing of them published.
    pub scheduled: i64,
    /// Published on at least one channel.
    pub published: i64,
}

impl Tally {
    /// All its posts.
    #[must_use]
    pub const fn all(self) -> i64 {
        self.drafts + self.scheduled + self.published
    }
}

/// How far one post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Published on at least one channel.
    Published,
    /// Given to the send fence.
    Scheduled,
    /// Being written.
    Draft,
}

/// A post of a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignPost {
    /// The post.
    pub id: Id<Post>,
    /// Its first words.
    pub excerpt: String,
    /// The kind of piece it is.
    pub format: Format,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// How far it is.
    pub stage: Stage,
    /// When it was first published, or is due, or is meant for.
    pub at: Option<Timestamp>,
    /// Its channels.
    pub on: Vec<PostOn>,
}

/// A post on one of its channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostOn {
    /// The channel.
    pub channel: Id<Channel>,
    /// Its publication there, with where it stands, unless it was cancelled or never planned.
    pub publication: Option<(Id<Publication>, StateName)>,
    /// When it was published there.
    pub published_at: Option<Timestamp>,
    /// Its public address.
    pub url: Option<String>,
}

impl Campaign {
    /// How far each campaign of the brand is; those without posts are left out.
    pub async fn tallies(
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<(Id<Campaign>, Tally)>, CampaignError> {
        actor.must(Right::Read)?;
        Ok(store::tallies(actor.brand(), tx).await?)
    }

    /// Its posts, in order of time; those without a time last.
    pub async fn posts(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<CampaignPost>, CampaignError> {
        actor.must(Right::Read)?;
        let mut posts = store::posts(self.id, actor.brand(), tx).await?;
        posts.sort_by_key(|post| (post.at.is_none(), post.at, post.id));
        Ok(posts)
    }
}
