//! The brand's posts, and beginning one.

use axum::Json;
use axum::response::Response;
use publishing::Post;
use publishing::post::{Edit, ListFilter, PostRow, PostSource};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::carried::{NewVariant, PieceWord, PollBody, PostChange};
use super::shape::{NewMedia, PostBody, ScheduleBody, SourceWord, joined, state};
use crate::areas::api::publications::StateWord;
use crate::areas::api::shared::{
    Caller, Ident, Input, Listing, Moment, Params, Place, Problem, known, limit,
};

/// Which posts.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PostsAsked {
    /// `draft` or `scheduled`; both when nothing is said.
    state: Option<String>,
    /// Only those with a publication that stands so.
    #[param(example = "held")]
    publication_state: Option<String>,
    /// Only those for this channel.
    channel: Option<Ident>,
    /// Only those on this topic.
    topic: Option<Ident>,
    /// Only those of this campaign.
    campaign: Option<Ident>,
    /// Only those of this teammate.
    author: Option<Ident>,
    /// Words that their texts hold.
    q: Option<String>,
    /// Scheduled, or meant, for this instant or later.
    from: Option<Moment>,
    /// Scheduled, or meant, for before this instant.
    to: Option<Moment>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// A post in a list.
#[derive(Serialize, ToSchema)]
pub struct PostLine {
    id: Ident,
    text: String,
    /// `draft` or `scheduled`.
    #[schema(example = "draft")]
    state: &'static str,
    schedule: Option<ScheduleBody>,
    format: PieceWord,
    topic: Option<Ident>,
    campaign: Option<Ident>,
    source: SourceWord,
    /// How many pictures it has.
    pictures: i64,
    channels: Vec<ChannelOfPost>,
    updated_at: Moment,
}

/// A channel of a post.
#[derive(Serialize, ToSchema)]
pub struct ChannelOfPost {
    channel: Ident,
    publication_state: Option<StateWord>,
}

impl From<PostRow> for PostLine {
    fn from(row: PostRow) -> Self {
        let (state, schedule) = state(&row.state);
        let channels = row.channels.into_iter().map(|(channel, state)| ChannelOfPost {
            channel: channel.into(),
            publication_state: state.map(StateWord::from),
        });
        Self {
            id: row.id.into(),
            text: row.text,
            state,
            schedule,
            format: row.format.into(),
            topic: row.topic.map(Ident::from),
            campaign: row.campaign.map(Ident::from),
            source: row.source.into(),
            pictures: row.pictures,
            channels: channels.collect(),
            updated_at: row.updated_at.into(),
        }
    }
}

/// The brand's posts, the last changed first
#[utoipa::path(get, path = "/api/v1/posts", operation_id = "posts", tag = "posts",
    security(("token" = ["posts:read"])), params(PostsAsked),
    responses((status = 200, description = "A page of posts", body = Listing<PostLine>)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<PostsAsked>,
) -> Result<Json<Listing<PostLine>>, Problem> {
    let limit = limit(asked.limit)?;
    let drafts = match asked.state.as_deref() {
        None => None,
        Some("draft") => Some(true),
        Some("scheduled") => Some(false),
        Some(_) => return Err(Problem::field("state", "unknown_state")),
    };
    let before = Place::read(asked.cursor.as_deref())?.map(Place::split);
    let standing = asked.publication_state.as_deref().map(|text| known("publication_state", text));
    let filter = ListFilter {
        drafts,
        standing: standing.transpose()?,
        topic: asked.topic.map(Ident::of),
        campaign: asked.campaign.map(Ident::of),
        channel: asked.channel.map(Ident::of),
        from: asked.from.map(Moment::at),
        to: asked.to.map(Moment::at),
        author: asked.author.map(Ident::of),
        words: asked.q.unwrap_or_default(),
        before,
        most: limit as i64 + 1,
    };
    let mut tx = caller.read().await?;
    let rows = Post::list(&filter, &caller.actor, &mut tx).await?;
    let place = |row: &PostRow| Place::new(row.updated_at, row.id);
    Ok(Json(Listing::cut(rows, limit, place, PostLine::from)))
}

/// A post to begin; all of it may be left out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPost)]
pub struct NewPostBody {
    /// The common text.
    #[serde(default)]
    #[schema(example = "La bûche au marron est arrivée.")]
    text: String,
    /// A link to show as a card.
    link: Option<String>,
    /// The channels it is for, each with its own text or none.
    #[serde(default)]
    variants: Vec<NewVariant>,
    /// Its pictures, in order.
    #[serde(default)]
    media: Vec<NewMedia>,
    /// What it speaks about.
    topic: Option<Ident>,
    /// What it belongs to.
    campaign: Option<Ident>,
    /// The language it is written in: `fr`; the brand’s when nothing is said.
    #[schema(example = "fr")]
    language: Option<String>,
    /// The time it is meant for, as a clock reading in the brand’s zone; nothing leaves for it.
    #[schema(example = "2026-12-01T09:00")]
    wanted: Option<String>,
    /// The posts that follow the first one.
    #[serde(default)]
    thread: Vec<String>,
    /// A comment of one’s own, under what is published.
    first_comment: Option<String>,
    poll: Option<PollBody>,
    /// The partner of a commercial collaboration, empty when not named.
    commercial: Option<String>,
    /// Whether a face or a figure was retouched.
    #[serde(default)]
    retouched: bool,
}

/// Begin a draft
#[utoipa::path(post, path = "/api/v1/posts", operation_id = "post_begin", tag = "posts",
    security(("token" = ["posts:write"])), request_body = NewPostBody,
    responses((status = 201, description = "The draft", body = PostBody)))]
pub async fn post(caller: Caller, Input(new): Input<NewPostBody>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let media = joined(new.media, &caller, &mut tx).await?;
    let change = PostChange {
        version: None,
        text: Some(new.text),
        link: Some(new.link),
        variants: Some(new.variants),
        media: None,
        topic: Some(new.topic),
        campaign: Some(new.campaign),
        language: Some(new.language),
        wanted: Some(new.wanted),
        thread: Some(new.thread),
        first_comment: Some(new.first_comment),
        poll: Some(new.poll),
        commercial: Some(new.commercial),
        retouched: Some(new.retouched),
    };
    let edit = change.applied(Edit::default(), Some(media), &caller.actor, &mut tx).await?;
    let post = Post::begin(edit, PostSource::Api, &caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    caller.created(tx, &body).await
}
