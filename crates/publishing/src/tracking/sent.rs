use std::borrow::Cow;
use std::collections::HashMap;

use channels::Channel;
use database::Tx;
use platform::Actor;
use primitives::Id;

use super::{Tags, Tracking, TrackingError};
use crate::campaign::Campaign;
use crate::post::{Post, Variant};

/// What is added to a post's links on each of its channels.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    tags: HashMap<Id<Channel>, Tags>,
}

impl Sent {
    /// Reads what the brand adds for this post.
    pub async fn of(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<Self, TrackingError> {
        let tracking = Tracking::load(actor, tx).await?;
        let mut tags = HashMap::new();
        if !tracking.on {
            return Ok(Self { tags });
        }
        let campaign = match post.campaign {
            Some(id) => Campaign::load(id, actor, tx).await.ok(),
            None => None,
        };
        for variant in &post.variants {
            let Ok(channel) = Channel::load(variant.channel, actor, tx).await else { continue };
            let network = network_of(&channel);
            tags.insert(channel.id, tracking.tags(&network, campaign.as_ref()));
        }
        Ok(Self { tags })
    }

    /// A text as a channel gets it.
    pub fn text_on(&self, channel: Id<Channel>, text: &str) -> String {
        self.tags.get(&channel).map_or_else(|| text.to_owned(), |tags| tags.on_text(text))
    }

    /// A link as a channel gets it.
    pub fn link_on(&self, channel: Id<Channel>, link: &str) -> String {
        self.tags.get(&channel).map_or_else(|| link.to_owned(), |tags| tags.on_link(link))
    }

    /// The post as a channel gets it: with its own words, whose links carry what is added.
    pub fn on<'a>(&self, post: &'a Post, variant: &Variant) -> (Cow<'a, Post>, Variant) {
        let Some(tags) = self.tags.get(&variant.channel).filter(|tags| tags.on) else {
            return (Cow::Borrowed(post), variant.clone());
        };
        let mut sent = post.clone();
        let mut own = variant.clone();
        own.text = Some(tags.on_text(post.text_of(variant)));
        sent.link = post.link.as_deref().map(|link| tags.on_link(link));
        for part in sent.extras.thread.iter_mut().chain(own.extras.thread.iter_mut().flatten()) {
            *part = tags.on_text(part);
        }
        let comments = [&mut sent.extras.first_comment, &mut own.extras.first_comment];
        for comment in comments.into_iter().flatten() {
            *comment = tags.on_text(comment);
        }
        (Cow::Owned(sent), own)
    }
}

/// The key that a channel's network is known by, also where one posts by hand.
fn network_of(channel: &Channel) -> String {
    match channel.mode {
        channels::Mode::Assisted => primitives::slug(&channel.network_name),
        _ => channel.network.clone(),
    }
}
