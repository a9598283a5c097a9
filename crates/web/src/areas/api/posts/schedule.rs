//! Giving a post to the send fence, and taking it back.

use axum::response::Response;
use publishing::Post;
use serde::Deserialize;
use utoipa::ToSchema;

use super::shape::PostBody;
use crate::areas::api::shared::{At, Caller, FieldProblem, Ident, Input, Problem, known};

/// When a post is to appear: a local time, or now.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSchedule {
    /// A clock reading in the brand’s zone.
    #[schema(example = "2026-11-24T09:00")]
    local_time: Option<String>,
    /// True: at once.
    #[serde(default)]
    #[schema(example = false)]
    now: bool,
    /// Checks that ask and that the caller knows of: the `check` of each refusal.
    #[serde(default)]
    #[schema(example = json!(["repeated"]))]
    accept: Vec<String>,
}

/// Schedule a post, move it, or publish it now
#[utoipa::path(post, path = "/api/v1/posts/{post}/schedule", operation_id = "post_schedule", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = NewSchedule,
    responses((status = 200, description = "The post, scheduled", body = PostBody)))]
pub async fn post(
    caller: Caller,
    At(id): At<Post>,
    Input(new): Input<NewSchedule>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let accepted = new.accept.iter().map(|check| known("accept", check));
    let accepted = accepted.collect::<Result<Vec<_>, _>>()?;
    post.accept(&accepted, &caller.actor, &mut tx).await?;
    let post = match (new.local_time, new.now) {
        (Some(local), false) => post.schedule(&local, &caller.actor, &mut tx).await?,
        (None, true) => post.publish_now(&caller.actor, &mut tx).await?,
        _ => {
            let wrong = FieldProblem::new("local_time", "time_or_now");
            return Err(Problem::fields(vec![wrong]));
        }
    };
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Take a post back to a draft
///
/// What has left stays published.
#[utoipa::path(delete, path = "/api/v1/posts/{post}/schedule", operation_id = "post_unschedule", tag = "posts",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "The post, a draft again", body = PostBody)))]
pub async fn delete(caller: Caller, At(id): At<Post>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let post = post.unschedule(&caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    caller.changed(tx, &body).await
}
