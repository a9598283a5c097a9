//! The picture shown in a film's place: a frame drawn by the browser, or a picture of the
//! library.

use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use maud::html;
use platform::media::{Incoming, Media, MediaKind, UploadError};
use primitives::Id;
use publishing::library::Held;

use super::one::MediaPage;
use super::tile::tile;
use crate::areas::media::{Sent, of_store, worded};
use crate::{Form, InBrand, Refusal};

/// Takes the frame that was drawn (`file`) or the picture that was chosen (`picture`); with
/// neither, the film gets its plain tile back. The script is answered with the film's tile.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Media>)>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let film = Media::find(id, &here.actor, &mut tx).await?.ok_or(Refusal::NotFound)?;
    let chosen = match sent.form.get("picture").parse::<Id<Media>>() {
        Ok(id) => Media::find(id, &here.actor, &mut tx).await?,
        Err(_) => None,
    };
    drop(tx);
    if film.kind != MediaKind::Video {
        return Err(Refusal::Malformed);
    }
    let length = sent.form.get("duration").parse::<f64>().unwrap_or(0.0) * 1000.0;
    let hash = match sent.files.into_iter().next() {
        Some(file) => match drawn(&here, file.content).await {
            Ok(hash) => Some(hash),
            Err(error) => return refused(&here, film, error, &headers).await,
        },
        None => chosen.and_then(|media| media.still().map(str::to_owned)),
    };
    let mut tx = here.begin().await?;
    let film = film.show_as(hash, &here.actor, &mut tx).await.map_err(of_upload)?;
    let film = film.lasting(length as i64, &here.actor, &mut tx).await.map_err(of_upload)?;
    tx.commit().await?;
    if headers.contains_key("x-requested-with") {
        let tile = tile(&here.frame, &Held { media: film, uses: 0 }, false);
        return Ok(Html(tile.into_string()).into_response());
    }
    Ok(here.go(&format!("library/{id}")).saying("library-poster-kept").into_response())
}

/// The frame, judged as any picture is, and stored.
async fn drawn(
    here: &InBrand,
    content: Result<Incoming, UploadError>,
) -> Result<String, UploadError> {
    let store = &here.house.kit.media;
    let taken = content?.take(store).await?;
    if taken.kind == MediaKind::Video {
        return Err(UploadError::NotAnImage { found: "video" });
    }
    Ok(taken.hash)
}

async fn refused(
    here: &InBrand,
    film: Media,
    error: UploadError,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let wrong = worded(error, "", here.words())?;
    if headers.contains_key("x-requested-with") {
        let answer = html! { div.toast { span { (wrong) } } }.into_string();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(answer)).into_response());
    }
    let mut form = Form::empty();
    form.refuse("poster", wrong);
    Ok(here.refused(&MediaPage::load(here, film, form).await?))
}

fn of_upload(error: UploadError) -> Refusal {
    match error {
        UploadError::NotAllowed(error) => error.into(),
        UploadError::Database(error) => error.into(),
        UploadError::Storage(error) => of_store(error),
        error => Refusal::fault(error),
    }
}
