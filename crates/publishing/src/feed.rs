//! Feeds that a brand follows: their new items become drafts, once each.

mod picture;
mod read;
mod rule;
mod store;

use channels::feeds::{Feed as ReadFeed, FeedError, FeedItem};
use database::{Tx, text_enum};
use jiff::{SignedDuration, Timestamp};
use platform::Brand;
use platform::activity::{self, Subject};
use platform::notification::{self, Recipients};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use crate::post::{EditError, Post, PostSource};
use crate::queue::QueueError;

pub use read::{ReadFeedJob, read_due, refresh};
pub use rule::{FeedRule, Relay, RuleChannel};

use picture::Pictures;

/// How often a feed is read.
const EVERY: SignedDuration = SignedDuration::from_mins(15);
/// The longest wait between two readings of a feed that keeps failing.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);
/// The most drafts one reading makes, so that a site that republishes everything does not
/// bury the team; the rest is marked as seen.
const MOST_DRAFTS: usize = 20;

/// A feed that a brand follows.
#[derive(Debug, Clone)]
pub struct Feed {
    /// Its id.
    pub id: Id<Feed>,
    /// The brand that follows it.
    pub brand: Id<Brand>,
    /// Its address.
    pub url: String,
    /// Its title, or its address where it has none.
    pub title: String,
    /// The site's page.
    pub site_url: Option<String>,
    /// Whether it is read.
    pub state: FeedState,
    /// What went wrong at the last reading, by key: `unreachable`, `not_a_feed`…
    pub trouble: Option<String>,
    /// How many readings in a row failed.
    pub failures: i64,
    /// When it was last read.
    pub checked_at: Option<Timestamp>,
    /// When it will be read next.
    pub due_at: Timestamp,
    /// What becomes of its new items.
    pub rule: FeedRule,
}

text_enum! {
    /// Whether a feed is read.
    pub enum FeedState {
        /// It is.
        Followed => "followed",
        /// A person stopped it for now.
        Paused => "paused",
        /// It is gone for good.
        Gone => "gone",
    }
}

/// Why a feed could not be followed or changed.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The brand follows it already.
    #[error("this feed is already followed")]
    AlreadyFollowed(Id<Feed>),
    /// It could not be read.
    #[error(transparent)]
    Unreadable(#[from] FeedError),
    /// There is no such feed in the actor's brand.
    #[error("there is no such feed in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// A draft could not be made.
    #[error(transparent)]
    Draft(#[from] EditError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Feed {
    /// Follows a feed that has just been read. Its `drafts` newest items become drafts now, the
    /// others count as seen.
    pub async fn follow(
        url: &str,
        read: &ReadFeed,
        drafts: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Feed, FollowError> {
        actor.must(Right::ManageChannels)?;
        let url = read.moved_to.as_deref().unwrap_or(url);
        if let Some(known) = store::by_url(actor.brand(), url, tx).await? {
            return Err(FollowError::AlreadyFollowed(known));
        }
        let title = if read.title.is_empty() { url } else { read.title.as_str() };
        let feed = Feed {
            id: tx.new_id(),
            brand: actor.brand(),
            url: url.to_owned(),
            title: title.to_owned(),
            site_url: read.site_url.clone(),
            state: FeedState::Followed,
            trouble: None,
            failures: 0,
            checked_at: Some(tx.now()),
            due_at: tx.now() + EVERY,
            rule: FeedRule::default(),
        };
        store::insert(&feed, read, actor, tx).await?;
        let wanted: Vec<&FeedItem> = newest_first(read).into_iter().take(drafts).collect();
        feed.take_in(&read.items, &wanted, &Pictures::default(), actor, tx).await?;
        let data = json!({ "title": feed.title, "url": feed.url });
        activity::record(tx, actor, "feed.followed", Subject::new("feed", feed.id), data).await?;
        Ok(feed)
    }

    /// The feed, if the actor's brand follows it.
    pub async fn load(id: Id<Feed>, actor: &Actor, tx: &mut Tx) -> Result<Feed, FollowError> {
        store::load(id, tx)
            .await?
            .filter(|feed| feed.brand == actor.brand())
            .ok_or(FollowError::NotFound)
    }

    /// The feeds that the brand follows, by title.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Feed>, FollowError> {
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// Says what becomes of its new items from now on.
    pub async fn set_rule(
        &self,
        rule: &FeedRule,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FollowError> {
        actor.must(Right::ManageChannels)?;
        store::set_rule(self.id, rule, tx).await?;
        let data = json!({ "title": self.title });
        let subject = Subject::new("feed", self.id);
        activity::record(tx, actor, "feed.rule_changed", subject, data).await?;
        Ok(())
    }

    /// The items of a reading that are to become posts: not seen before, let through by the
    /// rule, the newest first.
    async fn wanted<'a>(
        &self,
        read: &'a ReadFeed,
        tx: &mut Tx,
    ) -> Result<Vec<&'a FeedItem>, database::Error> {
        let seen = store::seen(self.id, tx).await?;
        let new = newest_first(read).into_iter().filter(|item| !seen.contains(&item.key));
        Ok(new.filter(|item| self.rule.lets_through(item)).take(MOST_DRAFTS).collect())
    }

    /// Takes in a new reading: items not seen before become what the rule says. Returns how
    /// many.
    pub async fn read_again(&self, read: &ReadFeed, tx: &mut Tx) -> Result<usize, FollowError> {
        self.read_with(read, &Pictures::default(), tx).await
    }

    async fn read_with(
        &self,
        read: &ReadFeed,
        pictures: &Pictures,
        tx: &mut Tx,
    ) -> Result<usize, FollowError> {
        let actor = Actor::system(self.brand);
        let wanted = self.wanted(read, tx).await?;
        self.take_in(&read.items, &wanted, pictures, &actor, tx).await?;
        store::read_well(self.id, read, tx.now() + EVERY, tx).await?;
        Ok(wanted.len())
    }

    /// Notes that nothing changed since the last reading.
    pub async fn unchanged(&self, tx: &mut Tx) -> Result<(), FollowError> {
        Ok(store::unchanged(self.id, tx.now() + EVERY, tx).await?)
    }

    /// Notes that a reading failed; waits longer each time, up to a day. Nothing seen is
    /// forgotten.
    pub async fn failed(&self, error: &FeedError, tx: &mut Tx) -> Result<(), FollowError> {
        let doublings = u32::try_from(self.failures.clamp(0, 8)).unwrap_or(8);
        let wait = EVERY.saturating_mul(2_i32.saturating_pow(doublings)).min(LONGEST_WAIT);
        let gone = matches!(error, FeedError::Gone);
        let next = tx.now() + wait;
        Ok(store::failed(self.id, trouble_key(error), gone, next, tx).await?)
    }

    /// Stops reading it until it is resumed.
    pub async fn pause(&self, actor: &Actor, tx: &mut Tx) -> Result<(), FollowError> {
        self.set_state(FeedState::Paused, "feed.paused", actor, tx).await
    }

    /// Reads it again from now on.
    pub async fn resume(&self, actor: &Actor, tx: &mut Tx) -> Result<(), FollowError> {
        self.set_state(FeedState::Followed, "feed.resumed", actor, tx).await
    }

    async fn set_state(
        &self,
        state: FeedState,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FollowError> {
        actor.must(Right::ManageChannels)?;
        store::set_state(self.id, state, tx).await?;
        activity::record(tx, actor, verb, Subject::new("feed", self.id), json!({})).await?;
        Ok(())
    }

    /// Stops following it; the drafts it brought stay.
    pub async fn unfollow(&self, actor: &Actor, tx: &mut Tx) -> Result<(), FollowError> {
        actor.must(Right::ManageChannels)?;
        store::delete(self.id, tx).await?;
        let data = json!({ "title": self.title, "url": self.url });
        activity::record(tx, actor, "feed.unfollowed", Subject::new("feed", self.id), data).await?;
        Ok(())
    }

    /// Makes posts of `wanted`, and marks all of `items` as seen.
    async fn take_in(
        &self,
        items: &[FeedItem],
        wanted: &[&FeedItem],
        pictures: &Pictures,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FollowError> {
        // The oldest first, so that drafts list in the order in which things were published.
        for item in wanted.iter().rev() {
            // The mark is taken before the draft is made: two readers never draft it twice.
            if !store::mark_seen(self.id, &item.key, tx).await? {
                continue;
            }
            let picture = pictures.record(&item.key, actor, tx).await?;
            let edit = self.rule.edit_for(item, picture.as_ref(), actor, tx).await?;
            let post = Post::begin(edit, PostSource::Feed, actor, tx).await?;
            store::drafted(self.id, &item.key, post.id, tx).await?;
            if self.rule.into == Relay::Queue {
                self.queue(&post, actor, tx).await?;
            }
        }
        store::mark_all_seen(self.id, items, tx).await?;
        Ok(())
    }
}

impl Feed {
    /// Puts an article into the queue; one that can't be stays a draft, and the team is told.
    async fn queue(&self, post: &Post, actor: &Actor, tx: &mut Tx) -> Result<(), FollowError> {
        match post.enqueue(actor, tx).await {
            Ok(_) => Ok(()),
            Err(QueueError::Database(error)) => Err(error.into()),
            Err(error) => {
                tracing::info!(%error, "an article of a feed stays a draft");
                let subject = Subject::new("post", post.id);
                let data = json!({ "title": self.title });
                let to = Recipients::Right(Right::Publish);
                notification::notify(tx, self.brand, "feed.not_queued", subject, data, to).await?;
                Ok(())
            }
        }
    }
}

fn newest_first(read: &ReadFeed) -> Vec<&FeedItem> {
    let mut items: Vec<&FeedItem> = read.items.iter().collect();
    // Items without a date keep the feed's own order, which is newest first.
    if items.iter().all(|item| item.published_at.is_some()) {
        items.sort_by_key(|item| std::cmp::Reverse(item.published_at));
    }
    items
}

fn web_link(item: &FeedItem) -> Option<String> {
    item.link.clone().filter(|link| link.starts_with("https://") || link.starts_with("http://"))
}

/// The key by which screens word what went wrong.
pub fn trouble_key(error: &FeedError) -> &'static str {
    match error {
        FeedError::Unreachable { .. } => "unreachable",
        FeedError::Forbidden { .. } => "forbidden",
        FeedError::Status { .. } => "status",
        FeedError::Gone => "gone",
        FeedError::TooLarge { .. } => "too_large",
        FeedError::NotAFeed => "not_a_feed",
        FeedError::Malformed { .. } => "malformed",
    }
}
