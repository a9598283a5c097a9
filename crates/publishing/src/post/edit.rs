use channels::Channel;
use channels::publication::Publication;
use database::Tx;
use platform::Brand;
use platform::activity::{self, Subject};
use platform::media::Media;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use strategy::Topic;

use super::{
    Extras, LONGEST_TEXT, MOST_MEDIA, Post, PostError, PostSource, PostState, Variant,
    VariantExtras, store,
};
use crate::campaign::Campaign;
use crate::local_time::LocalSchedule;
use crate::version;

/// What a new post is begun with; all of it may be empty.
#[derive(Debug, Clone, Default)]
pub struct NewPost {
    /// The common text.
    pub text: String,
    /// A link to show as a card.
    pub link: Option<String>,
    /// The channels it is for.
    pub channels: Vec<Id<Channel>>,
    /// Pictures.
    pub media: Vec<PostMediaEdit>,
}

/// What a post becomes: everything a composer shows, whole.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// The common text.
    pub text: String,
    /// A link to show as a card.
    pub link: Option<String>,
    /// The channels, in order, each with its own text or none.
    pub variants: Vec<VariantEdit>,
    /// The pictures, in order.
    pub media: Vec<PostMediaEdit>,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// What it belongs to.
    pub campaign: Option<Id<Campaign>>,
    /// Its language, where it is not the brand's.
    pub language: Option<String>,
    /// The time a draft is meant for.
    pub wanted: Option<LocalSchedule>,
    /// Thread, first comment, poll, labels.
    pub extras: Extras,
}

/// A variant of an edited post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantEdit {
    /// The channel.
    pub channel: Id<Channel>,
    /// Its own text; `None`, or the common text, follows the common text.
    pub text: Option<String>,
    /// What else it says otherwise.
    pub extras: VariantExtras,
}

impl From<(Id<Channel>, Option<String>)> for VariantEdit {
    fn from((channel, text): (Id<Channel>, Option<String>)) -> Self {
        Self { channel, text, extras: VariantExtras::default() }
    }
}

/// A picture of an edited post.
#[derive(Debug, Clone)]
pub struct PostMediaEdit {
    /// The picture.
    pub media: Id<Media>,
    /// What it shows.
    pub alt_text: String,
}

/// Why an edit was refused.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// Someone else changed it since it was read: their version, so that nothing is lost.
    #[error("someone else changed this post")]
    Conflict(Box<Post>),
    /// Longer than any network takes.
    #[error("the text is longer than {LONGEST_TEXT} bytes")]
    TooLong,
    /// The link is not an address of the web.
    #[error("this is not a link")]
    NotALink,
    /// More pictures than a post may have.
    #[error("more than {MOST_MEDIA} pictures")]
    TooManyMedia,
    /// A channel that the brand does not have, or no longer.
    #[error("there is no such channel in this brand")]
    NoSuchChannel,
    /// A topic that the brand does not have.
    #[error("there is no such topic in this brand")]
    NoSuchTopic,
    /// A campaign that the brand does not have.
    #[error("there is no such campaign in this brand")]
    NoSuchCampaign,
    /// A picture that the brand does not have.
    #[error("there is no such picture in this brand")]
    NoSuchMedia,
    /// Some of it has left already: it can't change any more.
    #[error("part of this post has already been published")]
    AlreadyLeft,
    /// Not found, not allowed, or the database.
    #[error(transparent)]
    Post(#[from] PostError),
}

impl From<NotAllowed> for EditError {
    fn from(error: NotAllowed) -> Self {
        PostError::from(error).into()
    }
}
impl From<database::Error> for EditError {
    fn from(error: database::Error) -> Self {
        PostError::from(error).into()
    }
}

impl Post {
    /// Begins a draft.
    pub async fn draft(
        new: NewPost,
        source: PostSource,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, EditError> {
        let edit = Edit {
            text: new.text,
            link: new.link,
            variants: new.channels.into_iter().map(|channel| (channel, None).into()).collect(),
            media: new.media,
            ..Edit::default()
        };
        Post::begin(edit, source, actor, tx).await
    }

    /// Begins a draft that says all of this at once.
    pub async fn begin(
        edit: Edit,
        source: PostSource,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, EditError> {
        actor.must(Right::Draft)?;
        let edit = checked(edit, actor, tx).await?;
        let id = tx.new_id();
        store::insert(id, source, actor, tx).await?;
        write(id, &edit, &[], actor, tx).await?;
        let title = crate::approval::title_in(&edit.text);
        let data = json!({ "source": source.as_str(), "title": title });
        activity::record(tx, actor, "post.begun", Subject::new("post", id), data).await?;
        let post = Post::load(id, actor, tx).await?;
        version::keep(&post, actor, tx).await?;
        Ok(post)
    }

    /// Replaces what the post says, if nobody else has since `version` was read. What is
    /// planned of it follows; what has left can't change any more. After a refusal the
    /// transaction is to be rolled back.
    pub async fn edit(
        &self,
        edit: Edit,
        version: i64,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, EditError> {
        actor.must(if self.state == PostState::Draft { Right::Draft } else { Right::Publish })?;
        let publications =
            Publication::of_post(self.id.cast(), actor, tx).await.map_err(PostError::from)?;
        let edit = checked(edit, actor, tx).await?;
        if !store::take_version(self.id, version, tx).await? {
            let theirs = Post::load(self.id, actor, tx).await?;
            return Err(EditError::Conflict(Box::new(theirs)));
        }
        write(self.id, &edit, &self.variants, actor, tx).await?;
        let post = Post::load(self.id, actor, tx).await?;
        if !post.keeps_what_left(self, &publications, actor, tx).await? {
            return Err(EditError::AlreadyLeft);
        }
        if version::keep(&post, actor, tx).await? {
            let data = json!({ "title": crate::approval::title_in(&post.text) });
            activity::record(tx, actor, "post.edited", Subject::new("post", post.id), data).await?;
        }
        post.follow(publications, actor, tx).await?;
        crate::approval::content_changed(&post, actor, tx).await?;
        Ok(post)
    }

    /// Takes it away with everything of it that has not left; what was published stays.
    pub async fn delete(&self, actor: &Actor, tx: &mut Tx) -> Result<(), PostError> {
        actor.must(if self.state == PostState::Draft { Right::Draft } else { Right::Publish })?;
        self.cancel_unsent(actor, tx).await?;
        store::delete(self.id, tx).await?;
        let subject = Subject::new("post", self.id);
        let data = json!({ "title": crate::approval::title_in(&self.text) });
        activity::record(tx, actor, "post.deleted", subject, data).await?;
        Ok(())
    }

    /// Brings back what was just taken away, as a draft.
    pub async fn restore(id: Id<Post>, actor: &Actor, tx: &mut Tx) -> Result<Post, PostError> {
        actor.must(Right::Draft)?;
        store::restore(actor.brand(), id, tx).await?;
        let subject = Subject::new("post", id);
        activity::record(tx, actor, "post.restored", subject, json!({})).await?;
        Post::load(id, actor, tx).await
    }

    /// Takes it away unless part of it has left, or may have; false when it stays.
    pub async fn take_away(&self, actor: &Actor, tx: &mut Tx) -> Result<bool, PostError> {
        let all = Publication::of_post(self.id.cast(), actor, tx).await?;
        if all.iter().any(|p| {
            p.state.name() != channels::publication::StateName::Cancelled && !p.state.may_change()
        }) {
            return Ok(false);
        }
        self.delete(actor, tx).await?;
        Ok(true)
    }

    /// A draft that says the same.
    pub async fn duplicate(&self, actor: &Actor, tx: &mut Tx) -> Result<Post, EditError> {
        let mut edit = self.as_edit();
        edit.variants.clear();
        edit.wanted = None;
        for variant in self.as_edit().variants {
            let channel = Channel::load(variant.channel, actor, tx).await;
            if channel.is_ok_and(|channel| channel.removed_at.is_none()) {
                edit.variants.push(variant);
            }
        }
        Post::begin(edit, PostSource::Written, actor, tx).await
    }
}

pub(super) async fn language_of(actor: &Actor, tx: &mut Tx) -> Result<String, database::Error> {
    Ok(Brand::of(actor, tx).await?.language.tag().to_owned())
}

async fn checked(mut edit: Edit, actor: &Actor, tx: &mut Tx) -> Result<Edit, EditError> {
    let texts = std::iter::once(edit.text.as_str())
        .chain(edit.variants.iter().filter_map(|variant| variant.text.as_deref()));
    if texts.into_iter().any(|text| text.len() > LONGEST_TEXT) {
        return Err(EditError::TooLong);
    }
    if edit.media.len() > MOST_MEDIA {
        return Err(EditError::TooManyMedia);
    }
    edit.text = one_line_ending(&edit.text);
    for variant in &mut edit.variants {
        // A variant that says the same as the common text follows it.
        let own = variant.text.take().map(|text| one_line_ending(&text));
        variant.text = own.filter(|own| *own != edit.text);
    }
    edit.link = edit.link.map(|l| l.trim().to_owned()).filter(|l| !l.is_empty());
    if let Some(link) = &edit.link
        && !(link.starts_with("https://") || link.starts_with("http://"))
    {
        return Err(EditError::NotALink);
    }
    let mut seen = Vec::new();
    edit.variants.retain(|variant| {
        let first = !seen.contains(&variant.channel);
        seen.push(variant.channel);
        first
    });
    for variant in &edit.variants {
        let channel = Channel::load(variant.channel, actor, tx).await;
        if !channel.is_ok_and(|channel| channel.removed_at.is_none() && channel.takes_posts()) {
            return Err(EditError::NoSuchChannel);
        }
    }
    if let Some(topic) = edit.topic {
        Topic::load(topic, actor, tx).await.map_err(|_| EditError::NoSuchTopic)?;
    }
    if let Some(campaign) = edit.campaign
        && !Campaign::was_ever(campaign, actor, tx).await?
    {
        return Err(EditError::NoSuchCampaign);
    }
    for media in &edit.media {
        if !store::has_media(actor.brand(), media.media, tx).await? {
            return Err(EditError::NoSuchMedia);
        }
    }
    Ok(edit)
}

/// Forms send `\r\n`; networks count `\n`.
fn one_line_ending(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\0', "")
}

async fn write(
    id: Id<Post>,
    edit: &Edit,
    before: &[Variant],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let ids: Vec<_> = edit.media.iter().map(|attached| attached.media).collect();
    let media = Media::find_all(&ids, actor, tx).await?;
    store::write_words(id, edit, Post::format_of(edit, &media), tx).await?;
    store::write_media(id, &edit.media, tx).await?;
    store::write_variants(id, &edit.variants, before, tx).await
}
