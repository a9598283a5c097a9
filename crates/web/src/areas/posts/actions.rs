//! A post is copied, taken away, brought back.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use primitives::Id;
use publishing::Post;

use super::problems;
use crate::{InBrand, Refusal};

/// Begins a draft that says the same.
pub async fn copy(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let copy = match post.duplicate(&here.actor, &mut tx).await {
        Ok(copy) => copy,
        Err(error) => {
            let (_, said) = problems::edit_words(error, here.words())?;
            return Err(Refusal::fault(said));
        }
    };
    tx.commit().await?;
    Ok(here.go(&format!("posts/{}", copy.id)).saying("posts-copied").into_response())
}

/// Takes it away, with a way back.
pub async fn remove(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    post.delete(&here.actor, &mut tx).await.map_err(problems::of_post)?;
    tx.commit().await?;
    let back = here.url(&format!("posts/{id}/removal/end"));
    Ok(here.go("posts").saying("posts-removed").undo(back).into_response())
}

/// Brings it back, as a draft.
pub async fn restore(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Post::restore(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    tx.commit().await?;
    Ok(here.go(&format!("posts/{id}")).saying("posts-restored").into_response())
}
