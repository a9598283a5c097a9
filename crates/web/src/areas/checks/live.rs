//! The checks alone, for what a composer holds; links of which nothing is known are looked at
//! meanwhile, and the page asks again.

use axum::response::{Html, IntoResponse, Response};
use platform::Right;
use platform::media::Media;
use primitives::Id;
use publishing::guard::links;

use super::panel;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::composer::panels::Composed;
use crate::areas::posts::draft::Draft;
use crate::{Form, InBrand, Refusal};

/// Answers with the panel, as the composer holds it.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let draft = Draft::read(&form)?;
    let mut tx = here.read().await?;
    let channels = load_channels(&here, &mut tx).await?;
    let ids: Vec<Id<Media>> = draft.media.iter().map(|(id, _)| *id).collect();
    let media = Media::find_all(&ids, &here.actor, &mut tx).await?;
    let post = draft.as_post(&media);
    let at = Composed {
        here: &here,
        id: draft.id,
        scheduled: form.has("scheduled"),
        post: &post,
        when: draft.instant(here.words()),
        channels: &channels,
        form: Some(&form),
    };
    let answer = panel::panel(&at, &mut tx).await?;
    let unknown = links::unknown(&post, &here.actor, &mut tx).await?;
    drop(tx);
    if !unknown.is_empty() {
        let mut tx = here.begin().await?;
        links::look_at(unknown, None, &here.actor, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(Html(answer.into_string()).into_response())
}
