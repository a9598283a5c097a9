//! What a post said before: a version for each time someone worked on it, which can be read,
//! compared and brought back.

mod store;

use database::Tx;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use platform::activity::{self, Subject};
use platform::media::Media;
use platform::{Actor, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;
use strategy::Topic;

use channels::Channel;

use crate::campaign::Campaign;
use crate::local_time::LocalSchedule;
use crate::post::{
    Edit, EditError, Extras, Post, PostError, PostMediaEdit, VariantEdit, VariantExtras,
};

/// Saves of one author that follow one another this closely are one version.
const PAUSE: SignedDuration = SignedDuration::from_mins(5);
/// No version spans more than this.
const LONGEST: SignedDuration = SignedDuration::from_mins(30);

/// What a post said at some moment.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its id.
    pub id: Id<Version>,
    /// The post.
    pub post: Id<Post>,
    /// Counted from 1.
    pub number: i64,
    /// Who wrote it; nobody when a feed brought it.
    pub author: Option<Id<Teammate>>,
    /// What the post said.
    pub said: Said,
    /// When they began.
    pub begun_at: Timestamp,
    /// When it was last saved.
    pub saved_at: Timestamp,
    /// The version that it brought back.
    pub restored_from: Option<Id<Version>>,
}

/// Everything that a post says, as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The common text.
    pub text: String,
    /// The link.
    pub link: Option<String>,
    /// The channels, each with what it says otherwise.
    pub variants: Vec<SaidVariant>,
    /// The pictures in order, with what each shows.
    pub media: Vec<(Id<Media>, String)>,
    /// The topic.
    pub topic: Option<Id<Topic>>,
    /// The campaign.
    pub campaign: Option<Id<Campaign>>,
    /// The language.
    pub language: Option<String>,
    /// The time it was meant for, and in which zone.
    pub wanted: Option<(DateTime, String)>,
    /// Thread, first comment, poll, labels.
    pub extras: Extras,
}

/// What one channel said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidVariant {
    /// The channel.
    pub channel: Id<Channel>,
    /// Its own text, if it had one.
    #[serde(default)]
    pub text: Option<String>,
    /// What else it said otherwise.
    #[serde(default)]
    pub extras: VariantExtras,
}

impl Said {
    /// What a post says now.
    pub fn by(post: &Post) -> Self {
        let edit = post.as_edit();
        let variant =
            |v: VariantEdit| SaidVariant { channel: v.channel, text: v.text, extras: v.extras };
        Self {
            text: edit.text,
            link: edit.link,
            variants: edit.variants.into_iter().map(variant).collect(),
            media: edit.media.into_iter().map(|m| (m.media, m.alt_text)).collect(),
            topic: edit.topic,
            campaign: edit.campaign,
            language: edit.language,
            wanted: edit.wanted.map(|at| (at.local, at.zone)),
            extras: edit.extras,
        }
    }

    /// The text of a channel.
    pub fn text_of(&self, channel: Id<Channel>) -> Option<&str> {
        let variant = self.variants.iter().find(|variant| variant.channel == channel)?;
        Some(variant.text.as_deref().unwrap_or(&self.text))
    }

    /// The edit that says it again.
    fn as_edit(&self) -> Edit {
        let variant = |v: &SaidVariant| VariantEdit {
            channel: v.channel,
            text: v.text.clone(),
            extras: v.extras.clone(),
        };
        let media = |(media, alt): &(Id<Media>, String)| PostMediaEdit {
            media: *media,
            alt_text: alt.clone(),
        };
        let wanted = self.wanted.as_ref();
        Edit {
            text: self.text.clone(),
            link: self.link.clone(),
            variants: self.variants.iter().map(variant).collect(),
            media: self.media.iter().map(media).collect(),
            topic: self.topic,
            campaign: self.campaign,
            language: self.language.clone(),
            wanted: wanted.and_then(|(local, zone)| LocalSchedule::resolve(*local, zone).ok()),
            extras: self.extras.clone(),
        }
    }
}

impl Version {
    /// What the post said, the latest first.
    pub async fn of_post(
        post: Id<Post>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Version>, PostError> {
        actor.must(Right::Read)?;
        Ok(store::of_post(actor.brand(), post, tx).await?)
    }

    /// One of them.
    pub async fn load(
        id: Id<Version>,
        post: Id<Post>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Version, PostError> {
        let all = Version::of_post(post, actor, tx).await?;
        all.into_iter().find(|version| version.id == id).ok_or(PostError::NotFound)
    }

    /// Makes the post say it again; what it says now stays a version. Accounts that are no
    /// longer connected, and pictures, topics or campaigns that are gone, are left out.
    pub async fn restore(&self, actor: &Actor, tx: &mut Tx) -> Result<Post, EditError> {
        let post = Post::load(self.post, actor, tx).await?;
        let edit = self.what_is_still_there(actor, tx).await?;
        store::close(post.id, tx).await?;
        let restored = post.edit(edit, post.version, actor, tx).await?;
        store::note_restored(post.id, self.id, tx).await?;
        let data = json!({ "version": self.id });
        let subject = Subject::new("post", post.id);
        activity::record(tx, actor, "post.version_restored", subject, data).await?;
        Ok(restored)
    }

    async fn what_is_still_there(&self, actor: &Actor, tx: &mut Tx) -> Result<Edit, EditError> {
        let mut edit = self.said.as_edit();
        let mut variants = Vec::new();
        for variant in edit.variants {
            let channel = Channel::load(variant.channel, actor, tx).await;
            if channel.is_ok_and(|channel| channel.removed_at.is_none()) {
                variants.push(variant);
            }
        }
        edit.variants = variants;
        let ids: Vec<_> = edit.media.iter().map(|media| media.media).collect();
        let there = Media::find_all(&ids, actor, tx).await?;
        edit.media.retain(|media| there.iter().any(|known| known.id == media.media));
        if let Some(topic) = edit.topic {
            edit.topic = Topic::load(topic, actor, tx).await.is_ok().then_some(topic);
        }
        if let Some(campaign) = edit.campaign {
            edit.campaign = Campaign::load(campaign, actor, tx).await.is_ok().then_some(campaign);
        }
        Ok(edit)
    }
}

/// Keeps what a post says now; whether that is a version of its own. It joins the last version
/// while one author goes on; a save that changed nothing is none.
pub(crate) async fn keep(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<bool, database::Error> {
    let said = Said::by(post);
    let now = tx.now();
    let last = store::last(post.id, tx).await?;
    if let Some((last, closed)) = last {
        if last.said == said {
            return Ok(false);
        }
        let goes_on = last.author == actor.teammate_id()
            && last.author.is_some()
            && now.duration_since(last.saved_at) < PAUSE
            && now.duration_since(last.begun_at) < LONGEST;
        if goes_on && !closed {
            store::join(last.id, &said, tx).await?;
            return Ok(false);
        }
    }
    store::insert(post, &said, actor, tx).await?;
    Ok(true)
}
