//! Files sent into the library, one by one by the script or all at once by the form.

use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use maud::html;
use platform::Right;
use platform::media::{Folder, Kept, Media};
use primitives::Id;
use publishing::library::Held;

use super::asked::Asked;
use super::list::LibraryPage;
use super::tile::tile;
use crate::areas::media::{Sent, worded};
use crate::{Form, InBrand, Refusal};

/// Takes files in: answers the script with their tiles, the form with the library.
pub async fn post(here: InBrand, headers: HeaderMap, sent: Sent) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let words = here.words().clone();
    let folder: Option<Id<Folder>> = sent.form.get("folder").parse().ok();
    let (mut taken, mut errors) = (Vec::new(), Vec::new());
    for file in sent.files {
        let name = file.name.clone();
        match file.receive(&here.house, &here.actor).await {
            Ok(media) => taken.push(put_away(&here, media, folder).await?),
            Err(error) => errors.push(worded(error, &name, &words)?),
        }
    }
    if headers.contains_key("x-requested-with") {
        let held = taken.into_iter().map(|media| Held { media, uses: 0 });
        let answer = html! {
            @for held in held { (tile(&here.frame, &held, false)) }
            @if !errors.is_empty() { div.toast { span { (errors.join(" ")) } } }
        };
        let bad = !errors.is_empty();
        let status = if bad { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        return Ok((status, Html(answer.into_string())).into_response());
    }
    let asked = Asked { folder, ..Asked::default() };
    if taken.is_empty() && errors.is_empty() {
        errors.push(words.t("library-no-file"));
    }
    if !errors.is_empty() {
        let mut form = Form::empty();
        form.refuse("file", errors.join(" "));
        return Ok(here.refused(&LibraryPage::load(&here, asked, form).await?));
    }
    let go = here.go(&format!("library{}", asked.query())).saying("library-taken");
    Ok(go.with("count", taken.len().to_string()).into_response())
}

async fn put_away(
    here: &InBrand,
    media: Media,
    folder: Option<Id<Folder>>,
) -> Result<Media, Refusal> {
    let Some(folder) = folder else { return Ok(media) };
    let mut tx = here.begin().await?;
    let kept = Kept { folder: Some(Some(folder)), ..Kept::default() };
    let media = media.keep(kept, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(media)
}
