//! One post: reading, changing, deleting.

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use primitives::Id;
use publishing::Post;
use publishing::post::EditError;
use serde::Deserialize;
use utoipa::ToSchema;

use super::carried::{NewVariant, PollBody, PostChange};
use super::shape::{NewMedia, PostBody, joined};
use crate::areas::api::shared::{At, Caller, Ident, Input, Kind, Problem};

/// One post
#[utoipa::path(get, path = "/api/v1/posts/{post}", operation_id = "post", tag = "posts",
    security(("token" = ["posts:read"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "The post; its version is also its ETag", body = PostBody,
        headers(("ETag" = String, description = "The version, for If-Match")))))]
pub async fn get(caller: Caller, At(id): At<Post>) -> Result<Response, Problem> {
    let mut tx = caller.read().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    let tag = etag(body.version);
    Ok(([(header::ETAG, tag)], Json(body)).into_response())
}

fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).expect("a number between quotes is a header")
}

/// What a post becomes, whole.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WholePost {
    /// The version that was read; or give it as `If-Match`.
    #[schema(example = 3)]
    version: Option<i64>,
    /// The common text.
    #[schema(example = "La bûche au marron est arrivée, et la galette suit.")]
    text: String,
    /// A link to show as a card.
    link: Option<String>,
    /// The channels, in order, each with its own text or none.
    variants: Vec<NewVariant>,
    /// The pictures, in order.
    media: Vec<NewMedia>,
    /// What it speaks about.
    topic: Option<Ident>,
    /// What it belongs to.
    campaign: Option<Ident>,
    /// The language it is written in; the brand’s when nothing is said.
    language: Option<String>,
    /// The time a draft is meant for, as a clock reading in the brand’s zone.
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

/// Replace what a post says
///
/// What is planned of it follows; once part of it has left, nothing changes.
#[utoipa::path(put, path = "/api/v1/posts/{post}", operation_id = "post_replace", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = WholePost,
    responses((status = 200, description = "The post as it is now", body = PostBody)))]
pub async fn put(
    caller: Caller,
    At(id): At<Post>,
    headers: HeaderMap,
    Input(whole): Input<WholePost>,
) -> Result<Response, Problem> {
    let change = PostChange {
        version: whole.version,
        text: Some(whole.text),
        link: Some(whole.link),
        variants: Some(whole.variants),
        media: Some(whole.media),
        topic: Some(whole.topic),
        campaign: Some(whole.campaign),
        language: Some(whole.language),
        wanted: Some(whole.wanted),
        thread: Some(whole.thread),
        first_comment: Some(whole.first_comment),
        poll: Some(whole.poll),
        commercial: Some(whole.commercial),
        retouched: Some(whole.retouched),
    };
    edit(caller, id, &headers, change).await
}

/// Change a part of what a post says
#[utoipa::path(patch, path = "/api/v1/posts/{post}", operation_id = "post_change", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = PostChange,
    responses((status = 200, description = "The post as it is now", body = PostBody)))]
pub async fn patch(
    caller: Caller,
    At(id): At<Post>,
    headers: HeaderMap,
    Input(change): Input<PostChange>,
) -> Result<Response, Problem> {
    edit(caller, id, &headers, change).await
}

async fn edit(
    caller: Caller,
    id: Id<Post>,
    headers: &HeaderMap,
    mut change: PostChange,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let (version, refused) = version_read(change.version, headers, &post)?;
    let media = match change.media.take() {
        Some(media) => Some(joined(media, &caller, &mut tx).await?),
        None => None,
    };
    let edit = change.applied(post.as_edit(), media, &caller.actor, &mut tx).await?;
    match post.edit(edit, version, &caller.actor, &mut tx).await {
        Ok(post) => {
            let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
            let tag = etag(body.version);
            let mut response = caller.changed(tx, &body).await?;
            response.headers_mut().insert(header::ETAG, tag);
            Ok(response)
        }
        Err(EditError::Conflict(theirs)) => {
            let body = PostBody::of(&theirs, &caller.actor, &mut tx).await?;
            Err(Problem::new(refused)
                .saying("api-post-changed-meanwhile", &[])
                .with("current", &body))
        }
        Err(error) => Err(error.into()),
    }
}

/// The version that was read, and the kind of problem where it is no longer that of today.
fn version_read(
    said: Option<i64>,
    headers: &HeaderMap,
    post: &Post,
) -> Result<(i64, Kind), Problem> {
    if let Some(version) = said {
        return Ok((version, Kind::Conflict));
    }
    let Some(tag) = headers.get(header::IF_MATCH) else {
        return Err(Problem::field("version", "missing"));
    };
    let tag = tag.to_str().unwrap_or_default().trim();
    if tag == "*" {
        return Ok((post.version, Kind::Precondition));
    }
    let version = tag.trim_start_matches("W/").trim_matches('"').parse();
    let version = version.map_err(|_| Problem::field("If-Match", "not_a_version"))?;
    Ok((version, Kind::Precondition))
}

/// Delete a post
///
/// What of it has not left is cancelled; what was published stays published.
#[utoipa::path(delete, path = "/api/v1/posts/{post}", operation_id = "post_delete", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 204, description = "It is deleted")))]
pub async fn delete(caller: Caller, At(id): At<Post>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Post::load(id, &caller.actor, &mut tx).await?.delete(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}
