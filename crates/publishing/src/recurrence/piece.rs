//! What comes back: the whole content of a post, with its text in variations.

use channels::Channel;
use database::Tx;
use platform::Actor;
use platform::media::Media;
use primitives::Id;
use serde::{Deserialize, Serialize};
use strategy::Topic;

use crate::campaign::Campaign;
use crate::post::{Edit, Extras, PostMediaEdit, VariantEdit, VariantExtras};

/// What comes back, beside its texts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// A link to show as a card.
    pub link: Option<String>,
    /// Pictures with what they show.
    pub media: Vec<(Id<Media>, String)>,
    /// The channels, with what each says otherwise.
    pub variants: Vec<PieceVariant>,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// What it belongs to.
    pub campaign: Option<Id<Campaign>>,
    /// Its language, where it is not the brand's.
    pub language: Option<String>,
    /// Thread, first comment, poll, labels.
    pub extras: Extras,
}

/// A channel of what comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PieceVariant {
    /// The channel.
    pub channel: Id<Channel>,
    /// Its own text, for the first variation; the others say theirs everywhere.
    pub text: Option<String>,
    /// What else it says otherwise.
    pub extras: VariantExtras,
}

impl Piece {
    /// What a post says, but its text.
    pub fn of(edit: &Edit) -> Self {
        let variants = edit.variants.iter().map(|variant| PieceVariant {
            channel: variant.channel,
            text: variant.text.clone(),
            extras: variant.extras.clone(),
        });
        Self {
            link: edit.link.clone(),
            media: edit.media.iter().map(|m| (m.media, m.alt_text.clone())).collect(),
            variants: variants.collect(),
            topic: edit.topic,
            campaign: edit.campaign,
            language: edit.language.clone(),
            extras: edit.extras.clone(),
        }
    }

    /// Its channels.
    pub fn channels(&self) -> Vec<Id<Channel>> {
        self.variants.iter().map(|variant| variant.channel).collect()
    }

    /// Goes to these channels; what a channel that stays says otherwise is kept.
    #[must_use]
    pub fn on(mut self, channels: &[Id<Channel>]) -> Self {
        let before = std::mem::take(&mut self.variants);
        self.variants = channels
            .iter()
            .map(|channel| {
                let known = before.iter().find(|variant| variant.channel == *channel);
                known.cloned().unwrap_or(PieceVariant {
                    channel: *channel,
                    text: None,
                    extras: VariantExtras::default(),
                })
            })
            .collect();
        self
    }

    /// The post of one variation, without what the brand no longer has.
    pub(crate) async fn edit(
        &self,
        text: &str,
        variation: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Edit, database::Error> {
        let mut variants = Vec::new();
        for variant in &self.variants {
            let channel = Channel::load(variant.channel, actor, tx).await;
            if channel.is_ok_and(|channel| channel.removed_at.is_none()) {
                let own = variant.text.clone().filter(|_| variation == 0);
                let extras = variant.extras.clone();
                variants.push(VariantEdit { channel: variant.channel, text: own, extras });
            }
        }
        let ids: Vec<_> = self.media.iter().map(|(id, _)| *id).collect();
        let known = Media::find_all(&ids, actor, tx).await?;
        let media = self.media.iter().filter(|(id, _)| known.iter().any(|m| m.id == *id));
        let topic = match self.topic {
            Some(topic) => Topic::load(topic, actor, tx).await.ok().map(|topic| topic.id),
            None => None,
        };
        let campaign = match self.campaign {
            Some(campaign) => Campaign::load(campaign, actor, tx).await.ok().map(|c| c.id),
            None => None,
        };
        Ok(Edit {
            text: text.to_owned(),
            link: self.link.clone(),
            variants,
            media: media
                .map(|(media, alt)| PostMediaEdit { media: *media, alt_text: alt.clone() })
                .collect(),
            topic,
            campaign,
            language: self.language.clone(),
            wanted: None,
            extras: self.extras.clone(),
        })
    }
}
