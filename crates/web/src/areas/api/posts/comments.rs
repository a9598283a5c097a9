//! What is said of a post before it leaves.

use axum::Json;
use axum::response::Response;
use primitives::Id;
use publishing::Post;
use publishing::comment::{Comment, NewComment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::areas::api::shared::{At, Caller, Ident, Input, Listing, Moment, Problem};

/// One comment under a post.
#[derive(Serialize, ToSchema)]
#[schema(as = Comment)]
pub struct CommentBody {
    id: Ident,
    post: Ident,
    /// The channel whose variant it is about.
    channel: Option<Ident>,
    /// Who says it; null for someone outside.
    teammate: Option<Ident>,
    #[schema(example = "Louise Moreau")]
    name: String,
    words: String,
    /// Whether people outside read it too.
    shared: bool,
    created_at: Moment,
    edited_at: Option<Moment>,
    /// When it was settled.
    resolved_at: Option<Moment>,
}

impl From<Comment> for CommentBody {
    fn from(comment: Comment) -> Self {
        Self {
            id: comment.id.into(),
            post: comment.post.into(),
            channel: comment.channel.map(Ident::from),
            teammate: comment.teammate.map(Ident::from),
            name: comment.name,
            words: comment.words,
            shared: comment.shared,
            created_at: comment.created_at.into(),
            edited_at: comment.edited_at.map(Moment::from),
            resolved_at: comment.resolved_at.map(Moment::from),
        }
    }
}

/// What is said of a post, the oldest first
#[utoipa::path(get, path = "/api/v1/posts/{post}/comments", operation_id = "post_comments", tag = "posts",
    security(("token" = ["posts:read"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "All of it", body = Listing<CommentBody>)))]
pub async fn list(caller: Caller, At(id): At<Post>) -> Result<Json<Listing<CommentBody>>, Problem> {
    let mut tx = caller.read().await?;
    Post::load(id, &caller.actor, &mut tx).await?;
    let all = Comment::of_post(id, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(CommentBody::from))))
}

/// Something to say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewComment)]
pub struct NewCommentBody {
    /// The words; `@Name` speaks to a teammate.
    #[schema(example = "@Inès, la photo est-elle de cette année ?")]
    words: String,
    /// The channel whose variant it is about.
    channel: Option<Ident>,
    /// Whether people outside read it too.
    #[serde(default)]
    shared: bool,
}

/// Say something of a post
#[utoipa::path(post, path = "/api/v1/posts/{post}/comments", operation_id = "post_comment", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = NewCommentBody,
    responses((status = 201, description = "The comment", body = CommentBody)))]
pub async fn say(
    caller: Caller,
    At(id): At<Post>,
    Input(new): Input<NewCommentBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let new =
        NewComment { words: new.words, channel: new.channel.map(Ident::of), shared: new.shared };
    let comment = Comment::say(&post, new, &caller.actor, &mut tx).await?;
    caller.created(tx, &CommentBody::from(comment)).await
}

/// Take a comment away
///
/// One’s own, or anyone’s for those who run the brand.
#[utoipa::path(delete, path = "/api/v1/comments/{comment}", operation_id = "comment_remove", tag = "posts",
    security(("token" = ["posts:write"])), params(("comment" = Ident, Path, description = "The comment")),
    responses((status = 204, description = "It is gone")))]
pub async fn remove(caller: Caller, At(id): At<Comment>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let comment = Comment::load(id, &caller.actor, &mut tx).await?;
    comment.remove(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// Mark a comment as settled
#[utoipa::path(post, path = "/api/v1/comments/{comment}/resolution", operation_id = "comment_resolve", tag = "posts",
    security(("token" = ["posts:write"])), params(("comment" = Ident, Path, description = "The comment")),
    responses((status = 200, description = "The comment, settled", body = CommentBody)))]
pub async fn resolve(caller: Caller, At(id): At<Comment>) -> Result<Response, Problem> {
    settled(caller, id, true).await
}

/// Mark a comment as open again
#[utoipa::path(delete, path = "/api/v1/comments/{comment}/resolution", operation_id = "comment_reopen", tag = "posts",
    security(("token" = ["posts:write"])), params(("comment" = Ident, Path, description = "The comment")),
    responses((status = 200, description = "The comment, open again", body = CommentBody)))]
pub async fn reopen(caller: Caller, At(id): At<Comment>) -> Result<Response, Problem> {
    settled(caller, id, false).await
}

async fn settled(caller: Caller, id: Id<Comment>, settled: bool) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let comment = Comment::load(id, &caller.actor, &mut tx).await?;
    comment.resolve(settled, &caller.actor, &mut tx).await?;
    let comment = Comment::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &CommentBody::from(comment)).await
}
