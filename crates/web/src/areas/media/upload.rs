use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use maud::html;
use platform::media::{StorageError, UploadError};

use super::Sent;
use crate::areas::posts::composer::media_item;
use crate::words::{Words, args};
use crate::{InBrand, Refusal};

/// Takes pictures in for the composer's script: for each file, the composer's line of the
/// picture, or what is wrong with the file. The form without script sends its files with the
/// post.
pub async fn post(here: InBrand, sent: Sent) -> Result<Response, Refusal> {
    let words = here.words();
    let (mut items, mut errors) = (Vec::new(), Vec::new());
    for file in sent.files {
        let name = file.name.clone();
        match file.receive(&here.house, &here.actor).await {
            Ok(media) => items.push(media_item(&here.frame, &media, "", &[])),
            Err(error) => errors.push(worded(error, &name, words)?),
        }
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let answer = html! {
        @for item in &items { (item) }
        @if !errors.is_empty() { div.toast { span { (errors.join(" ")) } } }
    };
    Ok((status, Html(answer.into_string())).into_response())
}

/// What is wrong with an upload and what to do; a refusal where it is not the file's fault.
pub(crate) fn worded(error: UploadError, name: &str, words: &Words) -> Result<String, Refusal> {
    let name = if name.trim().is_empty() { words.t("media-file") } else { name.to_owned() };
    Ok(match error {
        UploadError::NotAnImage { found } => {
            let key = format!("media-not-an-image-{found}");
            let key = if words.has(&key) { key } else { "media-not-an-image".to_owned() };
            words.tn(&key, args![name => name])
        }
        UploadError::TooLarge { most } => {
            let most = words.size(most as u64);
            words.tn("media-too-large", args![name => name, most => most])
        }
        UploadError::TooManyPixels { most } => {
            let most = words.number(i64::try_from(most / 1_000_000).unwrap_or(i64::MAX));
            words.tn("media-too-many-pixels", args![name => name, most => most])
        }
        UploadError::Broken => words.tn("media-broken", args![name => name]),
        UploadError::BrokenFilm => words.tn("media-broken-film", args![name => name]),
        UploadError::Storage(StorageError::Full) => return Err(Refusal::DiskFull),
        UploadError::Storage(error) => return Err(Refusal::fault(error)),
        UploadError::NotAllowed(error) => return Err(error.into()),
        UploadError::Database(error) => return Err(error.into()),
    })
}
