//! Two people on one draft see each other.

use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use maud::{Markup, html};
use primitives::Id;
use publishing::Post;

use super::problems;
use crate::parts::avatar;
use crate::words::{Words, args};
use crate::{Form, InBrand, Refusal};

/// Someone is still there: who else is, and whether the post was saved by another meanwhile.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    post.note_presence(&here.actor, &mut tx).await.map_err(problems::of_post)?;
    let others = post.others_present(&here.actor, &mut tx).await.map_err(problems::of_post)?;
    tx.commit().await?;
    let names: Vec<_> = others.into_iter().map(|other| other.name).collect();
    let newer = form.get("version").parse::<i64>().is_ok_and(|seen| seen < post.version);
    Ok(Html(presence(here.words(), &names, newer).into_string()).into_response())
}

/// Someone left.
pub async fn end(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    post.note_absence(&here.actor, &mut tx).await.map_err(problems::of_post)?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Who else writes here.
pub(super) fn presence(words: &Words, names: &[String], newer: bool) -> Markup {
    html! {
        div.presence id="presence" role="status" {
            @if !names.is_empty() {
                span.marks { @for name in names { (avatar(name, None)) } }
                span { (words.tn("posts-presence", args![count => names.len(), name => names.join(", ")])) }
            }
            @if newer { span.presence-newer { (words.t("posts-presence-newer")) } }
        }
    }
}
