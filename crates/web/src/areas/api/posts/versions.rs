//! What a post said before, and saying it again.

use axum::Json;
use axum::response::Response;
use publishing::{Post, Version};
use serde::Serialize;
use utoipa::ToSchema;

use super::shape::PostBody;
use crate::areas::api::shared::{At, AtBoth, Caller, Ident, Listing, Moment, Problem};

/// What a post said at some moment.
#[derive(Serialize, ToSchema)]
#[schema(as = Version)]
pub struct VersionBody {
    id: Ident,
    /// Counted from 1.
    #[schema(example = 2)]
    number: i64,
    /// Who wrote it; null when a feed brought it.
    author: Option<Ident>,
    text: String,
    /// All that it said: link, variants, pictures, topic, thread…
    #[schema(value_type = Object)]
    said: serde_json::Value,
    begun_at: Moment,
    saved_at: Moment,
    /// The version that it brought back.
    restored_from: Option<Ident>,
}

impl From<Version> for VersionBody {
    fn from(version: Version) -> Self {
        Self {
            id: version.id.into(),
            number: version.number,
            author: version.author.map(Ident::from),
            said: serde_json::to_value(&version.said).unwrap_or_default(),
            text: version.said.text,
            begun_at: version.begun_at.into(),
            saved_at: version.saved_at.into(),
            restored_from: version.restored_from.map(Ident::from),
        }
    }
}

/// What a post said, the latest first
#[utoipa::path(get, path = "/api/v1/posts/{post}/versions", operation_id = "post_versions", tag = "posts",
    security(("token" = ["posts:read"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "All of them", body = Listing<VersionBody>)))]
pub async fn list(caller: Caller, At(id): At<Post>) -> Result<Json<Listing<VersionBody>>, Problem> {
    let mut tx = caller.read().await?;
    Post::load(id, &caller.actor, &mut tx).await?;
    let all = Version::of_post(id, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(VersionBody::from))))
}

/// Make a post say again what it said
///
/// What it says now stays a version. Channels, pictures, topics and campaigns that are gone are
/// left out.
#[utoipa::path(post, path = "/api/v1/posts/{post}/versions/{version}/restoration",
    operation_id = "post_restore_version", tag = "posts", security(("token" = ["posts:write"])),
    params(("post" = Ident, Path, description = "The post"),
        ("version" = Ident, Path, description = "The version")),
    responses((status = 200, description = "The post as it is now", body = PostBody)))]
pub async fn restore(
    caller: Caller,
    AtBoth(post, version): AtBoth<Post, Version>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Post::load(post, &caller.actor, &mut tx).await?;
    let version = Version::load(version, post, &caller.actor, &mut tx).await?;
    let post = version.restore(&caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    caller.changed(tx, &body).await
}
