//! A post as it is written and read.

use channels::publication::StateName;
use channels::{AttachedMedia, Channel, Publication};
use database::Tx;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::Actor;
use platform::media::Media;
use primitives::Id;
use publishing::Post;
use publishing::local_time::{LocalSchedule, Moved};
use publishing::post::{PostMediaEdit, PostSource, PostState, Problem as Fault};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::carried::CarriedBody;
use crate::areas::api::media::MediaBody;
use crate::areas::api::publications::StateWord;
use crate::areas::api::shared::{Caller, Ident, Moment, Problem, word};

word! {
    /// Where a post comes from.
    SourceWord(PostSource);
}

/// A post: one idea, with a variant for each channel.
#[derive(Serialize, ToSchema)]
#[schema(as = Post)]
pub struct PostBody {
    pub id: Ident,
    /// The common text, which variants follow until they have their own.
    #[schema(example = "La bûche au marron est arrivée.")]
    text: String,
    /// A link to show as a card.
    link: Option<String>,
    media: Vec<PostMediaBody>,
    variants: Vec<VariantBody>,
    /// `draft` or `scheduled`; what became of each variant is its publication’s state.
    #[schema(example = "scheduled")]
    state: &'static str,
    schedule: Option<ScheduleBody>,
    #[serde(flatten)]
    carried: CarriedBody,
    /// The teammate who wrote it; null when a feed brought it.
    author: Option<Ident>,
    /// Counts changes: give it back with a change.
    #[schema(example = 3)]
    pub version: i64,
    source: SourceWord,
    created_at: Moment,
    updated_at: Moment,
}

/// When a post is to appear: a clock reading in a zone, and the instant it means.
#[derive(Serialize, ToSchema)]
#[schema(as = Schedule)]
pub struct ScheduleBody {
    at: Moment,
    /// The clock reading asked for.
    #[schema(example = "2026-11-24T09:00:00")]
    local_time: String,
    #[schema(example = "Europe/Paris")]
    zone: String,
    /// `skipped` when clocks jump over that reading (it goes out at `moved_to`), `twice` when it
    /// comes twice (it goes out the first time); null otherwise.
    moved: Option<&'static str>,
    /// The clock reading at which it goes out instead.
    moved_to: Option<String>,
}

impl From<&LocalSchedule> for ScheduleBody {
    fn from(at: &LocalSchedule) -> Self {
        let (moved, moved_to) = match &at.moved {
            None => (None, None),
            Some(Moved::Skipped { to }) => (Some("skipped"), Some(to.to_string())),
            Some(Moved::Twice { .. }) => (Some("twice"), None),
        };
        let (local_time, zone) = (at.local.to_string(), at.zone.clone());
        Self { at: at.at.into(), local_time, zone, moved, moved_to }
    }
}

/// A picture of a post.
#[derive(Serialize, ToSchema)]
#[schema(as = PostMedia)]
pub struct PostMediaBody {
    media: MediaBody,
    /// What it shows, in this post.
    alt_text: String,
}

/// The text of a post for one channel.
#[derive(Serialize, ToSchema)]
#[schema(as = Variant)]
pub struct VariantBody {
    id: Ident,
    channel: Ident,
    /// Its own text; null follows the common text.
    text: Option<String>,
    /// Its own thread; null follows the post’s.
    thread: Option<Vec<String>>,
    /// Its own first comment, empty for none; null follows the post’s.
    first_comment: Option<String>,
    /// How long its text is, in the network’s own count.
    #[schema(example = 31)]
    length: u64,
    /// How long it may be.
    #[schema(example = 300)]
    longest: u64,
    /// What the network would refuse, or what is missing: `empty`, `too_long`,
    /// `too_many_pictures`, `no_alt_text` (said, not refused), `alt_text_too_long`.
    problems: Vec<&'static str>,
    /// Its publication, once it is scheduled.
    publication: Option<Ident>,
    publication_state: Option<StateWord>,
}

/// A picture to join.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMedia {
    /// The picture.
    pub media: Ident,
    /// What it shows here; what is said of the picture itself when nothing is.
    pub alt_text: Option<String>,
}

impl PostBody {
    /// A post as it is today, with what became of its variants.
    pub async fn of(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<Self, Problem> {
        let publications = Publication::of_post(post.id.cast(), actor, tx).await?;
        let mut variants = Vec::new();
        for variant in &post.variants {
            let channel = Channel::load(variant.channel, actor, tx).await?;
            let check = post.check(variant, &channel.limits);
            let live = publications.iter().find(|publication| {
                publication.state.name() != StateName::Cancelled
                    && matches!(publication.purpose, channels::publication::Purpose::Post { variant: of, .. }
                        if of == variant.id.cast())
            });
            variants.push(VariantBody {
                id: variant.id.into(),
                channel: variant.channel.into(),
                text: variant.text.clone(),
                thread: variant.extras.thread.clone(),
                first_comment: variant.extras.first_comment.clone(),
                length: check.count.used,
                longest: check.count.max,
                problems: check.problems.iter().map(Fault::key).collect(),
                publication: live.map(|publication| publication.id.into()),
                publication_state: live.map(|publication| publication.state.name().into()),
            });
        }
        let media = post.media.iter().map(|joined| PostMediaBody {
            media: joined.media.clone().into(),
            alt_text: joined.alt_text.clone(),
        });
        let (state, schedule) = state(&post.state);
        Ok(Self {
            id: post.id.into(),
            text: post.text.clone(),
            link: post.link.clone(),
            media: media.collect(),
            variants,
            state,
            schedule,
            carried: CarriedBody::of(post),
            author: post.author.map(Ident::from),
            version: post.version,
            source: post.source.into(),
            created_at: post.created_at.into(),
            updated_at: post.updated_at.into(),
        })
    }
}

/// A state in a word, and when.
pub(super) fn state(state: &PostState) -> (&'static str, Option<ScheduleBody>) {
    match state {
        PostState::Draft => ("draft", None),
        PostState::Scheduled(at) => ("scheduled", Some(at.into())),
    }
}

/// Pictures to join to a post, with what is said of them where nothing else is.
pub async fn joined(
    asked: Vec<NewMedia>,
    caller: &Caller,
    tx: &mut Tx,
) -> Result<Vec<PostMediaEdit>, Problem> {
    let mut edits = Vec::new();
    for (media, alt_text) in pictures(asked, caller, tx).await? {
        edits.push(PostMediaEdit { media: media.id, alt_text });
    }
    Ok(edits)
}

/// Pictures to join to an answer.
pub async fn attached(
    asked: Vec<NewMedia>,
    caller: &Caller,
    tx: &mut Tx,
) -> Result<Vec<AttachedMedia>, Problem> {
    let found = pictures(asked, caller, tx).await?;
    let attach = |(media, alt_text): (Media, String)| AttachedMedia::of(&media, alt_text);
    Ok(found.into_iter().map(attach).collect())
}

async fn pictures(
    asked: Vec<NewMedia>,
    caller: &Caller,
    tx: &mut Tx,
) -> Result<Vec<(Media, String)>, Problem> {
    let mut found = Vec::new();
    if asked.len() > publishing::post::MOST_MEDIA {
        return Err(publishing::post::EditError::TooManyMedia.into());
    }
    for (index, new) in asked.into_iter().enumerate() {
        let id: Id<Media> = new.media.of();
        let media = Media::find(id, &caller.actor, tx).await?;
        let missing = || Problem::field(format!("media[{index}].media"), "no_such_media");
        let media = media.ok_or_else(missing)?;
        let alt_text = new.alt_text.unwrap_or_else(|| media.alt_text.clone());
        found.push((media, alt_text));
    }
    Ok(found)
}

/// What a clock shows at an instant, in a zone.
pub fn clock(at: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(at).to_string()
}
