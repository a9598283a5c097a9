//! What the checks read beside the post: the brand as it stands.

use std::collections::HashMap;

use channels::Channel;
use database::Tx;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use platform::brand::Pause;
use platform::{Actor, Brand};
use primitives::Id;
use strategy::Charter;

use super::links::{LinkRecord, links_of};
use super::settings::GuardSettings;
use super::{Guard, GuardError, acceptance, store};
use crate::post::Post;
use crate::tracking::Tracking;

/// How far back a text is compared with what was published.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(60 * 24);
/// How far on either side of its time the cadence is counted.
const AROUND: SignedDuration = SignedDuration::from_hours(8 * 24);

/// What the checks read beside the post.
#[derive(Debug, Clone)]
pub struct Desk {
    /// When the post would appear, if that is known.
    pub at: Option<Timestamp>,
    /// The brand's zone.
    pub zone: TimeZone,
    /// The brand's language, as a tag.
    pub language: String,
    /// The brand's pause.
    pub paused: Option<Pause>,
    /// The charter.
    pub charter: Charter,
    /// Which checks are used.
    pub settings: GuardSettings,
    /// The channels of the post.
    pub channels: Vec<Channel>,
    /// What leaves or left on them not long before and after, this post's own left out.
    pub recent: Vec<Recent>,
    /// What is added to links when they leave.
    pub tracking: Tracking,
    /// What is known of the post's links.
    pub links: HashMap<String, LinkRecord>,
    /// The checks accepted for this text.
    pub accepted: Vec<Guard>,
}

/// A publication to compare with.
#[derive(Debug, Clone)]
pub struct Recent {
    /// Where.
    pub channel: Id<Channel>,
    /// The post, if it still has one.
    pub post: Option<Id<Post>>,
    /// When it leaves or left.
    pub at: Timestamp,
    /// What it says.
    pub text: String,
}

impl Desk {
    /// Reads the brand for this post.
    pub async fn load(
        post: &Post,
        at: Option<Timestamp>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, GuardError> {
        let brand = Brand::of(actor, tx).await?;
        let mut channels = Channel::all(actor, tx).await?;
        channels.retain(|channel| post.variant_for(channel.id).is_some());
        let when = at.unwrap_or_else(|| tx.now());
        let (from, to) = (when - REMEMBERED, when + AROUND);
        let mut recent = store::recent(actor.brand(), from, to, tx).await?;
        recent.retain(|one| {
            one.post != Some(post.id) && channels.iter().any(|channel| channel.id == one.channel)
        });
        let hash = acceptance::hash(post);
        Ok(Self {
            at,
            zone: brand.zone.time_zone().clone(),
            language: brand.language.tag().to_owned(),
            paused: brand.paused,
            charter: Charter::of(actor, tx).await?,
            settings: GuardSettings::of(actor, tx).await?,
            channels,
            recent,
            tracking: Tracking::load(actor, tx).await?,
            links: store::links(actor.brand(), &links_of(post), tx).await?,
            accepted: store::accepted(post.id, &hash, tx).await?,
        })
    }
}
