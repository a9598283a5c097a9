//! Something is said of a post, said otherwise, settled, taken away.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use primitives::Id;
use publishing::Post;
use publishing::comment::{Comment, CommentError, NewComment};

use super::discussion::DiscussionPage;
use crate::areas::posts::problems;
use crate::{Form, Go, InBrand, Refusal};

type OfComment = Path<(String, Id<Post>, Id<Comment>)>;

/// Says something.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let new = NewComment {
        words: form.get("words").to_owned(),
        channel: form.get("channel").parse().ok(),
        shared: form.has("shared"),
    };
    let key = match Comment::say(&post, new, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            return Ok(back(&here, id, &form).saying("together-said").into_response());
        }
        Err(CommentError::Empty) => "together-empty",
        Err(CommentError::TooLong) => "together-too-long",
        Err(error) => return Err(error.into()),
    };
    drop(tx);
    form.refuse("words", here.words().t(key));
    let mut page = DiscussionPage::load(&here, id).await?;
    page.discussion.form = form;
    Ok(here.refused(&page))
}

/// Says it otherwise.
pub async fn reword(
    here: InBrand,
    Path((_brand, post, id)): OfComment,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let comment = Comment::load(id, &here.actor, &mut tx).await?;
    comment.reword(form.get("words"), &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(back(&here, post, &form).saying("together-reworded").into_response())
}

/// Takes it away.
pub async fn remove(
    here: InBrand,
    Path((_brand, post, id)): OfComment,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let comment = Comment::load(id, &here.actor, &mut tx).await?;
    comment.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(back(&here, post, &form).saying("together-removed").into_response())
}

/// Settles it.
pub async fn resolve(
    here: InBrand,
    Path((_brand, post, id)): OfComment,
    form: Form,
) -> Result<Response, Refusal> {
    settle(here, post, id, form, true).await
}

/// Opens it again.
pub async fn reopen(
    here: InBrand,
    Path((_brand, post, id)): OfComment,
    form: Form,
) -> Result<Response, Refusal> {
    settle(here, post, id, form, false).await
}

async fn settle(
    here: InBrand,
    post: Id<Post>,
    id: Id<Comment>,
    form: Form,
    settled: bool,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let comment = Comment::load(id, &here.actor, &mut tx).await?;
    comment.resolve(settled, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(back(&here, post, &form).into_response())
}

/// To the page that the form was on.
fn back(here: &InBrand, post: Id<Post>, form: &Form) -> Go {
    let to = form.get("back");
    let ours = to
        .split('/')
        .all(|part| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    if ours && !to.is_empty() {
        here.go(&format!("{to}#discussion"))
    } else {
        here.go(&format!("posts/{post}/discussion"))
    }
}
