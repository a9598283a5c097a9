//! Keeping back what is planned of a post, and letting it go after a second look.

use axum::response::Response;
use primitives::Id;
use publishing::Post;
use publishing::calendar::{self, Bulk};

use super::changes::why_problem;
use super::shape::PostBody;
use crate::areas::api::shared::{At, Caller, Ident, Problem};

/// Keep back all that is planned of a post until it is released
#[utoipa::path(post, path = "/api/v1/posts/{post}/hold", operation_id = "post_hold", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "The post, held", body = PostBody)))]
pub async fn hold(caller: Caller, At(id): At<Post>) -> Result<Response, Problem> {
    done(caller, id, Bulk::Hold).await
}

/// Release all that is held of a post, after a second look
///
/// What a check kept back goes with the caller’s word. What would be held again at once (an
/// agreement is missing, the brand is paused) stays held.
#[utoipa::path(post, path = "/api/v1/posts/{post}/release", operation_id = "post_release", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "The post, planned again", body = PostBody)))]
pub async fn release(caller: Caller, At(id): At<Post>) -> Result<Response, Problem> {
    done(caller, id, Bulk::Release).await
}

async fn done(caller: Caller, id: Id<Post>, bulk: Bulk) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Post::load(id, &caller.actor, &mut tx).await?;
    let done = calendar::apply(bulk, &[id], &caller.actor, &mut tx).await?;
    if let (0, Some((_, why))) = (done.changed, done.refused.first()) {
        return Err(why_problem(*why, &caller.words));
    }
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    caller.changed(tx, &body).await
}
