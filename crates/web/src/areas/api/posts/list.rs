//! The brand's posts, and beginning one.

use axum::Json;
use axum::response::Response;
use publishing::Post;
use publishing::post::{Edit, ListFilter, PostRow, PostSource};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shape::{NewMedia, PostBody, ScheduleBody, SourceWord, joined, state};
use crate::areas::api::publications::StateWord;
use crate::areas::api::shared::{
    Caller, Ident, Input, Listing, Moment, Params, Place, Problem, limit,
};

/// Which posts.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PostsAsked {
    /// `draft` or `scheduled`; both when nothing is said.
    state: Option<String>,
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
    let filter = ListFilter { drafts, before, most: limit as i64 + 1, ..ListFilter::default() };
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
}

/// What a post says on one channel.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVariant {
    /// The channel.
    pub channel: Ident,
    /// Its own text; null follows the common text.
    pub text: Option<String>,
}

/// Begin a draft
#[utoipa::path(post, path = "/api/v1/posts", operation_id = "post_begin", tag = "posts",
    security(("token" = ["posts:write"])), request_body = NewPostBody,
    responses((status = 201, description = "The draft", body = PostBody)))]
pub async fn post(caller: Caller, Input(new): Input<NewPostBody>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let media = joined(new.media, &caller, &mut tx).await?;
    let own = |variant: NewVariant| (variant.channel.of(), variant.text).into();
    let variants = new.variants.into_iter().map(own).collect();
    let edit = Edit { text: new.text, link: new.link, variants, media, ..Edit::default() };
    let post = Post::begin(edit, PostSource::Api, &caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller, &mut tx).await?;
    caller.created(tx, &body).await
}
